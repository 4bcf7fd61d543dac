"""Macros of the guides: releases, values and messages as they were measured, and tables of what to do."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urlencode

from markupsafe import escape

from scripts.registry.measured import Run
from scripts.registry.rule import Impact
from scripts.website import examples, facts, guides, moves, plan, tables, words
from scripts.website.unknown import UnknownRule, rule_of
from scripts.website.view import View, in_markdown, inline, relative

LIMIT = 10  # rows of a table; the others are a link away
OWN_GUIDE = 1  # the category of sessions and graphs: few still have such code, so among silent changes it goes last


def release(view: View, here: str, which: str) -> str:
    """A release by what it is (`oldest`, `newest`, `last_keras_2`, `keras_3`), or by its name, which must exist."""
    releases = view.site.releases
    last = plan.last_with_keras_2(view.site)
    known = {
        "oldest": releases.minors[0],
        "newest": releases.newest,
        "last_keras_2": last,
        "keras_3": releases.minors[releases.position(last) + 1],
        **{minor: minor for minor in releases.minors},
    }
    if which not in known:
        raise UnknownRule(f"release({which!r}): there are {', '.join(known)}")
    return known[which]


def since(view: View, here: str, id: str, what: str = "breaks_from") -> str:
    """The release from which a rule `breaks_from`, `warns_from` or has its `replacement_from`."""
    found = getattr(rule_of(view, id).versions.tensorflow, what, None)
    if not found:
        raise UnknownRule(f"{id} has no {what}")
    return found


def version(view: View, here: str, environment: str, package: str) -> str:
    """The version of a package that an environment's lock holds: `version("2.16", "numpy")`."""
    environment = _environment(view, environment)
    found = tables.installed(view.site.registry.root, view.site.releases.environments[environment])
    if package not in found:
        raise UnknownRule(f"{environment} has no {package}: there are {', '.join(found)}")
    return found[package]


def value(view: View, here: str, id: str, file: str, environment: str, key: str = "") -> str:
    """What a file gave in an environment: its whole result, or one key of it."""
    result = _run(view, id, file, environment).result
    if key and (not isinstance(result, dict) or key not in result):
        raise UnknownRule(f"{id}: {file} on {environment} has no result {key!r}: {result}")
    return inline(f"<code>{escape(facts.shown(result[key] if key else result))}</code>")


def printed(view: View, here: str, id: str, environment: str, file: str = "before.py", limit: int = 400) -> str:
    """What a file printed in an environment as its error, or its first message where it went on."""
    environment = _environment(view, environment)
    error = _run(view, id, file, environment).error
    seen = facts.seen(view.site.measured(rule_of(view, id)), view.site.releases)
    mine = [one for one in seen if environment in one.environments and (one.kind == "error") == bool(error)]
    if error:
        shape = facts.shape_of(error.type, facts.without_frames(error.text))
        mine = [one for one in mine if facts.shape_of(one.type, one.text) == shape]
    if not mine:
        raise UnknownRule(f"{id}: {file} printed nothing on {environment}")
    return _block(view.part("message", here, mine[0], limit))


def pair(view: View, here: str, id: str, suffix: str = "") -> str:
    """Old code and new code side by side, as the lab ran them; `suffix` names a further pair of the rule."""
    rule = rule_of(view, id)
    for group in examples.groups(view.site, rule):
        files = [file for block in group.blocks for file in block]
        if any(file.name == f"before{'_' + suffix if suffix else ''}.py" for file in files):
            return _block(view.render("guide_part.html.j2", here, name="pair", arguments=(rule, group.blocks[0])))
    raise UnknownRule(f"{id} has no before file {suffix!r}")


def advice(
    view: View,
    here: str,
    ids: Sequence[str] | None = None,
    area: str | Sequence[str] = (),
    impact: str | Sequence[str] = (),
    breaks: str | Sequence[str] = (),
    but: Sequence[str] = (),
    limit: int = LIMIT,
) -> str:
    """Rules with what to do: those named, or the first of those with all of these values, and a link to the others."""
    if ids is not None:
        return _block(
            view.render("guide_part.html.j2", here, name="advice", arguments=([rule_of(view, id) for id in ids],))
        )
    query = {
        "area": _list(area),
        "impact": _list(impact),
        "breaks": [release(view, here, one) for one in _list(breaks)],
    }
    slugs = {number: one.slug for number, one in view.site.registry.categories.items()}
    if unknown := set(query["area"]) - set(slugs.values()):
        raise UnknownRule(f"no area {', '.join(unknown)}: there are {', '.join(slugs.values())}")
    rules = [
        rule
        for rule in view.site.live
        if (not query["area"] or slugs[rule.category] in query["area"])
        and (not query["impact"] or rule.impact in query["impact"])
        and (not query["breaks"] or rule.versions.tensorflow.breaks_from in query["breaks"])
    ]
    shown = [rule for rule in rules if rule.id not in but][:limit]
    address = "rules/index.html?" + urlencode(
        {key: ",".join(values) for key, values in query.items() if values}, safe=","
    )
    rest = (len(rules), relative(address, here)) if len(rules) > len(shown) else None
    return _block(view.render("guide_part.html.j2", here, name="advice", arguments=(shown, rest)))


def bites(view: View, here: str, old: str, new: str, impact: str = "", area: str = "", limit: int = LIMIT) -> str:
    """What bites between two environments, with what to do; the others are on the planner's page."""
    old, new = (_environment(view, one) for one in (old, new))
    numbers = {one.slug: number for number, one in view.site.registry.categories.items()}
    found = [
        one
        for one in moves.move(view.site, old, new).bites
        if (not impact or one.kind == impact) and (not area or one.rule.category == numbers[area])
    ]
    found.sort(key=lambda one: (one.kind is not Impact.SILENT, one.rule.category == OWN_GUIDE, one.rule.id))
    shown = [one.rule for one in found[:limit]]
    kinds = {one.rule.id: one.kind for one in found}
    choice = {"from": old, "to": new, "impact": impact, "area": numbers.get(area, "")}
    address = f"plan.html?{urlencode({key: one for key, one in choice.items() if one})}"
    rest = (len(found), relative(address, here)) if len(found) > limit else None
    return _block(view.render("guide_part.html.j2", here, name="advice", arguments=(shown, rest, kinds)))


def bite_count(view: View, here: str, old: str, new: str, impact: str = "") -> str:
    """How many rules bite between two environments; of them the `silent`, the `error`, or `before`: fixed ahead."""
    old, new = (_environment(view, one) for one in (old, new))
    found = moves.move(view.site, old, new)
    return str(found.before if impact == "before" else found.of(impact) if impact else len(found.bites))


def move_table(view: View, here: str, pairs: Sequence[Sequence[str]]) -> str:
    """Moves side by side: how much bites, how much of it can be mended before, and which Python fits."""
    found = [moves.move(view.site, *(_environment(view, one) for one in pair)) for pair in pairs]
    rows = [(one, *(moves.name(view.site, name) for name in (one.old, one.new))) for one in found]
    return _block(view.render("guide_part.html.j2", here, name="moves", arguments=(rows,)))


def area_table(view: View, here: str, old: str, new: str) -> str:
    """How much bites between two environments in each area, with a link to each."""
    old, new = (_environment(view, one) for one in (old, new))
    found = moves.move(view.site, old, new)
    rows = [
        (number, category, [one for one in found.bites if one.rule.category == number])
        for number, category in view.site.registry.categories.items()
    ]
    rows = [row for row in rows if row[2]]
    return _block(view.render("guide_part.html.j2", here, name="areas", arguments=(found, rows)))


def python_path(view: View, here: str, old: str, new: str) -> str:
    """Where to stop so that each two neighbours have a Python in common, in words."""
    old, new = (_environment(view, one) for one in (old, new))
    legs = moves.python_path(view.site, old, new)
    told = [f"{leg.old} and {leg.new} share {words.listed(leg.pythons)}" for leg in legs]
    return "; ".join(told).replace("share", "share Python", 1)


def step_table(view: View, here: str) -> str:
    """Each release with how many rules break and warn from it, and the Python and Keras that it has."""
    return _block(view.render("guide_part.html.j2", here, name="steps", arguments=(plan.steps(view.site),)))


def both_count(view: View, here: str) -> str:
    """How many rules have a fix that runs on both sides of the break."""
    return str(sum(rule.fix.works_on_both for rule in view.site.live))


def bridge_table(view: View, here: str, limit: int = 40) -> str:
    """Every rule with a bridge, one text that runs on both sides, and where the bridge ran."""
    rows = [
        (rule, file)
        for rule in sorted(view.site.live, key=lambda rule: rule.id)
        for file in sorted(view.site.registry.code(rule))
        if file.startswith("bridge")
    ]
    return _block(view.render("guide_part.html.j2", here, name="bridges", arguments=(rows[:limit], len(rows))))


def package_table(view: View, here: str) -> str:
    """For each release, newest first: the Pythons that have wheels, and the packages of its day."""
    rows = [
        (one, tables.installed(view.site.registry.root, view.site.releases.environments[one.minor]))
        for one in reversed(view.site.releases.releases)
    ]
    return _block(view.render("guide_part.html.j2", here, name="packages", arguments=(rows,)))


def set_table(view: View, here: str, limit: int = 15) -> str:
    """The rules about what is installed beside TensorFlow: the releases that fail so, and what to do."""
    rules = [rule for rule in view.site.live if rule.example.requirements]
    rest = (len(rules), relative("categories/environment.html", here)) if len(rules) > limit else None
    return _block(view.render("guide_part.html.j2", here, name="advice", arguments=(rules[:limit], rest)))


def guide_list(view: View, here: str) -> str:
    """All guides, in the order of reading, each with its description."""
    found = guides.guides(view.site.registry.root)
    return _block(view.render("guide_part.html.j2", here, name="guides", arguments=(found,)))


def _run(view: View, id: str, file: str, environment: str) -> Run:
    environment = _environment(view, environment)
    run = view.site.measured(rule_of(view, id)).run(file, environment)
    if run is None:
        raise UnknownRule(f"{id}: {file} was not run on {environment}")
    return run


def _environment(view: View, name: str) -> str:
    """The name of an environment, its release given as `release` takes it: `newest-tf_keras`."""
    which, mark, kind = name.partition("-")
    found = release(view, "", which) + mark + kind
    if found not in view.site.releases.environments:
        raise UnknownRule(f"no environment {found}: there are {', '.join(view.site.releases.environments)}")
    return found


def _list(values: str | Sequence[str]) -> list[str]:
    return [values] if isinstance(values, str) else list(values)


def _block(html: str) -> str:
    return str(in_markdown(html))


MACROS = (
    release,
    since,
    version,
    value,
    printed,
    pair,
    advice,
    bites,
    bite_count,
    move_table,
    area_table,
    python_path,
    step_table,
    both_count,
    bridge_table,
    package_table,
    set_table,
    guide_list,
)
