"""The stored form: what did not change is stored once, and what is read is what was written."""

import json

from scripts.census.surface import KERAS, Surface, flatten, order, read, write

RAW = {
    "paths": {
        "tf.keras.Model": 0,
        "tf.keras.models.Model": 0,
        "tf.compat.v1.keras.Model": 0,
        "tf.Module": 1,
        "tf.math.log": 2,
        "tf.compat.v1.log": 2,
    },
    "objects": [
        {
            "form": "class(name=None)",
            "bases": [1],
            "members": {"fit": {"form": "method(x)"}, "().history": {"form": "instance"}},
        },
        {"form": "class()", "members": {"name": {"form": "property"}}},
        {"form": "function(x)", "notes": {"deprecated": "why"}},
    ],
    "endpoints": ["tf.compat.v1.log"],
}


def test_an_object_is_stored_under_its_first_name_and_the_others_point_there():
    flat = flatten(RAW, ("tf",))
    assert flat["tf.keras.Model"] == ("class(name=None) < tf.Module", {})
    assert flat["tf.keras.models.Model"] == ("= tf.keras.Model", {})
    assert flat["tf.keras.Model.fit"] == ("method(x)", {})
    assert flat["tf.keras.Model().history"] == ("instance", {})
    assert flat["tf.compat.v1.log"] == ("= tf.math.log", {"endpoint": True})
    assert "tf.keras.models.Model.fit" not in flat


def test_a_surface_knows_inherited_members():
    surface = Surface(flatten(RAW, ("tf",)))
    assert set(surface.members("tf.keras.Model")) == {"fit", "history", "name"}
    assert set(surface.own("tf.keras.Model")) == {"fit", "history"}
    assert surface.at("tf.compat.v1.keras.Model").bases == ("tf.Module",)
    assert surface.at("tf.math.log").deprecated == "why"
    assert surface.at("tf.nothing") is None


def test_other_roots_are_left_out():
    assert flatten(RAW, ("keras",)) == {}


def test_the_first_name_is_neither_of_v1_nor_experimental():
    names = [
        "tf.compat.v1.a",
        "tf.experimental.a",
        "keras.layers.a",
        "tf.keras.layers.experimental.a",
        "tf.keras.layers.a",
    ]
    assert min(names, key=order) == "tf.keras.layers.a"


def test_what_is_written_is_read_again(tmp_path):
    one = {"keras.a": ("function(x)", {}), "keras.b": ("class()", {"deprecated": "“why”"})}
    two = {"keras.a": ("function(x)", {})}
    three = {"keras.a": ("function(x, y)", {}), "keras.b": ("class()", {"deprecated": "“why”"})}
    releases = {"3.0": one, "3.1": two, "3.2": three}
    write(tmp_path, KERAS, releases)
    assert read(tmp_path, KERAS) == releases


def test_what_does_not_change_is_stored_once_on_a_line_of_its_own(tmp_path):
    same = {"keras.a": ("function(x)", {}), "tf.keras.b": ("function(x)", {})}
    write(tmp_path, KERAS, {"3.0": same, "3.1": same})
    path = tmp_path / "runnable_examples/census/keras-3/keras.json"
    before = path.read_text().splitlines()
    assert json.loads(path.read_text())["spans"] == {"keras.a": [["3.0", None, "function(x)"]]}
    write(tmp_path, KERAS, {"3.0": same, "3.1": same, "3.2": same})
    changed = [line for line in path.read_text().splitlines() if line not in before]
    assert changed == ['"releases": ["3.0", "3.1", "3.2"],']
