"""What is installed in an environment, read from its lock."""

from __future__ import annotations

import re
from pathlib import Path

from scripts.registry.content import lock_path
from scripts.registry.releases import Environment

PIN = re.compile(r"^([\w.-]+)==([^\s;\\]+)", re.MULTILINE)


def packages(root: Path, environment: Environment) -> dict[str, str]:
    """Every package of an environment with its version, in the order of the lock; nothing when there is no lock."""
    path = lock_path(root, environment)
    return dict(PIN.findall(path.read_text())) if path.exists() else {}
