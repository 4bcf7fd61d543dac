"""Rule files come from strangers: whatever is wrong in one is told with file, line, field and what to do."""

import json

import pytest

from scripts.registry.load import inspect, load, rule_schema

RULE = "rules/layers/TFU2001-v1-variable-weights-not-tracked.yml"


def faults(checkout) -> list[str]:
    return [str(fault) for fault in inspect(checkout.root)[1]]


def test_the_untouched_copy_has_no_fault(checkout):
    assert faults(checkout) == []
    assert list(load(checkout.root).rules) == ["TFU2001"]


@pytest.mark.parametrize(
    ("old", "new", "field", "what"),
    [
        (
            "status: stable",
            "status: stabel",
            "status",
            "'stabel' is none of 'draft', 'stable' or 'withdrawn'",
        ),
        ("impact: silent", "impct: silent", "impct", "unknown key: remove it (did you mean 'impact'?)"),
        ("change: behaviour", "change: 3", "change", "is none of"),
        ('breaks_from: "2.16"', "breaks_from: 2.16", "versions.tensorflow.breaks_from", 'in quotes ("2.16")'),
        (
            'breaks_from: "2.16"',
            'breaks_from: "2.61"',
            "versions.tensorflow.breaks_from",
            "did you mean '2.6'",
        ),
        (
            'breaks_from: "2.16"',
            'warns_from: "2.17", breaks_from: "2.16"',
            "breaks_from",
            "is before warns_from",
        ),
        ("related: []", "related: [TFU2999]", "related.0", "TFU2999 does not exist: remove it"),
        ("related: []", "related: [TFU2001]", "related.0", "is this rule itself"),
        ("id: TFU2001", "id: TFU2002", "slug", "the file must be called TFU2002-"),
        ("id: TFU2001", "id: TFU201", "id", "does not fit the pattern"),
        ("id: TFU2001", "id: TFU3001", "id", "category 3 lives in rules/training/"),
        ("  safety: safe", "  safety: manual", "fix.why", "is missing: a fix that is manual says why"),
        ("impact: silent", "impact: silent\nimpact: error", "impact", "the key stands twice (first in line"),
        ("impact: silent", "impact: &a silent\nslug: *a", "slug", "an alias (*name)"),
        (
            "impact: silent",
            "impact: !!python/name:os.system silent",
            "impact",
            "remove it, rule files hold plain values",
        ),
        ("impact: silent", "\timpact: silent", "", "a tab in the indentation: YAML allows spaces only"),
        ("summary: From", "summary: From: ", "", "into quotes"),
        ("references:", "refs:", "references", "is missing: add it"),
        ("tf.compat.v1.Variable\n", "tf.compat.v1.Varable\n", "", "run `atlas verify TFU2001 --all`"),
    ],
)
def test_what_is_wrong_is_told(checkout, old, new, field, what):
    checkout.replace(old, new)
    told = faults(checkout)
    assert any(field in fault and what in fault for fault in told), told


def test_a_fault_names_file_line_and_field(checkout):
    checkout.replace('breaks_from: "2.16"', 'breaks_from: "2.61"')
    line = checkout.line_of("2.61")
    assert any(
        fault.startswith(f'{RULE}:{line}: versions.tensorflow.breaks_from: "2.61" is not a release (did you mean')
        for fault in faults(checkout)
    )


def test_all_faults_come_at_once(checkout):
    checkout.replace("status: stable", "status: stabel")
    checkout.replace("impact: silent", "impact: loud")
    (checkout.root / "rules/layers/TFU2002-other.yml").write_text("id: TFU2002\n")
    told = "\n".join(faults(checkout))
    assert "stabel" in told and "loud" in told and "TFU2002-other.yml" in told


def test_not_utf8(checkout):
    checkout.yaml.write_bytes(checkout.yaml.read_bytes().replace(b"never learns", b"never \xff learns"))
    line = next(n for n, text in enumerate(checkout.yaml.read_bytes().split(b"\n"), 1) if b"\xff" in text)
    assert f"{RULE}:{line}: not UTF-8 text: save the file as UTF-8" in faults(checkout)


def test_an_alias_bomb_is_refused_at_once(checkout):
    bomb = "a: &a [x, x, x, x, x, x, x, x, x]\n"
    for last, name in zip("abcdefgh", "bcdefghi", strict=True):
        bomb += f"{name}: &{name} [{', '.join(['*' + last] * 9)}]\n"
    checkout.yaml.write_text(bomb)
    told = faults(checkout)
    assert any("an alias (*name)" in fault for fault in told)
    assert len("".join(told)) < 20_000


def test_deep_nesting_is_survived(checkout):
    checkout.yaml.write_text("id: " + "[" * 5000 + "]" * 5000)
    assert any(RULE in fault for fault in faults(checkout))


@pytest.mark.parametrize("content", ["", "- a\n- b\n", "just text\n", "? [a, b]\n: c\n"])
def test_a_file_that_is_no_rule(checkout, content):
    checkout.yaml.write_text(content)
    assert any(fault.startswith(RULE) for fault in faults(checkout))


def test_an_id_that_stands_twice(checkout):
    copy = checkout.yaml.with_name("TFU2001-the-same.yml")
    copy.write_text(checkout.yaml.read_text().replace("slug: v1-variable-weights-not-tracked", "slug: the-same"))
    assert any("TFU2001 is taken by" in fault and "take the next free ID" in fault for fault in faults(checkout))


def test_a_missing_snippet(checkout):
    (checkout.example / "after.py").unlink()
    assert any("runnable_examples/TFU2001/after.py is missing: write it" in fault for fault in faults(checkout))


def test_a_snippet_without_result(checkout):
    (checkout.example / "after.py").write_text("print(1)\n")
    assert any("after.py: result: is never set" in fault for fault in faults(checkout))


def test_an_orphan_example_folder(checkout):
    (checkout.root / "runnable_examples/TFU2999").mkdir()
    assert any("TFU2999: an example folder without a rule" in fault for fault in faults(checkout))


def test_a_missing_lock(checkout):
    (checkout.root / "runnable_examples/environments/2.7.txt").unlink()
    assert any("2.7.txt: is missing: run `atlas lock 2.7`" in fault for fault in faults(checkout))


def test_html_and_template_syntax_are_plain_text(checkout):
    nasty = "<script>alert(1)</script> {{ config }} {% raw %}"
    checkout.replace('title: "Weights kept in `tf.compat.v1.Variable` are no longer trained"', f'title: "{nasty}"')
    assert load(checkout.root).rules["TFU2001"].title == nasty


def test_the_schema_in_the_repository_is_current(root):
    assert (root / "rules/rule.schema.json").read_text() == rule_schema()


def test_a_schema_that_is_not_current_is_a_fault(checkout):
    path = checkout.root / "rules/rule.schema.json"
    path.write_text(json.dumps({**json.loads(path.read_text()), "title": "Old"}))
    assert "rules/rule.schema.json: is not current: run `atlas schema`" in faults(checkout)
