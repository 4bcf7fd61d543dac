"""The requirement sets of environment rules as they are shown: filled in for a release, and what was installed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from scripts.registry.content import example_folder
from scripts.registry.contract import broken_releases
from scripts.registry.releases import Releases
from scripts.registry.requirements import (
    PROGRAM,
    Lock,
    filled,
    measured_releases,
    packages,
    python_of,
    read_locks,
)
from scripts.registry.rule import Rule
from scripts.website import words
from scripts.website.site import Site


@dataclass(frozen=True)
class Installed:
    """What a set came to in one release: the Python, and the versions that other sets do not have there."""

    release: str
    file: str
    python: str
    versions: str


def shown_for(rule: Rule, releases: Releases) -> str:
    """The release whose versions stand in the files on the page: the newest that is broken."""
    return broken_releases(rule, releases)[-1]


def texts(site: Site, rule: Rule) -> dict[str, str]:
    """The files of an environment rule, filled in for one release; the program last."""
    minor = shown_for(rule, site.releases)
    code = site.registry.code(rule)
    sets = {name: filled(text, minor, site.releases) for name, text in code.items() if name != PROGRAM}
    return {**sets, PROGRAM: code[PROGRAM]}


def python_note(site: Site, rule: Rule, name: str) -> str:
    """`Python 3.12` where a file is installed for another Python than the release's own."""
    if name == PROGRAM or not rule.example.requirements.python:
        return ""
    return f"Python {python_of(rule, name, shown_for(rule, site.releases), site.releases)}"


def installed(site: Site, rule: Rule) -> list[Installed]:
    """What each set came to in each measured release, as far as the sets differ."""
    locks = read_locks(example_folder(site.registry.root, rule))
    rows = []
    for minor in measured_releases(rule, site.releases):
        of = {name: by_minor[minor] for name, by_minor in locks.items() if minor in by_minor}
        named = {one for text in site.registry.code(rule).values() for one in packages(text)}
        for name in sorted(of, key=lambda name: (not name.startswith("before"), name)):
            rows.append(Installed(minor, name, of[name].python, _versions(of[name], of.values(), named)))
    return rows


def _versions(lock: Lock, others: Iterable[Lock], named: set[str]) -> str:
    if lock.refused:
        return "nothing: pip finds no versions that fit together"
    shared = set.intersection(*(set(one.pins) for one in others if not one.refused))
    different = [pin for pin in lock.pins if pin not in shared] or [
        pin for pin in lock.pins if pin.partition("==")[0] in named
    ]
    different.sort(key=lambda pin: pin.partition("==")[0] not in named)
    return " ".join(different)


def affected(site: Site, minor: str) -> list[Rule]:
    """The environment rules whose failing set fails in a release."""
    return [rule for rule in site.live if rule.example.requirements and minor in broken_releases(rule, site.releases)]


def tags(rule: Rule, code: dict[str, str]) -> list[str]:
    """What a search result shows of an environment rule: its packages."""
    names = [name for file, text in code.items() if file.startswith("before") for name in packages(text)]
    return list(
        dict.fromkeys([*names, *(words.PACKAGES[one] for one in words.PACKAGES if getattr(rule.versions, one))])
    )
