"""Turns raw runs into a rule's `measured.json` and `keras.json`, keeping what was measured before."""

from __future__ import annotations

import datetime
import platform
import sys
from pathlib import Path

from scripts.lab.messages import clean
from scripts.lab.store import write_atomically
from scripts.registry import measured
from scripts.registry.content import PROTOCOL, Keys, example_files, example_folder
from scripts.registry.load import Registry
from scripts.registry.measured import FileRecord, Measured, Run, SymbolRecord
from scripts.registry.rule import Rule

SYMBOLS = "symbols"  # stands in the place of a file's name in a task that looks symbols up


def existing(registry: Registry, rule: Rule, keys: Keys, root: Path | None = None) -> dict[str, dict[str, dict]]:
    """What a rule's record holds that belongs to the files as they are: {file: {environment: raw outcome}}."""
    found: dict[str, dict[str, dict]] = {}
    for file_name in (measured.FILE_NAME, measured.KERAS_FILE_NAME):
        record = _read(example_folder(root or registry.root, rule) / file_name)
        if record is None:
            continue
        for name in example_files(registry.root, rule):
            if name in record.files:
                wanted, file = keys.of_file(rule, name), record.files[name]
                found.setdefault(name, {}).update(
                    (environment, run.content())
                    for environment, run in file.by_environment().items()
                    if wanted.get(environment) == file.keys.get(environment)
                )
        wanted = keys.of_symbols(rule)
        found.setdefault(SYMBOLS, {}).update(
            (environment, {"present": [name for name, there in record.symbols.present.items() if environment in there]})
            for environment, key in record.symbols.keys.items()
            if wanted.get(environment) == key
        )
    return found


def write(registry: Registry, rule: Rule, keys: Keys, raw: dict[str, dict[str, dict]]) -> None:
    """Write the records from {file: {environment: raw outcome}}; nothing is written when nothing changed.

    What ran on the Keras axis is judged with the rest, and stands in a record of its own.
    """
    runs = {
        name: {environment: _run(outcome) for environment, outcome in raw.get(name, {}).items()}
        for name in example_files(registry.root, rule)
    }
    judged = measured.judge(rule, registry.releases, runs)
    folder, axis = example_folder(registry.root, rule), registry.releases.keras_environments
    files = _files(rule, keys, judged, list(axis))
    if any(file.runs for file in files.values()):
        _write(folder / measured.KERAS_FILE_NAME, _record(files, SymbolRecord(present={}, keys={})))
    order = list(registry.releases.environments)
    places = raw.get(SYMBOLS, {})
    present = {
        symbol.name: [name for name in order if symbol.name in places.get(name, {}).get("present", ())]
        for symbol in rule.symbols
    }
    symbols = SymbolRecord(present=present, keys=_keys(keys.of_symbols(rule), places))
    _write(folder / measured.FILE_NAME, _record(_files(rule, keys, judged, order), symbols))


def _files(rule: Rule, keys: Keys, judged: dict[str, dict[str, Run]], order: list[str]) -> dict[str, FileRecord]:
    """The runs in some environments."""
    files = {}
    for name, runs in judged.items():
        some = {environment: run for environment, run in runs.items() if environment in order}
        files[name] = FileRecord(runs=measured.group(some, order), keys=_keys(keys.of_file(rule, name), some))
    return files


def _record(files: dict[str, FileRecord], symbols: SymbolRecord) -> Measured:
    return Measured(
        protocol=PROTOCOL,
        measured_on=datetime.date.today().isoformat(),
        platform=f"{sys.platform}-{platform.machine()}",
        files=files,
        symbols=symbols,
    )


def _write(path: Path, record: Measured) -> None:
    old = _read(path)
    if old is None or old.model_copy(update={"measured_on": record.measured_on}) != record:
        write_atomically(path, measured.dump(record))


def _read(path: Path) -> Measured | None:
    try:
        return measured.read(path)
    except (OSError, ValueError):
        return None


def merge(registry: Registry, folders: list[Path]) -> int:
    """Take what other checkouts measured for the files as they are here; returns the number of runs taken."""
    keys = Keys(registry.root, registry.releases.all_environments)
    taken = 0
    for rule in registry.rules.values():
        raw = existing(registry, rule, keys)
        for folder in folders:
            for file, by_environment in existing(registry, rule, keys, folder).items():
                for environment, outcome in by_environment.items():
                    taken += environment not in raw.setdefault(file, {})
                    raw[file].setdefault(environment, outcome)
        write(registry, rule, keys, raw)
    return taken


def _keys(all_keys: dict[str, str], wanted) -> dict[str, str]:
    return {name: key for name, key in all_keys.items() if name in wanted}


def _run(raw: dict) -> Run:
    content = clean(raw)
    if "timeout" in content:
        content["limit"] = content.pop("timeout")
    return Run(**{"outcome": "ok", **content})
