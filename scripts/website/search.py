"""What search and diagnosis know of each rule: one index, in a script that both load when they are first used."""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict

from scripts.registry.requirements import PROGRAM
from scripts.registry.rule import Rule
from scripts.registry.saved_models import SAVING, decode, failing
from scripts.website import facts, markdown, requirement_sets, words
from scripts.website.environments import environments
from scripts.website.normal import normal, own_names, patterns
from scripts.website.site import Site

SCRIPT = "assets/javascripts/atlas-index.js"
MAX_MESSAGE = 700
MAX_CELL_MESSAGES = 12
COMMON = 5  # what more rules than that print is noise, unless it is an error
START = 60  # by what stands at its beginning two messages count as one
ERROR = re.compile(r"[\w.]*(?:Error|Exception)\b")
CUT = re.compile(r"\n*(?:Arguments received by|Call arguments received by)[\s\S]*")


def script(site: Site) -> str:
    """The index as a classic script, which works from `file://` and in a worker: `self.atlasIndex = {…}`."""
    content = json.dumps(index(site), ensure_ascii=False, separators=(",", ":"))
    return f"self.atlasIndex={content};\n".replace("</", "<\\/").replace("\u2028", " ").replace("\u2029", " ")


def index(site: Site) -> dict:
    """Everything in the script.

    `patterns`: how a message is brought into its normal form (`normal.py`); `rules`: one document each, see `document`;
    `environments`: versions in the measured environments (`environments.py`).
    """
    rules = [document(site, rule) for rule in site.rules.values()]
    _without_noise(rules)
    return {
        "patterns": patterns(),
        "rules": rules,
        "environments": environments(site),
    }


def document(site: Site, rule: Rule) -> dict:
    """What is known of a rule.

    `location`, `title`, `text` and `tags` are shown by the search, in the form of MkDocs' `search_index.json`;
    `symbols`, `messages`, `code` and `more` are searched; `told` is the rule's headline ("breaks from 2.16"). A
    message is [normal form, where it was printed]. `cells` is the number of loads in the saved-model matrix that fail
    as the rule says: it puts the common cause before a rare one. `packages`: versions from which another package
    breaks it.
    """
    symbols = [symbol.name for symbol in rule.symbols]
    matrix = site.saved_models
    code = site.registry.code(rule)
    if rule.example.requirements:
        symbols += requirement_sets.tags(rule, code)
    prose = " ".join(filter(None, [rule.fix.action, rule.explanation, rule.when_not]))
    found = {
        "location": f"rules/{rule.id}.html",
        "title": f"{rule.id} · {markdown.plain(rule.title)}",
        "text": markdown.plain(rule.summary),
        "tags": symbols,
        "symbols": symbols,
        "messages": messages(site, rule),
        "code": " ".join(
            _names("\n".join(text for name, text in code.items() if name.startswith(("before", PROGRAM))))
        ),
        "more": re.sub(r"\s+", " ", prose),
        "impact": rule.impact.value,
        "told": words.headline(rule, site.releases),
        "cells": sum(count for _, count, _ in matrix.proofs(rule)) if matrix else 0,
    }
    packages = {
        name: str(other.breaks_from)
        for name in ("keras", "numpy", "protobuf", "h5py", "python")
        if (other := getattr(rule.versions, name))
    }
    return found | ({"packages": packages} if packages else {})


def _without_noise(rules: list[dict]) -> None:
    """Leave out messages that many examples print by the way: those that are no error and do not name the symbol."""
    counts = Counter(start for rule in rules for start in {text[:START] for text, _ in rule["messages"]})
    for rule in rules:
        names = [re.split(r"[.(]", symbol.rstrip("=)"))[-1] for symbol in rule["symbols"]]
        rule["messages"] = [
            [text, where]
            for text, where in rule["messages"]
            if counts[text[:START]] <= COMMON or ERROR.match(text) or any(name in text for name in names)
        ]


def messages(site: Site, rule: Rule) -> list[list[str]]:
    """The messages of a rule in their normal form, each with the releases that printed it.

    From its old code where that breaks or warns, then, for rules about saved models, from the loads of the matrix that
    the rule claims.
    """
    found: dict[str, set[str]] = {}
    if rule.id in site.registry.measured:
        code = site.registry.code(rule)
        parts = set(re.findall(r"\w+", " ".join(symbol.name for symbol in rule.symbols)))
        own = frozenset().union(*(own_names(text) for text in code.values())) - parts
        for one in facts.seen(site.measured(rule), site.releases):
            text = shape(facts.printed(one), own)
            found.setdefault(text, set()).update(one.environments)
    told = [[text, _where("", names, site)] for text, names in found.items() if text]
    return told + [[text, where] for text, where in _of_cells(site, rule) if text not in found]


def shape(text: str, own: frozenset[str] = frozenset()) -> str:
    """A message in its normal form, without the lists of arguments at its end, and not longer than is of use."""
    text = normal(CUT.sub("", facts.without_frames(text)), own)
    # Nested errors repeat themselves at the beginning; the cause comes last.
    return text if len(text) <= MAX_MESSAGE else f"{text[:200]} … {text[200 - MAX_MESSAGE :]}"


def _of_cells(site: Site, rule: Rule) -> list[tuple[str, str]]:
    matrix = site.saved_models
    counted: Counter[tuple[str, int]] = Counter()
    targets: dict[tuple[str, int], set[str]] = defaultdict(set)
    for claim in rule.cells if matrix else ():
        for kind, record in matrix.records.items():
            places = {name: place for place, name in enumerate(record.environments)}
            rows: dict[str, list[int | None]] = {}
            for state, form, way, source, target in failing(claim, kind, record):
                row = record.saves[state][form] if way == SAVING else record.loads[state][form][way][source]
                number = rows.setdefault(row, decode(row))[places[target]]
                counted[kind, number] += 1
                targets[kind, number].add(target)
    doing = "saving models in " if all(claim.saving for claim in rule.cells) else "loading saved models in "
    printed: dict[str, set[str]] = {}
    for kind, number in sorted(counted, key=lambda key: -counted[key]):
        error = matrix.records[kind].outcomes[number].error
        if error and error.text:
            printed.setdefault(shape(str(error)), set()).update(targets[kind, number])
    return [(text, _where(doing, names, site)) for text, names in list(printed.items())[:MAX_CELL_MESSAGES]]


def _where(doing: str, names: set[str], site: Site) -> str:
    told = facts.ranges(names, site.releases)
    return f"printed {told}" if told.startswith("with ") and not doing else f"printed by {doing}{told}"


def _names(code: str) -> list[str]:
    """Dotted names and keyword arguments in a program, each once."""
    return list(dict.fromkeys(re.findall(r"[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*", code)))
