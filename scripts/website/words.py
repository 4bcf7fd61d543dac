"""The words for outcomes, impacts and fixes, the same on every page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from scripts.registry.contract import broken_releases
from scripts.registry.releases import Releases
from scripts.registry.rule import Impact, Rule, Safety


@dataclass(frozen=True)
class Word:
    """How an outcome is called: in a narrow cell, in a wide one, in a sentence, and what it means."""

    short: str
    label: str
    verb: str
    meaning: str


OUTCOMES = {
    "ok": Word("ok", "works", "works", "It ran, printed no deprecation warning, and gave the expected result."),
    "warns": Word("warn", "warns", "works, and warns", "The same, with a deprecation warning or log line."),
    "wrong": Word(
        "≠",
        "different",
        "runs, with a different result",
        "It ran to its end, and its result differs from what it was when the code still worked.",
    ),
    "error": Word("err", "error", "fails", "It ended with an exception."),
    "missing": Word(
        "–", "not there yet", "does not exist yet", "The API, or the file, came with a later release; this is no break."
    ),
    "timeout": Word("time", "hangs", "does not finish", "It was still running at its time limit."),
    "crash": Word("kill", "crash", "kills the process", "The process was killed by a signal, without an exception."),
    "unavailable": Word("?", "not measured", "was not measured", "No Python could be found for this environment."),
}

IMPACTS = {
    Impact.SILENT: "Silent",
    Impact.ERROR: "Error",
    Impact.WARNING: "Warning",
    Impact.NONE: "Still works",
}

IMPACT_MEANINGS = {
    Impact.SILENT: "the code runs, and does something else",
    Impact.ERROR: "the code stops with an exception",
    Impact.WARNING: "the code still works, and warns that it will not",
    Impact.NONE: "the code still works in the newest release",
}

SAFETY = {
    Safety.SAFE: "it can be applied without thinking",
    Safety.UNSAFE: "read what it changes before you apply it",
    Safety.MANUAL: "it needs a decision that no tool can take",
}

MESSAGES = {
    "error": "Error",
    "deprecation": "Deprecation warning",
    "warning": "Warning",
    "log": "Log message",
    "stderr": "Line on standard error",
}

KINDS = {
    "release": "TensorFlow, with the dependencies of its day",
    "tf_keras": "with tf_keras",
    "latest": "today",
}

FACTS = {
    "replacement_from": "replacement from",
    "warns_from": "warns from",
    "breaks_from": "breaks from",
    "fixed_from": "mended in",
    "breaks_again_from": "broken again from",
    "fixed_again_from": "mended again in",
    "safety": "the fix is",
    "works_on_both": "the fix works on both sides",
}

PACKAGES = {"keras": "Keras", "numpy": "NumPy", "protobuf": "protobuf", "h5py": "h5py", "python": "Python"}


def breaks(rule: Rule, releases: Releases) -> str:
    """`breaks from TensorFlow 2.16 (Keras 3.0)`, `warns from …` or `works in 2.21`."""
    claims = rule.versions.tensorflow
    if rule.example.requirements:
        return f"breaks TensorFlow {reach(rule, releases)}{causes(rule)}"
    if claims.breaks_from:
        fixed = f", mended in {claims.fixed_from}" if claims.fixed_from else ""
        fixed += f", broken again from {claims.breaks_again_from}" if claims.breaks_again_from else ""
        fixed += f", mended again in {claims.fixed_again_from}" if claims.fixed_again_from else ""
        return f"breaks from TensorFlow {claims.breaks_from}{causes(rule)}{fixed}"
    if claims.warns_from:
        return f"warns from TensorFlow {claims.warns_from}{causes(rule)}"
    return f"works up to TensorFlow {releases.newest}"


def sentence(text: str) -> str:
    """With a capital and a full stop; names within keep their case."""
    return f"{text[:1].upper()}{text[1:]}."


def reach(rule: Rule, releases: Releases) -> str:
    """The releases that an environment rule breaks: `2.5 to 2.17`."""
    broken = broken_releases(rule, releases)
    parts = [
        minor
        for minor in broken
        if releases.position(minor) == 0 or releases.minors[releases.position(minor) - 1] not in broken
    ]
    ends = [
        minor
        for minor in broken
        if minor == releases.newest or releases.minors[releases.position(minor) + 1] not in broken
    ]
    return ", ".join(a if a == b else f"{a} to {b}" for a, b in zip(parts, ends, strict=True))


def causes(rule: Rule) -> str:
    """The other packages whose version is the real cause, in brackets: ` (Keras 3.0)`, or nothing.

    With what mended it there: ` (Keras 3.0, mended in 3.8)`.
    """
    claims = {shown: getattr(rule.versions, name) for name, shown in PACKAGES.items()}
    found = [f"{shown} {one.breaks_from}" for shown, one in claims.items() if one]
    keras = rule.versions.keras
    if keras and keras.fixed_from:
        again = f", broken again from {keras.breaks_again_from}" if keras.breaks_again_from else ""
        again += f", mended again in {keras.fixed_again_from}" if keras.fixed_again_from else ""
        found[0] += f", mended in {keras.fixed_from}{again}"
    return f" ({', '.join(found)})" if found else ""


def headline(rule: Rule, releases: Releases) -> str:
    """Impact and release in one breath: `silent, breaks from TensorFlow 2.16 (Keras 3.0)`."""
    return f"{IMPACTS[rule.impact].lower()}, {breaks(rule, releases)}"


def fix(rule: Rule) -> str:
    """`safe, works on both sides`."""
    return f"{rule.fix.safety}, works on both sides" if rule.fix.works_on_both else str(rule.fix.safety)


def suffix(file: str) -> str:
    """What a file's name says after its kind, in words: `after_tf_keras.py` gives `tf_keras`."""
    _, _, rest = file.partition(".")[0].partition("_")
    return rest if rest == "tf_keras" else rest.replace("_", " ")


def listed(texts: Sequence[str]) -> str:
    """Several things in a sentence: `a`, `a and b`, `a, b and c`."""
    return " and ".join([", ".join(texts[:-1]), texts[-1]] if len(texts) > 1 else texts)
