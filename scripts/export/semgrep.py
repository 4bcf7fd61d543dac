"""The registry as Semgrep packs: one file for all rules, for each rule, each category and each pair of releases.

`all.yml` has what is certain and, under an ID that ends in `-likely`, what is found by the name of a member alone.
`certain.yml` has only what is certain: names, and members of objects whose making can be seen in the same file.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from scripts.export import semgrep_fixes
from scripts.export import semgrep_patterns as patterns
from scripts.export.address import rule_url
from scripts.export.detection import targets
from scripts.registry.contract import broken_releases
from scripts.registry.load import Registry
from scripts.registry.rule import Impact, Rule

BASE = "exports/semgrep"
SEVERITY = {Impact.ERROR: "ERROR", Impact.SILENT: "ERROR", Impact.WARNING: "INFO", Impact.NONE: "INFO"}
LIKELY = "-likely"


def files(registry: Registry) -> Iterator[tuple[str, bytes]]:
    """(path, content) of every pack."""
    pack = Pack(registry)
    yield f"{BASE}/all.yml", pack.text(pack.rules)
    yield f"{BASE}/certain.yml", pack.text(pack.rules, certain=True)
    for category in registry.categories.values():
        rules = [rule for rule in pack.rules if rule.category == category.number]
        yield f"{BASE}/{category.slug}.yml", pack.text(rules)
    for rule in pack.rules:
        yield f"{BASE}/rules/{rule.id}.yml", pack.text([rule])
    minors = registry.releases.minors
    for start, source in enumerate(minors):
        for target in minors[start + 1 :]:
            yield f"{BASE}/{source}-to-{target}.yml", pack.text(between(registry, pack.rules, source, target))


def between(registry: Registry, rules: list[Rule], source: str, target: str) -> list[Rule]:
    """The rules that matter when code that runs on `source` is to run on `target`."""
    return [rule for rule in rules if _matters(registry, rule, source, target)]


def _matters(registry: Registry, rule: Rule, source: str, target: str) -> bool:
    broken = broken_releases(rule, registry.releases)
    warns_from = rule.versions.tensorflow.warns_from
    warns = warns_from is not None and warns_from in registry.releases.minors[: registry.releases.position(target) + 1]
    return (target in broken and source not in broken) or (warns and target not in broken)


class Pack:
    """The Semgrep rules of a registry, each made once."""

    def __init__(self, registry: Registry):
        """Make the Semgrep rules of every rule that can be looked for."""
        self._registry = registry
        self._all, self._certain = {}, {}
        for rule in registry.rules.values():
            every, certain = semgrep_rules(registry, rule)
            if every:
                self._all[rule.id], self._certain[rule.id] = _dump(every), _dump(certain)
        self.rules = [rule for rule in registry.rules.values() if rule.id in self._all]

    def text(self, rules: list[Rule], certain: bool = False) -> bytes:
        """A pack of some rules."""
        texts = self._certain if certain else self._all
        return _joined([texts[rule.id] for rule in rules])


def _joined(texts: list[str]) -> bytes:
    """A pack of rules that are given as text: it is JSON, which is YAML too, and which Semgrep reads much faster."""
    return ('{"rules": [\n' + ",\n".join(filter(None, texts)) + "\n]}\n").encode()


def semgrep_rules(registry: Registry, rule: Rule) -> tuple[list[dict], list[dict]]:
    """The Semgrep rules of a rule: all of them (certain, then likely), and those that are certain."""
    wanted = targets(registry, rule)
    detect = rule.detect
    raw = patterns.written(detect.semgrep if detect else None)
    by_name = [*patterns.names(wanted), *raw]
    by_member = patterns.likely(wanted, detect.receivers if detect else None)
    by_member += patterns.written(detect.semgrep_likely if detect else None)
    by_making = patterns.tracked(wanted)
    every = [_rule(registry, rule, by_name)] if by_name else []
    every += [_rule(registry, rule, by_member, likely=True)] if by_member else []
    certain = [*by_name, *by_making]
    return every, [_rule(registry, rule, certain)] if certain else []


def _rule(registry: Registry, rule: Rule, alternatives: list[dict], likely: bool = False) -> dict[str, Any]:
    claims = rule.versions.tensorflow
    url = rule_url(registry.root, rule)
    change = f"breaks from TensorFlow {claims.breaks_from}" if claims.breaks_from else "deprecated"
    metadata = {
        "rule": rule.id,
        "url": url,
        "source": url,
        "category": "compatibility",
        "atlas-category": registry.categories[rule.category].slug,
        "technology": ["tensorflow", "keras"],
        "impact-of-change": str(rule.impact),
        "breaks-from": claims.breaks_from,
        "warns-from": claims.warns_from,
        "replacement-from": claims.replacement_from,
        "fix-safety": str(rule.fix.safety),
        "confidence": "MEDIUM" if likely else "HIGH",
        "license": "CC0-1.0",
    }
    return {
        "id": rule.id + (LIKELY if likely else ""),
        "languages": ["python"],
        "severity": SEVERITY[rule.impact],
        "message": f"{rule.id}: {rule.title} ({change}). {rule.fix.action} {url}".replace("$", "$ "),
        "metadata": {key: value for key, value in metadata.items() if value is not None},
        "options": patterns.OPTIONS,
        **(patterns.unguarded(alternatives) if likely else patterns.either(alternatives)),
    }


def _dump(rules: list[dict]) -> str:
    return ",\n".join(json.dumps(rule, ensure_ascii=False) for rule in rules)


def fixing_rules(registry: Registry, rule: Rule) -> list[dict]:
    """Semgrep rules with a fix, for what can be mended by writing another name."""
    found = []
    for number, part in enumerate(semgrep_fixes.fixes(registry, rule), 1):
        head = _rule(registry, rule, [{"pattern": "x"}])
        del head["pattern"]
        found.append({**head, "id": f"{rule.id}-fix-{number}", **part})
    return found


def fixing_pack(registry: Registry, rules: list[Rule]) -> bytes:
    """A pack of the Semgrep rules with a fix of some rules."""
    return _joined([_dump(fixing_rules(registry, rule)) for rule in rules])
