"""The packs as files: what a user downloads."""

import re

import pytest
import yaml

from scripts.export import packs, semgrep
from scripts.export.proven import current
from scripts.registry.load import inspect


@pytest.fixture(scope="module")
def registry(root):
    return inspect(root)[0]


@pytest.fixture(scope="module")
def files(registry):
    return dict(packs.files(registry))


def rules_of(files, name):
    return {
        one["metadata"]["rule"] for one in yaml.load(files[f"exports/semgrep/{name}.yml"], yaml.CSafeLoader)["rules"]
    }


def test_there_is_a_pack_for_each_pair_and_each_category(registry, files):
    minors = registry.releases.minors
    pairs = [f"{old}-to-{new}" for index, old in enumerate(minors) for new in minors[index + 1 :]]
    names = [*pairs, *(one.slug for one in registry.categories.values()), "all", "certain", "fixes"]
    assert [name for name in names if f"exports/semgrep/{name}.yml" not in files] == []


def test_a_pair_has_what_breaks_on_the_way_and_not_what_broke_before(files):
    assert "TFU6001" in rules_of(files, "2.3-to-2.4")  # experimental_run_v2, gone in 2.4
    assert "TFU6001" not in rules_of(files, "2.4-to-2.16")
    assert rules_of(files, "2.4-to-2.16") <= rules_of(files, "all")


def test_the_certain_pack_has_nothing_that_goes_by_the_name_of_a_member_alone(files):
    found = yaml.load(files["exports/semgrep/certain.yml"], yaml.CSafeLoader)["rules"]
    assert {one["metadata"]["confidence"] for one in found} == {"HIGH"}
    assert "TFU3040" in rules_of(files, "certain")  # by objects whose making can be seen


def test_ids_are_unique_and_every_finding_leads_to_a_page(registry, files):
    found = yaml.load(files["exports/semgrep/all.yml"], yaml.CSafeLoader)["rules"]
    ids = [one["id"] for one in found]
    assert len(ids) == len(set(ids))
    for one in found:
        assert re.search(rf"/rules/{one['metadata']['rule']}\.html$", one["metadata"]["url"])
        assert one["metadata"]["rule"] in registry.rules
        assert one["metadata"]["confidence"] == ("MEDIUM" if one["id"].endswith(semgrep.LIKELY) else "HIGH")


def test_the_default_fixes_are_proven_and_safe(registry, files):
    proven = {id for id, proof in current(registry).items() if proof.fix}
    safe = rules_of(files, "fixes")
    assert safe
    assert safe <= proven
    assert {registry.rules[id].fix.safety for id in safe} == {"safe"}
    assert rules_of(files, "fixes-unsafe").isdisjoint(safe)
