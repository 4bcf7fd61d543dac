"""Real releases give what the registry says, forked or not, and a run that is cut short loses nothing."""

import json
import shutil
import subprocess

import pytest

from scripts.lab import verify
from scripts.lab.environments import build
from scripts.lab.record import SYMBOLS
from scripts.lab.session import Session
from scripts.lab.verify import Verification
from scripts.registry import measured
from scripts.registry.content import example_files, example_folder
from scripts.registry.load import read
from tests.lab.conftest import RELEASES

SAMPLE_SIZE = 12


@pytest.fixture
def private_store(tmp_path, monkeypatch):
    """A store of raw runs that starts empty; environments stay where they are."""
    shared = verify.cache_dir()

    class Store(verify.Store):
        def __init__(self, folder):
            super().__init__(tmp_path / "store" if folder.parent == shared else folder)

    monkeypatch.setattr(verify, "Store", Store)


def sample(registry, root) -> list:
    """A fixed spread over the registry (every n-th rule, and one of each special kind), and all that changed."""
    rules = list(registry.rules.values())
    chosen = set(list(registry.rules)[:: max(1, len(rules) // SAMPLE_SIZE)])
    chosen |= {next((rule.id for rule in rules if rule.example.isolated), "")}
    chosen |= {next((rule.id for rule in rules if rule.example.prepare_in == RELEASES[0]), "")}
    rules = [rule for rule in rules if not rule.example.requirements]  # see test_requirement_sets.py
    return [rule for rule in rules if rule.id in chosen | changed(root)]


def changed(root) -> set[str]:
    """Rules whose examples are not committed yet, or were in the last day: the work at hand."""
    commands = ("git log --since=1.day --name-only --format=", "git status --porcelain --no-renames")
    paths = []
    for command in commands:
        done = subprocess.run(command.split(), cwd=root, capture_output=True, text=True, check=True)
        paths += [line.split()[-1] for line in done.stdout.splitlines() if line]
    paths = [path for path in paths if not path.endswith(measured.KERAS_FILE_NAME)]  # not measured here
    return {path.split("/")[1] for path in paths if path.startswith("runnable_examples/TFU")}


@pytest.fixture
def copy(registry, tmp_path):
    """A copy of the registry that may be measured again."""
    for name in ("rules", "runnable_examples"):
        shutil.copytree(registry.root / name, tmp_path / "copy" / name)
    return read(tmp_path / "copy")[0]


def test_the_registry_holds_what_releases_do(copy, registry, private_store):
    rules = sample(copy, registry.root)
    verification = Verification(copy, jobs=2, fresh=True)
    report = verification.execute(verification.plan(rules, RELEASES))
    assert report.unavailable == {}
    assert report.invalid == []
    different = []
    for rule in rules:
        path = example_folder(copy.root, rule) / measured.FILE_NAME
        new = measured.read(path)
        old = measured.read(registry.root / path.relative_to(copy.root))
        for name in example_files(copy.root, rule):
            for release in RELEASES:
                one, other = old.run(name, release), new.run(name, release)
                kinds = [run.error and run.error.type for run in (one, other)]
                alike = one.outcome == other.outcome and kinds[0] == kinds[1]
                if not alike or not measured.same(one.result, other.result, rule.example.tolerance):
                    different.append((rule.id, name, release, one.content(), other.content()))
    assert different == []


@pytest.mark.parametrize("release", RELEASES)
def test_fresh_processes_give_what_forks_give(registry, release):
    environment = registry.releases.environments[release]
    rules = [
        rule for rule in sample(registry, registry.root) if not rule.example.isolated and not rule.example.prepare_in
    ][:6]
    requests, expected = [], []
    for rule in rules:
        record = measured.read(example_folder(registry.root, rule) / measured.FILE_NAME)
        for name in example_files(registry.root, rule):
            file = str(example_folder(registry.root, rule) / name)
            requests.append({"job": len(requests), "file": file, "seconds": rule.example.seconds})
            expected.append((rule, name, record.run(name, release)))
    assert requests
    with Session(build(registry.root, environment), environment.variables, lanes=2, warm=False) as session:
        for answer in session.run(requests):
            rule, name, run = expected[answer["job"]]
            outcome = answer["outcome"]
            assert outcome.get("error", {}).get("type") == (run.error and run.error.type), (rule.id, name, outcome)
            assert measured.same(outcome.get("result"), run.result, rule.example.tolerance), (rule.id, name, outcome)


def test_a_run_that_is_cut_short_loses_nothing_and_goes_on(copy, private_store, monkeypatch):
    rule = copy.rules["TFU2001"]
    path = example_folder(copy.root, rule) / measured.FILE_NAME
    path.unlink()
    done = []

    def stop_after_two(task):
        done.append(task)
        if len(done) == 2:
            raise KeyboardInterrupt

    first = Verification(copy, jobs=1, on_done=stop_after_two)
    with pytest.raises(KeyboardInterrupt):
        first.execute(first.plan([rule], RELEASES[1:]))
    second = Verification(copy, jobs=1)
    tasks = second.plan([rule], RELEASES[1:])
    files = len(example_files(copy.root, rule)) + 1  # and the symbols
    assert 0 < len(tasks) < 2 * files
    second.execute(tasks)
    third = Verification(copy, jobs=1)
    assert third.plan([rule], RELEASES[1:]) == []
    assert set(json.loads(path.read_text())["files"]["before.py"]["keys"]) == set(RELEASES[1:])


def test_a_missing_interpreter_costs_its_column_not_the_run(copy, private_store, monkeypatch):
    monkeypatch.setenv("ATLAS_PYTHON_3_11", "/nonexistent/python")
    rule = copy.rules["TFU2001"]
    verification = Verification(copy, jobs=1, fresh=True)
    report = verification.execute(verification.plan([rule], ["2.15", "2.21"]))
    assert "ATLAS_PYTHON_3_11" in report.unavailable["2.15"]
    assert report.run == len(example_files(copy.root, rule)) + 1


def test_a_lock_that_cannot_be_installed_costs_its_column_not_the_run(copy, private_store):
    lock = copy.root / "runnable_examples/environments/2.15.txt"
    lock.write_text("tensorflow-cpu==2.15.99\n")
    rule = copy.rules["TFU2001"]
    verification = Verification(copy, jobs=1, fresh=True)
    report = verification.execute(verification.plan([rule], ["2.15", "2.21"]))
    assert "2.15.99" in report.unavailable["2.15"]
    assert "2.21" not in report.unavailable


def test_a_changed_file_alone_is_run_again(copy, private_store):
    rule = copy.rules["TFU2001"]
    with open(example_folder(copy.root, rule) / "after.py", "a") as file:
        file.write("# another thought\n")
    tasks = Verification(copy, jobs=1).plan([rule], RELEASES)
    assert {task.file for task in tasks} == {"after.py"}
    assert SYMBOLS not in {task.file for task in tasks}
