"""What the search in the header (and any other matcher) knows of each rule."""

from __future__ import annotations

import re

from scripts.registry.load import Registry
from scripts.registry.rule import Rule
from scripts.website.site import Site

MAX_MESSAGE = 600


def documents(site: Site) -> list[dict]:
    """One document per rule, in the form of MkDocs' `search_index.json` plus what only rules have.

    Keys: `location`, `title`, `text`, `tags` (shown with the result); `symbols`, `messages`, `code` (searched);
    `cells`, the number of loads in the saved-model matrix that fail as the rule says, which puts the common cause
    before a rare one.
    """
    matrix = site.saved_models
    return [
        {**_document(site.registry, rule), "cells": sum(count for _, count, _ in matrix.proofs(rule)) if matrix else 0}
        for rule in site.registry.rules.values()
    ]


def _document(registry: Registry, rule: Rule) -> dict:
    symbols = [symbol.name for symbol in rule.symbols]
    return {
        "location": f"rules/{rule.id}.html",
        "title": f"{rule.id} · {rule.title.replace('`', '')}",
        "text": rule.summary.replace("`", ""),
        "tags": symbols,
        "symbols": symbols,
        "messages": messages(registry, rule),
        "code": " ".join(_names(registry.code(rule).get("before.py", ""))),
    }


def messages(registry: Registry, rule: Rule) -> list[str]:
    """The errors and messages that a rule's `before` files printed in any environment, each once."""
    found: dict[str, None] = {}
    record = registry.measured.get(rule.id)
    for name, file in (record.files if record else {}).items():
        if name.startswith("before"):
            for run in file.runs:
                texts = [str(run.error)] if run.error and run.outcome != "missing" else []
                texts += [message.text for message in run.messages]
                found.update(dict.fromkeys(text[:MAX_MESSAGE] for text in texts))
    return list(found)


def _names(code: str) -> list[str]:
    """Dotted names and keyword arguments in a program, each once."""
    return list(dict.fromkeys(re.findall(r"[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*", code)))
