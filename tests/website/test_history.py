"""When rules came and were changed: what is written, what is read again, and the feed of it."""

import datetime
import json
from xml.etree import ElementTree

import pytest

from scripts.registry.load import inspect
from scripts.website import feed, history
from scripts.website.site import Addresses, Site

ATOM = "{http://www.w3.org/2005/Atom}"
DAY = datetime.date(2026, 11, 22)


def written(checkout):
    return (checkout.root / history.FILE).read_text().splitlines()


@pytest.fixture
def small(checkout):
    """The site of a checkout with one rule, as it is whenever it is asked for."""
    return lambda: Site(inspect(checkout.root)[0], Addresses("https://atlas.example/sub", "https://github.com/o/r"))


def test_a_rule_is_new_once_and_then_only_what_changed_is_written(checkout, small):
    registry = small().registry
    (entry,) = history.update(registry, DAY)
    assert (entry.kind, entry.rule) == ("new", "TFU2001")
    assert history.update(registry, DAY) == []
    checkout.replace("safety: safe", "safety: manual\n  why: it may not be wanted.")
    (entry,) = history.update(small().registry, DAY + datetime.timedelta(1))
    assert (entry.kind, entry.facts, entry.old) == ("changed", {"safety": "manual"}, {"safety": "safe"})
    assert json.loads(written(checkout)[-1]) == {"on": "2026-11-23", "rule": "TFU2001", "safety": "manual"}
    assert history.state(history.read(checkout.root))["TFU2001"] == history.facts(small().registry.rules["TFU2001"])


def test_days_are_told_the_last_first_and_never_go_back(checkout, small):
    history.update(small().registry, DAY)
    checkout.replace("title: ", "title: Lately, ")
    history.update(small().registry, DAY - datetime.timedelta(9))
    days = history.days(history.read(checkout.root))
    assert [day.on for day in days] == ["2026-11-22"]
    assert ([one.kind for one in days[0].new], [one.kind for one in days[0].changed]) == (["new"], ["changed"])


@pytest.mark.parametrize("line", ["no JSON", "[]", "{}", '{"on": "today", "rule": "TFU2001"}', '{"on": "2026-01-01"}'])
def test_a_line_that_is_wrong_is_named(checkout, small, line):
    history.update(small().registry, DAY)
    with (checkout.root / history.FILE).open("a") as file:
        file.write(line + "\n")
    (fault,) = history.faults(checkout.root)
    assert fault.startswith("rules/history.jsonl:2: ")


def test_days_out_of_order_are_a_fault(checkout, small):
    history.update(small().registry, DAY)
    with (checkout.root / history.FILE).open("a") as file:
        file.write('{"on": "2026-11-21", "rule": "TFU2001", "title": "x"}\n')
    assert history.faults(checkout.root) == [
        "rules/history.jsonl:2: 2026-11-21 after 2026-11-22: days must be in order"
    ]


def test_a_site_without_a_history_has_an_empty_feed(small):
    root = ElementTree.fromstring(feed.atom(small(), []))
    assert root.findall(f"{ATOM}entry") == [] and root.findtext(f"{ATOM}updated")


def test_the_feed_has_what_atom_asks_for_and_is_the_same_each_time(checkout, small):
    history.update(small().registry, DAY)
    checkout.replace("title: ", "title: <b>&amp; ")
    history.update(small().registry, DAY + datetime.timedelta(1))
    days = history.days(history.read(checkout.root))
    text = feed.atom(small(), days)
    assert text == feed.atom(small(), days)
    root = ElementTree.fromstring(text)
    assert root.findtext(f"{ATOM}updated") == "2026-11-23T00:00:00Z"
    entries = root.findall(f"{ATOM}entry")
    assert [one.findtext(f"{ATOM}title").partition(":")[0] for one in entries] == ["Changed", "New"]
    ids = [one.findtext(f"{ATOM}id") for one in entries]
    assert ids == ["tag:atlas.example,2026-11-23:TFU2001", "tag:atlas.example,2026-11-22:TFU2001"]
    for one in entries:
        assert one.find(f"{ATOM}link").get("href") == "https://atlas.example/sub/rules/TFU2001.html"
        assert one.findtext(f"{ATOM}updated") and one.findtext(f"{ATOM}summary")
    assert "<b>" in entries[0].findtext(f"{ATOM}title"), "text, not tags"


def test_the_history_of_this_checkout_can_be_read(root):
    assert history.faults(root) == []
    known = history.state(history.read(root))
    files = {path.name[:7] for path in (root / "rules").glob("*/*.yml")}
    assert set(known) <= files and known


def test_the_site_shows_its_history(site):
    text = (site / "changes.html").read_text()
    assert "TFU2001" in text and 'id="on-2026-11-22"' in text
    root = ElementTree.fromstring((site / "feed.xml").read_bytes())
    assert 0 < len(root.findall(f"{ATOM}entry")) <= feed.LONGEST
    assert 'type="application/atom+xml"' in (site / "index.html").read_text()
