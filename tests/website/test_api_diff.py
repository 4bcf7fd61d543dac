"""The interface of two releases: what is told was measured at both ends, and a person can narrow it."""

import json

import pytest

from scripts.census import diff, keywords
from scripts.registry.load import inspect
from scripts.website.api_diff import ApiDiff, _entry, account_of
from scripts.website.site import Addresses, Site

MOVES = [("2.4", "2.16"), ("2.0", "2.21"), ("2.15", "2.16"), ("2.9", "2.12"), ("2.16", "2.21")]
LIGHT = 400_000  # bytes of all scripts; a move over one release loads a part of it


@pytest.fixture(scope="session")
def whole(root):
    """All changes, from the checkout."""
    return ApiDiff(Site(inspect(root)[0], Addresses("https://atlas.example", "https://github.com/o/r")))


@pytest.fixture
def table(page, address):
    """The page with the move that users make most."""
    page.goto(address + "api-diff.html?from=2.4&to=2.16")
    page.wait_for_selector("table.api-diff tbody tr")
    return page


def status(page):
    return page.locator("#api-diff [role=status]").first.inner_text()


def value(page, text):
    return page.locator("#api-diff fieldset button", has=page.locator(f".name:text-is('{text}')"))


def settled(page, text):
    page.wait_for_function(
        "text => document.querySelector('#api-diff [role=status]').textContent.includes(text)", arg=text
    )


@pytest.mark.parametrize(("old", "new"), MOVES)
def test_what_left_stood_at_one_end_and_not_at_the_other(whole, old, new):
    before, after = whole.history.tensorflow[old], whole.history.tensorflow[new]
    for row in whole.between(old, new):
        kind = row.one.item.change.kind
        if kind == keywords.KIND:  # no signature shows it
            called, argument = row.name.removesuffix("=)").split("(")
            took = [argument in whole.history.keywords[end].accepted[called] for end in (old, new)]
            assert took == [True, False], row.name
            continue
        assert _entry(before, row.name), f"{row.name} was not there in {old}"
        if kind in (diff.REMOVED, diff.MOVED, diff.MEMBER, diff.ATTRIBUTE):
            assert not _entry(after, row.name), f"{row.name} is there in {new}"
        elif kind != diff.DEPRECATED and "=)" not in row.name:
            assert _entry(after, row.name), f"{row.name} left, which is told by another change"


@pytest.mark.parametrize(("old", "new"), MOVES)
def test_nothing_that_left_is_missing(whole, old, new):
    """Held against the two ends compared at once."""
    told = {name for row in whole.between(old, new) for name in row.one.item.change.names}
    for change in diff.compare(whole.history.tensorflow[old], whole.history.tensorflow[new]):
        if change.kind in (diff.REMOVED, diff.MOVED):
            assert told.intersection(change.names), f"{change.symbol} left between {old} and {new}"


def test_one_step_tells_what_the_census_tells_of_a_release(whole):
    changes = [
        one for one in whole.coverage.account if one.item.release == "2.12" and one.item.change.kind != diff.DEPRECATED
    ]
    told = [row.one for row in whole.between("2.11", "2.12") if row.one.item.change.kind != diff.DEPRECATED]
    assert told == changes


def test_the_scripts_are_light_and_hold_every_change_once(whole):
    scripts = dict(whole.scripts())
    assert sum(len(text.encode()) for text in scripts.values()) < LIGHT * 1.5
    found = [json.loads(text.split("] = ", 1)[1].rstrip().rstrip(";"))["changes"] for text in scripts.values()]
    assert sum(map(len, found)) == len(whole.rows)


def test_the_page_counts_what_was_measured(table, whole):
    rows = whole.between("2.4", "2.16")
    assert status(table) == f"All {len(rows)} changes from 2.4 to 2.16"
    for kind in ("removed", "parameter renamed", "default changed", "always raises"):
        count = sum(row.one.item.change.kind == kind for row in rows)
        assert int(value(table, kind).locator(".count").inner_text()) == count, kind
    for account, name in (("rule", "With a rule"), ("excused", "Excused"), ("open", "Open")):
        count = sum(account_of(row.one) == account for row in rows)
        assert int(value(table, name).locator(".count").inner_text()) == count, name


def test_values_and_text_narrow_it_by_keyboard_and_the_address_keeps_them(table, address):
    value(table, "With a rule").focus()
    table.keyboard.press("Enter")
    table.fill("#a-text", "experimental_run_v2")
    settled(table, "Accounted for: With a rule")
    table.wait_for_function("/text=experimental_run_v2/.test(location.search)")
    assert "account=rule" in table.url and "from=2.4&to=2.16" in table.url
    table.goto(address + "api-diff.html?from=2.3&to=2.4&text=experimental_run_v2&account=rule")
    table.wait_for_selector("table.api-diff tbody tr")
    row = table.locator("table.api-diff tbody tr").first
    assert "experimental_run_v2" in row.locator("th").inner_text()
    assert row.locator("a[href='rules/TFU6001.html']").count() == 1
    assert " of " in status(table)
    table.locator("#api-diff [type=reset]").click()
    settled(table, "from 2.3 to 2.4")
    assert status(table).startswith("All") and "account" not in table.url and "from=2.3&to=2.4" in table.url


def test_only_what_is_asked_for_is_loaded(page, address):
    page.goto(address + "api-diff.html?from=2.4&to=2.5")
    page.wait_for_selector("table.api-diff tbody tr")
    assert [url.rpartition("/")[2] for url in page.requested if "/api-diff/" in url] == ["2.5.js"]
    page.select_option("#a-to", "2.6")
    settled(page, "2.4 to 2.6")
    assert [url.rpartition("/")[2] for url in page.requested if "/api-diff/" in url] == ["2.5.js", "2.6.js"]
    assert page.broken == []


def test_the_order_of_the_ends_does_not_matter_and_nonsense_is_left_out(page, address):
    page.goto(address + "api-diff.html?from=2.16&to=2.4&text=&kind=<script>&sort=x")
    settled(page, "from 2.4 to 2.16")
    page.goto(address + "api-diff.html?from=9.9&to=<b>")
    settled(page, "from 2.15 to 2.21")
    page.select_option("#a-from", "2.21")
    settled(page, "Choose two different releases.")
    assert page.locator("table.api-diff tbody tr").count() == 0
    assert page.broken == []


def test_the_others_are_a_press_away_and_columns_sort(table, whole):
    assert table.locator("table.api-diff tbody tr").count() == 200
    table.locator("#a-more").click()
    assert table.locator("table.api-diff tbody tr").count() == len(whole.between("2.4", "2.16"))
    assert table.evaluate("document.activeElement.tagName") == "TH"
    table.get_by_role("button", name="Since", exact=True).click()
    assert table.locator("th[aria-sort=ascending]").inner_text().startswith("Since")
    assert table.locator("table.api-diff tbody tr").first.locator("td").nth(2).inner_text() == "2.5"


def test_json_holds_what_is_shown(table):
    value(table, "tf.estimator").click()
    count = int(value(table, "tf.estimator").locator(".count").inner_text())
    with table.expect_download() as started:
        table.locator("#a-json").click()
    told = json.loads(open(started.value.path()).read())
    assert started.value.suggested_filename == "api-2.4-to-2.16.json"
    assert len(told["changes"]) == count and told["from"] == "2.4"
    assert {"name", "change", "since", "rules", "reason"} <= set(told["changes"][0])


def test_without_scripts_it_leads_to_the_releases(browser, address):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + "api-diff.html")
    assert not page.locator("#api-diff").is_visible()
    assert page.locator("a[href='releases/2.16.html']").first.is_visible()
    context.close()
