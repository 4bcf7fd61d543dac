"""The saved-model matrix: its programs, its record, and which pairs are measured."""

import json
import shutil

import pytest

from scripts.registry import saved_models
from scripts.registry.explained import FILE as EXCUSES
from scripts.registry.load import inspect, read
from scripts.registry.rule import Status
from scripts.registry.saved_models import FOLDER, Subject, decode, encode, pairs


@pytest.mark.parametrize("cells", [[], [None], [0, 0, 0], [0] * 16 + [3] * 6 + [None] + [12]])
def test_a_row_can_be_written_and_read(cells):
    assert decode(encode(cells)) == cells


def test_a_row_is_short():
    assert encode([0] * 16 + [3] * 6 + [None]) == "0*16 3*6 -"


def test_what_is_saved_is_loaded_by_the_same_and_every_later_release(root):
    found = pairs(read(root)[0].releases)
    assert ("2.0", "2.0") in found and ("2.0", "2.21") in found and ("2.15", "2.16-tf_keras") in found
    assert ("2.16-tf_keras", "2.16") in found and ("2.16", "2.21-latest") in found
    assert ("2.21", "2.20") not in found and ("2.15", "2.9") in found, "downgrades are a sample"
    assert len(found) == len(set(found))


def test_a_way_to_load_is_tried_only_where_it_makes_a_difference(root):
    subject = Subject(root)
    steps = {name: set(subject.steps(subject.archetypes[name], "trained")) for name in subject.archetypes}
    assert ("keras", "load_model_unsafe") in steps["lambda_layer"]
    assert ("keras", "load_model_unsafe") not in steps["sequential"]
    assert ("h5", "load_model_custom_objects") in steps["custom_layer"]
    assert ("h5", "load_model_custom_objects") not in steps["sequential"]
    fresh = set(subject.steps(subject.archetypes["sequential"], "fresh"))
    assert steps["sequential"] - fresh == {
        (form, "load_model_compile_false") for form in ("saved_model", "h5", "keras")
    }


def test_every_way_to_load_has_something_to_read_and_code_to_show(root):
    subject = Subject(root)
    assert set(subject.reads) == set(subject.loads)
    assert {form for forms in subject.reads.values() for form in forms} == set(subject.saves)
    for way in [*subject.saves.values(), *subject.loads.values()]:
        assert way.title and "\n" not in way.title and way.code.startswith(f"def {way.name}(")


@pytest.fixture
def copy(root, tmp_path):
    """A registry with the matrix and no rules."""
    for name in ("rules/releases.yml", "rules/categories.yml", "rules/rule.schema.json"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        shutil.copy(root / name, tmp_path / name)
    shutil.copytree(root / "runnable_examples/environments", tmp_path / "runnable_examples/environments")
    shutil.copytree(root / FOLDER, tmp_path / FOLDER)
    return tmp_path


def told(root):
    """The faults of programs and records; without rules no failure is explained (see test_explained.py)."""
    return "\n".join(str(fault) for fault in inspect(root)[1] if fault.file != EXCUSES.as_posix())


def test_the_records_fit_the_programs_and_locks(copy):
    assert told(copy) == ""


def test_a_changed_program_makes_its_record_stale(copy):
    with open(copy / FOLDER / "archetypes/sequential.py", "a") as file:
        file.write("# changed\n")
    assert "measured/sequential.json: was measured with another sequential.py: run `atlas saved-models" in told(copy)


def test_a_changed_way_makes_every_record_stale(copy):
    path = copy / FOLDER / "ways_to_load.py"
    path.write_text(path.read_text().replace("load_model(saved.path)", "load_model(saved.path, compile=True)"))
    text = told(copy)
    assert text.count("was measured with another load:load_model") == len(Subject(copy).archetypes)


def test_a_record_that_the_lab_did_not_write_is_refused(copy):
    path = saved_models.record_path(copy, "sequential")
    content = json.loads(path.read_text())
    content["outcomes"][0]["verdict"] = "fine"
    path.write_text(json.dumps(content))
    assert "measured/sequential.json: was not written by the lab" in told(copy)


def test_a_missing_record_and_one_too_many_are_told(copy):
    path = saved_models.record_path(copy, "sequential")
    path.rename(path.with_name("other.json"))
    assert "measured/sequential.json: is missing" in told(copy)
    assert "measured/other.json: belongs to no archetype" in told(copy)


def test_a_broken_program_is_a_fault(copy):
    (copy / FOLDER / "archetypes/sequential.py").write_text("def build(:\n")
    assert "cannot be read" in told(copy)


@pytest.fixture(scope="module")
def matrix(root):
    registry, subject = read(root)[0], Subject(root)
    names = subject.archetypes
    return registry, subject, {name: saved_models.read_record(saved_models.record_path(root, name)) for name in names}


def test_every_rule_of_category_4_has_cells_or_a_reason(matrix):
    assert [rule.id for rule in matrix[0].rules.values() if saved_models.unsupported(rule)] == []


def test_a_rule_of_category_4_without_cells_and_reason_is_told_with_file_and_line(copy, root):
    source = next((root / "rules/saving").glob("TFU4003-*.yml"))
    text = source.read_text()
    (copy / "rules/saving").mkdir()
    path = copy / "rules/saving" / source.name
    path.write_text(text[: text.index("cells:")] + text[text.index("references:") :])
    wanted = f"rules/saving/{source.name}:1: cells: is missing: name the loads (or `saving: true`) of the saved-model"
    assert wanted in told(copy)
    path.write_text(text.replace("cells:", "not_in_matrix: none\ncells:"))
    line = 1 + text[: text.index("cells:")].count("\n")
    assert f"{source.name}:{line}: not_in_matrix: does not go with `cells`: remove one of them" in told(copy)


def test_a_reason_is_for_category_4_and_a_withdrawn_rule_needs_none(matrix):
    rules = matrix[0].rules
    other = rules["TFU2001"].model_copy(update={"not_in_matrix": "none"})
    assert saved_models.unsupported(other) == (("not_in_matrix",), "is for rules of category 4: remove it")
    bare = rules["TFU4003"].model_copy(update={"cells": ()})
    assert saved_models.unsupported(bare)
    assert not saved_models.unsupported(bare.model_copy(update={"status": Status.WITHDRAWN}))


@pytest.mark.parametrize(
    ("changed", "what"),
    [
        ({"saved_by": ("2.16", "2.21"), "kinds": ("sequential",)}, None),
        (
            {"saved_by": ("2.15", "2.21"), "kinds": ("sequential",)},
            "not so: sequential (fresh), …",
        ),
        ({"message": "nobody ever wrote this"}, "no attempt to save in the saved-model matrix fails so"),
        ({"loaded_by": ("2.16", "2.21")}, "where saving fails, nothing is loaded: drop load_with and loaded_by"),
    ],
)
def test_a_claim_that_saving_fails_is_held_against_what_was_saved(matrix, changed, what):
    registry, subject, records = matrix
    rule = registry.rules["TFU4003"]
    rule = rule.model_copy(update={"cells": (rule.cells[0].model_copy(update=changed),)})
    found = saved_models.contradictions(rule, subject, records, registry.releases)
    assert [text.split(",")[0] for _, text in found] == ([what.split(",")[0]] if what else [])
