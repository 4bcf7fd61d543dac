"""Whether every failure in the saved-model matrix has an explanation: a rule's `cells`, or a named excuse.

An *excuse* (`excused.yml` beside the matrix) is for what fails on purpose, in every release or for want of something
that the reader has to give: nothing that a release broke, so nothing for a rule. It must explain something that no
rule explains; one that does not is a fault, so that the list shrinks by itself.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from pydantic import Field, ValidationError

from scripts.registry.faults import Fault
from scripts.registry.releases import Releases
from scripts.registry.rule import Cells, Line, Record, Rule, Slug, Text
from scripts.registry.saved_models import FOLDER, SAVING, Outcome, Subject, decode, explains
from scripts.registry.saved_models import Record as Measured
from scripts.registry.yaml_file import YamlFile

FILE = FOLDER / "excused.yml"
FINE = ("same", "absent")
SHOWN = 3  # examples that a fault names


class ExcusedCells(Cells):
    """Failures that are excused, in all pairs of releases: `saved_by` and `loaded_by` are for rules.

    `older_release`: only where the release that loads is older than the one that saved.
    """

    older_release: bool = False
    saved_by: None = None
    loaded_by: None = None


class Excuse(Record):
    """Why failures need no rule. `title` is what readers see beside them."""

    name: Slug
    title: Line
    reason: Text
    cells: tuple[ExcusedCells, ...] = Field(min_length=1)


class Excuses(Record):
    """The content of `excused.yml`."""

    excuses: tuple[Excuse, ...] = ()


@dataclass
class Failing:
    """One way in which a kind of model fails: all pairs of environments that came to the same outcome.

    Where saving failed, `way` is `SAVING`, and both of a pair are the environment that saves.
    """

    kind: str
    form: str
    way: str
    outcome: Outcome
    pairs: set[tuple[str, str]] = field(default_factory=set)


def read_excuses(root: Path) -> tuple[Excuses, YamlFile | None]:
    """The excuses, and the file with its lines and faults; no file: no excuses."""
    path = root / FILE
    if not path.exists():
        return Excuses(), None
    file = YamlFile(path, FILE.as_posix())
    if not file.faults:
        try:
            return Excuses.model_validate(file.data or {}), file
        except ValidationError as error:
            for detail in error.errors():
                file.fault(tuple(detail["loc"]), f"{detail['msg']} (see {Path(__file__).name})")
    return Excuses(), file


def failures(records: dict[str, Measured]) -> list[Failing]:
    """Every failure in the matrix, by kind of model, ways and outcome."""
    found: dict[tuple, Failing] = {}
    for kind, record in records.items():
        bad = {number for number, one in enumerate(record.outcomes) if one.verdict not in FINE}
        for form, way, source, target, number in _cells(record):
            if number in bad:
                key = (kind, form, way, number)
                if key not in found:
                    found[key] = Failing(kind, form, way, record.outcomes[number])
                found[key].pairs.add((source, target))
    return list(found.values())


def check(
    root: Path, rules: Iterable[Rule], subject: Subject, records: dict[str, Measured], releases: Releases
) -> list[Fault]:
    """Failures without an explanation, and excuses that explain nothing that a rule does not."""
    excuses, file = read_excuses(root)
    if file and file.faults:
        return file.faults
    claims = [claim for rule in rules for claim in rule.cells]
    places = {
        ("excuses", number, "cells", place): claim
        for number, excuse in enumerate(excuses.excuses)
        for place, claim in enumerate(excuse.cells)
    }
    used, met = set(), set()
    open_: dict[tuple, list[Failing]] = defaultdict(list)
    for one in failures(records):
        ruled = any(explains(claim, one.kind, one.form, one.way, one.outcome) for claim in claims)
        left = set(one.pairs)
        for place, claim in places.items():
            hit = excused(claim, one, releases)
            if hit:
                met.add(place)
                used |= set() if ruled else {place}
                left -= hit
        if left and not ruled:
            one.pairs = left
            open_[one.form, one.way, one.outcome.verdict, kind_of_message(one.outcome)].append(one)
    for place, claim in places.items():
        names = {"saved_as": subject.saves, "load_with": subject.loads, "kinds": subject.archetypes}
        unknown = [name for key, known in names.items() for name in getattr(claim, key) if name not in known]
        if unknown:
            file.fault(place, f"there is no {', '.join(unknown)} in {FOLDER.as_posix()}")
        elif place not in met:
            what = "attempt to save" if claim.saving else "load"
            file.fault(place, f"no {what} in the matrix fails so: remove it")
        elif place not in used:
            file.fault(place, "all of it is explained by rules now: remove it")
    return (file.faults if file else []) + [_unexplained(key, found) for key, found in sorted(open_.items())]


def excused(claim: ExcusedCells, one: Failing, releases: Releases) -> set[tuple[str, str]]:
    """The pairs (saved by, loaded by) of a failure that an excuse is about."""
    if not explains(claim, one.kind, one.form, one.way, one.outcome):
        return set()
    return {pair for pair in one.pairs if _within(claim, pair, releases)}


def kind_of_message(outcome: Outcome) -> str:
    """The first line of a failure, without what differs from model to model."""
    if outcome.verdict == "differs":
        return "Gives other numbers, without an error"
    text = first_line(str(outcome.error))
    text = re.sub(r"Full object config: .*|using config=\{.*", "…", text)
    text = re.sub(r"\b[\w/]+\.(weights\.h5|keras|h5)\b", "…", text)
    text = re.sub(r"(?<=filepath=)[^\s.,]+", "…", text)
    text = re.sub(r"\b(\w+?)_\d+\b", r"\1", text)
    return re.sub(r"\b\d+ (objects|layers|weights|variables|Python objects)", r"N \1", text)


def first_line(text: str) -> str:
    """The first line, or the two first where that is short; at most 200 characters."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    line = " ".join(lines[:2]) if lines and len(lines[0]) < 60 else lines[0] if lines else ""
    return line if len(line) <= 200 else line[:200] + "…"


def _cells(record: Measured) -> Iterator[tuple[str, str, str, str, int | None]]:
    """Every cell, as (way to save, way to load, saved by, loaded by, number of its outcome)."""
    for rows in record.saves.values():
        for form, row in rows.items():
            for source, number in zip(record.environments, decode(row), strict=False):
                yield form, SAVING, source, source, number
    for form, way, source, row in _rows(record):
        for target, number in zip(record.environments, decode(row), strict=False):
            yield form, way, source, target, number


def _rows(record: Measured) -> Iterator[tuple[str, str, str, str]]:
    for forms in record.loads.values():
        for form, ways in forms.items():
            for way, rows in ways.items():
                for source, row in rows.items():
                    yield form, way, source, row


def _within(claim: ExcusedCells, pair: tuple[str, str], releases: Releases) -> bool:
    saved, loaded = (releases.position(releases.environments[name].release.minor) for name in pair)
    return loaded < saved or not claim.older_release


def _unexplained(key: tuple[str, str, str, str], found: list[Failing]) -> Fault:
    form, way, verdict, text = key
    pairs = sorted({pair for one in found for pair in one.pairs})
    kinds = sorted({one.kind for one in found})
    shown = ", ".join(f"{saved} in {loaded}" if way != SAVING else saved for saved, loaded in pairs[:SHOWN])
    more = f" and {len(pairs) - SHOWN} more" if len(pairs) > SHOWN else ""
    what = (
        f"{form} by {way or 'saving'}, {verdict} without an explanation: {text} ({', '.join(kinds[:SHOWN])}"
        f"{', …' if len(kinds) > SHOWN else ''}; {shown}{more}): give a rule `cells:`, or excuse it here with a reason"
    )
    return Fault(FILE.as_posix(), 0, "", what)
