"""The site as a whole: the registry, and where it is published. No MkDocs and no HTML here."""

from __future__ import annotations

from functools import cached_property
from urllib.parse import urlencode

from scripts.census import coverage, history
from scripts.registry.addresses import Addresses
from scripts.registry.load import Registry
from scripts.registry.measured import Measured
from scripts.registry.rule import Impact, Rule
from scripts.website import markdown, words
from scripts.website.census import Census
from scripts.website.saved_models import SavedModels

FIRST = (Impact.SILENT, Impact.ERROR, Impact.WARNING, Impact.NONE)


class Site:
    """Everything that pages are made of. Built once, read by `tables`, `view` and `pages`."""

    def __init__(self, registry: Registry, addresses: Addresses):
        """`registry` may be incomplete (`mkdocs serve`): only rules that were measured are shown."""
        self.registry = registry
        self.addresses = addresses
        self.releases = registry.releases
        self.rules = {id: rule for id, rule in registry.rules.items() if id in registry.measured}
        self.text = markdown.Renderer(lambda id: f"{id}.html" if id in self.rules else None)

    def measured(self, rule: Rule) -> Measured:
        """The measurements of a rule that is shown."""
        return self.registry.measured[rule.id]

    @cached_property
    def live(self) -> list[Rule]:
        """All rules that were not withdrawn: silent ones first, then by ID."""
        rules = [rule for rule in self.rules.values() if rule.withdrawn is None]
        return sorted(rules, key=lambda rule: (FIRST.index(rule.impact), rule.id))

    @cached_property
    def saved_models(self) -> SavedModels | None:
        """The saved-model matrix, None where there is none."""
        subject = self.registry.subject
        known = self.registry
        return SavedModels(subject, known.saved_models, self.releases, self.live, known.measured) if subject else None

    @cached_property
    def census(self) -> Census | None:
        """The account of every change of the interface, None where no census is stored."""
        if not (self.registry.root / history.FOLDER).exists():
            return None
        excuses, _ = coverage.read_excuses(self.registry.root)
        return Census(coverage.Coverage(history.read(self.registry.root), self.rules, excuses))

    @cached_property
    def runs(self) -> int:
        """How many runs stand behind what is shown."""
        known = (self.registry.measured, self.registry.measured_with_keras)
        records = (one[id] for one in known for id in self.rules if id in one)
        return sum(len(run.environments) for one in records for file in one.files.values() for run in file.runs)

    def report(self, rule: Rule) -> str:
        """Address of a new issue about a rule, with what is known filled in."""
        body = (
            f"Rule: {self.addresses.site}/rules/{rule.id}.html\n\n"
            "What is wrong (or what did you see instead)?\n\n\n"
            "TensorFlow, Keras and Python versions:\n\n\nCode that shows it:\n\n```python\n\n```\n"
        )
        title = f"{rule.id}: {markdown.plain(rule.title)}"
        return f"{self.addresses.repository}/issues/new?{urlencode({'title': title, 'body': body})}"

    def comment(self, rule: Rule) -> str:
        """Two lines of Markdown for a review: what is wrong, and what to do."""
        told = words.headline(rule, self.releases)
        return (
            f"[{rule.id}]({self.addresses.site}/rules/{rule.id}.html): {rule.title} ({told}).\n"
            f"**Do this:** {rule.fix.action}"
        )
