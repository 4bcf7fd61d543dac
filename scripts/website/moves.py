"""What a move between two environments means, for pages that are made without the planner's script.

The same reading of the measurements as `docs/assets/javascripts/plan-moves.js`; a test holds the two together.
"""

from __future__ import annotations

from dataclasses import dataclass

from scripts.registry.rule import Impact, Rule
from scripts.website import facts, plan
from scripts.website.site import Site

BROKEN = ("e", "c", "t")
NOT_THERE, UNKNOWN = "-", "?"


@dataclass(frozen=True)
class Bite:
    """A rule whose old code runs at the start of a move, and at its end fails (`error`) or differs (`silent`).

    `before`: the fix works at both ends, so it can be made before the move.
    """

    rule: Rule
    kind: Impact
    before: bool


@dataclass(frozen=True)
class Move:
    """A move from one environment to another: what bites, silent changes first, and the Pythons that fit both ends."""

    old: str
    new: str
    bites: tuple[Bite, ...]
    pythons: tuple[str, ...]

    def of(self, kind: str) -> int:
        """How many bite as `silent` or `error`."""
        return sum(one.kind == kind for one in self.bites)

    @property
    def before(self) -> int:
        """How many fixes can be made before the move."""
        return sum(one.before for one in self.bites)


def move(site: Site, old: str, new: str) -> Move:
    """What a move between two environments means; their names are those of `site.releases.environments`."""
    names = list(site.releases.environments)
    there, here = names.index(old), names.index(new)
    found = []
    for rule in site.live:
        if rule.example.requirements:  # what is installed beside a release breaks it wherever one comes from
            continue
        letters = plan.outcomes(site, rule, "before.py")
        if kind := _kind(letters[there], letters[here]):
            found.append(Bite(rule, kind, _fixed(plan.fixes(site, site.measured(rule)), (there, here))))
    found.sort(key=lambda one: (one.kind is not Impact.SILENT, one.rule.id))
    ends = [site.releases.environments[name].release.pythons for name in (old, new)]
    return Move(old, new, tuple(found), tuple(one for one in ends[0] if one in ends[1]))


@dataclass(frozen=True)
class Leg:
    """A part of a way between two releases that have Pythons in common."""

    old: str
    new: str
    pythons: tuple[str, ...]


def python_path(site: Site, old: str, new: str) -> list[Leg]:
    """The longest legs to a later release such that both ends of each share a Python; [] if there is no way."""
    releases = site.releases.releases
    place, end = site.releases.position(old), site.releases.position(new)
    legs = []
    while place < end:
        shared = {
            later: tuple(one for one in releases[place].pythons if one in releases[later].pythons)
            for later in range(place + 1, end + 1)
        }
        reached = max((later for later in shared if shared[later]), default=None)
        if reached is None:
            return []
        legs.append(Leg(releases[place].minor, releases[reached].minor, shared[reached]))
        place = reached
    return legs


def name(site: Site, environment: str) -> str:
    """An environment in words: `2.16`, `2.16 with tf_keras`."""
    found = site.releases.environments[environment]
    return facts.ranges([environment], site.releases) if found.kind == "latest" else environment.replace("-", " with ")


def _kind(there: str, here: str) -> Impact | None:
    if UNKNOWN in (there, here) or there == NOT_THERE or there in BROKEN:
        return None
    if here in BROKEN or here == NOT_THERE:
        return Impact.ERROR
    same = [plan.WORKS if letter == "w" else letter for letter in (there, here)]
    return Impact.SILENT if same[0] != same[1] else None


def _fixed(fixes: list[list[str]], places: tuple[int, int]) -> bool:
    """Whether each kind of old code that the rule knows has a fix that works in all of these places."""
    return bool(fixes) and all(
        any(all(line[place] == plan.WORKS for place in places) for line in lines) for lines in fixes
    )
