"""What old code printed, word for word: the part of the measurements by which a user finds a rule."""

from __future__ import annotations

import re
from dataclasses import dataclass

from scripts.registry.measured import BROKEN, Measured, Message
from scripts.registry.releases import Releases

INSTALLER = "ERROR"  # the type of what pip says
PINNED = re.compile(r"==[\d.]+")
FRAMES = re.compile(r'(?:\n+ *File "[^\n]*(?:\n {5,}[^\n]*)?)+')


@dataclass(frozen=True)
class Seen:
    """A message as it was printed, and the environments that printed it.

    `kind` is `error`, `deprecation`, or the message's source: `warning`, `log`, `stderr`. `text` is whole, without the
    frames of libraries.
    """

    kind: str
    type: str
    text: str
    environments: tuple[str, ...]


def befores(measured: Measured) -> list[str]:
    """Names of the files that hold old code."""
    return sorted(name for name in measured.files if name.startswith("before"))


def seen(measured: Measured, releases: Releases) -> list[Seen]:
    """What old code prints where it breaks or warns: errors first, those of `before.py` before others.

    What it prints where it works as well is noise, and is left out; deprecations are kept.
    """
    order = list(releases.environments)
    found: dict[tuple[str, str, str], set[str]] = {}
    newest: dict[tuple[str, str, str], tuple[str, str, str]] = {}
    for file in befores(measured):
        runs = measured.files[file].runs
        usual = {message.text for run in runs if run.outcome == "ok" for message in run.messages}
        for run in runs:
            if run.outcome not in (*BROKEN, "warns"):
                continue
            told = [("error", run.error.type, without_frames(run.error.text))] if run.error else []
            told += [_told(one) for one in run.messages if one.deprecation or one.text not in usual]
            for key in told:
                shape = (*key[:2], shape_of(key[1], key[2]))
                found.setdefault(shape, set()).update(run.environments)
                newest[shape] = key
    rank = {"error": 0, "deprecation": 1, "warning": 2, "log": 3, "stderr": 4}
    all_seen = [Seen(*newest[key], tuple(sorted(names, key=order.index))) for key, names in found.items()]
    return sorted(all_seen, key=lambda one: rank[one.kind])


def _told(message: Message) -> tuple[str, str, str]:
    return "deprecation" if message.deprecation else message.source, message.kind, message.text


def printed(one: Seen) -> str:
    """A message as it stood on the screen: `Type: text` for errors and warnings, else the line itself."""
    if one.kind in ("error", "warning", "deprecation") and one.type:
        return f"{one.type}: {one.text}" if one.text else one.type
    return one.text


def without_frames(text: object) -> str:
    """A message without the frames of libraries that TensorFlow puts into it after `in user code:`."""
    return FRAMES.sub("\n    …", str(text))


def shape_of(kind: str, text: object) -> str:
    """What tells one message from another: pip names the release that was asked for, which does not."""
    return PINNED.sub("==…", str(text)) if kind == INSTALLER else without_frames(text)
