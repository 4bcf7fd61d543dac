"""What tools were seen to do with a rule's examples (`runnable_examples/proofs.json`): its form and reading.

Written by `atlas prove` alone. A proof belongs to the rule as the tool was given it, to the tool's version and to
the examples: its key is a hash of them.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

PROOFS = Path("runnable_examples/proofs.json")
TOOLS = ("semgrep", "ruff", "ast-grep")


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid")


class Found(_Part):
    """What a tool found for one rule.

    `found`: `lines` when each line that the rule is about was reported, `files` when at least one line of each
    `before` file was, `part` otherwise. `missed`: the lines that were not reported, by file. `wrong`: places in code
    that is right (`after.py`, `bridge.py`, of any rule). `likely`: only by the name of a member.
    """

    key: str
    found: Literal["lines", "files", "part"]
    missed: dict[str, list[int]] = {}
    wrong: list[str] = []
    likely: bool = False

    @property
    def holds(self) -> bool:
        """Whether the page may say that the tool finds the old code."""
        return self.found != "part" and not self.wrong


class Fixed(_Part):
    """What became of the `before` files after Semgrep mended them, by file.

    `same`: the mended program ran in the newest release and gave the result of the old one; else what it did.
    """

    key: str
    files: dict[str, str] = {}

    @property
    def holds(self) -> bool:
        """Whether every file was mended and gives the old result."""
        return bool(self.files) and all(outcome == "same" for outcome in self.files.values())


class Proof(_Part):
    """All proofs of one rule."""

    tools: dict[str, Found] = {}
    fix: Fixed | None = None


class Proofs(_Part):
    """The file: the versions of the tools, and a proof for each rule."""

    versions: dict[str, str] = {}
    rules: dict[str, Proof] = Field(default_factory=dict)


def read(root: Path) -> Proofs:
    """The record, empty where there is none. Raises pydantic.ValidationError where `atlas prove` did not write it."""
    path = root / PROOFS
    return Proofs.model_validate_json(path.read_text()) if path.exists() else Proofs()


def dump(proofs: Proofs) -> str:
    """The record as text, a line for each rule, so that differences stay readable."""
    rules = ",\n".join(
        f"  {json.dumps(id)}: {json.dumps(proof.model_dump(exclude_defaults=True), ensure_ascii=False)}"
        for id, proof in sorted(proofs.rules.items())
    )
    return f'{{"versions": {json.dumps(proofs.versions)},\n "rules": {{\n{rules}\n }}}}\n'
