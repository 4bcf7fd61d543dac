"""The exports in the built site: every address that they give leads to a file, and pages name their copies."""

import json
import re
import runpy

from scripts.export import constraints, recipes, sarif
from scripts.export.formats import FORMATS
from scripts.registry.load import load

from .test_pages import Tags, relative_target

PAGES = [
    "api.html",
    "tools.html",
    *(f"tools/{name}.html" for name in ("agents", "ci", "constraints", "sarif", "spreadsheet")),
]


def test_every_help_address_is_a_page_of_the_site(site):
    driver = json.loads((site / sarif.PATH).read_text())["runs"][0]["tool"]["driver"]
    for rule in driver["rules"]:
        assert rule["helpUri"].startswith(driver["informationUri"])
        assert (site / rule["helpUri"].removeprefix(driver["informationUri"])).is_file()


def test_every_page_of_a_rule_names_its_copy(site):
    for path in site.glob("rules/TFU????.html"):
        (name,) = re.findall(r'<link rel=" alternate" type="text/markdown" href="([^"]+)">', path.read_text())
        assert name == f"{path.stem}.md" and (path.parent / name).read_text().startswith(f"# {path.stem}: ")


def test_every_format_is_in_the_site_as_it_is_exported(site, root):
    registry = load(root)
    for name, files in FORMATS.items():
        for path, content in files(registry):
            assert (site / path).read_bytes() == content, (name, path)
    for path in ("llms.txt", "llms-full.txt", "exports/tf-upgrade-atlas/SKILL.md"):
        assert (site / path).stat().st_size > 1000


def test_every_page_about_tools_is_tested_and_listed(site):
    found = {path.relative_to(site).as_posix() for path in site.glob("tools/*.html")} | {"api.html", "tools.html"}
    listed = {relative_target("tools.html", one) for one in Tags((site / "tools.html").read_text()).addresses}
    assert found - {"tools.html"} <= listed
    assert set(PAGES) <= found


def test_the_lines_to_paste_name_files_of_the_site(site, root):
    """Every address that a page or a recipe tells to fetch; the pack for Ruff is there where it is exported."""
    base = json.loads((site / sarif.PATH).read_text())["runs"][0]["tool"]["driver"]["informationUri"]
    texts = [(site / path).read_text() for path in PAGES]
    texts += [path.read_text() for path in (site / recipes.FOLDER).iterdir()]
    fetched = {one.removeprefix(base) for text in texts for one in re.findall(rf"{re.escape(base)}[\w/.-]+", text)}
    assert f"{constraints.FOLDER}/2.15.txt" in fetched
    assert {one for one in fetched if not (site / one).exists()} == set()


def test_the_script_that_is_offered_is_the_tested_one(site, root):
    path = "exports/sarif_with_rules.py"
    assert (site / path).read_bytes() == (root / "docs" / path).read_bytes()
    assert callable(runpy.run_path(str(site / path))["merge"])
