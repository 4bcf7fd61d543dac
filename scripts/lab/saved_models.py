"""Measures the saved-model matrix: saves in every release, loads in others, and keeps what it came to."""

from __future__ import annotations

import datetime
import fcntl
import hashlib
import json
import re
import shutil
import threading
import time
from collections import defaultdict
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from scripts.lab import messages
from scripts.lab.environments import EnvironmentFailed, build, cache_dir
from scripts.lab.interpreters import NoInterpreter
from scripts.lab.session import INSIDE, Session, WorkerFailed, without_noise
from scripts.lab.store import Store, write_atomically
from scripts.registry import saved_models as registry
from scripts.registry.load import Registry
from scripts.registry.saved_models import Outcome, Record, Subject

SECONDS = 600  # wall time for all steps of one child; a step has its own limit of CPU time
MAX_MESSAGES = 2
# Functions and arguments that came or went: failing with one of these is no failure to load.
ABSENT = re.compile(
    r"has no attribute '(TFSMLayer|model_from_yaml|to_yaml|export)'"
    r"|unexpected keyword argument '(safe_mode|skip_mismatch|by_name)'"
    r"|`(to_yaml|model_from_yaml)"
)
# What TensorFlow prints once a process, and what building the model prints that is to be loaded.
OF_NO_MATTER = re.compile(r"From |Do not pass an `input_shape`")
CALL_SITES = re.compile(r"\s*(: called from|at callsite|loc\(callsite).*", re.DOTALL)
PLATFORM = "linux-x86_64"
Cell = tuple[str, str, str, str, str]  # state, way to save, way to load ("" for the saving), saved by, loaded by


class Matrix:
    """The measurement of some archetypes. What is known from records and from the store is not run again."""

    def __init__(
        self,
        known: Registry,
        names: Iterable[str],
        jobs: int,
        minutes: float | None = None,
        on_plan: Callable[[int], None] = lambda pairs: None,
        on_done: Callable[[str, str], None] = lambda source, target: None,
    ):
        """`names` are archetypes; `minutes` ends the slice after that time; `on_done` is told of each pair."""
        self.root, self.releases = known.root, known.releases
        self.subject = Subject(known.root)
        self.names = list(names)
        self.unavailable: dict[str, str] = {}
        self.runs = 0
        self.cpu = 0.0
        self.left = 0
        self._jobs = max(1, jobs)
        self._deadline = time.monotonic() + 60 * minutes if minutes else None
        self._on_plan, self._on_done = on_plan, on_done
        self._store = Store(cache_dir() / "saved_models" / "runs")
        self._locks = registry.environments(known.root, known.releases)
        self._ways = registry.digests(self.subject)
        self._keras: dict[str, str] = {}
        self._outcomes: dict[str, dict[Cell, Outcome]] = {name: self._from_record(name) for name in self.names}
        self._lock = threading.Lock()
        self._stopping = False
        self._sessions: set[Session] = set()

    def run(self, sources: Iterable[str], targets: Iterable[str]) -> None:
        """Measure all pairs of these environments that are to be measured, then write the records.

        Only one measurement runs on a machine; another waits for its turn.
        """
        folder = cache_dir() / "saved_models"
        folder.mkdir(parents=True, exist_ok=True)
        with open(folder / "lock", "w") as turn:
            fcntl.flock(turn, fcntl.LOCK_EX)
            self._run(sources, targets)

    def _run(self, sources: Iterable[str], targets: Iterable[str]) -> None:
        sources, targets = set(sources), set(targets)
        wanted = [pair for pair in registry.pairs(self.releases) if pair[0] in sources and pair[1] in targets]
        try:
            by_source: dict[str, set] = defaultdict(set)
            for source, target in wanted:
                for name in self.names:
                    states = self.subject.archetypes[name].states
                    by_source[source] |= {
                        (name, state) for state in states if not self._is_known(name, state, source, target)
                    }
            self._each_environment(self._save, by_source)
            by_target = defaultdict(list)
            for source, target in wanted:
                for name in self.names:
                    for state in self.subject.archetypes[name].states:
                        steps = self._unknown(name, state, source, target)
                        if steps:
                            by_target[target].append((name, state, source, steps))
            self.left = sum(map(len, by_target.values()))
            self._on_plan(self.left)
            self._each_environment(self._load, by_target)
        finally:
            self.write()

    @property
    def in_time(self) -> bool:
        """Whether the slice may go on."""
        return not self._stopping and (self._deadline is None or time.monotonic() < self._deadline)

    def write(self) -> None:
        """Write the records of all archetypes."""
        with self._lock:
            for name in self.names:
                write_atomically(registry.record_path(self.root, name), dump(self._record(name)))

    def _each_environment(self, work: Callable, todo: dict) -> None:
        pool = ThreadPoolExecutor(self._jobs)
        try:
            for done in [pool.submit(self._in_environment, work, name, some) for name, some in todo.items()]:
                done.result()
        except BaseException:  # after an interrupt nothing new starts, and what runs is ended
            self._stopping = True
            pool.shutdown(wait=False, cancel_futures=True)
            for session in list(self._sessions):
                session.stop()
            raise
        finally:
            pool.shutdown(wait=True)

    def _in_environment(self, work: Callable, name: str, some) -> None:
        if not self.in_time:
            return
        environment = self.releases.environments[name]
        try:
            requests = work(name, some)
            first = next(requests, None)
            if first is None:
                return
            session = Session(build(self.root, environment), environment.variables)
            self._sessions.add(session)
            with session:
                noise = self._noise(session)
                self._keras[name] = session.ready["versions"]["keras"]
                while first is not None and self.in_time:
                    (answer,) = session.run([first])
                    self.runs += 1
                    self.cpu += answer["cpu"]
                    answer["noise"] = noise
                    try:
                        first = requests.send(answer)
                    except StopIteration:
                        first = None
                self.write()
        except (EnvironmentFailed, NoInterpreter, WorkerFailed) as error:
            if self.in_time:
                self.unavailable[name] = str(error)

    def _noise(self, session: Session) -> list[dict]:
        (answer,) = session.run([{"job": 0, "file": str(INSIDE / "baseline.py"), "seconds": 120}])
        return answer["outcome"].get("messages", [])

    def _save(self, source: str, todo: set[tuple[str, str]]):
        """Requests that save archetypes in `source`, where that is not done yet."""
        for name, state in sorted(todo):
            folder = self._folder(name, state, source)
            if not (folder / "saves.json").exists():
                yield from self._save_one(name, state, source, folder)
            for form, raw in json.loads((folder / "saves.json").read_text()).items():
                self._outcomes[name][(state, form, "", source, source)] = outcome(raw)

    def _save_one(self, name: str, state: str, source: str, folder: Path):
        steps = list(self.subject.saves)
        done: dict[str, dict] = {}
        scratch = folder.with_suffix(".new")
        # After a crash all is saved anew without the way that crashed: files of a crashed process may be broken.
        while True:
            shutil.rmtree(scratch, ignore_errors=True)
            scratch.parent.mkdir(parents=True, exist_ok=True)
            left = [step for step in steps if step not in done or "crash" not in done[step]]
            answer = yield {**self._request(name, "save", state, left), "keep": str(scratch)}
            found, broken = _steps(answer)
            crashed = {step: one for step, one in done.items() if "crash" in one}
            done = {**found, **crashed}
            if broken is None or broken not in steps:
                break
            done[broken]["crash"] = True
        if broken is not None:  # building or training itself failed
            done.setdefault("build", {"error": {"type": "Crash", "text": str(broken)}})
        if "error" in done.get("build", {}):
            done |= {form: {"error": done["build"]["error"]} for form in steps}
        scratch.mkdir(exist_ok=True)
        kept = {form: one for form, one in done.items() if form in steps}
        for one in kept.values():
            one["messages"] = _quiet(one, answer)
        (scratch / "saves.json").write_text(json.dumps(kept))
        shutil.rmtree(folder, ignore_errors=True)
        scratch.rename(folder)

    def _load(self, target: str, todo: list):
        """Requests that load in `target`: a child for each archetype, state and release that saved."""
        for name, state, source, steps in todo:
            left = [f"{form}/{way}" for form, way in steps]
            key = self._key(name, state, source, target)
            known = self._store.get(key) or {}
            while left:
                request = self._request(name, "load", state, left)
                answer = yield {**request, "given": str(self._folder(name, state, source))}
                found, broken = _steps(answer)
                for step, raw in found.items():
                    raw["messages"] = _quiet(raw, answer)
                    way = step.split("/")[1]
                    known[step] = {"way": self._ways[f"load:{way}"], "outcome": raw}
                left = [step for step in left if step not in found]
                if not found:
                    raise WorkerFailed(f"{name}, saved by {source}: {answer['outcome']}")
            self._store.put(key, known)
            self._take(name, state, source, target, known)
            self.left -= 1
            self._on_done(source, target)

    def _request(self, name: str, do: str, state: str, steps: list[str]) -> dict:
        folder = self.subject.folder
        files = {
            "archetype.py": str(folder / "archetypes" / f"{name}.py"),
            "ways_to_save.py": str(folder / "ways_to_save.py"),
            "ways_to_load.py": str(folder / "ways_to_load.py"),
        }
        matrix = {"do": do, "state": state, "steps": steps}
        return {"job": 0, "files": files, "saved_models": matrix, "seconds": SECONDS}

    def _unknown(self, name: str, state: str, source: str, target: str) -> list[tuple[str, str]]:
        """The steps of a pair that are neither in the record nor in the store."""
        cells = self._outcomes[name]
        saved = [form for form in self.subject.saves if self._was_saved(name, state, form, source)]
        steps = [step for step in self.subject.steps(self.subject.archetypes[name], state) if step[0] in saved]
        if all((state, *step, source, target) in cells for step in steps):
            return []
        self._take(name, state, source, target, self._store.get(self._key(name, state, source, target)) or {})
        return [step for step in steps if (state, *step, source, target) not in cells]

    def _is_known(self, name: str, state: str, source: str, target: str) -> bool:
        cells = self._outcomes[name]
        if not any((state, form, "", source, source) in cells for form in self.subject.saves):
            return False
        steps = self.subject.steps(self.subject.archetypes[name], state)
        saved = [step for step in steps if self._was_saved(name, state, step[0], source)]
        return all((state, *step, source, target) in cells for step in saved)

    def _was_saved(self, name: str, state: str, form: str, source: str) -> bool:
        one = self._outcomes[name].get((state, form, "", source, source))
        return one is not None and one.verdict == "same"

    def _take(self, name: str, state: str, source: str, target: str, known: dict) -> None:
        for step, one in known.items():
            form, way = step.split("/")
            if one["way"] == self._ways.get(f"load:{way}"):
                with self._lock:
                    self._outcomes[name][(state, form, way, source, target)] = outcome(one["outcome"])

    def _folder(self, name: str, state: str, source: str) -> Path:
        """Where what was saved is kept."""
        saves = sorted(digest for way, digest in self._ways.items() if way.startswith("save:"))
        key = _key(registry.PROTOCOL, self.subject.archetypes[name].digest, state, self._locks[source], saves)
        return cache_dir() / "saved_models" / "saved" / f"{name}-{state}-{source}-{key}"

    def _key(self, name: str, state: str, source: str, target: str) -> str:
        return _key(self._folder(name, state, source).name, self._locks[target])

    def _from_record(self, name: str) -> dict[Cell, Outcome]:
        """The cells of the record that hold for the programs and locks as they are."""
        path = registry.record_path(self.root, name)
        try:
            record = registry.read_record(path)
        except (OSError, ValueError):
            return {}
        if record.protocol != registry.PROTOCOL or record.archetype != self.subject.archetypes[name].digest:
            return {}
        if any(self._ways.get(way) != one for way, one in record.ways.items() if way.startswith("save:")):
            return {}
        self._keras |= record.keras
        good = {one for one, digest in record.environments.items() if self._locks.get(one) == digest}
        found: dict[Cell, Outcome] = {}
        for state, forms in record.saves.items():
            for form in forms:
                cells = record.saved(state, form).items()
                found |= {(state, form, "", one, one): outcome for one, outcome in cells if one in good}
        for state, forms in record.loads.items():
            for form, ways in forms.items():
                for way, rows in ways.items():
                    if self._ways.get(f"load:{way}") != record.ways.get(f"load:{way}"):
                        continue
                    for source in set(rows) & good:
                        cells = record.loaded(state, form, way, source).items()
                        found |= {(state, form, way, source, one): outcome for one, outcome in cells if one in good}
        return found

    def _record(self, name: str) -> Record:
        outcomes: dict[str, int] = {}
        by_row: dict[tuple, dict[str, int]] = defaultdict(dict)
        order = list(self._locks)
        forms, ways = list(self.subject.saves), ["", *self.subject.loads]

        def place(cell: Cell):
            state, form, way, source, target = cell
            return (
                registry.STATES.index(state),
                forms.index(form),
                ways.index(way),
                order.index(source),
                order.index(target),
            )

        for cell in sorted(self._outcomes[name], key=place):
            text = self._outcomes[name][cell].model_dump_json(exclude_none=True, exclude_defaults=True)
            state, form, way, source, target = cell
            row = (state, form, way, source if way else "")
            by_row[row][target] = outcomes.setdefault(text, len(outcomes))
        record = Record(
            protocol=registry.PROTOCOL,
            measured_on=datetime.date.today().isoformat(),
            platform=PLATFORM,
            archetype=self.subject.archetypes[name].digest,
            ways=self._ways,
            environments=self._locks,
            keras={one: self._keras[one] for one in order if one in self._keras},
            outcomes=[Outcome.model_validate_json(text) for text in outcomes],
        )
        for (state, form, way, source), cells in by_row.items():
            row = registry.encode([cells.get(one) for one in order])
            if way:
                rows = record.loads.setdefault(state, {}).setdefault(form, {}).setdefault(way, {})
                rows[source] = row
            else:
                record.saves.setdefault(state, {})[form] = row
        return record


def outcome(raw: dict) -> Outcome:
    """The outcome of a step as it was reported."""
    error = raw.get("error") and {**raw["error"], "text": _same_for_all(raw["error"]["text"])}
    again = raw.get("again") and {**raw["again"], "text": _same_for_all(raw["again"]["text"])}
    at = raw.get("stage") if error and raw.get("stage") in ("call", "train") else None
    if error and not at and ABSENT.search(error["text"]):
        verdict = "absent"
    elif error:
        verdict = "unusable" if at else "error"
    else:
        verdict = "differs" if raw.get("difference") else "same"
    printed = [{**one, "text": _same_for_all(one["text"])} for one in raw.get("messages", [])]
    printed = messages.clean({"messages": printed})["messages"]
    printed = [one for one in printed if not OF_NO_MATTER.match(one["text"])][:MAX_MESSAGES]
    more = {name: raw.get(name) for name in ("difference", "training", "kind")}
    return Outcome(verdict=verdict, at=at, error=error, again=again, messages=printed, **more)


def _same_for_all(text: str) -> str:
    """A message without what differs from run to run, and without the converter's list of places in files."""
    text = CALL_SITES.sub("…", text)
    return re.sub(r"did not end in \d+ s.*", "did not end within its time limit", messages.scrub(text))


def dump(record: Record) -> str:
    """The record as text in a stable order, one outcome and one row a line."""
    content = record.model_dump(exclude_none=True, exclude_defaults=True)
    return _layout(content) + "\n"


def _layout(value, indent: str = "") -> str:
    flat = not isinstance(value, (dict, list)) or indent.count(" ") >= 2 and "verdict" in value
    if flat or not value:
        return json.dumps(value, ensure_ascii=False)
    deeper = indent + " "
    if isinstance(value, dict):
        parts = [f"{json.dumps(key)}: {_layout(item, deeper)}" for key, item in value.items()]
        return "{\n" + ",\n".join(deeper + part for part in parts) + "\n" + indent + "}"
    return "[\n" + ",\n".join(deeper + _layout(item, deeper) for item in value) + "\n" + indent + "]"


def _steps(answer: dict) -> tuple[dict[str, dict], str | None]:
    """The outcomes of a child's steps, and the step in which it was ended, if it was."""
    found: dict[str, dict] = {}
    begun = None
    for part in answer.get("steps", []):
        if "begin" in part:
            begun = part["begin"]
        else:
            found[part["step"]] = part["outcome"]
            begun = None
    ended = answer["outcome"]
    if ended.get("result") == "done":
        return found, None
    if begun is None:
        return found, None if found else "start"
    if "signal" in ended:
        error = {"type": ended["signal"], "text": "the process was killed"}
    elif "timeout" in ended:
        error = {"type": "TimeoutError", "text": f"did not end in {ended['timeout']} s"}
    else:
        error = ended.get("error", {"type": "Crash", "text": json.dumps(ended)[:200]})
    found[begun] = {"error": {"type": error["type"], "text": error["text"]}, "stage": "load"}
    return found, begun


def _quiet(raw: dict, answer: dict) -> list[dict]:
    return without_noise(raw.get("messages", []), answer["noise"])


def _key(*parts) -> str:
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()[:16]
