"""The round trip: give each tool the rules, let it search and mend the examples, and run what it mended."""

from __future__ import annotations

import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterable
from pathlib import Path

import yaml

from scripts.export import ast_grep, ruff, semgrep
from scripts.export.lines import expected
from scripts.export.proven import FIX, exported, keys
from scripts.lab import once
from scripts.lab.store import write_atomically
from scripts.proof import tools
from scripts.registry.faults import Fault
from scripts.registry.load import Registry
from scripts.registry.measured import same
from scripts.registry.proofs import PROOFS, Fixed, Found, Proof, Proofs, dump, read
from scripts.registry.rule import Rule

NOT_ALONE = "needs files of another release"
LEGACY = "_tf_keras.py"  # code that goes on with Keras 2: the old names are right there


def stale(registry: Registry) -> list[Fault]:
    """The rules whose proofs do not belong to them as they are; nothing where no proof was ever made."""
    if not (registry.root / PROOFS).exists():
        return []
    try:
        known = read(registry.root)
    except ValueError as error:
        what = f"was not written by `atlas prove` ({str(error).splitlines()[0]}): run it"
        return [Fault(PROOFS.as_posix(), 0, "", what)]
    faults = [
        Fault(PROOFS.as_posix(), 0, "", f"{tool} was {old}, now {new}: run `atlas prove`")
        for tool, old in known.versions.items()
        if (new := tools.tool_version(tool)) != old
    ]
    for id, rule in registry.rules.items():
        have = _keys_of(known.rules.get(id, Proof()))
        want = keys(registry, rule) if id in registry.measured else {}
        old = sorted(set(have.items()) ^ set(want.items()))
        if old:
            what = f"{id} is not proven as it stands now ({', '.join(sorted({n for n, _ in old}))}): run `atlas prove`"
            faults.append(Fault(PROOFS.as_posix(), 0, "", what))
    return faults


def prove(registry: Registry, jobs: int, say: Callable[[str], None] = lambda text: None) -> Proofs:
    """Run all tools on all examples, mend what can be mended, run it, and write the record."""
    rules = [rule for rule in registry.rules.values() if rule.id in registry.measured]
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        code = write_examples(registry, rules, place / "examples")
        found = {tool: search(registry, rules, tool, place, code) for tool in tools.PACKAGES}
        for tool, one in found.items():
            say(f"{tool}: {sum(each.holds for each in one.values())} of {len(one)} rules hold")
        fixed = mend(registry, rules, place, jobs)
        say(f"fixes: {sum(each.holds for each in fixed.values())} of {len(fixed)} rules hold")
    versions = {tool: tools.tool_version(tool) for tool in tools.PACKAGES}
    proofs = Proofs(versions=versions)
    for rule in rules:
        by_tool = {tool: one[rule.id] for tool, one in found.items() if rule.id in one}
        if by_tool or rule.id in fixed:
            proofs.rules[rule.id] = Proof(tools=by_tool, fix=fixed.get(rule.id))
    write_atomically(registry.root / PROOFS, dump(proofs))
    return proofs


def search(registry: Registry, rules: Iterable[Rule], tool: str, place: Path, code: Path) -> dict[str, Found]:
    """What one tool finds in the examples in `code`, by rule; `place` is a folder for its configuration."""
    some = [rule for rule in rules if tool in exported(registry, rule)]
    findings = defaultdict(list)
    for one in _run(registry, some, tool, place, code):
        findings[one.rule].append(one)
    return {rule.id: judge(registry, rule, tool, findings[rule.id]) for rule in some}


def mend(registry: Registry, rules: Iterable[Rule], place: Path, jobs: int) -> dict[str, Fixed]:
    """Let Semgrep mend the `before` files, each by its own rule alone, and run what comes out."""
    fixing = [rule for rule in rules if semgrep.fixing_rules(registry, rule)]
    code = _write_befores(registry, fixing, place / "mended")
    pack = place / "fixes.yml"
    own = [
        {**one, "paths": {"include": [f"/{rule.id}/**"]}}
        for rule in fixing
        for one in semgrep.fixing_rules(registry, rule)
    ]
    pack.write_text(yaml.dump({"rules": own}, Dumper=yaml.CSafeDumper))
    tools.semgrep(pack, code, "--autofix")
    outcomes: dict[str, dict[str, str]] = {rule.id: {} for rule in fixing}
    waiting: list[tuple[Rule, str, once.Program]] = []
    for rule in fixing:
        for name, text in registry.code(rule).items():
            if name.startswith("before"):
                mended = (code / rule.id / name).read_text(encoding="utf-8")
                if mended == text:
                    outcomes[rule.id][name] = "unchanged"
                elif rule.example.prepare_in:
                    outcomes[rule.id][name] = NOT_ALONE
                else:
                    waiting.append((rule, name, once.Program(mended, rule.example.isolated, rule.example.seconds)))
    newest = registry.releases.environments[registry.releases.newest]
    ran = once.run(registry, newest, [program for _, _, program in waiting], jobs) if waiting else []
    for (rule, name, _), outcome in zip(waiting, ran, strict=True):
        outcomes[rule.id][name] = _compare(registry, rule, name, outcome)
    return {rule.id: Fixed(key=keys(registry, rule)[FIX], files=outcomes[rule.id]) for rule in fixing}


def _run(registry: Registry, rules: list[Rule], tool: str, place: Path, code: Path) -> list[tools.Finding]:
    if tool == "semgrep":
        pack = place / "all.yml"
        pack.write_bytes(semgrep.Pack(registry).text(rules))
        return tools.semgrep(pack, code)
    if tool == "ruff":
        found = []  # one name can be banned once only, and several rules may be about it
        for index, part in enumerate(_without_shared_names(registry, rules)):
            config = place / f"ruff-{index}.toml"
            config.write_text(ruff.config(registry, part))
            found += tools.ruff(config, code)
        return found
    pack = place / "ast-grep.yml"
    pack.write_text("---\n".join(ast_grep.one_file(registry, rule) for rule in rules))
    return tools.ast_grep(pack, code)


def _without_shared_names(registry: Registry, rules: list[Rule]) -> list[list[Rule]]:
    parts: list[tuple[set, list[Rule]]] = []
    for rule in rules:
        paths = {target.path for target in ruff.named(registry, rule)}
        part = next((one for one in parts if not one[0] & paths), None)
        if part is None:
            parts.append((set(paths), [rule]))
        else:
            part[0].update(paths)
            part[1].append(rule)
    return [some for _, some in parts]


def judge(registry: Registry, rule: Rule, tool: str, findings: list[tools.Finding]) -> Found:
    """What findings say of a rule; those of other rules must not be among them."""
    wanted = expected(registry, rule)
    seen = defaultdict(set)
    wrong, hits = set(), []
    for one in findings:
        id, name = one.file.split("/")
        if name.startswith("before"):
            if id == rule.id:
                seen[name].update(range(one.start, one.end + 1))
                hits.append(one)
        else:
            wrong.add(f"{one.file}:{one.start}")
    missed = {name: left for name, lines in wanted.items() if (left := [n for n in lines if n not in seen[name]])}
    every = all(seen[name] for name, lines in wanted.items() if lines)
    some = any(wanted.values())
    found = "part" if not some else "lines" if not missed else "files" if every else "part"
    return Found(
        key=keys(registry, rule)[tool],
        found=found,
        missed=missed,
        wrong=sorted(wrong),
        likely=bool(hits) and all(one.likely for one in hits),
    )


def _compare(registry: Registry, rule: Rule, name: str, outcome: dict) -> str:
    measured = registry.measured[rule.id]
    ways = (measured.run(name, minor) for minor in registry.releases.minors)
    old = next((run for run in ways if run and run.outcome in ("ok", "warns")), None)
    if "result" not in outcome:
        error = outcome.get("error") or {}
        return f"fails: {error.get('type', 'no result')}"
    if old is None or not same(outcome["result"], old.result, rule.example.tolerance):
        return "another result"
    if any(message.get("deprecation") for message in outcome.get("messages", [])):
        return "still warns"
    return "same"


def write_examples(registry: Registry, rules: Iterable[Rule], folder: Path) -> Path:
    """Write the example files that tools search, a folder for each rule; returns the folder given."""
    for rule in rules:
        for name, text in registry.code(rule).items():
            if name.startswith(("before", "after", "bridge")) and not name.endswith(LEGACY):
                _write(folder / rule.id / name, text)
    return folder


def _write_befores(registry: Registry, rules: Iterable[Rule], folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for rule in rules:
        for name, text in registry.code(rule).items():
            if name.startswith("before"):
                _write(folder / rule.id / name, text)
    return folder


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def _keys_of(proof: Proof) -> dict[str, str]:
    found = {tool: one.key for tool, one in proof.tools.items()}
    return {**found, FIX: proof.fix.key} if proof.fix else found
