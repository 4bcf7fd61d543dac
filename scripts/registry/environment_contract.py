"""Holds the claims of an environment rule against its measurements.

Unlike other rules it does not compare releases: in each release that it is claimed for, the failing set fails and the
working set, with the same program, works.
"""

from __future__ import annotations

from collections.abc import Iterator

from scripts.registry.measured import BROKEN, Measured
from scripts.registry.releases import Releases
from scripts.registry.requirements import measured_releases
from scripts.registry.rule import Impact, Rule

Finding = tuple[tuple[str, ...], str]
CLAIM = ("versions", "tensorflow", "breaks_from")
WORKED = ("ok", "warns")


def contradictions(rule: Rule, measured: Measured, releases: Releases, broken: list[str]) -> Iterator[Finding]:
    """Yield (field of the rule, what the measurements say instead); `broken`: the releases that it claims to break."""
    minors = measured_releases(rule, releases)
    missing = [minor for minor in broken if minor not in minors]
    if missing:
        yield ("example", "requirements", "releases"), f"claims {', '.join(missing)} too, and does not measure them"
    if not broken:
        yield CLAIM, "an environment rule says in which releases its before.txt fails: breaks_from, and fixed_from"
    for name in sorted(measured.files):
        for minor in minors:
            run = measured.run(name, minor)
            told = f"{run.outcome}{f': {str(run.error)[:200]}' if run.error else ''}" if run else "not measured"
            outcome = run.outcome if run else ""
            if name.startswith("after"):
                if outcome not in WORKED:
                    yield ("fix",), f"{name} on {minor} must work and is {told}"
            elif minor in broken:
                if outcome not in BROKEN:
                    yield CLAIM, f"{name} works on {minor} ({told})"
                elif (outcome == "wrong") != (rule.impact is Impact.SILENT):
                    yield ("impact",), f"{rule.impact}, but {name} on {minor} is {told}"
            elif outcome not in WORKED:
                yield CLAIM, f"{name} does not work on {minor} ({told})"
    claimed = rule.versions.tensorflow.replacement_from
    if claimed != minors[0]:
        yield (
            ("versions", "tensorflow", "replacement_from"),
            f"{claimed}, but after.txt is measured from {minors[0]} on",
        )
