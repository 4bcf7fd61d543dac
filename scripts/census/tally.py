"""The census in a few numbers, and how they compare with a count that somebody else took."""

from __future__ import annotations

from dataclasses import dataclass

from scripts.census import diff
from scripts.census.coverage import CALLS
from scripts.census.history import History

V1 = "tf.compat.v1."


@dataclass(frozen=True)
class Tally:
    """One number: counted here, counted independently, and why the two differ ("" where they do not)."""

    title: str
    here: int
    there: int
    why: str = ""


def gone(history: History) -> dict[str, str]:
    """Public paths of `tf`, modules left out, that the newest release no longer has: the first release without each."""
    names = list(history.tensorflow)
    newest = history.tensorflow[names[-1]]
    found = {}
    for earlier, later in zip(names, names[1:], strict=False):
        old, new = history.tensorflow[earlier], history.tensorflow[later]
        for path in old.first:
            kept = path in new.first or path in newest.first
            if path.startswith("tf.") and not kept and old.at(path).kind != "module":
                found[path] = later
    return found


def tallies(history: History) -> list[Tally]:
    """Every number that was counted independently in the same 22 environments."""
    left = gone(history)
    public = [path for path in left if not path.startswith(V1)]
    changes = [item.change for item in history.items if item.release and item.change.symbol.startswith("tf.")]
    newest = list(history.tensorflow.values())[-1]
    ever: set[str] = set()
    for surface in history.tensorflow.values():
        ever.update(one for one in diff.deprecations(surface) if _tf(one))
    standing = [one for one in diff.deprecations(newest) if _tf(one)]
    calls = [one for one in changes if one.kind in CALLS]

    def told(*kinds: str) -> int:
        return sum(one.kind in kinds and _tf(one.symbol) for one in changes)

    return [
        Tally("names gone from tf", len(public), 349),
        Tally("of these at 2.16", sum(left[path] == "2.16" for path in public), 283),
        Tally(
            "names gone from tf.compat.v1",
            len(left) - len(public),
            371,
            "Here the modules that left with them are not counted, in `tf.compat.v1` as in `tf`.",
        ),
        Tally(
            "members gone from classes that live on",
            len(_members_gone(history)),
            214,
            "Here members count that come from a private base class, and 14 that `tf.test.TestCase` has from Python.",
        ),
        Tally(
            "attributes of instances gone",
            told(diff.ATTRIBUTE),
            97,
            "Here they are read from the source of the classes, not from objects, and classes that left later count.",
        ),
        Tally(
            "members that came to always raise",
            told(diff.RAISES),
            26,
            "Read from the body of the function, which holds nothing but `raise`. One that calls a helper which raises "
            "is not seen.",
        ),
        Tally(
            "changes of parameters and defaults",
            len(calls),
            1199,
            "An inherited signature counts once here, where it is defined; a new parameter only if it breaks a call.",
        ),
        Tally(
            "deprecated names and arguments",
            len(ever),
            426,
            "Here without tf.compat.v1; docstrings are read by fixed forms.",
        ),
        Tally("of these still in the newest release", len(standing), 295, "As above."),
        Tally(
            "private modules gone",
            len(history.private_modules),
            1658,
            "Here `tensorflow_estimator`, generated interfaces and tests are left out, and modules that came back.",
        ),
    ]


def _members_gone(history: History) -> set[tuple[str, str]]:
    """Class and member, of classes that the newest release has and that are without the member there."""
    newest = list(history.tensorflow.values())[-1]
    found = set()
    for surface in history.tensorflow.values():
        for path, entry in surface.entries.items():
            now = newest.at(path)
            if _tf(path) and entry.kind == "class" and now is not None and now.kind == "class":
                there = newest.members(newest.first[path])
                own = surface.own(path).items()
                found |= {
                    (newest.first[path], name) for name, one in own if one.kind != "instance" and name not in there
                }
    return found


def _tf(symbol: str) -> bool:
    return symbol.startswith("tf.") and not symbol.startswith(V1)
