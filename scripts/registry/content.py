"""The content address of a run: what a measurement depends on, as one short hash."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from scripts.registry.releases import Environment
from scripts.registry.requirements import PROGRAM, Locks, read_locks
from scripts.registry.rule import Rule

PROTOCOL = 1  # raise it when the lab changes what it records, so that everything is measured again
EXAMPLES = Path("runnable_examples")
LOCKS = EXAMPLES / "environments"
CENSUS = EXAMPLES / "census"
EXCUSED = Path("rules/excused.yml")
PREPARE = "prepare.py"


def lock_path(root: Path, environment: Environment) -> Path:
    """The committed lock of an environment."""
    return root / LOCKS / f"{environment.name}.txt"


def lock_digest(root: Path, environment: Environment) -> str:
    """SHA-256 of an environment's lock and variables, "" when there is no lock."""
    path = lock_path(root, environment)
    return _digest(path.read_text(), environment.variables) if path.exists() else ""


def example_folder(root: Path, rule: Rule) -> Path:
    """Where a rule's examples and `measured.json` live."""
    return root / EXAMPLES / rule.id


def example_files(root: Path, rule: Rule) -> list[str]:
    """Names of the files that are run for a rule: befores, afters, bridges, each in order of name.

    For an environment rule they are its requirement files.
    """
    ending = "*.txt" if rule.example.requirements else "*.py"
    names = [path.name for path in example_folder(root, rule).glob(ending) if path.name != PREPARE]
    order = {"before": 0, "after": 1, "bridge": 2}
    return sorted(names, key=lambda name: (order.get(Path(name).stem.split("_")[0], 3), name))


class Keys:
    """Content addresses of all runs of a checkout, as it is when each file is first asked for.

    Every file is read once, so that results are recorded under the text that was planned, even if somebody
    edits the file meanwhile.
    """

    def __init__(self, root: Path, environments: dict[str, Environment]):
        """`root` is the checkout, `environments` all of its environments by name."""
        self._root = root
        self._locks = {name: lock_digest(root, one) for name, one in environments.items()}
        self._texts: dict[Path, str] = {}
        self._keys: dict[str, dict[str, str]] = {}

    def of_file(self, rule: Rule, name: str) -> dict[str, str]:
        """Key of one file in each environment, by environment."""
        folder = example_folder(self._root, rule)
        if rule.example.requirements:
            return self._of_set(rule, folder, name)
        parts = [self.text(folder / name), rule.example.isolated]
        if rule.example.prepare_in and (folder / PREPARE).exists():
            parts += [self.text(folder / PREPARE), self._locks[rule.example.prepare_in]]
        return self.of(*parts)

    def _of_set(self, rule: Rule, folder: Path, name: str) -> dict[str, str]:
        """Key of a requirement file: of the program, and of the lock in each release that has one."""
        locks: Locks = read_locks(folder)
        program = self.text(folder / PROGRAM)
        return {
            minor: _digest(PROTOCOL, program, lock.python, lock.pins, lock.wanted if lock.refused else "")[:12]
            for minor, lock in locks.get(name, {}).items()
        }

    def text(self, path: Path) -> str:
        """The text of a file when it was first asked for."""
        if path not in self._texts:
            self._texts[path] = path.read_text()
        return self._texts[path]

    def is_current(self, path: Path) -> bool:
        """Whether a file still has the text that it had when it was first asked for."""
        return path.exists() and path.read_text() == self.text(path)

    def of_symbols(self, rule: Rule) -> dict[str, str]:
        """Key of the look-up of a rule's symbols in each environment."""
        if not rule.symbols:
            return {}
        return self.of([symbol.name for symbol in rule.symbols])

    def of(self, *parts) -> dict[str, str]:
        """Key of anything that depends on `parts` and the environment."""
        content = _digest(*parts)
        if content not in self._keys:
            self._keys[content] = {name: _digest(PROTOCOL, content, lock)[:12] for name, lock in self._locks.items()}
        return dict(self._keys[content])


def _digest(*parts) -> str:
    return hashlib.sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()
