"""One worker process: TensorFlow imported once in one environment, examples run in forks of it."""

from __future__ import annotations

import json
import os
import re
import subprocess
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

INSIDE = Path(__file__).parent / "inside"
PASSED_ON = ("PATH", "OPENBLAS_CORETYPE", "OPENBLAS_L2_SIZE")
MAX_THREADS = 1  # of the worker after importing TensorFlow; more: an operation ran, and forks of it may hang
ALL_PROTECTIONS = {
    "file size",
    "files",
    "memory",
    "network",
    "number of processes",
    "processes end together",
    "time",
}


class WorkerFailed(Exception):
    """The worker cannot serve: TensorFlow does not import, or the worker itself died."""


class Session:
    """A context in which examples run in one environment."""

    def __init__(self, python: Path, variables: dict[str, str], lanes: int = 1, warm: bool = True):
        """`python` is the environment's; up to `lanes` examples run at once; not `warm`: all in fresh processes."""
        self._python = python
        self._lanes = lanes
        self._warm = warm
        self._environment = {name: os.environ[name] for name in PASSED_ON if name in os.environ}
        self._environment |= {
            "LANG": "C.UTF-8",
            "HOME": "/nonexistent",
            "OPENBLAS_NUM_THREADS": "1",
            "PYTHONHASHSEED": "0",
            **variables,
        }
        self.ready: dict = {}
        self._process: subprocess.Popen | None = None

    def __enter__(self) -> Session:
        """Start the worker and wait until TensorFlow is imported. Raises WorkerFailed."""
        self._stderr = tempfile.TemporaryFile()
        mode = "warm" if self._warm else "cold"
        self._process = subprocess.Popen(
            [self._python, INSIDE / "worker.py", str(self._lanes), mode],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._stderr,
            env=self._environment,
            cwd="/",
            start_new_session=True,
        )
        line = self._process.stdout.readline()
        if not line:
            raise WorkerFailed(self._why())
        self.ready = json.loads(line)
        if self.ready["threads"] > MAX_THREADS:
            raise WorkerFailed(f"the worker has {self.ready['threads']} threads after importing, forking is unsafe")
        return self

    def __exit__(self, *_) -> None:
        """End the worker."""
        self._process.stdin.close()
        try:
            self._process.wait(timeout=5)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._process.stdout.close()
        self._stderr.close()

    def stop(self) -> None:
        """End the worker and all that it runs at once; whoever waits for answers gets WorkerFailed."""
        if self._process:
            self._process.kill()

    def run(self, requests: Iterable[dict]) -> Iterator[dict]:
        """Run requests (see `inside/worker.py`), yielding answers as they come. Raises WorkerFailed."""
        waiting = [{"given": None, "symbols": None, "isolated": False, **request} for request in requests]
        self._process.stdin.write("".join(json.dumps(one) + "\n" for one in waiting).encode())
        self._process.stdin.flush()
        for _ in waiting:
            line = self._process.stdout.readline()
            if not line:
                raise WorkerFailed(self._why())
            yield json.loads(line)

    def _why(self) -> str:
        self._process.wait()
        self._stderr.seek(0)
        lines = self._stderr.read().decode("utf-8", "replace").strip().splitlines()
        return lines[-1] if lines else f"the worker ended with {self._process.returncode}"


def without_noise(messages: list[dict], noise: list[dict]) -> list[dict]:
    """The messages that the baseline program did not print; numbers do not count in the comparison."""
    known = {_pattern(message) for message in noise}
    return [message for message in messages if _pattern(message) not in known]


def _pattern(message: dict) -> str:
    return re.sub(r"\d+", "#", f"{message['source']} {message['text']}")
