"""Where the site and its sources are published. Written down in one place: `site_url` and `repo_url` in mkdocs.yml."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import yaml

CONFIG = Path("mkdocs.yml")


@dataclass(frozen=True)
class Addresses:
    """Where the site and its sources are published, both without a slash at the end."""

    site: str
    repository: str

    def rule(self, id: str) -> str:
        """The permanent address of a rule's page."""
        return f"{self.site}/rules/{id}.html"


def read(root: Path) -> Addresses:
    """The addresses of a checkout. Raises ValueError when its mkdocs.yml does not name them."""
    try:
        config = yaml.safe_load((root / CONFIG).read_text(encoding="utf-8"))
        return Addresses(config["site_url"].rstrip("/"), config["repo_url"].rstrip("/"))
    except (OSError, yaml.YAMLError, KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"{CONFIG}: site_url and repo_url cannot be read ({error}): write both there") from error
