"""Locks an environment as of its day, and builds it from its lock."""

from __future__ import annotations

import datetime
import fcntl
import os
import shutil
import subprocess
from pathlib import Path

import uv

from scripts.lab.interpreters import find_python
from scripts.registry.content import lock_digest, lock_path
from scripts.registry.releases import Environment

PLATFORM = "x86_64-manylinux_2_28"


class EnvironmentFailed(Exception):
    """An environment cannot be locked or built; the text is what uv or the interpreter said."""


def cache_dir() -> Path:
    """Where environments and raw runs are kept between runs and checkouts (`ATLAS_CACHE` overrides it)."""
    base = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(os.environ.get("ATLAS_CACHE") or Path(base) / "tf-upgrade-atlas")


def lock(root: Path, environment: Environment) -> Path:
    """Resolve an environment as of its day and write its lock; returns the path.

    A package is taken into account when it was uploaded before the end of `environment.as_of`, as described
    for `--exclude-newer` in uv's documentation. Raises EnvironmentFailed with uv's message.
    """
    until = environment.as_of + datetime.timedelta(days=1)
    command = [uv.find_uv_bin(), "pip", "compile", "-", "--no-header", "--no-annotate", "--quiet"]
    command += ["--python-version", environment.release.python, "--python-platform", PLATFORM]
    command += ["--exclude-newer", f"{until.isoformat()}T00:00:00Z"]
    done = _run(command, input="\n".join(environment.requirements))
    if done.returncode != 0:
        raise EnvironmentFailed(done.stderr.strip())
    path = lock_path(root, environment)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"# {environment.name}: dependencies as of {environment.as_of}, by `atlas lock`\n{done.stdout}")
    return path


def build(root: Path, environment: Environment) -> Path:
    """Make sure that an environment stands in the cache as its lock says; returns its Python.

    The folder's name holds the lock's digest, so a changed lock gets a new folder and an environment that
    is in use is never altered. Raises EnvironmentFailed or NoInterpreter.
    """
    if not lock_path(root, environment).exists():
        raise EnvironmentFailed(f"no lock: run `atlas lock {environment.name}`")
    base = find_python(environment.release.python)
    folder = cache_dir() / "environments" / f"{environment.name}-{lock_digest(root, environment)[:12]}"
    python, ready = folder / "bin" / "python", folder / "ready"
    if ready.exists():
        return python
    folder.parent.mkdir(parents=True, exist_ok=True)
    with open(folder.with_suffix(folder.suffix + ".lock"), "w") as guard:
        fcntl.flock(guard, fcntl.LOCK_EX)
        if ready.exists():
            return python
        shutil.rmtree(folder, ignore_errors=True)
        _uv("venv", "--no-project", "--quiet", "--python", str(base), str(folder))
        lock_file = str(lock_path(root, environment))
        _uv("pip", "sync", "--quiet", "--compile-bytecode", "--python", str(python), lock_file)
        ready.touch()
    return python


def _run(command: list[str], **options) -> subprocess.CompletedProcess:
    # From a folder outside the project, so that its own constraint-dependencies do not apply.
    cache_dir().mkdir(parents=True, exist_ok=True)
    return subprocess.run(command, cwd=cache_dir(), capture_output=True, text=True, **options)


def _uv(*arguments: str) -> None:
    done = _run([uv.find_uv_bin(), *arguments])
    if done.returncode != 0:
        raise EnvironmentFailed(f"uv {arguments[0]}: {done.stderr.strip()}")
