"""The stored form of the census: for each public path the releases in which it stood, and as what.

`runnable_examples/census/<area>.json` holds a line for each path, with a list of spans `[first, last, form, notes]`:
`last` is null through to the newest release of `releases`, `notes` is left out where there are none. So what did not
change is stored once, and a new release changes the lines of what changed in it and no others.

Forms: `module`, `class(x, y=1) < tf.Module`, `function(x)`, `value 3`, `= tf.keras.Model` (the same object as), and for
members of classes `method(x)`, `classmethod(x)`, `staticmethod(x)`, `property`, `field`, `class`, `value 3` and
`instance`.
A member stands under the first name of its class only: `tf.keras.Model.fit`, `tf.keras.Model().history`. An object's
first name is the shortest that is neither in `tf.compat.v1` nor experimental; `tf.keras` goes before others.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path

from scripts.registry.content import CENSUS as FOLDER

TENSORFLOW, KERAS, MODULES = "tensorflow", "keras-3", "modules"
AREAS = {
    TENSORFLOW: ("tf.compat.v1.keras", "tf.compat.v1", "tf.raw_ops", "tf.keras.layers", "tf.keras", "tf", "keras"),
    KERAS: ("tf.keras.layers", "tf.keras", "keras"),
    MODULES: ("tensorflow", "keras"),
}
Flat = dict[str, tuple[str, dict]]  # key: (form, notes)


@dataclass(frozen=True)
class Entry:
    """What stands at a path or is a member of a class."""

    form: str
    bases: tuple[str, ...] = ()
    deprecated: str | None = None
    arguments: dict[str, str] = field(default_factory=dict, hash=False)
    raises: str | None = None

    @cached_property
    def kind(self) -> str:
        """`module`, `class`, `function`, `method`, `value` and so on."""
        return self.form.partition("(")[0].partition(" ")[0]

    @cached_property
    def signature(self) -> str:
        """The signature with its brackets, "" where there is none."""
        rest = self.form[len(self.kind) :]
        return rest if rest.startswith("(") else ""


class Surface:
    """The public surface of one release."""

    def __init__(self, flat: Flat):
        """Take a surface as it is stored."""
        self.first: dict[str, str] = {}  # path: first name of what stands there
        self.entries: dict[str, Entry] = {}  # first name: what it is
        self.endpoints: set[str] = set()  # paths that are declared deprecated though their object is not
        self._own: dict[str, dict[str, Entry]] = {}
        self._all: dict[str, dict[str, Entry]] = {}
        classes = {key for key, (form, _) in flat.items() if form.startswith("class") and "()." not in key}
        for key, value in flat.items():
            form, notes = value
            if form.startswith("= "):
                self.first[key] = form[2:]
                if notes.get("endpoint"):
                    self.endpoints.add(key)
                continue
            parent, name = split(key)
            if parent in classes:
                self._own.setdefault(parent, {})[name] = _entry(value)
            else:
                self.first[key] = key
                self.entries[key] = _entry(value)
                if notes.get("endpoint"):
                    self.endpoints.add(key)

    @cached_property
    def names(self) -> dict[str, list[str]]:
        """First name of each object: all of its names, in order."""
        names: dict[str, list[str]] = {}
        for path in sorted(self.first, key=order):
            names.setdefault(self.first[path], []).append(path)
        return names

    def at(self, path: str) -> Entry | None:
        """What stands at a path."""
        return self.entries.get(self.first.get(path, ""))

    def own(self, cls: str) -> dict[str, Entry]:
        """Members that a class (by its first name) has and none of its public ancestors."""
        return self._own.get(cls, {})

    def members(self, cls: str) -> dict[str, Entry]:
        """All members of a class, those of its public ancestors included."""
        if cls not in self._all:
            entry, found = self.entries.get(cls), {}
            for base in reversed(entry.bases if entry else ()):
                found.update(self.members(base))
            found.update(self.own(cls))
            self._all[cls] = found
        return self._all[cls]

    def ancestors(self, cls: str) -> Iterable[str]:
        """First names of all public ancestors of a class."""
        entry = self.entries.get(cls)
        for base in entry.bases if entry else ():
            yield base
            yield from self.ancestors(base)


def split(key: str) -> tuple[str, str]:
    """`a.B.c` and `a.B().c` as (`a.B`, `c`)."""
    parent, _, name = key.rpartition(".")
    return parent.removesuffix("()"), name


@cache
def order(path: str) -> tuple:
    """Sorts the names of one object; the first is the one that it is stored under."""
    return (
        path.startswith("tf.compat.v1."),
        "experimental" in path or ".legacy." in path,
        not path.startswith("tf.keras."),
        path.count("."),
        len(path),
        path,
    )


def flatten(raw: dict, roots: tuple[str, ...]) -> Flat:
    """What `collect.py` wrote, as it is stored, of the paths below `roots`."""
    paths = {path: number for path, number in raw["paths"].items() if _below(path, roots)}
    first: dict[int, str] = {}
    for path in sorted(paths, key=order):
        first.setdefault(paths[path], path)
    flat: Flat = {}
    endpoints = set(raw["endpoints"])
    for path, number in paths.items():
        notes = {"endpoint": True} if path in endpoints else {}
        if first[number] != path:
            flat[path] = (f"= {first[number]}", notes)
            continue
        one = raw["objects"][number]
        bases = [first[base] for base in one.get("bases", ()) if base in first]
        form = one["form"]
        if path.startswith("tf.raw_ops.") and form.startswith("function("):
            form = form.replace("(", "(*, ", 1).replace("(*, )", "()")  # they take keywords only: `kwarg_only`
        form += f" < {', '.join(sorted(bases))}" if bases else ""
        flat[path] = (form, {**one.get("notes", {}), **notes})
        if path.startswith("tf.experimental.numpy."):
            continue  # NumPy's own scalar types; what they have is NumPy's
        for name, member in one.get("members", {}).items():
            key = path + name if name.startswith("().") else f"{path}.{name}"
            flat[key] = (member["form"], member.get("notes", {}))
    return flat


def write(root: Path, store: str, releases: dict[str, Flat]) -> None:
    """Store surfaces, by release in order, replacing what is stored."""
    names = list(releases)
    spans: dict[str, list] = {}
    for position, flat in enumerate(releases.values()):
        for key, (form, notes) in flat.items():
            known = spans.setdefault(key, [])
            if known and known[-1][1] == position - 1 and known[-1][2:] == [form, notes]:
                known[-1][1] = position
            else:
                known.append([position, position, form, notes])
    for area in AREAS[store]:
        lines = [
            f"{json.dumps(key)}: {json.dumps([_span(one, names) for one in spans[key]], ensure_ascii=False)}"
            for key in sorted(spans)
            if _area(store, key) == area
        ]
        path = root / FOLDER / store / f"{area}.json"
        path.parent.mkdir(parents=True, exist_ok=True)
        head = f'{{\n"releases": {json.dumps(names)},\n"spans": {{\n'
        path.write_text(head + ",\n".join(lines) + "\n}\n}\n", encoding="utf-8")


def read(root: Path, store: str) -> dict[str, Flat]:
    """The stored surfaces, by release; {} when nothing is stored."""
    releases: dict[str, Flat] = {}
    for area in AREAS[store]:
        path = root / FOLDER / store / f"{area}.json"
        if not path.exists():
            continue
        data = json.loads(path.read_text(encoding="utf-8"))
        names = data["releases"]
        flats = [releases.setdefault(name, {}) for name in names]
        index = {name: position for position, name in enumerate(names)} | {None: len(names) - 1}
        for key, spans in data["spans"].items():
            for start, end, form, *notes in spans:
                value = (form, notes[0] if notes else {})
                for flat in flats[index[start] : index[end] + 1]:
                    flat[key] = value
    return releases


def surfaces(root: Path, store: str) -> dict[str, Surface]:
    """The stored surfaces, ready to be compared."""
    return {name: Surface(flat) for name, flat in read(root, store).items()}


_known: dict[int, tuple] = {}  # id of a stored value: the value, held so that the id stays its own, and its entry


def _entry(value: tuple[str, dict]) -> Entry:
    """The entry of a stored value. Releases share values, so most comparisons are of one object with itself."""
    if id(value) not in _known:
        _known[id(value)] = value, _parsed(*value)
    return _known[id(value)][1]


def _parsed(form: str, notes: dict) -> Entry:
    bases = ()
    if form.startswith("class") and ") < " in form:
        form, _, named = form.rpartition(" < ")
        bases = tuple(named.split(", "))
    return Entry(form, bases, notes.get("deprecated"), notes.get("arguments", {}), notes.get("raises"))


def _span(one: list, names: list[str]) -> list:
    start, end, form, notes = one
    return [names[start], None if end == len(names) - 1 else names[end], form, *([notes] if notes else [])]


def _area(store: str, key: str) -> str:
    return next(area for area in AREAS[store] if _below(key, (area,)))


def _below(path: str, roots: tuple[str, ...]) -> bool:
    return any(path == root or path.startswith((root + ".", root + "()")) for root in roots)
