"""Which versions were measured together, for the reader who pastes the list of what is installed."""

from __future__ import annotations

from scripts.website import tables
from scripts.website.site import Site

PACKAGES = ("keras", "tf-keras", "numpy", "protobuf", "h5py")


def environments(site: Site) -> list[dict]:
    """One record per environment, oldest release first: its name, the TensorFlow in it, Python, and what its lock says.

    `keras` is absent where Keras was part of TensorFlow.
    """
    found = []
    for environment in site.releases.environments.values():
        lock = tables.installed(site.registry.root, environment)
        versions = {name: lock[name] for name in PACKAGES if name in lock}
        release = environment.release
        found.append(
            {"name": environment.name, "kind": environment.kind, "minor": release.minor, "tensorflow": release.patch}
            | {"python": release.python}
            | versions
        )
    return found
