"""What is looked for follows from a rule's symbols, in every form in which they are written."""

import pytest

from scripts.export.detection import Target, parse, targets
from scripts.export.lines import expected
from scripts.export.spelling import spellings
from scripts.registry.load import inspect


@pytest.fixture(scope="module")
def registry(root):
    return inspect(root)[0]


@pytest.mark.parametrize(
    ("name", "target"),
    [
        ("tf.config.experimental_list_devices", Target("name", "tf.config.experimental_list_devices")),
        ("tf.estimator.*", Target("module", "tf.estimator")),
        ("tf.keras.optimizers.Adam(lr=)", Target("name", "tf.keras.optimizers.Adam", argument="lr")),
        ("tf.keras.Model.fit_generator", Target("member", "tf.keras.Model", "fit_generator")),
        ("tf.keras.Model.fit(workers=)", Target("member", "tf.keras.Model", "fit", "workers")),
        ("tf.keras.optimizers.Adam().lr", Target("member", "tf.keras.optimizers.Adam", "lr")),
        ("tf.data.experimental.AUTOTUNE", Target("name", "tf.data.experimental.AUTOTUNE")),
    ],
)
def test_each_form_of_a_symbol(name, target):
    assert parse(name) == target


def test_keras_is_reached_by_many_names():
    assert spellings("tf.keras.Model")[:2] == ["tensorflow.keras.Model", "keras.Model"]
    assert "tensorflow.compat.v1.keras.models.Model" in spellings("tf.keras.Model")
    assert "tensorflow.optimizers.Adam" in spellings("tf.keras.optimizers.Adam")
    assert spellings("keras.backend.sum") == ["keras.backend.sum"]  # tf.keras still has it


def test_a_name_that_is_still_there_is_not_looked_for_when_the_rule_is_about_what_it_does(registry):
    assert targets(registry, registry.rules["TFU7012"]) == []  # tf.random.set_seed


def test_nothing_is_looked_for_where_nothing_has_to_change(registry):
    harmless = [rule for rule in registry.rules.values() if rule.impact == "none"]
    assert harmless and not any(targets(registry, rule) for rule in harmless)


def test_the_lines_to_be_found_are_those_that_the_fix_changes(registry):
    assert expected(registry, registry.rules["TFU6001"]) == {"before.py": [11]}
