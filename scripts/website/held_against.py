"""What the pages show of the models that other people saved: how many loads came out as foretold, and which did not."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from scripts.registry.real_models import Found, Load, RealModel, hit


@dataclass
class Miss:
    """A way to load a model that came out otherwise than foretold, alike in some environments."""

    model: RealModel
    way: str
    targets: list[str]
    foretold: str
    found: str
    error: str | None


class HeldAgainst:
    """The results as tables; only loads that were tried, in environments that have the way, count."""

    def __init__(self, found: Found):
        """`found` is the record."""
        self._loads = found.loads()

    @property
    def loads(self) -> int:
        """How many there were."""
        return len(self._loads)

    @cached_property
    def hits(self) -> int:
        """How many came out as foretold."""
        return sum(hit(load) for *_, load in self._loads)

    @cached_property
    def first_hits(self) -> int:
        """How many came out as they were foretold before they were tried."""
        return sum(hit(load, first=True) for *_, load in self._loads)

    def percent(self, count: int) -> float:
        """A share of all, rounded down so that it never says more than was found."""
        return int(1000 * count / max(1, self.loads)) / 10

    @property
    def models(self) -> int:
        """How many models were loaded."""
        return len({(model.package, model.path) for model, *_ in self._loads})

    @property
    def packages(self) -> int:
        """How many packages they are from, several versions of one counting once."""
        return len({model.package.partition("==")[0] for model, *_ in self._loads})

    @cached_property
    def targets(self) -> list[str]:
        """The environments, in the order in which the record has them."""
        return list(dict.fromkeys(target for *_, target, _ in self._loads))

    @cached_property
    def misses(self) -> list[Miss]:
        """What came out otherwise, environments with the same failure together."""
        found: dict[tuple, Miss] = {}
        for model, way, target, load in self._loads:
            if not hit(load):
                key = (model.package, model.path, way, load.foretold, load.found, load.error)
                one = found.setdefault(key, Miss(model, way, [], load.foretold, load.found, load.error))
                one.targets.append(target)
        return list(found.values())

    @cached_property
    def rows(self) -> list[tuple[RealModel, str, list[Load | None]]]:
        """Each way to load each model, with a cell for each environment."""
        found: dict[tuple, tuple] = {}
        for model, way, target, load in self._loads:
            row = found.setdefault((model.package, model.path, way), (model, way, [None] * len(self.targets)))
            row[2][self.targets.index(target)] = load
        return list(found.values())
