"""Macros for hand-written pages (put `render_macros: true` into their front matter).

Each takes the ID of a rule and gives HTML drawn from the registry. An ID that does not exist ends the build.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from scripts.registry.real_models import read_found
from scripts.website import diagnose as diagnosis
from scripts.website import guide_macros, markdown, requirement_sets, tables, tool_pages
from scripts.website.held_against import HeldAgainst
from scripts.website.unknown import UnknownRule
from scripts.website.unknown import rule_of as _rule
from scripts.website.view import View, in_markdown, relative
from scripts.website.view import inline as _inline


def define_env(env) -> None:
    """Register the macros with mkdocs-macros; called once a build, before the registry is loaded."""
    for macro in (
        rule_link,
        rule_table,
        strip,
        example,
        messages,
        outcomes,
        result_table,
        number,
        environment_table,
        outcome_table,
        category_list,
        doors,
        diagnose,
        figures,
        saved_models_picker,
        saved_models_summary,
        saved_models_kinds,
        saved_models_inspect,
        saved_models_coverage,
        real_models,
        heat_map,
        ways_map,
        pack_picker,
        pack_list,
        proven,
        fixable,
        *guide_macros.MACROS,
        real_code,
        pack_cost,
        ruff_cost,
        *tool_pages.MACROS,
    ):
        env.macro(_with_view(env, macro), macro.__name__)


def _with_view(env, macro: Callable) -> Callable:
    def call(*arguments, **options) -> str:
        try:
            return macro(env.conf.extra["atlas"], env.page.file.dest_uri, *arguments, **options)
        except UnknownRule as error:
            if env.conf.extra["atlas_lenient"]:
                return f"**{error}**"
            raise

    call.__doc__ = macro.__doc__
    return call


def rule_link(view: View, here: str, id: str) -> str:
    """A link to a rule, with its title."""
    return _inline(view.part("rule_link", here, _rule(view, id)))


def rule_table(
    view: View,
    here: str,
    category: str | None = None,
    ids: Sequence[str] | None = None,
    symbols: Sequence[str] | None = None,
    caption: str = "",
) -> str:
    """Rules with impact, release and fix: those of a category (its slug), those named, or those about symbols.

    `symbols` are names or the beginnings of names. Several conditions must all hold; `ids` keep their order.
    """
    rules = [_rule(view, id) for id in ids] if ids is not None else view.site.live
    if category is not None:
        slugs = {one.slug: number for number, one in view.site.registry.categories.items()}
        if category not in slugs:
            raise UnknownRule(f"no category {category!r}: there are {', '.join(slugs)}")
        rules = [rule for rule in rules if rule.category == slugs[category]]
    if symbols is not None:
        wanted = (symbols,) if isinstance(symbols, str) else tuple(symbols)
        rules = [rule for rule in rules if any(symbol.name.startswith(wanted) for symbol in rule.symbols)]
    return _block(view.part("rule_table", here, rules, caption))


def strip(view: View, here: str, id: str) -> str:
    """The strip of a rule: each of its files in every environment."""
    return _block(view.part("strip", here, _rule(view, id), relative(f"rules/{id}.html", here)))


def example(view: View, here: str, id: str, file: str) -> str:
    """An example file, verbatim; the requirements of an environment rule as they are for one release."""
    rule = _rule(view, id)
    texts = requirement_sets.texts(view.site, rule) if rule.example.requirements else view.site.registry.code(rule)
    if file not in texts:
        raise UnknownRule(f"{id} has no {file}: there are {', '.join(texts)}")
    return _block(view.part("code", here, file, texts[file], markdown.title(f"of {id}")))


def messages(view: View, here: str, id: str) -> str:
    """The messages that the old code prints, with the releases that printed them."""
    return _block(view.part("messages", here, _rule(view, id)))


def outcomes(view: View, here: str, id: str, file: str) -> str:
    """What a file does, in words: `works on 2.0 to 2.15; fails on 2.16 to 2.21`."""
    rule = _rule(view, id)
    if file not in view.site.measured(rule).files:
        raise UnknownRule(f"{id} has no {file}: there are {', '.join(view.site.measured(rule).files)}")
    return _inline(view.part("outcomes", here, rule, file))


def result_table(view: View, here: str, id: str) -> str:
    """The result or the message of every file of a rule, by release."""
    return _block(view.part("result_table", here, _rule(view, id)))


def saved_models_picker(view: View, here: str) -> str:
    """The form that tells what loads a saved model; it needs JavaScript."""
    return _saved_models(view, here, "picker")


def saved_models_summary(view: View, here: str) -> str:
    """How often each way to save survives, within Keras 2, within Keras 3, and from one to the other."""
    return _saved_models(view, here, "summary")


def saved_models_kinds(view: View, here: str) -> str:
    """The kinds of model that are measured, with their programs."""
    return _saved_models(view, here, "kinds")


def saved_models_inspect(view: View, here: str) -> str:
    """The place where a file is dropped to be inspected; it needs JavaScript."""
    return _saved_models(view, here, "inspect")


def saved_models_coverage(view: View, here: str) -> str:
    """Which kinds of model were measured in which releases so far."""
    return _saved_models(view, here, "coverage")


def real_models(view: View, here: str) -> str:
    """How the matrix did on models that other people saved, and where it was wrong; nothing without a record."""
    found = read_found(view.site.registry.root)
    if not found or not found.loads():
        return ""
    loads = view.site.saved_models.subject.loads
    return _block(view.render("real_models.html.j2", here, held=HeldAgainst(found), loads=loads))


def heat_map(view: View, here: str, form: str, which: str = "first") -> str:
    """Saved with x loaded with, for one way to save; `which` is `first` (the obvious call) or `any`."""
    return _saved_models(view, here, "heat_map", form, which)


def ways_map(view: View, here: str, form: str, source: str) -> str:
    """Ways to load x loaded with, for what one environment saved in one way."""
    return _saved_models(view, here, "ways_map", form, source)


def number(view: View, here: str, what: str) -> str:
    """How many there are: `rules`, `silent` (rules), `environments`, `releases`, `runs`, `loads` or `kinds`."""
    counts = tables.numbers(view.site)
    if what not in counts:
        raise UnknownRule(f"number({what!r}): there are {', '.join(counts)}")
    return f"{counts[what]:,}"


def environment_table(view: View, here: str) -> str:
    """All environments, with the versions of the packages that matter, from their locks."""
    return _block(view.part("environment_table", here))


def outcome_table(view: View, here: str) -> str:
    """The outcomes and their meaning."""
    return _block(view.part("outcome_table", here))


def category_list(view: View, here: str) -> str:
    """The categories, with the number of their rules."""
    return _block(view.part("category_list", here, tables.by_category(view.site)))


def doors(view: View, here: str) -> str:
    """The three ways in, for the home page: an error, a release, a saved model (the matrix, where there is one)."""
    written = view.site.saved_models and (view.site.registry.root / "docs/saved-models.md").exists()
    return _block(view.part("doors", here, "saved-models.html" if written else "categories/saving.html"))


def diagnose(view: View, here: str, rows: int) -> str:
    """The field into which an error is pasted, with the rules that answer it; it needs JavaScript."""
    return _block(diagnosis.form(view, here, rows))


def figures(view: View, here: str) -> str:
    """The numbers of `number`, as a list, for the home page."""
    return _block(view.part("figures", here, tables.numbers(view.site)))


def pack_picker(view: View, here: str) -> str:
    """Choose a pair of releases, and get the Semgrep pack for it; a table of all packs where there is no JavaScript."""
    return _block(view.render("finding_part.html.j2", here, name="picker", arguments=()))


def pack_list(view: View, here: str) -> str:
    """The Semgrep packs that are not about a pair of releases."""
    return _block(view.render("finding_part.html.j2", here, name="packs", arguments=()))


def proven(view: View, here: str, tool: str) -> str:
    """How many rules a tool was proven to find, in words: `semgrep`, `ruff` or `ast-grep`."""
    return _inline(view.render("finding_part.html.j2", here, name="proven", arguments=(tool,)))


def fixable(view: View, here: str) -> str:
    """The rules whose fix Semgrep applies, as far as the fixed program was run."""
    return _block(view.render("finding_part.html.j2", here, name="fixable", arguments=()))


def real_code(view: View, here: str) -> str:
    """What the Semgrep pack finds in public code, and how many of the findings that were looked at were right."""
    return _block(view.render("finding_part.html.j2", here, name="real_code", arguments=()))


def pack_cost(view: View, here: str) -> str:
    """What the whole Semgrep pack costs against a single rule, in words."""
    return _inline(view.render("finding_part.html.j2", here, name="pack_cost", arguments=()))


def ruff_cost(view: View, here: str) -> str:
    """What all banned names cost Ruff, in words."""
    return _inline(view.render("finding_part.html.j2", here, name="ruff_cost", arguments=()))


def _saved_models(view: View, here: str, name: str, *arguments) -> str:
    arguments = (view.site.saved_models, *arguments)
    return _block(view.render("saved_models_part.html.j2", here, name=name, arguments=arguments))


def _block(html: str) -> str:
    """HTML as a block of its own in a Markdown page."""
    return str(in_markdown(html))
