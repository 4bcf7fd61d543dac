"""The saved-model matrix, measured for real: saved by the oldest release here and by 2.15, loaded by 2.15 and 2.21."""

import shutil
import time

import pytest

from scripts.lab.saved_models import Matrix, outcome
from scripts.registry.load import read
from scripts.registry.saved_models import FOLDER, read_record, record_path
from tests.lab.conftest import RELEASES

OLDEST = RELEASES[0]


@pytest.fixture(scope="module")
def measured(root, tmp_path_factory):
    """A scratch registry whose matrix has two kinds of model, and the record of each."""
    scratch = tmp_path_factory.mktemp("matrix")
    shutil.copytree(root / "rules", scratch / "rules")
    shutil.copytree(root / "runnable_examples/environments", scratch / "runnable_examples/environments")
    shutil.copytree(root / FOLDER, scratch / FOLDER, ignore=shutil.ignore_patterns("measured"))
    names = ["functional_two_inputs", "custom_layer"]
    matrix = Matrix(read(scratch)[0], names, jobs=2)
    matrix.run([OLDEST, "2.15"], ["2.15", "2.21"])
    assert not matrix.unavailable and not matrix.left
    return scratch, {name: read_record(record_path(scratch, name)) for name in names}


def verdict(records, state, form, way, source, target, name="functional_two_inputs"):
    return records[name].loaded(state, form, way, source)[target]


def test_a_saved_model_loads_in_keras_2_and_not_in_keras_3(measured):
    _, records = measured
    assert verdict(records, "trained", "saved_model", "load_model", OLDEST, "2.15").verdict == "same"
    refused = verdict(records, "trained", "saved_model", "load_model", OLDEST, "2.21")
    assert refused.verdict == "error" and "File format not supported" in refused.error.text


def test_optimizer_slots_stop_saved_model_load_and_not_a_session(measured):
    _, records = measured
    slots = verdict(records, "trained", "saved_model", "saved_model_load", OLDEST, "2.21")
    assert slots.verdict == "error" and "add_slot" in slots.error.text
    assert verdict(records, "fresh", "saved_model", "saved_model_load", OLDEST, "2.21").verdict == "same"
    assert verdict(records, "trained", "saved_model", "session", OLDEST, "2.21").verdict == "same"


def test_the_state_of_the_optimizer_is_told(measured):
    _, records = measured
    assert verdict(records, "trained", "h5", "load_model", "2.15", "2.15").training == "continues"
    assert verdict(records, "trained", "h5", "load_model_compile_false", "2.15", "2.15").training == "restarts"


def test_a_class_of_ones_own_must_be_given(measured):
    _, records = measured
    arguments = ("fresh", "h5", "2.15", "2.15", "custom_layer")
    state, form, source, target, name = arguments
    assert verdict(records, state, form, "load_model", source, target, name).verdict == "error"
    assert verdict(records, state, form, "load_model_custom_objects", source, target, name).verdict == "same"


def test_what_a_release_cannot_do_is_absent_not_an_error(measured):
    _, records = measured
    assert verdict(records, "fresh", "saved_model", "tfsm_layer", "2.15", "2.15").verdict == "absent"


def test_saving_says_what_was_written(measured):
    _, records = measured
    kinds = {form: records["custom_layer"].saved("fresh", form)["2.15"].kind for form in ("saved_model", "h5", "keras")}
    assert kinds == {"saved_model": "folder", "h5": "HDF5", "keras": "zip"}


def test_what_is_known_is_not_run_again(measured):
    scratch, _ = measured
    before = {path.name: path.read_text() for path in (scratch / FOLDER / "measured").iterdir()}
    again = Matrix(read(scratch)[0], ["functional_two_inputs", "custom_layer"], jobs=2)
    again.run([OLDEST, "2.15"], ["2.15", "2.21"])
    assert again.runs == 0
    assert {path.name: path.read_text() for path in (scratch / FOLDER / "measured").iterdir()} == before


@pytest.fixture
def scratch(root, pythons, tmp_path):
    """A registry with a matrix of which nothing is measured, not even in the cache."""
    shutil.copytree(root / "rules", tmp_path / "rules")
    shutil.copytree(root / "runnable_examples/environments", tmp_path / "runnable_examples/environments")
    shutil.copytree(root / FOLDER, tmp_path / FOLDER, ignore=shutil.ignore_patterns("measured"))
    with open(tmp_path / FOLDER / "archetypes/sequential.py", "a") as file:
        file.write(f"# {tmp_path.name}, {time.time()}\n")
    return tmp_path


def test_a_measurement_that_is_cut_short_keeps_what_it_has(scratch):
    def interrupt(source, target):
        raise KeyboardInterrupt

    first = Matrix(read(scratch)[0], ["sequential"], jobs=1, on_done=interrupt)
    with pytest.raises(KeyboardInterrupt):
        first.run(["2.15"], ["2.15"])
    kept = read_record(record_path(scratch, "sequential"))
    assert kept.loaded("fresh", "h5", "load_model", "2.15")["2.15"].verdict == "same"
    second = Matrix(read(scratch)[0], ["sequential"], jobs=1)
    second.run(["2.15"], ["2.15"])
    assert second.runs == 1, "the trained model alone is left"
    whole = read_record(record_path(scratch, "sequential"))
    assert whole.loaded("trained", "h5", "load_model", "2.15")["2.15"].verdict == "same"


def test_a_crash_costs_its_own_step_only(scratch):
    """A child that dies is started again with the steps that are left."""
    path = scratch / FOLDER / "ways_to_load.py"
    dying = '    """build again, load_weights by name"""\n    __import__("os").abort()\n'
    path.write_text(path.read_text().replace('    """build again, load_weights by name"""\n', dying))
    matrix = Matrix(read(scratch)[0], ["sequential"], jobs=1)
    matrix.run(["2.15"], ["2.15"])
    record = read_record(record_path(scratch, "sequential"))
    died = record.loaded("fresh", "h5", "load_weights_by_name", "2.15")["2.15"]
    assert died.verdict == "error" and died.error.type == "SIGABRT"
    assert record.loaded("fresh", "keras", "load_model", "2.15")["2.15"].verdict == "same"


def test_places_in_files_of_this_machine_are_left_out():
    text = 'error: tf.Op needs help: called from\n/somewhere/of/this/machine.py":1'
    judged = outcome({"error": {"type": "ConverterError", "text": text}})
    assert judged.error.text == "error: tf.Op needs help…"


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ({"stage": "done"}, "same"),
        ({"stage": "done", "difference": "by up to 2"}, "differs"),
        ({"stage": "call", "error": {"type": "ValueError", "text": "no"}}, "unusable"),
        ({"stage": "load", "error": {"type": "ValueError", "text": "no"}}, "error"),
        ({"stage": "load", "error": {"type": "AttributeError", "text": "x has no attribute 'TFSMLayer'"}}, "absent"),
    ],
)
def test_a_step_is_judged(raw, expected):
    assert outcome(raw).verdict == expected
