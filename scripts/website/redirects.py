"""The other addresses under which a rule or a guide can be found, as tiny HTML files.

Some of them differ from a page's own address only in case: `rules/tfu4001.html`. On a file system that
ignores case (macOS, Windows) such a file would overwrite the page. `without_collisions` leaves those out; it is
used whenever the site is written to such a disk, and for builds that are meant to be unpacked anywhere. The
404 page finds the rule in that case.
"""

from __future__ import annotations

import posixpath
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from scripts.registry.rule import Rule
from scripts.website.guides import FOLDER, guides
from scripts.website.view import View, relative


def addresses(rule: Rule) -> Iterator[str]:
    """Every other address of a rule, from the site's root."""
    for id in (rule.id, rule.id.lower()):
        yield f"rules/{id}/index.html"
        yield f"r/{id}.html"
    yield f"rules/{rule.id.lower()}.html"
    for slug in (rule.slug, *rule.former_slugs):
        yield f"rules/{rule.id}-{slug}.html"


def redirects(view: View) -> Iterator[tuple[str, str]]:
    """(path, HTML) of every redirect of the site; those that differ only in case among themselves are equal."""
    for rule in view.site.rules.values():
        target = f"rules/{rule.id}.html"
        texts: dict[str, str] = {}
        for path in addresses(rule):
            folder = posixpath.dirname(path).lower()
            if folder not in texts:
                texts[folder] = _text(view, path, target, rule.id)
            yield path, texts[folder]
    for guide in guides(view.site.registry.root):
        for name in guide.former:
            yield (path := f"{FOLDER}/{name}.html"), _text(view, path, guide.page, guide.title)


def _text(view: View, path: str, target: str, title: str) -> str:
    canonical = f"{view.site.addresses.site}/{target}"
    return view.render("redirect.html.j2", path, target=relative(target, path), canonical=canonical, id=title)


def without_collisions(pairs: Iterable[tuple[str, str]], pages: Iterable[str]) -> Iterator[tuple[str, str]]:
    """The redirects that differ from every page in more than case."""
    taken = {page.casefold() for page in pages}
    return (pair for pair in pairs if pair[0].casefold() not in taken)


def ignores_case(folder: Path) -> bool:
    """Whether the file system of a folder takes `a` and `A` for the same file."""
    while not folder.exists():
        folder = folder.parent
    with tempfile.NamedTemporaryFile(prefix="atlas-case-", dir=folder) as probe:
        return Path(probe.name).with_name(Path(probe.name).name.upper()).exists()
