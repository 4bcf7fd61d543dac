"""What differs between two sets of data, as `rules.json` holds them; where the older one comes from is not asked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from scripts.export import forms

DERIVED = {"category", "page", "markdown", "json", "measured_on", "outcomes"}
KINDS = ("new", "withdrawn", "lost", "changed")


@dataclass(frozen=True)
class Moved:
    """Environments in which a file that both sets know came to something else."""

    file: str
    old: str
    new: str
    environments: tuple[str, ...]

    def __str__(self) -> str:
        """`before.py: warns to error in 2.19, 2.20`."""
        return f"{self.file}: {self.old} to {self.new} in {', '.join(self.environments)}"


@dataclass(frozen=True)
class Change:
    """What is different of one rule. `fields` are the claims whose content differs; `rule` is the newer entry."""

    id: str
    kind: str
    rule: Mapping[str, Any]
    fields: tuple[str, ...] = ()
    outcomes: tuple[Moved, ...] = ()

    def form(self) -> dict[str, Any]:
        """The change as `changes.json` holds it."""
        found = {
            "rule": self.id,
            "kind": self.kind,
            "title": self.rule["title"],
            "page": self.rule["page"],
            "fields": list(self.fields),
            "outcomes": [str(one) for one in self.outcomes],
        }
        return forms.Change.model_validate(found).model_dump(exclude_defaults=True)


def compare(old: Mapping[str, Any], new: Mapping[str, Any]) -> list[Change]:
    """The changes from one set of data to another, in the order of `KINDS`, then by ID.

    A rule is `new`, `withdrawn` (since the older set), `lost` (in the older set only, which breaks the promise that
    links work for ever) or `changed`. An outcome counts as changed only where both sets measured the file: an
    environment or a file that was added is no change of what was known.
    """
    before = {rule["id"]: rule for rule in old["rules"]}
    after = {rule["id"]: rule for rule in new["rules"]}
    found = [Change(id, "lost", before[id]) for id in before.keys() - after.keys()]
    for id, rule in after.items():
        if id not in before:
            found.append(Change(id, "new", rule))
        elif (fields := _fields(before[id], rule)) or _moved(before[id], rule):
            gone = "withdrawn" in rule and "withdrawn" not in before[id]
            found.append(Change(id, "withdrawn" if gone else "changed", rule, fields, _moved(before[id], rule)))
    return sorted(found, key=lambda one: (KINDS.index(one.kind), one.id))


def bump(found: list[Change]) -> str:
    """The least part of the version number that has to be raised for such changes: major, minor, patch or none."""
    kinds = {one.kind for one in found}
    return "major" if "lost" in kinds else "minor" if "new" in kinds else "patch" if kinds else "none"


def _fields(old: Mapping[str, Any], new: Mapping[str, Any]) -> tuple[str, ...]:
    names = [name for name in {**new, **old} if name not in DERIVED]
    return tuple(name for name in names if old.get(name) != new.get(name))


def _moved(old: Mapping[str, Any], new: Mapping[str, Any]) -> tuple[Moved, ...]:
    groups: dict[tuple[str, str, str], list[str]] = {}
    for file, now in new["outcomes"].items():
        was = {name: outcome for outcome, names in old["outcomes"].get(file, {}).items() for name in names}
        for outcome, names in now.items():
            for name in names:
                if was.get(name, outcome) != outcome:
                    groups.setdefault((file, was[name], outcome), []).append(name)
    return tuple(Moved(*key, tuple(names)) for key, names in groups.items())
