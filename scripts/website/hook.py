"""The MkDocs hook: loads the registry, hands the generated pages over, and watches the data while serving.

With `build` any fault ends the build, after all faults were printed. With `serve` faults are warnings, and
what can be read is shown, so that a writer sees a page grow.
"""

from __future__ import annotations

import logging
from pathlib import Path

from mkdocs.exceptions import Abort
from mkdocs.structure.files import File, Files

from scripts.registry.faults import RegistryFaults
from scripts.registry.load import Registry, inspect
from scripts.website import formats, guides, history, pages, permalinks, redirects, theme
from scripts.website.site import Addresses, Site
from scripts.website.view import View

log = logging.getLogger("mkdocs.hooks.atlas")
FOLDERS = {"Guides": ("guides/",), "Tools": ("tools.md", "tools/", "api.md")}
_serving = False


def on_startup(*, command: str, dirty: bool) -> None:
    """Remember whether this is `mkdocs serve`."""
    global _serving
    _serving = command == "serve"


def on_config(config):
    """Load the registry; macros find it as `config.extra["atlas"]`."""
    root = Path(config.config_file_path).resolve().parent
    addresses = Addresses(config.site_url.rstrip("/"), config.repo_url.rstrip("/"))
    config.extra["atlas"] = View(Site(_registry(root), addresses))
    config.extra["atlas_lenient"] = _serving
    return config


def on_files(files: Files, config) -> Files:
    """Add the generated pages, and whole folders to the navigation."""
    view = config.extra["atlas"]
    for page in pages.pages(view):
        _add(files, config, page)
    safe = bool(config.extra.get("redirects_safe_anywhere")) or redirects.ignores_case(Path(config.site_dir))
    for page in pages.redirect_pages(view, safe):
        _add(files, config, page)
    _folders_in_nav(files, config)
    return files


def on_post_page(output: str, page, config) -> str:
    """Mend what the theme writes."""
    return theme.mended(output)


def on_post_template(output_content: str, template_name: str, config) -> str:
    """The same for 404.html; the theme's other templates are no pages."""
    return theme.mended(output_content) if template_name == "404.html" else output_content


def on_post_build(config) -> None:
    """Write the exports that are made of pages."""
    for files in formats.FORMATS.values():
        list(formats.written(files(config.extra["atlas"]), Path(config.site_dir)))


def on_serve(server, config, builder):
    """Rebuild when a rule, an example or a template changes."""
    root = view_root(config)
    for folder in ("rules", "runnable_examples", "scripts/website", "scripts/export"):
        server.watch(str(root / folder))
    return server


def view_root(config) -> Path:
    """The checkout that is shown."""
    return config.extra["atlas"].site.registry.root


def _registry(root: Path) -> Registry:
    try:
        registry, faults = inspect(root)
    except RegistryFaults as error:
        raise Abort(f"The registry cannot be read:\n{error}") from error
    told = [str(fault) for fault in faults]
    told += [
        f"{permalinks.LOCK}: {id} was published and is gone: withdraw it, do not delete it"
        for id in permalinks.lost(registry)
    ]
    told += history.faults(root)
    if told and not _serving:
        raise Abort(f"{len(told)} faults in the registry:\n" + "\n".join(told))
    for fault in told:
        log.warning(fault)
    return registry


def _add(files: Files, config, page: pages.Page) -> None:
    file = File.generated(config, page.path, content=page.text)
    if page.source:
        file.edit_uri = f"../{page.source}"
    files.append(file)


def _folders_in_nav(files: Files, config) -> None:
    """Fill an entry of the navigation with all pages of a folder: its index, guides in their order, others by name.

    A new entry goes before the last.
    """
    order = {f"guides/{one.name}.md": place for place, one in enumerate(guides.guides(view_root(config)))}
    for title, folder in FOLDERS.items():
        found = sorted(
            (file.src_uri for file in files.documentation_pages() if file.src_uri.startswith(folder)),
            key=lambda path: (path not in (folder[0], f"{folder[0]}index.md"), order.get(path, 0), path),
        )
        if config.nav is None or not found:
            continue
        place = next((index for index, one in enumerate(config.nav) if title in one), None)
        if place is None:
            place = len(config.nav) - 1
            config.nav.insert(place, {})
        config.nav[place] = {title: found}
