"""Rules and excuses held against changes, on a small history."""

import pytest

from scripts.census.coverage import Coverage, Excuses
from scripts.census.history import History
from scripts.census.surface import Surface
from scripts.registry.load import read
from scripts.registry.rule import Rule
from scripts.registry.yaml_file import YamlFile

OLD = {
    "tf.old": ("module", {}),
    "tf.old.f": ("function(x)", {}),
    "tf.old.g": ("function(x)", {}),
    "tf.keras.Model": ("class(name=None)", {}),
    "keras.Model": ("= tf.keras.Model", {}),
    "tf.keras.Model.fit": ("method(x, workers=1)", {}),
    "tf.keras.Model.predict_classes": ("method(x)", {}),
    "tf.still": ("function(x)", {"deprecated": "use tf.other"}),
}
NEW = {
    "tf.keras.Model": ("class(name=None)", {}),
    "keras.Model": ("= tf.keras.Model", {}),
    "tf.keras.Model.fit": ("method(x)", {}),
    "tf.still": ("function(x)", {"deprecated": "use tf.other"}),
}


@pytest.fixture(scope="module")
def template(root) -> Rule:
    return read(root)[0].rules["TFU2001"]


@pytest.fixture
def coverage(template):
    def make(symbols=(), excuses=(), change="removed", keras=None) -> Coverage:
        data = template.model_dump(mode="json") | {"change": change, "symbols": [{"name": one} for one in symbols]}
        rules = {"TFU2001": Rule.model_validate(data)} if symbols else {}
        history = History({"2.0": Surface(OLD), "2.1": Surface(NEW)}, keras or {}, {"2.0": set(), "2.1": set()})
        return Coverage(history, rules, Excuses.model_validate({"excused": list(excuses)}))

    return make


def open_(coverage: Coverage) -> set[str]:
    return {item.change.symbol for item in coverage.open}


def faults(coverage: Coverage, tmp_path) -> list[str]:
    path = tmp_path / "excused.yml"
    path.write_text("excused: []\n")
    file = YamlFile(path, "rules/excused.yml")
    return [fault.what for fault in coverage.faults(file, {"TFU2001": file})]


def test_without_rules_everything_is_open(coverage):
    assert open_(coverage()) == {
        "tf.old",
        "tf.old.f",
        "tf.old.g",
        "tf.keras.Model.predict_classes",
        "tf.keras.Model.fit(workers=)",
        "tf.still",
    }


def test_a_rule_about_a_module_that_left_covers_what_was_in_it(coverage):
    assert not {"tf.old", "tf.old.f", "tf.old.g"} & open_(coverage(["tf.old"]))


def test_a_module_is_covered_when_all_that_was_in_it_is(coverage):
    assert {"tf.old", "tf.old.g"} <= open_(coverage(["tf.old.f"]))
    assert not {"tf.old", "tf.old.g"} & open_(coverage(["tf.old.f", "tf.old.g"]))


def test_a_rule_covers_a_name_under_any_of_its_names(coverage):
    assert "tf.keras.Model.predict_classes" not in open_(coverage(["keras.Model.predict_classes"]))


def test_a_rule_about_a_file_format_does_not_cover_a_name_that_left(coverage):
    assert "tf.keras.Model.predict_classes" in open_(coverage(["tf.keras.Model.predict_classes"], change="format"))


def test_a_rule_about_an_argument_covers_it_and_one_about_the_method_does_not(coverage):
    assert "tf.keras.Model.fit(workers=)" not in open_(coverage(["tf.keras.Model.fit(workers=)"]))
    assert "tf.keras.Model.fit(workers=)" in open_(coverage(["tf.keras.Model.fit"]))


def test_an_excuse_covers_by_glob_kind_and_release(coverage):
    excuse = {"symbols": ["tf.old*"], "reason": "because"}
    assert not {"tf.old", "tf.old.f"} & open_(coverage(excuses=[excuse]))
    assert "tf.old.f" in open_(coverage(excuses=[excuse | {"changes": ["deprecated"]}]))
    assert "tf.old.f" in open_(coverage(excuses=[excuse | {"releases": ["2.2"]}]))
    calls = {"symbols": ["*"], "changes": ["calls"], "reason": "because"}
    assert "tf.keras.Model.fit(workers=)" not in open_(coverage(excuses=[calls]))


def test_an_excuse_that_a_rule_has_overtaken_is_a_fault(coverage, tmp_path):
    excuse = {"symbols": ["tf.keras.Model.predict_classes"], "reason": "because"}
    (told,) = faults(coverage(["tf.keras.Model.predict_classes"], [excuse]), tmp_path)
    assert "has rules now (TFU2001)" in told


def test_an_excuse_that_matches_nothing_is_a_fault(coverage, tmp_path):
    (told,) = faults(coverage(excuses=[{"symbols": ["tf.nothing*"], "reason": "because"}]), tmp_path)
    assert told == "tf.nothing* matches no change: remove it"


def test_a_kind_of_change_that_does_not_exist_is_a_fault(coverage, tmp_path):
    told = faults(coverage(excuses=[{"symbols": ["tf.old*"], "changes": ["gone"], "reason": "because"}]), tmp_path)
    assert any("'gone' is no kind of change" in one for one in told)


@pytest.mark.parametrize("name", ["tf.never.was", "tf.keras.Model.fit(never=)"])
def test_a_rule_about_what_never_was_is_a_fault(coverage, tmp_path, name):
    (told,) = faults(coverage([name]), tmp_path)
    assert told == f"{name} is in no release that the census knows: correct the name"


@pytest.mark.parametrize(
    "name", ["tf.old.f", "tf.keras.Model.fit(workers=)", "tf.keras.Model()._private", "numpy.bool"]
)
def test_a_rule_about_what_was_or_is_not_recorded_is_none(coverage, tmp_path, name):
    assert faults(coverage([name]), tmp_path) == []


def test_what_only_a_newer_keras_changes_is_told_by_its_minor(coverage):
    keras = {"3.0": Surface(NEW), "3.1": Surface({key: one for key, one in NEW.items() if not key.endswith("fit")})}
    items = {item.change.symbol: item.when for item in coverage(keras=keras).history.items}
    assert items["tf.keras.Model.fit"] == "Keras 3.1"
