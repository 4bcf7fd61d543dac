"""How the time to build the site grows with the number of rules, against the least that it could take."""

from __future__ import annotations

import re
import resource
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

from scripts.registry.content import EXAMPLES
from scripts.registry.load import Registry, inspect
from scripts.website import pages
from scripts.website.site import Addresses, Site
from scripts.website.view import View

TRIVIAL = jinja2.Template("<!doctype html><title>{{ title }}</title>{{ body }}")


@dataclass(frozen=True)
class SiteCost:
    """One size of registry: seconds of CPU time to build and of the floor, bytes of the largest rule page."""

    rules: int
    build: float
    floor: float
    largest_page: int


def site_cost(registry: Registry, scratch: Path, rules: int, extensions: list, options: dict) -> SiteCost:
    """Build a site of `rules` synthetic copies in `scratch`; `extensions` and `options` are Python-Markdown's."""
    project = synthetic(registry, scratch, rules)
    started = _cpu_of_children()
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "-f", project / "mkdocs.yml"]
    done = subprocess.run(command, cwd=project, capture_output=True, text=True)
    if done.returncode != 0:
        raise RuntimeError(f"mkdocs build fails with {rules} rules: {done.stderr[-2000:]}")
    built = _cpu_of_children() - started
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
    """A copy of the project with `count` rules or all there are, made by giving copies of the real ones new IDs."""
    project = scratch / str(count)
    tracked = subprocess.run(["git", "ls-files", "-z"], cwd=registry.root, capture_output=True, check=True).stdout
    for name in tracked.decode().split("\0"):
        if name and (registry.root / name).exists():
            (project / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(registry.root / name, project / name)
    numbers = {category: category * 1000 + 1 for category in registry.categories}
    real = list(registry.rules.values())
    taken = {rule.id for rule in real}
    made = len(real)
    while made < count:
        rule = real[made % len(real)]
        name = None
        while name is None:
            candidate = f"TFU{numbers[rule.category]}"
            numbers[rule.category] += 1
            name = candidate if candidate not in taken else None
        text = (registry.root / registry.source(rule)).read_text().replace(f"id: {rule.id}", f"id: {name}", 1)
        path = project / registry.source(rule).replace(rule.id, name)
        path.write_text(text)
        shutil.copytree(registry.root / EXAMPLES / rule.id, project / EXAMPLES / name)
        made += 1
    (project / "permalinks.lock").write_text("".join(f"{path.name}\n" for path in (project / EXAMPLES).glob("TFU*")))
    return project


def floor(project: Path, extensions: list, options: dict) -> float:
    """Seconds of CPU time to make the same pages without MkDocs and its theme: the least that any generator would take.

    Reads the registry, renders the templates, converts with the same Markdown extensions, and writes each page into a
    trivial template.
    """
    started = time.process_time()
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
    return time.process_time() - started


def _cpu_of_children() -> float:
    spent = resource.getrusage(resource.RUSAGE_CHILDREN)
    return spent.ru_utime + spent.ru_stime
