"""SARIF that validates, and the script that puts our rules into the SARIF of other tools."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from jsonschema import Draft4Validator

from scripts.export import api, sarif

SCHEMA = Path(__file__).parent / "vendor/sarif-2.1.0-rtm.5.json"


@pytest.fixture(scope="session")
def validator():
    return Draft4Validator(json.loads(SCHEMA.read_text()))


@pytest.fixture(scope="session")
def log(exported):
    return json.loads(exported[sarif.PATH])


def test_it_is_sarif(validator, log):
    validator.validate(log)
    assert not validator.is_valid({**log, "version": "2.0.0"})


def test_one_rule_for_each_that_is_live(log, registry):
    rules = log["runs"][0]["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == [rule.id for rule in api.live(registry)]
    levels = {rule["properties"]["impact"]: rule["defaultConfiguration"]["level"] for rule in rules}
    assert levels == {"silent": "error", "error": "error", "warning": "warning", "none": "note"}


def test_every_help_address_is_a_page(log, registry, view):
    base = view.site.addresses.site
    for rule in log["runs"][0]["tool"]["driver"]["rules"]:
        assert rule["helpUri"] == f"{base}/rules/{rule['id']}.html"
        assert rule["id"] in view.site.rules


def test_the_help_holds_the_programs_whole(log, registry):
    rule = next(one for one in log["runs"][0]["tool"]["driver"]["rules"] if one["id"] == "TFU4001")
    for name in ("before.py", "after.py"):
        assert registry.code(registry.rules["TFU4001"])[name].strip() in rule["help"]["markdown"]


def test_strangers_text_stays_valid(nasty, validator):
    ((_, content),) = sarif.files(nasty)
    validator.validate(json.loads(content))


def merged(root, tmp_path, results, exported):
    (tmp_path / "results.sarif").write_text(json.dumps(results))
    (tmp_path / "rules.sarif.json").write_bytes(exported[sarif.PATH])
    command = [sys.executable, str(root / "docs/exports/sarif_with_rules.py"), "results.sarif", "rules.sarif.json"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def check(merged, validator, rule):
    validator.validate(merged)
    run = merged["runs"][0]
    (result,) = [one for one in run["results"] if one["ruleId"] == rule]
    described = run["tool"]["driver"]["rules"][result["ruleIndex"]]
    assert described["id"] == rule and described["helpUri"].endswith(f"/rules/{rule}.html")
    return run


def test_results_of_ruff_get_our_rules(root, tmp_path, exported, validator):
    banned = '"tensorflow.keras.models.load_model".msg = "TFU4001: read it"\n"os.remove".msg = "ours"\n'
    text = f'[lint]\nselect = ["TID251"]\n[lint.flake8-tidy-imports.banned-api]\n{banned}'
    (tmp_path / "atlas.toml").write_text(text)
    (tmp_path / "app.py").write_text(
        "import os\nimport tensorflow as tf\n\ntf.keras.models.load_model('x')\nos.remove('y')\n"
    )
    command = [sys.executable, "-m", "ruff", "check", "--config", "atlas.toml", "--output-format", "sarif", "app.py"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True)
    run = check(merged(root, tmp_path, json.loads(done.stdout), exported), validator, "TFU4001")
    assert sorted(rule["id"] for rule in run["tool"]["driver"]["rules"]) == ["TFU4001", "TID251"]


def test_results_of_semgrep_get_our_rules(root, tmp_path, exported, validator):
    """The form is that of Semgrep 1.182: a rule's ID is led by the folder of its pack, and there is no index."""
    rule = {"id": "exports.semgrep.TFU4001", "shortDescription": {"text": "Semgrep Finding"}}
    place = {"physicalLocation": {"artifactLocation": {"uri": "app.py"}, "region": {"startLine": 2}}}
    result = {"ruleId": rule["id"], "message": {"text": "read it"}, "locations": [place]}
    driver = {"name": "Semgrep OSS", "rules": [rule, {"id": "exports.semgrep.TFU4002"}]}
    results = {"version": "2.1.0", "runs": [{"tool": {"driver": driver}, "results": [result]}]}
    run = check(merged(root, tmp_path, results, exported), validator, "TFU4001")
    assert len(run["tool"]["driver"]["rules"]) == 1
