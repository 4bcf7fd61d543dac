"""What a release's worker reports, and what an example cannot do to the machine."""

import os
import socket
import sys

import pytest

from scripts.lab.messages import clean
from scripts.lab.session import ALL_PROTECTIONS

LINUX = sys.platform == "linux"


def test_a_result_is_reported_as_plain_values(run):
    answer = run(
        """
import numpy as np
import tensorflow as tf
result = {"tensor": tf.constant([1.5, 2.0]), "array": np.eye(2, dtype="int32"), "nothing": None,
          "nan": float("nan"), "float": 1 / 3, "text": "a", "flag": True, 3: (1, 2)}
"""
    )
    assert answer["outcome"]["result"] == {
        "tensor": [1.5, 2.0],
        "array": [[1, 0], [0, 1]],
        "nothing": None,
        "nan": "nan",
        "float": 0.333333,
        "text": "a",
        "flag": True,
        "3": [1, 2],
    }


def test_everything_that_a_user_would_see_is_caught(run):
    answer = run(
        """
import logging, os, sys, warnings
import tensorflow as tf
from absl import logging as absl_logging
warnings.warn("a warning", UserWarning)
warnings.warn("an old name is deprecated", DeprecationWarning)
tf.get_logger().warning("from TensorFlow")
absl_logging.warning("from absl")
tf.get_logger().info("not shown to users")
os.write(2, b"2024-01-01 00:00:00.000000: W tensorflow/core/x.cc:12] from C++\\n")
os.write(2, b"2024-01-01 00:00:00.000000: I tensorflow/core/x.cc:12] information\\n")
os.write(2, b"E0000 00:00:1700000000.000000    1234 y.cc:7] from newer C++\\n")
print("from a program", file=sys.stderr)
result = 0
"""
    )
    found = [
        (message["source"], message["kind"], message["text"], message["deprecation"])
        for message in clean(answer["outcome"])["messages"]
    ]
    assert found == [
        ("warning", "UserWarning", "a warning", False),
        ("warning", "DeprecationWarning", "an old name is deprecated", True),
        ("log", "WARNING:tensorflow", "from TensorFlow", False),
        ("log", "WARNING:absl", "from absl", False),
        ("stderr", "", "W tensorflow/core/x.cc:12] from C++", False),
        ("stderr", "", "E y.cc:7] from newer C++\nfrom a program", False),
    ]


def test_an_error_names_type_text_and_line(run):
    answer = run("import tensorflow as tf\n\nresult = tf.no_such_name\n")
    error = answer["outcome"]["error"]
    assert error["type"] == "AttributeError"
    assert "has no attribute 'no_such_name'" in error["text"]
    assert (error["line"], error["code"]) == (3, "result = tf.no_such_name")


def test_paths_and_addresses_are_scrubbed(run):
    answer = run("import os\nraise ValueError(f'{os.getcwd()}/model.h5 {object()}')\nresult = 0\n")
    assert answer["outcome"]["error"]["text"] == "model.h5 <object object at 0x…>"


def test_autograph_sees_the_source_of_the_example(run):
    answer = run(
        """
import tensorflow as tf
@tf.function
def total(n):
    sum = 0
    for i in tf.range(n):
        sum += i
    return sum
result = total(4)
"""
    )
    assert answer["outcome"]["result"] == 6


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("print('no result')\n", "sets no `result`"),
        ("result = object()\n", "`result` holds a object"),
    ],
)
def test_an_example_that_proves_nothing_is_invalid(run, text, what):
    assert what in run(text)["outcome"]["invalid"]


def test_a_crash_is_an_outcome(run):
    assert run("import os\nos.abort()\nresult = 0\n")["outcome"]["signal"] == "SIGABRT"


def test_leaving_early_is_an_outcome(run):
    assert run("import os\nos._exit(3)\nresult = 0\n")["outcome"]["signal"] == "exit code 3"
    assert run("raise SystemExit(3)\nresult = 0\n")["outcome"]["error"]["type"] == "SystemExit"


def test_a_hang_is_ended(run):
    answer = run("import time\ntime.sleep(1000)\nresult = 0\n", seconds=2)
    assert answer["outcome"]["timeout"] == 2
    assert answer["seconds"] < 20


def test_a_syntax_error_is_an_outcome(run):
    assert run("result = (\n")["outcome"]["error"]["type"] == "SyntaxError"


def test_the_sandbox_holds_here(run):
    """Loud, not skipped: a system that lacks a protection must be known to its maintainer."""
    assert ALL_PROTECTIONS - set(run("result = 0\n")["protections"]) == set()


def test_an_example_has_no_network(run):
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        answer = run(f"import socket\nsocket.create_connection(('127.0.0.1', {port}), 3)\nresult = 0\n")
    assert answer["outcome"]["error"]["type"] in ("PermissionError", "OSError", "ConnectionRefusedError")


def test_an_example_cannot_read_or_write_elsewhere(run, tmp_path):
    secret = tmp_path / "secret"
    secret.write_text("token")
    read = run(f"result = open({str(secret)!r}).read()\n")
    write = run(f"open({str(secret)!r}, 'w').write('gone')\nresult = 0\n")
    assert read["outcome"]["error"]["type"] == "PermissionError"
    assert write["outcome"]["error"]["type"] == "PermissionError"
    assert secret.read_text() == "token"
    assert run("open('here', 'w').write('x')\nresult = open('here').read()\n")["outcome"]["result"] == "x"


def test_an_example_sees_no_variable_of_the_caller(run, monkeypatch):
    monkeypatch.setenv("ATLAS_SECRET", "token")
    assert run("import os\nresult = os.environ.get('ATLAS_SECRET')\n")["outcome"]["result"] is None


def test_an_example_cannot_reach_other_processes(run):
    answer = run(f"import os\nos.kill({os.getpid()}, 0)\nresult = 0\n")
    assert answer["outcome"]["error"]["type"] in ("ProcessLookupError", "PermissionError")


def test_a_fork_bomb_is_ended_and_nothing_stays_behind(run):
    answer = run("import os\nwhile True:\n    os.fork()\nresult = 0\n", seconds=20)
    outcome = answer["outcome"]
    assert "timeout" in outcome or outcome["error"]["type"] in ("LimitExceeded", "BlockingIOError")
    assert run("result = 1\n")["outcome"]["result"] == 1


def test_a_process_that_hides_in_a_session_of_its_own_ends_with_the_example(run, tmp_path):
    marker = "atlas-hidden-process"
    run(
        f"""
import subprocess, sys
subprocess.Popen([sys.executable, "-c", "import time; time.sleep(300)", "{marker}"], start_new_session=True)
result = 0
"""
    )
    lines = [path.read_bytes() for path in __import__("pathlib").Path("/proc").glob("[0-9]*/cmdline") if path.exists()]
    assert not any(marker.encode() in line for line in lines)


def test_memory_is_limited(run):
    answer = run("import numpy as np\nkept = np.ones(6 << 27)\nresult = 0\n")
    assert answer["outcome"]["error"]["type"] in ("MemoryError", "_ArrayMemoryError")


def test_symbols_are_looked_up(session):
    names = ["tf.keras.layers.Dense", "tf.no_such_name", "tf.keras.optimizers.Adam(lr=)", "tf.data.Dataset.map"]
    (answer,) = session.run([{"job": 0, "symbols": names, "seconds": 60}])
    assert answer["outcome"]["present"] == [names[0], names[2], names[3]]
