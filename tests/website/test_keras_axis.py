"""The page says what other Keras versions do, and which of the two did it."""

import re

import pytest

from scripts.registry.load import inspect
from scripts.website import copies, keras_axis, pages
from scripts.website.site import Addresses, Site
from scripts.website.view import View
from tests.registry.test_keras_axis import axis, on

KERAS_ONLY, TENSORFLOW_ONLY, NOTHING_MOVES = "TFU2032", "TFU3036", "TFU2001"


@pytest.fixture(scope="module")
def view(root):
    return View(Site(inspect(root)[0], Addresses("https://atlas.example/sub", "https://github.com/o/r")))


def section(view, id) -> str:
    """The text of the section on the page."""
    html = pages.rule_page(view, view.site.rules[id]).text.partition('<h3 id="keras">')[2].partition("{#why}")[0]
    return re.sub(r"\s+", " ", re.sub("<[^>]*>", "", html.replace("</td>", " ")))


def test_a_break_that_came_and_went_with_keras(view):
    text = section(view, KERAS_ONLY)
    assert "Keras did it, and Keras 3.9 mended it." in text
    assert "On the same TensorFlow 2.16, before.py works with Keras 2 (tf_keras), fails with Keras 3.0 to 3.8," in text
    assert "and works from Keras 3.9 on." in text
    assert text.index("3.0 to 3.8 error") < text.index("3.9 to 3.15 works")
    assert "after.py" not in text  # works with all


def test_a_break_that_tensorflow_made(view):
    text = section(view, TENSORFLOW_ONLY)
    assert "TensorFlow did it, or another package that came with it; not Keras." in text
    assert (
        "before.py works with every Keras from 3.0 to 3.15. It fails with TensorFlow 2.21 (Keras 3.13.2 or 3.15.1)."
        in text
    )
    assert "Results and messages on TensorFlow" not in text  # nothing moves with Keras


def test_the_copy_in_markdown_says_the_same(view):
    text = dict(copies.files(view))[f"rules/{KERAS_ONLY}.md"].decode()
    assert "### With other Keras versions\n\n**Keras did it, and Keras 3.9 mended it.** On the same" in text
    assert "| `before.py` | 3.0 to 3.8 | error | `TypeError: Input() got an unexpected keyword" in text


def told(view, record, monkeypatch, id=NOTHING_MOVES) -> keras_axis.OtherKeras | None:
    monkeypatch.setitem(view.site.registry.measured_with_keras, id, record)
    return keras_axis.other_keras(view.site, view.site.rules[id])


@pytest.mark.parametrize(
    ("letters", "who", "seen"),
    [
        (
            on(("~", 16)),
            "Keras did it, not TensorFlow",
            "works with Keras 2 (`tf_keras`) and gives another result with every Keras from 3.0 to 3.15",
        ),
        (
            on((".", 3), ("~", 13)),
            "Keras did it, not TensorFlow",
            "works with Keras 2 (`tf_keras`) and 3.0 to 3.2 and gives another result from Keras 3.3 on",
        ),
        (
            on(("!", 1), ("~", 15)),
            "Keras did it, not TensorFlow",
            "works with Keras 2 (`tf_keras`), fails with Keras 3.0, and gives another result from Keras 3.1 on",
        ),
    ],
)
def test_what_is_said_of_a_break(view, monkeypatch, letters, who, seen):
    (verdict,) = told(view, axis(before=letters), monkeypatch).verdicts
    assert verdict == keras_axis.Verdict(who, f"On the same TensorFlow 2.16, `before.py` {seen}.")


def test_where_tensorflow_has_a_part_in_it(view, monkeypatch):
    (verdict,) = told(view, axis(before=on(("~", 15), (".", 1))), monkeypatch).verdicts
    assert verdict.who == "Keras did it, and Keras 3.15 mended it"
    assert (
        ". It gives another result with TensorFlow 2.21 (Keras 3.15.1): that is TensorFlow, or another" in verdict.seen
    )


def test_a_fix_that_needs_a_newer_keras(view, monkeypatch):
    said = told(view, axis(before=on(("!", 16)), after=on(("!", 2), (".", 14))), monkeypatch)
    told_of_fix = said.verdicts[1].seen
    assert told_of_fix.startswith("The fix moves with Keras, too: on TensorFlow 2.16, `after.py` fails with")
    assert told_of_fix.endswith("Keras 3.0 to 3.1 and works from Keras 3.2 on.")
    assert [file for file, _ in said.rows] == ["after.py"]


def test_files_that_do_the_same_share_a_sentence(view, monkeypatch):
    (verdict,) = told(view, axis(before=on(("!", 16)), before_mixed=on(("!", 16))), monkeypatch).verdicts
    assert "each of `before.py` and `before_mixed.py` works with" in verdict.seen


def test_nothing_is_said_where_nothing_moves(view, monkeypatch):
    assert told(view, axis(before=on((".", 16)), after=on((".", 16))), monkeypatch, "TFU7001") is None
    monkeypatch.delitem(view.site.registry.measured_with_keras, "TFU7001")
    assert keras_axis.other_keras(view.site, view.site.rules["TFU7001"]) is None


def test_another_patch_of_keras_is_not_taken_for_tensorflow(view, monkeypatch):
    """2.19 and 2.20 came with Keras 3.11.2, and the last patch of 3.11 is measured on the axis."""
    (verdict,) = told(view, axis(before=on((".", 11), ("!", 5))), monkeypatch, "TFU2035").verdicts
    assert verdict.who == "Keras did it, not TensorFlow"
    assert "and fails from Keras 3.11.3 on. It works and warns with TensorFlow" in verdict.seen
    assert "2.19 (Keras 3.11.2) and 2.20 (Keras 3.11.2), earlier patches of Keras than here." in verdict.seen


def test_packages_that_came_with_a_release_are_told_from_both(view, monkeypatch):
    (verdict,) = told(view, axis(before=on(("~", 16))), monkeypatch, "TFU4017").verdicts
    assert verdict.who == "Keras did it"
    assert (
        "It fails with TensorFlow 2.16 with the packages of its day (Keras 3.4.1), 2.17 (Keras 3.6.0)" in verdict.seen
    )
    assert verdict.seen.endswith("that is another package that came with it.")
