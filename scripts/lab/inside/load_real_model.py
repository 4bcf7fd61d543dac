"""Loads a model that somebody else saved in one way, calls it, and gives its outputs. Python 3.7 syntax.

Runs in the working folder, where it finds the model, `ways_to_load.py` and `request.json`: `path`, `way`, and `length`,
which stands for the sizes that the model's input leaves open. What the model is called with depends on the shapes of
its inputs alone, so that a model gets the same numbers however it was loaded.
"""

import json
import os
import runpy

import capture
import numpy as np
import tensorflow as tf

MOST_NUMBERS = 200


class Saved(object):
    """What a way to load gets, where the code that made the model is not at hand."""

    def __init__(self, path):
        """`path` is the model's."""
        self.path = path
        self.custom_objects = {}


def signature_inputs(path):
    """Shapes and types of the inputs of a SavedModel's `serving_default`, by name."""
    from tensorflow.core.protobuf import saved_model_pb2

    saved = saved_model_pb2.SavedModel()
    with open(os.path.join(path, "saved_model.pb"), "rb") as file:
        saved.ParseFromString(file.read())
    inputs = saved.meta_graphs[0].signature_def["serving_default"].inputs
    found = []
    for name in sorted(inputs):
        shape = [None if one.size < 0 else one.size for one in inputs[name].tensor_shape.dim]
        found.append((shape, tf.as_dtype(inputs[name].dtype)))
    return found


def own_inputs(model):
    """What a model of a class of its own was called with before it was saved; a signature may take something else."""
    spec = getattr(model, "_saved_model_inputs_spec", None) or getattr(model, "_saved_model_arg_spec", None)
    return [one for one in tf.nest.flatten(spec) if isinstance(one, tf.TensorSpec)]


def sizes(shape, length):
    """A shape without open sizes: one sample, and `length` for the others."""
    return [int(size) if size is not None and size > 0 else length if place else 1 for place, size in enumerate(shape)]


def values(shape, dtype):
    """Numbers for an input: small whole ones where they may be indexes, words where it takes text."""
    if dtype == tf.string:
        return tf.constant(np.full(shape, "print the words"))
    count = int(np.prod(shape))
    numbers = np.arange(count) % 3 if len(shape) < 3 else np.sin(np.arange(count))
    return tf.constant(numbers.reshape(shape), dtype)


def inputs_of(loaded, saved, length):
    """What to call a loaded model with."""
    if saved.path.endswith(".tflite"):
        interpreter = tf.lite.Interpreter(model_path=saved.path)
        details = sorted(interpreter.get_input_details(), key=lambda one: one["name"])
        specifications = [(list(one["shape"]), tf.as_dtype(one["dtype"])) for one in details]
    elif getattr(loaded, "inputs", None):
        specifications = [(list(one.shape), tf.as_dtype(one.dtype)) for one in loaded.inputs]
    elif hasattr(loaded, "fit") and own_inputs(loaded):
        specifications = [(list(one.shape), tf.as_dtype(one.dtype)) for one in own_inputs(loaded)]
    elif os.path.isdir(saved.path):
        specifications = signature_inputs(saved.path)
    else:
        specifications = [(list(loaded.input_shape), tf.float32)]
    return [values(sizes(shape, length), dtype) for shape, dtype in specifications]


def numbers(outputs):
    """Outputs as (shape, some of the values), in an order that does not depend on their names."""
    if isinstance(outputs, dict):
        outputs = [outputs[name] for name in sorted(outputs)]
    parts = list(outputs) if isinstance(outputs, (list, tuple)) else [outputs]
    found = []
    for part in parts:
        array = np.asarray(part)
        if array.dtype.kind in "OSU":  # text
            found.append([list(array.shape), [len(str(one)) for one in array.ravel()[:MOST_NUMBERS]]])
            continue
        flat = array.astype("float64").ravel()
        some = flat[:: max(1, len(flat) // MOST_NUMBERS)][:MOST_NUMBERS]
        found.append([list(array.shape), some.tolist()])
    return sorted(found)


def attempt(request):
    """The outcome of a step, as `saved_models.py` in this folder gives it, with `outputs` if there are any."""
    outcome = {"stage": "load"}
    try:
        saved = Saved(request["path"])
        loaded = runpy.run_path("ways_to_load.py")[request["way"]](saved)
        outcome["stage"] = "call"
        inputs = inputs_of(loaded, saved, request["length"])
        is_model = hasattr(loaded, "fit")
        outcome["inputs"] = [[list(one.shape), one.dtype.name] for one in inputs]
        outcome["outputs"] = numbers(loaded(inputs[0] if is_model and len(inputs) == 1 else inputs))
        outcome["stage"] = "done"
    except Exception as error:
        outcome["error"] = {key: capture.describe(error, "")[key][:600] for key in ("type", "text")}
    return outcome


with open("request.json") as file:
    result = attempt(json.load(file))
