"""The packs on real code: public packages of 2019 to 2022 that use TensorFlow, fetched when it runs.

Measures what the whole pack costs against a single rule on the same lines, and counts the findings of each rule.
"""

from __future__ import annotations

import resource
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

from scripts.export import ruff, semgrep
from scripts.lab.store import write_atomically
from scripts.proof import tools
from scripts.registry.load import Registry
from scripts.registry.real_code import MEASURED, Cost, Measured

PACKAGES = (
    "adversarial-robustness-toolbox==1.4.1",
    "alibi-detect==0.4.3",
    "autokeras==1.0.8",
    "deepctr==0.8.3",
    "efficientnet==1.1.1",
    "imageai==2.1.5",
    "kashgari==2.0.1",
    "keras-cv==0.2.5",
    "keras-rl2==1.0.4",
    "keras-tcn==3.3.0",
    "larq==0.11.2",
    "segmentation-models==1.0.1",
    "spektral==1.0.5",
    "stellargraph==1.2.1",
    "talos==1.0",
    "tensorflow-addons==0.11.2",
    "tensorflow-model-optimization==0.5.0",
    "tensorflow-ranking==0.3.2",
    "tensorflow-recommenders==0.3.0",
    "tensorlayer==2.2.3",
    "tf-agents==0.6.0",
    "tf-explain==0.2.1",
    "tf-models-official==2.3.0",
)
SPEED = ("tf-agents", "stellargraph")  # together more than 100,000 lines
ONE_RULE = "TFU3001"
PYTHON = "3.8"  # the wheels of that time have no later one


def run(registry: Registry, folder: Path | None = None) -> Measured:
    """Search all packages and measure what it costs. Writes the record that the site shows.

    The packages are kept in `folder` where one is given. Raises ToolFailed when one cannot be fetched or searched.
    """
    with tempfile.TemporaryDirectory() as temporary:
        code = fetch((folder or Path(temporary)).resolve() / "packages")
        place = Path(temporary)
        pack = semgrep.Pack(registry)
        (place / "all.yml").write_bytes(pack.text(pack.rules))
        (place / "one.yml").write_bytes(pack.text([registry.rules[ONE_RULE]]))
        (place / "ruff.toml").write_text(ruff.config(registry, list(registry.rules.values())))
        part = place / "part"
        for name in SPEED:
            shutil.copytree(code / name, part / name)
        for each in (code, part):
            (each / ".semgrepignore").touch()  # or folders of tests are left out
        one, _ = _timed(lambda: tools.semgrep(place / "one.yml", part))
        every, _ = _timed(lambda: tools.semgrep(place / "all.yml", part))
        quick, _ = _timed(lambda: tools.ruff(place / "ruff.toml", part))
        found = Counter(one.rule for one in tools.semgrep(place / "all.yml", code))
        measured = Measured(
            day=datetime.now(UTC).date().isoformat(),
            semgrep=tools.tool_version("semgrep"),
            ruff=tools.tool_version("ruff"),
            rules=len(pack.rules),
            packages={one: count_lines(code / one.split("==")[0]) for one in PACKAGES},
            findings=dict(sorted(found.items())),
            cost=Cost(lines=count_lines(part), packages=SPEED, one=one, every=every, ruff=quick),
        )
    write_atomically(registry.root / MEASURED, measured.model_dump_json(indent=1) + "\n")
    return measured


def rows(measured: Measured) -> list[tuple[str, str, str]]:
    """Rows of a table: what, measured, aim."""
    cost = measured.cost
    return [
        (f"Semgrep: one rule ({ONE_RULE}), {cost.lines:,} lines", f"{cost.one:.1f} s", ""),
        (f"Semgrep: all {measured.rules} rules, {cost.lines:,} lines", f"{cost.every:.1f} s", ""),
        ("Semgrep: all rules / one rule", f"{cost.times:.1f}", "at most 3"),
        (f"Ruff: all names, {cost.lines:,} lines", f"{cost.ruff:.2f} s", "less than 1"),
        (f"findings in {measured.lines:,} lines of {len(measured.packages)} packages", str(measured.found), ""),
    ]


def fetch(folder: Path) -> Path:
    """Unpack the Python files of every package into `folder`, one folder each; what is there is kept."""
    for requirement in PACKAGES:
        target = folder / requirement.split("==")[0]
        if target.exists():
            continue
        scratch = target.with_suffix(".new")
        shutil.rmtree(scratch, ignore_errors=True)
        command = [sys.executable, "-m", "uv", "pip", "install", "--quiet", "--no-deps", "--no-build"]
        command += ["--python-version", PYTHON, "--target", str(scratch), requirement]
        done = subprocess.run(command, capture_output=True, text=True)
        if done.returncode:
            raise tools.ToolFailed(f"{requirement} cannot be fetched: {done.stderr.strip()[-500:]}")
        for path in scratch.rglob("*"):
            if path.is_file() and path.suffix != ".py":
                path.unlink()
        scratch.rename(target)
    return folder


def count_lines(folder: Path) -> int:
    """Lines of all Python files below a folder."""
    return sum(path.read_bytes().count(b"\n") for path in folder.rglob("*.py"))


def _timed(what):
    """Seconds of processor time of the programs that `what` runs, which a busy machine changes least."""
    started = resource.getrusage(resource.RUSAGE_CHILDREN)
    value = what()
    ended = resource.getrusage(resource.RUSAGE_CHILDREN)
    return round(ended.ru_utime + ended.ru_stime - started.ru_utime - started.ru_stime, 2), value
