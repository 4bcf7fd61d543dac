"""Nothing that a stranger writes ends a block, a cell or a line before its end."""

import pytest
from markdown_it import MarkdownIt

from scripts.export import text

PARSER = MarkdownIt("commonmark").enable("table")


@pytest.mark.parametrize("code", ["x = 1", "```\nend\n```", "````\n`\n", "~~~\n```python"])
def test_a_fence_holds_its_text_whole(code):
    (token,) = PARSER.parse(text.fenced(code, "python"))
    assert (token.type, token.content) == ("fence", code.rstrip() + "\n")


@pytest.mark.parametrize("code", ["x", "`x`", "a `` b", "`", "[x](y) <b> *z*"])
def test_code_in_a_line_holds_its_text_whole(code):
    (token,) = PARSER.parseInline(text.code(code))[0].children
    assert (token.type, token.content) == ("code_inline", code)


@pytest.mark.parametrize(
    "line", ["[x](http://y) <b>*bold*</b>", "_a_ and b_c_d", "a ` b", "\\[x]", "__init__ of `__x__`"]
)
def test_only_code_means_something_in_a_line(line):
    found = PARSER.parseInline(text.literal(line))[0].children
    assert {token.type for token in found} <= {"text", "code_inline", "text_special"}
    marks = {"code_inline": "`"}
    assert "".join(marks.get(t.type, "") + t.content + marks.get(t.type, "") for t in found) == line


def test_a_fence_that_was_left_open_is_closed():
    assert text.closed("a\n\n```python\nx = 1") == "a\n\n```python\nx = 1\n```"
    assert text.closed("a\n\n~~~~\n```\n~~~\n") == "a\n\n~~~~\n```\n~~~\n~~~~"
    assert text.closed("```\nx\n```\n\nb\n") == "```\nx\n```\n\nb"


def test_a_cell_is_one_cell():
    table = f"| a | b |\n|---|---|\n| {text.cell(text.code('x | y'))} | {text.cell('p|q')} |\n"
    cells = [token for token in PARSER.parse(table) if token.type == "inline"][2:]
    assert [cell.content for cell in cells] == ["`x | y`", "p|q"]
