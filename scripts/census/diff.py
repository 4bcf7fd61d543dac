"""What left, moved or changed between two surfaces.

A change is told once, at the highest class that it concerns: a method that `tf.keras.layers.Layer` lost is not told of
each layer. Names that stand for one object are one change with several names.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from scripts.census.signature import compare as compare_signatures
from scripts.census.surface import Entry, Surface, order

REMOVED, MOVED, KIND = "removed", "moved", "kind changed"
MEMBER, ATTRIBUTE, RAISES = "member removed", "attribute removed", "always raises"
DEPRECATED = "deprecated"
EFFECTS = ("error", "silent", "unclear", "warning")


@dataclass(frozen=True)
class Change:
    """One change.

    `names`: what it is about, in the forms of a rule's symbols, all names of the object that have it; the first is the
    one to show. `family`: the same on the public ancestors of a class, so that a rule on these counts too. `effect`:
    `error`, `silent`, `unclear` (a call must tell) or `warning`.
    """

    kind: str
    names: tuple[str, ...]
    effect: str
    detail: str = ""
    to: str = ""
    family: tuple[str, ...] = ()

    @property
    def symbol(self) -> str:
        """The name to show."""
        return self.names[0]

    @cached_property
    def module(self) -> bool:
        """Whether a module left."""
        return self.detail == "module"


def compare(old: Surface, new: Surface) -> list[Change]:
    """Every change from one surface to another, in order of kind and name."""
    changes = [*_paths(old, new), *_objects(old, new), *_newly_deprecated(old, new)]
    return sorted(changes, key=lambda one: (one.kind, one.names, one.detail))


def deprecations(surface: Surface) -> dict[str, tuple[tuple[str, ...], str]]:
    """Everything declared deprecated: shown name: (all names, what TensorFlow says)."""
    found = {}

    def note(names: Iterable[str], entry: Entry) -> None:
        if entry.deprecated is not None:
            found[next(iter(names))] = (tuple(names), entry.deprecated)
        for argument, text in entry.arguments.items():
            spelled = tuple(f"{name}({argument}=)" for name in names)
            found[spelled[0]] = (spelled, text)

    for first, entry in surface.entries.items():
        if entry.deprecated is not None or entry.arguments:
            note(surface.names[first], entry)
        for member, inner in surface.own(first).items():
            if inner.deprecated is not None or inner.arguments:
                note([_member(name, member, inner) for name in surface.names[first]], inner)
    for path in surface.endpoints:
        others = [name for name in surface.names[surface.first[path]] if name not in surface.endpoints]
        found[path] = ((path,), f"use {others[0]} instead" if others else "")
    return found


def _paths(old: Surface, new: Surface) -> Iterator[Change]:
    """Names that are gone."""
    for first, names in old.names.items():
        gone = [name for name in names if name not in new.first]
        if not gone:
            continue
        entry = old.entries[first]
        left = [name for name in names if name in new.first and new.at(name).kind == entry.kind]
        if all(_v1(name) for name in gone):
            places = left
        else:  # a name in tf.compat.v1 is no place to move to for one outside it
            places = [name for name in left if not _v1(name)]
        if places:
            yield Change(MOVED, tuple(gone), "error", "", sorted(places, key=order)[0])
        else:
            detail = "module" if entry.kind == "module" else f"only {left[0]} is left" if left else ""
            yield Change(REMOVED, tuple(gone), "error", detail)


def _objects(old: Surface, new: Surface) -> Iterator[Change]:
    """Names that are still there and stand for something that differs."""
    pairs: dict[tuple[str, str], list[str]] = {}
    for path in sorted(old.first, key=order):
        if path in new.first:
            pairs.setdefault((old.first[path], new.first[path]), []).append(path)
    told: set[tuple] = set()
    for (first, second), names in pairs.items():
        before, after = old.entries[first], new.entries[second]
        if before is after and before.kind != "class":
            continue
        if before.kind != after.kind:
            yield Change(KIND, tuple(names), "unclear", f"{before.kind} is now {after.kind}")
        bases = _surviving(old, new, first)
        parents = [(old.entries[base], new.at(base)) for base in bases]
        inherited = any((a.signature, b.signature) == (before.signature, after.signature) for a, b in parents)
        if before.signature != after.signature and not inherited:
            above = [name for base in old.ancestors(first) for name in old.names[base]]
            for change in _signatures(names, above, before, after):
                if (key := (change.kind, change.symbol, change.detail)) not in told:
                    told.add(key)
                    yield change
        if after.raises and not before.raises:
            yield Change(RAISES, tuple(names), "error", after.raises)
        if before.kind == after.kind == "class":
            yield from _members(old, new, first, second, names, bases)


def _surviving(old: Surface, new: Surface, cls: str) -> list[str]:
    """The nearest public ancestors of a class that are still classes."""
    found = []
    for base in old.entries[cls].bases:
        still = base in new.first and new.at(base).kind == "class"
        found += [base] if still else _surviving(old, new, base)
    return found


def _members(
    old: Surface, new: Surface, first: str, second: str, names: list[str], bases: list[str]
) -> Iterator[Change]:
    before, after = old.members(first), new.members(second)
    above = [(old.members(base), new.members(new.first[base])) for base in bases]
    ancestors = list(dict.fromkeys(old.ancestors(first)))
    for name, one in before.items():
        now = after.get(name)
        if now is one or now == one or any(name in a and (a[name], b.get(name)) == (one, now) for a, b in above):
            continue
        spelled = [_member(cls, name, one) for cls in names]
        family = [_member(cls, name, one) for base in ancestors for cls in old.names[base]]
        if now is None:
            # Attributes are read from the source text, so others may still set them.
            kind, effect = (ATTRIBUTE, "unclear") if one.kind == "instance" else (MEMBER, "error")
            yield Change(kind, tuple(spelled), effect, "", "", tuple(family))
            continue
        if now.raises and not one.raises:
            yield Change(RAISES, tuple(spelled), "error", now.raises, "", tuple(family))
        if one.signature and now.signature:
            yield from _signatures(spelled, family, one, now)


def _signatures(names: list[str], family: list[str], before: Entry, after: Entry) -> Iterator[Change]:
    for one in compare_signatures(before.signature, after.signature):

        def spell(all_names: list[str], argument: str = one.parameter) -> tuple[str, ...]:
            return tuple(f"{name}({argument}=)" if argument else name for name in all_names)

        yield Change(one.change, spell(names), one.effect, one.detail, "", spell(family))


def _newly_deprecated(old: Surface, new: Surface) -> Iterator[Change]:
    known = deprecations(old)
    spelled = {name for names, _ in known.values() for name in names}
    for names, text in deprecations(new).values():
        if not spelled.intersection(names):
            yield Change(DEPRECATED, names, "warning", text)


def _member(cls: str, name: str, entry: Entry) -> str:
    return f"{cls}().{name}" if entry.kind == "instance" else f"{cls}.{name}"


def _v1(path: str) -> bool:
    return path.startswith("tf.compat.v1.")
