"""Starts a new rule: the YAML file and the two examples, with everything that must be filled in marked."""

from __future__ import annotations

from pathlib import Path

from scripts.registry.content import EXAMPLES
from scripts.registry.load import Registry
from scripts.registry.requirements import PROGRAM
from scripts.registry.saved_models import PROVED

RULE = """\
id: {id}
slug: {slug}
title: TODO what the user meets, at most 100 characters
summary: TODO one sentence that a search result can show, at most 120 characters.
status: draft
change: removed        # removed | renamed | moved | signature | default | behaviour | format | dependency
impact: error          # error | silent | warning | none
symbols:
  - name: {symbol}
    replacement: TODO
versions:
  tensorflow: {{replacement_from: "2.0", warns_from: null, breaks_from: "2.16"}}
fix:
  action: TODO one line that says what to do.
  safety: safe         # safe | unsafe | manual; the last two need `why`
explanation: |
  TODO what changed, why, what to do, in that order.
when_not: |
  TODO when the advice does not apply.
references:
  - {{title: TODO, url: "https://www.tensorflow.org/", supports: TODO}}
"""
ENVIRONMENT = 9  # the category whose rules install packages of their own
EXAMPLE = """\
import tensorflow as tf

# TODO the {kind} code, 5 to 30 lines, no network, seconds at most
result = tf.constant(1.0)
"""


def next_id(registry: Registry, category: int) -> str:
    """The lowest ID of a category above all that are taken."""
    taken = [int(name[3:]) for name in registry.rules if int(name[3]) == category]
    folders = [path.name for path in (registry.root / EXAMPLES).glob(f"TFU{category}*")]
    return f"TFU{max([category * 1000, *taken, *(int(name[3:]) for name in folders)]) + 1}"


def scaffold(registry: Registry, category: int, slug: str, symbol: str) -> list[Path]:
    """Write the files of a new rule; returns their paths from the root. Raises FileExistsError."""
    name = next_id(registry, category)
    text = RULE.format(id=name, slug=slug, symbol=symbol)
    examples = {
        "before.py": EXAMPLE.format(kind="old"),
        "after.py": EXAMPLE.format(kind="new"),
    }
    if category == PROVED:
        text = text.replace("references:", "not_in_matrix: TODO why it cannot show this; or its `cells:`\nreferences:")
    if category == ENVIRONMENT:
        text = text.replace(f"symbols:\n  - name: {symbol}\n    replacement: TODO\n", "")
        text = text.replace("explanation: |", 'example:\n  requirements: {releases: ["2.0", "2.21"]}\nexplanation: |')
        examples = {
            "before.txt": "{tensorflow}\nTODO>=2\n",
            "after.txt": "{tensorflow}\nTODO<2\n",
            PROGRAM: EXAMPLE.format(kind="same"),
        }
    files = {
        f"rules/{registry.categories[category].slug}/{name}-{slug}.yml": text,
        **{f"{EXAMPLES}/{name}/{file}": content for file, content in examples.items()},
    }
    for path, text in files.items():
        target = registry.root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        with open(target, "x", encoding="utf-8") as file:
            file.write(text)
    return [Path(path) for path in files]
