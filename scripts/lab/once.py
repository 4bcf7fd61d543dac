"""Runs programs that are no examples of their own in one environment; what is known is not run again."""

from __future__ import annotations

import hashlib
import json
import tempfile
from dataclasses import dataclass
from pathlib import Path

from scripts.lab.environments import build, cache_dir
from scripts.lab.session import INSIDE, Session, without_noise
from scripts.lab.store import Store
from scripts.registry.content import PROTOCOL, lock_digest
from scripts.registry.load import Registry
from scripts.registry.releases import Environment

BASELINE = INSIDE / "baseline.py"


@dataclass(frozen=True)
class Program:
    """A program: its text, whether it needs a process of its own, and how long it may take."""

    text: str
    isolated: bool = False
    seconds: int = 120


def run(registry: Registry, environment: Environment, programs: list[Program], jobs: int) -> list[dict]:
    """The outcome of each program (see `lab/inside/worker.py`), without what any program prints there.

    Raises EnvironmentFailed, NoInterpreter or WorkerFailed when the environment cannot be used.
    """
    store = Store(cache_dir() / "runs")
    lock = lock_digest(registry.root, environment)
    keys = [_key(program, lock) for program in programs]
    wanted = {key: program for key, program in zip(keys, programs, strict=True) if store.get(key) is None}
    if wanted:
        python = build(registry.root, environment)
        with tempfile.TemporaryDirectory() as folder, Session(python, environment.variables, jobs) as session:
            requests = [_request(number, one, Path(folder)) for number, one in enumerate(wanted.values())]
            flags = {program.isolated for program in wanted.values()}
            noise = {flag: _noise(session, flag) for flag in flags}
            found = list(wanted.items())
            for answer in session.run(requests):
                key, program = found[answer["job"]]
                outcome = answer["outcome"]
                if "messages" in outcome:
                    outcome["messages"] = without_noise(outcome["messages"], noise[program.isolated])
                store.put(key, {"outcome": outcome})
    return [store.get(key)["outcome"] for key in keys]


def _key(program: Program, lock: str) -> str:
    parts = [PROTOCOL, "once", program.text, program.isolated, lock]
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()[:12]


def _request(number: int, program: Program, folder: Path) -> dict:
    path = folder / str(number) / "program.py"
    path.parent.mkdir()
    path.write_text(program.text, encoding="utf-8")
    return {"job": number, "file": str(path), "isolated": program.isolated, "seconds": program.seconds}


def _noise(session: Session, isolated: bool) -> list[dict]:
    request = {"job": 0, "file": str(BASELINE), "isolated": isolated, "seconds": 120}
    (answer,) = session.run([request])
    return answer["outcome"].get("messages", [])
