"""Targets as Semgrep patterns (https://semgrep.dev/docs/writing-rules/pattern-syntax).

Semgrep resolves the imports of a file, so that `$PARENT.Dense` finds `Dense` and `L.Dense` too, and `$PARENT` is
compared under its real name; `symbolic_propagation` does the same for `K = tf.keras.backend`.

What a pack costs is not the matching. Before a rule is matched, Semgrep asks of each file whether the words of its
patterns are in it, and each word asked for costs as much as a file of a thousand lines. A pattern therefore holds one
word, or none where a regular expression on a metavariable serves (those are compiled once), and its module is held
against the whole names afterwards, by `metavariable-pattern`, which is asked nothing beforehand.
"""

from __future__ import annotations

import itertools
import json
import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

import yaml

from scripts.export.detection import Target
from scripts.export.spelling import SHORT, Family, distinctive, family, only_standalone_keras, spellings

Pattern = dict[str, Any]
FEW = 3
RARE = 10  # letters: so long a name is in few files
OPTIONS = {"symbolic_propagation": True}
EITHER_VERSION = re.compile(rf"^tensorflow\.compat\.v2\.(?!({'|'.join(SHORT)})\.)")  # v1 has other `losses`
LISTED = r"(?:[\w\s,(]|#[^\n]*\n)*?\b"  # what stands before a name in `from … import …`
OWN = r"^(self$|super\()"
MADE_BEFORE = "$OBJECT = $MAKER(...)\n..."
SUBCLASSES = {"RNN": "RNN|SimpleRNN|LSTM|GRU"}
ANY_CLASS = {  # the base class stands for all classes of its module
    "tf.keras.layers.Layer": ("tf.keras.layers", r"[A-Z]\w+"),
    "tf.keras.optimizers.Optimizer": ("tf.keras.optimizers", r"[A-Z]\w+"),
    "tf.keras.Model": ("tf.keras", "Model|Sequential"),
}


def names(targets: Iterable[Target], to_mend: bool = False) -> list[Pattern]:
    """Alternatives that find names, arguments of calls, and modules.

    With `to_mend` imports are patterns of their own: Semgrep mends nothing that a regular expression found.
    """
    groups: dict[tuple[str, str], set[str]] = {}
    found: list[Pattern] = []
    modules: dict[str, list[str]] = {}
    for one in targets:
        if one.kind == "module":
            modules.setdefault(one.parent, []).append(one.path)
        elif one.kind == "name" and one.argument and one.path in ANY_CLASS:
            found += _any_class(one)
        elif one.kind == "name":
            for path in _all(one.path):
                parent, _, last = path.rpartition(".")
                groups.setdefault((parent, one.argument), set()).add(last)
        elif one.kind == "member" and not _has_objects(one):
            for path in _all(one.path):
                groups.setdefault((path, one.argument), set()).add(one.member)
    for paths in modules.values():
        found += _modules_used(paths)
    merged: dict[tuple[tuple[str, ...], str], list[str]] = {}
    for (parent, argument), lasts in groups.items():
        merged.setdefault((tuple(sorted(lasts)), argument), []).append(parent)
    for (lasts, argument), parents in merged.items():
        found += _names(parents, lasts, argument, to_mend)
    return found


def _modules_used(paths: list[str]) -> list[Pattern]:
    """What finds the use of whole modules, all of one parent: imports, and names of them in whatever form."""
    lasts = [path.rpartition(".")[2] for path in paths]
    every = [one for path in paths for one in _all(path)]
    parents = list(dict.fromkeys(one.rpartition(".")[0] for one in every))
    inside = rf"from\s+{_modules(every)}(?:\.\w+)*\s+import\s|import\s+{_modules(every)}\b"
    if not parents[0]:
        return [_imported(inside), *({"patterns": [{"pattern": f"{last}.$NAME"}]} for last in lasts)]
    deep = [{"pattern": f"$PARENT.{last}.$INNER{more}.$NAME"} for last in lasts for more in ("", ".$INMOST")]
    alone = {"patterns": [either(deep), {"pattern-not-regex": r"\."}]}  # imported from a module inside it
    ways = either([*({"pattern": f"$PARENT.{last}.$NAME"} for last in lasts), alone])
    use = {"patterns": [ways, _is(parents)]}
    return [use, _imported(rf"from\s+{_modules(parents)}\s+import\s{LISTED}(?:{_any_of(lasts)})\b|{inside}")]


def _imported(regex: str) -> Pattern:
    """An import whose text fits: metavariables of an import would be tried on every file."""
    ways = either([{"pattern": "from $MODULE import $NAME"}, {"pattern": "import $MODULE"}])
    return {"patterns": [ways, {"pattern-regex": rf"\b(?:{regex})"}]}


def _names(parents: list[str], lasts: tuple[str, ...], argument: str, to_mend: bool) -> list[Pattern]:
    if len(lasts) > 1 and any("." in last for last in lasts):
        return [one for last in lasts for one in _names(parents, (last,), argument, to_mend)]
    inner = {parent.rpartition(".")[2] for parent in parents}
    receiver, outer = "$PARENT", parents
    if len(lasts) > FEW and len(inner) == 1 and all("." in parent for parent in parents):
        receiver = f"$PARENT.{inner.pop()}"  # so many names would let any file through
        outer = [parent.rpartition(".")[0] for parent in parents]
    found = [{"patterns": [*_used(receiver, lasts, argument), _is(outer)]}]
    name = lasts[0]
    modules = [parent for parent in parents if not _is_class(parent)]
    if to_mend and not argument and "." not in name:
        return found + [{"pattern": f"from {module} import {last}"} for module in modules for last in lasts]
    if not argument and "." not in name and modules:
        found.append(_imported(rf"from\s+{_modules(modules)}\s+import\s{LISTED}(?:{_any_of(lasts)})\b"))
    return found


def _is(paths: list[str], variable: str = "$PARENT") -> Pattern:
    """The condition that a metavariable is one of some whole names, under whatever alias."""
    paths = list(dict.fromkeys(paths))
    ways = [  # a part of what the metavariable stands for would do
        {"patterns": [{"pattern": path}, {"pattern-not-inside": f"{path}.$INNER"}]} for path in paths
    ]
    alone = [{"pattern-not": f"tensorflow.{path}"} for path in paths] if all(map(only_standalone_keras, paths)) else []
    return {"metavariable-pattern": {"metavariable": variable, "patterns": [either(ways), *alone]}}


def _made_in(variable: str, modules: Iterable[tuple[str, str]]) -> Pattern:
    """The condition that a metavariable is a name of one of some modules that fits the regular expression there."""
    ways = [
        {"patterns": [either([{"pattern": f"{path}.$KIND"} for path in _all(module)]), _where("$KIND", f"^({regex})$")]}
        for module, regex in modules
    ]
    whole = {"pattern-not-inside": "$CALLED(...)"}  # `Dense(1)(x)` makes no layer
    return {"metavariable-pattern": {"metavariable": variable, "patterns": [either(ways), whole]}}


def _modules(paths: Iterable[str]) -> str:
    return f"(?:{_any_of(dict.fromkeys(paths))})".replace(re.escape("$VERSION"), "v[12]")


def _one_of(words: Iterable[str]) -> str:
    return rf"^\b({_any_of(words)})\b$"  # Semgrep looks for it in the whole file first, without its ends


def _any_of(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, words))


def _call(argument: str) -> str:
    return f"(..., {argument}=$VALUE, ...)" if argument else ""


def _has_objects(target: Target) -> bool:
    """Whether a member is found on the objects of its class, so that the class itself need not be looked for."""
    kind = family(target.path)
    return kind is not None and bool(kind.made_by)


def _is_class(path: str) -> bool:
    return bool(re.match(r"[A-Z]\w*[a-z]", path.rpartition(".")[2]))


def _any_class(target: Target) -> list[Pattern]:
    call = {"pattern": f"$CLASS{_call(target.argument)}"}
    own = {"pattern": f"$SUPER.$INIT{_call(target.argument)}"}
    base = {"pattern-inside": "class $OWN(..., $BASE, ...):\n  ..."}
    kinds = [ANY_CLASS[target.path]]
    return [
        {"patterns": [call, _made_in("$CLASS", kinds)]},
        {"patterns": [own, _where("$INIT", "^__init__$"), base, _made_in("$BASE", kinds)]},
    ]


def tracked(targets: Iterable[Target], own_only: bool = False) -> list[Pattern]:
    """Alternatives that find members of objects whose making can be seen: `m = Sequential()` … `m.fit_generator`.

    Or, with `own_only`, of `self` in the classes that inherit them.
    """
    found = []
    for kind, members in _by_family(targets):
        if kind.made_by and not own_only:
            made = {"pattern-inside": MADE_BEFORE}
            conditions = [made, _made_in("$MAKER", kind.made_by)]
            found += [{"patterns": [use, *where, *conditions]} for use, *where in _uses("$OBJECT", members)]
        if kind.bases:
            base = {"pattern-inside": "class $CLASS(..., $BASE, ...):\n  ..."}
            own = [one for one in members if one.member.startswith("_") and not one.argument]
            inherited = [[*way, _reads("$SELF", OWN)] for way in _uses("$SELF", members)]
            ways = [*inherited, *([{"pattern": f"def {one.member}(...):\n  ..."}] for one in own)]
            found += [{"patterns": [use, *where, base, _made_in("$BASE", kind.bases)]} for use, *where in ways]
    return found


def likely(targets: Iterable[Target], receivers: str | None) -> list[Pattern]:
    """Alternatives that find members by their name: on any object where it is distinctive, else on fitting names.

    What is not distinctive is also found on objects of any name whose making can be seen.
    """
    found = []
    for kind, members in _by_family(targets):
        loud = [one for one in members if receivers == "any" or not receivers and distinctive(one.member, one.argument)]
        quiet = [one for one in members if one not in loud]
        if "Sequential" in str(kind.made_by):  # other classes have a `fit_generator` of their own, and call it
            found += [_all_of([*way, _reads("$OBJECT", NOT_OWN)]) for way in _uses("$OBJECT", loud)]
            found += tracked(loud, own_only=True)
        else:
            found += [_all_of(way) for way in _uses("$OBJECT", loud)]
        found += [_all_of([*way, _reads("$OBJECT", kind.named)]) for way in _uses("$OBJECT", quiet)]
        found += tracked(quiet)
    return found


def _uses(receiver: str, members: list[Target]) -> list[list[Pattern]]:
    """Ways to find members, each a pattern and its conditions; those with the same argument are one way."""
    groups: dict[tuple[str, str], list[str]] = {}
    for one in members:
        groups.setdefault((one.argument, one.member if "." in one.member else ""), []).append(one.member)
    return [_used(receiver, names, argument) for (argument, _), names in groups.items()]


def _used(receiver: str, names: Iterable[str], argument: str) -> list[Pattern]:
    """A pattern for the use of some names, and its condition: a regular expression costs less than a word."""
    names = list(names)
    if len(names) == 1 and (argument or "." in names[0] or len(names[0]) < RARE):
        return [{"pattern": f"{receiver}.{names[0]}{_call(argument)}"}]
    return [{"pattern": f"{receiver}.$NAME{_call(argument)}"}, _where("$NAME", _one_of(names))]


def _all_of(patterns: list[Pattern]) -> Pattern:
    return patterns[0] if len(patterns) == 1 else {"patterns": patterns}


NAME_IN_TF = re.compile(r"\btf(\.[$\w]+)+")
NOT_OWN = r"^(?!self$|super\b)"
GUARDS = (  # code that asks first serves both sides of a break
    "$A if hasattr(...) else $B",
    "getattr(...) or $B",
    "if hasattr(...):\n  ...\nelse:\n  ...",
    "try:\n  ...\nexcept AttributeError:\n  ...",
)


def unguarded(alternatives: list[Pattern]) -> Pattern:
    """Any of the alternatives, but not where the code asks what there is, nor in code for tf_keras."""
    return {"patterns": [either(alternatives), *({"pattern-not-inside": guard} for guard in GUARDS)]}


def written(text: str | None) -> list[Pattern]:
    """Patterns that a rule gives itself; what begins with `tf.` stands for all spellings of that name."""
    given = yaml.safe_load(text) if text else []
    found = [_spelled({"pattern": one} if isinstance(one, str) else one, itertools.count(1)) for one in given]
    return [either(ways) if len(ways) == 1 else {"patterns": ways} for ways in found]


def _spelled(item: Pattern, numbers: Iterable[int]) -> list[Pattern]:
    """An item of `patterns` as one or more, in which metavariables and conditions stand for names in `tf`."""
    (key, value), *_ = item.items()
    if key == "patterns":
        return [{key: [part for one in value for part in _spelled(one, numbers)]}]
    if key == "pattern-either":
        ways = [_spelled(one, numbers) for one in value]
        return [{key: [way[0] if len(way) == 1 else {"patterns": way} for way in ways]}]
    if key in ("pattern", "pattern-inside") and not value.startswith(("from ", "import ")):
        conditions: dict[str, Pattern] = {}
        return [
            {key: NAME_IN_TF.sub(lambda name: _variable(name[0], conditions, numbers), value)},
            *conditions.values(),
        ]
    ways = _rewritten(item)
    positive = key in ("pattern", "pattern-inside")
    return [either(ways)] if positive or key.startswith("metavariable") and len(ways) == 1 else ways


def _variable(name: str, conditions: dict[str, Pattern], numbers: Iterable[int]) -> str:
    paths = spellings(name)
    kept = 1 if not name.rpartition(".")[2].startswith("$") else 2  # a file is asked for a word in any case
    last = ".".join(name.split(".")[-kept:])
    outer = [path.removesuffix(f".{last}") for path in _all(name) if path.endswith(f".{last}")]
    if not outer or len(paths) == 1 and "." not in paths[0].removesuffix(f".{last}"):
        return paths[0]
    if name not in conditions:
        variable = f"$TF{next(numbers)}"
        conditions[name] = _is(outer, variable)
    return f"{conditions[name]['metavariable-pattern']['metavariable']}.{last}"


def _rewritten(item: Pattern) -> list[Pattern]:
    """An item once for each way to write the names in it."""
    raw = json.dumps(item)
    prefixes = sorted({found[0] for found in re.finditer(r"\btf\.(keras\.)?(compat\.)?", raw)}, key=len)
    if not prefixes:
        return [item]
    found = []
    for index in range(max(len(spellings(f"{prefix}x")) for prefix in prefixes)):
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
    return list(dict.fromkeys(EITHER_VERSION.sub("tensorflow.compat.$VERSION.", one) for one in found))


def either(patterns: list[Pattern]) -> Pattern:
    """Any of the patterns."""
    return patterns[0] if len(patterns) == 1 else {"pattern-either": patterns}


def _by_family(targets: Iterable[Target]):
    groups: dict = {}
    for one in targets:
        if one.kind == "member" and (kind := family(one.path)):
            kind = _of_one_class(kind, one.path)
            members = groups.setdefault(kind, {})
            members.setdefault((one.member, one.argument), one)
    return [(kind, list(members.values())) for kind, members in groups.items()]


def _of_one_class(kind: Family, path: str) -> Family:
    """The objects of a class that is not the base of its module: another layer may have an `alpha` of its own."""
    module, _, name = path.rpartition(".")
    if module not in ("tf.keras.layers", "tf.keras.callbacks") or name in ("Layer", "Callback"):
        return kind
    modules = ((module, SUBCLASSES.get(name, name)),)
    return replace(kind, made_by=modules, bases=modules)


def _reads(variable: str, regex: str) -> Pattern:
    """The condition that the text of a metavariable fits, of which no file is asked beforehand."""
    return {"metavariable-pattern": {"metavariable": variable, "pattern-regex": regex}}


def _where(variable: str, regex: str) -> Pattern:
    return {"metavariable-regex": {"metavariable": variable, "regex": regex}}
