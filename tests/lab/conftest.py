"""Three whole TensorFlow releases, built on first use: the oldest that this machine has a Python for, 2.15, 2.21."""

import warnings

import pytest

from scripts.lab.environments import build
from scripts.lab.interpreters import NoInterpreter, find_python
from scripts.lab.session import Session
from scripts.registry.load import read


def _oldest() -> str:
    try:
        find_python("3.7")
        return "2.0"
    except NoInterpreter as error:
        warnings.warn(f"TensorFlow 2.0 and 2.1 are not run: {error}", stacklevel=1)
        return "2.2"


RELEASES = [_oldest(), "2.15", "2.21"]


@pytest.fixture(scope="session")
def registry(root):
    return read(root)[0]


@pytest.fixture(scope="session")
def pythons(registry):
    return {name: build(registry.root, registry.releases.environments[name]) for name in RELEASES}


@pytest.fixture(scope="session", params=RELEASES)
def session(request, pythons):
    """A worker in one release, shared by the tests that need one."""
    with Session(pythons[request.param], {}, lanes=2) as session:
        yield session


@pytest.fixture
def run(session, tmp_path):
    """Run the text of an example in a release, as the lab does; returns the answer."""

    def run(text: str, **request) -> dict:
        path = tmp_path / "before.py"
        path.write_text(text)
        (answer,) = session.run([{"job": 0, "file": str(path), "seconds": 60, **request}])
        return answer

    return run
