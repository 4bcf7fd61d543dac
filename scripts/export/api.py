"""The registry as JSON for programs, under `api/v1/`; what stands in each file is said in `forms.py`."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any

from scripts.export import forms
from scripts.registry import explained, locks, proofs
from scripts.registry.content import example_folder
from scripts.registry.contract import broken_releases
from scripts.registry.load import Registry
from scripts.registry.measured import Measured, Run
from scripts.registry.printed import seen
from scripts.registry.releases import Environment
from scripts.registry.requirements import read_locks
from scripts.registry.rule import Rule

VERSION = "1.0.0"  # of the data; what its numbers mean stands in docs/api.md
LICENSE = "CC0-1.0"
BASE = f"api/v{VERSION.partition('.')[0]}"


def files(registry: Registry) -> Iterator[tuple[str, bytes]]:
    """(path, content) of every file of the API but `changes.json`; rules that were not measured are left out."""
    yield f"{BASE}/rules.json", lines(index(registry))
    for rule in shown(registry):
        yield f"{BASE}/rules/{rule.id}.json", lines(whole(registry, rule))
    yield f"{BASE}/releases.json", lines(releases(registry))
    yield f"{BASE}/symbols.json", lines(_symbols(registry))
    yield f"{BASE}/messages.json", lines(_messages(registry))
    schemas = forms.schemas()
    if registry.subject:
        yield f"{BASE}/saved-models.json", lines({**head(), **_saved_models(registry)})
    for name, schema in schemas.items():
        if name != "saved-models" or registry.subject:
            yield f"{BASE}/{name}.schema.json", _bytes(schema)


def head() -> dict[str, Any]:
    """What every file begins with."""
    return {"version": VERSION, "license": LICENSE}


def shown(registry: Registry) -> list[Rule]:
    """The rules that have a page: those that were measured, withdrawn ones included."""
    return [rule for rule in registry.rules.values() if rule.id in registry.measured]


def live(registry: Registry) -> list[Rule]:
    """The rules that are shown and were not withdrawn."""
    return [rule for rule in shown(registry) if rule.withdrawn is None]


def index(registry: Registry) -> dict[str, Any]:
    """The content of `rules.json`: a whole set of data, which `changes.compare` takes."""
    return {
        **head(),
        "environments": list(registry.releases.environments),
        "categories": [one.model_dump(mode="json") for one in registry.categories.values()],
        "rules": [entry(rule, registry.measured[rule.id]) for rule in shown(registry)],
    }


def entry(rule: Rule, measured: Measured) -> dict[str, Any]:
    """What the rule's file says, what its examples came to, and where the rest is."""
    return {
        **rule.model_dump(mode="json", exclude_none=True),
        "category": rule.category,
        "page": f"rules/{rule.id}.html",
        "markdown": f"rules/{rule.id}.md",
        "json": f"{BASE}/rules/{rule.id}.json",
        "measured_on": measured.measured_on,
        "outcomes": {name: _outcomes(record.runs) for name, record in measured.files.items()},
    }


def lines(content: dict[str, Any]) -> bytes:
    """JSON with a line for each item of each list or object at the top: quick to write, and good to compare."""
    parts = []
    for key, value in content.items():
        if isinstance(value, dict) and value:
            inner = ",\n".join(f"{_line(name)}: {_line(one)}" for name, one in value.items())
            parts.append(f"{_line(key)}: {{\n{inner}\n}}")
        elif isinstance(value, list) and value:
            inner = ",\n".join(map(_line, value))
            parts.append(f"{_line(key)}: [\n{inner}\n]")
        else:
            parts.append(f"{_line(key)}: {_line(value)}")
    return ("{\n" + ",\n".join(parts) + "\n}\n").encode()


def _outcomes(runs: Iterable[Run]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for run in runs:
        found.setdefault(run.outcome, []).extend(run.environments)
    return found


def whole(registry: Registry, rule: Rule) -> dict[str, Any]:
    """The content of `rules/<ID>.json`."""
    measured = registry.measured[rule.id]
    return {
        **head(),
        **entry(rule, measured),
        "source": registry.source(rule),
        "measured": {**_runs(measured), "symbols": measured.symbols.present},
        "messages": [
            {**vars(one), "environments": list(one.environments)} for one in seen(measured, registry.releases)
        ],
        "examples": registry.code(rule),
        "proofs": _proofs(registry.root).rules.get(rule.id, proofs.Proof()).model_dump(mode="json"),
        **_locks(registry, rule),
        **_with_keras(registry, rule),
    }


_proofs = lru_cache(proofs.read)


def _runs(measured: Measured) -> dict[str, Any]:
    """A record of the lab without its keys."""
    return {
        "on": measured.measured_on,
        "platform": measured.platform,
        "protocol": measured.protocol,
        "files": {
            name: [{"environments": run.environments, **_run(run)} for run in record.runs]
            for name, record in measured.files.items()
        },
    }


def _with_keras(registry: Registry, rule: Rule) -> dict[str, Any]:
    """What a rule's files did with every Keras 3 minor, where that was measured."""
    axis = registry.measured_with_keras.get(rule.id)
    return {"measured_with_keras": _runs(axis)} if axis else {}


def _locks(registry: Registry, rule: Rule) -> dict[str, Any]:
    """What the requirement sets of an environment rule came to, by file and release."""
    if not rule.example.requirements:
        return {}
    locks = read_locks(example_folder(registry.root, rule))
    return {
        "locks": {
            name: {minor: lock.model_dump(mode="json", exclude={"wanted"}) for minor, lock in by_minor.items()}
            for name, by_minor in locks.items()
        }
    }


def releases(registry: Registry) -> dict[str, Any]:
    """The content of `releases.json`."""
    releases, rules = registry.releases, live(registry)

    def changing(minor: str, *claims: str) -> list[str]:
        changed = [one for one in rules if not one.example.requirements]
        return [one.id for one in changed if any(getattr(one.versions.tensorflow, name) == minor for name in claims)]

    def outside(minor: str) -> list[str]:
        return [one.id for one in rules if one.example.requirements and minor in broken_releases(one, releases)]

    return {
        **head(),
        "releases": [
            {
                **one.model_dump(mode="json"),
                "page": f"releases/{one.minor}.html",
                "breaks": changing(one.minor, "breaks_from", "breaks_again_from"),
                "warns": changing(one.minor, "warns_from"),
                "mended": changing(one.minor, "fixed_from", "fixed_again_from"),
                "packages": outside(one.minor),
            }
            for one in releases.releases
        ],
        "environments": [
            {**_environment(registry, one), "constraints": f"exports/constraints/{one.name}.txt"}
            for one in releases.environments.values()
        ],
        "keras_axis": [_environment(registry, one) for one in releases.keras_environments.values()],
    }


def _environment(registry: Registry, one: Environment) -> dict[str, Any]:
    return {
        "name": one.name,
        "kind": one.kind,
        "tensorflow": one.release.patch,
        "python": one.release.python,
        "as_of": one.as_of.isoformat(),
        "variables": one.variables,
        "packages": locks.packages(registry.root, one),
    }


def _symbols(registry: Registry) -> dict[str, Any]:
    symbols: dict[str, list[dict]] = {}
    for rule in live(registry):
        present = registry.measured[rule.id].symbols.present
        for symbol in rule.symbols:
            found = {"rule": rule.id, "replacement": symbol.replacement, "present": present.get(symbol.name, [])}
            symbols.setdefault(symbol.name, []).append(found)
    return {**head(), "symbols": dict(sorted(symbols.items(), key=lambda one: one[0].lower()))}


def _messages(registry: Registry) -> dict[str, Any]:
    order = list(registry.releases.environments)
    merged: dict[tuple[str, str, str], tuple[set[str], list[str]]] = {}
    for rule in live(registry):
        for one in seen(registry.measured[rule.id], registry.releases):
            names, rules = merged.setdefault((one.kind, one.type, one.text), (set(), []))
            names.update(one.environments)
            rules.append(rule.id)
    messages = [
        {"kind": kind, "type": type_, "text": text, "environments": sorted(names, key=order.index), "rules": rules}
        for (kind, type_, text), (names, rules) in sorted(merged.items())
    ]
    return {**head(), "messages": messages}


def _saved_models(registry: Registry) -> dict[str, Any]:
    subject = registry.subject

    def ways(found):
        return {way.name: {"title": way.title, "code": way.code} for way in found.values()}

    kinds = {
        name: {
            "title": subject.archetypes[name].title,
            "code": subject.archetypes[name].code,
            "measured": record.model_dump(exclude_none=True, exclude_defaults=True),
        }
        for name, record in registry.saved_models.items()
    }
    excuses, _ = explained.read_excuses(registry.root)
    return {
        "saves": ways(subject.saves),
        "loads": ways(subject.loads),
        "tried": subject.reads,
        "kinds": kinds,
        "excuses": excuses.model_dump(mode="json", exclude_defaults=True).get("excuses", []),
    }


def _run(run: Run) -> dict[str, Any]:
    return {key: value for key, value in run.content().items() if key != "environments"}


def _line(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def _bytes(value: Any) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()
