"""What a rule's page says of other Keras versions, and which of the two did it: TensorFlow or Keras."""

from __future__ import annotations

import itertools
from dataclasses import dataclass

from scripts.registry import keras_axis, locks
from scripts.registry.keras_axis import WORKED, minor
from scripts.registry.measured import Measured
from scripts.registry.rule import Rule
from scripts.website import facts, tables
from scripts.website.facts import Behaviour
from scripts.website.site import Site

VERBS = {
    "ok": "works",
    "warns": "works and warns",
    "wrong": "gives another result",
    "error": "fails",
    "missing": "is not there yet",
    "timeout": "does not finish",
    "crash": "kills the process",
}
OR_A_PACKAGE = "or another package that came with it"


@dataclass(frozen=True)
class Verdict:
    """Which of the two did it (nothing where that cannot be said), and what was seen, as lines of Markdown."""

    who: str
    seen: str


@dataclass(frozen=True)
class OtherKeras:
    """The verdicts on the old code, and what each file does that does not do the same with every Keras 3."""

    tensorflow: str
    verdicts: tuple[Verdict, ...]
    rows: tuple[tuple[str, tuple[tuple[str, Behaviour], ...]], ...]


def other_keras(site: Site, rule: Rule) -> OtherKeras | None:
    """What the axis adds to the strip, None where that is nothing."""
    axis = site.registry.measured_with_keras.get(rule.id)
    if axis is None or not site.releases.keras_axis:
        return None
    verdicts: dict[Verdict, list[str]] = {}
    files = [file for file in tables.in_order(axis.files) if file != "after_tf_keras.py"]
    for file in files:
        told = _old if file.startswith("before") else _fix
        verdict = told(site, site.measured(rule), axis, file)
        if verdict:
            verdicts.setdefault(verdict, []).append(f"`{file}`")
    rows = [(file, tuple(_row(site, rule, axis, file))) for file in files]
    rows = [(file, row) for file, row in rows if len({one.outcome for _, one in row}) > 1]
    if not verdicts and not rows:
        return None
    told = [Verdict(one.who, one.seen.replace("{}", _each_of(files))) for one, files in verdicts.items()]
    return OtherKeras(site.releases.keras_axis.tensorflow, tuple(told), tuple(rows))


def _row(site: Site, rule: Rule, axis: Measured, file: str):
    for one in facts.behaviours(rule, axis, site.releases, file):
        names = [name.removeprefix("keras-") for name in one.environments]
        yield keras_axis.ranges(names, site.releases), one


def _outcomes(site: Site, axis: Measured, file: str) -> dict[str, str]:
    """The outcomes of a file by Keras minor, oldest first."""
    found = {minor(patch): axis.outcome(file, f"keras-{minor(patch)}") for patch in site.releases.keras_axis.patches}
    return {name: outcome for name, outcome in found.items() if outcome}


def _fix(site: Site, measured: Measured, axis: Measured, file: str) -> Verdict | None:
    """Where a fix does not work with every Keras."""
    of = _outcomes(site, axis, file)
    if all(outcome in WORKED for outcome in of.values()):
        return None
    tensorflow = site.releases.keras_axis.tensorflow
    return Verdict("", f"The fix moves with Keras, too: on TensorFlow {tensorflow}, {{}} {_joined(_stretches(of))}.")


def _old(site: Site, measured: Measured, axis: Measured, file: str) -> Verdict | None:
    """Which of the two did it to old code."""
    tensorflow = site.releases.keras_axis.tensorflow
    of = _outcomes(site, axis, file)
    keras_2 = keras_axis.works_with_keras_2(measured, file, tensorflow)
    same, other = _elsewhere(site, measured, file, of)
    works = [outcome in WORKED for outcome in of.values()]
    if not works or all(works) and not same:
        return None
    patches = {minor(patch): patch for patch in site.releases.keras_axis.patches}
    by_patch = {minor(one) for by_release in other.values() for some in by_release.values() for one in some}
    of = {patches[name] if name in by_patch else name: outcome for name, outcome in of.items()}
    who = _who([True, *works] if keras_2 else works, list(same), list(of))
    stretches = _stretches(of)
    if keras_2 and not all(works):
        older = "works with Keras 2 (`tf_keras`)"
        merged = stretches[0].startswith("works with Keras ")
        stretches = (
            [stretches[0].replace("works with Keras", f"{older} and"), *stretches[1:]]
            if merged
            else [older, *stretches]
        )
    told = f"On {'the same ' if who else ''}TensorFlow {tensorflow}, {{}} {_joined(stretches)}."
    for outcome, some in same.items():
        package = "another package that came with it" if tensorflow in some else f"TensorFlow, {OR_A_PACKAGE}"
        told += f" It {VERBS[outcome]} with TensorFlow {_joined(_shown(site, some))}"
        told += "." if who.startswith("TensorFlow") else f": that is {package}."
    for outcome, some in other.items():
        told += (
            f" It {VERBS[outcome]} with TensorFlow {_joined(_shown(site, some))}, earlier patches of Keras than here."
        )
    return Verdict(who, told)


Elsewhere = dict[str, dict[str, list[str]]]


def _elsewhere(site: Site, measured: Measured, file: str, of: dict[str, str]) -> tuple[Elsewhere, Elsewhere]:
    """Where a file does something else than on the axis, by outcome and release, with the versions of Keras.

    First where Keras does not explain it, then where the release has an earlier patch of the minor that changed it.
    """
    same: Elsewhere = {}
    other: Elsewhere = {}
    for name in keras_axis.with_keras_3(site.releases):
        keras = locks.packages(site.registry.root, site.releases.environments[name]).get("keras", "")
        outcome, here = measured.outcome(file, name), of.get(minor(keras))
        if outcome and here and not _alike(outcome, here):
            before = dict(zip(list(of)[1:], of.values(), strict=False)).get(minor(keras))
            by_patch = keras not in site.releases.keras_axis.patches and _alike(outcome, before)
            found = other if by_patch else same
            found.setdefault(outcome, {}).setdefault(name.partition("-")[0], []).append(keras)
    return same, other


def _alike(one: str, other: str | None) -> bool:
    return one == other or {one, other} == set(WORKED)


def _shown(site: Site, some: dict[str, list[str]]) -> list[str]:
    """`2.21 (Keras 3.13.2 or 3.15.1)`; the release of the axis is measured there with later packages."""
    axis = site.releases.keras_axis.tensorflow
    return [
        f"{name}{' with the packages of its day' if name == axis else ''} (Keras {' or '.join(versions)})"
        for name, versions in some.items()
    ]


def _who(works: list[bool], elsewhere: list[str], names: list[str]) -> str:
    """Which of the two did it.

    `works`: with one Keras after the other, Keras 2 first where it is known; `elsewhere`: other outcomes of the same
    Keras with another TensorFlow; `names`: the minors of Keras 3.
    """
    steps = list(itertools.pairwise(works))
    broke, mended = (True, False) in steps, (False, True) in steps
    if mended:
        last = names[len(names) - steps[::-1].index((False, True)) - 1]
        return f"Keras did it, and Keras {last} mended it" if broke else f"Keras {last} mended it"
    if broke:
        return "Keras did it" if elsewhere else "Keras did it, not TensorFlow"
    if any((outcome in WORKED) != works[0] for outcome in elsewhere):
        return f"TensorFlow {'did' if works[0] else 'mended'} it, {OR_A_PACKAGE}; not Keras"
    return ""


def _stretches(of: dict[str, str]) -> list[str]:
    """`fails with Keras 3.0 to 3.4`, `works from Keras 3.5 on`."""
    groups = [(outcome, list(names)) for outcome, names in itertools.groupby(of, of.get)]
    if len(groups) == 1:
        ((outcome, names),) = groups
        return [f"{VERBS[outcome]} with every Keras from {names[0]} to {names[-1]}"]
    told = []
    for outcome, names in groups:
        span = names[0] if len(names) == 1 else f"{names[0]} to {names[-1]}"
        last = names[-1] == list(of)[-1]
        told.append(f"{VERBS[outcome]} from Keras {names[0]} on" if last else f"{VERBS[outcome]} with Keras {span}")
    return told


def _joined(parts: list[str]) -> str:
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])}{',' if len(parts) > 2 else ''} and {parts[-1]}"


def _each_of(files: list[str]) -> str:
    return files[0] if len(files) == 1 else f"each of {_joined(files)}"
