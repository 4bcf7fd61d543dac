"""Put the rules of TF Upgrade Atlas (titles, explanations, links) into the SARIF that Semgrep or Ruff wrote.

    python sarif_with_rules.py results.sarif rules.sarif.json > better.sarif

A result belongs to a rule when its rule ID or, with Ruff, its message holds the rule's ID (TFU4001). Other results
stay as they are. Standard library only. Licence: MIT.
"""

import json
import re
import sys

RULE = re.compile(r"\bTFU[1-9]\d{3}\b")


def merge(log, atlas):
    """The log with the rules of the atlas in every run that has results of them; both as parsed JSON."""
    known = {rule["id"]: rule for rule in atlas["runs"][0]["tool"]["driver"]["rules"]}
    for run in log["runs"]:
        used = {}
        for result in run.get("results", []):
            found = RULE.search(result.get("ruleId", "")) or RULE.search(result["message"]["text"])
            if found and found[0] in known:
                result["ruleId"] = found[0]
                result["level"] = known[found[0]]["defaultConfiguration"]["level"]
                result.pop("rule", None)
                used[found[0]] = known[found[0]]
        driver = run["tool"]["driver"]
        needed = {result.get("ruleId") for result in run.get("results", [])}
        others = [rule for rule in driver.get("rules", []) if rule["id"] in needed and not RULE.search(rule["id"])]
        driver["rules"] = others + list(used.values())
        places = {rule["id"]: place for place, rule in enumerate(driver["rules"])}
        for result in run.get("results", []):
            result.pop("ruleIndex", None)
            if result.get("ruleId") in places:
                result["ruleIndex"] = places[result["ruleId"]]
    return log


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    with open(sys.argv[1], encoding="utf-8") as results, open(sys.argv[2], encoding="utf-8") as rules:
        json.dump(merge(json.load(results), json.load(rules)), sys.stdout, indent=1)
