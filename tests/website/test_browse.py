"""The table of all rules: values that are wanted, not wanted or neither, and numbers that add up."""

import re

import pytest

from scripts.website import browse, tags


@pytest.fixture
def table(page, address):
    """The page with the table."""
    page.goto(address + "rules/index.html")
    page.wait_for_function("document.querySelector('#browse [role=status]').textContent")
    return page


def value(table, text):
    return table.locator("#browse fieldset button", has=table.locator(f".name:text-is('{text}')"))


def shown(table):
    return table.locator("table.all-rules tbody tr:visible .rule-id").all_inner_texts()


def status(table):
    return table.locator("#browse [role=status]").inner_text()


def sums(table):
    """For each list the sum of its numbers."""
    script = (
        "sets => sets.map(set => [...set.querySelectorAll('.count')].reduce((sum, one) => sum + +one.textContent, 0))"
    )
    return table.locator("#browse fieldset").evaluate_all(script)


def test_every_rule_has_one_value_of_each_list(whole):
    for one in browse.lists(whole):
        assert sum(value.count for value in one.values) == len(whole.live), one.name


def test_all_rules_are_there_and_the_numbers_add_up(table, whole):
    assert len(shown(table)) == len(whole.live)
    assert status(table).startswith(f"All {len(whole.live)} rules")
    assert sums(table) == [len(whole.live)] * 5


def test_a_value_is_wanted_then_not_wanted_then_forgotten_by_keyboard(table, whole):
    silent = sorted(rule.id for rule in whole.live if rule.impact == "silent")
    button = value(table, "Silent")
    button.focus()
    table.keyboard.press("Enter")
    assert sorted(shown(table)) == silent
    assert "impact=silent" in table.url and "Impact: Silent" in status(table)
    assert button.get_attribute("aria-label") is None and "only these" in button.inner_text()
    table.keyboard.press("Space")
    assert sorted(shown(table)) == sorted(rule.id for rule in whole.live if rule.impact != "silent")
    assert "impact=-silent" in table.url and "not Silent" in status(table)
    table.keyboard.press("Space")
    assert len(shown(table)) == len(whole.live) and "impact" not in table.url


def test_numbers_tell_what_a_press_would_show_and_add_up_under_other_filters(table, whole):
    value(table, "Silent").click()
    value(table, "Layers").click()
    value(table, "Layers").click()
    mine = [rule for rule in whole.live if rule.impact == "silent" and rule.category != 2]
    assert len(shown(table)) == len(mine)
    impacts, areas, *others = sums(table)
    assert impacts == sum(rule.category != 2 for rule in whole.live)
    assert areas == sum(rule.impact == "silent" for rule in whole.live)
    assert others == [len(mine)] * 3
    told = int(value(table, "Training").locator(".count").inner_text())
    value(table, "Training").click()
    assert len(shown(table)) == told


def test_text_finds_symbols_and_the_address_brings_everything_back(table, address):
    table.fill("#b-text", "experimental_run_v2")
    table.wait_for_function("/text=experimental_run_v2/.test(location.search)")
    assert shown(table) == ["TFU6001"]
    table.goto(address + "rules/index.html?text=keras&impact=silent&area=-layers&sort=-rule")
    found = shown(table)
    assert found == sorted(found, reverse=True) and len(found) > 3
    assert not [one for one in found if one.startswith("TFU2")]
    table.goto(address + "rules/index.html?impact=<script>&sort=x&text=")
    assert status(table).startswith("All")
    assert table.broken == []


def test_columns_sort_and_say_so(table):
    head = table.get_by_role("button", name="Breaks from", exact=True)
    head.click()
    releases = table.locator("tbody tr:visible").evaluate_all("rows => rows.map(row => row.dataset.breaks)")
    known = [tuple(map(int, one.split("."))) for one in releases if one != "never"]
    assert known == sorted(known), "2.9 before 2.10"
    assert table.locator("th[aria-sort=ascending]").inner_text().startswith("Breaks from")
    head.click()
    assert table.locator("th[aria-sort=descending]").count() == 1
    assert "sort=-breaks" in table.url


def test_addresses_of_the_old_filter_arrive_at_the_planner(page, address):
    page.goto(address + "rules/index.html?from=2.4&to=2.16")
    page.wait_for_url(re.compile(r"plan\.html\?from=2\.4&to=2\.16"))
    assert page.locator("#p-from").input_value() == "2.4"


def test_symbols_and_messages_are_narrowed_by_words(page, address, whole):
    names = {one.name for rule in whole.live for one in rule.symbols if "experimental_run_v2" in one.name}
    page.goto(address + "symbols.html?text=experimental_run_v2")
    assert page.locator("[data-count]").inner_text().startswith(f"{len(names)} of ")
    page.goto(address + "messages.html")
    page.fill("#f-text", "lr deprecated")
    assert 0 < page.locator("table.messages tbody tr:visible").count() < 20


def test_tags_come_from_the_rules_and_each_has_its_page(site, whole):
    found = tags.tags(whole)
    assert len({tag.slug for tag in found}) == len(found)
    for tag in found:
        text = (site / tag.page).read_text()
        assert [rule.id for rule in tag.rules if f"rules/{rule.id}.html" not in text] == [], tag.slug
    changes = [tag for tag in found if tag.group == "Kind of change"]
    assert sum(len(tag.rules) for tag in changes) == len(whole.live)
    assert {"in-tf-keras-optimizers", "cause-keras", "fix-safe"} <= {tag.slug for tag in found}


@pytest.mark.parametrize("path", ["rules/index.html", "symbols.html", "messages.html", "api-diff.html"])
def test_an_address_with_words_does_not_open_the_search(page, address, path):
    """The theme takes a `q` in an address for itself, and lays its search over the page."""
    page.goto(f"{address}{path}?text=keras")
    page.wait_for_function("document.querySelector('main [type=search]').value === 'keras'")
    page.wait_for_timeout(500)
    assert not page.evaluate("document.getElementById('__search').checked")
