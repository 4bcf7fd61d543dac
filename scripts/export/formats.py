"""The formats of `atlas export`: each is a pure function from the registry to (path, content) pairs."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from scripts.export import api, ast_grep, packs, ruff
from scripts.registry.load import Registry

Format = Callable[[Registry], Iterator[tuple[str, bytes]]]

FORMATS: dict[str, Format] = {
    "api": api.files,
    "ast-grep": ast_grep.files,
    "ruff": ruff.files,
    "semgrep": packs.files,
}
