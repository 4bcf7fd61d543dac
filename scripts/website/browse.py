"""What the table of all rules is narrowed by: for each list of values their names and how many rules have each."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from scripts.registry.rule import Change, Impact, Rule, Safety
from scripts.website import words
from scripts.website.site import FIRST, Site

NEVER = "never"


@dataclass(frozen=True)
class Value:
    """A value that a rule can have, how it is called, and how many rules have it."""

    value: str
    name: str
    count: int


@dataclass(frozen=True)
class Values:
    """A list of values, of which each rule has exactly one; `name` is the key in the address and in the rows."""

    name: str
    title: str
    values: tuple[Value, ...]


def lists(site: Site) -> list[Values]:
    """All lists, each without the values that no rule has."""
    areas = {one.slug: one.slug.capitalize() for one in site.registry.categories.values()}
    breaks = {minor: minor for minor in [*site.releases.minors, NEVER]}
    return [
        _list(site, "impact", "Impact", {one.value: words.IMPACTS[one] for one in FIRST}),
        _list(site, "area", "Area", areas),
        _list(site, "change", "Change", {one.value: one.value.capitalize() for one in Change}),
        _list(site, "fix", "Fix", {one.value: one.value.capitalize() for one in Safety}),
        _list(site, "breaks", "Breaks from", breaks),
    ]


def _list(site: Site, name: str, title: str, names: dict[str, str]) -> Values:
    counts = Counter(row(site, rule)[name] for rule in site.live)
    return Values(name, title, tuple(Value(one, names[one], counts[one]) for one in names if counts[one]))


def row(site: Site, rule: Rule) -> dict[str, str]:
    """The value of a rule in each list, and `…-rank` where values are not to be sorted by their names."""
    return {
        "rule": rule.id,
        "impact": rule.impact.value,
        "impact-rank": str(FIRST.index(Impact(rule.impact))),
        "area": site.registry.categories[rule.category].slug,
        "area-rank": str(rule.category),
        "change": rule.change.value,
        "fix": rule.fix.safety.value,
        "breaks": rule.versions.tensorflow.breaks_from or NEVER,
    }


def in_order(site: Site) -> list[Rule]:
    """All rules by area, in each area the silent ones first."""
    return sorted(site.live, key=lambda rule: (rule.category, FIRST.index(rule.impact), rule.id))
