"""Which lines of a rule's examples it is about: those that a tool has to point at.

They are written nowhere: they are the lines that differ between `before` and `after` and that hold a word of one of
the rule's symbols. Where that is not so, the rule says it (`detect.lines`).
"""

from __future__ import annotations

import difflib
import re

from scripts.registry.load import Registry
from scripts.registry.rule import Rule


def expected(registry: Registry, rule: Rule) -> dict[str, list[int]]:
    """Line numbers, from 1, by name of each `before` file of a rule."""
    code = registry.code(rule)
    given = rule.detect.lines if rule.detect else {}
    return {
        name: list(given[name]) if name in given else _derived(rule, code, name)
        for name in code
        if name.startswith("before")
    }


def _derived(rule: Rule, code: dict[str, str], name: str) -> list[int]:
    before = code[name].splitlines()
    partner = name.replace("before", "after", 1)
    after = code.get(partner, code.get("after.py", "")).splitlines()
    changed = _changed(before, after)
    words = re.compile("|".join(_word(symbol.name) for symbol in rule.symbols))
    about = [number for number in changed if words.search(before[number - 1])]
    return about or [number for number in changed if before[number - 1].strip()]


def _changed(before: list[str], after: list[str]) -> list[int]:
    matcher = difflib.SequenceMatcher(None, before, after, autojunk=False)
    return [
        number + 1
        for kind, start, end, _, _ in matcher.get_opcodes()
        if kind in ("replace", "delete")
        for number in range(start, end)
    ]


def _word(symbol: str) -> str:
    argument = re.search(r"\((\w+)=\)$", symbol)
    if argument:
        return rf"\b{argument[1]}\s*="
    return rf"\b{re.escape(re.split(r'[.]', symbol)[-1])}\b"
