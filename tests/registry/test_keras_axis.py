"""Claims on Keras are held against every Keras 3 minor on one TensorFlow."""

import json

import pytest

from scripts.registry import keras_axis
from scripts.registry.load import inspect
from scripts.registry.measured import KERAS_FILE_NAME, FileRecord, Group, Measured, dump
from scripts.registry.rule import KerasVersions

MINORS = [f"3.{number}" for number in range(16)]


def axis(**files: str) -> Measured:
    """A record with one letter for each Keras minor: `before="..!!"` breaks from 3.2."""
    outcomes = {".": "ok", "!": "error", "~": "wrong"}
    return Measured(
        protocol=1,
        measured_on="2026-11-22",
        platform="",
        files={
            f"{name}.py": FileRecord(
                runs=[
                    Group(
                        environments=[f"keras-3.{n}" for n, one in enumerate(letters) if one == letter],
                        outcome=outcomes[letter],
                    )
                    for letter in dict.fromkeys(letters)
                ],
                keys={},
            )
            for name, letters in files.items()
        },
    )


def on(*stretches: tuple[str, int]) -> str:
    return "".join(letter * count for letter, count in stretches)


@pytest.fixture
def told(checkout):
    """What is told of TFU2001 (works with tf_keras on 2.16) under some claims, for a record of the axis."""
    registry, _ = inspect(checkout.root)

    def tell(claims: dict | None, record: Measured) -> str:
        rule = registry.rules["TFU2001"]
        keras = KerasVersions(**claims) if claims else None
        rule = rule.model_copy(update={"versions": rule.versions.model_copy(update={"keras": keras})})
        found = keras_axis.contradictions(rule, registry.measured["TFU2001"], record, registry.releases)
        return "\n".join(f"{'.'.join(place)}: {what}" for place, what in found)

    return tell


@pytest.mark.parametrize(
    ("claims", "letters"),
    [
        ({"breaks_from": "3.0"}, on(("!", 16))),
        ({"breaks_from": "2.13"}, on(("~", 16))),
        ({"breaks_from": "3.3"}, on((".", 3), ("!", 13))),
        ({"breaks_from": "3.11.3"}, on((".", 11), ("!", 5))),
        ({"breaks_from": "3.0", "fixed_from": "3.8"}, on(("~", 8), (".", 8))),
        ({"breaks_from": "3.0", "fixed_from": "3.8", "breaks_again_from": "3.10"}, on(("~", 8), (".", 2), ("!", 6))),
        (None, on((".", 16))),
    ],
)
def test_a_true_claim_is_no_fault(told, claims, letters):
    assert told(claims, axis(before=letters, after=on(("!", 3), (".", 13)))) == ""


@pytest.mark.parametrize(
    ("claims", "letters", "what", "advice"),
    [
        (
            {"breaks_from": "3.0"},
            on(("!", 9), (".", 7)),
            "before.py works with Keras 3.9 to 3.15 on TensorFlow 2.16",
            'write `keras: {breaks_from: "3.0", fixed_from: "3.9"}`',
        ),
        (
            {"breaks_from": "3.0"},
            on((".", 2), ("!", 14)),
            "before.py works with Keras 3.0 to 3.1 on",
            'write `keras: {breaks_from: "3.2"}`',
        ),
        ({"breaks_from": "3.3"}, on((".", 16)), "works with Keras 3.3 to 3.15 on", "leave `keras` out"),
        (
            {"breaks_from": "3.3", "fixed_from": "3.5"},
            on((".", 2), ("!", 2), (".", 12)),
            "works with Keras 3.4 and does not work with Keras 3.2 on",
            'write `keras: {breaks_from: "3.2", fixed_from: "3.4"}`',
        ),
        (
            {"breaks_from": "2.13"},
            on(("!", 4), (".", 12)),
            "works with Keras 3.4 to 3.15 on",
            'write `keras: {breaks_from: "2.13", fixed_from: "3.4"}`',
        ),
        (None, on((".", 4), ("!", 12)), "does not work with Keras 3.4 to 3.15", '`keras: {breaks_from: "3.4"}`'),
        (None, on(("!", 16)), "does not work with Keras 3.0 to 3.15 on", 'write `keras: {breaks_from: "3.0"}`'),
        ({"breaks_from": "3.0"}, on(*[("!", 1), (".", 1)] * 8), "works with Keras 3.1, 3.3, 3.5", "split the rule"),
    ],
)
def test_a_false_claim_is_told_with_what_to_write(told, claims, letters, what, advice):
    text = told(claims, axis(before=letters))
    assert text.startswith("versions.keras: ") and what in text and advice in text


def test_ranges_are_merged(checkout):
    releases = inspect(checkout.root)[0].releases
    assert keras_axis.ranges(MINORS, releases) == "3.0 to 3.15"
    assert keras_axis.ranges(["3.10", "3.9", "3.0", "3.1", "3.2", "3.15"], releases) == "3.0 to 3.2, 3.9 to 3.10, 3.15"
    assert keras_axis.ranges([], releases) == ""


def test_who_must_be_measured_on_the_axis(checkout):
    registry, _ = inspect(checkout.root)
    rule, record = registry.rules["TFU2001"], registry.measured["TFU2001"]
    assert keras_axis.concerns(rule, record, registry.releases)
    unclaimed = rule.model_copy(update={"versions": rule.versions.model_copy(update={"keras": None})})
    assert keras_axis.concerns(unclaimed, record, registry.releases)  # it works with tf_keras
    plain = {"after.py": record.files["after.py"]}
    assert not keras_axis.concerns(unclaimed, record.model_copy(update={"files": plain}), registry.releases)


def faults(checkout) -> str:
    return "\n".join(str(fault) for fault in inspect(checkout.root)[1])


def test_a_contradiction_points_to_the_claim(checkout):
    checkout.replace('keras: {breaks_from: "3.0"}', 'keras: {breaks_from: "3.5"}')
    line = checkout.line_of("keras: {breaks_from")
    assert f"{checkout.yaml.name}:{line}: versions.keras: before.py does not work with Keras 3.0 to 3.4" in faults(
        checkout
    )


def test_a_missing_record_is_told(checkout):
    (checkout.example / KERAS_FILE_NAME).unlink()
    assert "keras.json: is missing, and the rule moves with Keras: run `atlas verify TFU2001 --keras`" in faults(
        checkout
    )


def test_a_record_that_the_lab_did_not_write_is_told(checkout):
    (checkout.example / KERAS_FILE_NAME).write_text("{}")
    assert "keras.json: was not written by the lab" in faults(checkout)


def test_a_changed_lock_makes_its_minor_stale(checkout):
    with open(checkout.root / "runnable_examples/environments/keras-3.7.txt", "a") as file:
        file.write("six==1.16.0\n")
    told = faults(checkout)
    assert "keras.json: " in told and "is not measured as it stands now on keras-3.7: run" in told
    assert "measured.json" not in told


def test_an_outcome_changed_by_hand_is_told(checkout):
    path = checkout.example / KERAS_FILE_NAME
    record = json.loads(path.read_text())
    record["files"]["before.py"]["runs"][0]["outcome"] = "ok"
    path.write_text(dump(Measured(**record)))
    assert "keras.json: was judged by other rules" in faults(checkout)


@pytest.mark.parametrize(
    ("claims", "what"),
    [
        ('{breaks_from: "3.5", fixed_from: "3.4"}', "fixed_from (3.4) is not after breaks_from (3.5)"),
        ('{breaks_from: "3.0", breaks_again_from: "3.4"}', "is missing: it goes with breaks_again_from"),
        ('{breaks_from: "3.x"}', "does not fit the pattern"),
    ],
)
def test_claims_in_a_wrong_order_are_told(checkout, claims, what):
    checkout.replace('keras: {breaks_from: "3.0"}', f"keras: {claims}")
    assert what in faults(checkout)
