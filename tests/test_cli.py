"""The command line: exit codes that mean something, answers that a machine may read."""

import json
import shutil

import pytest
from typer.testing import CliRunner

from scripts.cli import app
from scripts.registry.saved_models import FOLDER


@pytest.fixture
def atlas(checkout):
    def run(*arguments: str):
        return CliRunner().invoke(app, [*arguments, "--root", str(checkout.root)])

    return run


def test_check_passes(atlas):
    done = atlas("check")
    assert (done.exit_code, done.stdout) == (0, "")


def test_check_prints_faults_and_fails(atlas, checkout):
    checkout.replace("status: stable", "status: stabel")
    done = atlas("check")
    assert done.exit_code == 1
    assert "TFU2001-v1-variable-weights-not-tracked.yml:5: status: 'stabel' is none of" in done.stdout


def test_check_as_json(atlas, checkout):
    checkout.replace("status: stable", "status: stabel")
    fault = json.loads(atlas("check", "--json").stdout)["faults"][0]
    assert (fault["line"], fault["field"]) == (5, "status")


def test_an_unknown_kind_of_model_is_a_mistake_of_the_caller(atlas, checkout, root):
    shutil.copytree(root / FOLDER, checkout.root / FOLDER)
    done = atlas("saved-models", "nosuch")
    assert done.exit_code == 2
    assert "no such archetype: nosuch; there are attention" in done.output


def test_check_of_an_unknown_rule_is_a_mistake_of_the_caller(atlas):
    assert atlas("check", "TFU9999").exit_code == 2


@pytest.mark.parametrize("arguments", [("--releases", "2.99"), ("--shard", "4/3"), ("TFU9999",)])
def test_verify_refuses_what_it_does_not_know(atlas, arguments):
    done = atlas("verify", *arguments)
    assert done.exit_code == 2
    assert done.stderr


def test_verify_with_nothing_to_do(atlas):
    done = atlas("verify", "--all", "--json")
    answer = json.loads(done.stdout)
    assert (done.exit_code, answer["run"], answer["faults"]) == (0, 0, [])


def test_a_new_rule_is_a_draft_that_check_explains(atlas, checkout):
    done = atlas("new", "layers", "something-broke", "--symbol", "tf.keras.layers.Dense")
    assert done.exit_code == 0
    assert "rules/layers/TFU2002-something-broke.yml" in done.stdout
    told = atlas("check", "TFU2002")
    assert told.exit_code == 1
    assert "runnable_examples/TFU2002/measured.json: is missing: run `atlas verify TFU2002 --all`" in told.stdout
    assert atlas("new", "layers", "another").stdout.startswith("rules/layers/TFU2003-another.yml")


@pytest.mark.parametrize("arguments", [("no-such-category", "slug"), ("2", "Not A Slug")])
def test_new_refuses_what_cannot_be(atlas, arguments):
    assert atlas("new", *arguments).exit_code == 2


def test_merge_takes_what_other_checkouts_measured(atlas, checkout, tmp_path_factory):
    import shutil

    other = tmp_path_factory.mktemp("other") / "checkout"
    shutil.copytree(checkout.root, other)
    (checkout.example / "measured.json").unlink()
    assert atlas("check").exit_code == 1
    done = atlas("merge", str(other))
    assert done.exit_code == 0
    assert atlas("check").exit_code == 0


def test_history_tells_what_is_new_once(atlas, checkout):
    assert atlas("history").stdout.split() == ["new", "TFU2001"]
    assert (atlas("history").exit_code, atlas("history").stdout) == (0, "")
    (checkout.root / "rules/history.jsonl").write_text("broken\n")
    done = atlas("history")
    assert done.exit_code == 1 and "rules/history.jsonl:1: " in done.output


def test_the_keras_axis_has_environments_of_its_own(atlas):
    done = atlas("verify", "--keras", "--releases", "2.15")
    assert done.exit_code == 2 and "there are keras-3.0, keras-3.1" in done.stderr
    done = atlas("verify", "--releases", "keras-3.0")
    assert done.exit_code == 2 and "no such environment: keras-3.0" in done.stderr
