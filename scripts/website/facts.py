"""What the measurements of a rule say, in the words of its page.

Pure functions of a rule, its measurements and the releases. Nothing here knows HTML, Markdown or MkDocs.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from scripts.registry.measured import BROKEN, Error, Group, Measured, Run, partner_of, same
from scripts.registry.printed import Seen as Seen
from scripts.registry.printed import befores as befores
from scripts.registry.printed import printed as printed
from scripts.registry.printed import seen as seen
from scripts.registry.printed import shape_of
from scripts.registry.printed import without_frames as without_frames
from scripts.registry.releases import Releases
from scripts.registry.rule import Rule

WORKED = ("ok", "warns")
TOP = "result"  # name of a result that has no parts of its own


@dataclass(frozen=True)
class Behaviour:
    """One thing that a file does, and all environments in which it does it; `number` counts from 1."""

    number: int
    run: Run
    environments: tuple[str, ...]

    @property
    def outcome(self) -> str:
        """The outcome that all of them share."""
        return self.run.outcome


@dataclass(frozen=True)
class Proof:
    """Why a fix may be believed: what it gives on the newest release, and what the old code gave when it worked."""

    file: str
    partner: str
    newest: str
    result: Any
    worked_on: str
    old_result: Any
    equal: bool


@dataclass(frozen=True)
class Values:
    """Results side by side: a heading for each column; rows of a name, and (text, differs from the first)."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, tuple[tuple[str, bool], ...]], ...]

    @property
    def differ(self) -> bool:
        """Whether any value differs from the first of its row."""
        return any(differs for _, cells in self.rows for _, differs in cells)


def ranges(names: Iterable[str], releases: Releases) -> str:
    """Environments in words: `2.0 to 2.15, 2.17; with tf_keras 2.16 to 2.21; 2.21 with the packages of <day>`.

    The last is said only where the newest release with the packages of its own day is not among them.
    """
    names = set(names)
    if releases.newest in names:
        names -= {f"{releases.latest.minor}-latest"}
    parts = []
    for kind, prefix, suffix in _kinds(releases):
        found = [
            (position, name)
            for position, name in enumerate(releases.minors)
            if (name if kind == "release" else f"{name}-{kind}") in names
        ]
        if found:
            parts.append(prefix + ", ".join(_stretches(found)) + suffix)
    return "; ".join(parts)


def _kinds(releases: Releases) -> tuple[tuple[str, str, str], ...]:
    latest = f" with the packages of {releases.latest.day}"
    return ("release", "", ""), ("tf_keras", "with tf_keras ", ""), ("latest", "", latest)


def _stretches(found: list[tuple[int, str]]) -> Iterator[str]:
    start = 0
    for index, (position, name) in enumerate(found):
        if index + 1 < len(found) and found[index + 1][0] == position + 1:
            continue
        first = found[start][1]
        yield name if first == name else f"{first} to {name}"
        start = index + 1


def plain(names: Iterable[str], releases: Releases) -> list[str]:
    """Only the ordinary releases among environments, oldest first."""
    names = set(names)
    return [minor for minor in releases.minors if minor in names]


def of_kind(names: Iterable[str], kind: str) -> list[str]:
    """Only the environments of a kind: `tf_keras` or `latest`."""
    return [name for name in names if name.endswith(f"-{kind}")]


def behaviours(rule: Rule, measured: Measured, releases: Releases, file: str) -> list[Behaviour]:
    """The different things that `file` does, oldest environment first.

    Runs that went well are one behaviour whatever they printed: their results are equal, or the lab would
    not have called them so. Failures are told apart by their message, wrong results by their value.
    """
    order = list(releases.all_environments)
    kinds: list[tuple[Group, list[str]]] = []
    for group in measured.files[file].runs if file in measured.files else ():
        for first, environments in kinds:
            if _alike(first, group, rule.example.tolerance):
                environments.extend(group.environments)
                break
        else:
            kinds.append((group, list(group.environments)))
    sorted_kinds = [(group, sorted(set(names), key=order.index)) for group, names in kinds if names]
    sorted_kinds.sort(key=lambda kind: order.index(kind[1][0]))
    return [Behaviour(number, run, tuple(names)) for number, (run, names) in enumerate(sorted_kinds, 1)]


def _alike(one: Run, other: Run, tolerance: float) -> bool:
    if one.outcome != other.outcome:
        return False
    if one.outcome == "error":
        return shape_of(one.error.type, one.error) == shape_of(other.error.type, other.error)
    if one.outcome == "wrong":
        return same(one.result, other.result, tolerance)
    return one.signal == other.signal and one.limit == other.limit


def legacy_notes(rule: Rule, measured: Measured, releases: Releases) -> list[tuple[str, str, bool]]:
    """What `before.py` does with legacy Keras: (environments in words, outcome, whether anything is printed)."""
    notes = []
    for behaviour in behaviours(rule, measured, releases, "before.py"):
        names = of_kind(behaviour.environments, "tf_keras")
        if names:
            silent = all(_silent(measured.run("before.py", name)) for name in names)
            notes.append((ranges(names, releases).removeprefix("with tf_keras "), behaviour.outcome, not silent))
    return notes


def _silent(run: Run | None) -> bool:
    return run is not None and run.error is None and not run.messages


def error_of(measured: Measured, file: str) -> Error | None:
    """The first failure of a file for which the line is known."""
    for run in measured.files[file].runs if file in measured.files else ():
        if run.error and run.error.line and run.outcome == "error":
            return run.error
    return None


def proofs(rule: Rule, measured: Measured, releases: Releases) -> list[Proof]:
    """For each fix that runs on the newest release, its result there beside the last good one of the old code."""
    found = []
    for file in sorted(name for name in measured.files if name.startswith(("after", "bridge"))):
        partner = partner_of(file, measured.files)
        environment = releases.newest
        if file == "after_tf_keras.py" and f"{releases.newest}-tf_keras" in releases.environments:
            environment = f"{releases.newest}-tf_keras"
        new = measured.run(file, environment)
        worked = partner and last_good(measured, releases, partner)
        if new is None or new.outcome not in WORKED or not worked:
            continue
        old = measured.run(partner, worked)
        equal = same(new.result, old.result, rule.example.tolerance)
        found.append(Proof(file, partner, environment, new.result, worked, old.result, equal))
    return found


def last_good(measured: Measured, releases: Releases, file: str) -> str | None:
    """The release before the first one that breaks a file, else the newest in which it works."""
    good = None
    for minor in releases.minors:
        outcome = measured.outcome(file, minor)
        if outcome in WORKED:
            good = minor
        elif outcome in BROKEN and good:
            return good
    return good


def values(rule: Rule, measured: Measured, releases: Releases, file: str) -> Values | None:
    """The results of a file side by side, a column for each different result; None when there is only one."""
    columns = []
    for behaviour in behaviours(rule, measured, releases, file):
        if behaviour.outcome in (*WORKED, "wrong") and plain(behaviour.environments, releases):
            columns.append((ranges(plain(behaviour.environments, releases), releases), behaviour.run.result))
    if len(columns) < 2:
        return None
    names = list(dict.fromkeys(name for _, result in columns for name in _parts(result)))
    rows = []
    for name in names:
        cells = [_parts(result).get(name) for _, result in columns]
        texts = ["" if cell is None else shown(cell) for cell in cells]
        differ = [not same(cells[0], cell, rule.example.tolerance) for cell in cells]
        rows.append((name, tuple(zip(texts, differ, strict=True))))
    return Values(tuple(heading for heading, _ in columns), tuple(rows))


def _parts(result: Any) -> dict[str, Any]:
    return result if isinstance(result, dict) else {TOP: result}


def shown(result: Any, limit: int = 400) -> str:
    """A result as text: parts of a dictionary as `name: value`, everything else as JSON; cut at `limit`."""
    if isinstance(result, dict):
        text = ", ".join(f"{name}: {shown(value, limit)}" for name, value in result.items())
    else:
        text = result if isinstance(result, str) else json.dumps(result, ensure_ascii=False)
    return text if len(text) <= limit else text[: limit - 1] + "…"
