"""Under which names a public name of TensorFlow can be reached, and of which kind an object is.

Tools resolve the imports of a file (`from tensorflow.keras.layers import Dense as D`); they cannot know that
`tf.keras`, `keras` and `tf.compat.v2.keras` are one package. The paths here are those that TensorFlow's own
`__init__.py` files export.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

KERAS = ("tensorflow.keras", "keras", "tensorflow.compat.v1.keras", "tensorflow.compat.v2.keras")
TENSORFLOW = ("tensorflow", "tensorflow.compat.v2", "tensorflow.compat.v1")
SHORT = ("losses", "metrics", "optimizers", "initializers")  # tf.optimizers is tf.keras.optimizers
TWICE = {  # names that Keras exports in two places
    "keras.Model": "keras.models.Model",
    "keras.Sequential": "keras.models.Sequential",
    "keras.Input": "keras.layers.Input",
}


def spellings(path: str) -> list[str]:
    """All full names of what the rules call `tf.keras.…`, `tf.…`, `keras.…` or by a whole path."""
    root, _, rest = path.partition(".")
    if root == "tf" and rest.startswith("keras."):
        inside = rest.removeprefix("keras.")
        found = [f"{keras}.{inside}" for keras in KERAS]
        if inside.split(".")[0] in SHORT:
            found += [f"tensorflow.{inside}", f"tensorflow.compat.v2.{inside}"]
        twice = TWICE.get(rest)
        return found + [one.replace(rest, twice) for one in found if twice and one.endswith(rest)]
    if root == "tf" and rest.startswith("compat."):
        return [f"tensorflow.{rest}"]
    if root == "tf":
        return [f"{tensorflow}.{rest}" for tensorflow in TENSORFLOW]
    return [path]


def only_standalone_keras(path: str) -> bool:
    """Whether a name is meant in the package `keras` alone (`tf.keras` still has it)."""
    return path.startswith("keras.")


@dataclass(frozen=True)
class Family:
    """A kind of object: which calls make one, which classes it has, and how people name it.

    `made_by` and `bases` are pairs of a module and a regular expression for a name in it.
    """

    classes: str
    made_by: tuple[tuple[str, str], ...]
    bases: tuple[tuple[str, str], ...]
    named: str


def _named(words: str) -> str:
    return rf"(?i).*({words})\w?(\[.*\]|_\w{{1,3}})?$"  # a leading `.*` is quick where Semgrep tries it on whole files


FAMILIES = (
    Family(
        r"tf\.keras\.(Model|Sequential|models\.\w+)$",
        (
            ("tf.keras", "Model|Sequential"),
            ("tf.keras.models", "Model|Sequential|load_model|clone_model|model_from_\\w+"),
            ("tf.keras.applications", "[A-Z]\\w+"),
        ),
        (("tf.keras", "Model|Sequential"), ("tf.keras.models", "Model|Sequential")),
        _named("model|net|network|classifier|regressor|encoder|decoder|generator|discriminator|gan"),
    ),
    Family(
        r"tf\.keras\.(optimizers|mixed_precision)\.",
        (("tf.keras.optimizers", "[A-Z]\\w+|get"), ("tf.keras.mixed_precision", "LossScaleOptimizer")),
        (("tf.keras.optimizers", "[A-Z]\\w+"),),
        _named("optimizer|optimiser|optim|opt"),
    ),
    Family(
        r"tf\.keras\.layers\.",
        (("tf.keras.layers", "[A-Z]\\w+"),),
        (("tf.keras.layers", "[A-Z]\\w+"), ("tf.keras", "Model")),
        _named("layer|dense|conv|lstm|gru|embedding|batchnorm|bn"),
    ),
    Family(
        r"tf\.keras\.metrics\.",
        (("tf.keras.metrics", "[A-Z]\\w+"),),
        (("tf.keras.metrics", "[A-Z]\\w+"),),
        _named("metric|metrics|accuracy|acc|loss|tracker|mean"),
    ),
    Family(
        r"tf\.keras\.callbacks\.",
        (("tf.keras.callbacks", "[A-Z]\\w+"),),
        (("tf.keras.callbacks", "[A-Z]\\w+"),),
        _named("callback|checkpoint|history"),
    ),
    Family(
        r"tf\.distribute\.",
        (("tf.distribute", "\\w+Strategy"), ("tf.distribute.experimental", "\\w+Strategy")),
        (("tf.distribute", "Strategy"),),
        _named("strategy"),
    ),
    Family(
        r"tf\.data\.(Options|experimental\.OptimizationOptions)",
        (("tf.data", "Options"), ("tf.data.experimental", "OptimizationOptions")),
        (),
        _named("options|opts|optimization"),
    ),
    Family(r"tf\.(compat\.v1\.)?data\.Dataset", (), (), _named("dataset|ds|data")),
    Family(r"tf\.TensorShape", (), (), _named("shape")),
    Family(r"tf\.(data\.)?experimental\.Optional", (), (), _named("optional|opt")),
    Family(r"tf\.test\.TestCase", (), (("tf.test", "TestCase"),), _named("self|test")),
)


def family(path: str) -> Family | None:
    """The kind of object that a class makes, None where nothing is known of it."""
    return next((one for one in FAMILIES if re.match(one.classes, path)), None)


def distinctive(member: str, argument: str = "") -> bool:
    """Whether a member's name is so long and particular that hardly anything else is called so."""
    return any("_" in word.strip("_") and len(word) > 7 for word in (member, argument)) or member.startswith("_")
