"""The account of the census on the built pages: nothing that is open or excused is hidden."""

import re
from html import unescape

import pytest

from scripts.census import coverage, history
from scripts.registry.load import read


@pytest.fixture(scope="module")
def account(root):
    excuses, _ = coverage.read_excuses(root)
    return coverage.Coverage(history.read(root), read(root)[0].rules, excuses)


def code(text: str) -> set[str]:
    return {unescape(one) for one in re.findall(r"<code>(.*?)</code>", text)}


def test_every_excuse_and_every_open_change_is_on_the_coverage_page(site, account):
    shown = code((site / "coverage.html").read_text())
    assert {glob for one in account.excuses.excused for glob in one.symbols} <= shown
    assert {item.change.symbol for item in account.open} <= shown


def test_a_release_lists_what_left_with_the_rule_of_it(site):
    text = (site / "releases/2.16.html").read_text()
    row = next(one for one in re.findall(r"<tr>.*?</tr>", text, re.DOTALL) if "tf.estimator.DNNClassifier" in one)
    assert "../rules/TFU8006.html" in row
