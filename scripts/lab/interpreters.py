"""Finds a Python interpreter of a given version, wherever a user may have one."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import uv


class NoInterpreter(Exception):
    """No interpreter of the wanted version can be had; the text says what to do."""


def find_python(version: str) -> Path:
    """Absolute path of a CPython `version` ("3.7").

    Looks, in this order, at `ATLAS_PYTHON_3_7`, pyenv's versions, `python3.7` on PATH, and what uv finds or
    downloads. Raises NoInterpreter when none of them runs.
    """
    named = os.environ.get(f"ATLAS_PYTHON_{version.replace('.', '_')}")
    if named:
        if runs(Path(named), version):
            return Path(named)
        raise NoInterpreter(f"ATLAS_PYTHON_{version.replace('.', '_')}={named} is not a Python {version}")
    for candidate in [*_pyenv(version), *_on_path(version)]:
        if runs(candidate, version):
            return candidate
    return _from_uv(version)


def runs(python: Path, version: str) -> bool:
    """Whether `python` starts and is of `version`; a pyenv shim without that version does not start."""
    code = "import sys; print('%d.%d' % sys.version_info[:2])"
    try:
        done = subprocess.run([python, "-I", "-c", code], capture_output=True, text=True, timeout=30)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0 and done.stdout.strip() == version


def _pyenv(version: str) -> list[Path]:
    root = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv"))
    found = (root / "versions").glob(f"{version}.*/bin/python")
    return sorted(found, key=lambda path: int(path.parts[-3].rsplit(".", 1)[-1].split("-")[0] or 0), reverse=True)


def _on_path(version: str) -> list[Path]:
    found = shutil.which(f"python{version}")
    return [Path(found).absolute()] if found else []


def _from_uv(version: str) -> Path:
    finder = [uv.find_uv_bin(), "python", "find", "--no-project", version]
    done = subprocess.run(finder, capture_output=True, text=True)
    if done.returncode != 0:
        subprocess.run([uv.find_uv_bin(), "python", "install", "--no-bin", version], capture_output=True)
        done = subprocess.run(finder, capture_output=True, text=True)
    found = Path(done.stdout.strip() or "none")
    if done.returncode == 0 and runs(found, version):
        return found
    raise NoInterpreter(
        f"no Python {version}: uv finds and downloads none here. Install one (pyenv install {version}, conda "
        f"or your system's packages) or set ATLAS_PYTHON_{version.replace('.', '_')} to its path"
    )
