"""Keywords that no signature shows: what the probe calls a refusal, what is stored, and what counts as a change."""

import importlib.util
import json

import pytest

from scripts.census import history, keywords
from scripts.census.keywords import Answers
from scripts.census.measure import INSIDE
from scripts.census.surface import Surface
from scripts.registry.load import read

LAYER, CONV = "tf.keras.layers.Layer", "tf.keras.layers.Conv"
SURFACE = Surface({LAYER: ("class(**kwargs)", {}), CONV: (f"class(size, **kwargs) < {LAYER}", {})})


@pytest.fixture(scope="module")
def probe():
    specification = importlib.util.spec_from_file_location("probe", INSIDE / "probe.py")
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    return module


def changes(before, after):
    return [
        (release, one.names, one.family)
        for release, one in keywords.changes({"2.15": before, "2.16": after}, {"2.15": SURFACE, "2.16": SURFACE})
    ]


@pytest.mark.parametrize(
    "told",
    [
        "__init__() got an unexpected keyword argument 'lr'",
        "('Keyword argument not understood:', 'lr')",
        "Unrecognized keyword arguments passed to Conv: {'lr': None}",
        "Argument(s) not recognized: {'lr': None}",
        "lr is not a valid argument, kwargs should be empty for the optimizer.",
        "Unexpected keyword argument passed to optimizer: lr",
    ],
)
def test_the_ways_in_which_releases_refuse_a_keyword(probe, told):
    class Refuses:
        def __init__(self, **kwargs):
            if kwargs:
                raise ValueError(told)

    assert not probe.takes(Refuses, dict, "lr")


def test_an_error_about_the_value_or_another_keyword_is_no_refusal(probe):
    class Picky:
        def __init__(self, rate, lr=1):
            if lr is None:
                raise ValueError(f"lr must be a number, got {lr}")

    assert probe.takes(Picky, lambda: {"rate": 1}, "lr")
    assert not probe.takes(Picky, lambda: {"rate": 1}, "decay")
    assert set(probe.required_arguments(Picky, {"rate": lambda: 1})()) == {"rate"}
    with pytest.raises(KeyError, match="rate"):
        probe.required_arguments(Picky, {})


def test_what_was_taken_unsigned_and_is_refused_is_told_once_at_the_highest_class():
    before = Answers({LAYER: {"weights"}, CONV: {"size", "weights", "groups"}})
    after = Answers({LAYER: set(), CONV: {"size"}})
    assert changes(before, after) == [
        ("2.16", (f"{CONV}(groups=)",), (f"{LAYER}(groups=)",)),
        ("2.16", (f"{LAYER}(weights=)",), ()),
    ]


def test_a_class_that_takes_anything_tells_nothing_and_neither_does_one_that_is_gone():
    assert changes(Answers({CONV: {"size", "nonsense"}}, {CONV}), Answers({CONV: {"size"}})) == []
    assert changes(Answers({CONV: {"size", "groups"}}), Answers({})) == []


def test_what_is_stored_is_what_is_read_and_other_releases_stay(tmp_path):
    (tmp_path / keywords.FILE).parent.mkdir(parents=True)
    raw = {
        "2.0": {"accepted": {CONV: ["groups", "size"], LAYER: []}, "any": [LAYER]},
        "2.1": {"accepted": {CONV: ["size"]}, "any": []},
    }
    keywords.write(tmp_path, {"2.1": raw["2.1"]}, ["2.0", "2.1"])
    keywords.write(tmp_path, {"2.0": raw["2.0"]}, ["2.0", "2.1"])
    assert keywords.read(tmp_path) == {
        "2.0": Answers({CONV: {"groups", "size"}, LAYER: set()}, {LAYER}),
        "2.1": Answers({CONV: {"size"}}),
    }
    stored = json.loads((tmp_path / keywords.FILE).read_text())["classes"][CONV]
    assert stored["accepted"] == {"groups": [["2.0", "2.0"]], "size": [["2.0", "2.1"]]}


def test_every_release_was_asked_and_known_refusals_are_in_the_record(root):
    answers = keywords.read(root)
    assert list(answers) == read(root)[0].releases.minors
    depthwise = "tf.keras.layers.DepthwiseConv2D"
    there = [name for name, one in answers.items() if "kernel_initializer" in one.accepted[depthwise]]
    assert there[-1] == "2.15", "Keras 2 took it and passed it over"
    assert all(len(one.accepted) > 150 for one in answers.values())


def test_what_the_calls_tell_stands_with_the_changes_of_its_release(root):
    census = history.read(root)
    releases = [item.release for item in census.items if item.release]
    assert releases == sorted(releases, key=list(census.tensorflow).index)
    assert any(item.change.kind == keywords.KIND for item in census.items)
