"""The site as a person uses it, in a real browser."""

import re

import pytest

from scripts.registry.load import read

from .page_types import PAGES

WIDTHS = (1280, 320)


def search(page, query: str) -> list[str]:
    """Type a query into the header's search; returns the addresses found, best first."""
    page.keyboard.press("Escape")
    page.locator("[data-md-component=search-query]").evaluate("input => input.focus()")
    page.locator("[data-md-component=search-query]").fill(query)
    page.keyboard.press("End")
    page.wait_for_function(
        """() => /\\d|No matching/.test(document.querySelector('.md-search-result__meta').textContent)"""
    )
    page.wait_for_timeout(250)
    links = page.locator(".md-search-result__link")
    return [links.nth(number).get_attribute("href") for number in range(min(5, links.count()))]


@pytest.mark.parametrize(
    ("query", "rule"),
    [
        ("TFU2001", "TFU2001"),
        ("tfu4001", "TFU4001"),
        ("tf.compat.v1.Variable", "TFU2001"),
        ("experimental_run_v2", "TFU6001"),
        ("tf.keras.optimizers.Adam(lr=", "TFU3001"),
        ("lr", "TFU3001"),
        ("predict_classes", "TFU3041"),
        ("fit_generator", "TFU3040"),
        ("make_one_shot_iterator", "TFU5007"),
        ("experimental_relax_shapes", "TFU1006"),
    ],
)
def test_search_finds_by_id_symbol_argument_and_message(page, address, query, rule):
    page.goto(address)
    assert search(page, query)[0].split("?")[0].endswith(f"rules/{rule}.html")


@pytest.mark.parametrize("query", ["File format not supported", '"File format not supported"'])
def test_search_puts_the_common_cause_of_a_message_first(page, address, query):
    page.goto(address)
    found = [link.split("?")[0].rpartition("/")[2] for link in search(page, query)[:5]]
    assert found[0] == "TFU4001.html" and {"TFU4005.html", "TFU4025.html"} <= set(found)


def test_search_finds_by_a_whole_traceback(page, address):
    page.goto(address)
    traceback = """Traceback (most recent call last):
  File "/opt/app/serve.py", line 12, in <module>
    model = tf.keras.models.load_model("export/1")
  File "/usr/lib/python3.12/site-packages/keras/src/saving/saving_api.py", line 206, in load_model
    raise ValueError(
ValueError: File format not supported: filepath=export/1. Keras 3 only supports V3 `.keras` files and legacy H5"""
    assert "rules/TFU4001.html" in search(page, traceback.replace("\n", " "))[0]


def test_search_then_the_rule_then_its_review_comment(page, address):
    page.goto(address)
    search(page, "tf.compat.v1.Variable")
    page.locator(".md-search-result__link").first.click()
    page.wait_for_url(re.compile("rules/TFU2001"))
    assert "TFU2001" in page.locator("h1").inner_text()
    page.get_by_role("button", name=re.compile("review comment", re.I)).first.click()
    page.wait_for_timeout(200)
    comment = page.evaluate("navigator.clipboard.readText()")
    assert len(comment.strip().splitlines()) == 2
    assert "TFU2001" in comment and "/rules/TFU2001.html" in comment


@pytest.mark.parametrize(
    "path",
    [
        "rules/TFU2001.html",
        "rules/TFU2001/",
        "rules/tfu2001/",
        "r/TFU2001.html",
        "rules/TFU2001-v1-variable-weights-not-tracked.html",
    ],
)
def test_permalinks_arrive(page, address, path):
    page.goto(f"{address}{path}#why")
    page.wait_for_url(re.compile(r"rules/TFU2001\.html"))
    assert "TFU2001" in page.locator("h1").inner_text()


STATES = ["api-diff.html?from=2.4&to=2.16", "plan.html?from=2.4&to=2.16", "rules/index.html?impact=silent&area=-layers"]


@pytest.mark.parametrize("path", [*PAGES, *STATES])
def test_a_page_is_whole_quiet_and_fits_a_phone(page, address, path):
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        page.goto(address + path)
        assert page.locator("h1").count() == 1
        overflow = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert overflow <= 0, f"{path} is {overflow} px too wide at {width} px"
    assert [url for url in page.requested if not url.startswith((address, "data:", "blob:"))] == []
    assert page.broken == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", [*PAGES, *STATES])
def test_a_page_is_accessible(browser, address, path, scheme):
    from axe_playwright_python.sync_playwright import Axe

    for width in WIDTHS:
        context = browser.new_context(color_scheme=scheme, viewport={"width": width, "height": 900})
        page = context.new_page()
        page.goto(address + path)
        found = Axe().run(page)
        told = [(one["id"], [node["html"][:120] for node in one["nodes"]][:3]) for one in found.response["violations"]]
        context.close()
        assert told == [], f"{path}, {scheme}, {width} px"


def test_a_rule_page_is_useful_without_scripts(browser, address):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + "rules/TFU2001.html")
    text = page.locator("main").inner_text()
    assert "add_weight" in text and "2.16" in text
    page.goto(address + "rules/index.html")
    assert page.locator("a[href*='TFU2001']").first.is_visible()
    context.close()


def test_every_link_on_the_site_arrives(site):
    """MkDocs checks the links of Markdown; this checks those that were written as HTML."""
    ids, links = {}, []
    for path in site.rglob("*.html"):
        text = path.read_text()
        ids[path.resolve()] = set(re.findall(r'\bid="([^"]+)"', text))
        links += [(path, link) for link in re.findall(r'<a\b[^>]*?href="([^"]+)"', text)]
    dead = []
    for path, link in links:
        target, _, anchor = link.partition("#")
        if re.match(r"[a-z]+:", link) or (path.name == "404.html" and link.startswith("/")):
            continue
        file = (path.parent / target.partition("?")[0]).resolve() if target else path.resolve()
        file = file / "index.html" if file.is_dir() else file
        if not file.exists() or (anchor and file.suffix == ".html" and anchor not in ids[file]):
            dead.append(f"{path.relative_to(site)}: {link}")
    assert sorted(set(dead))[:20] == []


def test_every_rule_has_a_page_of_bounded_size(site, root):
    registry, _ = read(root)
    for name in registry.rules:
        assert (site / f"rules/{name}.html").stat().st_size < 60 * 1024, name
