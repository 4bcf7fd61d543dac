"""Cleans what a run printed: what differs from run to run goes, and what is a deprecation is told.

It works on records, not in the release, so that a better rule here needs no new measurement.
"""

from __future__ import annotations

import re

DEPRECATED = re.compile(
    r"deprecat|will be removed|(is|are|been) removed in|no longer supported|is outdated|considered legacy", re.I
)
DEPRECATION_CLASSES = ("DeprecationWarning", "PendingDeprecationWarning", "FutureWarning")
# `From <file>:<line>: … is deprecated` names the caller. A caller inside of a library is no matter of the user's;
# deprecation.py itself is named where several decorators are nested, and then the caller is the user again.
CALLED_IN_LIBRARY = re.compile(r"^From \S*site-packages(?!\S*/util/deprecation\.py)\S*:\d+")
LOG_LINE = re.compile(r"^[WEF] \S+:\d+\] ")
MAX_TEXT = 2000


def clean(outcome: dict) -> dict:
    """An outcome as the worker reported it, or as it was stored, with clean texts. Cleaning twice changes nothing."""
    outcome = dict(outcome)
    if "error" in outcome:
        outcome["error"] = {**outcome["error"], "text": scrub(outcome["error"]["text"])}
    if "messages" in outcome:
        outcome["messages"] = _messages(outcome["messages"])
    return outcome


def scrub(text: str) -> str:
    """Take out colours, and the lab's own place on the disk."""
    text = re.sub(r"\x1b\[[\d;]*m", "", text)
    text = re.sub(r"[^\s\"'(]*/scripts/lab/inside/", "…/lab/", text)
    text = re.sub(r"/tmp/atlas-\w+/work(?:/\.tmp)?/?", "", text)
    return text[:MAX_TEXT].strip()


def _messages(messages: list[dict]) -> list[dict]:
    found: list[dict] = []
    for message in messages:
        one = {"source": message["source"], "kind": message.get("kind", ""), "text": scrub(message["text"])}
        last = found[-1] if found else None
        if one["source"] == "stderr" and last and LOG_LINE.match(last["text"]) and not LOG_LINE.match(one["text"]):
            last["text"] = f"{last['text']}\n{one['text']}"[:MAX_TEXT].strip()  # a log line of several lines
            continue
        if one["text"] and one not in found:
            found.append(one)
    return [{**one, "deprecation": _is_deprecation(one)} for one in found]


def _is_deprecation(message: dict) -> bool:
    if message["source"] == "warning" and message["kind"] in DEPRECATION_CLASSES:
        return True
    return bool(DEPRECATED.search(message["text"])) and not CALLED_IN_LIBRARY.search(message["text"])
