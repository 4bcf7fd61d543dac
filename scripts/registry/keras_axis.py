"""Keras as an axis of its own: which rules are measured with every Keras 3 minor, and what that says of their claims.

A TensorFlow release does not fix the Keras 3 that a user gets. On the axis TensorFlow stays (`keras_axis` in
`rules/releases.yml`) and Keras moves, so that what moves there moves with Keras and with nothing else.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from scripts.registry.measured import BROKEN, Measured
from scripts.registry.releases import Releases
from scripts.registry.rule import KerasVersions, Rule

WORKED = ("ok", "warns")
CLAIM = ("versions", "keras")


def concerns(rule: Rule, measured: Measured, releases: Releases) -> bool:
    """Whether a rule must be measured on the axis.

    It must where it claims that Keras is the cause, where a file does not do the same in all releases that have
    Keras 3, and where old code works with Keras 2 (`tf_keras`) in a release that breaks it.
    """
    if not releases.keras_axis or rule.example.requirements:
        return False
    if rule.versions.keras:
        return True
    names = with_keras_3(releases)
    return any(
        len({measured.outcome(file, name) for name in names}) > 1
        or file.startswith("before")
        and any(works_with_keras_2(measured, file, name) and _broken(measured, file, name) for name in names)
        for file in measured.files
    )


def with_keras_3(releases: Releases) -> list[str]:
    """The environments, off the axis, that have Keras 3."""
    return [*releases.since(releases.keras_axis.tensorflow), f"{releases.latest.minor}-latest"]


def works_with_keras_2(measured: Measured, file: str, minor: str) -> bool:
    """Whether a file works in a release with `tf_keras`."""
    return measured.outcome(file, f"{minor}-tf_keras") in WORKED


def contradictions(rule: Rule, measured: Measured, axis: Measured, releases: Releases) -> Iterator[tuple[tuple, str]]:
    """Yield (field of the rule, what the axis says instead, and what to write); `axis`: what was measured on it."""
    tensorflow = releases.keras_axis.tensorflow
    patches = {f"keras-{minor(patch)}": patch for patch in releases.keras_axis.patches}
    claims = rule.versions.keras
    for file in sorted(name for name in axis.files if name.startswith("before")):
        broken = {patch: _broken(axis, file, name) for name, patch in patches.items()}
        if claims:
            works = [patch for patch, is_broken in broken.items() if claimed(claims, patch) and not is_broken]
            fails = [patch for patch, is_broken in broken.items() if not claimed(claims, patch) and is_broken]
        else:
            keras_2 = works_with_keras_2(measured, file, tensorflow)
            moves = len(set(broken.values())) > 1 or keras_2 and all(broken.values())
            works, fails = [], [patch for patch, is_broken in broken.items() if moves and is_broken]
        told = [
            f"{verb} with Keras {ranges(map(minor, some), releases)}"
            for verb, some in (("works", works), ("does not work", fails))
            if some
        ]
        if told:
            yield CLAIM, f"{file} {' and '.join(told)} on TensorFlow {tensorflow}: {_advice(claims, broken)}"


def claimed(claims: KerasVersions, patch: str) -> bool:
    """Whether the claims say that old code is broken with a Keras."""
    begun = [step for step in claims.model_dump().values() if step and _version(step) <= _version(patch)]
    return len(begun) % 2 == 1


def minor(patch: str) -> str:
    """`3.5` of `3.5.0`."""
    return patch.rpartition(".")[0]


def ranges(minors: Iterable[str], releases: Releases) -> str:
    """Keras minors in words, neighbours merged: `3.0 to 3.4, 3.9`."""
    known, chosen = [minor(patch) for patch in releases.keras_axis.patches], set(minors)
    stretches: list[list[str]] = []
    for earlier, name in zip(["", *known], known, strict=False):
        if name in chosen and earlier in chosen:
            stretches[-1].append(name)
        elif name in chosen:
            stretches.append([name])
    return ", ".join(one[0] if len(one) == 1 else f"{one[0]} to {one[-1]}" for one in stretches)


def _advice(claims: KerasVersions | None, broken: dict[str, bool]) -> str:
    """What to write so that the claims fit."""
    patches = list(broken)
    steps = [
        patch
        for earlier, patch in zip([None, *patches], patches, strict=False)
        if broken[patch] != (broken[earlier] if earlier else False)
    ]
    if not steps:
        return "Keras is not the cause, leave `keras` out"
    first = minor(steps[0])
    if claims and steps[0] == patches[0] and claimed(claims, patches[0]):
        first = claims.breaks_from  # what broke before Keras 3
    names = tuple(KerasVersions.model_fields)
    if len(steps) > len(names):
        return "it comes and goes more often than a rule can say, so split the rule or its example"
    fields = zip(names, [first, *map(minor, steps[1:])], strict=False)
    return f"write `keras: {{{', '.join(f'{name}: {chr(34)}{value}{chr(34)}' for name, value in fields)}}}`"


def _version(text: str) -> tuple[int, ...]:
    return tuple(map(int, text.split(".")))


def _broken(measured: Measured, file: str, environment: str) -> bool:
    return measured.outcome(file, environment) in BROKEN
