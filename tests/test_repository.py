"""What holds for the repository as a whole."""

import re
import subprocess
import tomllib

import pytest

# Written in pieces, so that this file does not find itself.
FORBIDDEN = [
    r"://[^\s\"'<>)]*py" + r"pi\.org",
    r"python" + r"hosted\.org",
    r"registry\.npm" + r"js\.org",
    r"deb\.deb" + r"ian\.org",
    r"/ro" + r"ot/",
    r"/wo" + r"rk/",
    r"/home/[a-z]",
    r"file:///[a-z]",
    r"--(extra-)?index" + r"-url",
]


@pytest.fixture(scope="module")
def tracked(root) -> list[str]:
    done = subprocess.run(["git", "ls-files"], cwd=root, capture_output=True, text=True, check=True)
    return done.stdout.splitlines()


def test_no_tracked_file_names_an_index_or_a_path_of_this_machine(root, tracked):
    found = []
    for name in tracked:
        try:
            text = (root / name).read_text()
        except (UnicodeDecodeError, FileNotFoundError):
            continue
        found += [f"{name}: {match[0]}" for pattern in FORBIDDEN for match in re.finditer(pattern, text)]
    assert found == []


def test_the_lock_of_uv_and_python_version_stay_out(tracked):
    assert not {"uv.lock", ".python-version"} & set(tracked)


def test_every_version_is_pinned(root):
    project = tomllib.loads((root / "pyproject.toml").read_text())
    direct = [*project["project"]["dependencies"], *project["dependency-groups"]["dev"]]
    constraints = project["tool"]["uv"]["constraint-dependencies"]
    assert [one for one in [*direct, *constraints] if "==" not in one] == []
    assert set(direct) <= set(constraints)


def test_everything_that_is_installed_is_constrained(root):
    from importlib.metadata import distributions

    constraints = tomllib.loads((root / "pyproject.toml").read_text())["tool"]["uv"]["constraint-dependencies"]
    known = {one.split("==")[0] for one in constraints} | {"tf-upgrade-atlas"}
    installed = {re.sub(r"[-_.]+", "-", one.metadata["Name"]).lower() for one in distributions()}
    assert installed - known == set()


def test_ci_runs_the_command_that_the_readme_gives(root):
    command = (root / ".ci/run").read_text().strip().splitlines()[-1]
    assert command.endswith("uv run pytest")
    assert command in (root / "README.md").read_text()


def test_no_file_is_larger_than_a_mebibyte(root, tracked):
    assert [name for name in tracked if (root / name).exists() and (root / name).stat().st_size > 1 << 20] == []
