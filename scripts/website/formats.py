"""The exports that say what the pages say, in words: functions from a view of the site to (path, content) pairs.

They are written when MkDocs is done: `rules/<ID>.md` is in its eyes the source of the page. The others, pure data, are
in `scripts.export.formats`; `names` and `write` know both.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from scripts.export import formats as data
from scripts.registry import addresses
from scripts.registry.load import Registry
from scripts.website import agents, copies
from scripts.website.site import Site
from scripts.website.view import View

FORMATS: dict[str, Callable[[View], Iterator[tuple[str, bytes]]]] = {
    "agents": agents.files,
    "markdown": copies.files,
}


def names() -> list[str]:
    """The names of all formats."""
    return [*data.FORMATS, *FORMATS]


def write(registry: Registry, chosen: Iterable[str], folder: Path) -> Iterator[Path]:
    """Write the files of the chosen formats below a folder; yields each path when it is written.

    Raises ValueError when mkdocs.yml does not say where the site is published, OSError when a file cannot be written.
    """
    view = View(Site(registry, addresses.read(registry.root)))
    for name in chosen:
        pairs = data.FORMATS[name](registry) if name in data.FORMATS else FORMATS[name](view)
        yield from written(pairs, folder)


def written(pairs: Iterable[tuple[str, bytes]], folder: Path) -> Iterator[Path]:
    """Write (path, content) pairs below a folder; yields each path when it is written."""
    for name, content in pairs:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        yield path
