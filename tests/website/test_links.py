"""Links to rules last for ever, say what they lead to, and pages are valid and light."""

import gzip
import re
import struct
from html.parser import HTMLParser

import html5lib
import pytest

from scripts.registry.load import read
from scripts.website import markdown

from .page_types import PAGES

# Every section of a rule page. Links go to these: none may be renamed, and a new one is added here.
SECTIONS = {
    "you-see-this",
    "before-after",
    "measured",
    "why",
    "fix-safety",
    "when-not",
    "saved-models",
    "symbols",
    "sources",
}
ALWAYS = {"measured", "why", "sources"}


class Head(HTMLParser):
    """The meta and link elements of a page, and the identifiers of its headings."""

    def __init__(self, html):
        super().__init__()
        self.meta, self.links, self.headings = {}, {}, []
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        values = dict(attributes)
        if tag == "meta":
            self.meta[values.get("property") or values.get("name")] = values.get("content")
        if tag == "link":
            self.links[values.get("rel")] = values.get("href")
        if tag == "h2":
            self.headings.append(values.get("id"))


@pytest.fixture(scope="session")
def rules(root):
    return read(root)[0].rules


def test_sections_of_rule_pages_keep_their_anchors(site, rules):
    for id in rules:
        found = Head((site / f"rules/{id}.html").read_text()).headings
        assert len(found) == len(set(found)) and set(found) <= SECTIONS and ALWAYS <= set(found), id


@pytest.mark.parametrize("path", [path for path in PAGES if path != "404.html"])
def test_every_section_can_be_linked_to(site, path):
    assert None not in Head((site / path).read_text()).headings


def test_a_link_says_what_it_leads_to(site, rules):
    for id, rule in rules.items():
        head = Head((site / f"rules/{id}.html").read_text())
        assert head.links["canonical"].endswith(f"/rules/{id}.html") and head.meta["og:url"] == head.links["canonical"]
        assert head.meta["og:title"] == f"{id}: {markdown.plain(rule.title)}" and head.meta["twitter:card"]
        assert head.meta["og:description"] == head.meta["description"]
        assert 60 < len(head.meta["description"]) < 300, id
        assert head.meta["og:image"].startswith("https://")


def test_the_card_is_a_picture_that_others_take(site):
    picture = (site / "assets/images/card.png").read_bytes()
    assert picture.startswith(b"\x89PNG") and struct.unpack(">II", picture[16:24]) == (1200, 630)
    assert len(picture) < 150_000


def test_every_address_of_every_rule_leads_to_it(site, rules):
    for id, rule in rules.items():
        slugs = [rule.slug, *rule.former_slugs]
        inside = [f"rules/{id}/index.html", f"rules/{id.lower()}/index.html", f"rules/{id.lower()}.html"]
        inside += [f"rules/{id}-{slug}.html" for slug in slugs]
        for path in [*inside, f"r/{id}.html", f"r/{id.lower()}.html"]:
            html = (site / path).read_text()
            target = re.search(r'http-equiv="refresh" content="0; url=([^"]+)"', html)[1]
            assert ((site / path).parent / target).resolve() == (site / f"rules/{id}.html").resolve(), path
            assert Head(html).links["canonical"].endswith(f"/rules/{id}.html")


@pytest.mark.parametrize(
    "path",
    [
        "rules/tfu2001.html",
        "r/tfu2001.html",
        "rules/TFU2001",
        "r/TFU2001/",
        "R/../rules/Tfu2001.htm",
        "rules/TFU2001-a-name-of-long-ago.html",
    ],
)
def test_addresses_that_are_only_alike_arrive_as_well(page, site, address, path):
    """What is no file is answered by 404.html, as hosts of static sites do; the test's server does not."""
    page.route("**/*", lambda route: route.continue_() if exists(site, route) else answer(route, site))
    page.goto(f"{address}{path}?x=1#why")
    page.wait_for_url(re.compile(r"/rules/TFU2001\.html\?x=1#why$"))


def exists(site, route):
    path = route.request.url.partition("?")[0].partition("#")[0].split("/tf-upgrade-atlas/")[-1]
    return (site / path).exists()


def answer(route, site):
    route.fulfill(status=404, content_type="text/html", body=(site / "404.html").read_text())


@pytest.mark.parametrize("path", [*PAGES, "r/TFU4001.html", "guides/training.html"])
def test_a_page_is_html_without_an_error(site, path):
    parser = html5lib.HTMLParser()
    parser.parse((site / path).read_text())
    assert parser.errors == []
    assert not re.search(r'tabindex=""|<input[^>]*type="checkbox"[^>]*autocomplete', (site / path).read_text())


def test_the_first_load_of_a_rule_page_is_light(page, site, address):
    page.goto(address + "rules/TFU4001.html")
    page.wait_for_load_state("networkidle")
    files = {url.partition("?")[0].removeprefix(address) for url in page.requested if url.startswith(address)}
    assert len(files) > 5
    size = sum(len(gzip.compress((site / (path or "index.html")).read_bytes())) for path in files)
    assert size < 250_000, f"{size:,} bytes compressed"


def test_no_type_of_page_is_forgotten(site):
    """Each page at the top and each folder with pages is among those that are looked at; redirects are small."""
    pages = {path for path in site.rglob("*.html") if "http-equiv" not in path.read_text()[:600]}
    tops = {path.name for path in pages if path.parent == site}
    folders = {path.relative_to(site).parts[0] for path in pages} - tops
    assert tops <= set(PAGES)
    assert folders <= {path.split("/")[0] for path in PAGES}
