"""Runs Semgrep, Ruff and ast-grep on a folder, offline, and reads what they found."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

PACKAGES = {"semgrep": "semgrep", "ruff": "ruff", "ast-grep": "ast-grep-cli"}
QUIET = {"SEMGREP_SEND_METRICS": "off", "SEMGREP_ENABLE_VERSION_CHECK": "0"}


class ToolFailed(Exception):
    """A tool is missing, or ended in a way that is no finding; the text says which and why."""


@dataclass(frozen=True, order=True)
class Finding:
    """A place that a tool reports: `file` from the folder that was searched, lines from 1, both included."""

    file: str
    start: int
    end: int
    rule: str
    likely: bool = False


def tool_version(tool: str) -> str:
    """The installed version of a tool. Raises ToolFailed when it is not installed."""
    try:
        return version(PACKAGES[tool])
    except PackageNotFoundError as error:
        raise ToolFailed(f"{tool} is not installed: run `uv sync`") from error


def semgrep(pack: Path, folder: Path, *options: str) -> list[Finding]:
    """What a pack finds in a folder. Raises ToolFailed when a rule cannot be read or a file cannot be searched."""
    command = ["scan", "--config", str(pack), "--metrics=off", "--disable-version-check", "--no-git-ignore"]
    command += ["--json", "--quiet", "--max-target-bytes=0", *options, "."]
    told = json.loads(_run("semgrep", command, folder, (0, 1)))
    errors = [one for one in told["errors"] if one["level"] == "error"]
    if errors:
        raise ToolFailed(f"semgrep: {errors[0]['message'][:2000]}")
    return sorted(
        Finding(
            one["path"].removeprefix("./"),
            one["start"]["line"],
            one["end"]["line"],
            one["extra"]["metadata"]["rule"],
            one["extra"]["metadata"]["confidence"] != "HIGH",
        )
        for one in told["results"]
    )


def ruff(config: Path, folder: Path) -> list[Finding]:
    """What the banned names find in a folder; the rule is the first word of the message."""
    command = ["check", "--config", str(config), "--no-cache", "--output-format=json", "--exit-zero", "."]
    found = []
    for one in json.loads(_run("ruff", command, folder, (0,))):
        if one["code"] == "TID251":
            rule = one["message"].split("TFU", 1)[1][:4]
            file = Path(one["filename"]).relative_to(folder.resolve()).as_posix()
            found.append(Finding(file, one["location"]["row"], one["end_location"]["row"], f"TFU{rule}"))
    return sorted(found)


def ast_grep(config: Path, folder: Path) -> list[Finding]:
    """What the rules in a file of ast-grep find in a folder."""
    told = json.loads(_run("ast-grep", ["scan", "--rule", str(config), "--json=compact", "."], folder, (0, 1)))
    return sorted(
        Finding(
            one["file"].removeprefix("./"),
            one["range"]["start"]["line"] + 1,
            one["range"]["end"]["line"] + 1,
            one["ruleId"],
        )
        for one in told
    )


def _run(tool: str, arguments: list[str], folder: Path, expected: tuple[int, ...]) -> str:
    path = Path(sys.executable).parent / tool
    program = str(path) if path.exists() else shutil.which(tool)
    if program is None:
        raise ToolFailed(f"{tool} is not installed: run `uv sync`")
    environment = {**os.environ, **QUIET, "PATH": f"{path.parent}{os.pathsep}{os.environ.get('PATH', '')}"}
    done = subprocess.run([program, *arguments], cwd=folder, env=environment, capture_output=True, text=True)
    if done.returncode not in expected:
        raise ToolFailed(f"{tool} ended with {done.returncode}: {(done.stderr or done.stdout)[-2000:]}")
    return done.stdout
