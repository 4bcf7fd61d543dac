"""The site as a whole: the registry, where it is published, and the templates that show it. No MkDocs here."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path
from urllib.parse import urlencode

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from scripts.registry.load import Registry
from scripts.registry.measured import Measured
from scripts.registry.rule import Impact, Rule
from scripts.website import facts, markdown, words

TEMPLATES = Path(__file__).parent / "templates"
FIRST = (Impact.SILENT, Impact.ERROR, Impact.WARNING, Impact.NONE)


@dataclass(frozen=True)
class Addresses:
    """Where the site and its sources are published, both without a slash at the end."""

    site: str
    repository: str


class Site:
    """Everything that pages are made of. Built once, read by `pages`, `tables` and `macros`."""

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
    def runs(self) -> int:
        """How many runs stand behind what is shown."""
        records = (self.measured(rule) for rule in self.rules.values())
        return sum(len(run.environments) for one in records for file in one.files.values() for run in file.runs)

    def render(self, template: str, path: str, **values) -> str:
        """A template as text for the page at `path` (`rules/TFU4001.html`), to which all links are relative."""
        return self._jinja.get_template(template).render(link=partial(relative, here=path), **values)

    def part(self, name: str, path: str, *arguments) -> str:
        """One macro of `parts.html.j2` (a strip, a table …) as text for the page at `path`."""
        return self.render("part.html.j2", path, name=name, arguments=arguments)

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

    @cached_property
    def _jinja(self) -> Environment:
        jinja = Environment(
            loader=FileSystemLoader(TEMPLATES),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        jinja.filters |= {
            "block": self.text.block,
            "line": self.text.line,
            "title": markdown.title,
            "plain": markdown.plain,
            "code_lines": markdown.code_lines,
            "shown": facts.shown,
            "printed": facts.printed,
            "ranges": lambda names: facts.ranges(names, self.releases),
            "in_markdown": in_markdown,
        }
        jinja.globals |= {"site": self, "facts": facts, "words": words, "releases": self.releases}
        return jinja


def relative(target: str, here: str) -> str:
    """Address of the page `target` as seen from the page `here`, both given from the site's root."""
    path, mark, anchor = target.partition("#")
    address = posixpath.relpath(path, posixpath.dirname(here) or ".") if path else ""
    return address + mark + anchor


def in_markdown(html: str) -> Markup:
    """HTML that can stand in a Markdown page: nothing in it can be taken for a fence, and tabs stay tabs."""
    return Markup(str(html).replace("`", "&#96;").replace("~~~", "&#126;~~").replace("\t", "&#9;"))
