"""Macros of the pages about tools and data: files as they are exported, examples from the data, lists made of pages."""

from __future__ import annotations

import json
import re
from typing import Any

from scripts.export import api, constraints, forms, history, recipes, text
from scripts.registry import locks
from scripts.website import words
from scripts.website.view import View, in_markdown, relative

SHORT_LIST = re.compile(r"\[([^\[\]{}]*)\]")
FRONT = re.compile(r"^(title|description): (.+)$", re.MULTILINE)


def site_url(view: View, here: str) -> str:
    """Where the site is published, without a slash at the end."""
    return view.site.addresses.site


def data_version(view: View, here: str) -> str:
    """The version of the data."""
    return api.VERSION


def tool_list(view: View, here: str) -> str:
    """The pages in docs/tools/ and docs/api.md, each with its description."""
    pages = []
    docs = view.site.registry.root / "docs"
    for path in [docs / "api.md", *sorted((docs / "tools").glob("*.md"))]:
        if path.stem != "index":
            front = dict(FRONT.findall(path.read_text(encoding="utf-8")))
            pages.append((f"{path.relative_to(docs).with_suffix('.html')}", front["title"], front["description"]))
    return _part(view, here, "tool_list", pages)


def recipe(view: View, here: str, name: str) -> str:
    """A recipe as it is exported, as a block of code, and a link to the file."""
    path = f"{recipes.FOLDER}/{name}"
    content = dict(recipes.files(view.site.registry))[path].decode()
    return f'{text.fenced(content, "yaml")}\n\n<p><a href="{relative(path, here)}" download>{name}</a></p>'


def data_files(view: View, here: str) -> str:
    """Every file of the data, with its schema and what it holds."""
    rows = []
    for name, form in forms.FILES.items():
        file = f"rules/{next(iter(view.site.rules))}" if name == "rule" else name
        shown = "rules/<ID>.json" if name == "rule" else f"{name}.json"
        rows.append((shown, f"{api.BASE}/{file}.json", f"{api.BASE}/{name}.schema.json", _first_line(form.__doc__)))
    return _part(view, here, "data_files", rows)


def data_fields(view: View, here: str) -> str:
    """The fields of a rule in the data, from its schema: a table of those that are described there, and the others."""
    schema = forms.schemas()["rule"]
    rows, others = [], []
    for name, field in schema["properties"].items():
        options = [one for one in field.get("anyOf", [field]) if one.get("type") != "null"]
        part = schema["$defs"].get(options[0].get("$ref", "").rsplit("/", 1)[-1], {})
        told = field.get("description") or _first_line(part.get("description", ""))
        if told:
            rows.append((name, told))
        else:
            others.append(name)
    return _part(view, here, "data_fields", rows, others)


def data_example(view: View, here: str, name: str) -> str:
    """The file of a rule (`TFU2001`) or `releases` as it is in the data, shortened where it says so."""
    registry = view.site.registry
    content = api.releases(registry) if name == "releases" else api.whole(registry, registry.rules[name])
    example = json.dumps(shortened(content), ensure_ascii=False, indent=2)
    return text.fenced(SHORT_LIST.sub(lambda match: f"[{' '.join(match[1].split())}]", example), "json")


def data_changes(view: View, here: str) -> str:
    """What is new and changed since the last tag, or why that cannot be said."""
    return _part(view, here, "data_changes", history.since_last_tag(view.site.registry))


def constraint_table(view: View, here: str) -> str:
    """The constraints file of each environment, newest release first, and what it pins."""
    environments = sorted(
        reversed(view.site.releases.environments.values()), key=lambda one: list(words.KINDS).index(one.kind)
    )
    rows = [
        (one, f"{constraints.FOLDER}/{one.name}.txt", locks.packages(view.site.registry.root, one))
        for one in environments
    ]
    return _part(view, here, "constraint_table", rows)


def shortened(value: Any, depth: int = 0) -> Any:
    """JSON for reading: the beginnings of lists and of deep objects, long texts cut; what is left out is said."""
    if isinstance(value, list):
        keep = 3 if all(isinstance(one, str) for one in value) else 1
        more = [f"… {len(value) - keep} more"] if len(value) > keep else []
        return [shortened(one, depth + 1) for one in value[:keep]] + more
    if isinstance(value, dict):
        keep = len(value) if depth < 2 else 3
        more = {"…": f"{len(value) - keep} more"} if len(value) > keep else {}
        return {name: shortened(one, depth + 1) for name, one in list(value.items())[:keep]} | more
    return value[:100] + "…" if isinstance(value, str) and len(value) > 100 else value


def _part(view: View, here: str, name: str, *arguments) -> str:
    return str(in_markdown(view.render("tool_part.html.j2", here, name=name, arguments=arguments)))


def _first_line(docstring: str) -> str:
    return docstring.strip().split("\n")[0]


MACROS = (
    site_url,
    data_version,
    tool_list,
    recipe,
    data_files,
    data_fields,
    data_example,
    data_changes,
    constraint_table,
)
