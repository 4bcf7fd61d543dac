"""Loads the registry: every rule, its measurements, and every fault at once."""

from __future__ import annotations

import difflib
import itertools
import json
import re
from dataclasses import dataclass, field
from pathlib import Path

from pydantic import BaseModel, ValidationError

from scripts.registry import contract, explained, keras_axis, measured, real_code, requirements, saved_models
from scripts.registry.content import (
    CENSUS,
    EXAMPLES,
    LOCKS,
    PREPARE,
    PROTOCOL,
    Keys,
    example_files,
    example_folder,
    lock_path,
)
from scripts.registry.faults import Fault, RegistryFaults
from scripts.registry.measured import Measured
from scripts.registry.releases import Releases
from scripts.registry.requirements import PROGRAM
from scripts.registry.rule import RULE_ID, Categories, Category, Impact, Rule, Status
from scripts.registry.yaml_file import YamlFile

SCHEMA = Path("rules/rule.schema.json")


@dataclass
class Registry:
    """All that is known: claims and measurements, by rule."""

    root: Path
    releases: Releases
    categories: dict[int, Category]
    rules: dict[str, Rule] = field(default_factory=dict)
    measured: dict[str, Measured] = field(default_factory=dict)
    measured_with_keras: dict[str, Measured] = field(default_factory=dict)
    sources: dict[str, YamlFile] = field(default_factory=dict)
    subject: saved_models.Subject | None = None
    saved_models: dict[str, saved_models.Record] = field(default_factory=dict)
    _code: dict[str, dict[str, str]] = field(default_factory=dict, repr=False)

    def source(self, rule: Rule) -> str:
        """Path of a rule's YAML file, from the root."""
        return self.sources[rule.id].name

    def on_keras_axis(self, rule: Rule) -> bool:
        """Whether a rule must be measured with every Keras 3 minor; only what was measured tells."""
        return rule.id in self.measured and keras_axis.concerns(rule, self.measured[rule.id], self.releases)

    def code(self, rule: Rule) -> dict[str, str]:
        """Text of each example file of a rule, `prepare.py` included, in the order of reading; read once."""
        if rule.id not in self._code:
            folder = example_folder(self.root, rule)
            names = [PREPARE] if (folder / PREPARE).exists() else []
            names += [PROGRAM] if rule.example.requirements else []
            names += example_files(self.root, rule)
            self._code[rule.id] = {name: (folder / name).read_text() for name in names}
        return self._code[rule.id]


def load(root: Path) -> Registry:
    """The whole registry, checked. Raises RegistryFaults with everything that is wrong."""
    registry, faults = inspect(root)
    if faults:
        raise RegistryFaults(faults)
    return registry


def inspect(root: Path) -> tuple[Registry, list[Fault]]:
    """The part of the registry that can be read, and everything that is wrong with the rest.

    Raises RegistryFaults only when `releases.yml` or `categories.yml` cannot be used.
    """
    registry, faults = read(root)
    faults += _schema(root)
    faults += _examples(registry)
    faults += _measurements(registry)
    registry.subject, registry.saved_models, more = saved_models.inspect(root, registry.releases)
    for rule in registry.rules.values():
        if lack := saved_models.unsupported(rule):
            more.append(_fault(registry, rule, *lack))
    for rule in registry.rules.values() if registry.subject and registry.saved_models else ():
        told = saved_models.contradictions(rule, registry.subject, registry.saved_models, registry.releases)
        more += [_fault(registry, rule, place, what) for place, what in told]
    if registry.subject and registry.saved_models:
        more += explained.check(
            root, registry.rules.values(), registry.subject, registry.saved_models, registry.releases
        )
    return registry, sorted(set(faults + more))


def read(root: Path) -> tuple[Registry, list[Fault]]:
    """The rules, and the faults in their files alone; measurements and examples are not looked at.

    Raises RegistryFaults when `releases.yml` or `categories.yml` cannot be used.
    """
    releases_file = YamlFile(root / "rules/releases.yml", "rules/releases.yml")
    categories_file = YamlFile(root / "rules/categories.yml", "rules/categories.yml")
    releases, categories = _model(Releases, releases_file), _model(Categories, categories_file)
    if releases is None or categories is None:
        raise RegistryFaults(releases_file.faults + categories_file.faults)
    registry = Registry(root, releases, {one.number: one for one in categories.categories})
    files = []
    for path in sorted((root / "rules").glob("*/*")):
        name = path.relative_to(root).as_posix()
        if path.suffix == ".yaml":
            files.append(YamlFile(path, name))
            files[-1].fault((), "rename it to end in .yml")
        elif path.suffix == ".yml":
            files.append(YamlFile(path, name))
            _add(registry, path, files[-1])
    for rule in registry.rules.values():
        _cross_check(registry, rule)
    registry.rules = dict(sorted(registry.rules.items()))
    return registry, [fault for one in files for fault in one.faults]


def rule_schema() -> str:
    """The JSON Schema of a rule file, as kept in the repository."""
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **Rule.model_json_schema()}
    return json.dumps(schema, indent=2) + "\n"


def _model(model: type[BaseModel], file: YamlFile):
    """The content of a file as `model`; None, with faults noted, when it does not fit."""
    if file.faults:
        return None
    if not isinstance(file.data, dict):
        file.fault((), f"holds no {model.__name__.lower()}: write `key: value` lines (see CONTRIBUTING.md)")
        return None
    try:
        return model.model_validate(file.data)
    except ValidationError as error:
        for detail in error.errors():
            file.fault(tuple(detail["loc"]), _advice(model, detail))
    return None


def _advice(model: type[BaseModel], detail: dict) -> str:
    kind, given = detail["type"], detail["input"]
    if kind == "extra_forbidden":
        known = _keys(model, detail["loc"][:-1])
        return f"unknown key: remove it{_did_you_mean(str(detail['loc'][-1]), known)}"
    if kind == "missing":
        return "is missing: add it"
    if kind == "string_type" and isinstance(given, (int, float)):
        return f'{given} is a number: put it in quotes ("{given}")'
    if kind == "enum" or kind == "literal_error":
        return f"{given!r} is none of {detail['ctx']['expected']}"
    if kind == "string_too_long":
        return f"{len(given)} characters, at most {detail['ctx']['max_length']}: shorten it"
    if kind == "string_pattern_mismatch" and "\\n" in detail["ctx"]["pattern"]:
        return "must be one line"
    if kind == "string_pattern_mismatch":
        return f"{given!r} does not fit the pattern {detail['ctx']['pattern']}"
    return f"{detail['msg'][0].lower()}{detail['msg'][1:]}, not {given!r:.80}"


def _keys(model, location: tuple) -> list[str]:
    """Field names of the model at a location inside `model`."""
    schema = model.model_json_schema()
    node = schema
    for part in location:
        node = node.get("items", {}) if isinstance(part, int) else node.get("properties", {}).get(part, {})
        options = [node, *node.get("anyOf", [])]
        references = [option["$ref"] for option in options if "$ref" in option]
        node = schema["$defs"][references[0].rsplit("/", 1)[-1]] if references else node
    return list(node.get("properties", {}))


def _did_you_mean(word: str, known) -> str:
    near = difflib.get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f" (did you mean {near[0]!r}?)" if near else ""


def _add(registry: Registry, path: Path, file: YamlFile) -> None:
    rule = _model(Rule, file)
    if rule is None:
        return
    if rule.id in registry.rules:
        file.fault(("id",), f"{rule.id} is taken by {registry.sources[rule.id].name}: take the next free ID")
        return
    registry.rules[rule.id] = rule
    registry.sources[rule.id] = file
    category = registry.categories.get(rule.category)
    if category is None:
        numbers = ", ".join(map(str, registry.categories))
        file.fault(("id",), f"there is no category {rule.category}: the first digit is one of {numbers}")
    elif path.parent.name != category.slug:
        file.fault(
            ("id",),
            f"category {rule.category} lives in rules/{category.slug}/: move the file or change the ID",
        )
    if path.stem != f"{rule.id}-{rule.slug}":
        file.fault(("slug",), f"the file must be called {rule.id}-{rule.slug}.yml: rename it, or change id or slug")


def _cross_check(registry: Registry, rule: Rule) -> None:
    file, releases = registry.sources[rule.id], registry.releases
    claims = rule.versions.tensorflow
    positions = {}
    for name, minor in claims.model_dump().items():
        if minor is None:
            continue
        if minor not in releases.minors:
            near = _did_you_mean(minor, releases.minors)
            file.fault(("versions", "tensorflow", name), f'"{minor}" is not a release{near}')
        else:
            positions[name] = releases.position(minor)
    _keras_order(registry, rule)
    for earlier, later in (
        ("warns_from", "breaks_from"),
        ("breaks_from", "fixed_from"),
        ("fixed_from", "breaks_again_from"),
        ("breaks_again_from", "fixed_again_from"),
    ):
        # Where a break came and went, what works again may warn.
        again = earlier == "warns_from" and positions.get("fixed_from", 99) <= positions.get("warns_from", -1)
        if positions.get(earlier, -1) > positions.get(later, 99) and not again:
            what = f"{later} ({getattr(claims, later)}) is before {earlier} ({getattr(claims, earlier)}): swap them"
            file.fault(("versions", "tensorflow", later), what)
    if not rule.symbols and not rule.example.requirements:
        file.fault(("symbols",), "is missing: name what the rule is about")
    for index, minor in enumerate(rule.example.requirements.releases if rule.example.requirements else ()):
        if minor not in releases.minors:
            near = _did_you_mean(minor, releases.minors)
            file.fault(("example", "requirements", "releases", index), f'"{minor}" is not a release{near}')
    prepare_in = rule.example.prepare_in
    if prepare_in and prepare_in not in releases.minors:
        near = _did_you_mean(prepare_in, releases.minors)
        file.fault(("example", "prepare_in"), f'"{prepare_in}" is not a release{near}')
    if rule.fix.safety != "safe" and not rule.fix.why:
        file.fault(("fix", "why"), f"is missing: a fix that is {rule.fix.safety} says why")
    if (rule.status is Status.WITHDRAWN) != (rule.withdrawn is not None):
        file.fault(("withdrawn",), "goes with `status: withdrawn`, both or neither")
    for index, other in enumerate(rule.related):
        if other == rule.id or other not in registry.rules:
            what = "is this rule itself" if other == rule.id else "does not exist"
            file.fault(("related", index), f"{other} {what}: remove it{_did_you_mean(other, registry.rules)}")
    other = rule.withdrawn and rule.withdrawn.replaced_by
    if other and other not in registry.rules:
        file.fault(("withdrawn", "replaced_by"), f"{other} does not exist")


def _keras_order(registry: Registry, rule: Rule) -> None:
    claims = rule.versions.keras
    steps = [one for one in claims.model_dump().items() if one[1]] if claims else []
    for (earlier, first), (later, second) in itertools.pairwise(steps):
        if tuple(map(int, first.split("."))) >= tuple(map(int, second.split("."))):
            what = f"{later} ({second}) is not after {earlier} ({first}): correct one of them"
            registry.sources[rule.id].fault(("versions", "keras", later), what)
    written = claims.model_dump() if claims else {}
    for needed, step in itertools.pairwise(written):
        if written[step] and not written[needed]:
            registry.sources[rule.id].fault(("versions", "keras", needed), f"is missing: it goes with {step}")


def _schema(root: Path) -> list[Fault]:
    path = root / SCHEMA
    if path.exists() and path.read_text() == rule_schema():
        return []
    return [Fault(SCHEMA.as_posix(), 0, "", "is not current: run `atlas schema`")]


def _examples(registry: Registry) -> list[Fault]:
    faults = []
    for rule in registry.rules.values():
        folder = example_folder(registry.root, rule)
        files = example_files(registry.root, rule)
        for name in _needed(rule):
            if not (folder / name).exists():
                faults.append(_fault(registry, rule, ("id",), f"{EXAMPLES}/{rule.id}/{name} is missing: write it"))
        for name in files:
            place = f"{EXAMPLES}/{rule.id}/{name}"
            if not re.match(r"^(before|after|bridge)(_[a-z0-9_]+)?\.(py|txt)$", name):
                faults.append(Fault(place, 0, "", "name it before, after or bridge, with a suffix if need be"))
        for name in [PROGRAM] if rule.example.requirements and (folder / PROGRAM).exists() else files:
            place = f"{EXAMPLES}/{rule.id}/{name}"
            try:
                text = (folder / name).read_text(encoding="utf-8")
            except UnicodeDecodeError:
                faults.append(Fault(place, 0, "", "not UTF-8 text: save the file as UTF-8"))
                continue
            if not re.search(r"^result\b", text, re.MULTILINE):
                faults.append(Fault(place, 0, "result", "is never set: end the example with `result = …`"))
    known = {path.name.partition("-")[0] for path in (registry.root / "rules").glob("*/*.yml")}
    other = {LOCKS.name, saved_models.FOLDER.name, CENSUS.name, real_code.FOLDER.name}
    for path in sorted((registry.root / EXAMPLES).glob("*/")):
        if path.name not in known | other:
            what = "an example folder without a rule: remove it, or add the rule"
            faults.append(Fault(path.relative_to(registry.root).as_posix(), 0, "", what))
        if path.name not in other and not re.match(RULE_ID, path.name):
            faults.append(Fault(path.relative_to(registry.root).as_posix(), 0, "", "is not the ID of a rule"))
    for environment in registry.releases.environments.values():
        if not lock_path(registry.root, environment).exists():
            name = lock_path(registry.root, environment).relative_to(registry.root).as_posix()
            faults.append(Fault(name, 0, "", f"is missing: run `atlas lock {environment.name}`"))
    return faults


def _needed(rule: Rule) -> list[str]:
    """Names of the files that a rule's example cannot do without."""
    if rule.example.requirements:
        return ["before.txt", "after.txt", PROGRAM]
    needed = ["before.py"] if rule.impact is Impact.NONE else ["before.py", "after.py"]
    return needed + ([PREPARE] if rule.example.prepare_in else [])


def _measurements(registry: Registry) -> list[Fault]:
    keys = Keys(registry.root, registry.releases.all_environments)
    faults = []
    for rule in registry.rules.values():
        if registry.sources[rule.id].faults:
            continue
        if not all((example_folder(registry.root, rule) / name).exists() for name in _needed(rule)):
            continue
        path = example_folder(registry.root, rule) / measured.FILE_NAME
        name = path.relative_to(registry.root).as_posix()
        if not path.exists():
            faults.append(Fault(name, 0, "", f"is missing: run `atlas verify {rule.id} --all`"))
            continue
        try:
            record = measured.read(path)
        except ValueError as error:
            what = f"was not written by the lab ({str(error).splitlines()[0]}): run `atlas verify {rule.id} --all`"
            faults.append(Fault(name, 0, "", what))
            continue
        registry.measured[rule.id] = record
        stale = _unlocked(registry, rule) or _stale(registry, rule, record, keys)
        if stale:
            faults.append(Fault(name, 0, "", f"{stale}: run `atlas verify {rule.id} --all`"))
            continue
        for location, what in contract.contradictions(rule, record, registry.releases):
            faults.append(_fault(registry, rule, location, f"{what} (measured, see {name})"))
        faults += _on_keras_axis(registry, rule, record, keys)
    return faults


def _on_keras_axis(registry: Registry, rule: Rule, record: Measured, keys: Keys) -> list[Fault]:
    """Read what was measured with every Keras minor, and hold the rule against it."""
    path = example_folder(registry.root, rule) / measured.KERAS_FILE_NAME
    name, again = path.relative_to(registry.root).as_posix(), f"run `atlas verify {rule.id} --keras`"
    if not path.exists():
        wanted = registry.on_keras_axis(rule)
        return [Fault(name, 0, "", f"is missing, and the rule moves with Keras: {again}")] if wanted else []
    try:
        axis = measured.read(path)
    except ValueError as error:
        what = f"was not written by the lab ({str(error).splitlines()[0]}): {again}"
        return [Fault(name, 0, "", what)]
    registry.measured_with_keras[rule.id] = axis
    stale = _stale(registry, rule, axis, keys, record)
    if stale:
        return [Fault(name, 0, "", f"{stale}: {again}")]
    found = keras_axis.contradictions(rule, record, axis, registry.releases)
    return [_fault(registry, rule, location, f"{what} (measured, see {name})") for location, what in found]


def _unlocked(registry: Registry, rule: Rule) -> str:
    """Which requirement set of an environment rule has no lock that belongs to it, "" when all have."""
    if not rule.example.requirements:
        return ""
    folder = example_folder(registry.root, rule)
    try:
        locks = requirements.read_locks(folder)
        for name in example_files(registry.root, rule):
            for minor in requirements.measured_releases(rule, registry.releases):
                text = requirements.filled((folder / name).read_text(), minor, registry.releases)
                python = requirements.python_of(rule, name, minor, registry.releases)
                lock = locks.get(name, {}).get(minor)
                if lock is None or lock.wanted != requirements.wanted(text, python):
                    return f"{name} is not locked as it stands now for {minor}"
    except ValueError as error:
        return f"{requirements.LOCKS} or a requirement file is wrong ({str(error).splitlines()[0]})"
    return ""


def _stale(registry: Registry, rule: Rule, record: Measured, keys: Keys, beside: Measured | None = None) -> str:
    """Why a record does not belong to the files as they are, "" when it does.

    A record of the Keras axis is judged by the releases; the record of them is `beside` it.
    """
    names = registry.releases.keras_environments if beside else registry.releases.environments
    if record.protocol != PROTOCOL:
        return f"was measured under protocol {record.protocol}, now {PROTOCOL}"
    files = example_files(registry.root, rule)
    if sorted(files) != sorted(record.files):
        return f"holds {', '.join(sorted(record.files)) or 'nothing'}, the folder has {', '.join(files)}"
    expected = {name: keys.of_file(rule, name) for name in files}
    expected |= {} if beside else {"symbols": keys.of_symbols(rule)}
    found = {name: one.keys for name, one in record.files.items()} | {"symbols": record.symbols.keys}
    for name, wanted in expected.items():
        old = [one for one in wanted if one in names and found[name].get(one) != wanted[one]]
        if old:
            return f"{name} is not measured as it stands now on {', '.join(old)}"
    runs = {name: one.by_environment() for name, one in record.files.items()}
    for name, one in beside.files.items() if beside else ():
        runs[name] |= one.by_environment()
    if measured.judge(rule, registry.releases, runs) != runs:
        return "was judged by other rules (tolerance, results_differ)"
    return ""


def _fault(registry: Registry, rule: Rule, location: tuple, what: str) -> Fault:
    source = registry.sources[rule.id]
    return Fault(source.name, source.line(location), ".".join(map(str, location)), what)
