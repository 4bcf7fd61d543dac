"""Small pieces of Markdown and plain text that several exports write."""

from __future__ import annotations

import re

CODE = re.compile(r"(`+)(.+?)\1")
SPECIAL = re.compile(r"[\\`*\[\]<]|(?<![^\W_])_|_(?![^\W_])")
FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,})(.*)$")


def fenced(text: str, language: str = "") -> str:
    """Text as a block of code that nothing in it can end: the fence is longer than any run of backticks inside."""
    longest = max((len(run) for run in re.findall(r"`+", text)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}{language}\n{text.rstrip()}\n{fence}"


def code(text: str) -> str:
    """Text as code in a line, whatever backticks it holds; line ends become spaces."""
    text = " ".join(text.split())
    longest = max((len(run) for run in re.findall(r"`+", text)), default=0)
    marks = "`" * (longest + 1)
    space = " " if text.startswith("`") or text.endswith("`") or not text else ""
    return f"{marks}{space}{text}{space}{marks}"


def cell(markdown: str) -> str:
    """One line of Markdown for a cell of a table."""
    return " ".join(markdown.split()).replace("|", r"\|")


def closed(markdown: str) -> str:
    """A Markdown text with the fence closed that its author left open."""
    fence = ""
    for line in markdown.splitlines():
        match = FENCE.match(line)
        if not match:
            continue
        if not fence:
            fence = match[1]
        elif match[1][0] == fence[0] and len(match[1]) >= len(fence) and not match[2].strip():
            fence = ""
    return f"{markdown.rstrip()}\n{fence}" if fence else markdown.rstrip()


def literal(line: str) -> str:
    """One line in which backticks alone mean something: other marks of Markdown and HTML are escaped."""
    parts, end = [], 0
    for match in CODE.finditer(line):
        parts += [SPECIAL.sub(r"\\\g<0>", line[end : match.start()]), match[0]]
        end = match.end()
    return "".join([*parts, SPECIAL.sub(r"\\\g<0>", line[end:])])


def one_line(markdown: str) -> str:
    """One line of Markdown as plain text: backticks are left out."""
    return " ".join(CODE.sub(lambda match: match[2].strip(), markdown).split())
