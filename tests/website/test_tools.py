"""The pages about tools, and the choice of a pair of releases."""

from urllib.parse import urljoin, urlsplit


def test_a_pair_leads_to_its_pack(page, address, site):
    page.goto(f"{address}tools.html?from=2.3&to=2.4")
    link = page.locator(".pack-link")
    assert link.get_attribute("href").endswith("exports/semgrep/2.3-to-2.4.yml")
    page.select_option("[name=to]", "2.16")
    assert "2.3-to-2.16.yml" in page.locator(".pack-answer code").inner_text()
    assert "to=2.16" in page.url
    path = urlsplit(urljoin(page.url, link.get_attribute("href"))).path.removeprefix(urlsplit(address).path)
    assert (site / path).exists()
    page.select_option("[name=to]", "2.1")
    assert "later release" in page.locator(".pack-told").inner_text()
    assert page.broken == []


def test_all_packs_are_there_without_javascript(browser, address, site):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}tools.html")
    links = [one.get_attribute("href") for one in page.locator("table.packs a").all()]
    context.close()
    assert len(links) == 22 * 21 / 2
    assert [link for link in links if not (site / link).exists()] == []


def test_a_rule_page_says_what_was_proven(page, address):
    page.goto(f"{address}rules/TFU3001.html")
    assert page.locator("#find-semgrep").count() == 1
    assert page.locator("#find-fix").count() == 1
    page.goto(f"{address}rules/TFU4006.html")
    assert page.locator("#find-semgrep").count() == 0
    assert "No tool was proven to find this" in page.locator(".finding").inner_text()
