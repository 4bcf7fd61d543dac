"""What a run printed is kept as users saw it, without what differs from run to run."""

import pytest

from scripts.lab.messages import clean


def message(text: str, source: str = "log", kind: str = "WARNING:tensorflow") -> dict:
    return {"source": source, "kind": kind, "text": text}


def in_run(name: str, file: str) -> str:
    """Path of a file in the working folder of a run."""
    return "/".join(("/tmp", f"atlas-{name}", "work", file))


def cleaned(*messages: dict) -> list[dict]:
    return clean({"messages": list(messages)})["messages"]


@pytest.mark.parametrize(
    ("one", "deprecation"),
    [
        (message("From before.py:6: is_gpu_available is deprecated and will be removed"), True),
        (message("From …/site-packages/keras/x.py:12: add_weight is deprecated"), False),
        (message("From …/site-packages/tensorflow/python/util/deprecation.py:588: calling f is deprecated"), True),
        (message("`lr` is deprecated in Keras optimizer", kind="WARNING:absl"), True),
        (message("5 out of the last 5 calls triggered retracing"), False),
        (message("np.object is an alias", "warning", "FutureWarning"), True),
        (message("The model does not have any trainable weights.", "warning", "UserWarning"), False),
    ],
)
def test_a_deprecation_is_one_that_the_users_code_caused(one, deprecation):
    assert cleaned(one)[0]["deprecation"] is deprecation


def test_colours_and_places_of_the_lab_are_taken_out():
    text = f"\x1b[1mshape\x1b[0m in /some/where/scripts/lab/inside/worker.py and {in_run('ab12_x', 'model.h5')}"
    assert cleaned(message(text))[0]["text"] == "shape in …/lab/worker.py and model.h5"


def test_a_log_line_of_several_lines_is_one_message():
    lines = ["W core/x.cc:12] first", "  second", "E core/y.cc:3] other"]
    texts = [one["text"] for one in cleaned(*(message(line, "stderr", "") for line in lines))]
    assert texts == ["W core/x.cc:12] first\nsecond", "E core/y.cc:3] other"]


def test_what_differs_only_in_what_was_taken_out_is_said_once():
    one, other = message(f"in {in_run('aaaa', 'm.h5')}"), message(f"in {in_run('bbbb', 'm.h5')}")
    assert len(cleaned(one, other)) == 1


def test_cleaning_twice_changes_nothing():
    outcome = {
        "error": {"type": "ValueError", "text": "\x1b[1mx\x1b[0m"},
        "messages": [message("W a.cc:1] b", "stderr")],
    }
    assert clean(clean(outcome)) == clean(outcome)
