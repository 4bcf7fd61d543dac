"""The lab's record of one rule (`runnable_examples/<ID>/measured.json`): its form, reading and judging.

Outcomes that several environments share are stored once. What ran is stored as it was seen; whether a run
that went through was `wrong`, or a failed one only `missing` an API that came later, is judged by comparing
environments (`judge`), in one place, so that the record and every reader agree.
"""

from __future__ import annotations

import json
import math
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from scripts.registry.releases import Releases
from scripts.registry.rule import Outcome, Rule

FILE_NAME = "measured.json"
KERAS_FILE_NAME = "keras.json"  # the same, for the environments of the Keras axis
RAN = ("ok", "warns", "wrong")
BROKEN = ("error", "wrong", "crash", "timeout")
NOT_THERE_YET = ("AttributeError", "ImportError", "ModuleNotFoundError", "TypeError")


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid")


class Message(_Part):
    """Something printed: a Python warning, a log record, or a line of the C++ side on standard error."""

    source: Literal["warning", "log", "stderr"]
    kind: str = ""
    text: str
    deprecation: bool = False


class Error(_Part):
    """The exception that ended a run, as the last line of its traceback shows it."""

    type: str
    text: str
    line: int = 0
    code: str = ""

    def __str__(self) -> str:
        """`Type: text`, as Python prints it."""
        return f"{self.type}: {self.text}" if self.text else self.type


class Run(_Part):
    """What one file did in one environment."""

    outcome: Outcome
    error: Error | None = None
    signal: str | None = None
    limit: int | None = None
    result: Any = None
    messages: list[Message] = []

    def content(self) -> dict:
        """The run as JSON values, without what is empty."""
        return self.model_dump(exclude_defaults=True, exclude_none=True)


class Group(Run):
    """A run that came out the same in several environments."""

    environments: list[str]


class FileRecord(_Part):
    """All runs of one file, and the content address of each environment's run."""

    runs: list[Group]
    keys: dict[str, str]

    def by_environment(self) -> dict[str, Run]:
        """The runs, one for each environment."""
        found = {}
        for group in self.runs:
            run = Run(**group.model_dump(exclude={"environments"}))
            found |= dict.fromkeys(group.environments, run)
        return found


class SymbolRecord(_Part):
    """In which environments each symbol of the rule can be reached."""

    present: dict[str, list[str]]
    keys: dict[str, str]


class Measured(_Part):
    """Everything measured for one rule."""

    protocol: int
    measured_on: str
    platform: str
    files: dict[str, FileRecord] = {}
    symbols: SymbolRecord = Field(default_factory=lambda: SymbolRecord(present={}, keys={}))

    def run(self, file: str, environment: str) -> Run | None:
        """What `file` did in `environment`, None when it was not measured there."""
        for group in self.files[file].runs if file in self.files else ():
            if environment in group.environments:
                return group
        return None

    def outcome(self, file: str, environment: str) -> str | None:
        """The outcome alone."""
        run = self.run(file, environment)
        return run.outcome if run else None


def read(path: Path) -> Measured:
    """Read a record. Raises pydantic.ValidationError or ValueError when the lab did not write it."""
    return Measured.model_validate_json(path.read_text())


def dump(measured: Measured) -> str:
    """The record as text in a stable order, with short lists on one line so that diffs stay readable."""
    files = {
        name: {
            "runs": [{"environments": group.environments, **_run(group)} for group in record.runs],
            "keys": record.keys,
        }
        for name, record in measured.files.items()
    }
    record = {**measured.model_dump(include={"protocol", "measured_on", "platform"}), "files": files}
    record["symbols"] = measured.symbols.model_dump()
    return _layout(record) + "\n"


def _run(group: Group) -> dict:
    content = group.content()
    content.pop("environments")
    return content


def _layout(value: Any, indent: str = "") -> str:
    line = json.dumps(value, ensure_ascii=False)
    flat = (
        not any(isinstance(item, (dict, list)) for item in (value.values() if isinstance(value, dict) else value))
        if isinstance(value, (dict, list))
        else True
    )
    if flat or len(line) + len(indent) <= 100:
        return line
    deeper = indent + "  "
    if isinstance(value, dict):
        parts = [f"{json.dumps(key, ensure_ascii=False)}: {_layout(item, deeper)}" for key, item in value.items()]
        brackets = "{}"
    else:
        parts = [_layout(item, deeper) for item in value]
        brackets = "[]"
    return brackets[0] + "\n" + ",\n".join(deeper + part for part in parts) + "\n" + indent + brackets[1]


def group(runs: dict[str, Run], order: list[str]) -> list[Group]:
    """Put equal runs together, in the order of the environments given."""
    groups: dict[str, Group] = {}
    for name in sorted(runs, key=order.index):
        content = runs[name].content()
        text = json.dumps(content, sort_keys=True)
        if text in groups:
            groups[text].environments.append(name)
        else:
            groups[text] = Group(environments=[name], **content)
    return list(groups.values())


def same(one: Any, other: Any, tolerance: float) -> bool:
    """Whether two results are equal; numbers within a relative and absolute `tolerance`."""
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(same(one[key], other[key], tolerance) for key in one)
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(same(a, b, tolerance) for a, b in zip(one, other, strict=True))
    numbers = (int, float)
    if isinstance(one, numbers) and isinstance(other, numbers) and not isinstance(one, bool) | isinstance(other, bool):
        return math.isclose(one, other, rel_tol=tolerance, abs_tol=tolerance)
    return type(one) is type(other) and one == other


def judge(rule: Rule, releases: Releases, files: dict[str, dict[str, Run]]) -> dict[str, dict[str, Run]]:
    """Decide `wrong` and `missing` by comparing environments; returns new runs, by file and environment.

    The reference of a `before` is its result in the oldest release that it ran in, from the one on that wrote the
    rule's files (`prepare_in`). An `after` is held
    against the reference of its `before`, or against its own where the rule says that results differ.

    In an environment rule the working set is the reference of all, and nothing is `missing`.
    """
    minors = releases.since(rule.example.prepare_in) if rule.example.prepare_in else releases.minors
    references = {name: _reference(minors, runs) for name, runs in files.items()}
    judged = {}
    for name, runs in files.items():
        reference = references[name]
        partner = partner_of(name, files)
        if rule.example.requirements:
            reference = references.get(name.replace("before", "after", 1)) or references.get("after.txt")
        elif partner and references[partner] and not rule.example.results_differ:
            reference = references[partner]
        working = [minor for minor in minors if minor in runs and _ran(runs[minor])]
        first = releases.position(working[0]) if working else 0
        judged[name] = {}
        for environment, run in runs.items():
            outcome = _plain_outcome(run)
            if outcome in RAN and reference and not same(run.result, reference.result, rule.example.tolerance):
                outcome = "wrong"
            early = environment in releases.minors and releases.position(environment) < first
            early = early and not rule.example.requirements
            if outcome == "error" and early and run.error and run.error.type in NOT_THERE_YET:
                outcome = "missing"
            if outcome in BROKEN and environment in releases.minors and environment not in minors:
                outcome = "missing"  # older than the release that wrote the rule's files: a downgrade, not a break
            judged[name][environment] = run.model_copy(update={"outcome": outcome})
    return judged


def partner_of(name: str, files) -> str | None:
    """The `before` that a file is compared with: the one with the same suffix, else `before.py`."""
    stem, ending = name.split(".")
    if stem.startswith("before"):
        return None
    same_suffix = "before" + stem[len(stem.split("_")[0]) :] + "." + ending
    plain = "before." + ending
    return same_suffix if same_suffix in files else plain if plain in files else None


def _reference(minors: list[str], runs: dict[str, Run]) -> Run | None:
    return next((runs[minor] for minor in minors if minor in runs and _ran(runs[minor])), None)


def _ran(run: Run) -> bool:
    return _plain_outcome(run) in RAN


def _plain_outcome(run: Run) -> str:
    if run.limit is not None:
        return "timeout"
    if run.signal is not None:
        return "crash"
    if run.error is not None:
        return "error"
    return "warns" if any(message.deprecation for message in run.messages) else "ok"
