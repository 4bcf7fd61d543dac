"""The CSV file opens in a spreadsheet as it is meant."""

import csv
import io

import pytest

from scripts.export import api, spreadsheet


def rows(content):
    assert content.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def test_a_line_for_each_rule(exported, registry):
    found = rows(exported[spreadsheet.PATH])
    assert [row["id"] for row in found] == [rule.id for rule in api.live(registry)]
    assert all(row["url"].endswith(f"/rules/{row['id']}.html") and row["licence"] == "CC0-1.0" for row in found)


def test_a_release_is_not_taken_for_a_number(exported):
    values = {row["breaks_from"] for row in rows(exported[spreadsheet.PATH])}
    assert "TF 2.10" in values
    assert not [value for value in values if value[:1].isdigit()]


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"])
def test_no_cell_is_a_formula(text):
    assert spreadsheet.harmless(text) == "'" + text
    assert spreadsheet.harmless(f"x{text}") == f"x{text}"


def test_a_stranger_cannot_put_a_formula_in(nasty):
    rule = nasty.rules["TFU2999"]
    evil = rule.model_copy(update={"title": '=HYPERLINK("http://x","y")', "summary": "@SUM(1)", "slug": "nasty"})
    nasty.rules["TFU2999"] = evil
    try:
        ((_, content),) = spreadsheet.files(nasty)
    finally:
        nasty.rules["TFU2999"] = rule
    cells = [cell for row in rows(content) for cell in row.values()]
    assert not [cell for cell in cells if cell.startswith(spreadsheet.FORMULA)]
    assert '\'=HYPERLINK("http://x","y")' in cells
