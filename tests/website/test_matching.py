"""What is typed or pasted finds the rule that answers it, in whatever form it comes, and soon."""

import re
import textwrap

import pytest

from scripts.registry.load import inspect
from scripts.website import facts, search
from scripts.website.normal import normal
from scripts.website.site import Addresses, Site

from .matcher import Matcher, data, traceback

REPORTS = [one for one in data("reports") if "rules" in one]
TRACEBACKS = data("tracebacks")
QUICK = 20  # milliseconds


@pytest.fixture(scope="module")
def matcher(browser, root, site):
    """The matcher with the index that the site was built with."""
    return Matcher(browser, root, (site / search.SCRIPT).read_text(encoding="utf-8"))


def shares(ranks):
    return sum(rank == 1 for rank in ranks) / len(ranks), sum(rank <= 3 for rank in ranks) / len(ranks)


def test_the_search_in_the_header_puts_the_right_rule_first(page, address):
    queries = data("search_queries")
    assert len(queries) >= 60
    page.goto(address)
    found = page.evaluate(
        """async queries => {
          const docs = await (await fetch("search/search_index.json")).json();
          const worker = new Worker("assets/javascripts/atlas-search-worker.js");
          const ask = message => new Promise(done => {
            worker.onmessage = event => done(event.data); worker.postMessage(message); });
          await ask({ type: 0, data: docs });
          const first = [];
          for (const one of queries) first.push((await ask({ type: 2, data: one })).data.items[0]?.[0].location);
          return first;
        }""",
        [one["query"] for one in queries],
    )
    wrong = [
        (one["query"], place)
        for one, place in zip(queries, found, strict=True)
        if not place or not any(id in place for id in one["rules"])
    ]
    assert wrong == []


@pytest.mark.parametrize("half", ["tune", "check"])
def test_reports_of_users_find_their_rule(matcher, half):
    reports = [one for one in REPORTS if one["half"] == half]
    first, three = shares([matcher.search(one["query"]).rank(one["rules"]) for one in reports])
    assert first >= 0.85 and three >= 0.95


def test_reports_find_their_rule_by_the_end_of_a_traceback(matcher):
    reports = [one for one in REPORTS if "code" in one]
    first, three = shares([matcher.search(traceback(one)).rank(one["rules"]) for one in reports])
    assert first >= 0.85 and three >= 0.95


def test_reports_without_a_rule_are_seldom_told_that_one_fits(matcher):
    reports = [one for one in data("reports") if "none" in one]
    assert sum(matcher.search(one["query"]).fits for one in reports) / len(reports) < 0.17


def hard(text: str) -> str:
    """Lines that a terminal broke at 76 columns, also in the middle of words."""
    return "\n".join(line[i : i + 76] for line in text.splitlines() for i in range(0, max(1, len(line)), 76))


def notebook(text: str) -> str:
    """A traceback as IPython shows it."""
    text = re.sub(
        r'  File "([^"]*site-packages[^"]+)", line (\d+), in (\S+)\n\s+(.*)', r"\1 in \3(*args)\n--> \2   \4\n", text
    )
    frame = r"<ipython-input-7-3f2a9c0b1d4e> in <cell line: \1>()\n      1 import numpy\n----> \1 \3\n      3 \n"
    return re.sub(r'  File "[^"]+", line (\d+), in (\S+)\n\s+(.*)', frame, text)


def coloured(text: str) -> str:
    """A traceback with the colours of a terminal."""
    return re.sub(r"^(\w+Error)", "\x1b[1;31m\\1\x1b[0m", text, flags=re.M).replace('"', '\x1b[32m"')


FORMS = {
    "as printed": str,
    "on one line": lambda text: " ".join(text.split()),
    "broken by a terminal": hard,
    "wrapped": lambda text: "\n".join(textwrap.fill(line, 70) for line in text.splitlines()),
    "from a notebook": notebook,
    "with colours": coloured,
    "with colours that lost their escape": lambda text: coloured(text).replace("\x1b", ""),
    "quoted in a mail": lambda text: textwrap.indent(text, "> "),
    "with typographic quotes": lambda text: re.sub(r"'([^'\n]*)'", "‘\\1’", re.sub(r'"([^"\n]*)"', "“\\1”", text)),
    "with German quotes": lambda text: re.sub(r"'([^'\n]*)'", "‚\\1‘", re.sub(r'"([^"\n]*)"', "„\\1“", text)),
    "in the frame that Rich draws": lambda text: "\n".join(f"│ {line} │" for line in text.splitlines()),
    "from Windows": lambda text: text.replace("\n", "\r\n"),
    "the last error alone": lambda text: text[
        [m.start() for m in re.finditer(r"^\w+(?:Error|Exception)\b", text, re.M)][-1] :
    ],
}


@pytest.mark.parametrize("form", FORMS)
def test_tracebacks_of_other_programs_find_their_rule(matcher, form):
    first, three = shares([matcher.search(FORMS[form](one["text"])).rank(one["rules"]) for one in TRACEBACKS])
    assert first >= 0.93 and three >= 0.97


def test_what_fits_says_why(matcher):
    found = matcher.search("ValueError: Argument(s) not recognized: {'lr': 3e-05}")
    assert found.ids[0] == "TFU3001" and found.fits
    assert {"kind": "message", "where": "printed by 2.16 to 2.21"}.items() <= found.reasons[0].items()
    found = matcher.search("opt = tf.keras.optimizers.SGD(lr=0.3, nesterov=True)")
    assert found.ids[0] == "TFU3001" and found.reasons[0] == {
        "kind": "argument",
        "text": "tf.keras.optimizers.SGD(lr=)",
    }


@pytest.mark.parametrize(
    "text",
    [
        "ZeroDivisionError: float division by zero",
        "AttributeError: 'Invoice' object has no attribute 'total_cents'",
        "ModuleNotFoundError: No module named 'requests_html'",
        "TypeError: render() got an unexpected keyword argument 'colour'",
        "psycopg2.OperationalError: could not connect to server: Connection refused",
        "the weather was nice and we had tea",
    ],
)
def test_what_is_not_about_tensorflow_fits_no_rule(matcher, text):
    assert not matcher.search(text).fits


ODD = ["", "\x00\ufffd", "a" * 50_000, " " * 50_000, "\n" * 50_000, "/" * 50_000, "'" * 9999, "\u001b[" * 5000]
ODD += [
    text * 4000
    for text in ("((((", "lr(", "a/", "a.", "a (b ", "Error: ", "None, ", "[(1, ", "f(a=1, ", "<KerasTensor <")
]


@pytest.mark.parametrize("text", ODD, ids=range(len(ODD)))
def test_odd_text_neither_breaks_nor_stalls_it(matcher, text):
    assert matcher.search(text).milliseconds < 1000


def test_both_sides_have_the_same_normal_form(matcher, root):
    registry, _ = inspect(root)
    site = Site(registry, Addresses("https://example.org", "https://example.org"))
    raw = [facts.printed(one) for rule in site.live for one in facts.seen(site.measured(rule), site.releases)]
    words = "texts => texts.map(text => AtlasText.sequence(text))"
    browser_side = matcher.page.evaluate("texts => texts.map(text => AtlasText.sequence(AtlasText.normal(text)))", raw)
    assert browser_side == matcher.page.evaluate(words, [normal(text) for text in raw])


def test_three_thousand_rules_are_searched_as_soon(matcher):
    try:
        matcher.grow(3000)
        texts = [one["query"] for one in REPORTS] + [one["text"] for one in TRACEBACKS]
        times = sorted(matcher.search(text, 2).milliseconds for text in texts)
        assert times[int(0.95 * len(times))] < QUICK
    finally:
        matcher.grow(0)
