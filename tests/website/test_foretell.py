"""What the page foretells of a file: held against the matrix that it is drawn from."""

import pytest

from scripts.registry import saved_models
from scripts.registry.load import read
from scripts.registry.real_models import read_found
from scripts.website.held_against import HeldAgainst
from scripts.website.likeness import contains
from scripts.website.saved_models import LETTERS, SavedModels

WORST = ["same", "differs", "unusable", "error", "absent"]


@pytest.fixture(scope="module")
def matrix(root):
    releases = read(root)[0].releases
    subject, records, _ = saved_models.inspect(root, releases)
    return SavedModels(subject, records, releases, [])


@pytest.fixture(scope="module")
def foretell(root, matrix, browser):
    """Foretell from a report, which is given by what differs from that of a small functional model, never compiled."""
    page = browser.new_page()
    page.add_script_tag(content=matrix.data())
    page.add_script_tag(path=root / "docs/assets/inspect/foretell.js")

    def ask(target: str, format: str = "h5", releases=("2.9",), keras=None, needs=None, **more) -> dict[str, dict]:
        told = {"model": "Functional", "layers": ["InputLayer", "Dense"], "custom": [], "lambda": False, "mixed": False}
        told |= {"losses": [], "lossesOwn": [], "optimizer": None, "optimizerState": False, "weights": 4, **more}
        report = {"format": format, "releases": list(releases), "keras": keras, "needs": needs}
        report["contains"] = told
        asked = "([report, target]) => atlasForetell(report, atlasSavedModels, target)"
        return {one["way"]: one for one in page.evaluate(asked, [report, target])}

    yield ask
    page.close()


def verdicts(told: dict[str, dict]) -> dict[str, str]:
    return {way: one["outcome"]["v"] for way, one in told.items()}


TRAINED = {"optimizer": "Adam", "optimizerState": True}


def test_a_layer_that_breaks_alone_breaks_a_model_that_has_it(foretell):
    deep = {"layers": ["InputLayer", "Embedding", "LSTM", "Dropout", "Dense"], "model": "Sequential"}
    told = foretell("2.21", **deep)["load_model"]
    assert told["outcome"]["v"] == "e" and "LSTM" in told["outcome"]["e"] and told["kinds"] == ["lstm"]
    assert verdicts(foretell("2.15", **deep))["load_model"] == "s"
    assert verdicts(foretell("2.21"))["load_model"] == "s"


def test_a_failure_that_names_a_layer_counts_for_every_model_with_that_layer(foretell):
    told = foretell("2.21", layers=["InputLayer", "DepthwiseConv2D", "Flatten"])["load_model"]
    assert told["outcome"]["v"] == "e" and "DepthwiseConv2D" in told["outcome"]["e"]


def test_a_loss_under_its_short_name_breaks_what_is_compiled(foretell):
    short = foretell("2.21", **TRAINED, losses=["mse"])
    assert "mse" in short["load_model"]["outcome"]["e"]
    assert verdicts(short)["load_model_compile_false"] == "s"
    full = foretell("2.21", **TRAINED, losses=["mean_squared_error"])["load_model"]["outcome"]
    assert full["v"] == "s" or full["at"] == "train"


def test_a_loss_of_ones_own_breaks_what_is_compiled(foretell):
    own = foretell("2.15", **TRAINED, losses=["mine"], lossesOwn=["mine"])
    assert verdicts(own)["load_model"] == "e" and verdicts(own)["load_model_compile_false"] == "s"


def test_a_layer_of_ones_own_is_unknown_everywhere(foretell):
    for target in ("2.15", "2.21"):
        told = foretell(target, layers=["InputLayer", "Dense", "Mine"], custom=["Mine"])
        assert verdicts(told)["load_model"] == "e"


def test_optimizer_slots_close_every_door_but_the_session(foretell):
    told = verdicts(foretell("2.21", "saved_model", **TRAINED))
    assert (told["saved_model_load"], told["tfsm_layer"], told["session"]) == ("e", "e", "s")
    assert verdicts(foretell("2.21", "saved_model"))["saved_model_load"] == "s"


def test_a_keras_without_a_release_is_taken_for_one_of_its_major_version(foretell):
    for keras, format, era in (("3.3.3", "keras", "2.16"), ("2.2.2", "h5", "2.0")):
        told = foretell("2.21", format, releases=(), keras=keras)["load_model"]
        assert told["saved"] == era


def test_of_a_file_that_tells_nothing_the_usual_is_foretold(foretell):
    unknown = {"model": None, "layers": []}
    told = foretell("2.21", "tflite", releases=(), **unknown)["interpreter"]
    assert told["outcome"]["v"] == "s" and told["of"] > 10
    assert foretell("2.21", None, releases=()) == {}


def test_a_file_that_needs_a_later_release_is_foretold_to_fail(foretell):
    told = foretell("2.4", "tflite", releases=(), needs="2.5", model=None, layers=[])["interpreter"]
    assert told["outcome"]["v"] == "e" and "2.5" in told["outcome"]["e"] and told["of"] == 0


def test_a_gru_of_an_old_keras_is_foretold_to_fail_in_every_release(foretell):
    for target in ("2.4", "2.21"):
        told = foretell(target, releases=(), keras="2.0.8", layers=["GRU", "Dense"], oldGru=True)["load_model"]
        assert told["outcome"]["v"] == "e" and "reset_after" in told["outcome"]["e"]


def test_no_model_fares_better_than_the_kind_that_it_is(foretell, matrix):
    """The report of a measured kind, read off its program, in a release where that kind was measured itself."""
    checked = 0
    for name, record in matrix.records.items():
        traits = contains(matrix.subject.archetypes[name])
        if traits["model"] not in ("Sequential", "Functional") or traits["special"] or traits["loss"] == "own":
            continue
        like = {key: traits[key] for key in ("model", "layers", "custom")}
        like["layers"] = [*like["layers"], *like["custom"]]
        for form in ("h5", "saved_model"):
            for target in ("2.15", "2.21"):
                own = record.loaded("fresh", form, "load_model", "2.9").get(target)
                if own is None:
                    continue
                told = verdicts(foretell(target, form, **like))["load_model"]
                rank = [LETTERS[verdict] for verdict in WORST].index(told)
                at = own.verdict if own.at != "train" else "same"
                assert rank >= WORST.index(at), (name, form, target)
                checked += 1
    assert checked > 20


def test_what_kinds_contain_is_read_off_their_programs(matrix):
    told = {name: contains(kind) for name, kind in matrix.subject.archetypes.items()}
    assert told["gru_bidirectional"]["model"] == "Sequential"
    assert {"Bidirectional", "GRU"} <= set(told["gru_bidirectional"]["layers"])
    assert told["text_vectorization"]["layers"].count("TextVectorization") == 1
    assert told["nested"]["model"] == "Functional" and "Sequential" in told["nested"]["layers"]
    assert told["subclassed"]["custom"] == ["Regressor"] and told["tf_module"]["model"] is None
    assert [told[name]["loss"] for name in ("sequential", "conv_classifier", "custom_functions")] == [
        "short",
        "full",
        "own",
    ]


def test_the_record_bears_out_what_the_page_says(root):
    """At least 95 % of the loads of models that other people saved came out as foretold."""
    held = HeldAgainst(read_found(root))
    assert held.models >= 30 and held.packages >= 15
    assert held.hits + sum(len(one.targets) for one in held.misses) == held.loads
    assert held.percent(held.hits) >= 95
