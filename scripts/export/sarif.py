"""`exports/rules.sarif.json`: the rules as SARIF 2.1.0 metadata (`tool.driver.rules`), with no results.

Property names are those of the standard (OASIS, Static Analysis Results Interchange Format 2.1.0, section 3.49);
tags and `problem.severity` are what code scanning on GitHub reads.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from scripts.export import api
from scripts.export.text import closed, fenced, one_line
from scripts.registry import addresses
from scripts.registry.load import Registry
from scripts.registry.rule import Impact, Rule

PATH = "exports/rules.sarif.json"
SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
LEVELS = {Impact.SILENT: "error", Impact.ERROR: "error", Impact.WARNING: "warning", Impact.NONE: "note"}
SEVERITIES = {"error": "error", "warning": "warning", "note": "recommendation"}


def files(registry: Registry) -> Iterator[tuple[str, bytes]]:
    """The one file."""
    where = addresses.read(registry.root)
    driver = {
        "name": "TF Upgrade Atlas",
        "semanticVersion": api.VERSION,
        "informationUri": f"{where.site}/",
        "properties": {"license": api.LICENSE},
        "rules": [_rule(registry, rule, where) for rule in api.live(registry)],
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [{"tool": {"driver": driver}, "results": []}]}
    yield PATH, (json.dumps(log, ensure_ascii=False, indent=1) + "\n").encode()


def _rule(registry: Registry, rule: Rule, where: addresses.Addresses) -> dict[str, Any]:
    level, claims = LEVELS[rule.impact], rule.versions.tensorflow
    properties = {
        "tags": ["tensorflow", registry.categories[rule.category].slug, rule.impact.value],
        "problem.severity": SEVERITIES[level],
        "impact": rule.impact.value,
        "change": rule.change.value,
        "category": registry.categories[rule.category].slug,
        "symbols": [symbol.name for symbol in rule.symbols],
        "fixSafety": rule.fix.safety.value,
        **{name: minor for name, minor in claims.model_dump().items() if minor},
    }
    return {
        "id": rule.id,
        "name": "".join(part.capitalize() for part in rule.slug.split("-")),
        "shortDescription": {"text": one_line(rule.title), "markdown": rule.title},
        "fullDescription": {"text": one_line(f"{rule.summary} {rule.fix.action}")},
        "help": {"text": _text(rule, where), "markdown": _markdown(registry, rule, where)},
        "helpUri": where.rule(rule.id),
        "defaultConfiguration": {"level": level},
        "properties": properties,
    }


def _text(rule: Rule, where: addresses.Addresses) -> str:
    return one_line(f"{rule.summary} Do this: {rule.fix.action} See {where.rule(rule.id)}")


def _markdown(registry: Registry, rule: Rule, where: addresses.Addresses) -> str:
    """What an alert shows: the problem, what to do, why, the two programs, and the page."""
    code = registry.code(rule)
    shown = [(title, code[name]) for title, name in (("Before", "before.py"), ("After", "after.py")) if name in code]
    parts = [
        rule.summary,
        f"**Do this:** {rule.fix.action}",
        *(f"**{title}**\n\n{fenced(text, 'python')}" for title, text in shown),
        closed(rule.explanation),
        f"The fix is **{rule.fix.safety}**. {rule.fix.why or ''}".strip(),
        f"[{rule.id}: what every release did]({where.rule(rule.id)})",
    ]
    return "\n\n".join(parts)
