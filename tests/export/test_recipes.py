"""The recipes are run as a reader would paste them: pre-commit for real, every `run:` of the workflows in a shell."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from scripts.export import recipes, sarif

OLD = "import tensorflow as tf\n\nmodel = tf.keras.utils.multi_gpu_model(tf.keras.Sequential(), 2)\n"


@pytest.fixture
def sample(tmp_path, exported, root, view):
    """A repository with one old line, and a shell in which downloads come from the exports and `pip` does nothing."""
    project, site, tools = (tmp_path / name for name in ("project", "site", "tools"))
    for path, content in exported.items():
        if path.startswith("exports/"):
            (site / path).parent.mkdir(parents=True, exist_ok=True)
            (site / path).write_bytes(content)
    script = (root / "docs/exports/sarif_with_rules.py").read_bytes()
    (site / "exports/sarif_with_rules.py").write_bytes(script)
    tools.mkdir()
    base = view.site.addresses.site
    (tools / "curl").write_text(f'#!/bin/sh\n[ "$1" = -sSfL ] && cp "{site}${{4#{base}}}" "$3"\n')
    (tools / "pip").write_text("#!/bin/sh\n")
    (tools / "python").write_text(f'#!/bin/sh\n[ "$2" = pip ] && exit 0\nexec {sys.executable} "$@"\n')
    (tools / "reviewdog").write_text('#!/bin/sh\necho "$@" > reviewdog.txt\ncat > received.json\n')
    for tool in tools.iterdir():
        tool.chmod(0o755)
    project.mkdir()
    (project / "app.py").write_text(OLD)
    places = [str(tools), str(Path(sys.executable).parent), os.environ["PATH"]]
    environment = {**os.environ, "PATH": os.pathsep.join(places), "PRE_COMMIT_HOME": str(tmp_path / "home")}

    def run(*command):
        return subprocess.run(command, cwd=project, env=environment, capture_output=True, text=True)

    run.folder = project
    return run


def recipe(exported, name):
    return exported[f"{recipes.FOLDER}/{name}"].decode()


def steps(exported, name):
    """The shell commands of a workflow, in order."""
    workflow = yaml.safe_load(recipe(exported, name))
    assert set(workflow) >= {"name", "permissions", "jobs"}
    return [step["run"] for job in workflow["jobs"].values() for step in job["steps"] if "run" in step]


def test_pre_commit_flags_the_old_line_and_passes_the_new(sample, exported):
    text = recipe(exported, "pre-commit-config.yaml")
    assert sample("git", "init", "-q").returncode == 0
    download = next(line.removeprefix("#   ") for line in text.splitlines() if "curl" in line)
    assert sample("sh", "-ec", download).returncode == 0
    config = sample.folder / ".pre-commit-config.yaml"
    config.write_text(text)
    done = sample("pre-commit", "validate-config")
    assert done.returncode == 0, done.stdout
    # Where pre-commit would install Ruff, the test takes the one that is there: there may be no network.
    pin = f"additional_dependencies: [ruff=={recipes.pinned('ruff')}]"
    assert text.count("language: python\n") == text.count(pin) == 1
    config.write_text(text.replace("language: python\n", "language: system\n").replace(pin, ""))
    sample("git", "add", "-A")
    done = sample("pre-commit", "run", "--all-files")
    assert done.returncode == 1 and "app.py:3:9" in done.stdout and "TFU6016" in done.stdout, done.stdout + done.stderr
    (sample.folder / "app.py").write_text("import tensorflow as tf\n\nlayer = tf.keras.layers.Dense(1)\n")
    sample("git", "add", "-A")
    done = sample("pre-commit", "run", "--all-files")
    assert done.returncode == 0, done.stdout


def test_the_workflow_marks_the_line(sample, exported):
    *before, last = steps(exported, "github-actions.yml")
    for step in before:
        assert sample("bash", "-ec", step).returncode == 0
    done = sample("bash", "-ec", last)
    assert done.returncode == 1
    assert "::error" in done.stdout and "line=3" in done.stdout and "TFU6016" in done.stdout


def test_code_scanning_gets_our_rule_and_page(sample, exported, view):
    for step in steps(exported, "code-scanning.yml"):
        done = sample("bash", "-ec", step)
        assert done.returncode == 0, done.stderr
    run = json.loads((sample.folder / "results.sarif").read_text())["runs"][0]
    rules = {rule["id"]: rule["helpUri"] for rule in run["tool"]["driver"]["rules"]}
    assert rules == {"TFU6016": view.site.addresses.rule("TFU6016")}
    assert [result["ruleId"] for result in run["results"]] == ["TFU6016"]
    assert sarif.PATH.encode() in exported[f"{recipes.FOLDER}/code-scanning.yml"]


def test_reviewdog_is_handed_the_finding(sample, exported):
    """Reviewdog itself is not run: a stand-in keeps what it was handed, which is held against its format."""
    for step in steps(exported, "reviewdog.yml"):
        done = sample("bash", "-ec", step)
        assert done.returncode == 0, done.stderr
    assert "-f=rdjson" in (sample.folder / "reviewdog.txt").read_text()
    (found,) = json.loads((sample.folder / "received.json").read_text())["diagnostics"]
    assert "TFU6016" in found["message"] and found["location"]["range"]["start"] == {"line": 3, "column": 9}
    assert found["location"]["path"].endswith("app.py")


def test_a_tool_that_is_not_pinned_is_an_error():
    with pytest.raises(LookupError, match="nosuch is not pinned"):
        recipes.pinned("nosuch")
