"""`exports/census/`: the public interface of every release as the census stored it, and the excuses, as they are."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.registry.content import CENSUS, EXCUSED
from scripts.registry.load import Registry

FOLDER = "exports/census"


def files(registry: Registry) -> Iterator[tuple[str, bytes]]:
    """(path, content) of each stored file; nothing where no census is stored."""
    stored = registry.root / CENSUS
    for path in sorted(stored.rglob("*.json")):
        yield f"{FOLDER}/{path.relative_to(stored).as_posix()}", path.read_bytes()
    excuses = registry.root / EXCUSED
    if excuses.exists():
        yield f"{FOLDER}/{excuses.name}", excuses.read_bytes()
