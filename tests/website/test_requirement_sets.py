"""The page of an environment rule: the sets as a reader pastes them, what came of them, and where else they stand."""

import json
import re

import pytest

from scripts.export import api
from scripts.registry.load import inspect
from scripts.website import pages, search, tables, words
from scripts.website.site import Addresses, Site
from scripts.website.view import View

RULE, PIP = "TFU9001", "TFU9011"


@pytest.fixture(scope="module")
def view(root):
    return View(Site(inspect(root)[0], Addresses("https://atlas.example/sub", "https://github.com/o/r")))


@pytest.fixture(scope="module")
def page(view):
    return pages.rule_page(view, view.site.rules[RULE]).text


def test_the_sets_stand_there_as_a_reader_pastes_them(page):
    text = re.sub("<[^>]*>", "", page)
    assert "tensorflow-cpu==2.17.1\nnumpy&lt;2" in text
    assert "{tensorflow}" not in text
    assert "Each paragraph is one" in page
    assert page.index("before.txt") < page.index("after.txt") < page.index("<b>program.py</b>")


def test_the_head_says_which_releases_it_breaks(view, page):
    rule = view.site.rules[RULE]
    assert words.breaks(rule, view.site.releases) == "breaks TensorFlow 2.6 to 2.17 (NumPy 2.0)"
    assert words.breaks(rule, view.site.releases) in page


def test_what_was_installed_is_told_for_each_release_and_set(page):
    rows = page.split("What was installed in each release")[1].split("{#why}")[0]
    assert rows.count("<code>before.txt</code>") == rows.count("<code>after.txt</code>") == 13
    assert "numpy==1.26.4" in rows


def test_the_strip_holds_the_measured_releases_only(view):
    strip = tables.strip(view.site, view.site.rules[RULE])
    assert [row.file for row in strip.rows] == ["before.txt", "after.txt"]
    assert [one.name for one in strip.columns["release"]] == [f"2.{n}" for n in range(6, 19)]
    assert strip.columns["tf_keras"] == strip.columns["latest"] == []


def test_what_pip_says_is_one_message_for_all_releases(view):
    text = pages.rule_page(view, view.site.rules[PIP]).text
    seen = text.split("You see this")[1].split("## ")[0]
    assert "ERROR: No matching distribution found for tensorflow-cpu==2.19.1" in seen
    assert seen.count("<figure") == 1
    assert "Python 3.13:" in text


def test_search_knows_the_packages_and_the_messages(view):
    (document,) = [one for one in search.index(view.site)["rules"] if one["location"] == f"rules/{RULE}.html"]
    assert "numpy" in document["tags"]
    assert any("numpy.core.umath failed to import" in message for message, _ in document["messages"])


def test_a_release_lists_what_breaks_it_from_outside_and_not_as_its_own_change(view):
    by_path = {page.path: page.text for page in pages.indexes(view)}
    assert RULE in by_path["releases/2.10.md"].split("{#environment}")[1]
    assert RULE not in by_path["releases/2.6.md"].split("{#environment}")[0]
    assert RULE not in by_path["releases/2.18.md"]


def test_the_api_holds_the_versions_that_were_installed(view):
    files = dict(api.files(view.site.registry))
    rule = json.loads(files[f"api/v1/rules/{RULE}.json"])
    assert "numpy==1.26.4" in rule["locks"]["after.txt"]["2.17"]["pins"]
    assert set(rule["examples"]) == {"program.py", "before.txt", "after.txt"}
