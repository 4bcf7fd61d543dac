"""The set of data of the last tag, from git. A clone may have no tags, no history or no git at all: then it is said.

Only the rules whose files differ from the tag are read, so that a build does not read the registry twice.
"""

from __future__ import annotations

import io
import json
import re
import subprocess
import tarfile
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from scripts.export import api, changes
from scripts.registry import measured
from scripts.registry.content import EXAMPLES
from scripts.registry.faults import RegistryFaults
from scripts.registry.load import Registry, read

TAGS = "v[0-9]*"
DATA = ("rules", EXAMPLES.as_posix())
RULE = re.compile(r"/(TFU\d{4})[-/]")
ALWAYS = ("rules/releases.yml", "rules/categories.yml")


class NoHistory(Exception):
    """There is nothing to compare with; the message says why."""


@dataclass(frozen=True)
class Compared:
    """The changes since a tag. `since` is empty, and `note` says why, where there was no tag to compare with."""

    since: str
    note: str
    changes: list[changes.Change]

    @property
    def bump(self) -> str:
        """The least part of the version number to raise: major, minor, patch or none."""
        return changes.bump(self.changes)


def files(registry: Registry) -> Iterator[tuple[str, bytes]]:
    """`changes.json`."""
    compared = since_last_tag(registry)
    content = {"since": compared.since or None, "note": compared.note}
    yield (
        f"{api.BASE}/changes.json",
        api.lines({**api.head(), **content, "changes": [one.form() for one in compared.changes]}),
    )


def since_last_tag(registry: Registry) -> Compared:
    """What the working tree changes since the last tag; on a tagged commit, since the tag before it."""
    try:
        tag, differing = last_tag(registry.root)
        old, unreadable = _data(registry.root, tag, differing)
    except NoHistory as none:
        return Compared("", f"This build could not be compared with an earlier version: {none}.", [])
    known = {_id(name) for name in _files(registry.root, tag)}
    touched = ({_id(name) for name in differing} | (registry.rules.keys() - known)) - unreadable
    new = [api.entry(rule, registry.measured[rule.id]) for rule in api.shown(registry) if rule.id in touched]
    old = [one for one in old if one["id"] in touched]
    note = f"Not compared, because {tag} wrote them in another form: {', '.join(sorted(unreadable))}."
    return Compared(tag, note if unreadable else "", changes.compare({"rules": old}, {"rules": new}))


def since_file(registry: Registry, path: Path) -> Compared:
    """What the working tree changes since a `rules.json` that was published. Raises ValueError when it is none."""
    try:
        old = json.loads(path.read_text(encoding="utf-8"))
        found = changes.compare(old, api.index(registry))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ValueError(f"{path}: cannot be read as a rules.json of the atlas ({error!r})") from error
    return Compared(path.name, "", found)


def last_tag(root: Path) -> tuple[str, list[str]]:
    """The newest tag (`v1.2.0`) in the history of the checkout that differs from it, and the data files that differ.

    Raises NoHistory when there is none.
    """
    top = _git(root, "rev-parse", "--show-toplevel").decode().strip()
    if Path(top).resolve() != root.resolve():
        raise NoHistory("it was not made from a git repository")
    describe, place = ("describe", "--tags", "--abbrev=0", "--match", TAGS), "HEAD"
    try:
        for _ in range(2):
            tag = _git(root, *describe, place).decode().strip()
            differing = _lines(root, "diff", "--name-only", "--no-renames", tag, "--", *DATA)
            differing += _lines(root, "ls-files", "--others", "--exclude-standard", "--", *DATA)
            if differing:
                return tag, differing
            place = f"{tag}^"
    except NoHistory as none:
        raise NoHistory("its git history holds no earlier tag (fetch tags and history to have one)") from none
    return tag, []


def _data(root: Path, tag: str, differing: list[str]) -> tuple[list[dict[str, Any]], set[str]]:
    """The rules of a tag that differ from the checkout, as in `rules.json`; and the IDs that cannot be read."""
    touched = {_id(name) for name in differing} - {""}
    wanted = [name for name in _files(root, tag) if name in ALWAYS or _id(name) in touched]
    with tempfile.TemporaryDirectory(prefix="atlas-tag-") as folder:
        with tarfile.open(fileobj=io.BytesIO(_git(root, "archive", tag, "--", *wanted))) as archive:
            archive.extractall(folder, filter="data")
        try:
            registry, _ = read(Path(folder))
        except RegistryFaults as error:
            raise NoHistory(f"the data of {tag} has another form") from error
        for id in registry.rules:
            try:
                registry.measured[id] = measured.read(Path(folder) / EXAMPLES / id / measured.FILE_NAME)
            except (OSError, ValueError):
                continue
        rules = api.index(registry)["rules"]
    files = {_id(name) for name in wanted if name.endswith(".yml")} - {""}
    return rules, files - {rule["id"] for rule in rules}


def _files(root: Path, tag: str) -> list[str]:
    return _lines(root, "ls-tree", "-r", "--name-only", tag, "--", *DATA)


def _id(name: str) -> str:
    """The ID of the rule to which a file of the data belongs, "" when it belongs to none."""
    found = RULE.search(name)
    return found[1] if found else ""


def _lines(root: Path, *arguments: str) -> list[str]:
    return _git(root, *arguments).decode().splitlines()


def _git(root: Path, *arguments: str) -> bytes:
    try:
        done = subprocess.run(["git", "-C", str(root), *arguments], capture_output=True, timeout=60, check=False)
    except (OSError, subprocess.TimeoutExpired) as error:
        raise NoHistory(f"git did not answer ({error})") from error
    if done.returncode:
        raise NoHistory("it is not a git repository, or its history is not at hand")
    return done.stdout
