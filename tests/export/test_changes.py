"""What is new since the last tag: two sets of data compared, and the older one found in git, or its absence told."""

import copy
import json
import subprocess

import pytest

from scripts.export import api, changes, history
from scripts.registry.load import inspect


@pytest.fixture(scope="session")
def old(registry):
    return json.loads(api.lines(api.index(registry)))


def changed(old, **fields):
    new = copy.deepcopy(old)
    new["rules"][0].update(fields)
    return new


def test_equal_sets_have_no_changes(old):
    assert changes.compare(old, copy.deepcopy(old)) == []
    assert changes.bump([]) == "none"


def test_a_new_rule_is_a_minor_change_and_a_lost_one_a_major_one(old):
    fewer = {"rules": old["rules"][1:]}
    first = old["rules"][0]["id"]
    assert [(one.id, one.kind) for one in changes.compare(fewer, old)] == [(first, "new")]
    assert changes.bump(changes.compare(fewer, old)) == "minor"
    assert [(one.id, one.kind) for one in changes.compare(old, fewer)] == [(first, "lost")]
    assert changes.bump(changes.compare(old, fewer)) == "major"


def test_claims_that_differ_are_named_and_a_new_day_is_no_change(old):
    (one,) = changes.compare(old, changed(old, title="Another", when_not="Never"))
    assert (one.kind, set(one.fields)) == ("changed", {"title", "when_not"})
    assert changes.compare(old, changed(old, measured_on="2030-01-01")) == []


def test_withdrawing_is_told_apart(old):
    (one,) = changes.compare(old, changed(old, status="withdrawn", withdrawn={"reason": "wrong"}))
    assert one.kind == "withdrawn"


def test_an_outcome_counts_only_where_both_measured():
    def rules(outcomes):
        return {"rules": [{"id": "TFU2001", "title": "t", "page": "p", "outcomes": outcomes}]}

    before = rules({"before.py": {"ok": ["2.0", "2.1"], "error": ["2.2"]}})
    after = rules({"before.py": {"ok": ["2.0"], "error": ["2.1", "2.2", "2.3"]}, "after.py": {"ok": ["2.0"]}})
    (one,) = changes.compare(before, after)
    assert [str(moved) for moved in one.outcomes] == ["before.py: ok to error in 2.1"]
    assert one.form()["outcomes"] == ["before.py: ok to error in 2.1"]


@pytest.fixture
def git(checkout):
    """The small checkout as a repository with one commit."""

    def run(*arguments):
        name = ("-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false")
        subprocess.run(["git", "-C", str(checkout.root), *name, *arguments], check=True, capture_output=True)

    def commit(text):
        run("add", "-A")
        run("commit", "-q", "-m", text)

    run("init", "-q")
    commit("first")
    run.commit = commit
    return run


def since(checkout):
    registry, faults = inspect(checkout.root)
    assert not faults
    return history.since_last_tag(registry)


def test_without_a_tag_it_is_said(checkout, git):
    found = since(checkout)
    assert (found.since, found.changes) == ("", [])
    assert "no earlier tag" in found.note


def test_what_changed_since_the_tag(checkout, git):
    git("tag", "v1.0.0")
    git("tag", "other")
    checkout.replace("slug: ", "former_slugs: [older-name]\nslug: ")
    found = since(checkout)
    assert (found.since, found.note) == ("v1.0.0", "")
    assert [(one.id, one.kind, one.fields) for one in found.changes] == [("TFU2001", "changed", ("former_slugs",))]
    assert found.bump == "patch"


def test_a_tagged_commit_is_compared_with_the_tag_before(checkout, git):
    git("tag", "v1.0.0")
    checkout.replace("slug: ", "former_slugs: [older-name]\nslug: ")
    git.commit("second")
    git("tag", "v1.0.1")
    found = since(checkout)
    assert (found.since, len(found.changes)) == ("v1.0.0", 1)


def test_a_rule_that_came_after_the_tag_is_new(checkout, git):
    folder = checkout.root / "runnable_examples/TFU2001"
    texts = {path: path.read_bytes() for path in [checkout.yaml, *folder.iterdir()]}
    for path in texts:
        path.unlink()
    git.commit("before the rule")
    git("tag", "v0.9.0")
    folder.mkdir(exist_ok=True)
    for path, text in texts.items():
        path.write_bytes(text)
    assert [(one.id, one.kind) for one in since(checkout).changes] == [("TFU2001", "new")]


def test_a_tag_that_cannot_be_read_any_more_is_told(checkout, git):
    checkout.replace("impact: silent", "impact: an-older-word")
    git.commit("another form")
    git("tag", "v0.1.0")
    checkout.replace("impact: an-older-word", "impact: silent")
    found = since(checkout)
    assert found.changes == []
    assert found.note == "Not compared, because v0.1.0 wrote them in another form: TFU2001."
