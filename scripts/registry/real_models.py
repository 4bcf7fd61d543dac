"""Models that other people saved: which they are, and what was foretold and found when they were loaded."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field

from scripts.registry.content import EXAMPLES

FOLDER = EXAMPLES / "saved_models" / "real_models"
LIST = FOLDER / "models.yml"
FOUND = FOLDER / "found.json"
Verdict = Literal["same", "differs", "unusable", "error", "absent"]


class Package(BaseModel):
    """A package and the models in it that are loaded."""

    model_config = ConfigDict(extra="forbid")
    package: str = Field(pattern=r"^[a-z0-9-]+==[0-9][0-9.]*$")
    python: str = "3.10"
    length: int = 16
    models: list[str]


class Load(BaseModel):
    """One load: the verdict that the matrix leads to, and the one that was found."""

    model_config = ConfigDict(extra="forbid")
    foretold: Verdict | None
    first: Verdict | None = Field(default=None, description="what was foretold before any load, where that was else")
    like: list[str] = Field(default=[], description="the measured kinds that the prediction is from")
    found: Verdict | None = None
    error: str | None = None


class RealModel(BaseModel):
    """A model: what the inspector says of it, and its loads by way to load and environment."""

    model_config = ConfigDict(extra="forbid")
    package: str
    path: str
    format: str | None
    saved_by: str
    contains: list[str] = []
    loads: dict[str, dict[str, Load]] = {}


class Found(BaseModel):
    """The results, as `python -m scripts.website.real_models` writes them."""

    model_config = ConfigDict(extra="forbid")
    measured_on: str
    models: list[RealModel]

    def loads(self) -> list[tuple[RealModel, str, str, Load]]:
        """Every load that was tried where its way exists, as (model, way, environment, load)."""
        return [
            (model, way, target, load)
            for model in self.models
            for way, targets in model.loads.items()
            for target, load in targets.items()
            if load.found not in (None, "absent") and load.foretold is not None
        ]

    def remember(self, before: Found | None) -> None:
        """Take over what was foretold first from an earlier record; what is new in this one is foretold first here."""
        known = {
            (model.package, model.path, way, target): load.first or load.foretold
            for model in (before.models if before else [])
            for way, targets in model.loads.items()
            for target, load in targets.items()
        }
        for model in self.models:
            for way, targets in model.loads.items():
                for target, load in targets.items():
                    first = known.get((model.package, model.path, way, target))
                    load.first = first if first != load.foretold else None


def hit(load: Load, first: bool = False) -> bool:
    """Whether a load came out as foretold (`first`, as it was foretold before the model was loaded).

    The verdicts are three: the same outputs, other ones, or a failure, be it when the model is loaded or called.
    """
    return _plain(load.found) == _plain(first and load.first or load.foretold)


def _plain(verdict: Verdict | None) -> str | None:
    return "error" if verdict == "unusable" else verdict


def dump(found: Found) -> str:
    """The record as text, a model a line."""
    models = [model.model_dump_json(exclude_none=True, exclude_defaults=True) for model in found.models]
    return f'{{"measured_on": "{found.measured_on}", "models": [\n' + ",\n".join(models) + "\n]}\n"


def read_list(root: Path) -> list[Package]:
    """The packages. Raises ValueError when the list is not as it should be."""
    return [Package.model_validate(one) for one in yaml.safe_load((root / LIST).read_text())]


def read_found(root: Path) -> Found | None:
    """The results; None where there are none."""
    path = root / FOUND
    return Found.model_validate_json(path.read_text()) if path.exists() else None
