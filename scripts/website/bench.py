"""How the time to build the site grows with the number of rules, against the least that it could take."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import jinja2
import markdown
from mkdocs.config import load_config

from scripts.registry.content import EXAMPLES, LOCKS
from scripts.registry.load import Registry, inspect
from scripts.registry.saved_models import FOLDER
from scripts.website import pages
from scripts.website.site import Addresses, Site
from scripts.website.view import View

TRIVIAL = jinja2.Template("<!doctype html><title>{{ title }}</title>{{ body }}")


@dataclass(frozen=True)
class SiteCost:
    """One size of registry: seconds to build, seconds of the floor, bytes of the largest rule page."""

    rules: int
    build: float
    floor: float
    largest_page: int


def site_cost(registry: Registry, scratch: Path, rules: int, extensions: list, options: dict) -> SiteCost:
    """Build a site of `rules` synthetic copies in `scratch`; `extensions` and `options` are Python-Markdown's."""
    project = synthetic(registry, scratch, rules)
    started = time.monotonic()
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "-f", project / "mkdocs.yml"]
    done = subprocess.run(command, cwd=project, capture_output=True, text=True)
    if done.returncode != 0:
        raise RuntimeError(f"mkdocs build fails with {rules} rules: {done.stderr[-2000:]}")
    built = time.monotonic() - started
    made = [path for path in (project / "site/rules").glob("TFU*.html") if re.fullmatch(r"TFU\d{4}", path.stem)]
    largest = max(path.stat().st_size for path in made)
    return SiteCost(rules, built, floor(project, extensions, options), largest)


def rows(registry: Registry, sizes: list[int]) -> list[tuple[str, str, str]]:
    """The site's rows of the benchmark's table: what, measured, aim."""
    config = load_config(str(registry.root / "mkdocs.yml"))
    found = []
    with tempfile.TemporaryDirectory(prefix="atlas-bench-") as scratch:
        for size in sizes:
            one = site_cost(registry, Path(scratch), size, config.markdown_extensions, config.mdx_configs)
            found += [
                (f"site of {one.rules} rules", f"{one.build:.1f} s", ""),
                (f"site of {one.rules} rules / floor ({one.floor:.1f} s)", f"{one.build / one.floor:.2f}", "at most 2"),
                (f"site of {one.rules} rules: largest rule page", f"{one.largest_page / 1024:.0f} KB", "under 60 KB"),
            ]
    return found


def synthetic(registry: Registry, scratch: Path, count: int) -> Path:
    """A copy of the project with `count` rules, made by giving copies of the real ones new IDs."""
    project = scratch / str(count)
    for name in ("docs", "scripts"):
        shutil.copytree(registry.root / name, project / name, ignore=shutil.ignore_patterns("__pycache__"))
    for folder in (LOCKS, FOLDER):
        shutil.copytree(registry.root / folder, project / folder)
    for name in ("mkdocs.yml", "rules/releases.yml", "rules/categories.yml", "rules/rule.schema.json"):
        (project / name).parent.mkdir(exist_ok=True)
        shutil.copy(registry.root / name, project / name)
    numbers = {category: category * 1000 + 1 for category in registry.categories}
    made = 0
    # The real IDs come first, since hand-written pages refer to them.
    real = list(registry.rules.values())
    taken = {rule.id for rule in real}
    while made < max(count, len(real)):
        rule = real[made % len(real)]
        name = rule.id if made < len(real) else None
        while name is None:
            candidate = f"TFU{numbers[rule.category]}"
            numbers[rule.category] += 1
            name = candidate if candidate not in taken else None
        text = (registry.root / registry.source(rule)).read_text().replace(f"id: {rule.id}", f"id: {name}", 1)
        path = project / registry.source(rule).replace(rule.id, name)
        path.parent.mkdir(exist_ok=True)
        path.write_text(text)
        shutil.copytree(registry.root / EXAMPLES / rule.id, project / EXAMPLES / name)
        made += 1
    (project / "permalinks.lock").write_text("".join(f"{path.name}\n" for path in (project / EXAMPLES).glob("TFU*")))
    return project


def floor(project: Path, extensions: list, options: dict) -> float:
    """Seconds to make the same pages without MkDocs and its theme: the least that any generator would take.

    Reads the registry, renders the templates, converts with the same Markdown extensions, and writes each page into a
    trivial template.
    """
    started = time.monotonic()
    target = project / "floor"
    converter = markdown.Markdown(extensions=extensions, extension_configs=options)
    registry, _ = inspect(project)
    view = View(Site(registry, Addresses("https://example.org", "https://example.org")))
    for page in pages.pages(view):
        path = target / page.path
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.suffix == ".md":
            body = converter.reset().convert(page.text.partition("\n---\n")[2])
            path.with_suffix(".html").write_text(TRIVIAL.render(title=page.path, body=body))
        else:
            path.write_bytes(page.text if isinstance(page.text, bytes) else page.text.encode())
    return time.monotonic() - started
