"""Every export by its name: a pure function from the registry to (path, content) pairs."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from scripts.export import (
    api,
    ast_grep,
    constraints,
    history,
    interface,
    packs,
    recipes,
    ruff,
    sarif,
    spreadsheet,
)
from scripts.registry.load import Registry

FORMATS: dict[str, Callable[[Registry], Iterator[tuple[str, bytes]]]] = {
    "api": api.files,
    "ast-grep": ast_grep.files,
    "census": interface.files,
    "changes": history.files,
    "constraints": constraints.files,
    "csv": spreadsheet.files,
    "recipes": recipes.files,
    "ruff": ruff.files,
    "sarif": sarif.files,
    "semgrep": packs.files,
}
