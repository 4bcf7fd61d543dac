"""How well pasted reports are answered: `python -m tests.website.measure_matching [--misses] [--no-rule]`.

Prints, for each half of `reports.yml` and for `tracebacks.yml`, how often a right rule comes first and among the first
three, how many misses there are for each reason, how often a report without a rule is told that one fits, and how long
a query takes among today's rules and among 3,000.
"""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path

from playwright.sync_api import sync_playwright

from scripts.registry.load import inspect
from scripts.website import search
from scripts.website.site import Addresses, Site
from tests.website.conftest import _launch
from tests.website.matcher import Found, Matcher, data, traceback

ROOT = Path(__file__).parents[2]


def reason(report: dict, found: Found) -> str:
    """Why another rule than the right one came first."""
    if report.get("form") == "words":
        return "told in words, not by a message"
    if found.fits and found.reasons[0]["kind"] == "message":
        return "another rule prints the same message"
    if found.fits:
        return "another rule is about a name in it"
    return "the message is not among those that were measured for its rule"


def told(name: str, pairs: list[tuple[dict, Found]]) -> str:
    """One line of figures."""
    ranks = [found.rank(report["rules"]) for report, found in pairs]
    first, three = sum(rank == 1 for rank in ranks), sum(rank <= 3 for rank in ranks)
    count = len(ranks)
    return f"{name:44} {count:4}  first {first:4} {first / count:6.1%}  top three {three:4} {three / count:6.1%}"


def main() -> None:
    """Print everything."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--misses", action="store_true", help="print each query whose right rule is not first")
    arguments.add_argument(
        "--no-rule", action="store_true", help="print each report without a rule that is said to have one"
    )
    options = arguments.parse_args()
    registry, _ = inspect(ROOT)
    index = search.script(Site(registry, Addresses("https://example.org", "https://example.org")))
    with sync_playwright() as playwright:
        browser = _launch(playwright)
        matcher = Matcher(browser, ROOT, index)
        _quality(matcher, options)
        _speed(matcher, len(registry.rules))
        browser.close()


def _quality(matcher: Matcher, options: argparse.Namespace) -> None:
    reports, tracebacks = data("reports"), data("tracebacks")
    answered = [one for one in reports if "rules" in one]
    groups = {f"reports, {half}": [one for one in answered if one["half"] == half] for half in ("tune", "check")}
    groups["reports, all"] = answered
    groups["reports, all, messages"] = [one for one in answered if one["form"] == "message"]
    found = {one["id"]: matcher.search(one["query"]) for one in reports}
    for name, group in groups.items():
        print(told(name, [(one, found[one["id"]]) for one in group]))
    coded = [(one, matcher.search(traceback(one))) for one in answered if "code" in one]
    print(told("reports, messages with the line of code", coded))
    others = [(one, matcher.search(one["text"])) for one in tracebacks]
    print(told("tracebacks of other programs", others))
    last = [(one, matcher.search(_last(one["text"]))) for one in tracebacks]
    print(told("tracebacks of other programs, last error", last))
    misses = [(one, found[one["id"]]) for one in answered if found[one["id"]].rank(one["rules"]) > 1]
    for why, count in Counter(reason(*pair) for pair in misses).most_common():
        print(f"  {count:3} misses: {why}")
    for report, answer in misses if options.misses else ():
        print(f"  {report['id']} {report['query'][:90]!r}: {answer.ids[:3]}, not {report['rules']}")
    without = [one for one in reports if "none" in one]
    wrong = [one for one in without if found[one["id"]].fits]
    print(f"{len(without)} reports without a rule; {len(wrong)} of them are told that one fits")
    for why, count in Counter(one["none"] for one in without).most_common():
        print(f"  {count:3} without: {why}")
    for report in wrong if options.no_rule else ():
        print(f"  {report['id']} {report['query'][:90]!r}: {found[report['id']].ids[0]}")


def _last(text: str) -> str:
    lines = text.splitlines()
    starts = [place for place, line in enumerate(lines) if line[:1].isalpha() and "Error" in line.split(":")[0]]
    return "\n".join(lines[starts[-1] :]) if starts else lines[-1]


def _speed(matcher: Matcher, count: int) -> None:
    texts = [one["query"] for one in data("reports")] + [one["text"] for one in data("tracebacks")]
    for size in (count, 3000):
        build = matcher.grow(size)
        times = sorted(matcher.search(text, 3).milliseconds for text in texts)
        middle, late = times[len(times) // 2], times[int(0.95 * len(times))]
        print(f"{size:5} rules: index built in {build:.0f} ms")
        print(f"{size:5} rules: a query {middle:.1f} ms, p95 {late:.1f} ms, at most {times[-1]:.1f} ms")


if __name__ == "__main__":
    main()
