"""The form of each JSON file under `api/v1/`: JSON Schemas and the table in the documentation come from here.

Addresses in the data are relative to the site's root, so that a copy of the site works anywhere.
"""

from __future__ import annotations

import datetime
from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from scripts.registry.explained import Excuse
from scripts.registry.measured import Run
from scripts.registry.proofs import Proof
from scripts.registry.rule import Category, Outcome, Rule, RuleId
from scripts.registry.saved_models import Record

DIALECT = "https://json-schema.org/draft/2020-12/schema"
Outcomes = dict[str, dict[Outcome, list[str]]]


class Form(BaseModel):
    """Base of all forms: what is not described here is not in the data."""

    model_config = ConfigDict(extra="forbid")


class Head(Form):
    """What every file begins with."""

    version: str = Field(description="version of the data, see the documentation", pattern=r"^\d+\.\d+\.\d+$")
    license: str = Field(description="SPDX identifier; the data is in the public domain")


class Entry(Form):
    """What stands beside a rule's own fields in every file that holds the rule."""

    category: int = Field(description="number of the category, the first digit of the ID")
    page: str = Field(description="the rule's page; this address is permanent")
    markdown: str = Field(description="the same page as Markdown")
    json_: str = Field(alias="json", description="the file with everything that is known of the rule")
    measured_on: str = Field(description="day of the newest measurement")
    outcomes: Outcomes = Field(description="for each example file and outcome, the environments in which it was so")


class Rules(Head):
    """Every rule with its claims, and what each example came to."""

    environments: list[str] = Field(description="all environments, releases first, oldest first")
    categories: list[Category]
    rules: list[Rule]


class Behaviour(Run):
    """What a file did in some environments; runs that came out the same are one."""

    environments: list[str]


class MeasuredFiles(Form):
    """What the files of a rule did, as the lab recorded it."""

    on: str
    platform: str
    protocol: int = Field(description="number of the procedure by which the lab measured")
    files: dict[str, list[Behaviour]]


class MeasuredRule(MeasuredFiles):
    """The measurements of a rule, as the lab recorded them."""

    symbols: dict[str, list[str]] = Field(description="the environments in which each symbol can be reached")


class Printed(Form):
    """Something that old code printed where it broke or warned, word for word, without the frames of libraries."""

    kind: str = Field(description="`error`, `deprecation`, `warning`, `log` or `stderr`")
    type: str = Field(description="the class of the error or warning, the logger, or nothing")
    text: str
    environments: list[str]


class Lock(Form):
    """What a requirement set came to in one release."""

    as_of: str = Field(description="the day as of which it was resolved")
    python: str
    refused: bool = Field(description="no versions fit together; the pins are those of the installer that says so")
    pins: list[str] = Field(description="each package with its version")


class WholeRule(Head):
    """Everything that is known of one rule: claims, measurements, messages and programs."""

    source: str = Field(description="path of the rule's file in the repository")
    measured: MeasuredRule
    messages: list[Printed] = Field(description="what old code printed where it broke or warned")
    examples: dict[str, str] = Field(description="the text of each file that ran, or of each requirement set")
    proofs: Proof = Field(description="what Semgrep, Ruff and ast-grep were seen to do with the examples")
    locks: dict[str, dict[str, Lock]] = Field(
        default={}, description="of a rule on what is installed: what each set came to, by file and release"
    )
    measured_with_keras: MeasuredFiles | None = Field(
        default=None,
        description="of a rule that moves with Keras: the same in the environments of the Keras axis (`keras-3.5`)",
    )


class ReleaseEntry(Form):
    """A TensorFlow minor, and the rules by which something changes in it."""

    minor: str
    patch: str = Field(description="the patch release that was measured")
    package: str
    python: str
    pythons: list[str] = Field(description="the Pythons for which there are wheels")
    first: datetime.date = Field(description="day of the minor's first release")
    day: datetime.date = Field(description="day of the patch release")
    page: str
    breaks: list[RuleId]
    warns: list[RuleId]
    mended: list[RuleId]
    packages: list[RuleId] = Field(description="rules on what is installed beside it that break it")


class KerasEntry(Form):
    """A Keras 3 minor with the TensorFlow release that stays the same on the Keras axis."""

    name: str
    kind: str = Field(
        description="`release`, `tf_keras` (Keras 2 beside it), `latest` (dependencies of a later day) or `keras`"
    )
    tensorflow: str
    python: str
    as_of: datetime.date = Field(description="the day as of which dependencies were resolved")
    variables: dict[str, str] = Field(description="environment variables that are set")
    packages: dict[str, str] = Field(description="everything that is installed")


class EnvironmentEntry(KerasEntry):
    """What examples are run in."""

    constraints: str = Field(description="the same as a constraints file for pip and uv")


class Releases(Head):
    """The releases, what changes in each, and the environments in which everything is measured."""

    releases: list[ReleaseEntry]
    environments: list[EnvironmentEntry]
    keras_axis: list[KerasEntry] = Field(description="the environments in which Keras alone moves, oldest first")


class SymbolEntry(Form):
    """A rule that is about a symbol."""

    rule: RuleId
    replacement: str | None
    present: list[str] = Field(description="the environments in which the old name can be reached")


class Symbols(Head):
    """Every name that a rule is about."""

    symbols: dict[str, list[SymbolEntry]]


class PrintedWithRules(Printed):
    """A message, and the rules that explain it."""

    rules: list[RuleId]


class Messages(Head):
    """Every message that old code printed where it broke or warned."""

    messages: list[PrintedWithRules]


class WayToSaveOrLoad(BaseModel):
    """A way to save or to load."""

    title: str
    code: str


class Kind(BaseModel):
    """A kind of model, its program, and all that was measured of it."""

    title: str
    code: str
    measured: Record


class SavedModels(Head):
    """The saved-model matrix. How a row of cells is written stands in the description of `Record`."""

    saves: dict[str, WayToSaveOrLoad]
    loads: dict[str, WayToSaveOrLoad]
    tried: dict[str, list[str]] = Field(description="on which ways to save each way to load is tried")
    kinds: dict[str, Kind]
    excuses: list[Excuse] = Field(description="why some failures have no rule")


class Change(Form):
    """What is different of one rule between two sets of data."""

    rule: RuleId
    kind: str = Field(description="`new`, `withdrawn`, `lost` (never happens to a published rule) or `changed`")
    title: str
    page: str
    fields: list[str] = Field(default=[], description="the fields whose content differs")
    outcomes: list[str] = Field(default=[], description="`file: old to new in environments`, where both were measured")


class Changes(Head):
    """What is new, changed and withdrawn since the last version that was tagged."""

    since: str | None = Field(description="the tag that the data was compared with, null when there was none at hand")
    note: str = Field(description="why there was none, else nothing")
    changes: list[Change]


FILES: dict[str, type[Head]] = {
    "rules": Rules,
    "rule": WholeRule,
    "releases": Releases,
    "symbols": Symbols,
    "messages": Messages,
    "saved-models": SavedModels,
    "changes": Changes,
}


def schemas() -> dict[str, dict[str, Any]]:
    """The JSON Schema of each file, by its name without ending."""
    found = {name: model.model_json_schema() for name, model in FILES.items()}
    entry = Entry.model_json_schema()
    _add(found["rules"]["$defs"]["Rule"], entry)
    claims = Rule.model_json_schema()
    found["rule"]["$defs"] |= claims.pop("$defs") | entry.get("$defs", {})
    _add(found["rule"], claims)
    _add(found["rule"], entry)
    return {name: {"$schema": DIALECT, **schema} for name, schema in found.items()}


def _add(schema: dict[str, Any], more: dict[str, Any]) -> None:
    """Add the properties of another schema to one, which keeps its own title and description."""
    schema["properties"] = more["properties"] | schema["properties"]
    schema["required"] = [*more.get("required", ()), *schema.get("required", ())]
