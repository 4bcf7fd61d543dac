"""Locks the requirement sets of environment rules, installs them, and asks pip where nothing can be installed.

A set is installed for one run: a copy (by hard links) of the release's own environment in which only the packages that
differ are exchanged. Installing runs what a package brings along, so read the sets of a stranger before you run them.
"""

from __future__ import annotations

import datetime
import json
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

import uv

from scripts.lab.environments import PLATFORM, EnvironmentFailed, build, cache_dir
from scripts.lab.interpreters import find_python
from scripts.lab.store import Store, write_atomically
from scripts.registry import requirements
from scripts.registry.content import example_files, example_folder
from scripts.registry.load import Registry
from scripts.registry.requirements import Lock
from scripts.registry.rule import Rule

REFUSED = re.compile(r"No solution found when resolving|Failed to build|Build backend|no wheels|has no usable")
PIP_SECONDS = 300
RESOLVERS = 6  # resolving waits for the package index most of the time
LOG_LINE = re.compile(r"^[WEF] \S+:\d+\] ")
FRAME = re.compile(r'^(Traceback \(most|File ")')
ERROR_LINE = re.compile(r"^[\w.]*(Error|Exception|Warning): ")
USUAL = re.compile(r"^To enable (the following|them in)|rebuild TensorFlow with the appropriate")


def lock(registry: Registry, rule: Rule, minors: list[str], again: bool = False) -> None:
    """Resolve the sets of a rule in some releases, as of the newest day in `rules/releases.yml`, and write the locks.

    Locks that belong to their file as it stands are kept, unless `again`. Raises EnvironmentFailed with uv's message,
    and ValueError where a file is wrong.
    """
    folder = example_folder(registry.root, rule)
    known = requirements.read_locks(folder)
    found: requirements.Locks = {}
    with ThreadPoolExecutor(RESOLVERS) as pool:
        waiting = {}
        for name in example_files(registry.root, rule):
            for minor in requirements.measured_releases(rule, registry.releases):
                text = requirements.filled((folder / name).read_text(), minor, registry.releases)
                python = requirements.python_of(rule, name, minor, registry.releases)
                old = known.get(name, {}).get(minor)
                current = old is not None and old.wanted == requirements.wanted(text, python)
                if minor in minors and (again or not current):
                    waiting[name, minor] = pool.submit(_resolve, text, python, registry.releases.latest.day)
                if old or (name, minor) in waiting:
                    found.setdefault(name, {})[minor] = old
        for (name, minor), one in waiting.items():
            found[name][minor] = one.result()
    if found != known:
        write_atomically(folder / requirements.LOCKS, requirements.dump_locks(found))


def _resolve(text: str, python: str, day: datetime.date) -> Lock:
    pins: dict[str, str] = {}
    parts = requirements.paragraphs(text)
    head = {"as_of": day.isoformat(), "python": python, "wanted": requirements.wanted(text, python)}
    for part in parts:
        found, fault = _compile(part, python, day, list(pins.values()))
        if fault and len(parts) == 1:
            installer, _ = _compile(["pip", "setuptools", "wheel"], python, day, [])
            return Lock(**head, refused=True, pins=tuple(installer))
        if fault:
            raise EnvironmentFailed(fault)
        pins |= {pin.partition("==")[0]: pin for pin in found}
    return Lock(**head, pins=tuple(sorted(pins.values())))


def _compile(wanted: list[str], python: str, day: datetime.date, installed: list[str]) -> tuple[list[str], str]:
    """Resolve one `pip install`: pins, or why no versions fit. What is installed stays where it fits, as with pip.

    The answer for a day in the past never changes, so it is kept. Raises EnvironmentFailed for any other trouble.
    """
    until = day + datetime.timedelta(days=1)
    store = Store(cache_dir() / "resolved")
    key = sha256(json.dumps([wanted, python, until.isoformat(), installed]).encode()).hexdigest()
    if kept := store.get(key):
        return kept["pins"], kept["fault"]
    with tempfile.NamedTemporaryFile("w+", suffix=".txt") as file:
        file.write("\n".join(installed))  # versions in the output file are preferred, says uv's documentation
        file.flush()
        command = [uv.find_uv_bin(), "pip", "compile", "-", "--no-header", "--no-annotate", "--quiet"]
        command += ["--python-version", python, "--python-platform", PLATFORM, "--output-file", file.name]
        command += ["--exclude-newer", f"{until.isoformat()}T00:00:00Z"]
        done = _run(command, input="\n".join(wanted))
        pins = re.findall(r"^[\w.-]+==[^\s;]+", Path(file.name).read_text(), re.MULTILINE)
    fault = (done.stderr.strip() or f"uv ended with {done.returncode}") if done.returncode else ""
    if fault and (not REFUSED.search(fault) or "network was disabled" in fault):
        raise EnvironmentFailed(fault)
    store.put(key, {"pins": [] if fault else pins, "fault": fault})
    return ([] if fault else pins), fault


@contextmanager
def installed(registry: Registry, rule: Rule, name: str, minor: str) -> Iterator[Path]:
    """A context in which a set is installed as locked; gives its Python. Raises EnvironmentFailed or NoInterpreter."""
    one = requirements.read_locks(example_folder(registry.root, rule))[name][minor]
    environment = registry.releases.environments[minor]
    parent = cache_dir() / "requirement_sets"
    parent.mkdir(parents=True, exist_ok=True)
    folder = Path(tempfile.mkdtemp(prefix=f"{rule.id}-{minor}-", dir=parent))
    try:
        if one.python == environment.release.python and not one.refused:
            base = build(registry.root, environment).parent.parent
            subprocess.run(["cp", "-al", f"{base}/.", folder], check=True)
        else:
            _uv("venv", "--no-project", "--quiet", "--allow-existing", "--python", str(find_python(one.python)), folder)
        python = folder / "bin" / "python"
        _uv("pip", "sync", "--quiet", "--python", str(python), "-", input="\n".join(one.pins))
        yield python
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def told(messages: list[dict]) -> list[dict]:
    """The messages of a run with the lines on standard error put together again, without frames of tracebacks.

    What a broken package writes there is prose over several lines, between tracebacks that it swallowed.
    """
    found: list[dict] = []
    frame = False
    for one in messages:
        text = one["text"]
        if one["source"] != "stderr" or LOG_LINE.match(text):
            found.append(one)
            continue
        if frame and not FRAME.match(text) and not ERROR_LINE.match(text):
            frame = False  # the line of code below the name of the file
            continue
        frame = bool(FRAME.match(text))
        if frame or USUAL.search(text):
            continue
        last = found[-1] if found else None
        if last and last["source"] == "stderr" and not LOG_LINE.match(last["text"]):
            found[-1] = {**last, "text": f"{last['text']}\n{text}"}
        else:
            found.append(one)
    return found


def refusal(python: Path, text: str) -> dict | None:
    """What pip says of a requirement file that it cannot install, as an outcome; None where it can."""
    with tempfile.TemporaryDirectory(prefix="atlas-") as folder:
        (Path(folder) / "requirements.txt").write_text(text)
        command = [python, "-m", "pip", "install", "--no-input", "--dry-run", "--progress-bar", "off"]
        command += ["--disable-pip-version-check", "-r", "requirements.txt"]
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=PIP_SECONDS)
    if done.returncode == 0:
        return None
    lines = [scrubbed(line) for line in done.stderr.splitlines() if not line.startswith(("WARNING:", "[notice]"))]
    start = next((n for n, line in enumerate(lines) if line.lower().startswith("error:")), 0)
    error = "\n".join(lines[start:]).strip()
    return {"error": {"type": "ERROR", "text": re.sub(r"^error: ", "", error, flags=re.I), "line": 0, "code": ""}}


def scrubbed(line: str) -> str:
    """A line of pip without the addresses of package indexes and the places of this machine."""
    line = re.sub(r"\x1b\[[\d;]*m", "", line).rstrip()
    line = re.sub(r"https?://(?!pip\.pypa\.io|github\.com)[^\s)>\]]+", "…", line)
    return re.sub(r"(/\w[^\s'\":]*)+/(?=[^\s/]*)", "…/", line) if re.search(r"(^|[\s'\"(])/\w", line) else line


def _run(command: list, **options) -> subprocess.CompletedProcess:
    # From a folder outside the project, so that its own constraint-dependencies do not apply.
    cache_dir().mkdir(parents=True, exist_ok=True)
    return subprocess.run(command, cwd=cache_dir(), capture_output=True, text=True, **options)


def _uv(*arguments, **options) -> None:
    done = _run([uv.find_uv_bin(), *arguments], **options)
    if done.returncode != 0:
        raise EnvironmentFailed(f"uv {arguments[0]}: {done.stderr.strip()}")
