"""A claim that the measurements contradict is a fault of the rule."""

import json

import pytest

from scripts.registry.contract import broken_releases
from scripts.registry.load import inspect
from scripts.registry.measured import FILE_NAME, Run, judge, same


def told(checkout) -> str:
    return "\n".join(str(fault) for fault in inspect(checkout.root)[1])


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ('breaks_from: "2.16"}', 'breaks_from: "2.15"}', "before.py still works on 2.15"),
        ('breaks_from: "2.16"}', 'breaks_from: "2.17"}', "before.py does not work on 2.16 (wrong)"),
        (
            'breaks_from: "2.16"}',
            'warns_from: "2.10", breaks_from: "2.16"}',
            "prints a deprecation warning is none",
        ),
        ('replacement_from: "2.0"', 'replacement_from: "2.3"', "2.3, but after.py is ok on 2.2 already"),
        (
            'breaks_from: "2.16"}',
            'breaks_from: "2.16", fixed_from: "2.20"}',
            "before.py does not work on 2.20",
        ),
        ("impact: silent", "impact: error", "runs and gives a different result: that is silent"),
        ("impact: silent", "impact: none", "none says that nothing breaks"),
        ("impact: silent", "impact: warning", "warning, but before.py on 2.21 is wrong"),
    ],
)
def test_a_false_claim_is_told(checkout, old, new, what):
    checkout.replace(old, new)
    assert what in told(checkout)


def test_the_fault_points_to_the_claim(checkout):
    checkout.replace('breaks_from: "2.16"}', 'breaks_from: "2.15"}')
    line = checkout.line_of("replacement_from")
    assert f"{checkout.yaml.name}:{line}: versions.tensorflow.breaks_from: before.py still works on 2.15" in told(
        checkout
    )


def edit(checkout, change) -> None:
    path = checkout.example / FILE_NAME
    record = json.loads(path.read_text())
    change(record)
    path.write_text(json.dumps(record))


def test_an_after_with_another_result_is_told(checkout):
    def change(record):
        record["files"]["after.py"]["runs"][0]["result"]["trainable variables"] = 2
        record["files"]["after.py"]["runs"][0]["outcome"] = "wrong"

    edit(checkout, change)
    assert "after.py on 2.21 must be ok and is wrong" in told(checkout)


def test_an_outcome_changed_by_hand_is_told(checkout):
    edit(checkout, lambda record: record["files"]["before.py"]["runs"][1].update(outcome="ok"))
    assert "was judged by other rules" in told(checkout)


def test_a_changed_example_is_stale(checkout):
    with open(checkout.example / "after.py", "a") as file:
        file.write("# another thought\n")
    assert "after.py is not measured as it stands now on 2.0, 2.1" in told(checkout)


def test_a_changed_lock_is_stale(checkout):
    with open(checkout.root / "runnable_examples/environments/2.7.txt", "a") as file:
        file.write("six==1.16.0\n")
    assert "is not measured as it stands now on 2.7: run" in told(checkout)


def test_a_record_that_the_lab_did_not_write_is_told(checkout):
    (checkout.example / FILE_NAME).write_text("{}")
    assert "was not written by the lab" in told(checkout)


def test_a_symbol_that_never_existed_is_told(checkout):
    def change(record):
        record["symbols"]["present"]["tf.compat.v1.Variable"] = []

    edit(checkout, change)
    assert "tf.compat.v1.Variable never existed" in told(checkout)


@pytest.mark.parametrize(
    ("one", "other", "equal"),
    [
        (1.0, 1.00005, True),
        (1.0, 1.001, False),
        (0.0, 5e-5, True),
        ({"a": [1, 2.0]}, {"a": [1.0, 2]}, True),
        ({"a": 1}, {"b": 1}, False),
        ([1, 2], [1, 2, 3], False),
        (True, 1, False),
        ("a", "a", True),
        (None, 0, False),
        ("nan", "nan", True),
    ],
)
def test_same_results(one, other, equal):
    assert same(one, other, 1e-4) is equal


def judged(checkout, runs: dict[str, Run]) -> dict[str, str]:
    registry, _ = inspect(checkout.root)
    done = judge(registry.rules["TFU2001"], registry.releases, {"before.py": runs})
    return {name: run.outcome for name, run in done["before.py"].items()}


def test_an_error_before_the_first_working_release_is_missing(checkout):
    error = {"type": "AttributeError", "text": "module has no attribute"}
    runs = {
        "2.0": Run(outcome="error", error=error),
        "2.1": Run(outcome="ok", result=1),
        "2.2": Run(outcome="error", error=error),
    }
    assert judged(checkout, runs) == {"2.0": "missing", "2.1": "ok", "2.2": "error"}


def test_an_early_error_of_another_kind_stays_an_error(checkout):
    runs = {
        "2.0": Run(outcome="error", error={"type": "ValueError", "text": "no"}),
        "2.1": Run(outcome="ok", result=1),
    }
    assert judged(checkout, runs)["2.0"] == "error"


def test_judging_twice_changes_nothing(checkout):
    warning = {"source": "warning", "text": "x is deprecated", "deprecation": True}
    runs = {
        "2.0": Run(outcome="ok", result=1),
        "2.1": Run(outcome="wrong", result=2, messages=[warning]),
        "2.2": Run(outcome="wrong", result=1, messages=[warning]),
        "2.3": Run(outcome="ok", signal="SIGABRT"),
        "2.4": Run(outcome="ok", limit=120),
    }
    wanted = {"2.0": "ok", "2.1": "wrong", "2.2": "warns", "2.3": "crash", "2.4": "timeout"}
    assert judged(checkout, runs) == wanted


@pytest.mark.parametrize(
    ("claims", "broken"),
    [
        ({}, []),
        ({"breaks_from": "2.20"}, ["2.20", "2.21"]),
        ({"breaks_from": "2.16", "fixed_from": "2.18"}, ["2.16", "2.17"]),
        ({"breaks_from": "2.16", "fixed_from": "2.17", "breaks_again_from": "2.20"}, ["2.16", "2.20", "2.21"]),
        (
            {"breaks_from": "2.16", "fixed_from": "2.17", "breaks_again_from": "2.19", "fixed_again_from": "2.21"},
            ["2.16", "2.19", "2.20"],
        ),
    ],
)
def test_the_releases_in_which_code_is_broken(checkout, claims, broken):
    registry, _ = inspect(checkout.root)
    rule = registry.rules["TFU2001"]
    tensorflow = rule.versions.tensorflow.model_copy(update={"breaks_from": None, **claims})
    versions = rule.versions.model_copy(update={"tensorflow": tensorflow})
    assert broken_releases(rule.model_copy(update={"versions": versions}), registry.releases) == broken
