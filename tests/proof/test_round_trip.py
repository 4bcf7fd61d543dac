"""The real tools on the real examples: what pages say of them is what they do today."""

import pytest

from scripts.export import semgrep
from scripts.proof import prove, tools
from scripts.registry.load import inspect
from scripts.registry.proofs import read


@pytest.fixture(scope="module")
def registry(root):
    return inspect(root)[0]


@pytest.fixture(scope="module")
def code(registry, tmp_path_factory):
    return prove.write_examples(registry, registry.rules.values(), tmp_path_factory.mktemp("examples"))


@pytest.mark.parametrize("tool", ["semgrep", "ruff", "ast-grep"])
def test_each_tool_finds_what_the_record_says(registry, code, tool, tmp_path):
    found = prove.search(registry, registry.rules.values(), tool, tmp_path, code)
    recorded = read(registry.root).rules
    assert {id: recorded[id].tools.get(tool) for id in found} == found
    assert [id for id, one in found.items() if one.holds]


def test_no_proof_is_stale(registry):
    assert prove.stale(registry) == []


def test_a_tool_that_finds_nothing_proves_nothing(registry):
    rule = registry.rules["TFU6001"]
    found = prove.judge(registry, rule, "semgrep", [])
    assert (found.found, found.missed, found.holds) == ("part", {"before.py": [11]}, False)


def test_a_finding_in_fixed_code_spoils_the_proof(registry):
    rule = registry.rules["TFU6001"]
    right = tools.Finding("TFU6001/before.py", 11, 11, "TFU6001")
    assert prove.judge(registry, rule, "semgrep", [right]).holds
    wrong = tools.Finding("TFU3001/after.py", 4, 4, "TFU6001")
    assert not prove.judge(registry, rule, "semgrep", [right, wrong]).holds


IMPORTS = """\
import tensorflow as tf
import tensorflow.compat.v1 as tf1
import keras
from tensorflow import keras as tk
from tensorflow.keras import backend as K, optimizers
from tensorflow.keras.optimizers import Adam as A
import tensorflow.keras.backend as KB

old = tf.compat.v1
tf.keras.optimizers.Adam(lr=1.0)  # finds TFU3001
keras.optimizers.Adam(lr=1.0)  # finds TFU3001
tk.optimizers.Adam(lr=1.0)  # finds TFU3001
optimizers.Adam(learning_rate=0.1, lr=1.0)  # finds TFU3001
A(0.1, lr=1.0)  # finds TFU3001
tf1.keras.optimizers.Adam(lr=1.0)  # finds TFU3001
tf.optimizers.Adam(lr=1.0)  # finds TFU3001
tf.keras.optimizers.Adam(0.1)
adam(lr=1.0)
K.learning_phase()  # finds TFU7010
KB.learning_phase()  # finds TFU7010
from tensorflow.keras.utils import multi_gpu_model  # finds TFU6016
from tensorflow.estimator import DNNClassifier  # finds TFU8006
tf.estimator.RunConfig()  # finds TFU8006
old.layers.dense(1)  # finds TFU1004


@tf.function(experimental_compile=True)  # finds TFU1005
def step(strategy, model):
    strategy.experimental_run_v2(step)  # finds TFU6001
    model.fit_generator(step)  # finds TFU3040
    return step.run(step) if hasattr(step, "run") else step.experimental_run_v2(step)


from tensorflow import estimator  # finds TFU8006
import tensorflow.estimator as est  # finds TFU8006
from tensorflow.keras.backend import floatx, learning_phase as phase  # finds TFU7010
phase()  # finds TFU7010
layers, backend = tf.keras.layers, tf.keras.backend
T = tf.keras.backend
T.learning_phase()  # finds TFU7010
T.floatx()
# from tensorflow.keras.utils import multi_gpu_model
text = "from tensorflow.keras.utils import multi_gpu_model"
from elsewhere.keras.utils import multi_gpu_model
multi_gpu_model()


class Mine(tk.layers.Layer):
    def call(self, inputs):
        self.add_update(inputs)  # finds TFU2009


class Other:
    def lr(self):
        return self.lr


made = optimizers.Adam()
made.lr  # finds TFU3003
other = Other()
other.lr
"""


def test_semgrep_resolves_imports_and_aliases(registry, tmp_path):
    folder = tmp_path / "code"
    folder.mkdir()
    (folder / "program.py").write_text(IMPORTS)
    pack = semgrep.Pack(registry)
    (tmp_path / "all.yml").write_bytes(pack.text(pack.rules))
    wanted = {
        (number, line.split("finds ")[1]) for number, line in enumerate(IMPORTS.splitlines(), 1) if "# finds" in line
    }
    found = {(one.start, one.rule) for one in tools.semgrep(tmp_path / "all.yml", folder)}
    assert found == wanted
