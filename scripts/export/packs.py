"""All Semgrep packs: those that find, and those that mend. Only fixes that were proven are in a pack."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.export import semgrep
from scripts.export.proven import current
from scripts.registry.load import Registry
from scripts.registry.rule import Safety

SAFE = f"{semgrep.BASE}/fixes.yml"
UNSAFE = f"{semgrep.BASE}/fixes-unsafe.yml"


def files(registry: Registry) -> Iterator[tuple[str, bytes]]:
    """(path, content) of every pack. `fixes.yml` has the safe fixes, `fixes-unsafe.yml` those that need a look."""
    yield from semgrep.files(registry)
    proven = [registry.rules[id] for id, proof in current(registry).items() if proof.fix]
    safe = [rule for rule in proven if rule.fix.safety is Safety.SAFE]
    yield SAFE, semgrep.fixing_pack(registry, safe)
    yield UNSAFE, semgrep.fixing_pack(registry, [rule for rule in proven if rule not in safe])
    for rule in proven:
        yield f"{semgrep.BASE}/fixes/{rule.id}.yml", semgrep.fixing_pack(registry, [rule])
