"""Where the site is published, as `mkdocs.yml` says, so that exports can link to it."""

from __future__ import annotations

import re
from pathlib import Path

from scripts.registry.rule import Rule

SITE_URL = re.compile(r"^site_url:\s*[\"']?([^\s\"'#]+)", re.MULTILINE)


def site_url(root: Path) -> str:
    """Address of the site without a slash at the end; "" where there is no `mkdocs.yml`."""
    path = root / "mkdocs.yml"
    found = SITE_URL.search(path.read_text(encoding="utf-8")) if path.exists() else None
    return found[1].rstrip("/") if found else ""


def rule_url(root: Path, rule: Rule) -> str:
    """Permanent address of a rule's page."""
    return f"{site_url(root)}/rules/{rule.id}.html"
