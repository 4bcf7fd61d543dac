"""Semgrep rules that mend: for symbols whose replacement differs from them by a name alone.

Three shapes are mechanical: an argument that is called otherwise, a member that is called otherwise, and a name that
moved or is called otherwise. What `replacement` says in any other words is left to people. The text that is written
under another alias is left alone as well: each fix is a regular expression on the text that was found.
"""

from __future__ import annotations

import re
from typing import Any

from scripts.export import semgrep_patterns as patterns
from scripts.export.detection import Target, parse, targets
from scripts.registry.load import Registry
from scripts.registry.rule import Rule

ARGUMENT = re.compile(r"^(\w+)=$")
Fix = dict[str, Any]


def fixes(registry: Registry, rule: Rule) -> list[Fix]:
    """Parts of Semgrep rules (patterns, and `fix` or `fix-regex`), one for each symbol that can be mended."""
    receivers = rule.detect.receivers if rule.detect else None
    wanted = {(one.path, one.member, one.argument) for one in targets(registry, rule)}
    groups: dict[tuple, list[Target]] = {}
    for symbol in rule.symbols:
        old = parse(symbol.name)
        new = _replacement(old, symbol.replacement)
        if new is None or not _is_wanted(old, wanted):
            continue
        if old.argument:
            groups.setdefault(("argument", old.argument, new.argument), []).append(old)
        elif old.kind == "member":
            groups.setdefault(("member", old.member, new.member), []).append(old)
        else:
            groups.setdefault(("name", old.path, new.path), []).append(old)
    return [_fix(shape, some, receivers) for shape, some in groups.items()]


def _is_wanted(old: Target, wanted: set) -> bool:
    parts = old.path.split(".")
    modules = {".".join(parts[:count]) for count in range(1, len(parts))}
    return (old.path, old.member, old.argument) in wanted or any((one, "", "") in wanted for one in modules)


def _replacement(old: Target, text: str | None) -> Target | None:
    """The replacement as a target of the same shape, None where there is more to do than to write another name."""
    if not text:
        return None
    if old.argument and (short := ARGUMENT.match(text)):
        return Target(old.kind, old.path, old.member, short[1])
    try:
        new = parse(text)
    except ValueError:
        return None
    if old.argument:
        return new if (new.path, new.member) == (old.path, old.member) and new.argument else None
    if new.argument or new.kind != old.kind or (new.path.split(".")[0] != old.path.split(".")[0]):
        return None
    if old.kind == "member":
        return new if new.path == old.path and "." not in new.member + old.member else None
    return new


def _fix(shape: tuple[str, str, str], some: list[Target], receivers: str | None) -> Fix:
    kind, old, new = shape
    found = patterns.names(some, to_mend=True) if kind != "member" else patterns.likely(some, receivers)
    if kind == "argument" and some[0].kind == "member":
        found = patterns.likely(some, receivers)
    if kind == "name":
        return {**patterns.either(found), "fix-regex": _moved(old, new)}
    key = {"argument": rf"\b{old}(\s*=)", "member": rf"\.{old}\b"}[kind]
    value = {"argument": rf"{new}\1", "member": f".{new}"}[kind]
    return {**patterns.unguarded(found), "fix-regex": {"regex": key, "replacement": value, "count": 1}}


def _moved(old: str, new: str) -> dict[str, str]:
    """A name that moved: what is written out in full is written anew; what was imported keeps its last name."""
    old_parent, _, old_last = old.partition(".")[2].rpartition(".")
    new_parent, _, new_last = new.partition(".")[2].rpartition(".")
    if old_parent == new_parent:
        return {"regex": rf"\b{re.escape(old_last)}\b", "replacement": new_last}
    before = re.escape(f"{old_parent}.{old_last}" if old_parent else old_last)
    after = f"{new_parent}.{new_last}" if new_parent else new_last
    if old_last != new_last:
        return {"regex": rf"\b{before}$", "replacement": after}
    both = rf"\b{re.escape(old_parent)}(\.| import ){re.escape(old_last)}$"
    return {"regex": both, "replacement": rf"{new_parent}\1{new_last}"}
