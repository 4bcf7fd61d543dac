"""The matcher of search and diagnosis, run in a browser without the site around it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import yaml

SCRIPTS = ("atlas-text.js", "atlas-match.js", "atlas-installed.js")
HERE = Path(__file__).parent
SEARCH = """([text, times]) => {
  const started = performance.now();
  for (let i = 1; i < times; i++) AtlasMatch.search(window.built, text);
  const hits = AtlasMatch.search(window.built, text).slice(0, 10);
  const milliseconds = (performance.now() - started) / times;
  return { milliseconds, hits: hits.map(hit => ({
    id: hit.doc.location.replace(/.*\\/|\\.html$/g, ""), score: hit.score, fits: hit.fits, reasons: hit.reasons })) };
}"""
# Copies of the rules under other IDs, each with its own words, so that they do not only repeat one another.
MORE = """count => {
  const rules = atlasIndex.rules, more = [];
  for (let i = 0; more.length + rules.length < count; i++) {
    const rule = rules[i % rules.length], round = 1 + Math.floor(i / rules.length);
    const other = text => text.replace(/\\b([a-z]{5,})\\b/g, (word, _, place) => (place + i) % 5 ? word : word + round);
    more.push({ ...rule, location: `rules/X${i}.html`, title: other(rule.title), text: other(rule.text),
      symbols: rule.symbols.map(other), messages: rule.messages.map(([text, where]) => [other(text), where]),
      more: other(rule.more) });
  }
  const started = performance.now();
  window.built = AtlasMatch.build(rules.concat(more));
  return performance.now() - started;
}"""


@dataclass(frozen=True)
class Found:
    """What the matcher said: rule IDs, best first; whether the first fits; the reasons for it; the time it took."""

    ids: list[str]
    fits: bool
    reasons: list[dict]
    milliseconds: float

    def rank(self, wanted: list[str]) -> int:
        """Place of the first of `wanted`, from 1; 99 where none was found."""
        return next((place for place, id in enumerate(self.ids, 1) if id in wanted), 99)


class Matcher:
    """`atlas-match.js` with an index of rules, in a page of `browser`."""

    def __init__(self, browser, root: Path, index: str):
        """`index` is the text of `atlas-index.js`."""
        self.page = browser.new_page()
        for name in SCRIPTS:
            self.page.add_script_tag(content=(root / "docs/assets/javascripts" / name).read_text(encoding="utf-8"))
        self.page.add_script_tag(content=index)
        self.page.evaluate(
            "() => { AtlasText.use(atlasIndex.patterns); window.built = AtlasMatch.build(atlasIndex.rules); }"
        )

    def search(self, text: str, times: int = 1) -> Found:
        """The ten best rules for a text; `times` repeats it for a steadier figure of its time."""
        told = self.page.evaluate(SEARCH, [text, times])
        hits = told["hits"]
        first = hits[0] if hits else {"fits": False, "reasons": []}
        return Found([hit["id"] for hit in hits], first["fits"], first["reasons"], told["milliseconds"])

    def grow(self, count: int) -> float:
        """Search from now on among `count` rules; returns the milliseconds that building the index took."""
        return self.page.evaluate(MORE, count)


def traceback(report: dict) -> str:
    """A report as the end of a traceback, with the line that failed."""
    lines = ["Traceback (most recent call last):", '  File "/srv/ada/train.py", line 41, in <module>']
    return "\n".join([*lines, "    " + report["code"].splitlines()[0], report["query"]])


def data(name: str) -> list[dict]:
    """One of the files of queries beside this module."""
    return yaml.safe_load((HERE / f"{name}.yml").read_text(encoding="utf-8"))
