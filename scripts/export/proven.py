"""Which proofs (`atlas prove`) belong to the rules as they are exported now: only these may be shown."""

from __future__ import annotations

import hashlib
import json

from scripts.export import ast_grep, ruff, semgrep
from scripts.export.lines import expected
from scripts.registry.load import Registry
from scripts.registry.proofs import Fixed, Found, Proof, read
from scripts.registry.rule import Rule

FIX = "fix"


def exported(registry: Registry, rule: Rule) -> dict[str, str]:
    """The rule as each tool is given it, by tool, and its fixes; what cannot be given is left out."""
    every, _ = semgrep.semgrep_rules(registry, rule)
    fixes = semgrep.fixing_rules(registry, rule)
    texts = {
        "semgrep": json.dumps(every) if every else "",
        "ruff": ruff.config(registry, [rule]) if ruff.named(registry, rule) else "",
        "ast-grep": ast_grep.one_file(registry, rule),
        FIX: json.dumps([fixes, registry.releases.newest]) if fixes else "",
    }
    return {tool: text for tool, text in texts.items() if text}


def keys(registry: Registry, rule: Rule) -> dict[str, str]:
    """What each proof of a rule depends on, as a hash: the rule as exported, its examples, the lines to be found."""
    examples = [registry.code(rule), expected(registry, rule)]
    return {tool: _digest(text, examples) for tool, text in exported(registry, rule).items()}


def current(registry: Registry) -> dict[str, Proof]:
    """The proofs that belong to the rules as they are, by rule; what is stale is left out."""
    found = {}
    for id, proof in read(registry.root).rules.items():
        rule = registry.rules.get(id)
        if rule is not None and id in registry.measured:
            now = keys(registry, rule)
            found[id] = Proof(
                tools={tool: one for tool, one in proof.tools.items() if _holds(one, now.get(tool))},
                fix=proof.fix if proof.fix and _holds(proof.fix, now.get(FIX)) else None,
            )
    return found


def _holds(proof: Found | Fixed, key: str | None) -> bool:
    return proof.holds and proof.key == key


def _digest(*parts) -> str:
    return hashlib.sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()[:12]
