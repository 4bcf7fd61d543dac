"""`rules/history.jsonl`: when each rule came and what of it was changed, a line for each rule and day.

The first line of a rule holds all that a reader relies on (`facts`), later lines only what changed. The state of a
rule is therefore the sum of its lines, and `atlas history` writes what differs from it: no other record, and no
history of Git, is needed to build the pages.
"""

from __future__ import annotations

import datetime
import itertools
import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from scripts.registry.load import Registry
from scripts.registry.rule import Rule, Status

FILE = Path("rules/history.jsonl")


@dataclass(frozen=True)
class Entry:
    """A rule on the day on which it came or was changed; `facts` are the new ones, `old` what they were."""

    on: str
    rule: str
    facts: dict[str, Any]
    old: dict[str, Any] | None = None

    @property
    def kind(self) -> str:
        """`new`, `withdrawn` or `changed`."""
        if self.old is None:
            return "new"
        return "withdrawn" if self.facts.get("status") == Status.WITHDRAWN else "changed"


@dataclass
class Day:
    """What happened on a day, in the order of IDs."""

    on: str
    new: list[Entry] = field(default_factory=list)
    changed: list[Entry] = field(default_factory=list)
    withdrawn: list[Entry] = field(default_factory=list)


def facts(rule: Rule) -> dict[str, Any]:
    """What readers and tools rely on, without what is empty."""
    claims = rule.versions.tensorflow.model_dump(exclude_none=True)
    found = {
        "status": str(rule.status),
        "title": rule.title,
        "impact": str(rule.impact),
        **claims,
        "fix": rule.fix.action,
        "safety": str(rule.fix.safety),
        "works_on_both": rule.fix.works_on_both or None,
    }
    return {name: value for name, value in found.items() if value is not None}


def read(root: Path) -> list[Entry]:
    """All entries, oldest first; none when there is no file. Raises ValueError that names a line that is wrong."""
    path = root / FILE
    entries, known = [], {}
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines() if path.exists() else (), 1):
        try:
            values = json.loads(line)
            on, rule = str(datetime.date.fromisoformat(values.pop("on"))), values.pop("rule")
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise ValueError(f"{FILE}:{number}: not a line of `atlas history` ({error}); restore the file") from None
        if entries and on < entries[-1].on:
            raise ValueError(f"{FILE}:{number}: {on} after {entries[-1].on}: days must be in order")
        before = known.get(rule)
        entries.append(Entry(on, rule, values, before and {name: before.get(name) for name in values}))
        known[rule] = _sum(before or {}, values)
    return entries


def faults(root: Path) -> list[str]:
    """What is wrong with the file, in one line; nothing when it can be read."""
    try:
        read(root)
    except ValueError as error:
        return [str(error)]
    return []


def state(entries: list[Entry]) -> dict[str, dict[str, Any]]:
    """The facts of each rule as they were last written."""
    known: dict[str, dict[str, Any]] = {}
    for entry in entries:
        known[entry.rule] = _sum(known.get(entry.rule, {}), entry.facts)
    return known


def _sum(old: dict[str, Any], new: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in {**old, **new}.items() if value is not None}


def update(registry: Registry, today: datetime.date) -> list[Entry]:
    """Write what differs from the file, and return it. Drafts are left out; what a rule lost is written as null."""
    entries = read(registry.root)
    known = state(entries)
    on = max([today.isoformat(), *(entry.on for entry in entries[-1:])])
    found = []
    for id, rule in sorted(registry.rules.items()):
        if rule.status is Status.DRAFT and id not in known:
            continue
        now, before = facts(rule), known.get(id, {})
        differs = {name: now.get(name) for name in {**before, **now} if now.get(name) != before.get(name)}
        if differs:
            found.append(Entry(on, id, differs, {name: before.get(name) for name in differs} if before else None))
    lines = [json.dumps({"on": one.on, "rule": one.rule, **one.facts}, ensure_ascii=False) + "\n" for one in found]
    with (registry.root / FILE).open("a", encoding="utf-8") as file:
        file.writelines(lines)
    return found


def days(entries: list[Entry]) -> list[Day]:
    """The entries by day, the last day first."""
    found = []
    for on, group in itertools.groupby(entries, key=lambda entry: entry.on):
        found.append(day := Day(on))
        for entry in sorted(group, key=lambda entry: entry.rule):
            getattr(day, entry.kind).append(entry)
    return found[::-1]
