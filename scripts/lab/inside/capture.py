"""Runs one example and reports what a user would have seen. Standard library only, Python 3.7 syntax.

Also a program: `python capture.py <request as JSON>` runs the example in this fresh process.
"""

import gc
import json
import linecache
import logging
import os
import re
import runpy
import sys
import traceback
import warnings

MAX_TEXT = 4000
MAX_MESSAGES = 40
# A line of TensorFlow's C++ log: `2024-01-01 00:00:00.000000: W tensorflow/x.cc:12] text` in older releases,
# `W0000 00:00:1700000000.000000    1234 x.cc:12] text` in newer ones.
CPP_LINE = re.compile(
    r"^(?:\d{4}-\d\d-\d\d [\d:.]+: (?P<old>[IWEF])|(?P<new>[IWEF])\d{4} [\d:.]+\s+\d+) (?P<rest>\S+:\d+\] .*)$"
)


def run(request, report):
    """Run the example of `request`, calling `report` with a dict of its outcome, once.

    `request`: `file` (its path, in the working folder), `symbols` (names to look up instead of running),
    `stderr` (the file that file descriptor 2 was sent to).
    """
    if request.get("symbols") is not None:
        report({"present": [name for name in request["symbols"] if exists(name)]})
        return
    messages = []
    _listen(messages)
    if request.get("saved_models"):
        import saved_models  # imported by the worker before it locked itself in

        saved_models.run(dict(request["saved_models"], stderr=request["stderr"]), report, messages)
        return
    path = request["file"]
    outcome = {}
    sys.argv = [path]
    sys.path.insert(0, os.path.dirname(path))
    try:
        namespace = runpy.run_path(path, run_name="__main__")
        if "result" not in namespace:
            outcome["invalid"] = "sets no `result`: end the example with `result = …`"
        else:
            outcome["result"] = encode(namespace["result"])
        namespace.clear()
        gc.collect()  # checkpoints report what was not restored when they are deleted
    except NotEncodable as error:
        outcome["invalid"] = str(error)
    except BaseException as error:  # noqa: B036, everything that a program can end with is an outcome
        outcome["error"] = describe(error, path)
    sys.stderr.flush()
    sys.stdout.flush()
    outcome["messages"] = (messages + cpp_messages(request["stderr"]))[:MAX_MESSAGES]
    report(outcome)


def exists(name):
    """Whether a public name can be reached: `tf.x.y`, `keras.x`, a member, an argument's function."""
    import importlib

    parts = name.split("(")[0].split(".")
    parts[0] = {"tf": "tensorflow"}.get(parts[0], parts[0])
    try:
        found = importlib.import_module(parts[0])
    except Exception:
        return False
    path = parts[0]
    for part in parts[1:]:
        path += "." + part
        try:
            found = getattr(found, part)
        except Exception:
            try:
                found = importlib.import_module(path)
            except Exception:
                return False
    return True


class NotEncodable(Exception):
    """A `result` that is not made of numbers, text, arrays, lists and dicts."""


def encode(value):
    """Turn a result into JSON values: arrays to lists, floats to 6 significant digits, no NaN literals."""
    if hasattr(value, "numpy"):
        value = value.numpy()
    if hasattr(value, "tolist"):
        value = value.tolist()
    if isinstance(value, bytes):
        value = value.decode("utf-8", "replace")
    if value is None or isinstance(value, (bool, int)):
        return value
    if isinstance(value, str):
        return scrub(str(value))[:MAX_TEXT]
    if isinstance(value, float):
        return float("%.6g" % value) if abs(value) < float("inf") else str(value)
    if isinstance(value, dict):
        return {str(key): encode(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [encode(item) for item in value]
    raise NotEncodable("`result` holds a %s: use numbers, text, arrays, lists and dicts" % type(value).__name__)


def describe(error, path):
    """An exception as the last line of its traceback shows it, and the example's line that raised it."""
    name = type(error).__name__
    text = "".join(traceback.format_exception_only(type(error), error)).strip()
    text = text.split(": ", 1)[1] if ": " in text.split("\n")[0] else ""
    if isinstance(error, SyntaxError):
        text = error.msg
    lines = [frame.lineno for frame in traceback.extract_tb(error.__traceback__) if frame.filename == path]
    line = lines[-1] if lines else getattr(error, "lineno", None) or 0
    code = linecache.getline(path, line).strip() if line else ""
    return {"type": name, "text": scrub(text)[:MAX_TEXT], "line": line, "code": code}


def scrub(text, folder=None):
    """Take out what differs from run to run: paths of the machine, addresses, temporary names."""
    folder = folder or os.getcwd()
    text = text.replace(folder + "/", "").replace(folder, ".")
    text = re.sub(r"[^\s'\"(]*/site-packages/", "…/site-packages/", text)
    text = re.sub(r"[^\s'\"(]*/lib/python3\.\d+/", "…/python3/", text)
    text = re.sub(r"\b0x[0-9a-fA-F]{6,}", "0x…", text)
    text = re.sub(r"__autograph_generated_file\w+\.py", "__autograph_generated_file.py", text)
    return re.sub(r"\n +File \"…?[^\n]*__autograph_generated_file[^\n]*", "", text).strip()


def _listen(messages):
    """Collect warnings and log records in place of printing them."""

    def add(message):
        if message not in messages:
            messages.append(message)

    def on_warning(message, category, filename, lineno, file=None, line=None):
        add({"source": "warning", "kind": category.__name__, "text": scrub(str(message))[:MAX_TEXT]})

    def on_record(logger, record):
        if record.levelno >= logging.WARNING:
            kind = "%s:%s" % (record.levelname, record.name)
            add({"source": "log", "kind": kind, "text": scrub(record.getMessage())[:MAX_TEXT]})

    warnings.showwarning = on_warning
    logging.Logger.callHandlers = on_record


def cpp_messages(path, folder=None, start=0):
    """The warnings and errors among the lines that were written to file descriptor 2, kept in the file `path`.

    `folder` is the example's working folder, where that is not the current one; `start` the byte to begin at.
    """
    with open(path, "rb") as file:
        file.seek(start)
        text = file.read(1 << 20).decode("utf-8", "replace")
    messages = []
    for line in text.splitlines():
        line = re.sub(r"\x1b\[[\d;]*m", "", line).rstrip()
        match = CPP_LINE.match(line)
        severity = match and (match.group("old") or match.group("new"))
        if not line or severity == "I" or line.startswith("WARNING: All log messages before absl::"):
            continue
        text = scrub(severity + " " + match.group("rest") if match else line, folder)
        message = {"source": "stderr", "kind": "", "text": text[:MAX_TEXT]}
        if message not in messages:
            messages.append(message)
    return messages


if __name__ == "__main__":
    _request = json.loads(sys.argv[1])
    sys.path.pop(0)

    def _report(outcome):
        with os.fdopen(_request["fd"], "w") as pipe:
            json.dump(outcome, pipe)

    run(_request, _report)
    os._exit(0)
