"""`exports/recipes/`: files to copy into a repository so that pre-commit, GitHub Actions or reviewdog use our packs."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path

from scripts.registry import addresses
from scripts.registry.load import Registry

FOLDER = "exports/recipes"
TEMPLATES = Path(__file__).parent / "recipe_files"
PROJECT = Path(__file__).parents[2] / "pyproject.toml"


def files(registry: Registry) -> Iterator[tuple[str, bytes]]:
    """(path, content) of each recipe, with our address and the version of Ruff that the tests use filled in."""
    site = addresses.read(registry.root).site
    for path in sorted(TEMPLATES.iterdir()):
        text = path.read_text(encoding="utf-8").replace("SITE", site).replace("RUFF", pinned("ruff"))
        yield f"{FOLDER}/{path.name}", text.encode()


def pinned(package: str) -> str:
    """The version of a tool with which everything here is tested. Raises LookupError when it is not a dependency."""
    project = tomllib.loads(PROJECT.read_text(encoding="utf-8"))
    for one in [*project["project"]["dependencies"], *project["dependency-groups"]["dev"]]:
        name, _, version = one.partition("==")
        if name == package:
            return version
    raise LookupError(f"{package} is not pinned in {PROJECT.name}")
