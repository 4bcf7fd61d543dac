"""The requirement sets of an environment rule: what a user would install, and the locks of what that came to.

A set is a requirement file (`before.txt`, `after.txt`) in which each paragraph is one `pip install`, in order: a later
one replaces what an earlier one brought, as pip does. `{tensorflow}` stands for the measured package of the release
(`tensorflow-cpu==2.10.1`), `{minor}`, `{previous}` and `{next}` for it and its neighbours (2.10, 2.9, 2.11).

`locks.json` beside the files holds, for each file and release, the versions that were chosen on a day, or that nothing
could be: written by the lab alone.
"""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path

from pydantic import BaseModel, ConfigDict, TypeAdapter

from scripts.registry.releases import Releases
from scripts.registry.rule import Rule

PROGRAM = "program.py"
LOCKS = "locks.json"


class Lock(BaseModel):
    """What one set came to in one release.

    `wanted`: digest of the set and its Python. `pins`: each package and version. `refused`: no versions fit together;
    the pins are then those of the installer that says so to the user.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    as_of: str
    python: str
    wanted: str
    refused: bool = False
    pins: tuple[str, ...]

    def version(self, package: str) -> str:
        """The version of a package, "" where it is not installed."""
        return next((pin.partition("==")[2] for pin in self.pins if pin.partition("==")[0] == package), "")


Locks = dict[str, dict[str, Lock]]
_LOCKS = TypeAdapter(Locks)


def measured_releases(rule: Rule, releases: Releases) -> list[str]:
    """The releases in which an environment rule is measured, oldest first."""
    first, last = rule.example.requirements.releases
    return releases.minors[releases.position(first) : releases.position(last) + 1]


def python_of(rule: Rule, name: str, minor: str, releases: Releases) -> str:
    """The Python that a set of a rule is installed for: the release's own, unless the rule says another."""
    own = releases.releases[releases.position(minor)].python
    return rule.example.requirements.python.get(name, own)


def filled(text: str, minor: str, releases: Releases) -> str:
    """The text of a requirement file for one release. Raises ValueError for a name in braces that means nothing."""
    position = releases.position(minor)
    release = releases.releases[position]
    names = {
        "tensorflow": f"{release.package}=={release.patch}",
        "minor": minor,
        "patch": release.patch,
        "previous": releases.minors[position - 1] if position else "1.15",
        "next": releases.minors[position + 1] if minor != releases.newest else "",
    }

    def value(match: re.Match) -> str:
        if not names.get(match[1]):
            raise ValueError(f"{{{match[1]}}} means nothing in {minor}: use one of {', '.join(names)}")
        return names[match[1]]

    return re.sub(r"\{(\w*)\}", value, text)


def paragraphs(text: str) -> list[list[str]]:
    """The requirements of each installation, without comments."""
    found = [
        [line.strip() for line in part.splitlines() if line.strip() and not line.startswith("#")]
        for part in re.split(r"\n\s*\n", text)
    ]
    return [part for part in found if part]


def packages(text: str) -> list[str]:
    """Names of the packages that a requirement file names, each once, in lower case."""
    lines = [line for part in paragraphs(text) for line in part]
    names = [re.split(r"[^\w.-]", line.replace("{tensorflow}", "tensorflow"))[0] for line in lines]
    return list(dict.fromkeys(name.lower() for name in names if name))


def wanted(text: str, python: str) -> str:
    """Digest of what a lock is made from: the paragraphs of a filled file and the Python."""
    return hashlib.sha256(json.dumps([paragraphs(text), python]).encode()).hexdigest()[:12]


def read_locks(folder: Path) -> Locks:
    """The locks of the rule whose examples are in `folder`, none where there are none. Raises ValueError."""
    path = folder / LOCKS
    return _LOCKS.validate_json(path.read_bytes()) if path.exists() else {}


def dump_locks(locks: Locks) -> str:
    """The locks as text in a stable order, a line for each file and release."""
    parts = []
    for name in sorted(locks):
        lines = [
            f"  {json.dumps(minor)}: {lock.model_dump_json(exclude_defaults=True)}"
            for minor, lock in locks[name].items()
        ]
        parts.append(f" {json.dumps(name)}: {{\n" + ",\n".join(lines) + "\n }")
    return "{\n" + ",\n".join(parts) + "\n}\n"
