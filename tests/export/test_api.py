"""The JSON says all that the site shows, in the form that its schemas describe."""

import dataclasses
import json
import shutil
from types import SimpleNamespace

import pytest
from jsonschema import Draft202012Validator

from scripts.export import api, forms, history
from scripts.registry import addresses, explained
from scripts.registry.content import CENSUS, EXAMPLES, EXCUSED, lock_path
from scripts.registry.load import Registry
from scripts.registry.measured import Measured
from scripts.registry.proofs import PROOFS
from scripts.registry.releases import Releases
from scripts.registry.requirements import LOCKS
from scripts.registry.rule import Category, Rule
from scripts.registry.saved_models import Archetype, Record, Way
from scripts.website import pages
from scripts.website.site import Site
from scripts.website.view import View

EVERY = 12  # of the rules, one in so many is drawn twice


def data(exported, name):
    return json.loads(exported[f"{api.BASE}/{name}.json"])


@pytest.mark.parametrize("name", [name for name in forms.FILES if name != "rule"])
def test_each_file_is_as_its_schema_says(exported, name):
    schema = data(exported, f"{name}.schema")
    Draft202012Validator.check_schema(schema)
    Draft202012Validator(schema).validate(data(exported, name))


def test_each_rule_is_as_its_schema_says(exported, registry):
    schema = data(exported, "rule.schema")
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    for id in registry.rules:
        validator.validate(data(exported, f"rules/{id}"))


def test_a_schema_refuses_what_it_does_not_describe(exported):
    rule = data(exported, "rules/TFU2001")
    assert not Draft202012Validator(data(exported, "rule.schema")).is_valid({**rule, "surprise": 1})
    del rule["outcomes"]
    assert not Draft202012Validator(data(exported, "rule.schema")).is_valid(rule)


def test_version_licence_and_path_agree(exported):
    for path, content in exported.items():
        if path.startswith("api/") and not path.endswith(".schema.json"):
            head = json.loads(content)
            assert (head["version"], head["license"]) == (api.VERSION, "CC0-1.0"), path
            assert path.startswith(f"api/v{head['version'].split('.')[0]}/")


def record(measured):
    """A record of the lab as it stands in the JSON."""
    files = {
        name: {"runs": runs, "keys": {env: "" for run in runs for env in run["environments"]}}
        for name, runs in measured["files"].items()
    }
    return Measured(
        protocol=measured["protocol"],
        measured_on=measured["on"],
        platform=measured["platform"],
        files=files,
        symbols={"present": measured.get("symbols", {}), "keys": {}},
    )


def from_json(exported, root, source):
    """A registry made from nothing but the JSON files."""
    rules, releases, saved = (data(exported, name) for name in ("rules", "releases", "saved-models"))
    names = ("minor", "patch", "first", "day", "python", "pythons", "package")
    last = {kind: [one for one in releases["environments"] if one["kind"] == kind] for kind in ("tf_keras", "latest")}
    registry = Registry(
        root,
        Releases(
            releases=[{name: one[name] for name in names} for one in releases["releases"]],
            legacy_keras=[
                {"minor": one["name"].split("-")[0], "tf_keras": one["packages"]["tf-keras"], "day": one["as_of"]}
                for one in last["tf_keras"]
            ],
            latest={"minor": last["latest"][0]["name"].split("-")[0], "day": last["latest"][0]["as_of"]},
            keras_axis={
                "tensorflow": releases["keras_axis"][0]["tensorflow"].rpartition(".")[0],
                "day": releases["keras_axis"][0]["as_of"],
                "patches": [one["packages"]["keras"] for one in releases["keras_axis"]],
            },
        ),
        {one["number"]: Category(**one) for one in rules["categories"]},
    )
    (root / "runnable_examples/environments").mkdir(parents=True)
    (root / "docs").mkdir()
    for path, content in exported.items():
        if path.startswith("exports/census/"):
            name = path.removeprefix("exports/census/")
            target = root / (EXCUSED if name == EXCUSED.name else CENSUS / name)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
    for one in releases["environments"]:
        text = "".join(f"{name}=={version}\n" for name, version in one["packages"].items())
        lock_path(root, registry.releases.environments[one["name"]]).write_text(text)
    shutil.copy(source / "mkdocs.yml", root)  # the addresses in the packs
    proved = {one["id"]: data(exported, f"rules/{one['id']}")["proofs"] for one in rules["rules"]}
    (root / PROOFS).write_text(json.dumps({"rules": proved}))
    for listed in rules["rules"]:
        whole = data(exported, f"rules/{listed['id']}")
        rule = Rule(**{name: whole[name] for name in Rule.model_fields if name in whole})
        registry.rules[rule.id] = rule
        registry.measured[rule.id] = record(whole["measured"])
        if "measured_with_keras" in whole:
            registry.measured_with_keras[rule.id] = record(whole["measured_with_keras"])
        registry.sources[rule.id] = SimpleNamespace(name=whole["source"])
        registry._code[rule.id] = whole["examples"]
        if "locks" in whole:
            for one in (lock for by_release in whole["locks"].values() for lock in by_release.values()):
                one["wanted"] = ""
            (root / EXAMPLES / rule.id).mkdir()
            (root / EXAMPLES / rule.id / LOCKS).write_text(json.dumps(whole["locks"]))
    ways = {
        kind: {name: Way(name, one["title"], one["code"], "") for name, one in saved[kind].items()}
        for kind in ("saves", "loads")
    }
    kinds = {name: Archetype(name, one["title"], one["code"]) for name, one in saved["kinds"].items()}
    registry.subject = SimpleNamespace(**ways, archetypes=kinds, reads=saved["tried"], root=root)
    (root / explained.FILE).parent.mkdir()
    (root / explained.FILE).write_text(json.dumps({"excuses": saved["excuses"]}))  # JSON is YAML
    registry.saved_models = {name: Record(**one["measured"]) for name, one in saved["kinds"].items()}
    return registry


def test_every_page_can_be_drawn_from_the_json_alone(exported, registry, view, tmp_path):
    copy = View(Site(from_json(exported, tmp_path, registry.root), addresses.read(registry.root)))
    for number, rule in enumerate(registry.rules.values()):
        if number % EVERY == 0 or rule.id == "TFU2032" or (rule.cells or rule.example.requirements) and number % 3 == 0:
            assert pages.rule_page(copy, copy.site.rules[rule.id]) == pages.rule_page(view, rule)
    for draw in (pages.indexes, pages.saved_models):
        assert list(draw(copy)) == list(draw(view))


def test_the_lists_hold_what_the_pages_list(exported, view):
    site = view.site
    from scripts.website import tables

    for one in data(exported, "releases")["releases"]:
        changes = tables.by_release(site)[one["minor"]]
        for kind in ("breaks", "warns", "mended"):
            assert one[kind] == sorted(rule.id for rule in getattr(changes, kind)), (one["minor"], kind)
    symbols = data(exported, "symbols")["symbols"]
    assert set(symbols) == {name for group in tables.by_symbol(site).values() for name in group}
    texts = {(one.type, one.text) for group in tables.by_message(site).values() for one, _ in group}
    assert {(one["type"], one["text"]) for one in data(exported, "messages")["messages"]} == texts


def test_withdrawn_rules_keep_their_data_and_leave_the_lists(registry):
    rule = registry.rules["TFU2001"]
    gone = rule.model_copy(update={"withdrawn": SimpleNamespace(reason="wrong", replaced_by=None)})
    copy = dataclasses.replace(registry, rules={**registry.rules, "TFU2001": gone})
    assert gone in api.shown(copy) and gone not in api.live(copy)


def test_the_examples_are_the_files_that_ran(exported, registry):
    example = data(exported, "rules/TFU2001")["examples"]["before.py"]
    assert example == (registry.root / EXAMPLES / "TFU2001/before.py").read_text()


def test_a_checkout_without_git_says_that_nothing_was_compared(nasty):
    ((path, content),) = history.files(nasty)
    told = json.loads(content)
    assert path == "api/v1/changes.json" and told["changes"] == [] and told["since"] is None
    assert "could not be compared with an earlier version: it" in told["note"]
