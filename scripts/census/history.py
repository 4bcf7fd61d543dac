"""Every change since the oldest release, each with the release that brought it: the list that rules must cover."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from scripts.census import diff, keywords, surface
from scripts.census.diff import Change
from scripts.census.surface import FOLDER, Surface


@dataclass(frozen=True)
class Item:
    """A change and when it came.

    `release`: the first TensorFlow release that has it, "" where only a newer Keras than any that came with a release
    has it. `keras`: the first Keras 3 minor that has it, "" where it does not move with Keras 3.
    """

    change: Change
    release: str
    keras: str = ""

    @property
    def when(self) -> str:
        """The release, or the Keras minor alone."""
        return self.release or f"Keras {self.keras}"

    @property
    def area(self) -> str:
        """The part of the interface, for tables: `tf.keras.layers`, `tf.data`, `tf.compat.v1`."""
        parts = self.change.symbol.partition("(")[0].split(".")
        if parts[:2] == ["tf", "compat"]:
            return ".".join(parts[: 4 if parts[3:4] == ["keras"] else 3])
        if parts[:2] == ["tf", "keras"]:
            return ".".join(parts[:3]) if len(parts) > 3 and parts[2][0].islower() else "tf.keras"
        return ".".join(parts[:2]) if len(parts) > 2 and parts[1][0].islower() else parts[0]


@dataclass
class History:
    """The surfaces of all releases and of all Keras 3 minors, the keywords that classes took, and what changed."""

    tensorflow: dict[str, Surface]
    keras: dict[str, Surface]
    modules: dict[str, set[str]] = field(default_factory=dict)
    keywords: dict[str, keywords.Answers] = field(default_factory=dict)

    @cached_property
    def items(self) -> list[Item]:
        """Every change that needs a rule or an excuse: release by release, then what only newer Keras minors have.

        A deprecation counts while it stands in the newest release; one that was carried out is told as a removal.
        """
        found = []
        by_keras = self._by_keras()
        newest = list(self.tensorflow.values())[-1]
        standing = diff.deprecations(newest)
        names = list(self.tensorflow)
        declared: set[str] = set()
        known: set[tuple[str, str]] = set()
        oldest = diff.deprecations(self.tensorflow[names[0]])
        first = [Change(diff.DEPRECATED, all_names, "warning", text) for all_names, text in oldest.values()]
        steps = [(names[0], first)]
        for earlier, later in zip(names, names[1:], strict=False):
            steps.append((later, diff.compare(self.tensorflow[earlier], self.tensorflow[later])))
        for release, changes in steps:
            for change in changes:
                if change.kind == diff.DEPRECATED:
                    if change.symbol in declared or not any(name in standing for name in change.names):
                        continue
                    declared.update(change.names)
                found.append(Item(change, release, by_keras.get((change.kind, change.symbol), "")))
                known.update((change.kind, name) for name in change.names)
        for (kind, symbol), minor in by_keras.items():
            if (kind, symbol) not in known and minor != next(iter(self.keras)):
                change = self._keras_changes[kind, symbol][1]
                known.update((kind, name) for name in change.names)
                found.append(Item(change, "", minor))
        found += [Item(change, release) for release, change in keywords.changes(self.keywords, self.tensorflow)]
        places = {release: place for place, release in enumerate(names)}
        return sorted(found, key=lambda item: places.get(item.release, len(places)))

    @cached_property
    def _keras_changes(self) -> dict[tuple[str, str], tuple[str, Change]]:
        """Changes between Keras 3 minors, by kind and name: the minor that brought it, and the change."""
        found: dict[tuple[str, str], tuple[str, Change]] = {}
        names = list(self.keras)
        for earlier, later in zip(names, names[1:], strict=False):
            for change in diff.compare(self.keras[earlier], self.keras[later]):
                found.setdefault((change.kind, change.symbol), (later, change))
        return found

    def _by_keras(self) -> dict[tuple[str, str], str]:
        """Kind and name of a change: the first Keras 3 minor that has it, 3.0 where Keras 2 to 3 was the step."""
        found = {key: minor for key, (minor, _) in self._keras_changes.items()}
        if self.keras and "2.15" in self.tensorflow:
            first = next(iter(self.keras))
            before = self.tensorflow["2.15"]
            for change in diff.compare(before, self.keras[first]):
                if change.symbol.startswith(("tf.keras.", "keras.")):
                    found[change.kind, change.symbol] = first
        return found

    @cached_property
    def private_modules(self) -> dict[str, str]:
        """Private modules that are gone: the first release without them, none that came back."""
        names = list(self.modules)
        gone = {}
        for earlier, later in zip(names, names[1:], strict=False):
            gone.update({module: later for module in self.modules[earlier] - self.modules[later]})
            for module in self.modules[later]:
                gone.pop(module, None)
        return gone


def read(root: Path) -> History:
    """The history as it is stored. Raises FileNotFoundError when there is none."""
    tensorflow = surface.surfaces(root, surface.TENSORFLOW)
    if not tensorflow:
        raise FileNotFoundError(f"{FOLDER / surface.TENSORFLOW} holds nothing: run `atlas census`")
    modules = {name: set(flat) for name, flat in surface.read(root, surface.MODULES).items()}
    return History(tensorflow, surface.surfaces(root, surface.KERAS), modules, keywords.read(root))
