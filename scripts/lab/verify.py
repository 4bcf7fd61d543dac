"""Decides what must run, runs it environment by environment, and records it as it goes."""

from __future__ import annotations

import fcntl
import shutil
import threading
from collections import defaultdict
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from scripts.lab import record, requirement_sets
from scripts.lab.environments import EnvironmentFailed, build, cache_dir
from scripts.lab.interpreters import NoInterpreter
from scripts.lab.record import SYMBOLS
from scripts.lab.session import ALL_PROTECTIONS, INSIDE, Session, WorkerFailed, without_noise
from scripts.lab.store import Store
from scripts.registry.content import PREPARE, Keys, example_files, example_folder
from scripts.registry.load import Registry
from scripts.registry.releases import Environment
from scripts.registry.requirements import PROGRAM, filled, read_locks
from scripts.registry.rule import Rule


@dataclass(frozen=True)
class Task:
    """One file of one rule (or its symbols) in one environment."""

    rule: str
    file: str
    environment: str
    key: str


@dataclass
class Report:
    """How a verification went."""

    run: int = 0
    reused: int = 0
    unavailable: dict[str, str] = field(default_factory=dict)
    invalid: list[tuple[str, str, str]] = field(default_factory=list)
    unprotected: set[str] = field(default_factory=set)
    seconds: float = 0.0
    cpu: float = 0.0


class Verification:
    """A run of rules in environments. Results are recorded after each environment, and kept in the store at once."""

    def __init__(
        self,
        registry: Registry,
        jobs: int,
        fresh: bool = False,
        on_done: Callable[[Task], None] = lambda task: None,
        on_environment: Callable[[str, int], None] = lambda name, runs: None,
        on_wait: Callable[[], None] = lambda: None,
    ):
        """`jobs` examples run at once; `fresh` runs what is known already.

        `on_done` is told of each task, `on_environment` of each environment that is done and its number of tasks,
        and `on_wait` is called when another verification must end first.
        """
        self.registry = registry
        self.report = Report()
        self._keys = Keys(registry.root, registry.releases.all_environments)
        self._store = Store(cache_dir() / "runs")
        self._jobs = max(1, jobs)
        self._fresh = fresh
        self._on_done = on_done
        self._on_environment = on_environment
        self._on_wait = on_wait
        self._lock = threading.Lock()
        self._raw: dict[str, dict[str, dict[str, dict]]] = {}
        self._sessions: set[Session] = set()
        self._stopping = False

    def plan(self, rules: Iterable[Rule], environments: Iterable[str]) -> list[Task]:
        """The tasks that must run; what the store knows is taken from there and recorded."""
        tasks, reused = [], set()
        for rule in rules:
            if rule.example.requirements and not self._locked(rule, environments):
                continue
            known = record.existing(self.registry, rule, self._keys)
            self._raw[rule.id] = known
            before = len(tasks)
            keys = {name: self._keys.of_file(rule, name) for name in example_files(self.registry.root, rule)}
            keys[SYMBOLS] = self._keys.of_symbols(rule)
            for name, by_environment in keys.items():
                for environment in environments:
                    if environment not in by_environment:  # an environment rule is about some releases only
                        continue
                    if name == SYMBOLS and environment in self.registry.releases.keras_environments:  # in the census
                        continue
                    task = Task(rule.id, name, environment, by_environment[environment])
                    if self._fresh or environment not in known.get(name, {}):
                        stored = None if self._fresh else self._store.get(task.key)
                        if stored is None:
                            tasks.append(task)
                            continue
                        known.setdefault(name, {})[environment] = stored["outcome"]
                        reused.add(rule.id)
                    self.report.reused += 1
            # With runs to come, the record stays as it is until there are some: a run may be called off while it waits.
            if rule.id in reused or (any(known.values()) and len(tasks) == before):
                self._write({rule.id})
        return tasks

    def _locked(self, rule: Rule, environments: Iterable[str]) -> bool:
        """Lock the requirement sets of an environment rule that are not; False, with a report, where that fails."""
        try:
            requirement_sets.lock(self.registry, rule, list(environments))
        except (EnvironmentFailed, OSError, ValueError) as error:
            self.report.invalid.append((rule.id, "", f"cannot be locked: {error}"))
            return False
        return True

    def execute(self, tasks: list[Task]) -> Report:
        """Run the tasks, environment by environment, and record the results.

        Verifications on one machine take turns, so that they neither fight for cores nor run the same twice.
        """
        if not tasks:
            return self.report
        cache_dir().mkdir(parents=True, exist_ok=True)
        with open(cache_dir() / "verify.lock", "w") as turn:
            try:
                fcntl.flock(turn, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                self._on_wait()
                fcntl.flock(turn, fcntl.LOCK_EX)
            return self._execute([task for task in tasks if not self._known_by_now(task)])

    def _known_by_now(self, task: Task) -> bool:
        """Take a result that another verification kept since the plan was made."""
        stored = None if self._fresh else self._store.get(task.key)
        if stored is None:
            return False
        self._raw[task.rule].setdefault(task.file, {})[task.environment] = stored["outcome"]
        self._write({task.rule})
        self.report.reused += 1
        self._on_done(task)
        return True

    def _execute(self, tasks: list[Task]) -> Report:
        by_environment = defaultdict(list)
        for task in tasks:
            by_environment[task.environment].append(task)
        if not by_environment:
            return self.report
        self._stopping = False
        self._prepare({task.rule for task in tasks})
        side_by_side = min(self._jobs, len(by_environment))
        lanes = max(1, self._jobs // side_by_side)
        pool = ThreadPoolExecutor(side_by_side)
        try:
            for done in [pool.submit(self._environment, name, some, lanes) for name, some in by_environment.items()]:
                done.result()
        finally:  # after an interrupt nothing new starts, and what runs is ended
            self._stopping = True
            pool.shutdown(wait=False, cancel_futures=True)
            for session in list(self._sessions):
                session.stop()
            pool.shutdown(wait=True)
        return self.report

    def _environment(self, name: str, tasks: list[Task], lanes: int) -> None:
        environment = self.registry.releases.all_environments[name]
        sets = [task for task in tasks if self._is_set(task)]
        try:
            if len(tasks) > len(sets):
                for task, outcome in self._outcomes(environment, [one for one in tasks if one not in sets], lanes):
                    self._raw[task.rule].setdefault(task.file, {})[name] = outcome
        except (EnvironmentFailed, NoInterpreter, WorkerFailed) as error:
            self.report.unavailable[name] = str(error)
        for task in sets:
            try:
                self._run_set(environment, task)
            except (EnvironmentFailed, NoInterpreter, WorkerFailed) as error:
                self.report.unavailable[f"{name} with {task.file} of {task.rule}"] = str(error)
            self._write({task.rule})
        self._write({task.rule for task in tasks})
        self._on_environment(name, len(tasks))

    def _outcomes(self, environment: Environment, tasks: list[Task], lanes: int):
        python = build(self.registry.root, environment)
        with self._session(python, environment, lanes) as session:
            isolated = any(self._isolated(task) for task in tasks)
            noise = {flag: self._noise(session, environment, flag) for flag in {False, isolated}}
            for answer in session.run([self._request(index, task) for index, task in enumerate(tasks)]):
                task, outcome = tasks[answer["job"]], answer["outcome"]
                self._count(task, answer)
                if not self._is_current(task):
                    self.report.invalid.append((task.rule, task.file, "was changed while it ran: verify it again"))
                    continue
                if "invalid" in outcome or "broken" in outcome:
                    what = outcome.get("invalid") or f"the lab failed: {outcome['broken']}"
                    self.report.invalid.append((task.rule, task.file, what))
                    continue
                if "messages" in outcome:
                    outcome["messages"] = without_noise(outcome["messages"], noise[self._isolated(task)])
                if "timeout" not in outcome:
                    keep = {"outcome": outcome, "seconds": answer["seconds"], "cpu": answer["cpu"]}
                    self._store.put(task.key, keep)
                yield task, outcome

    def _is_set(self, task: Task) -> bool:
        """Whether a task installs requirements of its own."""
        return task.file != SYMBOLS and bool(self.registry.rules[task.rule].example.requirements)

    def _run_set(self, environment: Environment, task: Task) -> None:
        """Install a requirement file and run the rule's program with it, or record why pip does not install it."""
        rule = self.registry.rules[task.rule]
        folder = example_folder(self.registry.root, rule)
        refused = read_locks(folder)[task.file][task.environment].refused
        with requirement_sets.installed(self.registry, rule, task.file, task.environment) as python:
            if refused:
                text = filled((folder / task.file).read_text(), task.environment, self.registry.releases)
                outcome = requirement_sets.refusal(python, text)
                answer = {"outcome": outcome, "seconds": 0.0, "cpu": 0.0, "protections": ALL_PROTECTIONS}
                if outcome is None:
                    raise EnvironmentFailed(f"pip installs what was refused: run `atlas lock {rule.id}`")
            else:
                request = {"job": 0, "file": str(folder / PROGRAM), "seconds": rule.example.seconds, "isolated": True}
                with self._session(python, environment, warm=False) as session:
                    (answer,) = session.run([request])
        self._count(task, answer)
        outcome = answer["outcome"]
        if "invalid" in outcome or "broken" in outcome:
            self.report.invalid.append((task.rule, PROGRAM, outcome.get("invalid") or outcome["broken"]))
            return
        if "messages" in outcome:
            outcome["messages"] = requirement_sets.told(outcome["messages"])
        if "timeout" not in outcome:
            keep = {"outcome": outcome, "seconds": answer["seconds"], "cpu": answer["cpu"]}
            self._store.put(task.key, keep)
        self._raw[task.rule].setdefault(task.file, {})[task.environment] = outcome

    @contextmanager
    def _session(self, python: Path, environment: Environment, lanes: int = 1, warm: bool = True):
        session = Session(python, environment.variables, lanes, warm)
        self._sessions.add(session)
        try:
            if self._stopping:
                raise WorkerFailed("the verification was ended")
            with session:
                yield session
        finally:
            self._sessions.discard(session)

    def _is_current(self, task: Task) -> bool:
        """Whether the file of a task still is as it was when the task was planned."""
        folder = example_folder(self.registry.root, self.registry.rules[task.rule])
        return task.file == SYMBOLS or self._keys.is_current(folder / task.file)

    def _noise(self, session: Session, environment: Environment, isolated: bool) -> list[dict]:
        """What the baseline program prints in this environment."""
        key = self._keys.of("baseline", (INSIDE / "baseline.py").read_text(), isolated)[environment.name]
        stored = self._store.get(key)
        if stored is None:
            request = {"job": 0, "file": str(INSIDE / "baseline.py"), "isolated": isolated, "seconds": 120}
            (answer,) = session.run([request])
            if "result" not in answer["outcome"]:
                raise WorkerFailed(f"the baseline program fails: {answer['outcome']}")
            stored = {"messages": answer["outcome"]["messages"]}
            self._store.put(key, stored)
        return stored["messages"]

    def _count(self, task: Task, answer: dict) -> None:
        with self._lock:
            self.report.run += 1
            self.report.seconds += answer["seconds"]
            self.report.cpu += answer["cpu"]
            self.report.unprotected |= ALL_PROTECTIONS - set(answer["protections"])
        self._on_done(task)

    def _request(self, index: int, task: Task) -> dict:
        rule = self.registry.rules[task.rule]
        if task.file == SYMBOLS:
            return {"job": index, "symbols": [symbol.name for symbol in rule.symbols], "seconds": 60}
        request = {
            "job": index,
            "file": str(example_folder(self.registry.root, rule) / task.file),
            "isolated": rule.example.isolated,
            "seconds": rule.example.seconds,
        }
        if rule.example.prepare_in:
            request["given"] = str(self._prepared(rule))
        return request

    def _isolated(self, task: Task) -> bool:
        return task.file != SYMBOLS and self.registry.rules[task.rule].example.isolated

    def _prepared(self, rule: Rule) -> Path:
        """Folder with what `prepare.py` left; its name is the content address of that run."""
        text = self._keys.text(example_folder(self.registry.root, rule) / PREPARE)
        return cache_dir() / "prepared" / self._keys.of("prepare", text)[rule.example.prepare_in]

    def _prepare(self, rules: set[str]) -> None:
        for name in sorted(rules):
            rule = self.registry.rules[name]
            if not rule.example.prepare_in or self._prepared(rule).exists():
                continue
            environment = self.registry.releases.environments[rule.example.prepare_in]
            target, scratch = self._prepared(rule), self._prepared(rule).with_suffix(".new")
            shutil.rmtree(scratch, ignore_errors=True)
            scratch.parent.mkdir(parents=True, exist_ok=True)
            file = str(example_folder(self.registry.root, rule) / PREPARE)
            request = {"job": 0, "file": file, "keep": str(scratch), "seconds": rule.example.seconds}
            with self._session(build(self.registry.root, environment), environment) as session:
                (answer,) = session.run([request])
            if "result" not in answer["outcome"]:
                self.report.invalid.append((name, PREPARE, f"does not run: {answer['outcome']}"))
                scratch.mkdir(exist_ok=True)
            scratch.rename(target)

    def _write(self, rules: set[str]) -> None:
        with self._lock:
            for name in sorted(rules):
                record.write(self.registry, self.registry.rules[name], self._keys, self._raw[name])
