"""The generated pages as (path, text) pairs, ready for MkDocs or for a disk. No MkDocs here."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from markupsafe import escape

from scripts.export.formats import FORMATS
from scripts.registry.measured import BROKEN, Measured
from scripts.registry.rule import Impact, Rule
from scripts.website import (
    browse,
    examples,
    facts,
    feed,
    history,
    keras_axis,
    markdown,
    plan,
    redirects,
    requirement_sets,
    search,
    tables,
    tags,
    words,
)
from scripts.website.api_diff import ApiDiff, default_ends
from scripts.website.census import HEADINGS
from scripts.website.saved_models import body
from scripts.website.view import View


@dataclass(frozen=True)
class Page:
    """A file of the site: a Markdown page (`.md`) or something to be copied; `source` is what to edit."""

    path: str
    text: str | bytes
    source: str = ""


def pages(view: View) -> Iterator[Page]:
    """Every generated file but the redirects."""
    for rule in view.site.rules.values():
        yield rule_page(view, rule)
    yield from indexes(view)
    yield from planner(view)
    yield browser(view)
    yield from changes(view)
    if view.site.saved_models:
        yield from saved_models(view)
    yield _index(
        view,
        "coverage",
        "coverage.md.j2",
        "Coverage",
        "Every change of the public interface between releases: with a rule, excused and why, or open.",
        census=view.site.census,
        headings=HEADINGS,
    )
    yield from api_diff(view)
    yield from tag_pages(view)
    yield Page(search.SCRIPT, search.script(view.site))
    for files in FORMATS.values():
        for path, content in files(view.site.registry):
            yield Page(path, content)


def redirect_pages(view: View, safe_anywhere: bool = False) -> Iterator[Page]:
    """The redirects; `safe_anywhere` leaves out those that a file system without case would mix up with pages."""
    pairs = redirects.redirects(view)
    if safe_anywhere:
        pairs = redirects.without_collisions(pairs, (f"rules/{id}.html" for id in view.site.rules))
    return (Page(path, text) for path, text in pairs)


def rule_page(view: View, rule: Rule) -> Page:
    """The page of one rule."""
    site, releases = view.site, view.site.releases
    groups = examples.groups(site, rule)
    body = view.render(
        "rule.md.j2", f"rules/{rule.id}.html", **said(view, rule), groups=groups, marks=examples.legend(groups)
    )
    description = f"{markdown.plain(rule.summary)} {words.sentence(words.breaks(rule, releases))}"
    title = f"{rule.id}: {markdown.plain(rule.title)}"
    front = front_matter(title, description, markdown=f"{rule.id}.md")
    return Page(f"rules/{rule.id}.md", front + body, site.registry.source(rule))


def said(view: View, rule: Rule) -> dict[str, Any]:
    """Everything that the page of a rule says, as its template takes it; the Markdown copy says the same."""
    if rule.id not in view.said:
        view.said[rule.id] = _said(view, rule)
    return view.said[rule.id]


def _said(view: View, rule: Rule) -> dict[str, Any]:
    site, releases = view.site, view.site.releases
    measured = site.measured(rule)
    values = [
        (file, table)
        for file in facts.befores(measured)
        if (table := facts.values(rule, measured, releases, file)) and table.differ
    ]
    return {
        "rule": rule,
        "measured": measured,
        "measured_in": len(_environments(rule, measured)),
        "seen": facts.seen(measured, releases),
        "ends": _ends(view, rule),
        "legacy": facts.legacy_notes(rule, measured, releases) if _breaks(view, rule) else [],
        "other_keras": keras_axis.other_keras(site, rule),
        "values": values,
        "prepare": site.registry.code(rule).get("prepare.py", ""),
        "code_heading": "The code" if rule.impact is Impact.NONE else "Before and after",
        "proofs": facts.proofs(rule, measured, releases),
        "related": [site.rules[id] for id in rule.related if id in site.rules],
        "category": site.registry.categories[rule.category],
        "cells": site.saved_models.proofs(rule) if site.saved_models else [],
        "source": site.registry.source(rule),
        "repository": site.addresses.repository,
        "page_url": site.addresses.rule(rule.id),
    }


def indexes(view: View) -> Iterator[Page]:
    """Rules, categories, releases, symbols and messages, each as a list or table."""
    site = view.site
    by_category, by_release = tables.by_category(site), tables.by_release(site)
    for number, rules in by_category.items():
        category = site.registry.categories[number]
        yield _index(
            view,
            f"categories/{category.slug}",
            "category.md.j2",
            markdown.plain(category.title),
            category.summary,
            category=category,
            rules=rules,
        )
    yield _index(
        view,
        "releases/index",
        "releases.md.j2",
        "Releases",
        "What changes in each TensorFlow release, 2.0 to 2.21.",
        by_release=by_release,
    )
    for release in site.releases.releases:
        minor = release.minor
        position = site.releases.position(minor)
        yield _index(
            view,
            f"releases/{minor}",
            "release.md.j2",
            f"TensorFlow {minor}",
            f"What breaks from TensorFlow {minor}, and what starts to warn in it.",
            release=release,
            changes=by_release[minor],
            affected=requirement_sets.affected(site, minor),
            environment=site.releases.environments[minor],
            earlier=site.releases.minors[position - 1] if position else None,
            later=site.releases.minors[position + 1] if minor != site.releases.newest else None,
        )
    yield _index(
        view,
        "symbols",
        "symbols.md.j2",
        "Symbols",
        "Every name that a rule is about, with its replacement.",
        groups=tables.by_symbol(site),
    )
    yield _index(
        view,
        "messages",
        "messages.md.j2",
        "Messages",
        "Every message that was printed, with the rule that explains it.",
        groups=tables.by_message(site),
    )


def planner(view: View) -> Iterator[Page]:
    """The page that plans a move between two releases, and its data as a script."""
    site = view.site
    yield Page("assets/javascripts/plan-data.js", plan.data(site))
    front = front_matter(
        "Plan a move between two TensorFlow releases",
        "What breaks between two TensorFlow releases, what to do before and after the upgrade, and where to stop.",
        hide=["navigation", "toc"],
    )
    body = view.render("plan.md.j2", "plan.html", start=plan.last_with_keras_2(site), steps=plan.steps(site))
    yield Page("plan.md", front + body)


def api_diff(view: View) -> Iterator[Page]:
    """What changed in the interface between two releases, and a script for each release."""
    found = ApiDiff(view.site) if view.site.census else None
    for path, text in found.scripts() if found else ():
        yield Page(path, text)
    front = front_matter(
        "What changed in the interface between two TensorFlow releases",
        "Every public name, member, parameter and default that left, moved or changed between two releases.",
        hide=["navigation", "toc"],
    )
    values = {"diff": found, "chosen": default_ends(view.site) if found else None}
    yield Page("api-diff.md", front + view.render("api_diff.md.j2", "api-diff.html", **values))


def tag_pages(view: View) -> Iterator[Page]:
    """A page for each tag, and the list of tags."""
    found = tags.tags(view.site)
    values = {"groups": tags.groups(found)}
    yield _index(view, "tags/index", "tags.md.j2", "Tags", "Rules by what they have in common.", **values)
    for tag in found:
        title = markdown.plain(tag.title)
        yield _index(view, f"tags/{tag.slug}", "tag.md.j2", f"Rules: {title}", tag.meaning, tag=tag)


def browser(view: View) -> Page:
    """The table of all rules."""
    site = view.site
    front = front_matter("All rules", f"All {len(site.live)} rules, silent changes first.", hide=["navigation", "toc"])
    values = {"browse": browse, "lists": browse.lists(site), "rules": browse.in_order(site)}
    return Page("rules/index.md", front + view.render("rules.md.j2", "rules/index.html", **values))


def changes(view: View) -> Iterator[Page]:
    """What is new and what was changed, as a page and as a feed."""
    days = history.days(history.read(view.site.registry.root))
    yield Page("feed.xml", feed.atom(view.site, days))
    values = {"days": days, "differences": feed.differences}
    yield _index(view, "changes", "changes.md.j2", "What is new", "New and changed rules, by day.", **values)


def saved_models(view: View) -> Iterator[Page]:
    """A page for each way to save, and the matrix as a script for the picker."""
    matrix = view.site.saved_models
    yield Page("assets/javascripts/saved-models-data.js", matrix.data())
    for form, way in matrix.subject.saves.items():
        yield _index(
            view,
            f"saved-models/{form}",
            "saved_as.md.j2",
            f"Saved as {way.title}: what loads it",
            f"Every release that saved a {way.title}, and every release that loaded it.",
            matrix=matrix,
            form=form,
            way=way,
            code=body(way.code),
            troubles=matrix.troubles(form),
        )


def front_matter(title: str, description: str, **more: Any) -> str:
    """The head of a generated page. Themes put title and description into HTML as they are: they are escaped here."""
    values = {
        "title": str(escape(title)),
        "description": str(escape(description)),
        "render_macros": False,
        "search": {"exclude": True},
        "hide": ["navigation"],
        **more,
    }
    return "---\n" + "".join(f"{key}: {json.dumps(value)}\n" for key, value in values.items()) + "---\n"


def _index(view: View, name: str, template: str, title: str, description: str, **values) -> Page:
    body = view.render(template, f"{name}.html", **values)
    return Page(f"{name}.md", front_matter(title, markdown.plain(description)) + body)


def _environments(rule: Rule, measured: Measured) -> set[tuple[str, str]]:
    """What the files of a rule were run in; each requirement set makes an environment of its own."""
    sets = bool(rule.example.requirements)
    return {(name, file if sets else "") for file, one in measured.files.items() for name in one.keys}


def _breaks(view: View, rule: Rule) -> bool:
    measured = view.site.measured(rule)
    return any(measured.outcome("before.py", minor) in BROKEN for minor in view.site.releases.minors)


def _ends(view: View, rule: Rule) -> list[str]:
    """Ends that leave no message: killed by a signal, or stopped at the time limit."""
    measured, releases = view.site.measured(rule), view.site.releases
    told = []
    for file in facts.befores(measured):
        for one in facts.behaviours(rule, measured, releases, file):
            names = facts.ranges(one.environments, releases)
            if one.outcome == "crash":
                told.append(f"`{file}` kills the process ({one.run.signal}) on {names}.")
            if one.outcome == "timeout":
                told.append(f"`{file}` did not finish in {one.run.limit} seconds on {names}.")
    return told
