"""The pages: strangers' text is harmless everywhere, strips tell what was measured, addresses last for ever."""

import re
import subprocess
import sys
from html import unescape
from html.parser import HTMLParser

import pytest

from scripts.registry.load import inspect
from scripts.website import examples, facts, markdown, pages, permalinks, redirects, tables
from scripts.website.macros import rule_link, rule_table
from scripts.website.site import Addresses, Site
from scripts.website.unknown import UnknownRule
from scripts.website.view import TAG_OR_MARK, View, in_markdown, inline, relative

from .nasty import ROOT, make_checkout


@pytest.fixture(scope="session")
def checkout(tmp_path_factory):
    """A checkout with a sound rule and one that is meant to do harm."""
    root = tmp_path_factory.mktemp("checkout")
    make_checkout(root)
    return root


@pytest.fixture(scope="session")
def view(checkout):
    """A view of that checkout, which must be free of faults."""
    registry, faults = inspect(checkout)
    assert not faults, "\n".join(map(str, faults))
    return View(Site(registry, Addresses("https://atlas.example/sub", "https://github.com/o/r")))


class Tags(HTMLParser):
    """Collects what a browser would act on: tags, handlers, addresses, identifiers; and the text."""

    def __init__(self, html):
        super().__init__()
        self.scripts, self.handlers, self.addresses, self.ids, self.images = [], [], [], [], []
        self.text = ""
        self._script = False
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        values = dict(attributes)
        self._script = tag == "script"
        if tag == "script":
            self.scripts.append("")
        self.handlers += [(tag, name) for name in values if name.startswith("on")]
        self.addresses += [values[name] for name in ("href", "src", "action") if values.get(name)]
        self.ids += [values["id"]] if values.get("id") else []
        self.images += [values.get("src", "")] if tag in ("img", "iframe", "object") else []

    def handle_endtag(self, tag):
        self._script = False

    def handle_data(self, data):
        if self._script:
            self.scripts[-1] += data
        else:
            self.text += data


@pytest.fixture(scope="session")
def built(checkout):
    """The site as MkDocs builds it, strictly, from the checkout with the nasty rule."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "-f", str(checkout / "mkdocs.yml")]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return checkout / "site"


def html_pages(built):
    return {path.relative_to(built).as_posix(): path.read_text() for path in built.rglob("*.html")}


def test_nothing_of_a_stranger_is_executed_on_any_page(built):
    for path, html in html_pages(built).items():
        found = Tags(html)
        assert not [script for script in found.scripts if "alert(" in script], path
        assert not found.handlers, path
        assert not [one for one in found.addresses if re.match(r"\s*(javascript|data|vbscript):", one, re.I)], path
        assert not [one for one in found.images if "evil" in one or one == "x"], path


def test_what_a_stranger_wrote_can_be_read_as_it_was_written(built):
    text = Tags((built / "rules/TFU2999.html").read_text()).text
    for wanted in (
        "<script>alert(1)</script>",
        "{{ nosuch }}",
        "{% raw_name %}",
        "{# gone #}",
        "<u>this</u> {{ config }}",
        '"><img src=x onerror=alert(2)>',
        "# </code></pre><script>alert(20)</script> {{ nosuch }} {% if %}",
        'text = """\n```python\n~~~\n</div>\n"""\nif text:\n\tprint(text)\n\n\nresult = ',
        "ValueError: <script>alert(1)</script> {{ nosuch }} `x` ```",
        "<i onclick=alert(5)>`x`</i>",
    ):
        assert wanted in text, wanted


def test_every_link_and_anchor_inside_the_site_leads_somewhere(built):
    found = {path: Tags(html) for path, html in html_pages(built).items()}
    for path, tags in found.items():
        if path == "404.html":
            continue
        for address in tags.addresses:
            if re.match(r"[a-z]+:", address):
                continue
            target, _, anchor = address.partition("#")
            target = target.partition("?")[0]
            full = relative_target(path, target)
            assert (built / full).is_file(), f"{path}: {address}"
            if anchor and full in found and not anchor.startswith("__"):
                assert anchor in found[full].ids, f"{path}: {address}"


def relative_target(page, target):
    parts = page.split("/")[:-1] if target else page.split("/")
    for part in target.split("/") if target else []:
        parts = parts[:-1] if part == ".." else parts if part == "." else [*parts, part]
    return "/".join(parts)


def test_no_identifier_stands_twice(built):
    for path, html in html_pages(built).items():
        ids = [one for one in Tags(html).ids if not one.startswith("__")]
        assert len(ids) == len(set(ids)), path


def test_pages_load_nothing_from_other_hosts(built):
    for path, html in html_pages(built).items():
        loading = r"<(?:script|img|iframe|link(?=[^>]*stylesheet))[^>]*\b(?:src|href)=\"(https?://[^\"]*)"
        loaded = re.findall(loading, html)
        assert not loaded, path


def test_a_rule_page_is_small_and_has_its_sections(built):
    html = (built / "rules/TFU2001.html").read_text()
    assert len(html) < 60_000
    ids = Tags(html).ids
    wanted = ["you-see-this", "before-after", "measured", "why", "fix-safety", "when-not", "symbols", "sources"]
    assert [one for one in ids if one in wanted] == wanted


def test_a_fault_ends_the_build_and_is_told(checkout):
    path = checkout / "rules/layers/TFU2998-broken.yml"
    path.write_text("id: TFU2998\n")
    try:
        command = [sys.executable, "-m", "mkdocs", "build", "-f", str(checkout / "mkdocs.yml"), "-d", "elsewhere"]
        done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=False)
    finally:
        path.unlink()
    assert done.returncode == 1
    assert "rules/layers/TFU2998-broken.yml:1: title: is missing" in done.stdout + done.stderr


def test_ranges_put_neighbours_together(view):
    releases = view.site.releases
    assert facts.ranges(["2.2", "2.0", "2.1", "2.16"], releases) == "2.0 to 2.2, 2.16"
    assert facts.ranges(["2.16-tf_keras", "2.17-tf_keras"], releases) == "with tf_keras 2.16 to 2.17"
    latest = f"2.21 with the packages of {releases.latest.day}"
    assert facts.ranges(["2.21-latest"], releases) == latest
    assert facts.ranges(["2.21", "2.21-latest"], releases) == "2.21"
    assert facts.ranges([], releases) == ""


def test_a_strip_tells_what_was_measured(view):
    strip = tables.strip(view.site, view.site.rules["TFU2001"])
    assert [row.file for row in strip.rows] == ["before.py", "after.py"]
    shown = [(len(cell.environments), cell.behaviour.outcome, cell.first) for cell in strip.rows[0].cells]
    assert shown == [(16, "ok", False), (6, "wrong", False), (6, "ok", True), (1, "wrong", True)]
    columns = sum(len(cell.environments) for cell in strip.rows[1].cells)
    assert columns == len(view.site.releases.environments)


def test_values_of_a_silent_break_stand_side_by_side(view):
    site = view.site
    table = facts.values(site.rules["TFU2001"], site.registry.measured["TFU2001"], site.releases, "before.py")
    assert table.columns == ("2.0 to 2.15", "2.16 to 2.21")
    assert table.rows == (("n", (("1", False), ("2", True))),)


def test_the_proof_compares_the_newest_with_the_last_good_release(view):
    site = view.site
    (proof,) = facts.proofs(site.rules["TFU2001"], site.registry.measured["TFU2001"], site.releases)
    assert (proof.newest, proof.worked_on, proof.equal) == ("2.21", "2.15", True)


def test_noise_is_not_taken_for_a_symptom(view):
    seen = facts.seen(view.site.registry.measured["TFU2999"], view.site.releases)
    assert [one.kind for one in seen] == ["error", "stderr"]
    assert facts.seen(view.site.registry.measured["TFU2001"], view.site.releases) == []


def test_changed_lines():
    assert examples.changed("a\nb\nc\n", "a\nx\ny\nc\n") == ({2}, {2, 3})


@pytest.mark.parametrize("address", ["https://a.org/?b=1", "http://a.org", "mailto:a@b.org", "#why"])
def test_harmless_links_live(address):
    renderer = markdown.Renderer(lambda id: None)
    assert "href=" in renderer.block(f"[x]({address})")


@pytest.mark.parametrize(
    "address",
    ["javascript:alert(1)", "&#106;avascript:alert(1)", "//evil.org", "data:text/html,x", "java\tscript:x", "a.html"],
)
def test_other_links_are_dead(address):
    renderer = markdown.Renderer(lambda id: None)
    assert "href=" not in renderer.block(f"[x](<{address}>)")


def test_mentions_of_rules_become_links_where_there_is_such_a_rule():
    renderer = markdown.Renderer(lambda id: f"{id}.html" if id == "TFU2001" else None)
    assert '<a href="TFU2001.html">TFU2001</a>' in renderer.block("see TFU2001, not TFU2002")
    assert "TFU2002</a>" not in renderer.block("see TFU2002")
    assert "<a" not in renderer.block("`TFU2001`")
    assert renderer.line("`a<b` & TFU2001") == '<code>a&lt;b</code> &amp; <a href="TFU2001.html">TFU2001</a>'


def test_code_is_highlighted_line_by_line_and_nothing_is_lost():
    text = 'x = """a\n<b>\n"""\n\n\tend\n'
    lines = markdown.code_lines(text)
    assert unescape(re.sub("<[^>]+>", "", "\n".join(lines))) == text.rstrip("\n")
    assert all(line.count("<span") == line.count("</span>") for line in lines)


def test_html_in_a_markdown_page_cannot_be_taken_for_a_fence():
    html = str(in_markdown("<p>```x\n~~~\n\t</p>"))
    assert "<p>&#96;&#96;&#96;x\n&#126;~~\n&#9;</p>" in html
    assert in_markdown(" \n") == ""


def test_inline_macros_mean_nothing_in_markdown(view):
    html = rule_link(view, "index.html", "TFU2999")
    assert "[x](" not in html and "\n" not in html
    assert inline('<a href="x_y_z">*a* & b</a>') == '<a href="x_y_z">&#42;a&#42; & b</a>'
    assert TAG_OR_MARK.sub("", "<b>") == ""


def test_macros_refuse_what_does_not_exist(view):
    with pytest.raises(UnknownRule, match="no rule TFU9999"):
        rule_link(view, "index.html", "TFU9999")
    with pytest.raises(UnknownRule, match="no category 'x'"):
        rule_table(view, "index.html", category="x")


def test_redirects_lead_to_the_page_and_none_overwrites_one(view):
    pairs = dict(redirects.redirects(view))
    for path in ("rules/tfu2999.html", "rules/TFU2999/index.html", "r/tfu2999.html"):
        assert "TFU2999.html" in pairs[path], path
    assert {"rules/TFU2999-nasty.html", "rules/TFU2999-older-name.html"} < set(pairs)
    assert "url=../TFU2999.html" in pairs["rules/tfu2999/index.html"]
    assert "url=../rules/TFU2999.html" in pairs["r/TFU2999.html"]
    by_case = {}
    for path, text in pairs.items():
        assert by_case.setdefault(path.casefold(), text) == text, path
    safe = dict(redirects.without_collisions(pairs.items(), ["rules/TFU2999.html", "rules/TFU2001.html"]))
    assert set(pairs) - set(safe) == {"rules/tfu2999.html", "rules/tfu2001.html"}


def test_relative_addresses():
    assert relative("rules/A.html#x", "releases/2.16.html") == "../rules/A.html#x"
    assert relative("rules/A.html", "rules/B.html") == "A.html"
    assert relative("#x", "rules/B.html") == "#x"
    assert relative("index.html", "index.html") == "index.html"


def test_no_published_id_is_lost_and_new_ones_are_added(view):
    registry = view.site.registry
    assert permalinks.update(registry) == ["TFU2001", "TFU2999"]
    assert permalinks.update(registry) == []
    lock = registry.root / permalinks.LOCK
    assert permalinks.lost(registry) == []
    lock.write_text(lock.read_text() + "TFU2000\n")
    try:
        assert permalinks.lost(registry) == ["TFU2000"]
    finally:
        lock.unlink()


def test_nothing_was_lost_in_this_checkout():
    ids = permalinks.published(ROOT)
    assert ids == sorted(set(ids))
    files = {path.name[:7] for path in (ROOT / "rules").glob("*/*.yml")}
    assert [one for one in ids if one not in files] == []


def test_front_matter_is_one_line_a_key_and_escaped():
    front = pages.front_matter('a "b" <c>: d\n', "x")
    assert 'title: "a &#34;b&#34; &lt;c&gt;: d\\n"\n' in front
