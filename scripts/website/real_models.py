"""Holds the saved-model matrix against models that other people saved.

`python -m scripts.website.real_models` fetches the packages of `saved_models/real_models/models.yml` (among the
examples), has each model inspected by the page's own inspector, writes down what the matrix leads one to expect, loads
it, and writes what was found beside it. It needs the network (for the packages alone), a browser as the tests
do, and about 2 GB.
"""

from __future__ import annotations

import datetime
import shutil
import tempfile
import time
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from scripts.lab import real_models as lab
from scripts.lab.environments import EnvironmentFailed, cache_dir
from scripts.lab.interpreters import NoInterpreter
from scripts.lab.session import WorkerFailed
from scripts.lab.store import write_atomically
from scripts.registry import real_models, saved_models
from scripts.registry.load import Registry, read
from scripts.registry.real_models import Found, Load, RealModel, hit
from scripts.website.held_against import HeldAgainst
from scripts.website.saved_models import LETTERS, SavedModels

ROOT = Path(__file__).parents[2]
TARGETS = ("2.4", "2.9", "2.15", "2.16-tf_keras", "2.16", "2.21")
FIRST = ("2.21", "2.16-tf_keras", "2.16", "2.15", "2.9", "2.4")  # in which order they are loaded
# Ways that can be taken with the file alone, without the code that made the model.
WAYS = ("load_model", "load_model_compile_false", "load_model_unsafe", "saved_model_load", "session", "tfsm_layer")
WAYS += ("interpreter",)
MOST_KINDS = 3  # that are named for a prediction
VERDICTS = {letter: verdict for verdict, letter in LETTERS.items()}
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
ASK = """async ([known, targets]) => {
  const report = await atlasInspect.together(document.getElementById('file').files, { keras: known })
  const foretold = {}
  for (const target of targets) foretold[target] = atlasForetell(report, atlasSavedModels, target)
  return { report, foretold }
}"""


class Asked:
    """The inspector and the predictor of the page, in a browser."""

    def __init__(self, matrix: SavedModels, scratch: Path):
        """`scratch` takes the page."""
        self._known = matrix.keras
        scripts = ROOT / "docs/assets/inspect"
        (scratch / "data.js").write_text(matrix.data())
        sources = [(scripts / name).as_uri() for name in ("inspect-model.js", "foretell.js")]
        tags = "".join(f'<script src="{source}"></script>' for source in [*sources, "data.js"])
        self._page = scratch / "page.html"
        self._page.write_text(f'<input type="file" id="file" multiple>{tags}')

    def __enter__(self) -> Asked:
        """Start the browser."""
        from playwright.sync_api import sync_playwright

        self._playwright = sync_playwright().start()
        system = next(filter(None, map(shutil.which, BROWSERS)), None)
        self._browser = self._playwright.chromium.launch(executable_path=system, args=ARGUMENTS)
        self._tab = self._browser.new_page()
        self._tab.goto(self._page.as_uri())
        return self

    def __exit__(self, *_) -> None:
        """End it."""
        self._browser.close()
        self._playwright.stop()

    def __call__(self, model: lab.Unpacked) -> RealModel:
        """What is told of a model, its loads foretold."""
        parts = [model.file / "saved_model.pb", model.file / "keras_metadata.pb"]
        files = [path for path in parts if path.exists()] if model.file.is_dir() else [model.file]
        self._tab.locator("#file").set_input_files(files)
        answer = self._tab.evaluate(ASK, [self._known, list(TARGETS)])
        report = answer["report"]
        keras = f"Keras {report['keras']}" if report["keras"] else ""
        told = RealModel(
            package=model.package.package,
            path=model.path,
            format=report["format"],
            saved_by=f"TensorFlow {report['tensorflow']}" if report["tensorflow"] else keras,
            contains=report["contains"]["layers"],
        )
        oldest = next(iter(report["releases"]), "3.0" if (report["keras"] or "").startswith("3.") else "2.0")
        for target in TARGETS:
            if not _can_be_asked(oldest, target):
                continue
            for one in answer["foretold"][target]:
                way, verdict = one["way"], one["outcome"]["v"]
                if way in WAYS:
                    full = next(
                        name for name in ("same", "differs", "unusable", "error", "absent") if name[0] == verdict
                    )
                    if one["outcome"].get("at") == "train":  # these models are loaded and called, not trained
                        full = "same"
                    told.loads.setdefault(way, {})[target] = Load(foretold=full, like=one["kinds"][:MOST_KINDS])
        return told


def _can_be_asked(oldest: str, target: str) -> bool:
    """Whether a release is the same as the one that saved or a later one; `3.0` stands for any Keras 3."""
    minor = 16 if oldest == "3.0" else int(oldest.split(".")[1])
    return int(target.partition("-")[0].split(".")[1]) >= minor


def load(
    known: Registry, told: list[tuple[lab.Unpacked, RealModel]], jobs: int, until: float, console: Console
) -> None:
    """Load models in all environments until a time, small ones first, and write down what was found."""
    by_target: dict[str, list] = {target: [] for target in FIRST}
    for unpacked, model in sorted(told, key=lambda one: one[0].size):
        for way, targets in model.loads.items():
            for target in targets:
                by_target[target].append((unpacked, way))
    raw: dict[tuple[str, str, str], dict] = {}

    def work(target: str) -> None:
        try:
            for unpacked, way, one in lab.load_all(known, target, by_target[target], until):
                raw[str(unpacked.folder), way, target] = one
        except (EnvironmentFailed, NoInterpreter, WorkerFailed) as error:
            console.print(f"[red]{target}: {error}[/red]")
        done = sum(name == target for *_, name in raw)
        console.print(f"{target}: {done} of {len(by_target[target])} loads")

    with ThreadPoolExecutor(jobs) as pool:
        list(pool.map(work, by_target))
    for unpacked, model in told:
        everything = ((way, target) for way, targets in model.loads.items() for target in targets)
        cells = [cell for cell in everything if (str(unpacked.folder), *cell) in raw]
        mine = {cell: raw[str(unpacked.folder), *cell] for cell in cells}
        order = sorted(cells, key=lambda cell: (TARGETS.index(cell[1]), WAYS.index(cell[0])))
        expected: dict[str, list] = {}  # a SavedModel's signature may take something else than the model in it
        for cell in order:
            if "outputs" in mine[cell]:
                expected.setdefault(str(mine[cell]["inputs"]), mine[cell]["outputs"])
        for (way, target), one in mine.items():
            outcome = lab.judged(one, expected.get(str(one.get("inputs"))))
            found = model.loads[way][target]
            found.found = outcome.verdict
            found.error = (str(outcome.error) if outcome.error else outcome.difference or "")[:200] or None


def table(found: Found, misses_only: bool) -> Table:
    """A row for each way to load each model."""
    shown = Table("model", "saved by", "way", *TARGETS, box=None)
    for model in found.models:
        for way, targets in model.loads.items():
            cells = [_cell(targets.get(target)) for target in TARGETS]
            if not misses_only or any("≠" in cell for cell in cells):
                name = f"{model.package.partition('==')[0]}: {model.path.rpartition('/')[2]}"
                shown.add_row(name, model.saved_by, way, *cells)
    return shown


def _cell(load: Load | None) -> str:
    if load is None or load.found == "absent":
        return ""
    if load.found is None:
        return f"{load.foretold}?"
    return load.found if hit(load) else f"[red]{load.found} ≠ {load.foretold}[/red]"


def share(found: Found) -> str:
    """How many loads came out as foretold, in words."""
    held = HeldAgainst(found)
    first, now = (f"{count} ({held.percent(count)} %)" for count in (held.first_hits, held.hits))
    return f"{held.loads} loads of {held.models} models: {now} as foretold; {first} before any was loaded"


def main(
    downloads: Annotated[Path | None, typer.Option(help="Where packages are kept.")] = None,
    only: Annotated[list[str] | None, typer.Option(help="Packages by name; the record is not written.")] = None,
    foretell_only: Annotated[bool, typer.Option("--foretell-only", help="Load nothing.")] = False,
    misses: Annotated[bool, typer.Option("--misses", help="Show only what came out otherwise.")] = False,
    minutes: Annotated[float, typer.Option(help="Start no load after that time; the next run goes on.")] = 600,
    jobs: Annotated[int, typer.Option(help="Environments at once.")] = 2,
) -> None:
    """Hold the saved-model matrix against models that other people saved."""
    console = Console()
    known, _ = read(ROOT)
    subject, records, _ = saved_models.inspect(ROOT, known.releases)
    downloads = (downloads or cache_dir() / "real_models").resolve()
    packages = [one for one in real_models.read_list(ROOT) if not only or one.package.partition("==")[0] in only]
    matrix = SavedModels(subject, records, known.releases, [])
    with tempfile.TemporaryDirectory(prefix="atlas-real-") as scratch:
        told = []
        with Asked(matrix, Path(scratch)) as ask:
            for model in _unpacked(packages, downloads, Path(scratch) / "models"):
                told.append((model, ask(model)))
        found = Found(measured_on=datetime.date.today().isoformat(), models=[model for _, model in told])
        found.remember(real_models.read_found(ROOT))
        if not foretell_only:
            load(known, told, jobs, time.monotonic() + 60 * minutes, console)
    if not only:
        write_atomically(ROOT / real_models.FOUND, real_models.dump(found))
    console.print(table(found, misses))
    console.print(share(found))


def _unpacked(packages: Iterable[real_models.Package], downloads: Path, target: Path):
    for package in packages:
        yield from lab.unpack(package, lab.fetch(package, downloads), target)


if __name__ == "__main__":
    typer.run(main)
