"""The guides in `docs/guides/`: their order, and the addresses that they had before.

Both stand in the front matter of each guide: `order: 3` and `former: [training]`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import yaml

FOLDER = "guides"
FRONT = re.compile(r"\A---\n(.*?)\n---\n(.*)\Z", re.DOTALL)


@dataclass(frozen=True)
class Guide:
    """A guide: its name in addresses, its title and description, former names, and its text as it was written."""

    name: str
    title: str
    description: str
    order: int
    former: tuple[str, ...]
    text: str

    @property
    def page(self) -> str:
        """Its address from the site's root."""
        return f"{FOLDER}/{self.name}.html"


def guides(root: Path) -> list[Guide]:
    """All guides in the order of reading, the index left out; none where there is no such folder."""
    found = [_read(path) for path in (root / "docs" / FOLDER).glob("*.md") if path.stem != "index"]
    return sorted(found, key=lambda guide: (guide.order, guide.name))


def _read(path: Path) -> Guide:
    match = FRONT.match(path.read_text(encoding="utf-8"))
    front = yaml.safe_load(match[1]) if match else {}
    return Guide(
        path.stem,
        front.get("title", path.stem),
        front.get("description", ""),
        front.get("order", 99),
        tuple(front.get("former", ())),
        match[2] if match else "",
    )
