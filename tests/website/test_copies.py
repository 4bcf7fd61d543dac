"""The Markdown copies say what the pages say, and what agents are told to fetch is there."""

import re
from html import unescape
from itertools import groupby

import pytest
from markdown_it import MarkdownIt

from scripts.export import api
from scripts.export.formats import FORMATS
from scripts.registry import addresses
from scripts.registry.load import load
from scripts.website import agents, copies, facts, pages
from scripts.website.formats import names, write
from scripts.website.site import Site
from scripts.website.view import View

from .test_pages import checkout, view  # noqa: F401 (a registry with a rule that is meant to do harm)

PARSER = MarkdownIt("commonmark").enable("table")


@pytest.fixture(scope="module")
def whole(root):
    return View(Site(load(root), addresses.read(root)))


@pytest.fixture(scope="module")
def written(whole):
    return {path: content.decode() for path, content in copies.files(whole)}


def headings(text):
    tokens = PARSER.parse(text)
    return [tokens[place + 1].content for place, token in enumerate(tokens) if token.type == "heading_open"]


def test_each_copy_has_the_sections_of_its_page(whole, written):
    for rule in whole.site.rules.values():
        page = pages.rule_page(whole, rule).text
        expected = [re.sub(r" \{#.*", "", line[3:]) for line in re.findall(r"^## .*", page, re.MULTILINE)]
        found = headings(written[f"rules/{rule.id}.md"])
        own = [one for one in found[1:] if one in expected]
        assert found[0].startswith(f"{rule.id}: ") and own == expected, rule.id


def test_each_copy_holds_programs_and_messages_whole(whole, written):
    for rule in whole.site.rules.values():
        tokens = PARSER.parse(written[f"rules/{rule.id}.md"])
        fences = [token.content for token in tokens if token.type == "fence"]
        for name, text in whole.site.registry.code(rule).items():
            assert text.rstrip() + "\n" in fences, (rule.id, name)
        for one in facts.seen(whole.site.measured(rule), whole.site.releases):
            shown = copies.cut(facts.printed(one), 1200).rstrip() + "\n"
            assert shown in fences, (rule.id, shown)


def test_every_row_of_a_table_has_all_cells(whole, written):
    for rule in whole.site.rules.values():
        text = written[f"rules/{rule.id}.md"]
        fenced = {line for one in PARSER.parse(text) if one.type == "fence" for line in range(one.map[0], one.map[1])}
        lines = [(n not in fenced and line.startswith("|"), line) for n, line in enumerate(text.splitlines())]
        tables = [[line for _, line in rows] for in_table, rows in groupby(lines, lambda one: one[0]) if in_table]
        assert len(tables) >= 2, rule.id
        for rows in tables:
            assert len({len(re.findall(r"(?<!\\)\|", row)) for row in rows}) == 1, (rule.id, rows)


def test_a_stranger_can_neither_end_a_block_nor_add_a_link(view):  # noqa: F811
    text = dict(copies.files(view))["rules/TFU2999.md"].decode()
    tokens = PARSER.parse(text)
    code = view.site.registry.code(view.site.rules["TFU2999"])
    fences = [token.content for token in tokens if token.type == "fence"]
    assert all(program.rstrip() + "\n" in fences for program in code.values())
    assert "ValueError: <script>alert(1)</script> {{ nosuch }} `x` ```\n" in fences
    first = next(token for token in tokens if token.type == "inline")
    assert {child.type for child in first.children} <= {"text", "text_special", "code_inline"}
    assert unescape("".join(child.content for child in first.children)).endswith("[x](javascript:alert(3))")
    assert "When not to" in headings(text) and "Sources" in headings(text)


def test_one_file_has_every_live_rule(whole, written):
    found = re.findall(r"^# (TFU\d{4}): ", written["llms-full.txt"], re.MULTILINE)
    assert found == [rule.id for rule in api.live(whole.site.registry)]
    assert "licence CC0-1.0" in written["llms-full.txt"][:500]


def test_what_agents_are_told_to_fetch_is_there(whole, tmp_path):
    files = {path: content.decode() for path, content in agents.files(whole)}
    known = {path for make in FORMATS.values() for path, _ in make(whole.site.registry)} | set(files)
    known |= {f"rules/{id}.{form}" for id in whole.site.rules for form in ("md", "html")}
    known |= {"llms-full.txt", "", "saved-models.html", "rules/<ID>.html"}
    base = re.escape(whole.site.addresses.site)
    for path, text in files.items():
        linked = {one.rstrip(".,:`)") for one in re.findall(rf"{base}/([^\s)|`]*)", text)}
        assert len(linked) > 5 and linked <= known, (path, linked - known)
        assert "CC0-1.0" in text
    for id in (rule.id for rule in whole.site.live):
        assert f"/rules/{id}.md)" in files["llms.txt"]


def test_the_skill_is_one(whole):
    text = dict(agents.files(whole))[agents.SKILL].decode()
    front = re.match(r"---\nname: ([a-z-]+)\ndescription: (.+)\nlicense: CC0-1.0\n---\n", text)
    assert front[1] == agents.SKILL.split("/")[-2] and len(front[2]) <= 1024
    for outcome in ("ok", "warns", "wrong", "error", "missing"):
        assert f"| `{outcome}` |" in text


def test_every_format_is_written_below_the_folder(view, tmp_path):  # noqa: F811
    paths = list(write(view.site.registry, names(), tmp_path))
    assert len(paths) == len(set(paths)) and all(path.is_file() for path in paths)
    assert {"api", "rules", "exports", "llms.txt", "llms-full.txt"} == {one.name for one in tmp_path.iterdir()}
