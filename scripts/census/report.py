"""The account as text: what is open, by release and area."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from scripts.census.coverage import Coverage
from scripts.registry.faults import Fault


def lines(coverage: Coverage, faults: list[Fault], each: str | None = None) -> Iterator[str]:
    """The faults, then what nothing accounts for: counts by release, area and kind, or with `each` every change.

    `each` is a release ("2.16"), or "" for all.
    """
    yield from map(str, faults)
    if each is not None:
        for item in coverage.open:
            if not each or item.when == each:
                change = item.change
                told = f" -> {change.to}" if change.to else f": {change.detail}" if change.detail else ""
                yield f"{item.when}  {change.kind}  {change.symbol}{told}"
        return
    by_release: dict[str, Counter] = {}
    for (when, area, kind), number in coverage.counts().items():
        by_release.setdefault(when, Counter())[area, kind] += number
    for when, counts in by_release.items():
        yield f"{when}: {sum(counts.values())} without a rule or an excuse"
        areas: dict[str, list[str]] = {}
        for (area, kind), number in sorted(counts.items()):
            areas.setdefault(area, []).append(f"{number} {kind}")
        yield from (f"  {area}: {', '.join(kinds)}" for area, kinds in areas.items())


def summary(coverage: Coverage, faults: list[Fault]) -> dict[str, int]:
    """The account in numbers."""
    account = coverage.account
    return {
        "changes": len(account),
        "with_a_rule": sum(bool(one.rules) for one in account),
        "excused": sum(bool(one.excuses) and not one.rules for one in account),
        "open": sum(one.open for one in account),
        "faults": len(faults),
    }
