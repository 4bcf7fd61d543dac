"""Holds a rule's claims against its measurements (section 4 of the design)."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.registry import environment_contract
from scripts.registry.measured import BROKEN, Measured
from scripts.registry.releases import Releases
from scripts.registry.rule import Impact, Rule

Finding = tuple[tuple[str, ...], str]
TENSORFLOW = ("versions", "tensorflow")


def contradictions(rule: Rule, measured: Measured, releases: Releases) -> Iterator[Finding]:
    """Yield (field of the rule, what the measurements say instead), nothing when all claims hold."""
    if rule.example.requirements:
        yield from environment_contract.contradictions(rule, measured, releases, broken_releases(rule, releases))
        return
    files = sorted(measured.files)
    for name in files:
        if name.startswith("before"):
            yield from _before(rule, measured, releases, name)
    yield from _warns_from(rule, measured, releases)
    for name in files:
        if name.startswith("after"):
            paired = name == "after.py" or name.replace("after", "before", 1) in files
            yield from (
                _after(rule, measured, releases, name) if paired else _other_fix(rule, measured, releases, name)
            )
        elif name.startswith("bridge"):
            yield from _everywhere(measured, releases, name, ("example",))
    if rule.fix.works_on_both:
        yield from _everywhere(measured, releases, "after.py", ("fix", "works_on_both"))
    for symbol in rule.symbols:
        if measured.symbols.keys and not measured.symbols.present.get(symbol.name):
            yield ("symbols",), f"{symbol.name} never existed: no environment has it; correct the name"


def broken_releases(rule: Rule, releases: Releases) -> list[str]:
    """The minors in which a rule claims that the old code is broken."""
    claims = rule.versions.tensorflow
    if not claims.breaks_from:
        return []
    healthy = releases.since(claims.fixed_from) if claims.fixed_from else []
    again = releases.since(claims.breaks_again_from) if claims.breaks_again_from else []
    at_last = releases.since(claims.fixed_again_from) if claims.fixed_again_from else []
    return [
        minor
        for minor in releases.since(claims.breaks_from)
        if (minor not in healthy or minor in again) and minor not in at_last
    ]


def _before(rule: Rule, measured: Measured, releases: Releases, name: str) -> Iterator[Finding]:
    outcomes = {minor: measured.outcome(name, minor) for minor in releases.minors}
    broken = broken_releases(rule, releases)
    ran = False
    for minor in releases.minors:
        outcome = outcomes[minor]
        ran = ran or outcome in ("ok", "warns")
        should_break = minor in broken
        if outcome == "missing" and not ran and not should_break:
            continue
        if should_break and outcome not in BROKEN:
            yield (*TENSORFLOW, "breaks_from"), f"{name} still works on {minor} ({outcome})"
        if not should_break and outcome not in ("ok", "warns"):
            yield (
                (*TENSORFLOW, "breaks_from"),
                f"{name} does not work on {minor} ({_shown(measured, name, minor)})",
            )
    if not ran:
        yield (*TENSORFLOW, "breaks_from"), f"{name} never worked: there is nothing that it could break from"
    yield from _impact(rule, outcomes, name, releases)


def _impact(rule: Rule, outcomes: dict, name: str, releases: Releases) -> Iterator[Finding]:
    breaks_from = rule.versions.tensorflow.breaks_from
    if rule.impact in (Impact.WARNING, Impact.NONE):
        if breaks_from:
            yield (
                ("impact",),
                f"{rule.impact} says that nothing breaks, and breaks_from says {breaks_from}: drop one",
            )
        expected = "warns" if rule.impact is Impact.WARNING else "ok"
        if outcomes[releases.newest] != expected:
            yield (
                ("impact",),
                f"{rule.impact}, but {name} on {releases.newest} is {outcomes[releases.newest]}",
            )
        return
    if not breaks_from:
        yield ("impact",), f"{rule.impact} needs versions.tensorflow.breaks_from"
        return
    first = outcomes[breaks_from]
    if rule.impact is Impact.SILENT and first != "wrong":
        yield (
            ("impact",),
            f"silent, but {name} on {breaks_from} is {first}: a silent break gives a different result",
        )
    if rule.impact is Impact.ERROR and first == "wrong":
        yield (
            ("impact",),
            f"error, but {name} on {breaks_from} runs and gives a different result: that is silent",
        )


def _warns_from(rule: Rule, measured: Measured, releases: Releases) -> Iterator[Finding]:
    claimed = rule.versions.tensorflow.warns_from
    first = next((minor for minor in releases.minors if measured.outcome("before.py", minor) == "warns"), None)
    if claimed != first:
        told = f"the first release in which before.py prints a deprecation warning is {first or 'none (null)'}"
        yield (*TENSORFLOW, "warns_from"), f"{claimed or 'null'}, but {told}"


def _after(rule: Rule, measured: Measured, releases: Releases, name: str) -> Iterator[Finding]:
    claimed = rule.versions.tensorflow.replacement_from
    latest = [one.name for one in releases.environments.values() if one.kind == "latest"]
    for environment in [*releases.since(claimed), *latest]:
        if measured.outcome(name, environment) != "ok":
            told = _shown(measured, name, environment)
            yield (*TENSORFLOW, "replacement_from"), f"{name} on {environment} must be ok and is {told}"
    earlier = releases.before(claimed)
    if name == "after.py" and earlier and measured.outcome(name, earlier[-1]) == "ok":
        yield (*TENSORFLOW, "replacement_from"), f"{claimed}, but {name} is ok on {earlier[-1]} already"


def _other_fix(rule: Rule, measured: Measured, releases: Releases, name: str) -> Iterator[Finding]:
    if name == "after_tf_keras.py":
        needed = [one.name for one in releases.environments.values() if one.kind == "tf_keras"]
    else:
        needed = releases.since(rule.versions.tensorflow.breaks_from or rule.versions.tensorflow.replacement_from)
    for environment in needed:
        if measured.outcome(name, environment) not in ("ok", "warns"):
            yield ("fix",), f"{name} on {environment} must work and is {_shown(measured, name, environment)}"


def _everywhere(measured: Measured, releases: Releases, name: str, field: tuple) -> Iterator[Finding]:
    for minor in releases.minors:
        there = measured.outcome("before.py", minor) != "missing"
        if there and measured.outcome(name, minor) != "ok":
            yield field, f"{name} must be ok on both sides and is {_shown(measured, name, minor)} on {minor}"


def _shown(measured: Measured, name: str, environment: str) -> str:
    run = measured.run(name, environment)
    if run is None:
        return "not measured"
    if run.error:
        return f"{run.outcome}: {str(run.error)[:200]}"
    warning = next((message.text for message in run.messages if message.deprecation), "")
    return f"warns: {warning[:200]}" if run.outcome == "warns" else run.outcome
