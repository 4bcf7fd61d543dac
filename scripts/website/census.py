"""The account of the census as the pages show it: counts by release and by area, and every excuse."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from itertools import groupby

from scripts.census.coverage import CALLS, Accounted, Coverage, Excuse
from scripts.census.diff import ATTRIBUTE, DEPRECATED, KIND, MEMBER, MOVED, RAISES, REMOVED
from scripts.census.tally import Tally, tallies

GROUPS = {
    "names": (REMOVED, MOVED, KIND),
    "members": (MEMBER, ATTRIBUTE, RAISES),
    "calls": CALLS,
    "deprecated": (DEPRECATED,),
}
HEADINGS = {
    "names": "Names",
    "members": "Members",
    "calls": "Parameters",
    "deprecated": "Deprecated",
}
LONG = {
    "names": "Names that left or moved",
    "members": "Members and attributes that left classes",
    "calls": "Parameters and defaults that changed",
    "deprecated": "Newly deprecated, and still there in the newest release",
}


@dataclass(frozen=True)
class Count:
    """How many changes there are, and what accounts for them."""

    all: int
    with_rule: int
    excused: int
    open: int


@dataclass(frozen=True)
class Row:
    """One line of a table: what is counted, all of it, and each group of it."""

    title: str
    total: Count
    groups: dict[str, Count]


class Census:
    """The account, ready for tables."""

    def __init__(self, coverage: Coverage):
        """Take the account; it is computed when it is first asked for."""
        self.coverage = coverage

    @cached_property
    def account(self) -> list[Accounted]:
        """Every change, by release and in order of name within one."""
        return self.coverage.account

    @cached_property
    def total(self) -> Count:
        """All of it."""
        return count(self.account)

    @cached_property
    def releases(self) -> list[Row]:
        """A row for each release that changed something, the newest first, then what only newer Keras minors have."""
        rows = [_row(name, list(found)) for name, found in groupby(self.account, key=lambda one: one.item.when)]
        return sorted(reversed(rows), key=lambda row: row.title.startswith("Keras"))

    @cached_property
    def areas(self) -> list[Row]:
        """A row for each area of the interface, most changes first."""
        found: dict[str, list[Accounted]] = {}
        for one in self.account:
            found.setdefault(one.item.area, []).append(one)
        rows = [_row(area, changes) for area, changes in found.items()]
        return sorted(rows, key=lambda row: (-row.total.open, -row.total.all, row.title))

    @cached_property
    def excuses(self) -> list[tuple[Excuse, int]]:
        """Every excuse with the number of changes that it alone accounts for, most first."""
        numbers = [0] * len(self.coverage.excuses.excused)
        for one in self.account:
            for index in one.excuses if not one.rules else ():
                numbers[index] += 1
        return sorted(zip(self.coverage.excuses.excused, numbers, strict=True), key=lambda pair: -pair[1])

    @cached_property
    def open(self) -> dict[str, dict[str, list[Accounted]]]:
        """What nothing accounts for, by release (newest first) and area."""
        found: dict[str, dict[str, list[Accounted]]] = {}
        for one in reversed(self.account):
            if one.open:
                found.setdefault(one.item.when, {}).setdefault(one.item.area, []).append(one)
        return {when: dict(sorted(areas.items())) for when, areas in found.items()}

    @cached_property
    def tallies(self) -> list[Tally]:
        """The census in numbers, beside an independent count."""
        return tallies(self.coverage.history)

    def of(self, release: str) -> dict[str, Group]:
        """What came with a release, by group; groups without changes are left out."""
        found: dict[str, Group] = {}
        for one in self.account:
            if one.item.release == release:
                name = next(name for name, kinds in GROUPS.items() if one.item.change.kind in kinds)
                found.setdefault(name, Group(LONG[name])).add(one)
        return {name: found[name] for name in GROUPS if name in found}


@dataclass
class Group:
    """Changes of one release: those with a rule by the first of their rules, and numbers of the others."""

    title: str
    by_rule: dict[str, list[Accounted]] = field(default_factory=dict)
    excused: int = 0
    open: int = 0

    @property
    def all(self) -> int:
        """How many there are."""
        return sum(map(len, self.by_rule.values())) + self.excused + self.open

    def add(self, one: Accounted) -> None:
        """Take one in."""
        if one.rules:
            self.by_rule.setdefault(one.rules[0], []).append(one)
        elif one.excuses:
            self.excused += 1
        else:
            self.open += 1


def count(changes: Iterable[Accounted]) -> Count:
    """Count changes by what accounts for them."""
    changes = list(changes)
    ruled = sum(bool(one.rules) for one in changes)
    open_ = sum(one.open for one in changes)
    return Count(len(changes), ruled, len(changes) - ruled - open_, open_)


def _row(title: str, changes: list[Accounted]) -> Row:
    by_group = {name: count(one for one in changes if one.item.change.kind in kinds) for name, kinds in GROUPS.items()}
    return Row(title, count(changes), by_group)
