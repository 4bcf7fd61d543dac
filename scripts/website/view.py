"""Templates (`templates/*.j2`) and what they may use. No MkDocs here."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable
from functools import partial
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from scripts.website import facts, markdown, requirement_sets, tables, verbatim, words
from scripts.website.finding import Finding
from scripts.website.site import Site

TEMPLATES = Path(__file__).parent / "templates"
TAG_OR_MARK = re.compile(r"(<[^>]*>)|([\\`*_{}\[\]()!|~^:@.-])")


class View:
    """Turns templates into text, for one site."""

    def __init__(self, site: Site):
        """Compile nothing yet: templates are read when they are first used."""
        self.site = site
        self.said: dict[str, dict] = {}  # what `pages.said` found, by rule
        self._ranges: dict[tuple[str, ...], str] = {}
        self._jinja = Environment(
            loader=FileSystemLoader(TEMPLATES),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            comment_start_string="{##",  # {#id} names a heading in Markdown
            comment_end_string="##}",
        )
        self._jinja.filters |= {
            "block": site.text.block,
            "line": self._line,
            "title": markdown.title,
            "heading": markdown.heading,
            "plain": markdown.plain,
            "code_lines": markdown.code_lines,
            "shown": facts.shown,
            "printed": facts.printed,
            "ranges": self.ranges,
            "in_markdown": in_markdown,
        }
        self._jinja.globals |= {
            "site": site,
            "finding": Finding(site),
            "releases": site.releases,
            "facts": facts,
            "requirement_sets": requirement_sets,
            "tables": tables,
            "words": words,
        }

    def render(self, template: str, path: str, **values) -> str:
        """A template as text for the page at `path` (`rules/TFU4001.html`), to which all its links are relative."""
        return self._jinja.get_template(template).render(link=partial(relative, here=path), **values)

    @pass_context
    def _line(self, context: Context, text: str) -> Markup:
        return self.site.text.line(text, lambda address: context["link"](f"rules/{address}"))

    def ranges(self, names: Iterable[str]) -> str:
        """`facts.ranges` of some environments; the same few are asked for thousands of times."""
        key = tuple(names)
        if key not in self._ranges:
            self._ranges[key] = facts.ranges(key, self.site.releases)
        return self._ranges[key]

    def part(self, name: str, path: str, *arguments) -> str:
        """One macro of `parts.html.j2` (a strip, a table …) as HTML for the page at `path`."""
        return self.render("part.html.j2", path, name=name, arguments=arguments)


def relative(target: str, here: str) -> str:
    """Address of the page `target` as seen from the page `here`, both given from the site's root."""
    path, mark, anchor = target.partition("#")
    address = posixpath.relpath(path, posixpath.dirname(here) or ".") if path else ""
    return address + mark + anchor


def in_markdown(html: str) -> Markup:
    """HTML as a block of a Markdown page: nothing in it can be taken for a fence, and tabs stay tabs."""
    text = str(html).replace("`", "&#96;").replace("~~~", "&#126;~~").replace("\t", "&#9;")
    return Markup(verbatim.wrap(text)) if text.strip() else Markup("")


def inline(html: str) -> str:
    """HTML for the middle of a sentence of a Markdown page: no character of its text means anything in Markdown."""
    return TAG_OR_MARK.sub(lambda match: match[1] or f"&#{ord(match[2])};", " ".join(html.split()))
