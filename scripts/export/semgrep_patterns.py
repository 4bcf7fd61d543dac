"""Targets as Semgrep patterns (https://semgrep.dev/docs/writing-rules/pattern-syntax).

Semgrep resolves the imports of a file, so that `tensorflow.keras.layers.Dense` finds `Dense` and `L.Dense` too, and a
metavariable that stands for the last part is compared under its real name. Patterns that differ in that part alone
are one pattern with a regular expression: that is what keeps the pack quick.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import Any

import yaml

from scripts.export.detection import Target
from scripts.export.spelling import distinctive, family, only_standalone_keras, spellings

Pattern = dict[str, Any]
MOST_RENAMED = 12
ANY_NAME = "$NAME"
USUALLY_RENAMED = {  # each costs time on every file
    "tensorflow.compat.v1",
    "tensorflow.keras",
    "tensorflow.keras.backend",
    "tensorflow.keras.layers",
}
ANY_CLASS = {  # the base class stands for all classes of its module
    "tf.keras.layers.Layer": ("tf.keras.layers", r"[A-Z]\w+"),
    "tf.keras.optimizers.Optimizer": ("tf.keras.optimizers", r"[A-Z]\w+"),
    "tf.keras.Model": ("tf.keras", "Model|Sequential"),
}


def names(targets: Iterable[Target]) -> list[Pattern]:
    """Alternatives that find names, arguments of calls, and modules."""
    groups: dict[tuple[str, str], set[str]] = {}
    found: list[Pattern] = []
    for one in targets:
        if one.kind == "module":
            for path in _all(one.path):
                found += _module(path)
        elif one.kind == "name" and one.argument and one.path in ANY_CLASS:
            found += _any_class(one)
        elif one.kind == "name":
            for path in _all(one.path):
                parent, _, last = path.rpartition(".")
                groups.setdefault((parent, one.argument), set()).add(last)
        elif one.kind == "member" and not _has_objects(one):
            for path in _all(one.path):
                groups.setdefault((f"{path}", one.argument), set()).add(one.member)
    merged: dict[tuple[tuple[str, ...], str], list[str]] = {}
    for (parent, argument), lasts in groups.items():
        merged.setdefault((tuple(sorted(lasts)), argument), []).append(parent)
    for (lasts, argument), parents in merged.items():
        found += _names(parents, lasts, argument)
    return found


def _module(path: str) -> list[Pattern]:
    uses = [f"import {path}", f"{path}.$NAME"]
    if not only_standalone_keras(path):
        renamed = _renamed(path, [ANY_NAME]) if path == _all(path)[0] else []
        return [*({"pattern": use} for use in uses), *renamed]
    inside = [{"pattern-not": use.replace(path, f"tensorflow.{path}")} for use in uses]
    return [{"patterns": [either([{"pattern": use} for use in uses]), *inside]}]


def _names(parents: list[str], lasts: tuple[str, ...], argument: str) -> list[Pattern]:
    name = lasts[0] if len(lasts) == 1 else "$NAME"
    call = f"(..., {argument}=$VALUE, ...)" if argument else ""
    patterns = []
    for parent in parents:
        patterns.append({"pattern": f"{parent}.{name}{call}"})
        if not argument and "." not in name and not _is_class(parent):
            patterns.append({"pattern": f"from {parent} import {name}"})
    conditions: list[Pattern] = []
    if len(lasts) > MOST_RENAMED:
        patterns += _renamed(parents[0], [ANY_NAME])
        renamed = []
    else:
        renamed = _renamed(parents[0], [f"{last}{call}" for last in lasts])
    if len(lasts) > 1:
        conditions.append(_where("$NAME", f"^({'|'.join(map(re.escape, lasts))})$"))
    if all(map(only_standalone_keras, parents)):
        conditions += [{"pattern-not": f"tensorflow.{parent}.{name}"} for parent in parents]
    return [*([{"patterns": [either(patterns), *conditions]}] if conditions else patterns), *renamed]


def _renamed(parent: str, uses: list[str]) -> list[Pattern]:
    """Alternatives for a module that a file gives a name of its own: `K = tf.keras.backend`, `tf1 = tf.compat.v1`.

    `$ALIAS.$NAME` would have to be tried on every dot of a file, so that for any name only longer ways are followed.
    """
    parts = parent.split(".")
    found = []
    for count in range(2, len(parts) + (uses != [ANY_NAME])):
        if ".".join(parts[:count]) not in USUALLY_RENAMED:
            continue
        aliases = [{"pattern": ".".join(["$ALIAS", *parts[count:], use])} for use in uses]
        inside = f"$ALIAS = {'.'.join(parts[:count])}\n..."
        found.append({"patterns": [either(aliases), {"pattern-inside": inside}]})
    return found


def _has_objects(target: Target) -> bool:
    """Whether a member is found on the objects of its class, so that the class itself need not be looked for."""
    kind = family(target.path)
    return kind is not None and bool(kind.made_by)


def _is_class(path: str) -> bool:
    return bool(re.match(r"[A-Z]\w*[a-z]", path.rpartition(".")[2]))


def _any_class(target: Target) -> list[Pattern]:
    module, regex = ANY_CLASS[target.path]
    call = f"(..., {target.argument}=$VALUE, ...)"
    calls = [{"pattern": f"{path}.$NAME{call}"} for path in _all(module)]
    bases = [{"pattern-inside": f"class $CLASS(..., {path}, ...):\n  ..."} for path in _all(target.path)]
    own = {"pattern": f"super(...).__init__{call}"}
    return [{"patterns": [either(calls), _where("$NAME", f"^({regex})$")]}, {"patterns": [own, either(bases)]}]


def tracked(targets: Iterable[Target]) -> list[Pattern]:
    """Alternatives that find members of objects whose making can be seen: `m = Sequential()` … `m.fit_generator`."""
    found = []
    for kind, members in _by_family(targets):
        uses = either([_use("$OBJECT", one) for one in members])
        if kind.made_by:
            makers = [f"{path}.$MAKER" for module, _ in kind.made_by for path in _all(module)]
            regex = "|".join(regex for _, regex in kind.made_by)
            inside = [{"pattern-inside": f"$OBJECT = {maker}(...)\n..."} for maker in makers]
            found.append({"patterns": [uses, either(inside), _where("$MAKER", f"^({regex})$")]})
        if kind.bases:
            bases = [f"{path}.$BASE" for module, _ in kind.bases for path in _all(module)]
            regex = "|".join(regex for _, regex in kind.bases)
            inside = [{"pattern-inside": f"class $CLASS(..., {base}, ...):\n  ..."} for base in bases]
            own = [_use("self", one) for one in members]
            own += [
                {"pattern": f"def {one.member}(...):\n  ..."}
                for one in members
                if one.member.startswith("_") and not one.argument
            ]
            found.append({"patterns": [either(own), either(inside), _where("$BASE", f"^({regex})$")]})
    return found


def likely(targets: Iterable[Target], receivers: str | None) -> list[Pattern]:
    """Alternatives that find members by their name: on any object where it is distinctive, else on fitting names."""
    found = []
    for kind, members in _by_family(targets):
        loud = [one for one in members if receivers == "any" or not receivers and distinctive(one.member, one.argument)]
        quiet = [one for one in members if one not in loud]
        found += [_use("$OBJECT", one) for one in loud]
        if quiet:
            uses = either([_use("$OBJECT", one) for one in quiet])
            found.append({"patterns": [uses, _where("$OBJECT", kind.named)]})
    return found


GUARDS = (  # code that asks first serves both sides of a break
    "$A if hasattr(...) else $B",
    "getattr(...) or $B",
    "if hasattr(...):\n  ...\nelse:\n  ...",
)


def unguarded(alternatives: list[Pattern]) -> Pattern:
    """Any of the alternatives, but not where the code asks what there is, nor in code for tf_keras."""
    return {"patterns": [either(alternatives), *({"pattern-not-inside": guard} for guard in GUARDS)]}


def written(text: str | None) -> list[Pattern]:
    """Patterns that a rule gives itself; `tf.` and `tf.keras.` stand for all names of these packages."""
    found = []
    for one in yaml.safe_load(text) if text else []:
        pattern = {"pattern": one} if isinstance(one, str) else one
        raw = json.dumps(pattern)
        prefixes = sorted({found[0] for found in re.finditer(r"\btf\.(keras\.)?(compat\.)?", raw)}, key=len)
        if not prefixes:
            found.append(pattern)
            continue
        count = max(len(spellings(f"{prefix}x")) for prefix in prefixes)
        for index in range(count):
            text = raw
            for prefix in reversed(prefixes):
                ways = spellings(f"{prefix}x")
                text = re.sub(rf"\b{re.escape(prefix)}", ways[min(index, len(ways) - 1)][:-1], text)
            found.append(json.loads(text))
    return found


def _all(path: str) -> list[str]:
    """The spellings of a name, those of `tensorflow.compat.v1` and `v2` as one: fewer patterns are quicker."""
    found = [one.replace("tensorflow.compat.v1.", "tensorflow.compat.v2.") for one in spellings(path)]
    if path.startswith("tf.compat."):
        return spellings(path)
    return list(dict.fromkeys(one.replace("tensorflow.compat.v2.", "tensorflow.compat.$VERSION.") for one in found))


def either(patterns: list[Pattern]) -> Pattern:
    """Any of the patterns."""
    return patterns[0] if len(patterns) == 1 else {"pattern-either": patterns}


def _by_family(targets: Iterable[Target]):
    groups: dict = {}
    for one in targets:
        if one.kind == "member" and (kind := family(one.path)):
            members = groups.setdefault(kind.classes, (kind, {}))[1]
            members.setdefault((one.member, one.argument), one)
    return [(kind, list(members.values())) for kind, members in groups.values()]


def _use(receiver: str, target: Target) -> Pattern:
    call = f"(..., {target.argument}=$VALUE, ...)" if target.argument else ""
    return {"pattern": f"{receiver}.{target.member}{call}"}


def _where(variable: str, regex: str) -> Pattern:
    return {"metavariable-regex": {"metavariable": variable, "regex": regex}}
