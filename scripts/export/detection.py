"""What a tool has to look for to find a rule's old code, derived from its symbols. Knows no tool.

A symbol is looked for when its use alone tells that the code must change: the lab found it gone from the newest
release, or the rule is about a name that was removed, renamed or moved. A rule about what a call does (its default,
its file format) has to say itself what to look for (`detect` in its file), or nothing is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from scripts.registry.load import Registry
from scripts.registry.rule import Change, Impact, Rule

NAME_CHANGES = (Change.REMOVED, Change.RENAMED, Change.MOVED)
FORM = re.compile(r"^(?P<path>[\w.]+?)(\((?P<argument>\w+)=\)|\(\)\.(?P<attribute>\w+)|(?P<module>\.\*))?$")
CLASS = re.compile(r"^[A-Z]\w*[a-z]\w*$|^(GRU|LSTM|RNN|SGD)$")


@dataclass(frozen=True)
class Target:
    """One thing to look for.

    `path` is a dotted name as the rules write it. With kind `member`, `path` is the class, `member` what is used of
    its objects. `argument` is the keyword that makes the use of a call one to be found.
    """

    kind: Literal["name", "module", "member"]
    path: str
    member: str = ""
    argument: str = ""

    @property
    def parent(self) -> str:
        """The module of a name."""
        return self.path.rpartition(".")[0]

    @property
    def last(self) -> str:
        """The name without its module."""
        return self.path.rpartition(".")[2]


def parse(name: str) -> Target:
    """A symbol's name as a target: `a.f`, `a.f(x=)`, `a.Class.member`, `a.Class.method(x=)`, `a.Class().x`, `a.b.*`."""
    found = FORM.match(name)
    if found is None:
        raise ValueError(f"{name!r} is not the name of a symbol")
    path, argument = found["path"], found["argument"] or ""
    if found["module"]:
        return Target("module", path)
    if found["attribute"]:
        return Target("member", path, found["attribute"])
    parts = path.split(".")
    for index, part in enumerate(parts[:-1], 1):
        if CLASS.match(part) and not parts[index].isupper():
            return Target("member", ".".join(parts[:index]), ".".join(parts[index:]), argument)
    return Target("name", path, argument=argument)


def targets(registry: Registry, rule: Rule) -> list[Target]:
    """What to look for to find a rule's old code; empty where names do not tell, or nothing has to change."""
    if rule.withdrawn or rule.impact is Impact.NONE:
        return []
    if rule.detect and rule.detect.names is not None:
        return [parse(name) for name in rule.detect.names]
    names = [symbol.name for symbol in rule.symbols]
    gone = [name for name in names if _gone(registry, rule, name)]
    found = [target for name in names if _tells(rule, target := parse(name), name in gone)]
    modules = {target.path for target in found if any(other.startswith(f"{target.path}.") for other in names)}
    return [Target("module", one.path) if one.path in modules and one.path.islower() else one for one in found]


def _gone(registry: Registry, rule: Rule, name: str) -> bool:
    measured = registry.measured.get(rule.id)
    present = measured.symbols.present.get(name, []) if measured else []
    return bool(present) and registry.releases.newest not in present


def _tells(rule: Rule, target: Target, gone: bool) -> bool:
    if target.member.startswith("__"):
        return False
    if target.argument and rule.change is Change.SIGNATURE:
        return True
    if rule.change in NAME_CHANGES:
        return gone or bool(target.argument or target.member) or rule.impact is Impact.WARNING
    return gone and not target.argument
