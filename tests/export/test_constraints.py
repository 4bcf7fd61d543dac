"""The constraints files are what pip and uv take, and they bind."""

import subprocess
import sys
import zipfile

import pytest
from packaging.requirements import Requirement
from packaging.version import Version

from scripts.export import constraints


@pytest.fixture(scope="session")
def texts(exported):
    found = {path: content.decode() for path, content in exported.items() if path.startswith(constraints.FOLDER)}
    return {path.rsplit("/", 1)[1].removesuffix(".txt"): text for path, text in found.items()}


def test_one_for_each_environment(texts, registry):
    assert list(texts) == list(registry.releases.environments)


def test_every_line_is_one_exact_version(texts):
    for name, text in texts.items():
        pins = [line for line in text.splitlines() if line and not line.startswith("#")]
        assert len(pins) > 20, name
        for line in pins:
            (specifier,) = Requirement(line).specifier
            assert specifier.operator == "==" and Version(specifier.version), f"{name}: {line}"


def test_the_head_says_what_it_is_and_how_it_was_proved(texts, registry):
    head = texts["2.15"].partition("\n\n")[0]
    assert "TensorFlow 2.15.1 for Python 3.11, with its dependencies as of 2024-03-08." in head
    assert "pip install tensorflow==2.15.1 -c 2.15.txt" in head
    assert "Licence: CC0-1.0" in head
    here = [one for id, one in registry.measured.items() if not registry.rules[id].example.requirements]
    ran = sum("2.15" in run.environments for one in here for f in one.files.values() for run in f.runs)
    assert f"and {ran} examples of {len(here)} rules" in head
    legacy = texts["2.16-tf_keras"]
    assert "Set TF_USE_LEGACY_KERAS=1" in legacy and "pip install tensorflow==2.16.2 tf_keras==2.16.0 -c" in legacy


@pytest.fixture(scope="module")
def wheels(tmp_path_factory):
    """A folder with empty wheels of two versions of six: the pinned one and a newer one."""
    folder = tmp_path_factory.mktemp("wheels")
    for version in ("1.16.0", "1.17.0"):
        with zipfile.ZipFile(folder / f"six-{version}-py3-none-any.whl", "w") as wheel:
            info = f"six-{version}.dist-info"
            wheel.writestr(f"{info}/METADATA", f"Metadata-Version: 2.1\nName: six\nVersion: {version}\n")
            wheel.writestr(
                f"{info}/WHEEL", "Wheel-Version: 1.0\nGenerator: t\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
            )
            wheel.writestr(f"{info}/RECORD", "")
    return folder


@pytest.mark.parametrize("tool", [("pip", "install"), ("uv", "pip", "install")])
def test_pip_and_uv_take_it_as_constraints(texts, wheels, tmp_path, tool):
    assert "six==1.16.0" in texts["2.15"]
    (tmp_path / "2.15.txt").write_text(texts["2.15"])
    where = ("--no-index", "--find-links", str(wheels), "--target", str(tmp_path / "to"))
    command = [sys.executable, "-m", *tool, "six", "-c", str(tmp_path / "2.15.txt"), *where]
    done = subprocess.run(command, capture_output=True, text=True, cwd=tmp_path)  # away from our own constraints
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "to/six-1.16.0.dist-info").is_dir()


def test_uv_reads_every_file(texts, tmp_path):
    (tmp_path / "in.txt").write_text("")
    command = [sys.executable, "-m", "uv", "pip", "compile", "--no-index", "in.txt"]
    for name, text in texts.items():
        (tmp_path / f"{name}.txt").write_text(text)
        command += ["-c", f"{name}.txt"]
    done = subprocess.run(command, capture_output=True, text=True, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
