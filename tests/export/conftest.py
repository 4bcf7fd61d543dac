"""The registry as it is committed, and a small one in which strangers' text is meant to do harm."""

import pytest

from scripts.export.formats import FORMATS
from scripts.registry import addresses
from scripts.registry.load import inspect, load
from scripts.website.site import Site
from scripts.website.view import View
from tests.website.nasty import make_checkout


@pytest.fixture(scope="session")
def registry(root):
    return load(root)


@pytest.fixture(scope="session")
def view(registry):
    return View(Site(registry, addresses.read(registry.root)))


@pytest.fixture(scope="session")
def exported(registry):
    """Every file of every format that is made from the registry alone, by its path."""
    return {path: content for files in FORMATS.values() for path, content in files(registry)}


@pytest.fixture(scope="session")
def nasty(tmp_path_factory):
    """A registry with a sound rule and one that is meant to do harm."""
    root = tmp_path_factory.mktemp("nasty")
    make_checkout(root)
    found, faults = inspect(root)
    assert not faults, "\n".join(map(str, faults))
    return found
