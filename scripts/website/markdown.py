"""Renders text written by strangers: Markdown yes; HTML, scripts, images and dangerous links no.

Whatever comes in, only tags that this module knows come out: raw HTML is shown as text, links go to http,
https, mailto, a heading of the page or a rule, and images become links, so that no page asks another host.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from xml.etree.ElementTree import Element

import markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString
from markupsafe import Markup, escape
from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers import PythonLexer

RULE = r"(?<![\w/#-])TFU[1-9]\d{3}(?![\w-])"
HARMLESS = re.compile(r"(https?://|mailto:)[^\s\"'<>]*\Z|#[\w-]*\Z", re.IGNORECASE)
RULE_PAGE = re.compile(r"(?:[\w./-]*/)?(TFU[1-9]\d{3})\.(?:md|html)(#[\w-]*)?\Z")
CODE = re.compile(r"(`+)(.+?)\1")
PYTHON = PythonLexer(stripnl=False, ensurenl=False)
LINES = HtmlFormatter(nowrap=True)
COLOURLESS = re.compile(r'<span class="(?:n|p|w|nn)">([^<]*)</span>')  # a third of a page, for nothing

Resolver = Callable[[str], str | None]


class Renderer:
    """Turns text into HTML that is safe to put between any two tags.

    `resolve(id)` gives the address of a rule's page, None when there is no such rule. One Markdown instance
    serves all texts, because building one takes longer than rendering a rule.
    """

    def __init__(self, resolve: Resolver):
        """Build the Markdown instance."""
        self._resolve = resolve
        self._markdown = markdown.Markdown(
            extensions=["fenced_code", "codehilite", "tables", "sane_lists", _Safe(resolve)],
            extension_configs={"codehilite": {"guess_lang": False, "css_class": "highlight"}},
        )

    def block(self, text: str) -> Markup:
        """A text of several paragraphs."""
        return Markup(self._markdown.reset().convert(text))

    def line(self, text: str, address: Callable[[str], str] = str) -> Markup:
        """One line: `code` in backticks, and mentions of rules as links.

        `address` turns a link as it stands on the page of a rule into one for the page of this line.
        """

        def linked(match: re.Match) -> str:
            found = self._resolve(match[0])
            return f'<a href="{escape(address(found))}">{match[0]}</a>' if found else match[0]

        return _line(text, lambda part: re.sub(RULE, linked, str(escape(part))))


def title(text: str) -> Markup:
    """One line with its `code` and no links: for headings, and for the text of links."""
    return _line(text, lambda part: str(escape(part)))


def heading(text: str) -> Markup:
    """One line for a heading in a Markdown page: nothing in it has a meaning in Markdown or HTML any more."""
    return _line(text, _characters, _characters)


def plain(text: str) -> str:
    """One line without its backticks, for places that hold no HTML."""
    return CODE.sub(lambda match: match[2].strip(), text)


def code_lines(text: str) -> list[Markup]:
    """Python source, highlighted, one piece of HTML a line; no tag is open at the end of a line."""
    html = COLOURLESS.sub(r"\1", highlight(text.rstrip("\n"), PYTHON, LINES))
    return [Markup(line) for line in html.rstrip("\n").split("\n")]


def _characters(text: str) -> str:
    return "".join(one if one.isalnum() or one in " ," else f"&#{ord(one)};" for one in text)


def _line(text: str, around: Callable[[str], str], within: Callable[[str], str] = escape) -> Markup:
    parts, end = [], 0
    for match in CODE.finditer(text):
        parts += [around(text[end : match.start()]), f"<code>{within(match[2].strip())}</code>"]
        end = match.end()
    return Markup("".join([*parts, around(text[end:])]))


class _Safe(Extension):
    """Takes out of Markdown what can do harm, and links mentions of rules."""

    def __init__(self, resolve: Resolver):
        super().__init__()
        self._resolve = resolve

    def extendMarkdown(self, md: markdown.Markdown) -> None:  # noqa: N802 (the library's name)
        md.preprocessors.deregister("html_block")
        for name in ("html", "image_link", "image_reference", "short_image_ref"):
            md.inlinePatterns.deregister(name)
        md.inlinePatterns.register(_Mention(md, self._resolve), "mention", 75)
        md.treeprocessors.register(_Links(md, self._resolve), "links", -1)


class _Mention(InlineProcessor):
    """TFU4001 in a text becomes a link to that rule."""

    ANCESTOR_EXCLUDES = ("a",)

    def __init__(self, md: markdown.Markdown, resolve: Resolver):
        super().__init__(RULE, md)
        self._resolve = resolve

    def handleMatch(self, m, data):  # noqa: N802 (the library's name)
        address = self._resolve(m[0])
        if address is None:
            return None, None, None
        link = Element("a", href=address)
        link.text = AtomicString(m[0])
        return link, m.start(0), m.end(0)


class _Links(Treeprocessor):
    """Runs last: keeps only addresses that are known to be harmless, and makes headings bold lines."""

    def __init__(self, md: markdown.Markdown, resolve: Resolver):
        super().__init__(md)
        self._resolve = resolve

    def run(self, root: Element) -> None:
        for element in root.iter():
            if element.tag in ("h1", "h2", "h3", "h4", "h5", "h6"):
                element.tag = "p"
                element.set("class", "heading")
            href = element.attrib.pop("href", None)
            address = href and self._address(href)
            if address:
                element.set("href", address)

    def _address(self, href: str) -> str | None:
        rule = RULE_PAGE.match(href)
        if rule:
            address = self._resolve(rule[1])
            return address and address + (rule[2] or "")
        return href if HARMLESS.match(href) else None
