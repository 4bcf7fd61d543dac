"""`atlas export` and `atlas changes`."""

import shutil

import pytest
from typer.testing import CliRunner

from scripts.cli import app


@pytest.fixture
def atlas(checkout, root):
    shutil.copy(root / "mkdocs.yml", checkout.root)

    def run(*arguments: str):
        return CliRunner().invoke(app, [*arguments, "--root", str(checkout.root)])

    return run


def test_a_format_is_written_and_each_file_named(atlas, tmp_path):
    done = atlas("export", "--format", "csv", "--out", str(tmp_path / "out"))
    assert done.exit_code == 0
    assert done.stdout.split() == [str(tmp_path / "out/exports/rules.csv")]
    assert (tmp_path / "out/exports/rules.csv").read_bytes().count(b"TFU2001.html") == 1


def test_an_unknown_format_is_a_mistake_of_the_caller(atlas, tmp_path):
    done = atlas("export", "--format", "nosuch", "--out", str(tmp_path / "out"))
    assert done.exit_code == 2 and "there are api, ast-grep" in done.stderr
    assert not (tmp_path / "out").exists()


def test_nothing_is_written_from_a_faulty_registry(atlas, checkout, tmp_path):
    checkout.replace("status: stable", "status: stabel")
    done = atlas("export", "--format", "all", "--out", str(tmp_path / "out"))
    assert done.exit_code == 1 and "nothing was written" in done.stderr
    assert not (tmp_path / "out").exists()


def test_without_addresses_it_says_where_they_belong(atlas, checkout, tmp_path):
    (checkout.root / "mkdocs.yml").unlink()
    done = atlas("export", "--format", "sarif", "--out", str(tmp_path / "out"))
    assert done.exit_code == 1 and "mkdocs.yml: site_url and repo_url cannot be read" in done.stderr


def test_changes_against_a_file_that_was_published(atlas, checkout, tmp_path):
    atlas("export", "--format", "api", "--out", str(tmp_path / "out"))
    old = str(tmp_path / "out/api/v1/rules.json")
    assert atlas("changes", old).exit_code == 0
    checkout.replace("slug: ", "former_slugs: [older-name]\nslug: ")
    done = atlas("changes", old)
    assert done.stdout == "TFU2001 changed former_slugs\n" and "raise patch" in done.stderr


def test_changes_without_history_say_so(atlas):
    done = atlas("changes")
    assert (done.exit_code, done.stdout) == (1, "") and "could not be compared" in done.stderr


def test_changes_against_something_else_is_a_mistake_of_the_caller(atlas, checkout):
    assert atlas("changes", str(checkout.yaml)).exit_code == 2
