"""A Markdown extension that hands finished HTML through without reading it, which halves the time of a page.

The HTML stands between two comments, as `wrap` writes it. Without the extension the pages come out the same.
"""

from __future__ import annotations

import re

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor

BEGIN, END = "<!--verbatim-->", "<!--/verbatim-->"
PART = re.compile(f"{BEGIN}(.*?){END}", re.DOTALL)


def wrap(html: str) -> str:
    """HTML as a block of a Markdown page. In `html` all text is escaped, so it cannot hold the end mark."""
    return f"\n\n{BEGIN}{html.strip()}{END}\n\n"


class Verbatim(Extension):
    """Registers the preprocessor after white space is normalized (30) and before fences are looked for (25)."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (the library's name)
        """Called by Markdown."""
        md.preprocessors.register(_TakeOut(md), "verbatim", 28)


class _TakeOut(Preprocessor):
    def run(self, lines: list[str]) -> list[str]:
        text = PART.sub(lambda match: self.md.htmlStash.store(match[1]), "\n".join(lines))
        return text.split("\n")


def makeExtension(**options) -> Verbatim:  # noqa: N802 (the library's name)
    """The entry point that Markdown looks for."""
    return Verbatim(**options)
