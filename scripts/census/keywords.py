"""Keywords that classes take through `**kwargs`: which to ask for, what is stored of the answers, and what changed.

A signature that ends in `**kwargs` tells neither what is taken nor what is refused, so `inside/probe.py` calls the
classes in every release. `runnable_examples/census/keywords.json` holds for each class (by the names that it has in
some release) and each keyword that was ever taken the spans of releases `[first, last]` that took it; under `any` the
spans in which a class took any keyword at all, and under `made` those in which it could be made, and so was asked.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from scripts.census import signature
from scripts.census.diff import Change
from scripts.census.surface import Surface
from scripts.registry.content import CENSUS

FILE = CENSUS / "keywords.json"
KIND = "swallowed keyword refused"
FAMILY = re.compile(
    r"tf\.keras\.(layers|optimizers|losses|metrics|callbacks|initializers|regularizers|constraints)\.[A-Z]\w*"
)
# Keywords that stand in no signature, from the lists of allowed ones in the base classes of Keras 2.
UNSIGNED = {
    "layers": (
        "autocast batch_input_shape batch_size dynamic experimental_autocast implementation input_dim input_dtype "
        "input_length input_shape weights"
    ).split(),
    "optimizers": "clipnorm clipvalue decay global_clipnorm learning_rate lr".split(),
}
Spans = list[list[str]]


@dataclass
class Answers:
    """What the classes of one release said: keywords taken by class, and the classes that take any."""

    accepted: dict[str, set[str]] = field(default_factory=dict)
    any: set[str] = field(default_factory=set)


def asked(surfaces: Iterable[Surface]) -> dict[str, list[str]]:
    """By class: every parameter that a class of its family has in any release, and what stands in no signature."""
    classes: dict[str, str] = {}
    words = {family: set(more) for family, more in UNSIGNED.items()}
    for surface in surfaces:
        for path, entry in surface.entries.items():
            found = FAMILY.fullmatch(path)
            if found and entry.kind == "class":
                classes[path] = found[1]
                named = [one for one in signature.parse(entry.signature) or () if "*" not in one.kind]
                words.setdefault(found[1], set()).update(one.name for one in named)
    return {path: sorted(words[family]) for path, family in sorted(classes.items())}


def write(root: Path, found: dict[str, dict], order: list[str]) -> None:
    """Store raw answers of `inside/probe.py` by release; releases that were not asked now keep what is stored."""
    answers = read(root)
    for name, raw in found.items():
        answers[name] = Answers({path: set(words) for path, words in raw["accepted"].items()}, set(raw["any"]))
    names = [name for name in order if name in answers]
    made: dict[str, list[int]] = {}
    takes_any: dict[str, list[int]] = {}
    accepted: dict[str, dict[str, list[int]]] = {}
    for place, name in enumerate(names):
        for path, words in answers[name].accepted.items():
            made.setdefault(path, []).append(place)
            accepted.setdefault(path, {})
            for word in words:
                accepted.setdefault(path, {}).setdefault(word, []).append(place)
        for path in answers[name].any:
            takes_any.setdefault(path, []).append(place)
    lines = [
        f"{json.dumps(path)}: "
        + json.dumps(
            {
                "made": _spans(made[path], names),
                **({"any": _spans(takes_any[path], names)} if path in takes_any else {}),
                "accepted": {word: _spans(accepted[path][word], names) for word in sorted(accepted[path])},
            }
        )
        for path in sorted(made)
    ]
    head = f'{{\n"releases": {json.dumps(names)},\n"classes": {{\n'
    (root / FILE).write_text(head + ",\n".join(lines) + "\n}\n}\n", encoding="utf-8")


def read(root: Path) -> dict[str, Answers]:
    """The stored answers by release; {} when nothing is stored."""
    if not (root / FILE).exists():
        return {}
    data = json.loads((root / FILE).read_text(encoding="utf-8"))
    names = data["releases"]
    answers = {name: Answers() for name in names}
    for path, one in data["classes"].items():
        for name in _names(one["made"], names):
            answers[name].accepted[path] = set()
        for name in _names(one.get("any", []), names):
            answers[name].any.add(path)
        for word, spans in one["accepted"].items():
            for name in _names(spans, names):
                answers[name].accepted[path].add(word)
    return answers


def changes(answers: dict[str, Answers], surfaces: dict[str, Surface]) -> Iterator[tuple[str, Change]]:
    """Keywords that were taken unsigned and are refused: the release that refuses first, and the change.

    What a signature lost is told by the comparison of signatures. A class that takes anything says nothing by taking a
    keyword that it never took for itself. What a public ancestor lost is not told again of the classes below it.
    """
    names = [name for name in answers if name in surfaces]
    meant: dict[str, set[str]] = {}  # by class: keywords that it took in a release in which it did not take any
    for earlier, later in zip(names, names[1:], strict=False):
        before, after = answers[earlier], answers[later]
        old, new = surfaces[earlier], surfaces[later]
        for path, words in before.accepted.items():
            if path not in before.any:
                meant.setdefault(path, set()).update(words)
        lost = {
            path: (words & meant.get(path, set())) - after.accepted[path]
            for path, words in before.accepted.items()
            if path in after.accepted
        }
        for path in sorted(lost):
            above = list(old.ancestors(old.first[path]))
            told = set().union(_signed(old, path), *(lost.get(one, set()) for one in above))
            here = tuple(name for name in old.names[old.first[path]] if name in new.first)
            family = tuple(name for one in above for name in old.names[one])
            for word in sorted(lost[path] - told):
                spelled = [tuple(f"{name}({word}=)" for name in some) for some in (here, family)]
                yield later, Change(KIND, spelled[0], "error", "", "", spelled[1])


def _signed(surface: Surface, path: str) -> set[str]:
    entry = surface.at(path)
    return {one.name for one in signature.parse(entry.signature) or ()} if entry else set()


def _spans(places: list[int], names: list[str]) -> Spans:
    found: list[list[int]] = []
    for place in places:
        if found and found[-1][1] == place - 1:
            found[-1][1] = place
        else:
            found.append([place, place])
    return [[names[first], names[last]] for first, last in found]


def _names(spans: Spans, names: list[str]) -> Iterator[str]:
    for first, last in spans:
        yield from names[names.index(first) : names.index(last) + 1]
