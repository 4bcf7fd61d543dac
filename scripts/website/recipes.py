"""The recipes that the picker of saved models names: fixes in rules that explain a failure, where the lab ran them."""

from __future__ import annotations

from scripts.registry.measured import Measured
from scripts.registry.rule import Rule


def recipe(rule: Rule, measured: Measured | None) -> dict:
    """What a rule says to do, the release that wrote the file, and where each of its fixes ran without an error."""
    fixes = [name for name in (measured.files if measured else ()) if not name.startswith("before")]
    ran = {
        name: [
            environment
            for group in measured.files[name].runs
            if group.outcome in ("ok", "warns")
            for environment in group.environments
        ]
        for name in fixes
    }
    return {
        "title": rule.title,
        "action": rule.fix.action,
        "file": rule.example.prepare_in,
        "ran": {name: environments for name, environments in ran.items() if environments},
    }
