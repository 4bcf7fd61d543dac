"""The command line `atlas`: arguments in, calls down, exit codes out.

Exit codes: 0 all is well; 1 faults were found; 2 the command itself was wrong.
"""

from __future__ import annotations

import datetime
import json
import os
import re
import time
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table

from scripts.census import coverage as census_coverage
from scripts.census import history as census_history
from scripts.census import keywords as census_keywords
from scripts.census import measure as census_measure
from scripts.census import report as census_report
from scripts.census import surface as census_surface
from scripts.export import history as data_history
from scripts.lab import bench as lab_bench
from scripts.lab import environments as lab_environments
from scripts.lab import requirement_sets
from scripts.lab.environments import EnvironmentFailed
from scripts.lab.interpreters import NoInterpreter
from scripts.lab.record import merge as merge_records
from scripts.lab.saved_models import Matrix
from scripts.lab.session import WorkerFailed
from scripts.lab.verify import Verification
from scripts.proof import bench as tools_bench
from scripts.proof import prove as proof
from scripts.proof.tools import ToolFailed
from scripts.registry.faults import RegistryFaults
from scripts.registry.load import SCHEMA, Registry, inspect, read, rule_schema
from scripts.registry.rule import SLUG
from scripts.registry.saved_models import Subject as SavedModels
from scripts.registry.scaffold import scaffold
from scripts.website import bench as site_bench
from scripts.website import formats as exports
from scripts.website import history as rule_history
from scripts.website import permalinks as links

app = typer.Typer(no_args_is_help=True, pretty_exceptions_show_locals=False, help=__doc__.splitlines()[0])
err = Console(stderr=True, highlight=False)

Json = Annotated[bool, typer.Option("--json", help="Print one JSON object instead of text.")]
Root = Annotated[Path, typer.Option("--root", help="The checkout to work on.", show_default="this folder")]
HERE = Path(".")
SAMPLE = ("2.0", "2.15", "2.21")


@app.command()
def check(
    ids: Annotated[list[str] | None, typer.Argument(help="Only these rules.")] = None,
    as_json: Json = False,
    root: Root = HERE,
) -> None:
    """Check every rule, example and measurement, without running TensorFlow."""
    registry, faults = _inspect(root)
    faults = sorted(faults + proof.stale(registry))
    if ids:
        _chosen(registry, ids)
        faults = [fault for fault in faults if any(name in fault.file for name in ids)]
    if as_json:
        print(json.dumps({"rules": len(registry.rules), "faults": [vars(fault) for fault in faults]}, indent=2))
    else:
        for fault in faults:
            print(fault)
        err.print(f"{len(registry.rules)} rules, {len(faults)} faults")
    raise typer.Exit(1 if faults else 0)


@app.command()
def verify(
    ids: Annotated[list[str] | None, typer.Argument(help="Rules to run, all when none is named.")] = None,
    releases: Annotated[str, typer.Option(help="Environments, separated by commas: 2.0,2.15,2.21-tf_keras.")] = "",
    everywhere: Annotated[bool, typer.Option("--all", help="Every environment.")] = False,
    keras: Annotated[bool, typer.Option("--keras", help="Every Keras 3 minor, for rules that move with it.")] = False,
    jobs: Annotated[int, typer.Option(help="Examples that run at once.", show_default="cores")] = os.cpu_count() or 1,
    shard: Annotated[str, typer.Option(help="Take the i-th of n parts of the environments: 3/8.")] = "",
    fresh: Annotated[bool, typer.Option(help="Run again what is known already.")] = False,
    as_json: Json = False,
    root: Root = HERE,
) -> None:
    """Run examples in TensorFlow releases, record what they do, and hold the rules against it.

    Nothing is run twice: what is measured for a file as it stands is kept. Without --releases, --all or --keras
    the three sample releases run.
    """
    registry, _ = _inspect(root) if keras else _read(root)  # what was measured tells which rules move with Keras
    rules = _chosen(registry, ids)
    names = _environments(registry, releases, everywhere, keras)
    if keras:
        rules = [one for one in rules if registry.on_keras_axis(one) or ids and one.id in registry.measured]
    names = _shard(names, shard)
    started = time.monotonic()
    with _progress() as progress:
        bar = progress.add_task("planning", total=None)
        verification = Verification(
            registry,
            jobs,
            fresh,
            on_done=lambda task: progress.advance(bar),
            on_environment=lambda name, runs: None if err.is_terminal else err.print(f"{name}: {runs} runs"),
            on_wait=lambda: err.print("another verification runs on this machine: waiting for it"),
        )
        tasks = verification.plan(rules, names)
        progress.update(bar, description=f"{len(rules)} rules, {len(names)} environments", total=len(tasks))
        report = verification.execute(tasks)
    faults = [f"runnable_examples/{rule}/{file}: {what}" for rule, file, what in report.invalid]
    faults += [f"environment {name} is unavailable: {why}" for name, why in report.unavailable.items()]
    found = _inspect(root)[1]
    faults += [str(fault) for fault in found if not ids or any(name in fault.file for name in ids)]
    summary = {
        "run": report.run,
        "reused": report.reused,
        "seconds": round(time.monotonic() - started, 1),
        "cpu_seconds": round(report.cpu, 1),
        "unavailable": report.unavailable,
        "not_protected_against": sorted(report.unprotected),
        "faults": faults,
    }
    if as_json:
        print(json.dumps(summary, indent=2))
    else:
        for fault in faults:
            print(fault)
        if report.unprotected:
            err.print(f"this system does not limit: {', '.join(summary['not_protected_against'])}")
        held = "every contract holds" if not faults else f"{len(faults)} faults"
        err.print(f"{len(rules)} rules: {held}; {report.run} runs in {summary['seconds']} s, {report.reused} known")
    raise typer.Exit(1 if faults else 0)


@app.command("saved-models")
def saved_models(
    archetypes: Annotated[list[str] | None, typer.Argument(help="Kinds of model, all when none is named.")] = None,
    saved_by: Annotated[str, typer.Option(help="Environments that save, separated by commas; all by default.")] = "",
    loaded_by: Annotated[str, typer.Option(help="Environments that load, separated by commas; all by default.")] = "",
    jobs: Annotated[int, typer.Option(help="Environments that run at once.", show_default="cores")] = os.cpu_count()
    or 1,
    minutes: Annotated[float | None, typer.Option(help="End after this time; the next run goes on.")] = None,
    root: Root = HERE,
) -> None:
    """Measure the saved-model matrix: save in every release in every way, load in others in every way.

    What is known is kept. The whole takes hours, so take slices: --minutes, --saved-by, --loaded-by.
    """
    registry, _ = _read(root)
    known = SavedModels(registry.root).archetypes
    unknown = [name for name in archetypes or () if name not in known]
    if unknown:
        _fail(f"no such archetype: {', '.join(unknown)}; there are {', '.join(known)}", 2)
    sources = _environments(registry, saved_by, not saved_by)
    targets = _environments(registry, loaded_by, not loaded_by)
    with _progress() as progress:
        bar = progress.add_task("saving", total=None)
        matrix = Matrix(
            registry,
            archetypes or known,
            jobs,
            minutes,
            on_plan=lambda pairs: progress.update(bar, description="loading", total=pairs),
            on_done=lambda source, target: progress.advance(bar),
        )
        matrix.run(sources, targets)
    for name, why in matrix.unavailable.items():
        err.print(f"environment {name} is unavailable: {why}", markup=False)
    err.print(f"{matrix.runs} runs, {matrix.cpu:.0f} s of CPU time; {matrix.left} pairs left")
    raise typer.Exit(1 if matrix.unavailable else 0)


@app.command()
def census(
    names: Annotated[list[str] | None, typer.Argument(help="Environments: 2.16, keras-3.5; all by default.")] = None,
    checking: Annotated[bool, typer.Option("--check", help="Account for what is stored; collect nothing.")] = False,
    each: Annotated[str | None, typer.Option("--list", help="List what is open: a release, or all.")] = None,
    jobs: Annotated[int, typer.Option(help="Environments at once.", show_default="cores")] = os.cpu_count() or 1,
    as_json: Json = False,
    root: Root = HERE,
) -> None:
    """Record the public surface of releases, or account for every change in it by a rule or an excuse."""
    registry, _ = _read(root)
    if checking or each is not None:
        _check_census(registry, None if each is None else "" if each == "all" else each, as_json)
    plain = {name: one for name, one in registry.releases.environments.items() if one.kind == "release"}
    stores = {census_surface.TENSORFLOW: plain, census_surface.KERAS: registry.releases.keras_environments}
    known = {name: one for environments in stores.values() for name, one in environments.items()}
    unknown = [name for name in names or () if name not in known]
    if unknown:
        _fail(f"no such environment: {', '.join(unknown)}; there are {', '.join(known)}", 2)
    cache = lab_environments.cache_dir() / "census"

    def collect(environment) -> dict:
        return census_measure.collect(
            registry.root, environment, lab_environments.build(registry.root, environment), cache
        )

    failed = []
    for store, environments in stores.items():
        chosen = {name: one for name, one in environments.items() if not names or name in names}
        found, why = census_measure.collect_all(chosen, collect, jobs, lambda name, told: err.print(f"{name}: {told}"))
        failed += why
        if found:
            census_measure.store(registry.root, store, found, list(environments))
    asked = census_keywords.asked(census_surface.surfaces(registry.root, census_surface.TENSORFLOW).values())

    def probe(environment) -> dict:
        python = lab_environments.build(registry.root, environment)
        return census_measure.probe(registry.root, environment, python, cache, asked)

    chosen = {name: one for name, one in plain.items() if not names or name in names}
    found, why = census_measure.collect_all(
        chosen, probe, jobs, lambda name, told: err.print(f"{name}: {told}"), "accepted"
    )
    if found:
        census_keywords.write(registry.root, found, list(plain))
    raise typer.Exit(1 if failed + why else 0)


@app.command()
def new(
    category: Annotated[str, typer.Argument(help="Number or name of the category: 4 or saving.")],
    slug: Annotated[str, typer.Argument(help="Names the problem: load-model-rejects-savedmodel.")],
    symbol: Annotated[str, typer.Option(help="The public name that the rule is about.")] = "tf.TODO",
    root: Root = HERE,
) -> None:
    """Start a new rule: its YAML file, before.py and after.py, under the next free ID."""
    registry, _ = _read(root)
    numbers = {one.slug: number for number, one in registry.categories.items()}
    number = int(category) if category.isdigit() else numbers.get(category)
    if number not in registry.categories:
        _fail(f"no category {category}: there are {', '.join(f'{n} {name}' for name, n in numbers.items())}", 2)
    if not re.fullmatch(SLUG, slug):
        _fail(f"slug {slug!r}: lower-case words joined by hyphens", 2)
    for path in scaffold(registry, number, slug, symbol):
        print(path)


@app.command()
def merge(
    folders: Annotated[list[Path], typer.Argument(help="Checkouts in which shards were verified.")],
    root: Root = HERE,
) -> None:
    """Take the measurements of other checkouts into this one (after `verify --shard` on several machines)."""
    registry, _ = _read(root)
    taken = merge_records(registry, [folder.resolve() for folder in folders])
    err.print(f"{taken} runs taken")


@app.command()
def lock(
    names: Annotated[
        list[str] | None, typer.Argument(help="Environments or rules, all environments when none is named.")
    ] = None,
    root: Root = HERE,
) -> None:
    """Resolve environments as of their day and write their locks; for an environment rule, those of its sets."""
    registry, _ = _read(root)
    of_rules = [name for name in names or () if name in registry.rules]
    for name in of_rules:
        requirement_sets.lock(registry, registry.rules[name], registry.releases.minors, again=True)
    keras = registry.releases.keras_environments
    chosen = [name for name in names or () if name in keras]
    others = [name for name in names or () if name not in keras and name not in of_rules]
    if others or not names:
        chosen += _environments(registry, ",".join(others), not names)
    for name in chosen:
        path = lab_environments.lock(root.resolve(), (registry.releases.environments | keras)[name])
        err.print(f"{path.relative_to(root.resolve())}")


@app.command()
def permalinks(root: Root = HERE) -> None:
    """Add the IDs of new rules to `permalinks.lock`, which lists every ID ever published."""
    registry, _ = _read(root)
    for name in links.update(registry):
        print(name)


@app.command()
def history(root: Root = HERE) -> None:
    """Write which rules are new or changed into `rules/history.jsonl`, which the feed and the changelog are made of."""
    registry, _ = _read(root)
    try:
        for entry in rule_history.update(registry, datetime.date.today()):
            print(entry.kind, entry.rule, ", ".join(entry.facts if entry.old else ()))
    except ValueError as error:
        _fail(str(error), 1)


@app.command()
def bench(
    environment: Annotated[str, typer.Option(help="The environment in which examples are run.")] = "2.15",
    jobs: Annotated[int, typer.Option(help="Examples that run at once.", show_default="cores")] = os.cpu_count() or 1,
    sizes: Annotated[str, typer.Option(help="Numbers of rules for which the site is built.")] = "60,300,3000",
    root: Root = HERE,
) -> None:
    """Measure what the lab and the site cost on this machine, and print one table."""
    registry, _ = _inspect(root)
    (name,) = _environments(registry, environment, False)
    rows = lab_bench.rows(registry, registry.releases.environments[name], jobs)
    rows += site_bench.rows(registry, [int(size) for size in sizes.split(",") if size])
    table = Table("what", "measured", "aim")
    for row in rows:
        table.add_row(*row)
    Console().print(table)


@app.command("prove")
def prove(
    jobs: Annotated[int, typer.Option(help="Programs that run at once.", show_default="cores")] = os.cpu_count() or 1,
    root: Root = HERE,
) -> None:
    """Let Semgrep, Ruff and ast-grep search and mend the examples, run what was mended, and record it."""
    registry, faults = _inspect(root)
    if faults:
        _fail(f"{len(faults)} faults in the registry (see `atlas check`); nothing was proven", 1)
    try:
        proof.prove(registry, jobs, lambda text: err.print(text, markup=False))
    except (ToolFailed, EnvironmentFailed, NoInterpreter, WorkerFailed) as error:
        _fail(str(error), 1)


@app.command("bench-tools")
def bench_tools(
    folder: Annotated[Path | None, typer.Argument(help="Where the packages are kept; a temporary folder.")] = None,
    root: Root = HERE,
) -> None:
    """Search public TensorFlow packages of 2019 to 2022 with the packs: what it costs, and how much each rule finds."""
    registry, _ = _inspect(root)
    try:
        measured = tools_bench.run(registry, folder)
    except ToolFailed as error:
        _fail(str(error), 1)
    table = Table("what", "measured", "aim")
    for row in tools_bench.rows(measured):
        table.add_row(*row)
    Console().print(table)
    for id, count in sorted(measured.findings.items(), key=lambda one: -one[1]):
        print(f"{id} {count}")


@app.command()
def export(
    format: Annotated[str, typer.Option(help="Its name, or `all`.", show_default=False)],
    out: Annotated[Path, typer.Option(help="The folder to write to.")],
    root: Root = HERE,
) -> None:
    """Write the rules in the form that another tool reads; every format is in the built site too."""
    known = [*exports.names(), "all"]
    if format not in known:
        _fail(f"no format {format}: there are {', '.join(known)}", 2)
    registry, faults = _inspect(root)
    if faults:
        _fail("\n".join([*map(str, faults), f"{len(faults)} faults: nothing was written"]), 1)
    try:
        for path in exports.write(registry, exports.names() if format == "all" else [format], out):
            print(path)
    except (ValueError, OSError) as error:
        _fail(str(error), 1)


@app.command()
def changes(
    old: Annotated[Path | None, typer.Argument(help="An older rules.json; without it, the last tag in git.")] = None,
    root: Root = HERE,
) -> None:
    """What is new and changed in the data, and the least version number that says so."""
    registry, _ = _inspect(root)
    try:
        compared = data_history.since_file(registry, old) if old else data_history.since_last_tag(registry)
    except ValueError as error:
        _fail(str(error), 2)
    if compared.note:
        err.print(compared.note, markup=False)
    for one in compared.changes:
        print(" ".join([one.id, one.kind, *one.fields, *(f"[{moved}]" for moved in one.outcomes)]))
    if compared.since:
        err.print(f"{len(compared.changes)} rules differ from {compared.since}: raise {compared.bump}", markup=False)
    raise typer.Exit(0 if compared.since else 1)


@app.command()
def schema(root: Root = HERE) -> None:
    """Write the JSON Schema of rule files, which editors use, from the record's classes."""
    (root / SCHEMA).write_text(rule_schema())


def _check_census(registry: Registry, each: str | None, as_json: bool) -> None:
    try:
        history = census_history.read(registry.root)
    except FileNotFoundError as error:
        _fail(str(error), 1)
    excuses, file = census_coverage.read_excuses(registry.root)
    coverage = census_coverage.Coverage(history, registry.rules, excuses)
    faults = file.faults or coverage.faults(file, registry.sources)
    summary = census_report.summary(coverage, faults)
    if as_json:
        told = [{"when": one.when, "kind": one.change.kind, "symbol": one.change.symbol} for one in coverage.open]
        print(json.dumps(summary | {"faults": [str(fault) for fault in faults], "without": told}, indent=2))
    else:
        for line in census_report.lines(coverage, faults, each):
            print(line)
        err.print(", ".join(f"{number} {name.replace('_', ' ')}" for name, number in summary.items()))
    raise typer.Exit(1 if faults or coverage.open else 0)


def _progress() -> Progress:
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    return Progress(*columns, console=err)


def _read(root: Path) -> tuple[Registry, list]:
    try:
        return read(root.resolve())
    except RegistryFaults as error:
        _fail(str(error), 1)


def _inspect(root: Path) -> tuple[Registry, list]:
    try:
        return inspect(root.resolve())
    except RegistryFaults as error:
        _fail(str(error), 1)


def _chosen(registry: Registry, ids: list[str] | None) -> list:
    unknown = [name for name in ids or () if name not in registry.rules]
    if unknown:
        _fail(f"no such rule, or its file is broken (see `atlas check`): {', '.join(unknown)}", 2)
    return [registry.rules[name] for name in ids] if ids else list(registry.rules.values())


def _environments(registry: Registry, names: str, everywhere: bool, keras: bool = False) -> list[str]:
    known = registry.releases.keras_environments if keras else registry.releases.environments
    chosen = [name.strip() for name in names.split(",") if name.strip()] or list(known if keras else SAMPLE)
    chosen = list(known) if everywhere else chosen
    unknown = [name for name in chosen if name not in known]
    if unknown:
        _fail(f"no such environment: {', '.join(unknown)}; there are {', '.join(known)}", 2)
    return chosen


def _shard(names: list[str], shard: str) -> list[str]:
    if not shard:
        return names
    part, _, parts = shard.partition("/")
    if not (part.isdigit() and parts.isdigit() and 1 <= int(part) <= int(parts)):
        _fail(f"--shard {shard}: write i/n, with i from 1 to n", 2)
    return names[int(part) - 1 :: int(parts)]


def _fail(text: str, code: int) -> None:
    err.print(text, markup=False)
    raise typer.Exit(code)
