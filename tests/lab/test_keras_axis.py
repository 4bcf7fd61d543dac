"""What runs with other Keras versions is planned, judged and kept like the rest, in a record of its own."""

import pytest

from scripts.lab import record, verify
from scripts.lab.verify import Verification
from scripts.registry import measured
from scripts.registry.content import Keys
from scripts.registry.load import read


@pytest.fixture
def registry(checkout):
    return read(checkout.root)[0]


@pytest.fixture
def rule(registry):
    return registry.rules["TFU2001"]


def test_the_axis_has_a_record_of_its_own(checkout, registry, rule):
    keys = Keys(registry.root, registry.releases.all_environments)
    path = checkout.example / measured.KERAS_FILE_NAME
    path.unlink()
    before = (checkout.example / measured.FILE_NAME).read_text()
    raw = record.existing(registry, rule, keys)
    assert not path.exists() and not any(name.startswith("keras-") for name in raw["before.py"])
    raw["before.py"]["keras-3.4"] = {"result": {"trainable variables": 999}, "messages": []}
    raw["after.py"]["keras-3.4"] = {"error": {"type": "AttributeError", "text": "no"}}
    record.write(registry, rule, keys, raw)
    axis = measured.read(path)
    assert axis.outcome("before.py", "keras-3.4") == "wrong"  # held against the releases
    assert axis.outcome("after.py", "keras-3.4") == "error"
    assert axis.files["before.py"].keys == {"keras-3.4": keys.of_file(rule, "before.py")["keras-3.4"]}
    assert (checkout.example / measured.FILE_NAME).read_text() == before
    assert set(record.existing(registry, rule, keys)["before.py"]) == set(raw["before.py"])


def test_what_is_known_is_not_planned_again(checkout, registry, rule, tmp_path, monkeypatch):
    monkeypatch.setattr(verify, "cache_dir", lambda: tmp_path / "cache")
    names = list(registry.releases.keras_environments)
    (checkout.example / measured.KERAS_FILE_NAME).unlink()
    tasks = Verification(registry, 1).plan([rule], names)
    assert {task.environment for task in tasks} == set(names)
    assert {task.file for task in tasks} == set(measured.read(checkout.example / measured.FILE_NAME).files)
    store = verify.Store(tmp_path / "cache" / "runs")
    for task in tasks[1:]:
        store.put(task.key, {"outcome": {"result": 1}, "seconds": 0, "cpu": 0})
    assert Verification(registry, 1).plan([rule], names) == tasks[:1]
