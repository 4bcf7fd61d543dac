"""The example files of a rule, put together for reading: pairs side by side, with the lines that matter marked."""

from __future__ import annotations

import difflib
from dataclasses import dataclass, field

from markupsafe import Markup, escape

from scripts.registry.requirements import PROGRAM
from scripts.registry.rule import Rule
from scripts.website import facts, requirement_sets, words
from scripts.website.site import Site
from scripts.website.tables import in_order

TITLES = {"before": "Before", "after": "After", "bridge": "Works on both"}


@dataclass(frozen=True)
class File:
    """A file as it is shown: its text, a note beside its name, and classes of lines by number (from 1)."""

    name: str
    text: str
    note: Markup
    mark: dict[int, str]


@dataclass(frozen=True)
class Group:
    """Files with the same suffix; a block of two stands side by side. `title` is empty for the main group."""

    title: str
    anchor: str
    blocks: list[list[File]] = field(default_factory=list)


def groups(site: Site, rule: Rule) -> list[Group]:
    """The example files of a rule in groups: the main ones first, then each named pair or further fix."""
    texts = requirement_sets.texts(site, rule) if rule.example.requirements else site.registry.code(rule)
    program = texts.pop(PROGRAM, "")
    by_suffix: dict[str, list[str]] = {}
    for name in in_order(name for name in texts if name != "prepare.py"):
        by_suffix.setdefault(name.partition(".")[0].partition("_")[2], []).append(name)
    found = [_group(site, rule, suffix, {name: texts[name] for name in names}) for suffix, names in by_suffix.items()]
    if program:
        found[0].blocks.append([File(PROGRAM, program, Markup("what runs with each of them"), {})])
    return found


def legend(shown: list[Group]) -> str:
    """What the marks mean, as far as there are any."""
    marks = {mark for group in shown for block in group.blocks for file in block for mark in file.mark.values()}
    told = []
    if marks & {"old", "new"}:
        told.append("Lines that differ are marked.")
    if any("fails" in mark for mark in marks):
        told.append("The line that fails is underlined.")
    return " ".join(told)


def _group(site: Site, rule: Rule, suffix: str, texts: dict[str, str]) -> Group:
    before, after = (next((name for name in texts if name.startswith(kind)), None) for kind in ("before", "after"))
    marks: dict[str, dict[int, str]] = {name: {} for name in texts}
    if before and after:
        old, new = changed(texts[before], texts[after])
        marks[before] |= dict.fromkeys(old, "old")
        marks[after] |= dict.fromkeys(new, "new")
    files = {}
    for name, text in texts.items():
        of_program = bool(rule.example.requirements)  # then the line is not one of this file
        error = facts.error_of(site.measured(rule), name) if name == before and not of_program else None
        if error:
            marks[name][error.line] = f"{marks[name].get(error.line, '')} fails".strip()
        files[name] = File(name, text, _note(site, rule, name, error.line if error else 0), marks[name])
    blocks = [[files[before], files[after]]] if before and after else []
    blocks += [[files[name]] for name in texts if not (before and after and name in (before, after))]
    return Group(_title(suffix, bool(before)), f"example-{suffix.replace('_', '-')}" if suffix else "", blocks)


def _title(suffix: str, has_before: bool) -> str:
    if not suffix:
        return ""
    name = words.suffix(f"x_{suffix}.py")
    return name[0].upper() + name[1:] if has_before else f"Another fix: {name}"


def _note(site: Site, rule: Rule, name: str, line: int) -> Markup:
    """What the file does in the plain releases, in few words."""
    told = []
    for one in facts.behaviours(rule, site.measured(rule), site.releases, name):
        names = facts.plain(one.environments, site.releases)
        if names:
            label = words.OUTCOMES[one.outcome].label
            told.append((one.outcome, label, facts.ranges(names, site.releases)))
    merged: dict[tuple[str, str], list[str]] = {}
    for outcome, label, where in told:
        merged.setdefault((outcome, label), []).append(where)
    python = requirement_sets.python_note(site, rule, name) if rule.example.requirements else ""
    parts = [
        f'<span class="word {outcome}">{escape(label)}</span> {escape(", ".join(where))}'
        for (outcome, label), where in merged.items()
    ]
    line_note = f"; line {line} fails" if line else ""
    return Markup((f"{escape(python)}: " if python else "") + "; ".join(parts) + line_note)


def changed(before: str, after: str) -> tuple[set[int], set[int]]:
    """Numbers of the lines (from 1) that differ, in each of two texts."""
    old: set[int] = set()
    new: set[int] = set()
    matcher = difflib.SequenceMatcher(None, before.splitlines(), after.splitlines(), autojunk=False)
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind != "equal":
            old.update(range(a + 1, b + 1))
            new.update(range(c + 1, d + 1))
    return old, new
