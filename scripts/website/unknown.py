"""What a hand-written page names must exist: the fault that ends the build where it does not."""

from __future__ import annotations

from scripts.registry.rule import Rule
from scripts.website.view import View


class UnknownRule(LookupError):
    """A page names a rule, a file, a release or a category that does not exist."""


def rule_of(view: View, id: str) -> Rule:
    """The rule with an ID. Raises UnknownRule."""
    if id not in view.site.rules:
        raise UnknownRule(f"no rule {id}: it does not exist, or its file or measurement is faulty")
    return view.site.rules[id]
