"""Runs the collector in environments and stores what it found."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from scripts.census import surface
from scripts.registry.content import lock_digest
from scripts.registry.releases import Environment

INSIDE = Path(__file__).parent / "inside"
COLLECTOR = ("collect.py", "declared.py", "signatures.py")
SECONDS = 900  # the census of a release takes 10 s of CPU time; a machine may be busy
ROOTS = {surface.TENSORFLOW: ("tf", "keras"), surface.KERAS: ("tf.keras", "keras")}


class CollectorFailed(Exception):
    """The collector ended without a result; the text is the end of what it printed."""


def collect(root: Path, environment: Environment, python: Path, cache: Path) -> dict:
    """The raw surface of an environment, from `cache` where lock and collector are those that made it.

    `python` is the environment's interpreter. Raises CollectorFailed.
    """
    return _run(root, environment, python, cache, "collect.py")


def probe(root: Path, environment: Environment, python: Path, cache: Path, asked: dict[str, list[str]]) -> dict:
    """What the classes of an environment said when they were `asked` for keywords; as `collect`."""
    return _run(root, environment, python, cache, "probe.py", asked)


def _run(root: Path, environment: Environment, python: Path, cache: Path, program: str, given: dict | None = None):
    needed = [INSIDE / program] if given is not None else [INSIDE / name for name in COLLECTOR]
    texts = [path.read_text() for path in needed] + ([json.dumps(given)] if given is not None else [])
    digest = hashlib.sha256("\0".join([lock_digest(root, environment), *texts]).encode()).hexdigest()
    known = cache / f"{environment.name}-{digest[:12]}.json"
    if known.exists():
        return json.loads(known.read_text())
    cache.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        output = Path(folder) / "output.json"
        if given is not None:
            (Path(folder) / "input.json").write_text(json.dumps(given))
        variables = {"PATH": os.environ.get("PATH", ""), "HOME": folder, "TF_CPP_MIN_LOG_LEVEL": "3", "LANG": "C.UTF-8"}
        inputs = [Path(folder) / "input.json"] if given is not None else []
        command = [python, "-I", INSIDE / program, *inputs, output]
        try:
            done = subprocess.run(command, env=variables, cwd=folder, capture_output=True, text=True, timeout=SECONDS)
        except subprocess.TimeoutExpired as error:
            raise CollectorFailed(f"{environment.name}: not done in {SECONDS} s") from error
        if done.returncode != 0 or not output.exists():
            lines = done.stderr.strip().splitlines() or [f"exit code {done.returncode}"]
            raise CollectorFailed(f"{environment.name}: {lines[-1]}")
        raw = json.loads(output.read_text())
        temporary = known.with_suffix(f".{os.getpid()}")
        temporary.write_text(json.dumps(raw, sort_keys=True))
        temporary.replace(known)
    return raw


def collect_all(
    environments: dict[str, Environment],
    collect_one: Callable[[Environment], dict],
    jobs: int,
    tell: Callable[[str, str], None],
    what: str = "paths",
) -> tuple[dict[str, dict], list[str]]:
    """What each gave, by name, and the names of the environments that gave nothing; `tell` hears of each as it ends.

    `what` is the part of the result that is counted.
    """
    found: dict[str, dict] = {}

    def one(name: str) -> None:
        started = time.monotonic()
        try:
            found[name] = collect_one(environments[name])
            tell(name, f"{len(found[name][what])} {what} in {time.monotonic() - started:.0f} s")
        except Exception as error:  # a missing interpreter or a broken environment costs its release only
            tell(name, str(error))

    with ThreadPoolExecutor(jobs) as pool:
        list(pool.map(one, environments))
    return found, [name for name in environments if name not in found]


def store(root: Path, kind: str, found: dict[str, dict], order: list[str]) -> None:
    """Store raw surfaces by release; releases in `order` that were not collected now keep what is stored.

    Keras minors are stored as `3.5`, not as the `keras-3.5` of their environment.
    """
    found = {name.removeprefix("keras-"): raw for name, raw in found.items()}
    order = [name.removeprefix("keras-") for name in order]
    flats = surface.read(root, kind)
    flats.update({name: surface.flatten(raw, ROOTS[kind]) for name, raw in found.items()})
    surface.write(root, kind, {name: flats[name] for name in order if name in flats})
    if kind == surface.TENSORFLOW:
        modules = surface.read(root, surface.MODULES)
        modules.update({name: {one: ("module", {}) for one in raw["modules"]} for name, raw in found.items()})
        surface.write(root, surface.MODULES, {name: modules[name] for name in order if name in modules})
