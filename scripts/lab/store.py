"""Keeps the raw result of every run under its content address, so that nothing is run twice without cause."""

from __future__ import annotations

import json
import os
import tempfile
from pathlib import Path


class Store:
    """A folder of JSON files, one per key, each written whole or not at all."""

    def __init__(self, folder: Path):
        """Keep the results below `folder`."""
        self._folder = folder

    def get(self, key: str) -> dict | None:
        """The value of a key, None when there is none that can be read."""
        try:
            return json.loads(self._path(key).read_text())
        except (OSError, ValueError):
            return None

    def put(self, key: str, value: dict) -> None:
        """Keep a value."""
        write_atomically(self._path(key), json.dumps(value))

    def _path(self, key: str) -> Path:
        return self._folder / key[:2] / f"{key}.json"


def write_atomically(path: Path, text: str) -> None:
    """Write a file so that a reader, or a crash, finds either the old content or the new."""
    data = text.encode("utf-8")
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False) as file:
        file.write(data)
    os.chmod(file.name, 0o644)
    os.replace(file.name, path)
