"""An interpreter is found wherever it is, and its absence is told with what to do."""

import os
import sys

import pytest

from scripts.lab.interpreters import NoInterpreter, find_python

HERE = f"{sys.version_info.major}.{sys.version_info.minor}"


def test_a_named_interpreter_comes_first(monkeypatch):
    monkeypatch.setenv(f"ATLAS_PYTHON_{HERE.replace('.', '_')}", sys.executable)
    assert str(find_python(HERE)) == sys.executable


def test_a_named_interpreter_of_another_version_is_refused(monkeypatch):
    monkeypatch.setenv("ATLAS_PYTHON_3_7", sys.executable)
    with pytest.raises(NoInterpreter, match="is not a Python 3.7"):
        find_python("3.7")


def test_an_interpreter_on_path_is_found_and_a_broken_one_passed_over(monkeypatch, tmp_path):
    broken, working = tmp_path / "broken", tmp_path / "working"
    for folder, text in ((broken, "#!/bin/sh\nexit 127\n"), (working, f'#!/bin/sh\nexec {sys.executable} "$@"\n')):
        folder.mkdir()
        (folder / f"python{HERE}").write_text(text)
        (folder / f"python{HERE}").chmod(0o755)
    monkeypatch.setenv("PYENV_ROOT", str(tmp_path))
    monkeypatch.setenv("PATH", f"{working}:{os.environ['PATH']}")
    assert find_python(HERE) == working / f"python{HERE}"


def test_a_version_that_cannot_be_had_says_what_to_do(monkeypatch, tmp_path):
    monkeypatch.setenv("PYENV_ROOT", str(tmp_path))
    with pytest.raises(NoInterpreter, match="set ATLAS_PYTHON_3_2 to its path"):
        find_python("3.2")
