"""Every failure in the saved-model matrix has an explanation, and no explanation is idle."""

import shutil

import pytest

from scripts.registry import explained, saved_models
from scripts.registry.explained import FILE, failures, read_excuses
from scripts.registry.load import read
from scripts.registry.saved_models import FOLDER, Subject


@pytest.fixture(scope="module")
def matrix(root):
    registry, _ = read(root)
    names = Subject(root).archetypes
    records = {name: saved_models.read_record(saved_models.record_path(root, name)) for name in names}
    return registry, records


@pytest.fixture
def copy(root, tmp_path):
    """The matrix without its records, with excuses that a test may change."""
    shutil.copytree(root / FOLDER, tmp_path / FOLDER, ignore=shutil.ignore_patterns("measured"))
    return tmp_path


def told(copy, matrix, rules=None):
    registry, records = matrix
    rules = registry.rules.values() if rules is None else rules
    found = explained.check(copy, rules, Subject(copy), records, registry.releases)
    return [str(fault) for fault in found]


def test_every_failure_is_explained(copy, matrix):
    assert told(copy, matrix) == []


def test_without_its_rule_a_failure_is_told_with_ways_message_and_pairs(copy, matrix):
    rules = [rule for rule in matrix[0].rules.values() if rule.id != "TFU4001"]
    found = [text for text in told(copy, matrix, rules) if "saved_model by load_model, error" in text]
    assert any("File format not supported" in text and "2.0 in 2.16" in text for text in found)
    assert all("give a rule `cells:`, or excuse it here with a reason" in text for text in found)


def test_an_excuse_must_excuse_something_that_no_rule_explains(copy, matrix):
    claims = ["File format not supported", "no release ever printed this"]
    with open(copy / FILE, "a") as file:
        file.write("\n  - name: idle\n    title: idle\n    reason: idle\n    cells:\n")
        file.writelines(f'      - {{message: "{claim}"}}\n' for claim in claims)
        file.write("      - {saved_as: [papyrus]}\n")
    ruled, unmet, unknown = told(copy, matrix)
    assert "excused.yml:" in ruled and "all of it is explained by rules now: remove it" in ruled
    assert "no load in the matrix fails so: remove it" in unmet
    assert "there is no papyrus in" in unknown


def test_a_bad_file_of_excuses_is_told_by_line(copy, matrix):
    (copy / FILE).write_text("excuses:\n  - name: x\n    title: x\n    cells:\n      - {}\n")
    (text,) = told(copy, matrix)
    assert text.startswith(f"{FILE.as_posix()}:2: excuses.0.reason: Field required")


def test_an_older_release_is_excused_and_a_newer_one_is_not(root, matrix):
    registry, records = matrix
    (excuse,) = [one for one in read_excuses(root)[0].excuses if one.name == "older-release"]
    order = {
        name: registry.releases.position(one.release.minor) for name, one in registry.releases.environments.items()
    }
    hits = {
        pair
        for one in failures(records)
        for claim in excuse.cells
        for pair in explained.excused(claim, one, registry.releases)
    }
    assert hits and all(order[loaded] < order[saved] for saved, loaded in hits)


def test_what_cannot_be_saved_needs_an_explanation_too(copy, matrix):
    rules = [rule for rule in matrix[0].rules.values() if rule.id not in ("TFU4003", "TFU4013")]
    found = [text for text in told(copy, matrix, rules) if "saved_model by saving, error" in text]
    assert any("Invalid filepath extension" in text and "2.16" in text for text in found)
