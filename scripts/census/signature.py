"""Reads stored signatures and tells what of the old calls a new one refuses or understands differently."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache

POSITIONAL, KEYWORD, VAR_POSITIONAL, VAR_KEYWORD = "positional", "keyword", "*", "**"


@dataclass(frozen=True)
class Parameter:
    """One parameter; `default` is its text, None where a value must be given."""

    name: str
    kind: str
    default: str | None = None


@dataclass(frozen=True)
class Difference:
    """One difference: `change`, the parameter of the old signature ("" for the order of all), and what is new.

    `effect`: `error` (an old call fails), `silent` (it goes through and may mean something else), `unclear` (the new
    signature swallows any keyword, so only a call can tell).
    """

    change: str
    parameter: str
    detail: str
    effect: str


@cache
def parse(text: str) -> tuple[Parameter, ...] | None:
    """The parameters of a stored signature; None where it could not be had. Raises SyntaxError on other text."""
    if text in ("", "(...)"):
        return None
    arguments = ast.parse(f"def f{text}: pass").body[0].args
    found = []
    positional = [*arguments.posonlyargs, *arguments.args]
    defaults = [None] * (len(positional) - len(arguments.defaults)) + arguments.defaults
    for one, default in zip(positional, defaults, strict=True):
        found.append(Parameter(one.arg, POSITIONAL, default and ast.unparse(default)))
    if arguments.vararg:
        found.append(Parameter(arguments.vararg.arg, VAR_POSITIONAL))
    for one, default in zip(arguments.kwonlyargs, arguments.kw_defaults, strict=True):
        found.append(Parameter(one.arg, KEYWORD, default and ast.unparse(default)))
    if arguments.kwarg:
        found.append(Parameter(arguments.kwarg.arg, VAR_KEYWORD))
    return tuple(found)


def compare(old_text: str, new_text: str) -> Iterator[Difference]:
    """What changes for callers of the old signature, nothing where one of the two is not known."""
    old, new = parse(old_text), parse(new_text)
    if old is None or new is None or old == new:
        return
    before = {one.name: one for one in old if one.kind in (POSITIONAL, KEYWORD)}
    after = {one.name: one for one in new if one.kind in (POSITIONAL, KEYWORD)}
    swallows = any(one.kind == VAR_KEYWORD for one in new)
    spreads = any(one.kind == VAR_POSITIONAL for one in new)
    old_order = [one.name for one in old if one.kind == POSITIONAL]
    new_order = [one.name for one in new if one.kind == POSITIONAL]
    renamed = _renamed(before, after, old_order, new_order)
    for name, one in before.items():
        refused = "unclear" if swallows else "error"
        if name in renamed:
            yield Difference("parameter renamed", name, f"now `{renamed[name]}`", refused)
        elif name not in after:
            yield Difference("parameter removed", name, "", refused)
        else:
            now = after[name]
            if one.kind == POSITIONAL and now.kind == KEYWORD:
                yield Difference("parameter keyword-only", name, "", "unclear" if spreads else "error")
            if one.default is not None and now.default is None:
                yield Difference("parameter required", name, f"was {one.default} by default", "error")
            elif one.default != now.default and one.default is not None:
                yield Difference("default changed", name, f"{one.default} is now {now.default}", "silent")
    for name, now in after.items():
        if name not in before and name not in renamed.values() and now.default is None:
            if not any(one.kind == VAR_POSITIONAL for one in old):
                yield Difference("parameter required", name, "is new and has no default", "error")
    if any(one.kind == VAR_KEYWORD for one in old) and not swallows:
        yield Difference("keywords refused", "", "names that it does not know are no longer taken", "unclear")
    kept = [renamed.get(name, name) for name in old_order]
    for position, name in enumerate(kept):
        taker = new_order[position] if position < len(new_order) else None
        if name == taker:
            continue
        if taker is not None and old_order[position] == "name" and position == len(old_order) - 1:
            yield Difference("name moved", "", f"position {position + 1} is now `{taker}`", "silent")
        elif taker is not None:
            yield Difference("parameters reordered", "", f"position {position + 1} is now `{taker}`", "silent")
        elif not spreads and name in new_order:
            yield Difference("parameters reordered", "", f"position {position + 1} is gone", "error")
        break


def _renamed(before: dict, after: dict, old_order: list[str], new_order: list[str]) -> dict[str, str]:
    """Old name: new name, where a parameter with the same default took the very place of one that is gone.

    None is the default of so many that the names must look alike, too.
    """
    return {
        old: new
        for old, new in zip(old_order, new_order, strict=False)
        if old not in after
        and new not in before
        and before[old].default == after[new].default
        and (before[old].default != "None" or SequenceMatcher(None, old, new).ratio() > 0.5)
    }
