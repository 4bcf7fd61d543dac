"""What the planner knows: each rule's measured outcomes in every environment, as a script for `plan.html`.

The planner compares what old code does in the release that one comes from with what it does where one goes to.
That is measured, so breaks that came and went, warnings, `tf_keras` and downgrades need no rules of their own.
"""

from __future__ import annotations

import json
from typing import Any

from scripts.registry.measured import Measured, partner_of
from scripts.registry.rule import Change, Rule
from scripts.website import facts, tables, words
from scripts.website.site import FIRST, Site

LETTERS = {"ok": "o", "warns": "w", "error": "e", "crash": "c", "timeout": "t", "missing": "-", "unavailable": "?"}
WORKS, FAILS = "o", "-"
NOT_WRITTEN = (Change.DEFAULT, Change.BEHAVIOUR, Change.FORMAT)  # these bite code that leaves the argument out as well


def data(site: Site) -> str:
    """The planner's data as a classic script, which works on file:// too: `window.atlasPlan = {…}`."""
    content = {
        "site": site.addresses.site,
        "environments": [_environment(site, name) for name in site.releases.environments],
        "newest": site.releases.newest,
        "areas": {str(number): one.title.replace("`", "") for number, one in site.registry.categories.items()},
        "impacts": {impact: words.IMPACTS[impact] for impact in FIRST},
        # What is installed beside a release breaks it wherever one comes from: that stands on the release's page.
        "rules": [_rule(site, rule) for rule in site.live if not rule.example.requirements],
    }
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    return f"window.atlasPlan = {text};\n".replace("},{", "},\n{")


def _environment(site: Site, name: str) -> dict[str, Any]:
    environment = site.releases.environments[name]
    return {
        "name": name,
        "minor": environment.release.minor,
        "title": facts.ranges([name], site.releases),
        "kind": environment.kind,
        "keras": keras(site, name),
        "python": environment.release.python,
        "pythons": environment.release.pythons,
    }


def keras(site: Site, name: str) -> int:
    """Which Keras `tf.keras` is in an environment, 2 or 3; read from its lock. Early releases hold it in themselves."""
    environment = site.releases.environments[name]
    installed = tables.installed(site.registry.root, environment)
    return 2 if environment.kind == "tf_keras" else int(installed.get("keras", "2").partition(".")[0])


def _rule(site: Site, rule: Rule) -> dict[str, Any]:
    """`old` and `new` are the outcomes of `before.py` and `after.py`, `fixes` as `fixes` gives them."""
    return {
        "id": rule.id,
        "title": rule.title,
        "do": rule.fix.action,
        "area": rule.category,
        "safety": rule.fix.safety,
        "old": outcomes(site, rule, "before.py"),
        "new": outcomes(site, rule, "after.py"),
        "fixes": fixes(site, site.measured(rule)),
        "symbols": [symbol.name for symbol in rule.symbols],
        "loose": rule.change in NOT_WRITTEN,
    }


def outcomes(site: Site, rule: Rule, file: str) -> str:
    """A letter for each environment: `LETTERS`; where the code runs with another result, a digit for that result."""
    found, results = {}, 0
    for one in facts.behaviours(rule, site.measured(rule), site.releases, file):
        if one.outcome == "wrong":
            results += 1
            found |= dict.fromkeys(one.environments, str(min(results, 9)))
    for name in site.releases.environments:
        found.setdefault(name, LETTERS.get(site.measured(rule).outcome(file, name) or "", "?"))
    return "".join(found[name] for name in site.releases.environments)


def fixes(site: Site, measured: Measured) -> list[list[str]]:
    """For each file of old code its fixes, and for each fix where it works: `o` or `-` for every environment.

    Fixes that work in the same environments are given once.
    """
    names = [name for name in measured.files if name.startswith(("after", "bridge"))]
    groups: dict[str, dict[str, None]] = {}
    for name in tables.in_order(names):
        works = (measured.outcome(name, one) in facts.WORKED for one in site.releases.environments)
        line = "".join(WORKS if one else FAILS for one in works)
        groups.setdefault(partner_of(name, measured.files) or "", {})[line] = None
    return [list(lines) for lines in groups.values()]


def last_with_keras_2(site: Site) -> str:
    """The newest release that comes with Keras 2."""
    return next(minor for minor in reversed(site.releases.minors) if keras(site, minor) == 2)


def steps(site: Site) -> list[dict[str, Any]]:
    """Each release but the first, with how many rules it breaks silently and with an error, and warns of."""
    found = []
    for minor, changes in list(tables.by_release(site).items())[1:]:
        silent = sum(rule.impact == "silent" for rule in changes.breaks)
        found.append(
            {
                "release": (release := site.releases.environments[minor].release),
                "pythons": _ends(release.pythons),
                "earlier": site.releases.before(minor)[-1],
                "keras": tables.installed(site.registry.root, site.releases.environments[minor]).get("keras"),
                "silent": silent,
                "errors": len(changes.breaks) - silent,
                "warns": len(changes.warns),
                "mended": len(changes.mended),
            }
        )
    return found


def _ends(pythons: tuple[str, ...]) -> str:
    return " to ".join(dict.fromkeys((pythons[0], pythons[-1]))) if pythons else ""
