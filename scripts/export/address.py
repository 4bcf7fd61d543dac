"""Addresses of rules in exports; where the site is published is read once a checkout."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from scripts.registry import addresses
from scripts.registry.rule import Rule

_read = lru_cache(addresses.read)


def rule_url(root: Path, rule: Rule) -> str:
    """Permanent address of a rule's page."""
    return _read(root).rule(rule.id)
