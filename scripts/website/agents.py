"""What coding agents read first: `llms.txt` (https://llmstxt.org), and `SKILL.md`, which says how to use the data."""

from __future__ import annotations

from collections.abc import Iterator

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from scripts.export import api, text
from scripts.website import tables, words
from scripts.website.view import TEMPLATES, View

SKILL = "exports/tf-upgrade-atlas/SKILL.md"


def files(view: View) -> Iterator[tuple[str, bytes]]:
    """(path, content) of both files."""
    jinja = Environment(
        loader=FileSystemLoader(TEMPLATES), undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    jinja.filters |= {"literal": text.literal, "one_line": text.one_line}
    values = {
        "site": view.site.addresses.site,
        "repository": view.site.addresses.repository,
        "base": f"{view.site.addresses.site}/{api.BASE}",
        "version": api.VERSION,
        "license": api.LICENSE,
        "skill": SKILL,
        "releases": view.site.releases,
        "words": words,
        "numbers": tables.numbers(view.site),
        "categories": {view.site.registry.categories[n]: rules for n, rules in tables.by_category(view.site).items()},
    }
    for path, template in (("llms.txt", "llms.txt.j2"), (SKILL, "skill.md.j2")):
        yield path, jinja.get_template(template).render(**values).encode()
