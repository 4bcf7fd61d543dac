"""The TensorFlow releases and the environments that the lab measures them in (`rules/releases.yml`)."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field
from functools import cached_property
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

Minor = Annotated[str, Field(pattern=r"^2\.\d+$")]


class _Record(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Release(_Record):
    """One TensorFlow minor, measured by its last patch; `pythons` are those for which there are wheels."""

    minor: Minor
    patch: str = Field(pattern=r"^2\.\d+\.\d+$")
    first: datetime.date
    day: datetime.date
    python: str = Field(pattern=r"^3\.\d+$")
    pythons: tuple[Annotated[str, Field(pattern=r"^3\.\d+$")], ...] = ()
    package: str


class LegacyKeras(_Record):
    """A release run with `tf_keras` and `TF_USE_LEGACY_KERAS=1`."""

    minor: Minor
    tf_keras: str
    day: datetime.date | None = None


class Latest(_Record):
    """A release run with the dependencies of a later day."""

    minor: Minor
    day: datetime.date


class KerasAxis(_Record):
    """Keras 3 minors, each measured by its last patch, with one TensorFlow release that accepts them all."""

    tensorflow: Minor
    day: datetime.date
    patches: tuple[Annotated[str, Field(pattern=r"^3\.\d+\.\d+$")], ...]


@dataclass(frozen=True)
class Environment:
    """What to install and set to measure one column: `2.15`, `2.16-tf_keras` or `2.21-latest`."""

    name: str
    release: Release
    requirements: tuple[str, ...]
    as_of: datetime.date
    variables: dict[str, str] = field(default_factory=dict, hash=False)

    @property
    def kind(self) -> str:
        """`release` for a plain minor, else `tf_keras`, `latest` or `keras` (a Keras 3 minor)."""
        first, _, rest = self.name.partition("-")
        return first if first == "keras" else rest or "release"


class Releases(_Record):
    """The content of `rules/releases.yml`, in order of release."""

    releases: tuple[Release, ...]
    legacy_keras: tuple[LegacyKeras, ...]
    latest: Latest
    keras_axis: KerasAxis | None = None

    @cached_property
    def minors(self) -> list[str]:
        """Names of all minors, oldest first."""
        return [release.minor for release in self.releases]

    @property
    def newest(self) -> str:
        """Name of the newest minor."""
        return self.minors[-1]

    def position(self, minor: str) -> int:
        """Index of a minor, oldest 0. Raises ValueError when there is no such release."""
        return self.minors.index(minor)

    def since(self, minor: str) -> list[str]:
        """The minors from `minor` on."""
        return self.minors[self.position(minor) :]

    def before(self, minor: str) -> list[str]:
        """The minors earlier than `minor`."""
        return self.minors[: self.position(minor)]

    @cached_property
    def environments(self) -> dict[str, Environment]:
        """All environments by name: every minor, then those with tf_keras, then `latest`."""
        by_minor = {release.minor: release for release in self.releases}

        def environment(release, suffix="", day=None, more=(), variables=None):
            # tf_keras depends on the package `tensorflow`; `tensorflow-cpu` beside it would hold the same files.
            package = "tensorflow" if more else release.package
            return Environment(
                release.minor + suffix,
                release,
                (f"{package}=={release.patch}", *more),
                day or release.day,
                variables or {},
            )

        plain = [environment(release) for release in self.releases]
        legacy = [
            environment(
                by_minor[one.minor],
                "-tf_keras",
                one.day,
                (f"tf_keras=={one.tf_keras}",),
                {"TF_USE_LEGACY_KERAS": "1"},
            )
            for one in self.legacy_keras
        ]
        latest = environment(by_minor[self.latest.minor], "-latest", self.latest.day)
        return {one.name: one for one in [*plain, *legacy, latest]}

    @cached_property
    def keras_environments(self) -> dict[str, Environment]:
        """The environments of the Keras axis by name (`keras-3.0`), oldest first (see `keras_axis.py`)."""
        if not self.keras_axis:
            return {}
        release = next(one for one in self.releases if one.minor == self.keras_axis.tensorflow)
        return {
            name: Environment(
                name, release, (f"{release.package}=={release.patch}", f"keras=={patch}"), self.keras_axis.day
            )
            for patch in self.keras_axis.patches
            for name in (f"keras-{patch.rpartition('.')[0]}",)
        }

    @cached_property
    def all_environments(self) -> dict[str, Environment]:
        """All environments in which examples may run, those of the Keras axis last."""
        return self.environments | self.keras_environments
