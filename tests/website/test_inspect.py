"""Files of models, told in the browser: real ones of three releases, and damaged, foreign and hostile ones."""

import base64
import gzip
import hashlib
import io
import json
import os
import re
import shutil
import struct
import subprocess
import zipfile

import pytest

from scripts.lab.environments import build
from scripts.registry.load import read
from tests.lab.conftest import RELEASES

OLDEST, MIDDLE, NEWEST = RELEASES
KNOWN = {
    "2.2.4-tf": ["2.0"],
    "2.3.0-tf": ["2.1", "2.2"],
    "2.4.0": ["2.3", "2.4"],
    "2.12.0": ["2.12"],
    "2.13.1": ["2.13"],
    "2.14.0": ["2.14"],
    "2.15.0": ["2.15"],
    "3.4.1": ["2.16"],
    "3.13.2": ["2.21"],
}
SAVE = """
import sys
import h5py
import numpy as np
import tensorflow as tf

keras = tf.keras
minor = int(tf.__version__.split(".")[1])

class Doubler(keras.layers.Layer):
    def call(self, inputs):
        return 2 * inputs

model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(4), keras.layers.Dense(1)])
model.compile(optimizer="adam", loss="mse")
model.fit(np.zeros((4, 3)), np.zeros((4, 1)), verbose=0)
entry = keras.Input((3,))
own = keras.Model(entry, keras.layers.Lambda(lambda x: x + 1)(Doubler()(keras.layers.Dense(2)(entry))))

model.save("model.keras")
own.save("own.keras")
model.save("model.h5")
own.save("own.h5")
model.save_weights("model.weights.h5")
open("model.json", "w").write(model.to_json())
tf.train.Checkpoint(step=tf.Variable(1)).save("checkpoint/c")
module = tf.Module()
module.variable = tf.Variable(1.0)
tf.saved_model.save(module, "plain")
if minor < 16:
    model.save("saved")
    own.save("own")
    model.save_weights("weights/w")
    model.save_weights("weights.h5")
if minor >= 15:
    model.export("export")
    converter = tf.lite.TFLiteConverter.from_concrete_functions(
        [tf.function(lambda x: 2 * x).get_concrete_function(tf.TensorSpec([1], tf.float32))])
    open("model.tflite", "wb").write(converter.convert())
with h5py.File("dense.h5", "w", libver="latest") as file:
    file.attrs["model_config"] = '{"class_name": "Sequential", "config": {"layers": []}}' + " " * 100000
    file.attrs["keras_version"] = "2.4.0"
    for number in range(300):
        file.attrs["attribute %d" % number] = number
        file.create_group("model_weights/layer %d" % number)["kernel"] = np.zeros(3)
with h5py.File("circles.h5", "w") as file:
    file["group/back"] = file["/"]
    file["group/soft"] = h5py.SoftLink("/group/soft")
    file["group/outside"] = h5py.ExternalLink("circles.h5", "/")
"""


@pytest.fixture(scope="session")
def saved(root, tmp_path_factory):
    """Folders with the files that each release saved."""
    environments = read(root)[0].releases.environments
    folders = {}
    for release in RELEASES:
        folders[release] = folder = tmp_path_factory.mktemp(f"saved-{release}")
        quiet = {**os.environ, "CUDA_VISIBLE_DEVICES": "", "TF_CPP_MIN_LOG_LEVEL": "3"}
        command = [str(build(root, environments[release])), "-c", SAVE]
        done = subprocess.run(command, cwd=folder, env=quiet, capture_output=True, text=True)
        assert done.returncode == 0, f"{release}: {done.stderr[-2000:]}"
    return folders


def prepare(page, site: str):
    """A page of the site, with the script and a field for files."""
    page.goto(f"{site}how-it-works.html")
    page.add_script_tag(url=f"{site}assets/inspect/inspect-model.js")
    page.evaluate("document.body.insertAdjacentHTML('beforeend', '<input type=file id=file>')")


@pytest.fixture
def inspect(page, address):
    """Inspect a file, given by its path or as (name, bytes); nothing may be thrown or asked of another host."""
    prepare(page, address)
    yield lambda file: ask(page, file)
    assert [url for url in page.requested if not url.startswith((address, "blob:"))] == []
    assert page.broken == []


def ask(page, file) -> dict:
    if isinstance(file, tuple):
        name, content = file
        file = {"name": name, "mimeType": "application/octet-stream", "buffer": content}
    page.locator("#file").set_input_files(file)
    known = {"keras": KNOWN}
    report = page.evaluate("known => atlasInspect(document.getElementById('file').files[0], known)", known)
    assert all(fact.endswith(".") or fact.startswith("Its description") for fact in report["facts"])
    return report


def facts(report: dict) -> str:
    return " ".join(report["facts"])


REAL = [
    (OLDEST, "model.h5", "h5", {"model": "Sequential", "optimizer": "Adam", "optimizerState": True, "weights": 4}),
    (OLDEST, "own.h5", "h5", {"model": "Functional", "custom": ["Doubler"], "lambda": True, "optimizer": None}),
    (OLDEST, "model.keras", "h5", {"model": "Sequential", "weights": 4}),
    (OLDEST, "weights.h5", "weights_h5", {"model": None, "weights": 4, "optimizerState": False}),
    (OLDEST, "model.weights.h5", "weights_h5", {"weights": 4}),
    (OLDEST, "saved/saved_model.pb", "saved_model", {"optimizer": "Adam", "optimizerState": True, "weights": 4}),
    (OLDEST, "own/saved_model.pb", "saved_model", {"model": "Functional", "custom": ["Doubler"], "lambda": True}),
    (OLDEST, "plain/saved_model.pb", "tf_saved_model", {"model": None, "weights": 1, "optimizerState": False}),
    (OLDEST, "weights/w.index", "weights_checkpoint", {"weights": 4, "optimizerState": True}),
    (OLDEST, "checkpoint/c-1.index", "checkpoint", {"weights": 1, "optimizerState": False}),
    (OLDEST, "model.json", "json", {"model": "Sequential", "weights": 0}),
    (OLDEST, "dense.h5", "h5", {"model": "Sequential", "weights": 300}),
    (MIDDLE, "model.h5", "h5", {"optimizer": "Adam", "optimizerState": True, "weights": 4}),
    (MIDDLE, "model.keras", "keras", {"model": "Sequential", "optimizer": "Adam", "optimizerState": True}),
    (MIDDLE, "own.keras", "keras", {"model": "Functional", "custom": ["Doubler"], "lambda": True, "optimizer": None}),
    (MIDDLE, "weights.h5", "weights_h5", {"weights": 4}),
    (MIDDLE, "model.weights.h5", "weights.h5", {"weights": 4, "optimizerState": True}),
    (MIDDLE, "saved/saved_model.pb", "saved_model", {"model": "Sequential", "optimizerState": True, "weights": 4}),
    (MIDDLE, "saved/keras_metadata.pb", "saved_model", {"layers": ["Dense"], "optimizer": "Adam"}),
    (MIDDLE, "export/saved_model.pb", "export", {"weights": 4}),
    (MIDDLE, "weights/w.index", "weights_checkpoint", {"weights": 4, "optimizerState": True}),
    (MIDDLE, "model.tflite", "tflite", {"model": None}),
    (NEWEST, "model.keras", "keras", {"optimizer": "Adam", "layers": ["InputLayer", "Dense"], "lambda": False}),
    (NEWEST, "own.keras", "keras", {"layers": ["InputLayer", "Dense", "Doubler", "Lambda"], "custom": ["Doubler"]}),
    (NEWEST, "own.h5", "h5", {"model": "Functional", "custom": ["Doubler"], "lambda": True}),
    (NEWEST, "model.weights.h5", "weights.h5", {"weights": 4, "optimizerState": True}),
    (NEWEST, "export/saved_model.pb", "export", {"weights": 4}),
    (NEWEST, "plain/saved_model.pb", "tf_saved_model", {"weights": 1}),
    (NEWEST, "model.json", "json", {"model": "Sequential"}),
    (NEWEST, "model.tflite", "tflite", {"model": None}),
    (NEWEST, "dense.h5", "h5", {"weights": 300}),
]


@pytest.mark.parametrize(("release", "path", "format", "contains"), REAL, ids=lambda value: str(value)[:30])
def test_a_real_file_is_told(inspect, saved, release, path, format, contains):
    report = inspect(saved[release] / path)
    assert report["problem"] is None
    assert report["format"] == format
    assert {**report["contains"], **contains} == report["contains"]
    assert report["kind"]
    dated = format in ("h5", "weights_h5", "keras", "saved_model", "tf_saved_model", "export", "tflite")
    if dated and path != "dense.h5":
        assert release in report["releases"]
    if path.endswith("saved_model.pb"):
        assert report["tensorflow"].startswith(release)


def test_what_must_stand_beside_a_saved_model_is_told(inspect, saved):
    needed = "`keras_metadata.pb`, which describes the layers, must stand beside"
    assert needed in facts(inspect(saved[MIDDLE] / "saved/saved_model.pb"))
    assert needed not in facts(inspect(saved[OLDEST] / "saved/saved_model.pb"))
    told = facts(inspect(saved[NEWEST] / "export/saved_model.pb"))
    assert "Signature `serving_default`, inputs: " in told and "Tags: serve." in told


def test_a_version_between_those_known_is_told_as_close_to_them(inspect):
    config = {"class_name": "Sequential", "config": [], "keras_version": "2.15.9"}
    report = inspect(("model.json", json.dumps(config).encode()))
    assert (report["keras"], report["releases"]) == ("2.15.9", ["2.15"])
    report = inspect(("model.json", json.dumps({**config, "keras_version": "2.3.1"}).encode()))
    assert report["releases"] == [] and "installed on its own" in facts(report)


def test_the_layers_of_an_old_sequential_model_are_a_list(inspect):
    layers = [{"class_name": name, "config": {"name": name.lower()}} for name in ("Embedding", "LSTM", "Mine")]
    model = {"class_name": "Sequential", "config": layers, "keras_version": "2.1.6"}
    told = inspect(("model.json", json.dumps(model).encode()))["contains"]
    assert told["layers"] == ["Embedding", "LSTM", "Mine"] and told["custom"] == ["Mine"]


def test_activations_that_are_not_keras_own_and_old_gru_layers_are_told(inspect):
    layers = [
        {"class_name": "Dense", "config": {"activation": "<lambda>"}},
        {"class_name": "Dense", "config": {"activation": "LeakyReLU"}},
        {"class_name": "GRU", "config": {"activation": "tanh", "recurrent_activation": "hard_sigmoid"}},
    ]
    model = {"class_name": "Functional", "config": {"layers": layers}, "keras_version": "2.1.2"}
    report = inspect(("model.json", json.dumps(model).encode()))
    assert report["contains"]["custom"] == ["<lambda>"]
    assert report["contains"]["oldGru"] and "`reset_after=False` alone" in facts(report)
    layers[2]["config"]["reset_after"] = False
    assert not inspect(("model.json", json.dumps(model).encode()))["contains"]["oldGru"]


def test_both_files_of_a_saved_model_are_told_as_one(inspect, page, saved):
    files = [saved[MIDDLE] / "own/keras_metadata.pb", saved[MIDDLE] / "own/saved_model.pb"]
    inspect(files[1])
    page.evaluate("document.getElementById('file').multiple = true")
    page.locator("#file").set_input_files(files)
    ask_both = "known => atlasInspect.together(document.getElementById('file').files, { keras: known })"
    report = page.evaluate(ask_both, KNOWN)
    assert report["tensorflow"].startswith(MIDDLE) and report["problem"] is None
    assert report["contains"]["custom"] == ["Doubler"] and report["contains"]["weights"] == 2
    assert "must stand beside this file. Drop it" not in facts(report)


def test_what_a_model_is_compiled_with_is_told(inspect, saved):
    for release, path in ((OLDEST, "model.h5"), (MIDDLE, "model.keras"), (NEWEST, "model.keras")):
        told = inspect(saved[release] / path)["contains"]
        assert told["losses"] == ["mse"] and told["lossesOwn"] == []
    metric = {"class_name": "MeanMetricWrapper", "config": {"name": "accuracy", "fn": "binary_accuracy"}}
    own = {"module": "mine", "class_name": "function", "config": "weighted"}
    compiled = {"optimizer": "adam", "loss": {"out": own, "more": "mse"}, "metrics": [[metric], ["Custom>Worst"]]}
    config = {"module": "keras", "class_name": "Sequential", "config": {"layers": []}, "compile_config": compiled}
    report = inspect(("config.json", json.dumps(config).encode()))
    assert sorted(report["contains"]["losses"]) == ["Worst", "binary_accuracy", "mse", "weighted"]
    assert sorted(report["contains"]["lossesOwn"]) == ["Worst", "weighted"]
    assert "not Keras's own: `" in facts(report)


def test_the_content_decides_and_never_the_name(inspect, saved):
    for path in ("own.keras", "own.h5", "saved/saved_model.pb", "model.tflite"):
        content = (saved[MIDDLE] / path).read_bytes()
        expected = inspect((path.rpartition("/")[2], content))
        assert inspect(("photograph.png", content)) == expected


def test_over_http_a_worker_reads_and_from_disk_the_page_does(page, site, address, saved):
    workers = []
    page.on("worker", lambda worker: workers.append(worker.url))
    reports = []
    for where in (address, f"{site.as_uri()}/"):
        prepare(page, where)
        reports.append([ask(page, saved[MIDDLE] / name) for name in ("own.h5", "own.keras", "saved/saved_model.pb")])
    assert reports[0] == reports[1]
    ours = [url for url in workers if "inspect" in url and url.startswith("http")]
    assert ours == [f"{address}assets/inspect/inspect-model.js"] * 3


def archive(entries: dict[str, bytes], **options) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", **options) as file:
        for name, content in entries.items():
            file.writestr(name, content)
    return buffer.getvalue()


def field(number: int, content: bytes, length: int | None = None) -> bytes:
    """A field of a protocol buffer, with the length that it has or another."""
    left = len(content) if length is None else length
    size = b""
    while left > 127:
        size += bytes([left & 127 | 128])
        left >>= 7
    return bytes([number << 3 | 2]) + size + bytes([left]) + content


def lying_archive() -> bytes:
    """An entry that says it has 10 bytes and unpacks to 50 MB."""
    content = archive({"config.json": bytes(50_000_000)}, compression=zipfile.ZIP_DEFLATED)
    at = content.index(b"PK\x01\x02") + 24
    return content[:at] + struct.pack("<I", 10) + content[at + 4 :]


FOREIGN = [
    ("empty.h5", b"", "empty"),
    ("photograph.h5", b"\x89PNG\r\n\x1a\n" + bytes(100), "picture"),
    ("notes.keras", b"What I did on Tuesday\n" * 50, "text file"),
    ("model.pkl", b"\x80\x04\x95" + bytes(50), "pickle"),
    ("model.h5.gz", b"\x1f\x8b\x08" + bytes(50), "Unpack"),
    ("noise.pb", bytes(range(256)) * 4, "no file of a model"),
    ("variables.data-00000-of-00001", bytes(1000), "`.index`"),
    ("checkpoint", b'model_checkpoint_path: "c-1"\n', "`.index`"),
    ("frozen.pb", b"\n\x20\n\x01x\x12\x0bPlaceholder" + bytes(20), "frozen graph"),
    ("list.json", b'{"a": 1}', "not the configuration"),
    ("cut.json", b'{"class_name": "Sequen', "not valid JSON"),
    ("deep.json", b'{"a":' * 200_000, "not valid JSON"),
    ("cut.h5", b"\x89HDF\r\n\x1a\n\x00", "damaged"),
    ("cut.keras", archive({"config.json": b"{}"})[:-30], "not copied whole"),
    ("torch.keras", archive({"archive/data.pkl": b""}), "PyTorch"),
    ("folder.zip", archive({"model/saved_model.pb": b""}), "`model/saved_model.pb`"),
    ("bad.keras", archive({"config.json": b"{"}), "no valid JSON"),
    ("metadata.json", b'{"keras_version": "3.4.1"}', "only one part"),
    ("graph.pb", b"\x08\x01" + field(2, b"\x0a\xff", 5_000_000_000), "damaged"),
    ("node.pb", b"\x08\x01" + field(2, field(7, field(1, b"\x22\x7f"))), "damaged"),
    ("no.tflite", b"\xff\xff\xff\x7fTFL3" + bytes(40), "damaged"),
    ("no.index", bytes([255] * 40) + b"\x57\xfb\x80\x8b\x24\x75\x47\xdb", "damaged"),
    ("bomb.keras", archive({"config.json": bytes(50_000_000)}, compression=zipfile.ZIP_DEFLATED), "more than 16 MB"),
    ("liar.keras", lying_archive(), "damaged"),
    ("many.keras", archive({f"{number}": b"" for number in range(21_000)}), "more than 20000 files"),
]


@pytest.mark.parametrize(("name", "content", "words"), FOREIGN, ids=[name for name, *_ in FOREIGN])
def test_what_is_wrong_with_a_file_is_told_in_plain_words(inspect, name, content, words):
    assert words in inspect((name, content))["problem"]


@pytest.mark.parametrize("path", ["own.h5", "own.keras", "saved/saved_model.pb", "model.weights.h5", "weights/w.index"])
def test_a_file_cut_off_anywhere_is_told_as_such(inspect, saved, path):
    content = (saved[MIDDLE] / path).read_bytes()
    for part in (0.02, 0.3, 0.7, 0.99):
        assert inspect(("cut", content[: int(part * len(content))]))["problem"]


@pytest.mark.parametrize("path", ["own.h5", "dense.h5", "model.weights.h5"])
def test_a_damaged_hdf5_file_never_breaks_the_page(inspect, saved, path):
    content = (saved[MIDDLE] / path).read_bytes()
    for step in (7, 61, 997):
        damaged = bytearray(content)
        damaged[len(content) // step :: 97 * step] = bytes([255]) * len(damaged[len(content) // step :: 97 * step])
        report = inspect(("damaged.h5", bytes(damaged)))
        assert report["problem"] or report["format"]


def test_links_in_circles_come_to_an_end(inspect, saved):
    assert "neither a model nor weights" in inspect(saved[MIDDLE] / "circles.h5")["problem"]
    content = bytearray((saved[MIDDLE] / "own.h5").read_bytes())
    tree = content.index(b"TREE")
    content[tree + 5] = 1
    content[tree + 32 : tree + 40] = struct.pack("<Q", tree)
    assert "damaged" in inspect(("tree.h5", bytes(content)))["problem"]


@pytest.mark.parametrize("megabytes", [200, 600])
def test_a_large_graph_is_skipped(inspect, tmp_path, megabytes):
    size = megabytes << 20
    info = field(1, field(5, b"2.4.1"))
    graph = field(2, b"", size)
    with open(tmp_path / "saved_model.pb", "wb") as file:
        file.write(b"\x08\x01" + field(2, b"", len(info) + len(graph) + size) + info + graph)
        file.truncate(file.tell() + size)
    report = inspect(tmp_path / "saved_model.pb")
    assert (report["tensorflow"], report["releases"], report["problem"]) == ("2.4.1", ["2.4"], None)
    assert ("was not read whole" in facts(report)) == (megabytes > 500)


def test_a_large_hdf5_file_is_read_by_a_worker_alone(page, site, address, saved, tmp_path):
    large = shutil.copy(saved[MIDDLE] / "own.h5", tmp_path)
    os.truncate(large, 400_000_000)
    prepare(page, address)
    assert ask(page, large) == ask(page, saved[MIDDLE] / "own.h5")
    prepare(page, f"{site.as_uri()}/")
    assert "up to 300 MB" in ask(page, large)["problem"]


def test_a_library_is_loaded_for_a_file_of_its_kind_alone(inspect, page, address, saved):
    def loaded() -> list[str]:
        return [url.removeprefix(f"{address}assets/inspect/vendor/") for url in page.requested if "/vendor/" in url]

    inspect(saved[MIDDLE] / "saved/saved_model.pb")
    assert loaded() == []
    inspect(saved[MIDDLE] / "own.keras")
    assert [name.split("-")[0] for name in loaded()] == ["zip.js"]
    inspect(saved[MIDDLE] / "own.h5")
    assert [name.split("-")[0] for name in loaded()] == ["zip.js", "h5wasm", "h5wasm"]


def test_a_library_that_cannot_be_loaded_is_told(page, site, address, saved):
    page.context.route("**/vendor/*", lambda route: route.abort())
    prepare(page, address)
    assert "Reload the page" in ask(page, saved[MIDDLE] / "own.h5")["problem"]
    assert "Reload the page" in ask(page, saved[MIDDLE] / "own.keras")["problem"]


def test_the_libraries_are_those_that_were_published(root):
    folder = root / "docs/assets/inspect"
    sums = re.findall("SHA-256 ([0-9a-f]{64})", (folder / "README.txt").read_text())
    parts = [path.read_text() for path in sorted(folder.glob("vendor/h5wasm-*.js"))]
    h5wasm = gzip.decompress(base64.b64decode("".join(part.split('"')[1] for part in parts)))
    [zip_js] = folder.glob("vendor/zip.js-*.js")
    assert [hashlib.sha256(content).hexdigest() for content in (h5wasm, zip_js.read_bytes())] == sums


def test_a_large_archive_is_not_read(inspect, tmp_path):
    with zipfile.ZipFile(tmp_path / "large.keras", "w") as file:
        file.writestr("metadata.json", '{"keras_version": "3.4.1", "date_saved": "2024-06-01@10:00:00"}')
        file.writestr("config.json", '{"class_name": "Sequential", "module": "keras", "config": {}}')
        file.writestr("model.weights.h5", bytes(200_000_000))
    report = inspect(tmp_path / "large.keras")
    assert (report["keras"], report["releases"], report["problem"]) == ("3.4.1", ["2.16"], None)
