"""Diagnosis as a person uses it: paste, read, follow, report; and what it does not do."""

import re
from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from .matcher import data

MESSAGE = "ValueError: Argument(s) not recognized: {'lr': 0.002}"
TRACEBACK = next(one["text"] for one in data("tracebacks") if one["rules"] == ["TFU4001"])
HOSTILE = "<img src=x onerror=\"window.hurt=1\"><script>window.hurt=1</script> ValueError: '<b>lr</b>' {{ x }}"
FREEZE = "keras==3.3.0\nnumpy==1.26.4\nprotobuf==4.25.3\ntensorflow==2.15.0\nrequests==2.31.0\n"


def paste(page, text: str) -> str:
    """Put a text into the field; returns the line that sums up the answer."""
    page.locator("#diagnose-status").evaluate("status => { status.textContent = '' }")
    page.locator("#diagnose-text").fill(text)
    page.wait_for_function("document.getElementById('diagnose-status').textContent")
    return page.locator("#diagnose-status").inner_text()


def first(page):
    """The first rule of the answer."""
    return page.locator("#diagnose-answer .hits > li").first


@pytest.mark.parametrize("path", ["index.html", "diagnose.html"])
def test_a_traceback_is_answered_with_the_reason(page, address, path):
    page.goto(address + path)
    assert "fit" in paste(page, TRACEBACK)
    assert first(page).locator("a").get_attribute("href") == "rules/TFU4001.html"
    told = first(page).inner_text()
    assert (
        "This message was printed by 2.16 to 2.21 in the rule’s example" in told
        and "breaks from TensorFlow 2.16" in told
    )
    first(page).locator("a").click()
    page.wait_for_url(re.compile("rules/TFU4001"))
    assert page.broken == []


def test_the_page_is_light_until_it_is_used_and_nothing_of_the_text_leaves_it(page, address):
    page.goto(address + "diagnose.html")
    page.wait_for_load_state("networkidle")
    assert not [url for url in page.requested if "atlas-index" in url or "atlas-match" in url]
    paste(page, MESSAGE + " secret-of-mine")
    assert [url for url in page.requested if "atlas-index.js" in url]
    assert not [
        url for url in page.requested if "secret" in unquote(url) or not url.startswith((address, "data:", "blob:"))
    ]
    assert page.url == address + "diagnose.html"
    assert page.evaluate("JSON.stringify([localStorage, sessionStorage])").count("secret") == 0


def test_hostile_text_stays_text(page, address):
    page.goto(address + "diagnose.html")
    for text in (HOSTILE, f"{MESSAGE}\n{HOSTILE}", f"tensorflow==2.15.0\n{HOSTILE}==1.0"):
        paste(page, text)
        assert page.evaluate("window.hurt") is None
        assert page.locator("#diagnose-answer :is(img, script, b)").count() == 0
    page.goto(address + "diagnose.html#q=" + "%3Cimg%20src%3Dx%20onerror%3D%22window.hurt%3D1%22%3E%20Error%3A%20lr")
    page.wait_for_function("document.getElementById('diagnose-status').textContent")
    assert page.evaluate("window.hurt") is None and page.broken == []


def test_what_no_rule_is_about_is_said_so_with_a_way_to_report_it(page, address):
    page.goto(address + "diagnose.html")
    assert "No rule fits" in paste(page, "LookupError: my very own tensor of failure is not serializable")
    link = page.get_by_role("link", name="report it").get_attribute("href")
    asked = parse_qs(urlsplit(link).query)
    assert "/issues/new" in link and "versions" in asked["body"][0] and "failure" not in unquote(link)
    seen = []
    page.route("**/issues/new*", lambda route: (seen.append(route.request.url), route.abort()))
    page.get_by_role("button", name="report it with this text").click()
    page.wait_for_timeout(300)
    assert "my very own tensor of failure" in parse_qs(urlsplit(seen[0]).query)["body"][0]


def test_a_link_with_the_text_is_made_when_it_is_asked_for(page, address):
    page.goto(address + "diagnose.html")
    paste(page, MESSAGE)
    page.get_by_role("button", name="Copy a link with this text").click()
    page.wait_for_timeout(200)
    link = page.evaluate("navigator.clipboard.readText()")
    page.goto("about:blank")
    page.goto(link)
    page.wait_for_function("document.getElementById('diagnose-status').textContent")
    assert page.locator("#diagnose-text").input_value() == MESSAGE
    assert "TFU3001" in first(page).inner_text()


def test_a_list_of_versions_is_held_against_what_was_measured_together(page, address):
    page.goto(address + "diagnose.html")
    assert "versions" in paste(page, FREEZE)
    told = page.locator("#diagnose-answer .versions").inner_text()
    assert "Keras 3.3.0 does not go with TensorFlow 2.15" in told and "Measured: 2.15.0" in told
    assert "NumPy 1.26.4: measured with TensorFlow 2.15" in told
    assert page.locator("#diagnose-answer .versions a").first.get_attribute("href") == "releases/2.15.html"
    paste(page, FREEZE.replace("keras==3.3.0", "keras==2.15.0"))
    assert "does not go with" not in page.locator("#diagnose-answer .versions").inner_text()
    paste(page, "Package     Version\n----------- -------\ntensorflow  2.4.1\nkeras  2.4.3\nnumpy  2.1.0\n")
    told = page.locator("#diagnose-answer .versions").inner_text()
    assert "no measured environment of TensorFlow 2.4 has the package Keras" in told
    assert "NumPy 2.1.0 is newer than what was measured with TensorFlow 2.4" in told


def test_it_works_with_the_keyboard_alone(page, address):
    page.goto(address + "diagnose.html")
    page.locator("#diagnose-text").focus()
    page.keyboard.insert_text(MESSAGE)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Diagnose"
    page.keyboard.press("Enter")
    page.wait_for_function("document.getElementById('diagnose-status').textContent")
    for _ in range(8):
        page.keyboard.press("Tab")
        if "TFU3001" in page.evaluate("document.activeElement.textContent"):
            break
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("rules/TFU3001"))


def test_clear_takes_the_answer_away(page, address):
    page.goto(address + "diagnose.html")
    paste(page, MESSAGE)
    page.locator(".diagnose").get_by_role("button", name="Clear").click()
    page.wait_for_function("!document.getElementById('diagnose-answer').childElementCount")
    assert page.evaluate("document.activeElement.id") == "diagnose-text"


@pytest.mark.parametrize("text", [TRACEBACK, FREEZE, "KeyError: nothing_that_anybody_knows", HOSTILE])
def test_an_answer_fits_a_narrow_phone(page, address, text):
    page.set_viewport_size({"width": 320, "height": 700})
    for path in ("diagnose.html", "index.html"):
        page.goto(address + path)
        paste(page, text)
        assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_an_answer_is_accessible(browser, address, scheme):
    from axe_playwright_python.sync_playwright import Axe

    for width in (1280, 320):
        context = browser.new_context(color_scheme=scheme, viewport={"width": width, "height": 900})
        page = context.new_page()
        page.goto(address + "diagnose.html")
        for text in (TRACEBACK, FREEZE, "KeyError: nothing_that_anybody_knows"):
            paste(page, text)
            found = Axe().run(page).response["violations"]
            assert [(one["id"], [node["html"][:120] for node in one["nodes"]][:3]) for one in found] == []
        context.close()


def test_it_works_from_a_disk(browser, site):
    page = browser.new_page()
    page.goto((site / "diagnose.html").as_uri())
    assert "fit" in paste(page, TRACEBACK)
    assert "TFU4001" in first(page).inner_text()
    page.close()


def test_without_scripts_it_says_where_to_look(browser, address):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + "diagnose.html")
    assert not page.locator("#diagnose-text").is_visible()
    assert page.locator("article a[href='messages.html']").is_visible()
    context.close()
