"""Accounts for every change with a rule or an excuse, and finds rules and excuses that account for nothing."""

from __future__ import annotations

import fnmatch
import re
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from pydantic import Field, ValidationError

from scripts.census import diff, keywords
from scripts.census.history import History, Item
from scripts.registry.content import EXCUSED as FILE
from scripts.registry.faults import Fault
from scripts.registry.rule import Change as RuleChange
from scripts.registry.rule import Record, Rule, Status, Text
from scripts.registry.yaml_file import YamlFile

GONE = (diff.REMOVED, diff.MOVED, diff.MEMBER, diff.ATTRIBUTE, diff.RAISES)
CALLS = (
    "parameter removed",
    "parameter renamed",
    "parameter keyword-only",
    "parameter required",
    "parameters reordered",
    "name moved",
    "keywords refused",
    keywords.KIND,
    "default changed",
)
OF_ALL_PARAMETERS = ("parameters reordered", "keywords refused", "parameter required", "name moved")
KINDS = (*GONE, diff.KIND, *CALLS, diff.DEPRECATED)
# Rules about a file format or a behaviour may name what is gone from another release on, and do not account for that.
NOT_ABOUT_NAMES = {RuleChange.FORMAT, RuleChange.BEHAVIOUR}


class Excuse(Record):
    """Why changes have no rule: globs of the symbols as they are shown, kinds of change and releases (all if none)."""

    symbols: tuple[str, ...] = Field(min_length=1)
    changes: tuple[str, ...] = ()
    releases: tuple[str, ...] = ()
    reason: Text

    @property
    def kinds(self) -> set[str]:
        """The kinds of change, `calls` written out."""
        return {kind for one in self.changes for kind in (CALLS if one == "calls" else (one,))}


class Excuses(Record):
    """The content of `rules/excused.yml`."""

    excused: tuple[Excuse, ...] = ()


@dataclass(frozen=True)
class Accounted:
    """A change, the rules that cover it, and the positions of the excuses that match it."""

    item: Item
    rules: tuple[str, ...] = ()
    excuses: tuple[int, ...] = ()

    @property
    def open(self) -> bool:
        """Whether nothing accounts for it."""
        return not (self.rules or self.excuses)


class Coverage:
    """The whole account."""

    def __init__(self, history: History, rules: dict[str, Rule], excuses: Excuses):
        """Take what was measured, the rules by ID, and the excuses."""
        self.history = history
        self.excuses = excuses
        self._rules = {id: rule for id, rule in rules.items() if rule.status is not Status.WITHDRAWN}
        self._by_name: dict[str, list[str]] = {}
        for id, rule in self._rules.items():
            for symbol in rule.symbols:
                self._by_name.setdefault(_plain(symbol.name), []).append(id)
        self._matchers = [
            ([(glob, re.compile(fnmatch.translate(glob))) for glob in one.symbols], one.kinds, set(one.releases))
            for one in excuses.excused
        ]

    @cached_property
    def account(self) -> list[Accounted]:
        """Every change with what accounts for it."""
        found = [self.accounted(item) for item in self.history.items]
        return [_module(one, found) if one.open and one.item.change.module else one for one in found]

    def accounted(self, item: Item) -> Accounted:
        """What accounts for a change, which need not be one of the history's."""
        return Accounted(item, self._covering(item), self._excusing(item))

    @cached_property
    def open(self) -> list[Item]:
        """Changes that nothing accounts for."""
        return [one.item for one in self.account if one.open]

    def counts(self) -> Counter:
        """Number of open changes by (release, area, kind)."""
        return Counter((item.when, item.area, item.change.kind) for item in self.open)

    def faults(self, file: YamlFile, sources: dict[str, YamlFile]) -> list[Fault]:
        """Excuses that excuse nothing or what a rule covers, and rules about names that never were."""
        found = []
        for index, excuse in enumerate(self.excuses.excused):
            for kind in excuse.changes:
                if kind not in (*KINDS, "calls"):
                    what = f"{kind!r} is no kind of change: there are calls, {', '.join(KINDS)}"
                    found.append(_fault(file, ("excused", index, "changes"), what))
            for position, (glob, _) in enumerate(self._matchers[index][0]):
                place = ("excused", index, "symbols", position)
                matched = [one for one in self.account if self._matches(index, position, one.item)]
                if not matched:
                    found.append(_fault(file, place, f"{glob} matches no change: remove it"))
                elif all(one.rules for one in matched):
                    rules = ", ".join(dict.fromkeys(id for one in matched for id in one.rules))
                    found.append(_fault(file, place, f"all that {glob} matches has rules now ({rules}): remove it"))
        for id, rule in self._rules.items():
            for index, symbol in enumerate(rule.symbols):
                if not self.existed(symbol.name):
                    what = f"{symbol.name} is in no release that the census knows: correct the name"
                    found.append(_fault(sources[id], ("symbols", index, "name"), what))
        return sorted(found)

    def existed(self, name: str) -> bool:
        """Whether any release had what a rule names; True for names that the census does not record."""
        called, _, argument = name.partition("(")
        argument = argument.rstrip("=)") if argument.endswith("=)") else ""
        attribute = name.partition("().")[2]
        if called.split(".")[0] not in ("tf", "keras", "tensorflow"):
            return True
        if called.startswith("tensorflow."):
            modules = set().union(*self.history.modules.values())
            return any(called == one or one.startswith(called + ".") or called.startswith(one + ".") for one in modules)
        for surface in (*self.history.tensorflow.values(), *self.history.keras.values()):
            entry, cls = surface.at(called), None
            if entry is None:
                parent, _, member = called.rpartition(".")
                cls = surface.first.get(parent)
                entry = surface.members(cls).get(member) if cls else None
                if entry is None and cls and (member.startswith("_") or surface.entries[cls].kind != "module"):
                    return True  # private members, and attributes that are made at run time: the lab looks those up
            if entry is None:
                continue
            if not argument or attribute or not entry.signature:
                return True
            if re.search(rf"[(, *]{argument}\b|\*\*", entry.signature):
                return True
        modules = set().union(*self.history.modules.values()) if called.startswith("keras.") else ()
        return any(called == one or called.startswith(one + ".") for one in modules)

    def _covering(self, item: Item) -> tuple[str, ...]:
        change, found = item.change, []
        for name in (*change.names, *(() if _of_constructor(change) else change.family)):
            for spelled in _spellings(name, change):
                found += [id for id in self._by_name.get(spelled, ()) if self._is_about(id, change, name)]
        for name in change.names:
            parts = _plain(name).partition("(")[0].split(".")
            for end in range(2, len(parts)):
                found += self._about_whole(".".join(parts[:end]), change)
            if "=" in name:
                found += self._about_whole(".".join(parts), change, called=True)
        return tuple(dict.fromkeys(found))

    def _about_whole(self, outer: str, change: diff.Change, called: bool = False) -> list[str]:
        """Rules that say that a module, a class or what is `called` is gone, and so account for all that was in it."""
        if outer in self._gone_modules:
            return self._by_name.get(outer, [])
        cls = outer.rpartition(".")[2][:1].isupper()
        if change.kind == diff.DEPRECATED or not (outer in self._gone if called and not cls else cls):
            return []
        return [id for id in self._by_name.get(outer, ()) if self._rules[id].change is RuleChange.REMOVED]

    def _is_about(self, id: str, change: diff.Change, name: str) -> bool:
        rule = self._rules[id]
        if change.kind in GONE:
            return rule.change not in NOT_ABOUT_NAMES
        if change.kind in OF_ALL_PARAMETERS and "=" not in name:
            return rule.change in (RuleChange.SIGNATURE, RuleChange.REMOVED)
        return True

    @cached_property
    def _gone(self) -> set[str]:
        """Names that left, or that only raise."""
        changes = (item.change for item in self.history.items if item.change.kind in GONE)
        return {_plain(name) for change in changes for name in change.names}

    @cached_property
    def _gone_modules(self) -> set[str]:
        """Modules that left: a rule that names one is about all that was in it."""
        changes = (item.change for item in self.history.items if item.change.kind == diff.REMOVED)
        return {name for change in changes if change.module for name in change.names}

    def _excusing(self, item: Item) -> tuple[int, ...]:
        return tuple(
            index
            for index, (globs, _, _) in enumerate(self._matchers)
            if any(self._matches(index, position, item) for position in range(len(globs)))
        )

    def _matches(self, index: int, position: int, item: Item) -> bool:
        globs, kinds, releases = self._matchers[index]
        if kinds and item.change.kind not in kinds or releases and item.when not in releases:
            return False
        return bool(globs[position][1].match(item.change.symbol))


def read_excuses(root: Path) -> tuple[Excuses, YamlFile]:
    """The excuses, and their file with the faults that it has; no excuses when it cannot be used."""
    file = YamlFile(root / FILE, FILE.as_posix(), optional=True)
    try:
        return Excuses.model_validate(file.data or {}), file
    except ValidationError as error:
        for detail in error.errors():
            file.fault(tuple(detail["loc"]), detail["msg"])
    return Excuses(), file


def _of_constructor(change: diff.Change) -> bool:
    """Whether a signature is that of a constructor; what a base class swallowed for all subclasses is another matter.

    Subclasses have constructors of their own, of which a rule on the base class says nothing.
    """
    called = change.symbol.partition("(")[0].rpartition(".")[2]
    return change.kind in CALLS and change.kind != keywords.KIND and called[:1].isupper()


def _module(one: Accounted, account: list[Accounted]) -> Accounted:
    """A module that left is accounted for when all that left with it is."""
    prefixes = tuple(f"{name}." for name in one.item.change.names)
    inside = [
        other
        for other in account
        if other.item.change.kind in (diff.REMOVED, diff.MOVED)
        and not other.item.change.module
        and any(name.startswith(prefixes) for name in other.item.change.names)
    ]
    if not inside or any(other.open for other in inside):
        return one
    rules = dict.fromkeys(id for other in inside for id in other.rules)
    excuses = dict.fromkeys(index for other in inside for index in other.excuses)
    return Accounted(one.item, tuple(rules), tuple(excuses))


def _spellings(name: str, change: diff.Change) -> tuple[str, ...]:
    """The names by which a rule may call it. `keras.x` and `tf.keras.x` are one as long as they are one object."""
    plain = _plain(name)
    if plain.startswith("keras.") and not change.to.startswith("tf.keras."):
        return plain, f"tf.{plain}"
    return (plain,)


def _plain(name: str) -> str:
    """`A().b` as `A.b`: what instances have is written both ways."""
    return name.replace("().", ".")


def _fault(file: YamlFile, location: tuple, what: str) -> Fault:
    return Fault(file.name, file.line(location), ".".join(map(str, location)), what)
