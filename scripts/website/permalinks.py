"""`permalinks.lock`: every ID that was ever published. None may be lost; a rule is withdrawn, not deleted."""

from __future__ import annotations

from pathlib import Path

from scripts.registry.load import Registry
from scripts.registry.rule import Status

LOCK = Path("permalinks.lock")
HEADER = "# Every rule ID ever published, one a line. Written by `atlas permalinks`; no line may ever be removed.\n"


def published(root: Path) -> list[str]:
    """The IDs in the lock; none when there is no lock yet."""
    path = root / LOCK
    lines = path.read_text().splitlines() if path.exists() else []
    return [line.strip() for line in lines if line.strip() and not line.startswith("#")]


def lost(registry: Registry) -> list[str]:
    """IDs that were published and have no rule any more: bring the rule back with `status: withdrawn`."""
    return [id for id in published(registry.root) if id not in registry.rules]


def update(registry: Registry) -> list[str]:
    """Add the IDs of all rules that are no drafts to the lock; returns those that are new."""
    old = published(registry.root)
    new = [id for id, rule in registry.rules.items() if rule.status is not Status.DRAFT and id not in old]
    if new or not (registry.root / LOCK).exists():
        (registry.root / LOCK).write_text(HEADER + "".join(f"{id}\n" for id in sorted([*old, *new])))
    return new
