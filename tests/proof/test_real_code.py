"""What is said of public code: the record of the bench, and the findings that were judged by hand."""

import re

import pytest

from scripts.proof import bench
from scripts.registry import real_code


def test_what_was_judged_is_of_packages_that_the_bench_fetches(root):
    _, judged = real_code.read(root)
    packages = {one.split("==")[0] for one in bench.PACKAGES}
    assert len(judged) >= 200
    assert {one.package for one in judged} <= packages
    assert all(re.fullmatch(r"TFU[1-9]\d{3}", one.rule) and one.reason for one in judged)
    assert len({(one.file, one.line, one.rule) for one in judged}) == len(judged)


def test_nothing_is_said_where_nothing_was_measured(tmp_path):
    assert real_code.read(tmp_path) == (None, [])


def test_a_verdict_is_true_or_false(tmp_path):
    path = tmp_path / real_code.JUDGED
    path.parent.mkdir(parents=True)
    path.write_text("package,file,line,rule,confidence,verdict,reason\na,a.py,1,TFU3001,certain,perhaps,why\n")
    with pytest.raises(ValueError, match="verdict"):
        real_code.read(tmp_path)


def test_cost_is_told_in_times_of_one_rule():
    cost = real_code.Cost(lines=100_000, packages=("a",), one=5.0, every=15.0, ruff=0.5)
    assert cost.times == 3
