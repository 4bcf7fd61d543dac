"""The saved-model matrix: what is measured (`runnable_examples/saved_models/`), and the lab's record of it.

An *archetype* is a small model of a real kind. It is saved in each *way to save* by every release, once fresh and
once trained, and what was saved is loaded in each *way to load* by other releases. A *cell* is one such load. A record
holds all cells of one archetype; equal outcomes are stored once, and rows of cells as runs: `0*16 3*7 -` is sixteen
times outcome 0, seven times outcome 3, and one cell that was not measured.
"""

from __future__ import annotations

import ast
import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from scripts.registry.content import EXAMPLES, lock_digest
from scripts.registry.faults import Fault
from scripts.registry.measured import Message
from scripts.registry.releases import Releases
from scripts.registry.rule import Cells, Rule, Status

FOLDER = EXAMPLES / "saved_models"
PROTOCOL = 1  # raise it when the lab records something else, so that everything is measured again
STATES = ("fresh", "trained")
Verdict = Literal["same", "differs", "unusable", "error", "absent"]
# Downgrades are a sample: what one of these saved is loaded in the earlier ones among the first five.
ANCHORS = ("2.0", "2.4", "2.9", "2.12", "2.15", "2.16", "2.21")
OLD_ANCHORS = ANCHORS[:5]
SAVING = ""  # stands for the way to load where it is saving that failed
PROVED = 4  # the category whose rules are all supported by the matrix


@dataclass(frozen=True)
class Way:
    """A way to save or to load: its title, the code that a reader would write, and a digest of it."""

    name: str
    title: str
    code: str
    digest: str


@dataclass(frozen=True)
class Archetype:
    """A kind of model: its title, its program, and what decides which ways are tried on it."""

    name: str
    title: str
    code: str

    @property
    def digest(self) -> str:
        """Content address of the program."""
        return _digest(self.code)

    @property
    def states(self) -> tuple[str, ...]:
        """In which states it is saved: what cannot be trained is saved fresh alone."""
        return STATES[:1] if re.search(r"^TRAINS = False", self.code, re.MULTILINE) else STATES

    @property
    def traits(self) -> frozenset[str]:
        """Those of `custom_objects`, `lambda` that hold."""
        custom = not re.search(r"^CUSTOM_OBJECTS = {}", self.code, re.MULTILINE)
        return frozenset(({"lambda"} if "Lambda(" in self.code else set()) | ({"custom_objects"} if custom else set()))


class Subject:
    """What is measured: archetypes, ways to save and to load, and which goes with which."""

    def __init__(self, root: Path):
        """Read the programs below `root`."""
        folder = root / FOLDER
        self.root, self.folder = root, folder
        self.archetypes = {
            path.stem: Archetype(path.stem, _title(path.read_text()), path.read_text())
            for path in sorted((folder / "archetypes").glob("*.py"))
        }
        self.saves = _ways(folder / "ways_to_save.py")
        self.loads = _ways(folder / "ways_to_load.py")
        tables = _literals(folder / "ways_to_load.py")
        self.reads: dict[str, list[str]] = tables["READS"]
        self.only_for: dict[str, str] = tables["ONLY_FOR"]

    def steps(self, archetype: Archetype, state: str) -> list[tuple[str, str]]:
        """Every pair (way to save, way to load) that is tried on an archetype."""
        traits = archetype.traits | {state}
        return [
            (form, way)
            for form in self.saves
            for way, forms in self.reads.items()
            if form in forms and self.only_for.get(way, state) in traits
        ]


class Failure(BaseModel):
    """An exception, or the signal that ended the process."""

    model_config = ConfigDict(extra="forbid")
    type: str
    text: str = ""

    def __str__(self) -> str:
        """`Type: text`, as Python prints it."""
        return f"{self.type}: {self.text}" if self.text else self.type


class Outcome(BaseModel):
    """What saving or loading came to.

    `same`: the loaded model gives the same outputs; `differs`: other ones; `unusable`: loads, then fails when called or
    trained (`at`); `error`: does not load (or save); `absent`: that release has no such function or argument.
    """

    model_config = ConfigDict(extra="forbid")
    verdict: Verdict
    at: Literal["call", "train"] | None = None
    error: Failure | None = None
    difference: str | None = None
    training: Literal["continues", "restarts", "differs"] | None = None
    again: Failure | None = Field(default=None, description="why the loaded model could not be saved again")
    kind: str | None = Field(default=None, description="what saving wrote: folder, HDF5, zip, checkpoint or file")
    messages: list[Message] = []


class Record(BaseModel):
    """All measurements of one archetype, as stored."""

    model_config = ConfigDict(extra="forbid")
    protocol: int
    measured_on: str
    platform: str
    archetype: str
    ways: dict[str, str]
    environments: dict[str, str]
    keras: dict[str, str] = Field(default={}, description="the version that Keras gave in an environment")
    outcomes: list[Outcome] = []
    saves: dict[str, dict[str, str]] = {}
    loads: dict[str, dict[str, dict[str, dict[str, str]]]] = {}

    def saved(self, state: str, form: str) -> dict[str, Outcome]:
        """What saving came to, by environment."""
        return self._row(self.saves.get(state, {}).get(form, ""))

    def loaded(self, state: str, form: str, way: str, source: str) -> dict[str, Outcome]:
        """What loading something saved by `source` came to, by environment that loads."""
        return self._row(self.loads.get(state, {}).get(form, {}).get(way, {}).get(source, ""))

    def _row(self, row: str) -> dict[str, Outcome]:
        cells = zip(self.environments, decode(row), strict=False)
        return {name: self.outcomes[number] for name, number in cells if number is not None}


def record_path(root: Path, archetype: str) -> Path:
    """Where the record of an archetype is kept."""
    return root / FOLDER / "measured" / f"{archetype}.json"


def read_record(path: Path) -> Record:
    """Read a record. Raises ValueError when the lab did not write it."""
    return Record.model_validate_json(path.read_text())


def environments(root: Path, releases: Releases) -> dict[str, str]:
    """Content address of each environment, in the order of the columns."""
    return {name: lock_digest(root, one)[:12] for name, one in releases.environments.items()}


def pairs(releases: Releases) -> list[tuple[str, str]]:
    """The pairs (saved by, loaded by) that are measured: same or later releases, and a sample of earlier ones."""
    found = []
    for source in releases.environments.values():
        if source.kind == "latest":
            continue
        for target in releases.environments.values():
            saved, loaded = (releases.position(one.release.minor) for one in (source, target))
            if source.kind == "tf_keras" and target.kind == "release" and saved > loaded:
                continue
            sampled = source.name in ANCHORS and target.name in OLD_ANCHORS
            if loaded >= saved or sampled:
                found.append((source.name, target.name))
    return found


def stale(root: Path, releases: Releases, subject: Subject, name: str, record: Record) -> list[str]:
    """What a record was measured with that is different now."""
    told = []
    if record.protocol != PROTOCOL:
        told.append(f"protocol {record.protocol}")
    if record.archetype != subject.archetypes[name].digest:
        told.append(f"{name}.py")
    now = digests(subject)
    told += [way for way, digest in record.ways.items() if now.get(way) != digest]
    locks = environments(root, releases)
    told += [one for one, digest in record.environments.items() if locks.get(one) != digest]
    return told


def digests(subject: Subject) -> dict[str, str]:
    """Content address of every way, `save:` or `load:` before its name."""
    saves = {f"save:{way.name}": way.digest for way in subject.saves.values()}
    return saves | {f"load:{way.name}": way.digest for way in subject.loads.values()}


def inspect(root: Path, releases: Releases) -> tuple[Subject | None, dict[str, Record], list[Fault]]:
    """The subject, the records that can be used, and everything that is wrong. Without the folder: nothing."""
    if not (root / FOLDER).is_dir():
        return None, {}, []
    try:
        subject = Subject(root)
    except (OSError, SyntaxError, KeyError, ValueError) as error:
        return None, {}, [Fault(FOLDER.as_posix(), 0, "", f"cannot be read: {error}")]
    records, faults = {}, []
    for path in sorted((root / FOLDER / "measured").glob("*.json")):
        if path.stem not in subject.archetypes:
            faults.append(Fault(_name(root, path), 0, "", "belongs to no archetype: remove it"))
    for name in subject.archetypes:
        path = record_path(root, name)
        advice = f"run `atlas saved-models {name}`"
        if not path.exists():
            faults.append(Fault(_name(root, path), 0, "", f"is missing: {advice}"))
            continue
        try:
            record = read_record(path)
        except (ValidationError, ValueError) as error:
            first = str(error).splitlines()[0]
            faults.append(Fault(_name(root, path), 0, "", f"was not written by the lab ({first}): {advice}"))
            continue
        old = stale(root, releases, subject, name, record)
        if old:
            faults.append(Fault(_name(root, path), 0, "", f"was measured with another {', '.join(old)}: {advice}"))
        records[name] = record
    return subject, records, faults


def explains(claim: Cells, kind: str, form: str, way: str, outcome: Outcome) -> bool:
    """Whether an outcome is one of those that a rule's claim is about; the way `SAVING` is none to load."""
    if outcome.verdict != claim.verdict or claim.saving != (way == SAVING):
        return False
    for wanted, name in ((claim.saved_as, form), (claim.load_with, way), (claim.kinds, kind)):
        if wanted and name not in wanted:
            return False
    return claim.message in str(outcome.error or "")


def contradictions(rule: Rule, subject: Subject, records: dict[str, Record], releases: Releases) -> list:
    """What a rule's `cells` say and the matrix does not bear out, as (place in the rule's file, what)."""
    told = []
    for number, claim in enumerate(rule.cells):
        place = ("cells", number)
        known = {"saved_as": subject.saves, "load_with": subject.loads, "kinds": subject.archetypes}
        unknown = [name for field, names in known.items() for name in getattr(claim, field) if name not in names]
        if unknown:
            told.append((place, f"there is no {', '.join(unknown)} in {FOLDER.as_posix()}"))
            continue
        if claim.saving and (claim.load_with or claim.loaded_by):
            told.append((place, "where saving fails, nothing is loaded: drop load_with and loaded_by"))
            continue
        found, others = _held_against(claim, records, releases)
        if not found:
            what = "attempt to save" if claim.saving else "load"
            told.append((place, f"no {what} in the saved-model matrix fails so"))
        elif others:
            told.append((place, f"not so: {others[0]}" + (f", and {len(others) - 1} more" if others[1:] else "")))
    return told


def unsupported(rule: Rule) -> tuple[tuple[str, ...], str] | None:
    """What is wrong where a rule neither names cells nor says why there are none, as (place in its file, what)."""
    if rule.not_in_matrix and rule.category != PROVED:
        return ("not_in_matrix",), f"is for rules of category {PROVED}: remove it"
    if rule.not_in_matrix and rule.cells:
        return ("not_in_matrix",), "does not go with `cells`: remove one of them"
    if rule.category != PROVED or rule.cells or rule.not_in_matrix or rule.status is Status.WITHDRAWN:
        return None
    what = (
        "is missing: name the loads (or `saving: true`) of the saved-model matrix that fail so, or say in "
        "`not_in_matrix` why it cannot show them"
    )
    return ("cells",), what


def failing(claim: Cells, kind: str, record: Record) -> Iterator[tuple[str, str, str, str, str]]:
    """The cells of a record that a claim explains, as (state, way to save, way to load, saved by, loaded by).

    Where it is about saving, the way to load is `SAVING`, and the release that saves stands for the one that loads.
    """
    if claim.kinds and kind not in claim.kinds:
        return
    # Verdict and message do not depend on the ways, so most outcomes are out of the question at once.
    hits = {
        number
        for number, outcome in enumerate(record.outcomes)
        if outcome.verdict == claim.verdict and claim.message in str(outcome.error or "")
    }
    for state, rows in record.saves.items() if hits and claim.saving else ():
        for form in claim.saved_as or rows:
            for source, number in zip(record.environments, decode(rows.get(form, "")), strict=False):
                if number in hits:
                    yield state, form, SAVING, source, source
    for state, forms in record.loads.items() if hits and not claim.saving else ():
        for form in claim.saved_as or forms:
            ways = forms.get(form, {})
            for way in claim.load_with or ways:
                for source, row in ways.get(way, {}).items():
                    for target, number in zip(record.environments, decode(row), strict=False):
                        if number in hits:
                            yield state, form, way, source, target


def _held_against(claim: Cells, records: dict[str, Record], releases: Releases) -> tuple[bool, list[str]]:
    """Whether a claim explains any cell, and the cells that it covers and that came out otherwise."""
    found = any(next(failing(claim, kind, record), None) for kind, record in records.items())
    others = _saved_after_all(claim, records, releases) if claim.saving else []
    for kind, record in records.items() if claim.saved_by and claim.loaded_by else ():
        explained = set(failing(claim, kind, record))
        for state, forms in record.loads.items() if not claim.kinds or kind in claim.kinds else ():
            for form in claim.saved_as or forms:
                ways = forms.get(form, {})
                for way in claim.load_with or ways:
                    for source in ways.get(way, {}):
                        for target, outcome in record.loaded(state, form, way, source).items():
                            cell = (state, form, way, source, target)
                            if cell in explained or outcome.verdict == "absent":
                                continue
                            if _covers(claim, releases, source, target):
                                what = f"{outcome.verdict} {outcome.error or ''}".strip()
                                others.append(f"{kind} ({state}), {form} of {source}, {way} in {target}: {what:.150}")
    return found, others


def _saved_after_all(claim: Cells, records: dict[str, Record], releases: Releases) -> list[str]:
    """What was saved, or failed otherwise, where a claim says that saving fails."""
    first, last = (releases.position(one) for one in claim.saved_by or releases.minors[:1] * 2)
    covered = releases.minors[first : last + 1] if claim.saved_by else []
    told = []
    for kind, record in records.items():
        explained = set(failing(claim, kind, record))
        for state, rows in record.saves.items() if not claim.kinds or kind in claim.kinds else ():
            for form in claim.saved_as or rows:
                for source, outcome in record.saved(state, form).items():
                    cell = (state, form, SAVING, source, source)
                    if source in covered and cell not in explained and outcome.verdict != "absent":
                        what = f"{outcome.verdict} {outcome.error or ''}".strip()
                        told.append(f"{kind} ({state}), {form} by {source}: {what:.150}")
    return told


def _covers(claim: Cells, releases: Releases, source: str, target: str) -> bool:
    if not claim.saved_by or not claim.loaded_by or not {source, target} <= set(releases.minors):
        return False
    return all(
        releases.position(first) <= releases.position(name) <= releases.position(last)
        for (first, last), name in ((claim.saved_by, source), (claim.loaded_by, target))
    )


def encode(cells: list[int | None]) -> str:
    """Cells as a row: `0*16 3*7 -`."""
    parts = []
    for number, run in groupby(cells):
        count = len(list(run))
        text = "-" if number is None else str(number)
        parts.append(text if count == 1 else f"{text}*{count}")
    return " ".join(parts)


def decode(row: str) -> list[int | None]:
    """The cells of a row. Raises ValueError when it is none."""
    cells: list[int | None] = []
    for part in row.split():
        text, _, count = part.partition("*")
        cells += [None if text == "-" else int(text)] * int(count or 1)
    return cells


def _ways(path: Path) -> dict[str, Way]:
    text = path.read_text()
    found = {}
    for node in ast.parse(text).body:
        if isinstance(node, ast.FunctionDef):
            code = ast.get_source_segment(text, node)
            found[node.name] = Way(node.name, ast.get_docstring(node), code, _digest(code))
    return found


def _literals(path: Path) -> dict:
    body = ast.parse(path.read_text()).body
    return {node.targets[0].id: ast.literal_eval(node.value) for node in body if isinstance(node, ast.Assign)}


def _title(text: str) -> str:
    return (ast.get_docstring(ast.parse(text)) or "").split("\n")[0].rstrip(".")


def _name(root: Path, path: Path) -> str:
    return path.relative_to(root).as_posix()


def _digest(*parts) -> str:
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()[:12]
