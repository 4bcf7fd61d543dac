"""What running examples costs in one environment: forked from one import, against a process for each."""

from __future__ import annotations

import time
from dataclasses import dataclass

from scripts.lab.environments import build
from scripts.lab.session import Session
from scripts.registry.content import example_files, example_folder
from scripts.registry.load import Registry
from scripts.registry.releases import Environment


@dataclass(frozen=True)
class Cost:
    """Seconds of wall time, and of CPU time of the examples themselves."""

    runs: int
    wall: float
    import_wall: float
    examples_cpu: float


def cost(registry: Registry, environment: Environment, jobs: int, warm: bool, every: int = 1) -> Cost:
    """Run every n-th example file of the registry once, `jobs` at a time, and say what it took.

    Rules that need a fresh process, prepared files or packages of their own are left out, so that both ways run the
    same files.
    """
    files = [
        str(example_folder(registry.root, rule) / name)
        for rule in registry.rules.values()
        if not rule.example.isolated and not rule.example.prepare_in and not rule.example.requirements
        for name in example_files(registry.root, rule)
    ][::every]
    python = build(registry.root, environment)
    requests = [{"job": number, "file": file, "seconds": 120} for number, file in enumerate(files)]
    started = time.monotonic()
    with Session(python, environment.variables, jobs, warm) as session:
        cpu = sum(answer["cpu"] for answer in session.run(requests))
        imported = session.ready["seconds"]
    return Cost(len(files), time.monotonic() - started, imported, cpu)


def rows(registry: Registry, environment: Environment, jobs: int) -> list[tuple[str, str, str]]:
    """The lab's rows of the benchmark's table: what, measured, aim."""
    forked = cost(registry, environment, jobs, warm=True)
    every = max(1, forked.runs // 24)
    fresh = cost(registry, environment, jobs, warm=False, every=every)
    least = forked.import_wall + forked.examples_cpu / jobs
    fresh_wall = fresh.wall * forked.runs / fresh.runs
    name = environment.name
    return [
        (f"{name}: {forked.runs} example files, {jobs} at once", f"{forked.wall:.1f} s", ""),
        (f"{name}: one import of TensorFlow", f"{forked.import_wall:.1f} s", ""),
        (f"{name}: CPU time of the examples", f"{forked.examples_cpu:.1f} s", ""),
        (f"{name}: wall time / (import + CPU time / {jobs})", f"{forked.wall / least:.2f}", "at most 1.3"),
        (f"{name}: a fresh process each (from {fresh.runs} of them)", f"{fresh_wall:.1f} s", ""),
        (f"{name}: fresh processes / forks", f"{fresh_wall / forked.wall:.1f}", "at least 8"),
    ]
