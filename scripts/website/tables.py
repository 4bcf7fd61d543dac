"""The tables of the site as plain data: strips, environments, and rules by release, symbol and message."""

from __future__ import annotations

import difflib
import itertools
import re
from dataclasses import dataclass, field
from pathlib import Path

from scripts.registry.content import lock_path
from scripts.registry.releases import Environment, Releases
from scripts.registry.rule import Impact, Rule, Symbol
from scripts.website import facts
from scripts.website.facts import Behaviour, Seen
from scripts.website.site import FIRST, Site

KINDS = {"release": "TensorFlow, dependencies of its day", "tf_keras": "with tf_keras", "latest": "today's"}
PACKAGES = ("keras", "tf-keras", "numpy", "protobuf", "h5py")


@dataclass(frozen=True)
class Cell:
    """Neighbouring environments in which a file does the same thing."""

    environments: tuple[str, ...]
    kind: str
    behaviour: Behaviour

    @property
    def outcome(self) -> str:
        """The outcome that they share."""
        return self.behaviour.outcome


@dataclass(frozen=True)
class Row:
    """One file in the strip: its cells from the oldest to the newest environment, and all that it does."""

    file: str
    cells: tuple[Cell, ...]
    behaviours: tuple[Behaviour, ...]


@dataclass(frozen=True)
class Strip:
    """Each example file of a rule in each environment; `columns` holds the environments, a list for each kind."""

    columns: dict[str, list[Environment]]
    rows: tuple[Row, ...]


def strip(site: Site, rule: Rule) -> Strip:
    """The strip of a rule."""
    measured, releases = site.measured(rule), site.releases
    rows = []
    for file in in_order(measured.files):
        behaviours = facts.behaviours(rule, measured, releases, file)
        by_environment = {name: one for one in behaviours for name in one.environments}
        cells = [
            Cell(tuple(name for name, _ in group), kind, behaviour)
            for (kind, _), group, behaviour in _neighbours(releases, by_environment)
        ]
        rows.append(Row(file, tuple(cells), tuple(behaviours)))
    return Strip(columns(releases), tuple(rows))


def columns(releases: Releases) -> dict[str, list[Environment]]:
    """All environments, a list for each kind, in order."""
    environments = releases.environments.values()
    return {kind: [one for one in environments if one.kind == kind] for kind in KINDS}


def in_order(files) -> list[str]:
    """Names of example files in the order of reading: before, after, bridge; then the named ones."""
    kinds = ("before", "after", "bridge")
    return sorted(files, key=lambda name: ("_" in name, kinds.index(re.split(r"[_.]", name)[0]), name))


def _neighbours(releases: Releases, by_environment: dict[str, Behaviour]):
    pairs = []
    for environment in releases.environments.values():
        behaviour = by_environment.get(environment.name)
        if behaviour is not None:
            pairs.append((environment, behaviour))
    for key, group in itertools.groupby(pairs, key=lambda pair: (pair[0].kind, pair[1].number)):
        members = list(group)
        yield key, [(environment.name, environment) for environment, _ in members], members[0][1]


@dataclass(frozen=True)
class Example:
    """One group of example files that belong together, with the name of the group ("" for the main one)."""

    name: str
    files: dict[str, str]

    def paired(self) -> bool:
        """Whether it has old and new code to be put side by side."""
        return {"before", "after"} <= {file.split("_")[0].removesuffix(".py") for file in self.files}


def examples(site: Site, rule: Rule) -> tuple[str, list[Example]]:
    """The text of `prepare.py` ("" when there is none), and the other files in groups by their suffix."""
    code = site.registry.code(rule)
    groups: dict[str, dict[str, str]] = {}
    for name in in_order(name for name in code if name != "prepare.py"):
        groups.setdefault(name.removesuffix(".py").partition("_")[2], {})[name] = code[name]
    return code.get("prepare.py", ""), [Example(name, files) for name, files in groups.items()]


@dataclass
class ReleaseChanges:
    """What changes in one release, silent rules first."""

    breaks: list[Rule] = field(default_factory=list)
    warns: list[Rule] = field(default_factory=list)
    mended: list[Rule] = field(default_factory=list)


def by_release(site: Site) -> dict[str, ReleaseChanges]:
    """The changes of every release, oldest first."""
    changes = {minor: ReleaseChanges() for minor in site.releases.minors}
    for rule in site.live:
        claims = rule.versions.tensorflow
        for minor, kind in (
            (claims.breaks_from, "breaks"),
            (claims.warns_from, "warns"),
            (claims.fixed_from, "mended"),
        ):
            if minor in changes:
                getattr(changes[minor], kind).append(rule)
    return changes


def by_category(site: Site) -> dict[int, list[Rule]]:
    """The rules of every category, silent ones first."""
    found: dict[int, list[Rule]] = {number: [] for number in site.registry.categories}
    for rule in site.live:
        found[rule.category].append(rule)
    return found


def by_symbol(site: Site) -> dict[str, dict[str, list[tuple[Rule, Symbol]]]]:
    """Rules by symbol, symbols in order of the alphabet and grouped by the module that they live in."""
    symbols: dict[str, list[tuple[Rule, Symbol]]] = {}
    for rule in site.live:
        for symbol in rule.symbols:
            symbols.setdefault(symbol.name, []).append((rule, symbol))
    groups: dict[str, dict[str, list[tuple[Rule, Symbol]]]] = {}
    for name in sorted(symbols, key=str.lower):
        groups.setdefault(module_of(name), {})[name] = symbols[name]
    return dict(sorted(groups.items(), key=lambda group: group[0].lower()))


def module_of(symbol: str) -> str:
    """The first two or three lower-case parts of a name: `tf.keras.optimizers.Adam(lr=)` → `tf.keras.optimizers`."""
    parts = symbol.partition("(")[0].split(".")
    depth = 3 if parts[1:2] in (["keras"], ["compat"]) else 2
    modules = list(itertools.takewhile(lambda part: part.islower(), parts[:-1]))[:depth]
    return ".".join(modules or parts[:1])


def by_message(site: Site) -> dict[str, list[tuple[Seen, list[Rule]]]]:
    """Printed messages with the rules that they belong to, grouped by type of error, then warnings, then lines."""
    merged: dict[tuple[str, str, str], tuple[set[str], list[Rule]]] = {}
    for rule in site.live:
        for one in facts.seen(site.measured(rule), site.releases):
            names, rules = merged.setdefault((one.kind, one.type, one.text), (set(), []))
            names.update(one.environments)
            rules.append(rule)
    groups: dict[str, list[tuple[Seen, list[Rule]]]] = {}
    for (kind, type_, text), (names, rules) in sorted(merged.items(), key=lambda item: item[0][2].lower()):
        heading = type_ if kind == "error" else MESSAGE_KINDS[kind]
        groups.setdefault(heading, []).append((Seen(kind, type_, text, tuple(names)), rules))
    last = list(MESSAGE_KINDS.values())
    return dict(sorted(groups.items(), key=lambda group: (last.index(group[0]) + 1 if group[0] in last else 0, group[0])))


MESSAGE_KINDS = {
    "deprecation": "Deprecation warnings",
    "warning": "Other warnings",
    "log": "Log messages",
    "stderr": "Lines on standard error",
}


def numbers(site: Site) -> dict[str, int]:
    """How much there is: rules, silent ones, environments, releases, runs."""
    return {
        "rules": len(site.live),
        "silent": sum(rule.impact is Impact.SILENT for rule in site.live),
        "environments": len(site.releases.environments),
        "releases": len(site.releases.minors),
        "runs": site.runs,
    }


def impacts(site: Site) -> list[Impact]:
    """The impacts that occur, in order of urgency."""
    return [impact for impact in FIRST if any(rule.impact is impact for rule in site.live)]


def installed(root: Path, environment: Environment) -> dict[str, str]:
    """Versions of the packages that matter, read from an environment's lock."""
    path = lock_path(root, environment)
    pins = re.findall(r"^([\w.-]+)==([^\s;]+)", path.read_text(), re.MULTILINE) if path.exists() else []
    return {name: version for name, version in pins if name in PACKAGES}


def changed(before: str, after: str) -> tuple[set[int], set[int]]:
    """Numbers of the lines (from 1) that differ, in each of two texts."""
    one, other = before.splitlines(), after.splitlines()
    old: set[int] = set()
    new: set[int] = set()
    for kind, a, b, c, d in difflib.SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        if kind != "equal":
            old.update(range(a + 1, b + 1))
            new.update(range(c + 1, d + 1))
    return old, new
