"""What the packs find in public code, and how many of the findings that a person looked at were right.

`measured.json` is written by `atlas bench-tools` alone. `judged.csv` is written by hand: one line for each finding
that was looked at, with the verdict (`true`, `false`) and why.
"""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict

FOLDER = Path("runnable_examples/real_code")
MEASURED = FOLDER / "measured.json"
JUDGED = FOLDER / "judged.csv"


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Cost(_Part):
    """Seconds of processor time on the same lines: of one rule, of all rules, and of Ruff."""

    lines: int
    packages: tuple[str, ...]
    one: float
    every: float
    ruff: float

    @property
    def times(self) -> float:
        """How much more all rules cost than one."""
        return self.every / self.one


class Measured(_Part):
    """One run on all packages: when, with what, and how often each rule was found."""

    day: str
    semgrep: str
    ruff: str
    rules: int
    packages: dict[str, int]
    findings: dict[str, int]
    cost: Cost

    @property
    def lines(self) -> int:
        """Lines of all packages."""
        return sum(self.packages.values())

    @property
    def found(self) -> int:
        """Findings of all rules."""
        return sum(self.findings.values())


class Judged(_Part):
    """A finding that a person looked at."""

    package: str
    file: str
    line: int
    rule: str
    confidence: Literal["certain", "likely"]
    verdict: Literal["true", "false"]
    reason: str


def read(root: Path) -> tuple[Measured | None, list[Judged]]:
    """The last run and the findings that were judged. Raises ValueError where a file is not of this form."""
    path = root / MEASURED
    measured = Measured.model_validate_json(path.read_text(encoding="utf-8")) if path.exists() else None
    judged = root / JUDGED
    if not judged.exists():
        return measured, []
    with judged.open(encoding="utf-8", newline="") as file:
        return measured, [Judged.model_validate(row) for row in csv.DictReader(file)]
