"""The rule pages as plain Markdown, one file each (`rules/<ID>.md`) and all in one (`llms-full.txt`)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from scripts.export import api, text
from scripts.registry.rule import Rule
from scripts.website import facts, pages, tables, words
from scripts.website.facts import Behaviour
from scripts.website.view import TEMPLATES, View


def files(view: View) -> Iterator[tuple[str, bytes]]:
    """(path, content) of the copy of every rule page, and of all live rules in one file."""
    template = _template(view)
    live, whole = {rule.id for rule in view.site.live}, []
    for rule in view.site.rules.values():
        copy = _copy(view, template, rule)
        yield f"rules/{rule.id}.md", copy.encode()
        whole += [copy] if rule.id in live else []
    head = (
        f"# TF Upgrade Atlas: all {len(whole)} rules\n\n"
        f"> {view.site.addresses.site}/ as one Markdown file, data version {api.VERSION}, licence {api.LICENSE}.\n"
        "> Each rule is one section, from `# TFU…` to the next. Nothing is asserted, everything is measured.\n\n"
    )
    yield "llms-full.txt", (head + "\n".join(whole)).encode()


def _copy(view: View, template, rule: Rule) -> str:
    body = template.render(
        **pages.said(view, rule),
        rows=tables.strip(view.site, rule).rows,
        code=view.site.registry.code(rule),
        json_url=f"{view.site.addresses.site}/{api.BASE}/rules/{rule.id}.json",
    )
    return _one_blank_line(body)


def told(one: Behaviour) -> str:
    """The message or the result of a behaviour, as the table on the page shows it."""
    run = one.run
    if run.error:
        line = f" (line {run.error.line})" if run.error.line else ""
        return text.code(cut(facts.without_frames(run.error), 240)) + line
    if run.signal:
        return f"killed by {run.signal}"
    if run.limit is not None:
        return f"stopped after {run.limit} seconds"
    return text.code(facts.shown(run.result, 300)) if run.result is not None else ""


def cut(value: str, limit: int) -> str:
    """A text, cut at a number of characters."""
    return value if len(value) <= limit else value[:limit] + "…"


def _one_blank_line(body: str) -> str:
    """Blank lines between blocks come in ones, but stay as they are inside fences."""
    lines, fence, blank = [], "", True
    for line in body.splitlines():
        mark = text.FENCE.match(line)
        if not fence and not line.strip():
            if not blank:
                lines.append("")
            blank = True
            continue
        if mark and not fence:
            fence = mark[1]
        elif mark and mark[1].startswith(fence) and not mark[2].strip():
            fence = ""
        blank = False
        lines.append(line.rstrip() if not fence else line)
    return re.sub(r"\n+\Z", "", "\n".join(lines)) + "\n"


def _template(view: View):
    jinja = Environment(
        loader=FileSystemLoader(TEMPLATES),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        comment_start_string="{##",
        comment_end_string="##}",
        autoescape=False,  # Markdown, not HTML
    )
    jinja.filters |= {
        "cell": text.cell,
        "closed": text.closed,
        "code": text.code,
        "cut": cut,
        "fenced": text.fenced,
        "literal": text.literal,
        "printed": facts.printed,
        "ranges": view.ranges,
        "shown": facts.shown,
    }
    jinja.globals |= {"releases": view.site.releases, "site": view.site, "told": told, "words": words}
    return jinja.get_template("rule_copy.md.j2")
