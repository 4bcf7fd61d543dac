"""Has AutoGraph convert library functions once, in the worker, instead of in each of its children.

Standard library only, Python 3.7 syntax. TensorFlow 2.16 does not tell AutoGraph to leave `tf_keras` alone (2.17
does), so that there each `fit` first converts some 160 functions of Keras, which takes 15 seconds. AutoGraph
keeps what it converted by code object; conversion runs no operation, so it can be done before forking.
"""

import gc
import json
import os
import types

PROGRAM = """
import numpy as np
import tensorflow as tf

x, y = np.ones((4, 2), "float32"), np.ones((4, 1), "float32")
for optimizer in ("sgd", "adam"):
    model = tf.keras.Sequential([tf.keras.layers.Dense(2, activation="relu"), tf.keras.layers.Dense(1)])
    model.compile(optimizer, "mse", metrics=["mae", "accuracy"])
    model.fit(x, y, verbose=0)
    model.evaluate(x, y, verbose=0)
    model.predict(x, verbose=0)
"""


def fill():
    """Convert what `PROGRAM` has converted; returns the number of functions, 0 where there is no need."""
    try:
        import tf_keras  # noqa: F401
        from tensorflow.python.autograph.core import config
    except ImportError:
        return 0
    if any(rule.matches("tf_keras") for rule in config.CONVERSION_RULES):
        return 0
    from tensorflow.python.autograph.core import converter
    from tensorflow.python.autograph.impl import api

    functions = {}
    for function in gc.get_objects():
        if isinstance(function, types.FunctionType) and (function.__module__ or "").startswith("tf_keras"):
            functions[_place(function.__code__)] = function
            functions.update((_place(inner.__code__), inner) for inner in _inner(function))
    done = 0
    for place, options in _converted_by_program(api):
        function = functions.get(tuple(place))
        if function is None:
            continue
        context = converter.ProgramContext(options=converter.ConversionOptions(**options))
        try:
            api._TRANSPILER.transform(function, context)
            done += 1
        except Exception:
            pass  # then each child converts it, as it would without this module
    return done


def _inner(function):
    """Functions that would be made anew in each call of `function`: the same code, with empty cells."""
    for code in function.__code__.co_consts:
        if isinstance(code, types.CodeType) and not code.co_name.startswith("<"):
            cells = tuple(types.CellType() for _ in code.co_freevars)
            inner = types.FunctionType(code, function.__globals__, code.co_name, None, cells)
            yield inner
            for one in _inner(inner):
                yield one


def _place(code):
    return code.co_filename, code.co_firstlineno, code.co_name


def _converted_by_program(api):
    """Run `PROGRAM` in a child; returns (place, options) of each function that AutoGraph converted."""
    read_end, write_end = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(read_end)
        found = []
        transform = api._TRANSPILER.transform

        def listen(entity, context):
            options = {name: getattr(context.options, name) for name in ("recursive", "user_requested")}
            options["internal_convert_user_code"] = context.options.internal_convert_user_code
            options["optional_features"] = None
            if isinstance(entity, (types.FunctionType, types.MethodType)) and not context.options.optional_features:
                found.append((_place(entity.__code__), options))
            return transform(entity, context)

        api._TRANSPILER.transform = listen
        try:
            exec(compile(PROGRAM, "<program>", "exec"), {"__name__": "__main__"})
        finally:
            with os.fdopen(write_end, "w") as pipe:
                json.dump(found, pipe)
            os._exit(0)
    os.close(write_end)
    with os.fdopen(read_end) as pipe:
        text = pipe.read()
    os.waitpid(child, 0)
    return json.loads(text or "[]")
