"""What the census calls a change, on small surfaces."""

import pytest

from scripts.census import signature
from scripts.census.diff import compare, deprecations
from scripts.census.surface import Surface

BASE = {
    "tf": ("module", {}),
    "tf.keras.layers.Layer": ("class(name=None, **kwargs)", {}),
    "tf.keras.layers.Layer.add_update": ("method(updates)", {}),
    "tf.keras.layers.Layer.call": ("method(inputs)", {}),
    "tf.keras.layers.Dense": ("class(units, activation=None) < tf.keras.layers.Layer", {}),
    "keras.layers.Dense": ("= tf.keras.layers.Dense", {}),
    "tf.compat.v1.keras.layers.Dense": ("= tf.keras.layers.Dense", {}),
    "tf.keras.layers.Dense().kernel": ("instance", {}),
    "tf.math.log": ("function(x, name=None)", {}),
    "tf.experimental.log": ("= tf.math.log", {}),
    "tf.compat.v1.log": ("= tf.math.log", {}),
}


def changes(old: dict, new: dict) -> list[tuple]:
    return [(one.kind, one.symbol, one.effect, one.to) for one in compare(Surface(old), Surface(new))]


def without(*keys: str, **more) -> dict:
    return {key: value for key, value in BASE.items() if key not in keys} | more


def test_nothing_changes_between_equal_surfaces():
    assert changes(BASE, dict(BASE)) == []


def test_a_name_that_left_is_told_once_with_all_its_names():
    gone = ("tf.keras.layers.Dense", "keras.layers.Dense", "tf.compat.v1.keras.layers.Dense")
    (change,) = compare(Surface(BASE), Surface(without(*gone, "tf.keras.layers.Dense().kernel")))
    assert (change.kind, change.names) == ("removed", gone)


def test_a_name_whose_object_has_another_name_has_moved():
    assert changes(BASE, without("tf.experimental.log")) == [("moved", "tf.experimental.log", "error", "tf.math.log")]


def test_a_name_left_in_compat_v1_is_no_place_to_move_to():
    new = without("tf.math.log", "tf.experimental.log") | {"tf.compat.v1.log": ("function(x, name=None)", {})}
    (change,) = compare(Surface(BASE), Surface(new))
    assert (change.kind, change.detail) == ("removed", "only tf.compat.v1.log is left")


def test_a_member_is_told_at_the_class_that_had_it_and_not_at_each_below():
    assert changes(BASE, without("tf.keras.layers.Layer.add_update")) == [
        ("member removed", "tf.keras.layers.Layer.add_update", "error", "")
    ]


def test_a_member_that_only_one_class_below_lost_is_told_there():
    new = BASE | {"tf.keras.layers.Dense": ("class(units, activation=None)", {})}
    assert changes(BASE, new) == [
        ("member removed", "tf.keras.layers.Dense.add_update", "error", ""),
        ("member removed", "tf.keras.layers.Dense.call", "error", ""),
    ]


def test_an_attribute_of_instances_has_the_form_of_a_rule_s_symbol():
    assert changes(BASE, without("tf.keras.layers.Dense().kernel")) == [
        ("attribute removed", "tf.keras.layers.Dense().kernel", "unclear", "")
    ]


def test_a_member_that_now_only_raises():
    new = BASE | {"tf.keras.layers.Layer.add_update": ("method(updates)", {"raises": "NotImplementedError"})}
    assert changes(BASE, new) == [("always raises", "tf.keras.layers.Layer.add_update", "error", "")]


def test_the_family_of_a_change_names_the_classes_above():
    new = BASE | {"tf.keras.layers.Dense.call": ("method(x)", {})}
    (change,) = compare(Surface(BASE), Surface(new))
    assert change.symbol == "tf.keras.layers.Dense.call(inputs=)"
    assert "tf.keras.layers.Layer.call(inputs=)" in change.family


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("(x, y=1)", "(x, y=1, z=2)", []),
        ("(x, lr=1)", "(x, learning_rate=1)", [("parameter renamed", "lr", "error")]),
        ("(x, lr=1)", "(x)", [("parameter removed", "lr", "error")]),
        ("(x, lr=1)", "(x, **kwargs)", [("parameter removed", "lr", "unclear")]),
        ("(x, y=1)", "(x, *, y=1)", [("parameter keyword-only", "y", "error")]),
        ("(x, y=1)", "(x, y)", [("parameter required", "y", "error")]),
        ("(x)", "(x, y)", [("parameter required", "y", "error")]),
        ("(x, y=1)", "(x, y=2)", [("default changed", "y", "silent")]),
        ("(x, y=1, z=2)", "(x, z=2, y=1)", [("parameters reordered", "", "silent")]),
        ("(x, **kwargs)", "(x)", [("keywords refused", "", "unclear")]),
        ("(...)", "(x)", []),
        ("(x, y='a, b')", "(x, y='a, b')", []),
    ],
)
def test_what_a_signature_does_to_old_calls(old, new, expected):
    found = [(one.change, one.parameter, one.effect) for one in signature.compare(old, new)]
    assert found == expected


def test_deprecations_of_names_arguments_and_endpoints():
    surface = Surface(
        BASE
        | {
            "tf.math.log": ("function(x, name=None)", {"arguments": {"name": "it has no effect"}}),
            "tf.compat.v1.log": ("= tf.math.log", {"endpoint": True}),
            "tf.keras.layers.Layer.add_update": ("method(updates)", {"deprecated": "do not use it"}),
        }
    )
    assert {symbol: text for symbol, (_, text) in deprecations(surface).items()} == {
        "tf.math.log(name=)": "it has no effect",
        "tf.compat.v1.log": "use tf.math.log instead",
        "tf.keras.layers.Layer.add_update": "do not use it",
    }


def test_a_new_deprecation_is_a_change_and_an_old_one_is_not():
    new = BASE | {"tf.math.log": ("function(x, name=None)", {"deprecated": "use log2"})}
    assert changes(BASE, new) == [("deprecated", "tf.math.log", "warning", "")]
    assert changes(new, dict(new)) == []
