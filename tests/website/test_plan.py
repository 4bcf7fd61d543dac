"""The planner: what it says of a move is what was measured, and a person can use it."""

import json
import re

import pytest

from scripts.website import plan

MOVES = [
    ("2.4", "2.16"),
    ("2.15", "2.16"),
    ("2.0", "2.21"),
    ("2.6", "2.15"),
    ("2.15", "2.18"),
    ("2.4", "2.16-tf_keras"),
    ("2.16-tf_keras", "2.21"),
    ("2.15", "2.21-latest"),
]
BROKEN = ("error", "crash", "timeout")
RUNS = ("ok", "warns", "wrong")


@pytest.fixture
def planner(page, address):
    """The planner's page, with its functions."""
    page.goto(address + "plan.html")
    page.wait_for_selector("#plan-result section")
    return page


def moves(page, old, new):
    """{id: (kind, group)} as the page's own functions give it."""
    script = "([a, b]) => atlasMoves.plan(atlasPlan, a, b).map(one => [one.rule.id, one.kind, one.group])"
    return {id: (kind, group) for id, kind, group in page.evaluate(script, [old, new])}


def planned(site):
    """The rules that a plan can have: those on what is installed beside TensorFlow stand on the pages of releases."""
    return [rule for rule in site.live if not rule.example.requirements]


@pytest.mark.parametrize(("old", "new"), MOVES)
def test_a_plan_says_of_each_rule_what_was_measured_at_both_ends(planner, whole, old, new):
    told = moves(planner, old, new)
    for rule in planned(whole):
        there, here = (whole.measured(rule).outcome("before.py", name) for name in (old, new))
        kind, group = told.get(rule.id, ("", ""))
        if group == "between":
            assert (there in RUNS, here in RUNS) == (True, True), rule.id
        elif there in RUNS and here in BROKEN:
            assert kind == "error", rule.id
        elif {there, here} <= {"ok", "warns"}:
            assert kind == ("warning" if (there, here) == ("ok", "warns") else ""), rule.id
        elif there in ("ok", "warns") and here == "wrong":
            assert kind == "silent", rule.id
        elif there == "wrong" and here in ("ok", "warns"):
            assert kind == "silent", f"{rule.id}: the result changes back"
        elif there in BROKEN:
            assert kind in ("mended", ""), rule.id
        elif there == "missing":
            assert kind in ("unknown", ""), rule.id


@pytest.mark.parametrize(("old", "new"), MOVES)
def test_what_is_to_be_done_before_was_measured_to_work_on_both_sides(planner, whole, old, new):
    for id, (_, group) in moves(planner, old, new).items():
        files = whole.measured(whole.rules[id]).files
        works = [
            name
            for name, record in files.items()
            if name.startswith(("after", "bridge"))
            and {record.by_environment()[one].outcome for one in (old, new)} <= {"ok", "warns"}
        ]
        assert bool(works) or group != "before", id


def test_breaks_that_came_and_went_matter_where_one_stops(planner):
    assert moves(planner, "2.15", "2.16")["TFU2032"][0] == "error"
    assert moves(planner, "2.15", "2.18")["TFU2032"][1] == "between"
    assert moves(planner, "2.16", "2.18")["TFU2032"][1] == "mended"
    assert moves(planner, "2.4", "2.11")["TFU3027"][0] == "silent"
    assert moves(planner, "2.6", "2.15")["TFU3027"][0] == "silent", "its result changes back"
    assert "TFU3027" not in moves(planner, "2.4", "2.4")


def test_an_impact_is_that_of_the_move_and_not_that_of_the_rule(planner):
    assert moves(planner, "2.4", "2.11")["TFU3002"][0] == "error"
    assert moves(planner, "2.4", "2.16")["TFU3002"][0] == "silent"
    assert moves(planner, "2.11", "2.16")["TFU1020"] == ("error", "before")


def test_a_downgrade_is_told_and_lists_what_the_earlier_release_does_not_run(planner, address):
    told = moves(planner, "2.16", "2.4")
    assert told["TFU4001"] == ("error", "with"), "TFSMLayer does not exist in 2.4"
    assert told["TFU2001"][0] == "silent"
    planner.goto(address + "plan.html?from=2.16&to=2.4")
    assert "downgrade" in planner.locator(".stones").inner_text()


def test_data_are_compact_and_hold_every_rule(whole):
    text = plan.data(whole)
    found = json.loads(text.removeprefix("window.atlasPlan = ").rstrip(";\n"))
    assert [rule["id"] for rule in found["rules"]] == [rule.id for rule in planned(whole)]
    environments = len(whole.releases.environments)
    assert {len(rule[name]) for rule in found["rules"] for name in ("old", "new")} == {environments}
    assert len(text) / len(whole.live) < 700


def test_the_choice_is_in_the_address_and_comes_back_from_it(planner, address):
    planner.select_option("#p-from", "2.4")
    planner.select_option("#p-to", "2.16")
    planner.select_option("#p-impact", "silent")
    count = planner.locator("#plan-count").inner_text()
    assert re.search(r"\?from=2\.4&to=2\.16&impact=silent", planner.url)
    shown = planner.locator(".plan-list li").count()
    planner.goto(planner.url)
    assert planner.locator("#plan-count").inner_text() == count
    assert planner.locator(".plan-list li").count() == shown > 5
    assert set(planner.locator(".plan-list .impact").all_text_contents()) == {"Silent"}
    planner.goto(address + "plan.html?from=9.9&to=<b>&area=x&only=<script>")
    assert planner.locator(".plan-list li").count() > 50, "what is no choice is passed over"


def test_groups_stand_in_order_and_silent_rules_first(planner, address):
    planner.goto(address + "plan.html?from=2.4&to=2.16")
    assert [one.split(" ")[0] for one in planner.locator("#plan-result h2").all_inner_texts()] == [
        "Before",
        "With",
        "After",
    ]
    words = planner.locator("#before + p + ul .impact").all_text_contents()
    assert words == sorted(words, key=["Silent", "Error"].index) and set(words) == {"Silent", "Error"}


def test_stepping_stones_come_from_the_records(planner, address):
    planner.goto(address + "plan.html?from=2.4&to=2.16")
    text = planner.locator(".stones").inner_text()
    assert "Stop at 2.15?" in text and "tf_keras?" in text
    assert "2.4 and 2.13 share 3.8; 2.13 and 2.16 share 3.9, 3.10 and 3.11" in text
    planner.goto(address + "plan.html?from=2.16&to=2.17")
    text = planner.locator(".stones").inner_text()
    assert "Stop at" not in text and "3.9, 3.10, 3.11 and 3.12 have wheels of both" in text
    assert planner.locator("[data-step]:visible").count() == 1


def test_ticks_last_and_leave_with_the_checklist(planner, address):
    planner.goto(address + "plan.html?from=2.15&to=2.16&impact=silent")
    box = planner.locator("input[value=TFU2001]")
    box.focus()
    planner.keyboard.press("Space")
    assert "1 done" in planner.locator("#plan-count").inner_text()
    planner.reload()
    assert planner.locator("input[value=TFU2001]").is_checked()
    planner.get_by_role("button", name="Copy as Markdown").click()
    planner.wait_for_function("document.getElementById('plan-copied').textContent")
    text = planner.evaluate("navigator.clipboard.readText()")
    assert "### Before you upgrade" in text
    assert re.search(r"^- \[x\] \[TFU2001\]\(https://\S+/rules/TFU2001\.html\) ", text, re.M)
    assert re.search(r"^- \[ \] \[TFU2002\]", text, re.M)
    planner.get_by_label("only what is not done").check()
    assert planner.locator("input[value=TFU2001]").count() == 0
    planner.get_by_role("button", name="Remove all ticks").click()
    assert planner.locator("input[value=TFU2001]").count() == 1


def test_the_plan_as_json(planner, address):
    planner.goto(address + "plan.html?from=2.4&to=2.16")
    with planner.expect_download() as got:
        planner.get_by_role("button", name="Save as JSON").click()
    found = json.loads(got.value.path().read_text())
    assert (found["from"], found["to"]) == ("2.4", "2.16")
    rules = {one["id"]: one for one in found["rules"]}
    assert {"when": "with", "impact": "silent", "since": "2.16", "done": False}.items() <= rules["TFU3048"].items()
    assert rules["TFU4001"]["when"] == "before", "its bridge works on both sides"


CODE = """
import tensorflow as tf
from tensorflow.keras.layers import LSTM as Cells, Dense
from tensorflow.keras.preprocessing.text import (
    Tokenizer,
    one_hot,
)
from keras.utils import np_utils

opt = tf.keras.optimizers.Adam(lr=0.1)  # tf.estimator is not used
model.fit_generator(data)
print("tf.gradients('<img src=x onerror=alert(1)>')")
"""


def test_what_i_use_is_read_from_code(planner):
    found = set(planner.evaluate("text => atlasUses.find(atlasPlan, text).ids", CODE))
    assert {"TFU3001", "TFU3040"} <= found, "an argument, and a member of an object"
    assert {"TFU8003", "TFU8008"} <= found, "imports, in brackets as well"
    symbols = {rule["id"]: rule["symbols"] for rule in planner.evaluate("atlasPlan.rules")}
    for id in found:
        assert not all(re.match(r"tf\.(estimator|gradients|data|distribute)\b", one) for one in symbols[id]), id
    assert len(found) < 40


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("from tensorflow import keras\nkeras.models.load_model('x')", "TFU4001"),
        ("import keras\nkeras.models.load_model('x')", "TFU4001"),
        ("from tensorflow.keras.models import load_model", "TFU4001"),
        ("import tensorflow.compat.v1 as tf\ntf.disable_v2_behavior()", "TFU1015"),
        ("import tensorflow\ntensorflow.keras.utils.Sequence", "TFU3043"),
        ("strategy.experimental_run_v2(step)", "TFU6001"),
        ("class A(Sequence):\n  pass\nopt.lr", "TFU3004"),
        ("from tensorflow.python.keras.layers import Dense", "TFU8005"),
    ],
)
def test_names_are_found_on_any_road(planner, whole, text, rule):
    found = planner.evaluate("text => atlasUses.find(atlasPlan, text).ids", text)
    assert rule in found, [symbol.name for symbol in whole.rules[rule].symbols]


def test_old_code_is_narrowed_to_few_rules_and_its_own_is_among_them(planner, whole):
    missed, sizes = [], []
    for rule in planned(whole):
        code = whole.registry.code(rule)
        text = code["before.py"] + "\n" + code.get("prepare.py", "")
        found = planner.evaluate("text => atlasUses.find(atlasPlan, text).ids", text)
        missed += [rule.id] if rule.id not in found else []
        sizes.append(len(found))
    assert len(missed) <= 0.04 * len(sizes), missed
    assert sorted(sizes)[len(sizes) // 2] < 0.1 * len(whole.live)


def test_a_text_narrows_the_plan_and_is_never_shown(planner, address):
    planner.goto(address + "plan.html?from=2.4&to=2.16")
    before = planner.locator(".plan-list li").count()
    planner.get_by_text("Only what I use").click()
    planner.fill("#plan-paste", CODE + '\n"""<img src=x onerror=alert(1)>"""')
    planner.get_by_role("button", name="Narrow").click()
    assert 0 < planner.locator(".plan-list li").count() < before / 2
    assert "only=" in planner.url and "onerror" not in planner.url
    assert "onerror" not in planner.locator("#plan-result").inner_html()
    report = {"results": [{"check_id": "rules.tfu4001", "path": "a.py"}], "x": "<b>TFU9999</b>"}
    planner.fill("#plan-paste", json.dumps(report))
    planner.get_by_role("button", name="Narrow").click()
    assert [one for one in planner.locator(".plan-list .rule-id").all_inner_texts()] == ["TFU4001"]
    planner.get_by_role("button", name="Show all").click()
    assert planner.locator(".plan-list li").count() == before
    planner.fill("#plan-paste", "x = 1")
    planner.get_by_role("button", name="Narrow").click()
    assert "No rule" in planner.locator("#plan-used").inner_text()
    assert planner.locator(".plan-list li").count() == before
    assert planner.broken == []


def test_a_plan_is_made_by_keyboard_alone(planner):
    planner.focus("#p-from")
    first_release, silent = [("Home", 1)], [("Tab", 2), ("ArrowDown", 1)]
    for key, times in [*first_release, ("ArrowDown", 4), ("Tab", 1), *first_release, ("ArrowDown", 16), *silent]:
        for _ in range(times):
            planner.keyboard.press(key)
    planner.wait_for_function("/from=2.4&to=2.16&impact=silent/.test(location.search)")
    planner.focus("#plan-clear")
    for _ in range(2):  # the button that clears the filters, then the first link of the stepping stones
        planner.keyboard.press("Tab")
    assert planner.evaluate("document.activeElement.closest('.stones') !== null")
    for _ in range(3):
        planner.keyboard.press("Tab")
    assert planner.evaluate("document.activeElement.type") == "checkbox"
    planner.keyboard.press("Space")
    assert "1 done" in planner.locator("#plan-count").inner_text()


def test_without_scripts_the_releases_serve(browser, address):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + "plan.html")
    assert not page.locator("form.plan").is_visible()
    assert page.locator("table.steps a[href='releases/2.16.html']").is_visible()
    assert "Without it" in page.locator("main").inner_text()
    context.close()


def test_it_works_from_a_disk(browser, site):
    page = browser.new_page()
    page.goto((site / "plan.html").as_uri() + "?from=2.4&to=2.16&impact=silent")
    page.wait_for_selector("#plan-result section")
    assert page.locator(".plan-list li").count() > 10
    page.goto((site / "rules/index.html").as_uri() + "?impact=silent")
    page.wait_for_function("/of/.test(document.querySelector('#browse [role=status]').textContent)")
    page.close()
