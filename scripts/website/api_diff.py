"""What `api-diff.html` knows: every change of the interface with the releases between which it is to be told.

A change is told of a move from `a` to `b` when what it is about stood in all releases from `a` to the one that brought
the change (`born`), and when nothing has undone it up to `b` (`until`). Each release has a script of its own, which the
page loads when it is asked for a move over that release.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from scripts.census import coverage, diff, keywords
from scripts.census.coverage import Accounted
from scripts.census.history import History, Item
from scripts.census.surface import Entry, Surface, split
from scripts.website import plan, tables
from scripts.website.site import Site

FOLDER = "assets/javascripts/api-diff"
MANY = 60  # changes that an area needs to stand for itself; a smaller one is counted with the one around it
GONE = (diff.REMOVED, diff.MOVED, diff.MEMBER, diff.ATTRIBUTE)
ACCOUNTS = {"rule": "With a rule", "excused": "Excused", "open": "Open"}
EFFECTS = {"silent": "Silent", "error": "Error", "unclear": "A call must tell", "warning": "Warning"}


@dataclass(frozen=True)
class Row:
    """A change, the oldest of its names, and the places of three releases; `until` is None where it still holds."""

    one: Accounted
    name: str
    born: int
    since: int
    until: int | None

    def told(self, old: int, new: int) -> bool:
        """Whether it is told of a move between two releases, given by their places."""
        return self.born <= old < self.since <= new and (self.until is None or new < self.until)


class ApiDiff:
    """All changes, ready for the page."""

    def __init__(self, site: Site):
        """Read the census of a site that has one."""
        self.site = site
        self.coverage: coverage.Coverage = site.census.coverage
        self.names = [*self.history.tensorflow]
        latest = f"{site.releases.latest.minor}-latest"
        self.ends = [*self.names, latest]  # the last: the newest release with a newer Keras than its own
        self.rows = list(self._rows())
        counts = Counter(row.one.item.area for row in self.rows)
        self._areas = {area: _merged(area, counts) for area in counts}

    @property
    def history(self) -> History:
        """What was measured."""
        return self.coverage.history

    @property
    def kinds(self) -> tuple[str, ...]:
        """All kinds of change, in the order that the scripts count them in."""
        return coverage.KINDS

    def area(self, row: Row) -> str:
        """The part of the interface that a change is counted with."""
        return self._areas[row.one.item.area]

    def lists(self) -> dict[str, tuple[str, dict[str, str]]]:
        """What the page is narrowed by: name: (title, {value: its name}); values that no change has are left out."""
        areas = Counter(self.area(row) for row in self.rows)
        kinds = {row.one.item.change.kind for row in self.rows}
        return {
            "effect": ("Effect", EFFECTS),
            "account": ("Accounted for", {one: ACCOUNTS[one] for one in ACCOUNTS if self._has(one)}),
            "kind": ("Change", {kind: kind for kind in coverage.KINDS if kind in kinds}),
            "area": ("Area", {area: area for area in sorted(areas)}),
        }

    def between(self, old: str, new: str) -> list[Row]:
        """The changes that are told of a move."""
        places = self.ends.index(old), self.ends.index(new)
        return [row for row in self.rows if row.told(*places)]

    def scripts(self) -> Iterator[tuple[str, str]]:
        """(path, text) of the script of each release that changed something."""
        for place, name in enumerate(self.ends):
            if rows := [row for row in self.rows if row.since == place]:
                yield f"{FOLDER}/{name}.js", self._script(name, rows)

    def steps(self) -> list[tuple[str, int, int]]:
        """For each end but the first: its name, how many changes it brought, and how many of these have a rule."""
        found = []
        for place, name in list(enumerate(self.ends))[1:]:
            mine = [row for row in self.rows if row.since == place]
            found.append((name, len(mine), sum(bool(row.one.rules) for row in mine)))
        return found

    def _has(self, account: str) -> bool:
        return any(account_of(row.one) == account for row in self.rows)

    def _script(self, name: str, rows: list[Row]) -> str:
        excuses = self.coverage.excuses.excused
        known = {id: self.site.rules[id].title for row in rows for id in row.one.rules if id in self.site.rules}
        used = sorted({row.one.excuses[0] for row in rows if row.one.excuses and not row.one.rules})
        content = {
            "rules": known,
            "excuses": {str(index): excuses[index].reason for index in used},
            "changes": [self._record(row) for row in rows],
        }
        text = json.dumps(content, ensure_ascii=False, separators=(",", ":")).replace("],[", "],\n[")
        return f'(window.atlasApi = window.atlasApi || {{}})["{name}"] = {text};\n'

    def _record(self, row: Row) -> list:
        """Name, kind, effect, area, what it is now, born, until (-1: never), rules, and the excuse (-1: none)."""
        change, one = row.one.item.change, row.one
        return [
            row.name,
            coverage.KINDS.index(change.kind),
            list(EFFECTS).index(change.effect),
            self.area(row),
            f"now {change.to}" if change.to else change.detail,
            row.born,
            -1 if row.until is None else row.until,
            [id for id in one.rules if id in self.site.rules],
            one.excuses[0] if one.excuses and not one.rules else -1,
        ]

    # ---- what is told when ----

    def _rows(self) -> Iterator[Row]:
        surfaces = list(self.history.tensorflow.values())
        for one in self.coverage.account:
            if one.item.change.kind != diff.DEPRECATED and one.item.release:
                since = self.names.index(one.item.release)
                if one.item.change.kind == keywords.KIND:
                    yield self._refused(one, since)
                    continue
                name, born = _oldest(surfaces, one.item.change.names, since)
                if born < since:
                    yield Row(one, name, born, since, _until(surfaces, one.item.change.kind, name, since))
        yield from self._deprecated(surfaces)
        yield from self._of_keras(surfaces)

    def _refused(self, one: Accounted, since: int) -> Row:
        """A keyword that no signature shows, for the releases that took it and those that refuse it."""
        name = one.item.change.symbol
        called, argument = _parts(name)
        answers = [self.history.keywords[release].accepted.get(called) for release in self.names]
        born = since
        while born > 0 and argument in (answers[born - 1] or ()):
            born -= 1
        over = _first(since + 1, len(answers), lambda later: answers[later] is None or argument in answers[later])
        return Row(one, name, born, since, over)

    def _deprecated(self, surfaces: list[Surface]) -> Iterator[Row]:
        """Each deprecation, those that were carried out as well, for the releases in which it is declared."""
        declared = [diff.deprecations(surface) for surface in surfaces]
        spelled = [{name for names, _ in found.values() for name in names} for found in declared]
        for place in range(1, len(surfaces)):
            for names, text in declared[place].values():
                if not spelled[place - 1].intersection(names):
                    name, born = _oldest(surfaces, names, place)
                    until = _first(place + 1, len(surfaces), lambda later, names=names: not spelled[later] & {*names})
                    if born < place:
                        change = diff.Change(diff.DEPRECATED, names, "warning", text)
                        item = Item(change, self.names[place])
                        yield Row(self.coverage.accounted(item), name, born, place, until)

    def _of_keras(self, surfaces: list[Surface]) -> Iterator[Row]:
        """What only a newer Keras has than the newest release came with."""
        environment = self.site.releases.environments[self.names[-1]]
        own = _version(tables.installed(self.site.registry.root, environment).get("keras", "2"))
        for one in self.coverage.account:
            item = one.item
            if not item.release and _version(item.keras) > own:
                name, born = _oldest(surfaces, item.change.names, len(surfaces))
                yield Row(one, name, born, len(surfaces), None)


def account_of(one: Accounted) -> str:
    """`rule`, `excused` or `open`."""
    return "rule" if one.rules else "excused" if one.excuses else "open"


def default_ends(site: Site) -> tuple[str, str]:
    """The move that the page shows first."""
    return plan.last_with_keras_2(site), site.releases.newest


def _merged(area: str, counts: Counter) -> str:
    while counts[area] < MANY and "." in area:
        area = area.rpartition(".")[0]
    return "tf" if area in ("tf.compat",) else area


def _version(text: str) -> tuple[int, ...]:
    return tuple(map(int, text.split(".")[:2]))


@cache
def _parts(symbol: str) -> tuple[str, str]:
    """A name without its argument, and the argument."""
    if symbol.endswith("=)"):
        called, _, argument = symbol.rpartition("(")
        return called, argument[:-2]
    return symbol, ""


def _entry(surface: Surface, symbol: str) -> Entry | None:
    """What stands at a name in a release; None where nothing does, or without the argument that the name has."""
    called, argument = _parts(symbol)
    entry = surface.at(called)
    if entry is None:
        parent, member = split(called)
        cls = surface.first.get(parent)
        entry = surface.members(cls).get(member) if cls else None
    if entry is None or not argument:
        return entry
    words = entry.signature.replace("(", " ").replace("*", " ").replace("=", " ").replace(",", " ").replace(")", " ")
    return entry if argument in words.split() else None


def _oldest(surfaces: list[Surface], names: tuple[str, ...], since: int) -> tuple[str, int]:
    """The name that stood longest up to the release before `since`, and the place of the first release that had it."""

    def born(name: str) -> int:
        place = since
        while place > 0 and _entry(surfaces[place - 1], name):
            place -= 1
        return place

    return min(((name, born(name)) for name in names), key=lambda pair: pair[1])


def _until(surfaces: list[Surface], kind: str, name: str, since: int) -> int | None:
    """The place of the first later release in which the change does not hold any more, or is told by another one."""
    if kind in GONE:
        return _first(since + 1, len(surfaces), lambda later: _entry(surfaces[later], name) is not None)
    called, _ = _parts(name)
    before = _entry(surfaces[since - 1], called)

    def over(later: int) -> bool:
        now = _entry(surfaces[later], called)
        return now is None or (now.form, now.raises) == (before.form, before.raises)

    return _first(since + 1, len(surfaces), over)


def _first(start: int, end: int, holds: Callable[[int], bool]) -> int | None:
    return next(_where(range(start, end), holds), None)


def _where(places: Iterable[int], holds: Callable[[int], bool]) -> Iterator[int]:
    return (place for place in places if holds(place))
