"""The store gives back what it was given, and nothing half-written."""

from scripts.lab.store import Store, write_atomically


def test_what_is_kept_comes_back(tmp_path):
    store = Store(tmp_path)
    assert store.get("abc") is None
    store.put("abc", {"outcome": {"result": 1}})
    assert Store(tmp_path).get("abc") == {"outcome": {"result": 1}}


def test_a_damaged_entry_counts_as_none(tmp_path):
    store = Store(tmp_path)
    store.put("abc", {"outcome": 1})
    next(tmp_path.rglob("*.json")).write_text('{"outcome": ')
    assert store.get("abc") is None


def test_a_failed_write_leaves_the_old_content(tmp_path):
    path = tmp_path / "measured.json"
    write_atomically(path, "old")
    try:
        write_atomically(path, "\ud800")  # cannot be encoded
    except UnicodeEncodeError:
        pass
    assert path.read_text() == "old"
