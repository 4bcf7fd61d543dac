"""The form in which a reader pastes what went wrong. No MkDocs here."""

from __future__ import annotations

from scripts.website import facts, search, tables
from scripts.website.view import View, relative

SCRIPTS = (
    "assets/javascripts/atlas-text.js",
    "assets/javascripts/atlas-match.js",
    "assets/javascripts/atlas-installed.js",
    search.SCRIPT,
)
EXAMPLE_MESSAGE = "TFU2004"
EXAMPLE_CODE = "tf.keras.optimizers.Adam(lr=0.001)"


def form(view: View, here: str, rows: int) -> str:
    """The form, with the place for its answer, as HTML for the page at `here`."""
    return view.render(
        "diagnose.html.j2",
        here,
        rows=rows,
        root=relative("index.html", here).removesuffix("index.html"),
        scripts=[relative(path, here) for path in SCRIPTS],
        examples=examples(view),
    )


def examples(view: View) -> list[tuple[str, str]]:
    """What a newcomer may try: (what it is, text). The message and the versions are those that were measured."""
    site = view.site
    found = []
    if EXAMPLE_MESSAGE in site.rules:
        seen = facts.seen(site.measured(site.rules[EXAMPLE_MESSAGE]), site.releases)
        found += [("a message", facts.printed(one)) for one in seen[:1]]
    found.append(("a line of code", EXAMPLE_CODE))
    environment = site.releases.environments[site.releases.newest]
    lock = tables.installed(site.registry.root, environment)
    versions = {"tensorflow": environment.release.patch} | {
        name: lock[name] for name in ("keras", "numpy", "protobuf") if name in lock
    }
    found.append(("a pip freeze", "\n".join(f"{name}=={version}" for name, version in versions.items())))
    return found
