"""Tags of rules, each with a page: what is in a rule's own fields, so that no list of tags is kept by hand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from scripts.registry.rule import Change, Rule, Safety
from scripts.website import tables, words
from scripts.website.site import Site

FEW = 3  # a module with fewer rules has no page: its names are in the list of symbols
CHANGES = {
    Change.REMOVED: "What was there is gone.",
    Change.RENAMED: "The same thing has another name.",
    Change.MOVED: "The same name is found elsewhere.",
    Change.SIGNATURE: "The same function takes other arguments.",
    Change.DEFAULT: "What is left out means something else.",
    Change.BEHAVIOUR: "The same call does something else.",
    Change.FORMAT: "Files of one release are read differently, or not, by another.",
    Change.DEPENDENCY: "What is installed beside TensorFlow decides.",
}


@dataclass(frozen=True)
class Tag:
    """A tag: the group that it belongs to, its name in addresses, its title, what it means, and its rules."""

    group: str
    slug: str
    title: str
    meaning: str
    rules: tuple[Rule, ...]

    @property
    def module(self) -> bool:
        """Whether it is a module, whose name says all."""
        return self.slug.startswith("in-")

    @property
    def page(self) -> str:
        """Its address from the site's root."""
        return f"tags/{self.slug}.html"


def tags(site: Site) -> list[Tag]:
    """All tags that have a page, by group."""
    return [tag for tag in _all(site) if tag.rules]


def groups(found: list[Tag]) -> dict[str, list[Tag]]:
    """Tags by the title of their group."""
    by_group: dict[str, list[Tag]] = {}
    for tag in found:
        by_group.setdefault(tag.group, []).append(tag)
    return by_group


def _all(site: Site) -> Iterator[Tag]:
    by_module: dict[str, list[Rule]] = {}
    for rule in site.live:
        for module in {tables.module_of(symbol.name) for symbol in rule.symbols}:
            by_module.setdefault(module, []).append(rule)
    for module, rules in sorted(by_module.items()):
        if len(rules) >= FEW:
            meaning = f"Rules about names in {module}, or in what belongs to it."
            yield Tag("Part of the interface", f"in-{_slug(module)}", f"`{module}`", meaning, tuple(rules))
    for change, meaning in CHANGES.items():
        rules = [rule for rule in site.live if rule.change is change]
        yield Tag("Kind of change", f"change-{change.value}", change.value.capitalize(), meaning, tuple(rules))
    for name, shown in words.PACKAGES.items():
        rules = [rule for rule in site.live if getattr(rule.versions, name)]
        meaning = f"What decides is the version of {shown}, whatever the release of TensorFlow."
        yield Tag("Cause", f"cause-{name}", f"Because of {shown}", meaning, tuple(rules))
    for safety in Safety:
        rules = [rule for rule in site.live if rule.fix.safety is safety]
        title = f"Fix: {safety.value}"
        yield Tag("Fix", f"fix-{safety.value}", title, words.sentence(words.SAFETY[safety]), tuple(rules))


def _slug(module: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", module.lower()).strip("-")
