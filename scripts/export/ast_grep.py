"""The registry as ast-grep rules (https://ast-grep.github.io), in one file and one file a rule.

ast-grep looks at the text of the syntax tree and resolves no imports: it finds `tf.keras.utils.multi_gpu_model` and
`from tensorflow.keras.utils import multi_gpu_model`, but neither `utils.multi_gpu_model` nor a name under an alias.
Members are found by their name; where it is common, on objects that are named like one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import yaml

from scripts.export.address import rule_url
from scripts.export.detection import Target, targets
from scripts.export.spelling import distinctive, family
from scripts.registry.load import Registry
from scripts.registry.rule import Impact, Rule

BASE = "exports/ast-grep"
SEVERITY = {Impact.ERROR: "error", Impact.SILENT: "error", Impact.WARNING: "info", Impact.NONE: "info"}
ROOTS = r"(tf|tensorflow|tf1|tf2|keras|tfk)"


def files(registry: Registry) -> Iterator[tuple[str, bytes]]:
    """(path, content) of `all.yml` and of the rules one by one."""
    texts = {rule.id: text for rule in registry.rules.values() if (text := one_file(registry, rule))}
    yield f"{BASE}/all.yml", "---\n".join(texts.values()).encode()
    for id, text in texts.items():
        yield f"{BASE}/rules/{id}.yml", text.encode()


def one_file(registry: Registry, rule: Rule) -> str:
    """The ast-grep rule of a rule as YAML, "" where there is none."""
    receivers = rule.detect.receivers if rule.detect else None
    matchers = [one for target in targets(registry, rule) for one in _matchers(target, receivers)]
    if not matchers:
        return ""
    document = {
        "id": rule.id,
        "language": "python",
        "severity": SEVERITY[rule.impact],
        "message": f"{rule.id}: {rule.title}",
        "note": rule.fix.action,
        "url": rule_url(registry.root, rule),
        "rule": {"any": matchers} if len(matchers) > 1 else matchers[0],
    }
    return yaml.dump(document, Dumper=yaml.CSafeDumper, sort_keys=False, width=1000, allow_unicode=True)


def _matchers(target: Target, receivers: str | None) -> list[dict[str, Any]]:
    if target.kind == "member":
        return [_member(target, receivers)] if family(target.path) else []
    inner = target.path.partition(".")[2]
    root = ROOTS if target.path.startswith("tf.") else re.escape(target.path.split(".")[0])
    dotted = rf"^{root}(\.compat\.v[12])?\.{_suffix(inner)}"
    if target.argument:
        called = _called(target)
        call = {"kind": "call", "has": {"field": "function", "regex": rf"{called}$"}}
        return [_argument(target.argument, call)]
    if target.kind == "module":
        inside = rf"^(from|import) ({root}|tensorflow)(\.compat\.v[12])?\.{_suffix(inner)}\b"
        parent, _, last = inner.rpartition(".")
        outer = rf"{root}(\.compat\.v[12])?" + (rf"\.{_suffix(parent)}" if parent else "")
        return [
            {"kind": "attribute", "regex": rf"{dotted}\.\w+$"},
            {"kind": "import_from_statement", "regex": rf"^from {outer} import [^#]*\b{last}\b"},
            {"any": [{"kind": "import_from_statement"}, {"kind": "import_statement"}], "regex": inside},
        ]
    parent, _, last = inner.rpartition(".")
    module = rf"{root}(\.compat\.v[12])?" + (rf"\.{_suffix(parent)}" if parent else "")
    imported = rf"^from {module} import [^#]*\b{last}\b"
    return [{"kind": "attribute", "regex": f"{dotted}$"}, {"kind": "import_from_statement", "regex": imported}]


def _suffix(path: str) -> str:
    """A dotted path as a regular expression; `keras.` may be missing, since `keras` may be what was imported."""
    escaped = re.escape(path)
    return rf"(keras\.)?{escaped.removeprefix('keras' + chr(92) + '.')}" if path.startswith("keras.") else escaped


def _called(target: Target) -> str:
    last = r"[A-Z]\w*" if target.path == "tf.keras.layers.Layer" else re.escape(target.last)
    return rf"(^|\.){last}"


def _argument(name: str, call: dict) -> dict[str, Any]:
    return {
        "kind": "keyword_argument",
        "has": {"field": "name", "regex": f"^{name}$"},
        "inside": {"kind": "argument_list", "inside": call},
    }


def _member(target: Target, receivers: str | None) -> dict[str, Any]:
    kind = family(target.path)
    loud = receivers == "any" or not receivers and distinctive(target.member, target.argument)
    use: dict[str, Any] = {"kind": "attribute", "has": {"field": "attribute", "regex": f"^{target.member}$"}}
    if not loud:
        use = {"all": [use, {"has": {"field": "object", "regex": kind.named}}]}
    if not target.argument:
        return use
    return _argument(target.argument, {"kind": "call", "has": {"field": "function", **use}})
