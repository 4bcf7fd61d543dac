"""A constraints file for pip and uv for each environment: the packages of its day, with which every example was run."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from scripts.registry import locks
from scripts.registry.load import Registry
from scripts.registry.releases import Environment

FOLDER = "exports/constraints"


@dataclass
class Proof:
    """How many files of how many rules ran in an environment, and the day of the newest measurement among them."""

    runs: int = 0
    rules: int = 0
    newest: str = "no day yet"


def files(registry: Registry) -> Iterator[tuple[str, bytes]]:
    """(path, content) for each environment that has a lock."""
    proofs = _proofs(registry)
    for environment in registry.releases.environments.values():
        packages = locks.packages(registry.root, environment)
        if packages:
            yield f"{FOLDER}/{environment.name}.txt", _text(environment, packages, proofs[environment.name]).encode()


def _text(environment: Environment, packages: dict[str, str], proof: Proof) -> str:
    """Comments that say what this is and how it is known to work, then the pins."""
    release = environment.release
    wanted = " ".join(one.replace(release.package, "tensorflow", 1) for one in environment.requirements)
    head = [
        f"TensorFlow {release.patch} for Python {release.python}, with its dependencies as of {environment.as_of}.",
        f"Use: pip install {wanted} -c {environment.name}.txt",
        *(f"Set {name}={value} in the environment." for name, value in environment.variables.items()),
        "",
        f"How it was proved: an environment with exactly these packages was built with Python {release.python} on",
        f"Linux x86_64, TensorFlow was imported in it, and {proof.runs} examples of {proof.rules} rules were run, the",
        f"last on {proof.newest}. Wheels for other systems or versions of Python may not exist for every pin.",
        "TF Upgrade Atlas. Licence: CC0-1.0.",
    ]
    pins = dict(packages)
    if "tensorflow-cpu" in pins:
        head.append("tensorflow-cpu is what was measured; tensorflow is the same release with support for GPUs.")
        # A constraint binds only what is installed: the same file serves both packages.
        pins["tensorflow"] = pins["tensorflow-cpu"]
    comments = "\n".join(f"# {line}".rstrip() for line in head)
    return comments + "\n\n" + "".join(f"{name}=={version}\n" for name, version in sorted(pins.items()))


def _proofs(registry: Registry) -> dict[str, Proof]:
    proofs = {name: Proof() for name in registry.releases.environments}
    for id, measured in registry.measured.items():
        if registry.rules[id].example.requirements:  # run with packages of their own
            continue
        ran = Counter(
            name
            for record in measured.files.values()
            for run in record.runs
            if run.outcome != "unavailable"
            for name in run.environments
        )
        for name in ran.keys() & proofs.keys():
            one = proofs[name]
            days = [day for day in (one.newest, measured.measured_on) if day[0].isdigit()]
            proofs[name] = Proof(one.runs + ran[name], one.rules + 1, max(days))
    return proofs
