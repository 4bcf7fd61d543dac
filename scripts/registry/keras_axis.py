"""Keras as an axis of its own: which rules are measured with every Keras 3 minor, and what that says of their claims.

A TensorFlow release does not fix the Keras 3 that a user gets. On the axis TensorFlow stays (`keras_axis` in
`rules/releases.yml`) and Keras moves, so that a change belongs to Keras and to nothing else.
"""

from __future__ import annotations

from scripts.registry.measured import BROKEN, Measured
from scripts.registry.releases import Releases
from scripts.registry.rule import Rule


def concerns(rule: Rule, measured: Measured, releases: Releases) -> bool:
    """Whether a rule must be measured on the axis.

    It must where it claims that Keras is the cause, where a file does not do the same in all releases that have
    Keras 3, and where old code works with Keras 2 (`tf_keras`) in a release that breaks it.
    """
    if not releases.keras_axis or rule.example.requirements:
        return False
    if rule.versions.keras:
        return True
    with_keras_3 = [*releases.since(releases.keras_axis.tensorflow), f"{releases.latest.minor}-latest"]
    for name in measured.files:
        if len({measured.outcome(name, environment) for environment in with_keras_3}) > 1:
            return True
        if name.startswith("before") and any(_only_with_keras_2(measured, name, minor) for minor in with_keras_3):
            return True
    return False


def _only_with_keras_2(measured: Measured, name: str, minor: str) -> bool:
    return measured.outcome(name, f"{minor}-tf_keras") in ("ok", "warns") and measured.outcome(name, minor) in BROKEN
