"""The tables of the site as plain data: strips, environments, and rules by release, symbol and message."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from scripts.registry import locks
from scripts.registry.releases import Environment
from scripts.registry.requirements import measured_releases
from scripts.registry.rule import Impact, Rule, Symbol
from scripts.website import facts, words
from scripts.website.facts import Behaviour, Seen
from scripts.website.site import Site

PACKAGES = ("keras", "tf-keras", "numpy", "protobuf", "h5py")


@dataclass(frozen=True)
class Cell:
    """Neighbouring environments in which a file does the same; None where it was not measured.

    `first` marks cells with which a new kind of environments begins.
    """

    environments: tuple[str, ...]
    behaviour: Behaviour | None
    first: bool


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
    environments = list(releases.environments.values())
    if rule.example.requirements:  # measured in some releases only, by design
        environments = [one for one in environments if one.name in measured_releases(rule, releases)]
    rows = []
    for file in in_order(measured.files):
        behaviours = facts.behaviours(rule, measured, releases, file)
        rows.append(Row(file, tuple(_cells(environments, behaviours)), tuple(behaviours)))
    return Strip(columns(environments), tuple(rows))


def _cells(environments: list[Environment], behaviours: list[Behaviour]) -> Iterator[Cell]:
    of = {name: behaviour for behaviour in behaviours for name in behaviour.environments}
    kind = "release"
    for _, group in itertools.groupby(
        environments, key=lambda one: (one.kind, of[one.name].number if one.name in of else 0)
    ):
        members = list(group)
        yield Cell(tuple(one.name for one in members), of.get(members[0].name), members[0].kind != kind)
        kind = members[0].kind


def columns(environments: list[Environment]) -> dict[str, list[Environment]]:
    """Environments, a list for each kind, in order."""
    return {kind: [one for one in environments if one.kind == kind] for kind in words.KINDS}


def in_order(files) -> list[str]:
    """Names of example files in the order of reading: before, after, bridge; then the named ones."""
    kinds = ("before", "after", "bridge")
    return sorted(files, key=lambda name: ("_" in name, kinds.index(re.split(r"[_.]", name)[0]), name))


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
        if rule.example.requirements:  # nothing that a release changed
            continue
        for minor, kind in (
            (claims.breaks_from, "breaks"),
            (claims.breaks_again_from, "breaks"),
            (claims.warns_from, "warns"),
            (claims.fixed_from, "mended"),
            (claims.fixed_again_from, "mended"),
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
    last = ["", *MESSAGE_KINDS.values()]
    names = sorted(groups, key=lambda name: (last.index(name) if name in last else 0, name))
    return {name: groups[name] for name in names}


MESSAGE_KINDS = {
    "deprecation": "Deprecation warnings",
    "warning": "Other warnings",
    "log": "Log messages",
    "stderr": "Lines on standard error",
}


def numbers(site: Site) -> dict[str, int]:
    """How much there is: rules, silent ones, environments, releases, runs; loads and kinds of saved models."""
    matrix = site.saved_models
    return {
        "loads": matrix.count if matrix else 0,
        "kinds": len(matrix.records) if matrix else 0,
        "rules": len(site.live),
        "silent": sum(rule.impact is Impact.SILENT for rule in site.live),
        "environments": len(site.releases.environments),
        "releases": len(site.releases.minors),
        "runs": site.runs,
    }


def installed(root: Path, environment: Environment) -> dict[str, str]:
    """Versions of the packages that matter, read from an environment's lock."""
    return {name: version for name, version in locks.packages(root, environment).items() if name in PACKAGES}
