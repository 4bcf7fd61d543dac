"""Runs examples inside one TensorFlow release. Standard library only, Python 3.7 syntax.

Imports TensorFlow once, then forks a child for each request, which is safe as long as this process has run
no operation itself. Requests come as JSON lines on standard input, answers leave as JSON lines on what was
standard output:

    {"job": 1, "file": ".../before.py", "given": null, "isolated": false, "seconds": 120, "symbols": null}
    {"job": 1, "outcome": {...}, "seconds": 0.41, "cpu": 0.38, "protections": [...]}

A request with `saved_models` (see saved_models.py) has `files` to be copied into the working folder, by name, and
gets `steps` in its answer.

Each child runs a copy of the file in an empty working folder, locked in by `sandbox`.
"""

import gc
import json
import os
import resource
import selectors
import shutil
import signal
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HERE)
import autograph_cache  # noqa: E402
import capture  # noqa: E402
import sandbox  # noqa: E402
import saved_models  # noqa: E402, F401

sys.path.remove(HERE)

MEMORY = 4 << 30
CPU_SHARE = 2  # seconds of CPU time allowed for each second of wall time


def main():
    """Serve requests until standard input ends."""
    requests, answers = os.dup(0), os.fdopen(os.dup(1), "w", buffering=1)
    null = os.open(os.devnull, os.O_RDWR)
    os.dup2(null, 0)
    os.dup2(null, 1)
    lanes = int(sys.argv[1])
    warm = sys.argv[2] == "warm"
    started, cpu = time.time(), time.process_time()
    ready = {"ready": True, "threads": 1}
    if warm:
        ready["versions"] = import_tensorflow()
        ready["converted"] = autograph_cache.fill()
        gc.collect()
        gc.freeze()  # collections in the children neither visit what was imported nor copy its pages
        ready["threads"] = threads()
    ready.update(seconds=time.time() - started, cpu=time.process_time() - cpu)
    answers.write(json.dumps(ready) + "\n")
    serve(requests, answers, lanes, warm)


def import_tensorflow():
    """Import TensorFlow and what it loads lazily, running no operation; returns the versions."""
    import tensorflow as tf

    tf.keras, tf.data, tf.distribute, tf.compat.v1, tf.saved_model, tf.io
    versions = {"tensorflow": tf.__version__}
    try:
        tf.keras.layers.Dense, tf.keras.optimizers.SGD, tf.keras.losses.MeanSquaredError
        versions["keras"] = getattr(tf.keras, "__version__", None) or sys.modules["keras"].__version__
    except Exception as error:  # tf.keras is broken in this environment; examples will say so themselves
        versions["keras"] = "fails: %s" % error
    return versions


def threads():
    """Number of threads of this process: 2 after importing TensorFlow, more once an operation ran."""
    with open("/proc/self/status") as file:
        return next(int(line.split()[1]) for line in file if line.startswith("Threads:"))


def serve(requests, answers, lanes, warm):
    """Read requests, keep up to `lanes` children running, write an answer for each."""
    selector = selectors.DefaultSelector()
    selector.register(requests, selectors.EVENT_READ)
    waiting, running, buffer, open_input = [], {}, b"", True
    while open_input or waiting or running:
        while waiting and len(running) < lanes:
            child = Child(json.loads(waiting.pop(0)), warm)
            running[child.pipe] = child
            selector.register(child.pipe, selectors.EVENT_READ)
        for key, _ in selector.select(0.05 if running else None):
            if key.fd == requests:
                chunk = os.read(requests, 1 << 16)
                if not chunk:  # nobody waits for answers any more
                    open_input = False
                    selector.unregister(requests)
                    waiting.clear()
                *lines, buffer = (buffer + chunk).split(b"\n")
                waiting += lines
            else:
                running[key.fd].read()
        for fd, child in list(running.items()):
            if child.finished():
                selector.unregister(fd)
                del running[fd]
                answers.write(json.dumps(child.answer()) + "\n")


class Child(object):
    """One run of one example in a process tree of its own."""

    def __init__(self, request, warm):
        """Fork it."""
        self.request = request
        self.folder = os.path.realpath(tempfile.mkdtemp(prefix="atlas-"))
        self.work = os.path.join(self.folder, "work")
        if request.get("given"):
            shutil.copytree(request["given"], self.work)
        else:
            os.mkdir(self.work)
        os.mkdir(os.path.join(self.work, ".tmp"))
        if request.get("file"):
            shutil.copy(request["file"], self.work)
            request["file"] = os.path.join(self.work, os.path.basename(request["file"]))
        for name, path in (request.get("files") or {}).items():
            shutil.copy(path, os.path.join(self.work, name))
        request["stderr"] = os.path.join(self.folder, "stderr")
        self.stderr = os.open(request["stderr"], os.O_RDWR | os.O_CREAT, 0o600)
        self.pipe, write_end = os.pipe()
        self.data, self.closed, self.ended_by = b"", False, None
        self.started = time.time()
        self.pid = os.fork()
        if self.pid == 0:
            try:
                os.close(self.pipe)
                contain(self, write_end, warm)
            except BaseException as error:  # noqa: B036, nothing may return into the worker's loop
                os.write(write_end, json.dumps({"broken": repr(error)}).encode() + b"\n")
            finally:
                os._exit(1)
        os.close(write_end)
        os.close(self.stderr)

    def read(self):
        """Take in what the child reported."""
        chunk = os.read(self.pipe, 1 << 16)
        self.data += chunk
        self.closed = self.closed or not chunk

    def finished(self):
        """Whether the child has ended, ending it if it is over a limit."""
        if self.closed and not self.ended_by:
            self.ended_by = "itself"
        elif time.time() - self.started > self.request["seconds"]:
            self.ended_by = "timeout"
        elif count_below(self.pid) > sandbox.MAX_PROCESSES:
            self.ended_by = "processes"
        if not self.ended_by:
            return False
        end_tree(self.pid)
        return True

    def answer(self):
        """What the run came to."""
        _, status, usage = os.wait4(self.pid, 0)
        os.close(self.pipe)
        parts = [json.loads(line) for line in self.data.split(b"\n") if line.endswith(b"}")]
        answer = {"job": self.request["job"], "protections": [], "outcome": {}}
        for part in parts:
            if "protections" in part:
                answer["protections"] = part["protections"]
            elif "status" in part:
                answer["outcome"].setdefault("status", part["status"])
            elif "begin" in part or "step" in part:
                answer.setdefault("steps", []).append(part)
            else:
                answer["outcome"].update(part)
        outcome = answer["outcome"]
        status = outcome.pop("status", 0)
        if self.ended_by == "processes":
            outcome = {"error": limit_error("more than %d processes" % sandbox.MAX_PROCESSES)}
        elif self.ended_by == "timeout":
            outcome = {"timeout": self.request["seconds"]}
        elif not ({"error", "result", "invalid", "present", "broken"} & set(outcome)):
            number = os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0
            if number == signal.SIGXCPU or (number == signal.SIGKILL and usage.ru_utime > 1):
                outcome = {"timeout": self.request["seconds"]}
            elif number:
                outcome = {"signal": signal.Signals(number).name}
            else:
                outcome = {"signal": "exit code %d" % os.WEXITSTATUS(status)}
        if "messages" not in outcome and "present" not in outcome:
            outcome["messages"] = capture.cpp_messages(self.request["stderr"], self.work)[-5:]
        answer["outcome"] = outcome
        answer["seconds"] = time.time() - self.started
        answer["cpu"] = usage.ru_utime + usage.ru_stime
        if self.request.get("keep"):
            shutil.rmtree(os.path.join(self.work, ".tmp"), ignore_errors=True)
            if self.request.get("file"):
                os.remove(self.request["file"])
            shutil.copytree(self.work, self.request["keep"])
        shutil.rmtree(self.folder, ignore_errors=True)
        return answer


def limit_error(text):
    """An outcome for an example that the lab ended because it broke a limit."""
    return {"type": "LimitExceeded", "text": text, "line": 0, "code": ""}


def contain(child, pipe, warm):
    """In the fork: leave the machine's network and processes, fork the example below, wait for it.

    Three processes stand in a row: this one, the first of a new process tree (when it ends, the kernel ends
    all others), and the example, which is not the first because signals such as SIGABRT treat that one
    differently.
    """
    os.setsid()
    sandbox.end_with_parent()
    protections = sandbox.unshare()
    first = os.fork()
    if first:
        _, status = os.waitpid(first, 0)
        os._exit(os.WEXITSTATUS(status) if os.WIFEXITED(status) else 1)
    sandbox.end_with_parent()
    example = os.fork()
    if example:
        while True:
            pid, status = os.wait()
            if pid == example:
                os.write(pipe, b"\n" + json.dumps({"status": status}).encode() + b"\n")
                os._exit(0)
    os.chdir(child.work)
    os.dup2(child.stderr, 2)
    os.environ.update(HOME=child.work, TMPDIR=os.path.join(child.work, ".tmp"))
    tempfile.tempdir = None
    protections |= sandbox.limit(int(child.request["seconds"] * CPU_SHARE), MEMORY)
    protections |= sandbox.limit_processes()
    protections |= sandbox.restrict_files(child.folder)
    os.write(pipe, json.dumps({"protections": sorted(protections)}).encode() + b"\n")
    if child.request.get("isolated") or not warm:
        os.set_inheritable(pipe, True)
        request = json.dumps(dict(child.request, fd=pipe))
        os.execv(sys.executable, [sys.executable, os.path.join(HERE, "capture.py"), request])

    def report(outcome):
        data = json.dumps(outcome).encode() + b"\n"
        while data:
            data = data[os.write(pipe, data) :]

    capture.run(child.request, report)
    os._exit(0)


def count_below(pid):
    """Number of processes that `pid` and its children started, from /proc."""
    total, stack = 0, [pid]
    while stack and total <= sandbox.MAX_PROCESSES:
        parent = stack.pop()
        try:
            with open("/proc/%d/task/%d/children" % (parent, parent)) as file:
                children = [int(word) for word in file.read().split()]
        except (OSError, ValueError):
            continue
        total += len(children)
        stack += children
    return total


def end_tree(pid):
    """End a child with all that it started: the process group, and by the first process the whole tree."""
    for victim in descendants(pid):
        try:
            os.kill(victim, signal.SIGKILL)
        except OSError:
            pass
    try:
        os.killpg(pid, signal.SIGKILL)
    except OSError:
        pass


def descendants(pid):
    """The direct child of `pid` (the first of its process tree) and, where there is none, nothing."""
    try:
        with open("/proc/%d/task/%d/children" % (pid, pid)) as file:
            return [int(word) for word in file.read().split()]
    except OSError:
        return []


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    sandbox.end_with_parent()
    main()
