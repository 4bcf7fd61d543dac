"""How a rule's old code is found by the tools of others, as far as it was proven, and what they cannot see."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from scripts.export import semgrep
from scripts.export.detection import targets
from scripts.export.proven import current
from scripts.export.spelling import distinctive
from scripts.registry.real_code import Judged, Measured
from scripts.registry.real_code import read as read_real_code
from scripts.registry.rule import Rule, Safety
from scripts.website.site import Site

TITLES = {"semgrep": "Semgrep", "ruff": "Ruff", "ast-grep": "ast-grep"}
PROVEN = {
    "lines": "reports each line of the examples that the rule is about",
    "files": "reports every example that has the old code, though not each line of it",
}


@dataclass(frozen=True)
class Way:
    """A tool that finds a rule's old code: what to paste, and what was proven."""

    tool: str
    title: str
    commands: str
    proven: str


class Finding:
    """What pages say about tools. Built once for a site."""

    def __init__(self, site: Site):
        """`site` tells where the packs are published."""
        self._site = site

    @cached_property
    def proofs(self):
        """The proofs that belong to the rules as they are."""
        return current(self._site.registry)

    @cached_property
    def pack_size(self) -> int:
        """How many rules Semgrep looks for."""
        return sum(1 for rule in self._site.live if semgrep.semgrep_rules(self._site.registry, rule)[0])

    def ways(self, rule: Rule) -> list[Way]:
        """The tools that were proven to find a rule's old code."""
        proof = self.proofs.get(rule.id)
        return [
            Way(tool, TITLES[tool], self._commands(tool, rule), PROVEN[one.found])
            for tool, one in (proof.tools.items() if proof else ())
        ]

    def fix(self, rule: Rule) -> str:
        """What to paste to have the old code mended, "" where that was not proven."""
        proof = self.proofs.get(rule.id)
        if not proof or not proof.fix:
            return ""
        return f"semgrep --config {self._address(f'{semgrep.BASE}/fixes/{rule.id}.yml')} --autofix ."

    def default_fix(self, rule: Rule) -> bool:
        """Whether the fix is in the pack of safe fixes."""
        return rule.fix.safety is Safety.SAFE

    def unseen(self, rule: Rule) -> list[str]:
        """What the tools cannot see, in Markdown: the rule's own words, then what follows from what is looked for."""
        wanted = targets(self._site.registry, rule)
        told = [rule.detect.unseen] if rule.detect and rule.detect.unseen else []
        receivers = rule.detect.receivers if rule.detect else None
        members = [one for one in wanted if one.kind == "member"]
        loud = [one for one in members if receivers == "any" or not receivers and distinctive(one.member, one.argument)]
        if loud:
            told.append(
                f"Whose {_list(loud)} it is: {'they are' if len(loud) > 1 else 'it is'} found by name on any object. "
                "`certain.yml` reports only objects that are made in the same file."
            )
        if len(loud) < len(members):
            quiet = [one for one in members if one not in loud]
            told.append(
                f"{_list(quiet)} of objects whose name does not tell what they are, and that are not made in the same "
                "file."
            )
        if any(one.argument for one in wanted):
            told.append("An argument that is given by position, or by `**options`.")
        if wanted:
            told.append("Names that are put together at run time, such as `getattr(tf, name)`.")
        return told

    def pairs(self) -> dict[str, dict[str, int]]:
        """How many rules the pack of each pair of releases has: {from: {to: number}}."""
        registry, minors = self._site.registry, self._site.releases.minors
        rules = [rule for rule in self._site.live if semgrep.semgrep_rules(registry, rule)[0]]
        return {
            source: {target: len(semgrep.between(registry, rules, source, target)) for target in minors[start + 1 :]}
            for start, source in enumerate(minors[:-1])
        }

    def fixable(self) -> tuple[list[Rule], list[Rule]]:
        """The rules in the two packs of fixes: safe, and not safe."""
        rules = [self._site.rules[id] for id, proof in self.proofs.items() if proof.fix and id in self._site.rules]
        safe = [rule for rule in rules if rule.fix.safety is Safety.SAFE]
        return safe, [rule for rule in rules if rule not in safe]

    def real_code(self) -> tuple[Measured | None, list[Judged]]:
        """The last run of the packs on public code, and the findings that were judged by hand."""
        return read_real_code(self._site.registry.root)

    def counts(self, tool: str) -> tuple[int, int]:
        """How many rules a tool was proven to find, and how many of them line by line."""
        found = [proof.tools[tool].found for proof in self.proofs.values() if tool in proof.tools]
        return len(found), found.count("lines")

    def _commands(self, tool: str, rule: Rule) -> str:
        if tool == "semgrep":
            return f"semgrep --config {self._address(f'{semgrep.BASE}/rules/{rule.id}.yml')} ."
        if tool == "ruff":
            address = self._address("exports/ruff.toml")
            return f"curl -O {address}\nruff check --config ruff.toml --select TID251 . | grep -A 8 {rule.id}"
        address = self._address(f"exports/ast-grep/rules/{rule.id}.yml")
        return f"curl -O {address}\nast-grep scan --rule {rule.id}.yml ."

    def _address(self, path: str) -> str:
        return f"{self._site.addresses.site}/{path}"


def _list(targets) -> str:
    names = list(dict.fromkeys(f"`.{one.member}`" for one in targets))
    return ", ".join(names[:4]) + (" …" if len(names) > 4 else "")
