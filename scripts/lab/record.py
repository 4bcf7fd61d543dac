"""Turns raw runs into a rule's `measured.json`, keeping what was measured before."""

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
    path = example_folder(root or registry.root, rule) / measured.FILE_NAME
    try:
        record = measured.read(path)
    except (OSError, ValueError):
        return {}
    found: dict[str, dict[str, dict]] = {}
    for name in example_files(registry.root, rule):
        if name in record.files:
            wanted, file = keys.of_file(rule, name), record.files[name]
            found[name] = {
                environment: run.content()
                for environment, run in file.by_environment().items()
                if wanted.get(environment) == file.keys.get(environment)
            }
    wanted = keys.of_symbols(rule)
    found[SYMBOLS] = {
        environment: {"present": [name for name, places in record.symbols.present.items() if environment in places]}
        for environment, key in record.symbols.keys.items()
        if wanted.get(environment) == key
    }
    return found


def write(registry: Registry, rule: Rule, keys: Keys, raw: dict[str, dict[str, dict]]) -> None:
    """Write `measured.json` from {file: {environment: raw outcome}}; nothing is written when nothing changed."""
    order = list(registry.releases.environments)
    runs = {
        name: {environment: _run(outcome) for environment, outcome in raw.get(name, {}).items()}
        for name in example_files(registry.root, rule)
    }
    judged = measured.judge(rule, registry.releases, runs)
    files = {
        name: FileRecord(runs=measured.group(judged[name], order), keys=_keys(keys.of_file(rule, name), judged[name]))
        for name in runs
    }
    places = raw.get(SYMBOLS, {})
    present = {
        symbol.name: [name for name in order if symbol.name in places.get(name, {}).get("present", ())]
        for symbol in rule.symbols
    }
    record = Measured(
        protocol=PROTOCOL,
        measured_on=datetime.date.today().isoformat(),
        platform=f"{sys.platform}-{platform.machine()}",
        files=files,
        symbols=SymbolRecord(present=present, keys=_keys(keys.of_symbols(rule), places)),
    )
    path = example_folder(registry.root, rule) / measured.FILE_NAME
    try:
        old = measured.read(path)
        if old.model_copy(update={"measured_on": record.measured_on}) == record:
            return
    except (OSError, ValueError):
        pass
    write_atomically(path, measured.dump(record))


def merge(registry: Registry, folders: list[Path]) -> int:
    """Take what other checkouts measured for the files as they are here; returns the number of runs taken."""
    keys = Keys(registry.root, registry.releases.environments)
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
