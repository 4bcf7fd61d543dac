"""What the saved-model pages show, drawn from the matrix. No HTML and no MkDocs here."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

from scripts.registry.explained import first_line, kind_of_message, read_excuses
from scripts.registry.measured import Measured
from scripts.registry.releases import Releases
from scripts.registry.rule import Cells, Rule
from scripts.registry.saved_models import Outcome, Record, Subject, decode, explains, failing
from scripts.website.likeness import contains
from scripts.website.recipes import recipe

# The call that a reader tries first on what was saved in a way; the others follow in order of preference.
FIRST_WAY = {
    "weights_h5": "load_weights",
    "weights_keras": "load_weights",
    "weights_checkpoint": "load_weights",
    "tf_checkpoint": "restore",
    "tf_saved_model": "saved_model_load",
    "export": "saved_model_load",
    "json": "model_from_json",
    "yaml": "model_from_yaml",
    "tflite": "interpreter",
}
LOAD_MODEL = "load_model"
LETTERS = {"same": "s", "differs": "d", "unusable": "u", "error": "e", "absent": "a"}
UNTRIED = "-"
SHOWN = {"saving", "saved_as", "load_with", "kinds", "verdict", "message"}  # of a claim or an excuse


@dataclass
class Cell:
    """One pair of releases for one way to save: of `tried` models of `kinds` kinds, how many give the same outputs."""

    tried: int = 0
    first: int = 0
    any: int = 0
    kinds: int = 0

    def share(self, name: str) -> str:
        """`all`, `none`, a percentage, or nothing when none was tried; `name` is `first` or `any`."""
        count = getattr(self, name)
        if not self.tried:
            return ""
        return "all" if count == self.tried else "none" if not count else f"{100 * count // self.tried}"


@dataclass
class Trouble:
    """A failure that several cells share: the way, the message, and where it was met."""

    way: str
    text: str
    verdict: str
    cells: int = 0
    kinds: set[str] = field(default_factory=set)
    sources: set[str] = field(default_factory=set)
    targets: set[str] = field(default_factory=set)
    rules: set[str] = field(default_factory=set)


class SavedModels:
    """The matrix as tables."""

    def __init__(
        self,
        subject: Subject,
        records: dict[str, Record],
        releases: Releases,
        rules: Iterable[Rule],
        measured: dict[str, Measured] | None = None,
    ):
        """`records` by archetype, without those that are missing; `rules` explain what fails, `measured` by rule."""
        self.subject, self.records, self.releases = subject, records, releases
        self._proofs: dict[str, list] = {}
        explaining = [rule for rule in rules if rule.cells]
        self.claims = [(rule.id, claim) for rule in explaining for claim in rule.cells]
        self.recipes = {rule.id: recipe(rule, (measured or {}).get(rule.id)) for rule in explaining}

    @property
    def sources(self) -> list[str]:
        """The environments that save."""
        return [one.name for one in self.releases.environments.values() if one.kind != "latest"]

    @property
    def targets(self) -> list[str]:
        """The environments that load."""
        return list(self.releases.environments)

    def columns(self, form: str, source: str | None = None) -> dict[str, list[str]]:
        """The environments that loaded what was saved so (by `source`), by kind."""
        loaded = {target for saved, target in self.cells[form] if source in (None, saved)}
        found: dict[str, list[str]] = defaultdict(list)
        for name in self.targets:
            if name in loaded:
                found[self.releases.environments[name].kind].append(name)
        return found

    def opens(self, name: str) -> bool:
        """Whether a column that comes first among its kind is marked as such."""
        return self.releases.environments[name].kind != "release"

    def saved_by(self, form: str, source: str) -> bool:
        """Whether anything that this environment saved so was loaded."""
        return any(saved == source for saved, _ in self.cells[form])

    @property
    def keras(self) -> dict[str, list[str]]:
        """Releases by the version of Keras that they write into files."""
        found: dict[str, list[str]] = defaultdict(list)
        versions = {name: one for record in self.records.values() for name, one in record.keras.items()}
        for name in self.sources:
            if name in versions:
                found[versions[name]].append(name)
        return found

    def first_way(self, form: str) -> str:
        """The way to load that a reader tries first."""
        return FIRST_WAY.get(form, LOAD_MODEL)

    def ways(self, form: str) -> list[str]:
        """All ways to load it that were tried, the obvious one first."""
        names = [way for way, forms in self.subject.reads.items() if form in forms]
        return sorted(names, key=lambda way: way != self.first_way(form))

    @cached_property
    def cells(self) -> dict[str, dict[tuple[str, str], Cell]]:
        """By way to save and pair of environments."""
        return {form: self._cells(form) for form in self.subject.saves}

    def by_way(self, form: str, source: str) -> dict[str, dict[str, Cell]]:
        """For what one environment saved: by way to load and environment that loads; `absent` ways are not tried."""
        found: dict[str, dict[str, Cell]] = {way: defaultdict(Cell) for way in self.ways(form)}
        for record in self.records.values():
            met = set()
            for state in record.loads:
                for way, cells in found.items():
                    for target, outcome in record.loaded(state, form, way, source).items():
                        if outcome.verdict != "absent":
                            cells[target].tried += 1
                            cells[target].first += outcome.verdict == "same"
                            met.add((way, target))
            for way, target in met:
                found[way][target].kinds += 1
        return {way: cells for way, cells in found.items() if cells}

    def coverage(self) -> list[tuple[list[str], set[str], set[str]]]:
        """Which kinds of model were saved by which environments and loaded by which, most complete first."""
        found: dict[tuple, list[str]] = defaultdict(list)
        for kind, record in self.records.items():
            sources, targets = set(), set()
            for forms in record.loads.values():
                for ways in forms.values():
                    for rows in ways.values():
                        for source, row in rows.items():
                            sources.add(source)
                            cells = zip(record.environments, decode(row), strict=False)
                            targets |= {name for name, number in cells if number is not None}
            found[frozenset(sources), frozenset(targets)].append(kind)
        rows = [(kinds, set(sources), set(targets)) for (sources, targets), kinds in found.items()]
        return sorted(rows, key=lambda row: -len(row[1]) * len(row[2]))

    @cached_property
    def count(self) -> int:
        """How many loads stand behind the pages."""
        rows = (
            row
            for record in self.records.values()
            for forms in record.loads.values()
            for ways in forms.values()
            for sources in ways.values()
            for row in sources.values()
        )
        return sum(sum(1 for one in decode(row) if one is not None) for row in rows)

    @cached_property
    def _lines(self) -> dict[str, list[str]]:
        return {kind: [kind_of_message(one) for one in record.outcomes] for kind, record in self.records.items()}

    def troubles(self, form: str) -> list[Trouble]:
        """The failures of loading what was saved so, most frequent first."""
        found: dict[tuple, Trouble] = {}
        for kind, record in self.records.items():
            lines = self._lines[kind]
            for ways in (forms.get(form, {}) for forms in record.loads.values()):
                for way, rows in ways.items():
                    for source, row in rows.items():
                        for target, number in zip(record.environments, decode(row), strict=False):
                            if number is None or record.outcomes[number].verdict in ("same", "absent"):
                                continue
                            one = found.setdefault(
                                (way, lines[number]),
                                Trouble(way, lines[number], record.outcomes[number].verdict),
                            )
                            if kind not in one.kinds:
                                one.rules |= self.explained(kind, form, way, record.outcomes[number])
                            one.cells += 1
                            one.kinds.add(kind)
                            one.sources.add(source)
                            one.targets.add(target)
        return sorted(found.values(), key=lambda one: (-len(one.kinds), -one.cells, one.text))

    def explained(self, kind: str, form: str, way: str, outcome: Outcome) -> set[str]:
        """The rules that are about a failure."""
        return {id for id, claim in self.claims if explains(claim, kind, form, way, outcome)}

    def proofs(self, rule: Rule) -> list[tuple[Cells, int, tuple[str, str, str]]]:
        """The claims of a rule, with the number of cells that bear each out, and one: (form, saved by, loaded by)."""
        if rule.id not in self._proofs:
            found = []
            for claim in rule.cells:
                cells = [cell for kind, record in self.records.items() for cell in failing(claim, kind, record)]
                if cells:
                    _, form, _, saved, loaded = cells[-1]
                    found.append((claim, len(cells), (form, saved, loaded)))
            self._proofs[rule.id] = found
        return self._proofs[rule.id]

    def not_saved(self, form: str) -> dict[str, list[str]]:
        """Why it cannot be saved so: message → environments in which no archetype could be."""
        told: dict[str, list[str]] = defaultdict(list)
        for source in self.sources:
            outcomes = [
                outcome
                for record in self.records.values()
                for state in record.saves
                if (outcome := record.saved(state, form).get(source))
            ]
            if outcomes and all(one.verdict != "same" for one in outcomes):
                text, _ = Counter(str(one.error) for one in outcomes).most_common(1)[0]
                told[first_line(text)].append(source)
        return told

    def summary(self, form: str) -> dict[str, Cell]:
        """All pairs of same or later releases together: within Keras 2, from Keras 2 to Keras 3, within Keras 3."""
        total = {name: Cell() for name in ("two", "across", "three")}
        for (source, target), cell in self.cells[form].items():
            if self._position(target) < self._position(source):
                continue
            kinds = (self._keras(source), self._keras(target))
            one = total["two" if kinds == (2, 2) else "across" if kinds == (2, 3) else "three"]
            if kinds != (3, 2):
                one.tried, one.first, one.any = one.tried + cell.tried, one.first + cell.first, one.any + cell.any
        return total

    def data(self) -> str:
        """The matrix as a classic script, for the picker: `window.atlasSavedModels = {…}`."""
        subject = self.subject
        content = {
            "environments": {
                name: {"tensorflow": one.release.patch, "kind": one.kind}
                for name, one in self.releases.environments.items()
            },
            "keras": self.keras,
            "saves": {name: {"title": way.title, "code": body(way.code)} for name, way in subject.saves.items()},
            "loads": {name: {"title": way.title, "code": way.code} for name, way in subject.loads.items()},
            "ways": {form: self.ways(form) for form in subject.saves},
            "claims": [{"rule": id, **claim.model_dump(include=SHOWN)} for id, claim in self.claims],
            "recipes": self.recipes,
            "excuses": [
                {
                    "title": excuse.title,
                    "reason": excuse.reason,
                    "older": claim.older_release,
                    **claim.model_dump(include=SHOWN),
                }
                for excuse in read_excuses(subject.root)[0].excuses
                for claim in excuse.cells
            ],
            "kinds": {name: subject.archetypes[name].title for name in self.records},
            "contains": {name: contains(subject.archetypes[name]) for name in self.records},
            "records": {
                name: {
                    "outcomes": [_short(one) for one in record.outcomes],
                    "saves": record.saves,
                    "loads": record.loads,
                }
                for name, record in self.records.items()
            },
        }
        return f"window.atlasSavedModels = {json.dumps(content, ensure_ascii=False, separators=(',', ':'))};\n"

    def _cells(self, form: str) -> dict[tuple[str, str], Cell]:
        cells: dict[tuple[str, str], Cell] = defaultdict(Cell)
        first = self.first_way(form)
        for record in self.records.values():
            letters = [LETTERS[one.verdict] for one in record.outcomes]
            order = list(record.environments)
            met = set()
            for state in record.loads:
                ways = record.loads[state].get(form, {})
                rows: dict[str, dict[str, str]] = defaultdict(dict)
                for way, by_source in ways.items():
                    for source, row in by_source.items():
                        rows[source][way] = "".join(UNTRIED if one is None else letters[one] for one in decode(row))
                for source, by_way in rows.items():
                    obvious = by_way.get(first, "")
                    for place, column in enumerate(zip(*by_way.values(), strict=True)):
                        if set(column) == {UNTRIED}:
                            continue
                        cell = cells[source, order[place]]
                        cell.tried += 1
                        cell.any += "s" in column
                        cell.first += obvious[place : place + 1] == "s"
                        met.add((source, order[place]))
            for pair in met:
                cells[pair].kinds += 1
        return cells

    def _position(self, name: str) -> int:
        return self.releases.position(self.releases.environments[name].release.minor)

    def _keras(self, name: str) -> int:
        environment = self.releases.environments[name]
        return 2 if environment.kind == "tf_keras" or self._position(name) < self.releases.position("2.16") else 3


def body(code: str) -> str:
    """The statements of a way to save, without `def` and docstring."""
    lines = code.splitlines()[2:]
    return "\n".join(line.removeprefix("    ") for line in lines).strip()


def _short(outcome: Outcome) -> dict:
    """An outcome for the picker; only what it shows."""
    found = {"v": LETTERS[outcome.verdict]}
    if outcome.error:
        found["e"] = str(outcome.error)
    more = {"at": outcome.at, "d": outcome.difference, "t": outcome.training, "k": outcome.kind}
    found |= {name: value for name, value in more.items() if value}
    if outcome.again:
        found["a"] = first_line(str(outcome.again))
    if outcome.messages:
        found["m"] = [first_line(one.text) for one in outcome.messages]
    return found
