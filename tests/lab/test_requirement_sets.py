"""A requirement set is installed as it is locked, for one run; what pip refuses is told as pip tells it.

Live: one release, which the other tests build as well. `atlas verify` measures the others.
"""

import shutil

import pytest

from scripts.lab import requirement_sets
from scripts.lab.environments import cache_dir
from scripts.lab.verify import Verification
from scripts.registry import measured, requirements
from scripts.registry.content import example_folder
from scripts.registry.load import read
from tests.lab.test_measure import private_store  # noqa: F401, a fixture

INSTALLED, REFUSED, RELEASE = "TFU9001", "TFU9011", "2.15"


@pytest.fixture
def copy(registry, tmp_path):
    for name in ("rules", "runnable_examples"):
        shutil.copytree(registry.root / name, tmp_path / "copy" / name)
    return read(tmp_path / "copy")[0]


def test_sets_do_what_the_record_says(copy, registry, private_store):  # noqa: F811
    rule = copy.rules[INSTALLED]
    verification = Verification(copy, jobs=1, fresh=True)
    report = verification.execute(verification.plan([rule], [RELEASE]))
    assert (report.run, report.unavailable, report.invalid) == (2, {}, [])
    new = measured.read(example_folder(copy.root, rule) / measured.FILE_NAME)
    old = measured.read(example_folder(registry.root, rule) / measured.FILE_NAME)
    for name in ("before.txt", "after.txt"):
        one, other = old.run(name, RELEASE), new.run(name, RELEASE)
        assert (one.outcome, str(one.error), one.result) == (other.outcome, str(other.error), other.result)
    assert list((cache_dir() / "requirement_sets").glob(f"{rule.id}-{RELEASE}-*")) == []


def test_what_pip_refuses_is_told_as_pip_tells_it(copy, private_store):  # noqa: F811
    rule = copy.rules[REFUSED]
    locks = requirements.read_locks(example_folder(copy.root, rule))
    assert locks["before.txt"][RELEASE].refused
    with requirement_sets.installed(copy, rule, "before.txt", RELEASE) as python:
        error = requirement_sets.refusal(python, "tensorflow-cpu==2.15.1\n")["error"]
    told = str(measured.Error(**error))
    assert told.startswith("ERROR: Could not find a version that satisfies the requirement tensorflow-cpu==2.15.1")
    assert told.endswith("ERROR: No matching distribution found for tensorflow-cpu==2.15.1")


def test_addresses_and_places_are_left_out():
    line = "ERROR: x (from https://user:secret@index.example/simple/x/) in '/opt/me/venv/lib/y.py'"
    assert requirement_sets.scrubbed(line) == "ERROR: x (from …) in '…/y.py'"
    advice = "see https://pip.pypa.io/warnings/x"
    assert requirement_sets.scrubbed(advice) == advice


def test_lines_on_standard_error_are_put_together_without_frames():
    lines = ["A module was compiled", "for NumPy 1.", "Traceback (most recent call last):", 'File "a.py", line 1']
    lines += ["import x", "AttributeError: gone", "W a.cc:1] careful"]
    messages = [{"source": "stderr", "kind": "", "text": line} for line in lines]
    told = [one["text"] for one in requirement_sets.told(messages)]
    assert told == ["A module was compiled\nfor NumPy 1.\nAttributeError: gone", "W a.cc:1] careful"]
