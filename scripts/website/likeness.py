"""What the measured kinds of model contain, in the words in which the inspector describes a file."""

from __future__ import annotations

import ast
import re

from scripts.registry.saved_models import Archetype

USUAL_LOSS = "mse"  # what the lab compiles with where an archetype names no loss
SPECIAL = {"mixed_float16": "mixed precision", "MirroredStrategy": "distribution strategy"}


def contains(kind: Archetype) -> dict:
    """The traits of a kind by which `docs/assets/inspect/foretell.js` finds what a file is like.

    `model`: Sequential, Functional, the base class of a class of its own, or None without Keras; `layers`: Keras's
    classes in it; `custom`: its own layer and model classes; `loss`: whether it is compiled with a loss under its
    `full` or its `short` name, or with its `own`; `special`: what sets it apart otherwise, None where nothing does.
    """
    tree = ast.parse(kind.code)
    called = [ast.unparse(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)]
    bases = {node.name: [ast.unparse(base) for base in node.bases] for node in tree.body if _is_class(node)}
    custom = [name for name, found in bases.items() if re.search(r"keras\.(layers\.Layer|Model)$", " ".join(found))]
    layers = set(re.findall(r"\.layers\.(?:experimental\.preprocessing\.)?([A-Z]\w+)", kind.code)) - {"Layer"}
    model = None
    if any("keras.Model" in found for found in map(" ".join, bases.values())):
        model = "Model"
    elif "tf.keras.Model" in called:
        model = "Functional"
        layers |= {"Sequential"} & {name.rpartition(".")[2] for name in called}
    elif "tf.keras.Sequential" in called:
        model = "Sequential"
    special = next((words for sign, words in SPECIAL.items() if sign in kind.code), None)
    return {
        "model": model,
        "layers": sorted(layers),
        "custom": custom,
        "loss": _loss(tree),
        "special": special,
    }


def _loss(tree: ast.Module) -> str:
    for node in tree.body:
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "LOSS":
            if not isinstance(node.value, ast.Constant):
                return "own"
            return "full" if "_" in node.value.value else "short"
    return "full" if "_" in USUAL_LOSS else "short"


def _is_class(node: ast.stmt) -> bool:
    return isinstance(node, ast.ClassDef)
