"""Requirement sets: how a file is read and filled in, and what an environment rule must hold to."""

import json
import shutil

import pytest

from scripts.registry import requirements
from scripts.registry.load import inspect, read
from scripts.registry.measured import FILE_NAME
from tests.conftest import ROOT

RULE = "rules/environment/TFU9001-numpy-2-with-2-17-and-older.yml"


@pytest.fixture(scope="module")
def releases():
    return read(ROOT)[0].releases


@pytest.fixture
def environment_rule(tmp_path):
    """A copy of the registry with one environment rule and its measurements."""
    for name in ("rules/releases.yml", "rules/categories.yml", "rules/rule.schema.json", RULE):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, tmp_path / name)
    for name in ("runnable_examples/environments", "runnable_examples/TFU9001"):
        shutil.copytree(ROOT / name, tmp_path / name)
    path = tmp_path / RULE
    path.write_text("\n".join(line for line in path.read_text().splitlines() if not line.startswith("related:")))
    return tmp_path


def told(root) -> str:
    return "\n".join(str(fault) for fault in inspect(root)[1])


def test_each_paragraph_is_one_installation():
    text = "{tensorflow}\n\n# later\nnumpy>=2\nkeras\n\n# nothing here\n"
    assert requirements.paragraphs(text) == [["{tensorflow}"], ["numpy>=2", "keras"]]
    assert requirements.packages(text) == ["tensorflow", "numpy", "keras"]


def test_names_in_braces_are_filled_in_for_each_release(releases):
    text = "{tensorflow}\nkeras=={previous}.*\ntf_keras<{next}\ntensorflow-gpu=={patch}"
    told = "tensorflow-cpu==2.10.1\nkeras==2.9.*\ntf_keras<2.11\ntensorflow-gpu==2.10.1"
    assert requirements.filled(text, "2.10", releases) == told
    with pytest.raises(ValueError, match="{numpy} means nothing in 2.10"):
        requirements.filled("{numpy}", "2.10", releases)
    with pytest.raises(ValueError, match="{next} means nothing in 2.21"):
        requirements.filled("keras<{next}", "2.21", releases)


def test_a_comment_does_not_ask_for_a_new_lock():
    assert requirements.wanted("numpy>=2\n", "3.11") == requirements.wanted("# why\nnumpy>=2\n", "3.11")
    assert requirements.wanted("numpy>=2\n", "3.11") != requirements.wanted("numpy>=2\n", "3.12")


def test_locks_are_read_as_they_were_written():
    folder = ROOT / "runnable_examples/TFU9001"
    text = (folder / requirements.LOCKS).read_text()
    assert requirements.dump_locks(requirements.read_locks(folder)) == text


def test_an_environment_rule_that_holds_has_no_fault(environment_rule):
    assert told(environment_rule) == ""


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ('fixed_from: "2.18"', 'fixed_from: "2.17"', "before.txt does not work on 2.17 (error: "),
        (', fixed_from: "2.18"', "", "claims 2.19, 2.20, 2.21 too, and does not measure them"),
        ("impact: error", "impact: silent", "silent, but before.txt on 2.17 is error"),
        ('replacement_from: "2.6"', 'replacement_from: "2.5"', "but after.txt is measured from 2.6 on"),
        ('["2.6", "2.18"]', '["2.6", "2.81"]', '"2.81" is not a release (did you mean'),
        ('["2.6", "2.18"]', '["2.5", "2.18"]', "not locked as it stands now for 2.5"),
        ("  requirements: {", "  isolated: true\n  #", "symbols: is missing"),
    ],
)
def test_a_false_claim_is_told(environment_rule, old, new, what):
    path = environment_rule / RULE
    assert old in path.read_text()
    path.write_text(path.read_text().replace(old, new, 1))
    assert what in told(environment_rule)


def test_a_working_set_that_fails_is_told(environment_rule):
    path = environment_rule / "runnable_examples/TFU9001" / FILE_NAME
    record = json.loads(path.read_text())
    run = record["files"]["after.txt"]["runs"][0]
    run.pop("result")
    run.update(outcome="error", error={"type": "ImportError", "text": "no"})
    path.write_text(json.dumps(record))
    assert "fix: after.txt on 2.6 must work and is error: ImportError: no" in told(environment_rule)


def test_a_changed_set_asks_for_a_new_measurement(environment_rule):
    folder = environment_rule / "runnable_examples/TFU9001"
    (folder / "before.txt").write_text("{tensorflow}\n\nnumpy>=2.1\n")
    assert "before.txt is not locked as it stands now for 2.6: run `atlas verify TFU9001 --all`" in told(
        environment_rule
    )
    (folder / "program.py").unlink()
    assert "program.py is missing: write it" in told(environment_rule)
