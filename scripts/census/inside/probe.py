"""Tells which keywords the classes of a release take, by calling them. Standard library, Python 3.7 syntax.

A class that swallows `**kwargs` shows in its signature neither what it takes nor what it refuses. Run as
`python probe.py INPUT OUTPUT`: the input is `{class: [keywords]}`, the output

* `accepted`: `{class: [keywords]}`, those that a call with them did not refuse;
* `any`: classes that take every keyword, so that having taken one says nothing;
* `failed`: `{class: error}`, classes that could not be made with their required arguments alone, and so are not probed.

A keyword is refused where the error is one about keywords and names it. Any other error is about the value that was
given, so the keyword was known.
"""

import inspect
import json
import logging
import os
import re
import sys
import warnings

NONSENSE = "no_class_has_this"
REFUSED = re.compile(
    r"unexpected (?:keyword|argument)|not understood|not recognized|not a valid argument|multiple values for"
    r"|(?:unrecognized|unknown|invalid) (?:keyword )?arguments?|keyword arguments? (?:is|are) not"
    r"|no longer (?:supported|accepted)|is deprecated in the new",
    re.IGNORECASE,
)


def main(given, output):
    """Probe what the file `given` asks for."""
    warnings.simplefilter("ignore")
    os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
    import tensorflow as tf

    logging.getLogger("tensorflow").setLevel(logging.ERROR)
    logging.getLogger("absl").setLevel(logging.ERROR)
    with open(given) as file:
        asked = json.load(file)
    values = required_values(tf)
    accepted, takes_any, failed = {}, [], {}
    for path in sorted(asked):
        cls = tf
        try:
            for name in path.split(".")[1:]:
                cls = getattr(cls, name)
        except Exception:
            continue  # not in this release
        try:
            cls = complete(cls)
            required = required_arguments(cls, values)
            cls(**required())
        except Exception as error:
            failed[path] = "%s: %s" % (type(error).__name__, str(error).split("\n")[0][:200])
            continue
        known = set(required())
        if takes(cls, required, NONSENSE):
            takes_any.append(path)
        accepted[path] = sorted(known | {one for one in asked[path] if one not in known and takes(cls, required, one)})
    with open(output, "w") as file:
        json.dump({"accepted": accepted, "any": takes_any, "failed": failed}, file, sort_keys=True)


def complete(cls):
    """The class, or where it leaves methods to its subclasses, one that has them."""
    missing = getattr(cls, "__abstractmethods__", ())
    methods = {name: lambda self, *args, **kwargs: None for name in missing}
    return type(cls.__name__, (cls,), methods) if missing else cls


def takes(cls, required, keyword):
    """Whether a call with the keyword is not refused for it."""
    try:
        cls(**dict(required(), **{keyword: None}))
    except Exception as error:
        text = str(error)
        return not (REFUSED.search(text) and re.search(r"\b%s\b" % re.escape(keyword), text))
    return True


def required_arguments(cls, values):
    """A function that makes what the class cannot be called without. Raises KeyError where there is no value for it."""
    names = []
    for one in inspect.signature(cls.__init__).parameters.values():
        named = one.kind in (one.POSITIONAL_OR_KEYWORD, one.KEYWORD_ONLY)
        if named and one.name != "self" and one.default is one.empty:
            names.append(one.name)
    missing = [name for name in names if name not in values]
    if missing:
        raise KeyError("no value at hand for %s" % ", ".join(missing))
    return lambda: {name: values[name]() for name in names}


def required_values(tf):
    """By name of an argument: what makes a value that classes with such an argument take."""
    layers = tf.keras.layers
    return {
        "units": lambda: 2,
        "filters": lambda: 2,
        "kernel_size": lambda: 1,
        "pool_size": lambda: 1,
        "rate": lambda: 0.5,
        "stddev": lambda: 0.5,
        "factor": lambda: 0.1,
        "height": lambda: 4,
        "width": lambda: 4,
        "height_factor": lambda: 0.1,
        "width_factor": lambda: 0.1,
        "target_height": lambda: 4,
        "target_width": lambda: 4,
        "scale": lambda: 1.0,
        "n": lambda: 2,
        "dims": lambda: (1,),
        "axes": lambda: 1,
        "target_shape": lambda: (1,),
        "input_dim": lambda: 4,
        "output_dim": lambda: 2,
        "num_heads": lambda: 1,
        "key_dim": lambda: 2,
        "num_query_heads": lambda: 1,
        "num_key_value_heads": lambda: 1,
        "head_dim": lambda: 2,
        "num_tokens": lambda: 4,
        "num_bins": lambda: 4,
        "bin_boundaries": lambda: [0.0],
        "bins": lambda: [0.0],
        "activation": lambda: "relu",
        "equation": lambda: "ab,bc->ac",
        "output_shape": lambda: 2,
        "function": lambda: abs,
        "cell": lambda: layers.LSTMCell(2),
        "cells": lambda: [layers.LSTMCell(2)],
        "layer": lambda: layers.LSTM(2, return_sequences=True),
        "min_value": lambda: 0.0,
        "max_value": lambda: 1.0,
        "fn": lambda: abs,
        "func": lambda: abs,
        "filepath": lambda: "model.keras",
        "filename": lambda: "log.csv",
        "backup_dir": lambda: "backup",
        "schedule": lambda: float,
        "metrics": lambda: [],
        "num_classes": lambda: 2,
        "target_class_ids": lambda: [0],
        "precision": lambda: 0.5,
        "recall": lambda: 0.5,
        "specificity": lambda: 0.5,
        "sensitivity": lambda: 0.5,
        "normalizer": lambda: [1.0],
        "reduction": lambda: "sum",
        "initial_learning_rate": lambda: 0.1,
        "decay_steps": lambda: 10,
        "decay_rate": lambda: 0.5,
        "first_decay_steps": lambda: 10,
        "boundaries": lambda: [1],
        "values": lambda: [0.1, 0.2],
        "learning_rate": lambda: 0.1,
        "inner_optimizer": lambda: tf.keras.optimizers.SGD(),
        "name": lambda: "a",
        "mean": lambda: 0.0,
        "fft_length": lambda: 8,
        "sequence_length": lambda: 4,
        "max_value_range": lambda: 1.0,
    }


if __name__ == "__main__":
    main(*sys.argv[1:])
