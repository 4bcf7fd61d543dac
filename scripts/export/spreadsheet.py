"""`exports/rules.csv`: a line for each rule, safe to open in a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from scripts.export import api
from scripts.export.text import one_line
from scripts.registry import addresses
from scripts.registry.load import Registry
from scripts.registry.printed import printed, seen
from scripts.registry.releases import Releases
from scripts.registry.rule import Rule

PATH = "exports/rules.csv"
FORMULA = ("=", "+", "-", "@", "\t", "\r")  # OWASP, CSV injection: what spreadsheets take for a formula
LIMIT = 300


def files(registry: Registry) -> Iterator[tuple[str, bytes]]:
    """The one file: UTF-8 with a mark at its start, by which Excel knows it, and lines that end as RFC 4180 says."""
    where = addresses.read(registry.root)
    rows = [_row(registry, rule, where) for rule in api.live(registry)]
    text = io.StringIO(newline="")
    if rows:
        writer = csv.DictWriter(text, rows[0])
        writer.writeheader()
        writer.writerows({name: harmless(value) for name, value in row.items()} for row in rows)
    yield PATH, text.getvalue().encode("utf-8-sig")


def harmless(text: str) -> str:
    """A cell that no spreadsheet takes for a formula: an apostrophe is put before what looks like one."""
    return f"'{text}" if text.startswith(FORMULA) else text


def _row(registry: Registry, rule: Rule, where: addresses.Addresses) -> dict[str, str]:
    claims, releases = rule.versions.tensorflow, registry.releases
    messages = [printed(one) for one in seen(registry.measured[rule.id], releases) if one.kind == "error"]
    return {
        "id": rule.id,
        "title": one_line(rule.title),
        "category": one_line(registry.categories[rule.category].title),
        "impact": rule.impact,
        "change": rule.change,
        "breaks_from": _release(claims.breaks_from),
        "breaks_from_day": _day(claims.breaks_from, releases),
        "warns_from": _release(claims.warns_from),
        "mended_in": _release(claims.fixed_from),
        "breaks_again_from": _release(claims.breaks_again_from),
        "mended_again_in": _release(claims.fixed_again_from),
        "replacement_from": _release(claims.replacement_from),
        "symbols": " ".join(symbol.name for symbol in rule.symbols),
        "do_this": one_line(rule.fix.action),
        "fix_safety": rule.fix.safety,
        "works_on_both": "yes" if rule.fix.works_on_both else "no",
        "summary": one_line(rule.summary),
        "first_error": " ".join(messages[0].split())[:LIMIT] if messages else "",
        "measured_on": registry.measured[rule.id].measured_on,
        "url": where.rule(rule.id),
        "licence": api.LICENSE,
    }


def _release(minor: str | None) -> str:
    """`TF 2.10`: as a bare number, a spreadsheet would make 2.1 of it."""
    return f"TF {minor}" if minor else ""


def _day(minor: str | None, releases: Releases) -> str:
    """The day of the release, by which rows can be sorted."""
    return releases.releases[releases.position(minor)].first.isoformat() if minor else ""
