"""The guides: all there, short, what to do first, and nothing in them typed that was measured."""

import re
from html.parser import HTMLParser

import pytest

from scripts.registry.load import inspect
from scripts.registry.rule import Impact
from scripts.website import guides, moves, requirement_sets
from scripts.website.guide_macros import MACROS, advice, bites, pair, printed, release, since, value, version
from scripts.website.site import Addresses, Site
from scripts.website.unknown import UnknownRule
from scripts.website.view import View

NAMED = {
    "long-jump": "the long jump",
    "keras-3": "Keras 3",
    "tf-keras": "staying on Keras 2 with tf_keras",
    "custom-layers": "custom layers, losses, metrics and callbacks",
    "optimizers": "optimizers",
    "saved-models": "saved models",
    "data": "tf.data",
    "distribution": "distribution",
    "bridges": "one code base for both sides",
    "testing": "proving that your migrated model is the same",
    "environments": "environments: which Python, NumPy and protobuf with which release",
}
FORMER = {"training": "optimizers"}  # addresses that were published once
WORDS = 1500
MACRO = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
CODE = re.compile(r"`[^`]*`")
LINK = re.compile(r"\]\([^)]*\)")


class Text(HTMLParser):
    """What is to be read on a page: not programs, not what they printed, and not the maps of saved models."""

    LEFT_OUT = ("pre", "figcaption")

    def __init__(self, html):
        super().__init__()
        self.inside, self.out, self.pre, self.words, self.codes, self._tables = 0, 0, False, [], [], []
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        classes = dict(attributes).get("class") or ""
        self.inside += tag == "article"
        if tag == "table":
            self._tables.append("heat" in classes.split())
            self.out += self._tables[-1]
        if tag == "pre":
            self.pre = True
            self.codes.append("")
        self.out += tag in self.LEFT_OUT

    def handle_endtag(self, tag):
        self.inside -= tag == "article"
        if tag == "table":
            self.out -= self._tables.pop()
        self.pre = self.pre and tag != "pre"
        self.out -= tag in self.LEFT_OUT

    def handle_data(self, data):
        if self.inside and not self.out:
            self.words += data.split()
        elif self.pre:
            self.codes[-1] += data


@pytest.fixture(scope="session")
def found(root):
    return {guide.name: guide for guide in guides.guides(root)}


@pytest.fixture(scope="session")
def whole(root):
    return Site(inspect(root)[0], Addresses("https://atlas.example", "https://github.com/o/r"))


def test_the_guides_that_were_promised_are_there(found):
    for name, words in NAMED.items():
        assert words.lower() in found[name].title.lower(), name
    orders = [guide.order for guide in found.values()]
    assert len(set(orders)) == len(orders)


def test_former_addresses_arrive(found, site):
    former = {name: guide.name for guide in found.values() for name in guide.former}
    assert FORMER.items() <= former.items()
    for name, target in former.items():
        assert f"url={target}.html" in (site / f"guides/{name}.html").read_text()


def test_every_guide_starts_with_what_to_do_in_five_lines(found):
    for name, guide in found.items():
        head = guide.text.partition("\n## ")[0]
        assert re.findall(r"^(\d)\. ", head, re.MULTILINE) == list("12345"), name


def test_every_guide_can_be_read_in_one_sitting(found, site):
    words = {name: len(Text((site / f"guides/{name}.html").read_text()).words) for name in found}
    assert {name: count for name, count in words.items() if count > WORDS} == {}


def test_programs_are_files_that_the_lab_ran(found, site, whole):
    shown = {text.strip() for text in _texts(whole)}
    for name, guide in found.items():
        assert "```" not in guide.text and "\n    " not in MACRO.sub("", guide.text), f"{name}: a program that is typed"
        page = (site / f"guides/{name}.html").read_text()
        assert len(re.findall(r'<figure class="code">', page)) >= 1, f"{name} shows no program"
        codes = [code.strip() for code in Text(re.sub(r'(?s)<figure class="seen.*?</figure>', "", page)).codes]
        assert [code for code in codes if code not in shown] == [], name


def _texts(site):
    for rule in site.rules.values():
        yield from site.registry.code(rule).values()
        if rule.example.requirements:
            yield from requirement_sets.texts(site, rule).values()


def test_releases_and_numbers_are_not_typed(found):
    for name, guide in found.items():
        prose = LINK.sub("]", CODE.sub("", MACRO.sub("", guide.text)))
        assert (
            re.findall(r"\b\d+\.\d+\b|\b\d{2,}\b|\d ?%", prose.replace("float32", "").replace("float16", "")) == []
        ), name


def test_named_rules_exist_and_are_named_through_macros(found, whole):
    for name, guide in found.items():
        assert "TFU" not in MACRO.sub("", guide.text), f"{name} names a rule without a macro"
        for id in re.findall(r"TFU\d{4}", guide.text):
            assert id in whole.rules and not whole.rules[id].withdrawn, f"{name}: {id}"


def test_releases_in_titles_are_the_ones_that_the_guide_is_about(found, whole):
    known = whole.releases.minors
    for name, guide in found.items():
        typed = re.findall(r"\b2\.\d+\b", guide.title)
        assert set(typed) <= {known[0], known[-1], "2.15", "2.16"}, f"{name}: the title is out of date"


def test_keras_3_brought_more_breaks_than_all_other_releases(whole):
    """The first guide says so."""
    breaks = [rule.versions.tensorflow.breaks_from for rule in whole.live if not rule.example.requirements]
    broken = [one for one in breaks if one]
    assert broken.count("2.16") > len(broken) / 2


def test_a_macro_is_documented_and_one_is_used_or_tested(found):
    used = " ".join(guide.text for guide in found.values())
    for macro in MACROS:
        assert macro.__doc__
        assert f"{macro.__name__}(" in used or macro.__name__ == "guide_list", macro.__name__


@pytest.mark.parametrize(
    ("old", "new"),
    [("2.0", "2.21"), ("2.15", "2.16"), ("2.10", "2.21-tf_keras"), ("2.21", "2.21-latest"), ("2.4", "2.15")],
)
def test_moves_of_the_guides_are_those_of_the_planner(page, address, whole, old, new):
    page.goto(address + "plan.html")
    page.wait_for_selector("#plan-result section")
    plan = "atlasMoves.plan(atlasPlan, a, b).filter(atlasMoves.isBite)"
    script = f"([a, b]) => {plan}.map(one => [one.rule.id, one.kind, one.group])"
    told = {tuple(one) for one in page.evaluate(script, [old, new])}
    here = {
        (one.rule.id, str(one.kind), "before" if one.before else "with") for one in moves.move(whole, old, new).bites
    }
    assert here == told


def test_the_way_of_pythons_is_that_of_the_planner(page, address, whole):
    page.goto(address + "plan.html")
    page.wait_for_selector("#plan-result section")
    told = page.evaluate("atlasMoves.pythonPath(atlasPlan, '2.0', '2.21').map(one => [one.to, one.pythons])")
    assert [[leg.new, list(leg.pythons)] for leg in moves.python_path(whole, "2.0", "2.21")] == told


def test_a_move_without_a_break_has_no_bites(whole):
    assert moves.move(whole, "2.8", "2.8").bites == ()
    silent = [one for one in moves.move(whole, "2.15", "2.16").bites if one.kind is Impact.SILENT]
    assert "TFU2001" in [one.rule.id for one in silent]


def test_a_value_is_text_whatever_it_holds(whole):
    """The shape of a batch is `<unknown>` in one example."""
    told = value(View(whole), "guides/x.html", "TFU5001", "before.py", "newest", "shape of a batch")
    assert told.startswith("<code>") and "unknown" in told and "<unknown" not in told


def test_what_does_not_exist_ends_the_build(whole):
    view = View(whole)
    for wrong in (
        lambda: release(view, "", "2.99"),
        lambda: since(view, "", "TFU2001", "warns_from"),
        lambda: value(view, "", "TFU2001", "before.py", "newest", "nothing"),
        lambda: value(view, "", "TFU0000", "before.py", "newest"),
        lambda: printed(view, "", "TFU2001", "2.15"),
        lambda: pair(view, "", "TFU2001", "nothing"),
        lambda: version(view, "", "2.0", "keras"),
        lambda: bites(view, "", "2.0-tf_keras", "newest"),
        lambda: advice(view, "", area="nothing"),
    ):
        with pytest.raises(UnknownRule):
            wrong()
