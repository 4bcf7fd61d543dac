"""The registry as JSON for programs: `api/v1/rules.json` (all claims) and `api/v1/rules/<ID>.json` (everything)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel, Field

from scripts.registry.load import Registry
from scripts.registry.rule import Rule
from scripts.registry.saved_models import Record

VERSION = "1"
LICENSE = "CC0-1.0"
BASE = "api/v1"


def files(registry: Registry) -> Iterator[tuple[str, bytes]]:
    """(path, content) of every file of the API; rules that were not measured are left out."""
    rules = [rule for rule in registry.rules.values() if rule.id in registry.measured]
    claims = {"rules": [_claims(rule) for rule in rules]}
    yield f"{BASE}/rules.json", _bytes({**_head(), **_environments(registry), **claims})
    if registry.subject:
        yield f"{BASE}/saved-models.json", _bytes({**_head(), **_saved_models(registry)})
        schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **SavedModels.model_json_schema()}
        yield f"{BASE}/saved-models.schema.json", _bytes(schema)
    for rule in rules:
        yield f"{BASE}/rules/{rule.id}.json", _bytes({**_head(), **_whole(registry, rule)})


def _head() -> dict[str, Any]:
    return {"version": VERSION, "license": LICENSE}


def _environments(registry: Registry) -> dict[str, Any]:
    releases = registry.releases
    return {
        "environments": [
            {
                "name": one.name,
                "kind": one.kind,
                "tensorflow": one.release.patch,
                "python": one.release.python,
                "as_of": one.as_of.isoformat(),
            }
            for one in releases.environments.values()
        ],
        "categories": [one.model_dump(mode="json") for one in registry.categories.values()],
    }


def _claims(rule: Rule) -> dict[str, Any]:
    """What the rule's file says, and where the rest is; addresses are relative to the site's root."""
    claims = rule.model_dump(mode="json", exclude_none=True)
    places = {"page": f"rules/{rule.id}.html", "json": f"{BASE}/rules/{rule.id}.json"}
    return {**claims, "category": rule.category, **places}


def _whole(registry: Registry, rule: Rule) -> dict[str, Any]:
    """The claims, the measurements as the lab recorded them, and the text of the files that it ran."""
    measured = registry.measured[rule.id]
    return {
        **_claims(rule),
        "source": registry.source(rule),
        "measured": {
            "on": measured.measured_on,
            "platform": measured.platform,
            "protocol": measured.protocol,
            "files": {
                name: [{"environments": run.environments, **_run(run)} for run in record.runs]
                for name, record in measured.files.items()
            },
            "symbols": measured.symbols.present,
        },
        "examples": registry.code(rule),
    }


class WayToSaveOrLoad(BaseModel):
    """A way to save or to load."""

    title: str
    code: str


class Kind(BaseModel):
    """A kind of model, its program, and all that was measured of it."""

    title: str
    code: str
    measured: Record


class SavedModels(BaseModel):
    """`saved-models.json`. How a row of cells is written stands in the description of `Record`."""

    version: str
    license: str
    saves: dict[str, WayToSaveOrLoad]
    loads: dict[str, WayToSaveOrLoad]
    tried: dict[str, list[str]] = Field(description="on which ways to save each way to load is tried")
    kinds: dict[str, Kind]


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
    return {"saves": ways(subject.saves), "loads": ways(subject.loads), "tried": subject.reads, "kinds": kinds}


def _run(run) -> dict[str, Any]:
    return {key: value for key, value in run.content().items() if key != "environments"}


def _bytes(value: Any) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()
