"""The committed census: known facts, and numbers that somebody else counted."""

import pytest

from scripts.census import coverage, history, tally
from scripts.registry.load import read


@pytest.fixture(scope="module")
def census(root):
    return history.read(root)


def test_every_release_and_every_keras_minor_is_recorded(root, census):
    releases = read(root)[0].releases
    assert list(census.tensorflow) == releases.minors
    assert list(census.keras) == [name.removeprefix("keras-") for name in releases.keras_environments]


def test_every_change_has_a_rule_or_a_reason_and_no_reason_is_idle(root, census):
    """What `atlas census --check` asks."""
    registry, _ = read(root)
    excuses, file = coverage.read_excuses(root)
    account = coverage.Coverage(census, registry.rules, excuses)
    assert [(item.when, item.change.symbol) for item in account.open] == []
    assert account.faults(file, registry.sources) == [] and file.faults == []


@pytest.mark.parametrize(
    ("path", "last"),
    [
        ("tf.keras.utils.multi_gpu_model", "2.3"),
        ("tf.keras.wrappers.scikit_learn.KerasClassifier", "2.12"),
        ("tf.estimator.Estimator", "2.15"),
        ("tf.compat.v1.layers.dense", "2.15"),
        ("tf.keras.layers.Dense", "2.21"),
    ],
)
def test_the_last_release_that_has_a_name(census, path, last):
    assert [name for name, surface in census.tensorflow.items() if path in surface.first][-1] == last


def test_full_name_losses_left_keras_with_3_3(census):
    there = [minor for minor, one in census.keras.items() if "tf.keras.losses.mean_squared_error" in one.first]
    assert there == ["3.0", "3.1", "3.2"]


def test_an_argument_and_its_default(census):
    before, after = census.tensorflow["2.15"], census.tensorflow["2.16"]
    assert "recurrent_activation='hard_sigmoid'" in before.at("tf.keras.layers.ConvLSTM2D").signature
    assert "recurrent_activation='sigmoid'" in after.at("tf.keras.layers.ConvLSTM2D").signature


def test_as_many_names_left_as_an_independent_count_found(census):
    found = {one.title: one for one in tally.tallies(census)}
    assert found["names gone from tf"].here == found["names gone from tf"].there == 349
    assert found["of these at 2.16"].here == found["of these at 2.16"].there == 283


def test_every_difference_from_the_independent_count_is_explained(census):
    assert [one.title for one in tally.tallies(census) if one.here != one.there and not one.why] == []


def test_excuses_and_rules_hold(root, census):
    registry, _ = read(root)
    excuses, file = coverage.read_excuses(root)
    account = coverage.Coverage(census, registry.rules, excuses)
    assert file.faults == []
    assert account.faults(file, registry.sources) == []
