"""Mends what the theme's templates write: HTML that a validator refuses, and 4 KB of white space on each page.

White space is taken out before and after the article only, where no `pre` and no `textarea` is.
"""

from __future__ import annotations

import re

BEGIN, END = "<article", "</article>"
BLANK = re.compile(r"\n\s*")
WRONG = (
    (re.compile(r'(<input class="md-toggle"[^>]*?) autocomplete="off"'), r"\1"),  # not for a checkbox
    (re.compile(r' tabindex=""'), ""),
)
TO_TOC = '<label class="md-nav__title" for="__toc">'  # its checkbox is on some pages only


def mended(html: str) -> str:
    """A page with the same text; its white space is left as it is where there is no article."""
    for pattern, right in WRONG:
        html = pattern.sub(right, html)
    if 'id="__toc"' not in html:
        html = html.replace(TO_TOC, '<label class="md-nav__title">')
    head, begin, rest = html.partition(BEGIN)
    article, end, foot = rest.rpartition(END)
    return BLANK.sub("\n", head) + begin + article + end + BLANK.sub("\n", foot) if begin and end else html
