"""The registry as a Ruff configuration: every old name is a banned import (rule TID251, flake8-tidy-imports).

Ruff resolves imports, but knows nothing of arguments, of members of objects, or of modules that are renamed by an
assignment: rules about these are left out.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from scripts.export.address import rule_url
from scripts.export.detection import Target, targets
from scripts.export.spelling import spellings
from scripts.registry.load import Registry
from scripts.registry.rule import Rule

PATH = "exports/ruff.toml"
HEAD = """\
# TensorFlow names that break in a later release, with the rule that explains each (CC0-1.0).
# Use it with: ruff check --config ruff.toml, or `extend = "ruff.toml"` in a configuration of your own.
[lint]
extend-select = ["TID251"]

[lint.flake8-tidy-imports.banned-api]
"""


def files(registry: Registry) -> Iterator[tuple[str, bytes]]:
    """(path, content) of the one file."""
    yield PATH, config(registry, list(registry.rules.values())).encode()


def config(registry: Registry, rules: list[Rule]) -> str:
    """A Ruff configuration that bans the old names of some rules."""
    banned = {}
    for rule in rules:
        for target in named(registry, rule):
            for path in spellings(target.path):
                banned.setdefault(path, _message(registry, rule))
    lines = [f"{json.dumps(path)}.msg = {json.dumps(text, ensure_ascii=False)}" for path, text in banned.items()]
    return HEAD + "\n".join(lines) + "\n"


def named(registry: Registry, rule: Rule) -> list[Target]:
    """What Ruff can look for: names and modules."""
    return [one for one in targets(registry, rule) if one.kind in ("name", "module") and not one.argument]


def _message(registry: Registry, rule: Rule) -> str:
    return f"{rule.id}: {rule.fix.action} {rule_url(registry.root, rule)}"
