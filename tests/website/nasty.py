"""A small checkout of its own for the tests of the website: one sound rule and one that is meant to do harm."""

import json
import shutil
from pathlib import Path

import yaml

from scripts.registry.content import PROTOCOL, Keys, example_files
from scripts.registry.load import read
from scripts.registry.measured import FILE_NAME, KERAS_FILE_NAME
from scripts.registry.saved_models import FOLDER

ROOT = Path(__file__).resolve().parents[2]
EVIL = "<script>alert(1)</script>"
NASTY = {
    "id": "TFU2999",
    "slug": "nasty",
    "former_slugs": ["older-name"],
    "title": f'`{{{{ nosuch }}}}` {EVIL} "><img src=x onerror=alert(2)> [x](javascript:alert(3))',
    "summary": 'Summary & <b>bold</b> {% raw_name %} ``` {# gone #} " onload=alert(4) `a<b`',
    "status": "stable",
    "change": "behaviour",
    "impact": "error",
    "symbols": [{"name": "tf.compat.v1.Variable", "replacement": "<i onclick=alert(5)>`x`</i>"}],
    "versions": {
        "tensorflow": {"replacement_from": "2.0", "breaks_from": "2.16"},
        "keras": {"breaks_from": "3.0"},
    },
    "fix": {
        "action": "Do <u>this</u> {{ config }} and read TFU2001",
        "safety": "unsafe",
        "why": f"Because {EVIL} [dead](javascript:alert(6)) [dead](JaVaScRiPt:alert(7)) [dead](data:text/html,x)",
    },
    "explanation": (
        f"{EVIL}\n\n<div onclick='alert(8)'>\n\nraw\n\n</div>\n\n# A heading\n\n"
        "[a\\:](javascript\\:alert(9)) [ref] <javascript:alert(10)> ![pixel](https://evil.example/pixel.png)\n\n"
        "[good](https://www.tensorflow.org/a?b=1&c=2) and TFU2001 and [it](TFU2001.md#why)\n\n"
        "```python\nx = '</code></pre><script>alert(11)</script>'\n```\n\n"
        "{{ nosuch }} {% endraw %} {#id onclick=alert(12)}\n\n[ref]: javascript:alert(13)\n"
    ),
    "when_not": "&lt;script&gt; stays text, and `<script>` too",
    "related": ["TFU2001"],
    "references": [{"title": "<b>T</b> {{ x }}", "url": "https://example.org/?q=%22%3E<script>", "supports": EVIL}],
}
CODE = (
    "import tensorflow as tf  # </code></pre><script>alert(20)</script> {{ nosuch }} {% if %}\n"
    'text = """\n```python\n~~~\n</div>\n"""\nif text:\n\tprint(text)\n\n\nresult = {"<b>x</b>": "{{ y }} `z`"}\n'
)


def make_checkout(root: Path) -> None:
    """Fill a folder with the site's own files and the two rules."""
    for name in ("mkdocs.yml", "rules/releases.yml", "rules/categories.yml", "rules/rule.schema.json"):
        (root / name).parent.mkdir(exist_ok=True)
        shutil.copy(ROOT / name, root / name)
    shutil.copytree(ROOT / "runnable_examples/environments", root / "runnable_examples/environments")
    shutil.copytree(ROOT / "scripts/website", root / "scripts/website")
    (root / "docs").mkdir()
    for name in ("api.md", "index.md", "diagnose.md", "how-it-works.md"):
        shutil.copy(ROOT / "docs" / name, root / "docs" / name)
    guide = "In words, for what TensorFlow 2.0 saved: [the guide](guides/saved-models.md).\n"
    text = (ROOT / "docs/saved-models.md").read_text()
    assert guide in text, "the guides are about rules that are not here, so the link to one must be left out"
    (root / "docs/saved-models.md").write_text(text.replace(guide, ""))
    shutil.copytree(ROOT / FOLDER, root / FOLDER)
    every = [{"verdict": verdict} for verdict in ("error", "unusable", "differs")]
    every.append({"saving": True})
    excuse = {"name": "all", "title": EVIL, "reason": EVIL, "cells": every}
    (root / FOLDER / "excused.yml").write_text(yaml.safe_dump({"excuses": [excuse]}))
    shutil.copy(ROOT / "docs/tools.md", root / "docs/tools.md")
    shutil.copytree(ROOT / "docs/tools", root / "docs/tools")
    for name in ("docs/assets", "docs/exports"):
        shutil.copytree(ROOT / name, root / name)
    (root / "rules/layers").mkdir()
    sound = next((ROOT / "rules/layers").glob("TFU2001-*.yml"))
    plain = yaml.safe_load(sound.read_text()) | {"related": []}
    write(root, plain, {"before.py": 'result = {"n": 1}\n', "after.py": 'result = {"n": 1}\n'}, silent)
    write(root, NASTY, {"before.py": CODE, "after.py": CODE.replace("x</b>", "x2</b>")}, nasty)


def write(root: Path, record: dict, files: dict[str, str], run) -> None:
    """Write a rule, its files, and the measurements that `run(file, environment)` invents."""
    name = f"{record['id']}-{record['slug']}.yml"
    (root / "rules/layers" / name).write_text(yaml.safe_dump(record, allow_unicode=True))
    folder = root / "runnable_examples" / record["id"]
    folder.mkdir()
    for file, text in files.items():
        (folder / file).write_text(text)
    registry, _ = read(root)
    rule, releases = registry.rules[record["id"]], registry.releases
    for name, environments in ((FILE_NAME, releases.environments), (KERAS_FILE_NAME, releases.keras_environments)):
        (folder / name).write_text(json.dumps(_measured(root, rule, environments, releases, run)))


def _measured(root: Path, rule, environments, releases, run) -> dict:
    all_keys = Keys(root, releases.all_environments)

    def keys(found):
        return {name: key for name, key in found.items() if name in environments}

    return {
        "protocol": PROTOCOL,
        "measured_on": "2026-11-22",
        "platform": "linux-x86_64",
        "files": {
            file: {
                "runs": [{"environments": [one], **run(file, one)} for one in environments],
                "keys": keys(all_keys.of_file(rule, file)),
            }
            for file in example_files(root, rule)
        },
        "symbols": {
            "present": {s.name: list(environments) for s in rule.symbols},
            "keys": keys(all_keys.of_symbols(rule)),
        },
    }


def broken(environment: str) -> bool:
    """Whether an environment has Keras 3."""
    if environment.startswith("keras-"):
        return True
    return "tf_keras" not in environment and int(environment.split("-")[0].split(".")[1]) >= 16


def silent(file: str, environment: str) -> dict:
    """A silent break in 2.16."""
    if file == "before.py" and broken(environment):
        return {"outcome": "wrong", "result": {"n": 2}}
    return {"outcome": "ok", "result": {"n": 1}}


def nasty(file: str, environment: str) -> dict:
    """An error in 2.16, with text that is meant to do harm."""
    if file == "before.py" and broken(environment):
        error = {"type": "ValueError", "text": f"{EVIL} {{{{ nosuch }}}} `x` ```", "line": 1, "code": EVIL}
        message = {"source": "stderr", "text": '"><img src=x onerror=alert(30)>\n```\n{% if %}'}
        return {"outcome": "error", "error": error, "messages": [message]}
    return {"outcome": "ok", "result": {"<b>x</b>": "{{ y }} `z` <script>alert(31)</script>"}}
