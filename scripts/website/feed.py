"""The Atom feed of new and changed rules (RFC 4287). Its times are the days of the history."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from scripts.registry.rule import Rule
from scripts.website import markdown, words
from scripts.website.history import Day, Entry
from scripts.website.site import Site

ATOM = "http://www.w3.org/2005/Atom"
LONGEST = 100
KINDS = {"new": "New", "changed": "Changed", "withdrawn": "Withdrawn"}
FIRST_DAY = "2026-01-01"  # of a feed without entries


def atom(site: Site, days: list[Day]) -> bytes:
    """The feed, the newest entries first, at most `LONGEST` of them. Rules that are not shown are left out."""
    home = site.addresses.site
    feed = Element("feed", xmlns=ATOM)
    _text(feed, "id", f"{home}/feed.xml")
    _text(feed, "title", "TF Upgrade Atlas: new and changed rules")
    _text(feed, "updated", _time(days[0].on if days else FIRST_DAY))
    SubElement(feed, "link", rel="self", href=f"{home}/feed.xml")
    SubElement(feed, "link", href=f"{home}/changes.html")
    _text(SubElement(feed, "author"), "name", "TF Upgrade Atlas")
    for entry in list(_entries(site, days))[:LONGEST]:
        _entry(feed, site, entry)
    indent(feed)
    return b'<?xml version="1.0" encoding="utf-8"?>\n' + tostring(feed, encoding="utf-8") + b"\n"


def _entries(site: Site, days: list[Day]) -> Iterator[Entry]:
    for day in days:
        for entry in (*day.withdrawn, *day.changed, *day.new):
            if entry.rule in site.rules:
                yield entry


def _entry(feed: Element, site: Site, entry: Entry) -> None:
    rule = site.rules[entry.rule]
    address = f"{site.addresses.site}/rules/{rule.id}.html"
    one = SubElement(feed, "entry")
    _text(one, "id", f"tag:{urlsplit(address).netloc},{entry.on}:{rule.id}")
    _text(one, "title", f"{KINDS[entry.kind]}: {rule.id} {markdown.plain(rule.title)}")
    _text(one, "updated", _time(entry.on))
    SubElement(one, "link", href=address)
    SubElement(one, "category", term=site.registry.categories[rule.category].slug)
    _text(one, "summary", _summary(site, rule, entry))


def _summary(site: Site, rule: Rule, entry: Entry) -> str:
    if entry.kind == "changed":
        return ". ".join(f"{name}: {old} to {new}" for name, old, new in differences(entry)) + "."
    told = words.sentence(words.headline(rule, site.releases))
    return f"{markdown.plain(rule.summary)} {told} Do this: {markdown.plain(rule.fix.action)}"


def differences(entry: Entry) -> list[tuple[str, str, str]]:
    """What changed: its name, what it was and what it is, in words."""
    old = entry.old or {}
    return [(words.FACTS.get(name, name), _shown(old.get(name)), _shown(new)) for name, new in entry.facts.items()]


def _shown(value: object) -> str:
    return {None: "nothing", True: "yes", False: "no"}.get(value, str(value))


def _text(parent: Element, name: str, text: str) -> None:
    SubElement(parent, name).text = text


def _time(day: str) -> str:
    return f"{day}T00:00:00Z"
