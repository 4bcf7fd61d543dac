"""Saves a model in every way, or loads what was saved in every way, inside one release. Python 3.7 syntax.

Runs in the working folder, where it finds `archetype.py`, `ways_to_save.py` and `ways_to_load.py`. Each step
is reported before and after it ran, so that a crash costs one step only:

    {"begin": "h5/load_model"}
    {"step": "h5/load_model", "outcome": {...}}

What a model is to give is kept in `expected.json`: its outputs when it was saved, and its outputs after one more
step of training. So a loaded model is held against the very model that was saved, optimizer state included.
"""

import contextlib
import gc
import glob
import json
import os
import runpy
import signal
import warnings

import capture

CPU_SECONDS = {"save": 90, "load": 15}  # for one step; a loader that goes round in circles is ended
TOLERANCE = {"float16": 2e-2}  # relative and absolute, by type of computation
USUAL_TOLERANCE = 1e-4
LEARNING_RATE = 0.1
MAX_MESSAGES = 2
MAX_TEXT = 600


class OutOfTime(BaseException):
    """A step used more CPU time than it may."""


def run(request, report, messages):
    """Do the steps of `request`: `do` ("save" or "load"), `state` ("fresh" or "trained"), `steps` (for "load")."""
    signal.signal(signal.SIGPROF, _out_of_time)
    warnings.filterwarnings("always", category=UserWarning)  # else only the first step that meets one would show it
    work = Work(request, report, messages)
    if request["do"] == "save":
        work.save()
    else:
        for step in request["steps"]:
            work.step(step, work.load, *step.split("/"))
    report({"result": "done"})


def _out_of_time(number, frame):
    raise OutOfTime()


class Work(object):
    """One archetype in one state in one release."""

    def __init__(self, request, report, messages):
        """Nothing is read yet: an archetype that cannot even be imported here fails in its first step."""
        import tensorflow as tf

        self.tf = tf
        self.request, self.report, self.messages = request, report, messages
        self.trained = request["state"] == "trained"
        self.expected = None

    def step(self, name, do, *arguments):
        """Run one step and report what it came to."""
        self.report({"begin": name})
        del self.messages[:]
        self._start_anew()
        logged = os.path.getsize(self.request["stderr"])
        outcome = {}
        seconds = CPU_SECONDS[self.request["do"]]
        signal.setitimer(signal.ITIMER_PROF, seconds)
        try:
            do(outcome, *arguments)
        except OutOfTime:
            outcome["error"] = {"type": "TimeoutError", "text": "did not end in %d s of CPU time" % seconds}
        except BaseException as error:  # noqa: B036, everything that a program can end with is an outcome
            outcome["error"] = _error(error)
        signal.setitimer(signal.ITIMER_PROF, 0)
        try:
            gc.collect()
        except BaseException:  # noqa: B036, a late SIGPROF
            pass
        printed = self.messages + capture.cpp_messages(self.request["stderr"], start=logged)
        outcome["messages"] = [dict(one, text=one["text"][:MAX_TEXT]) for one in printed]
        self.report({"step": name, "outcome": outcome})
        return outcome

    def _start_anew(self):
        """Layers are numbered from the start and random numbers begin at the same place, as in a new process."""
        self.tf.keras.backend.clear_session()
        self.tf.random.set_seed(1)

    def save(self):
        """Write down what the model gives, and save it in each way.

        Each way gets a model of its own, since saving may leave traces in a model: with Keras 3, saving as HDF5
        makes the next `.keras` file forget its optimizer.
        """
        if "error" in self.step("build", self._expect):
            return

        def save(outcome, way):
            model = self._model()
            ways[way](model)
            found = glob.glob(way + "*")
            outcome["kind"] = _kind(found)
            if way == "saved_model" and not os.path.isdir(way):
                raise ValueError("wrote no folder but %s" % found)

        ways = runpy.run_path("ways_to_save.py")
        for way in self.request["steps"]:
            self.step(way, save, way)
        if self.archetype.get("TRAINS", True):
            self.step("train", self._expect_more)

    def _expect(self, outcome):
        self._read_archetype()
        self.inputs, self.targets = self._inputs()
        self._keep_expected(outputs=_numbers(self._model()(_one(self.inputs))))

    def _expect_more(self, outcome):
        model = self._model()
        if not self.trained:
            self._compile(model)
        self._train_one_step(model)
        self._keep_expected(continued=_numbers(model(_one(self.inputs))))

    def _keep_expected(self, **numbers):
        self.expected = dict(self.expected or {}, **numbers)
        with open("expected.json", "w") as file:
            json.dump(self.expected, file)

    def _model(self):
        """The archetype's model with fixed weights, trained if it is to be."""
        model = self.archetype["build"]()
        self._set_weights(model)
        if self.trained:
            self._compile(model)
            self._train_one_step(model)
            model.run_eagerly = False
        return model

    def load(self, outcome, form, way):
        """Load in one way, call, train a step, save again."""
        outcome["stage"] = "load"
        if self.expected is None:
            self._read_archetype()
            self.ways = runpy.run_path("ways_to_load.py")
            self.inputs, self.targets = self._inputs()
            with open("expected.json") as file:
                self.expected = json.load(file)
        saved = Saved(form, self.archetype)
        loaded = self.ways[way](saved)
        outcome["stage"] = "call"
        is_model = hasattr(loaded, "fit")
        numbers = _numbers(loaded(_one(self.inputs) if is_model else self.inputs))
        difference = _difference(numbers, self.expected["outputs"], self._tolerance())
        outcome["stage"] = "done"
        if difference:
            outcome["difference"] = difference
        elif is_model and self.archetype.get("TRAINS", True):
            self._use_further(loaded, outcome)

    def _use_further(self, model, outcome):
        """Train a loaded model by one step, and save it again."""
        try:
            if not getattr(model, "compiled", getattr(model, "_is_compiled", False)):
                self._compile(model)
            self._train_one_step(model)
            numbers = _numbers(model(_one(self.inputs)))
            if "continued" in self.expected:  # else the model could not be trained where it was saved
                differs = _difference(numbers, self.expected["continued"], self._tolerance())
                outcome["training"] = "continues" if not differs else "restarts" if self.trained else "differs"
        except Exception as error:
            outcome["stage"] = "train"
            outcome["error"] = _error(error)
            return
        try:
            keras = getattr(self.tf.keras, "__version__", "2.0").split(".")[:2]
            model.save("again.keras" if (int(keras[0]), int(keras[1])) >= (2, 13) else "again.h5")
        except Exception as error:
            outcome["again"] = _error(error)

    def _read_archetype(self):
        self.archetype = runpy.run_path("archetype.py", run_name="archetype")

    def _inputs(self):
        inputs = self.archetype["inputs"]() if "inputs" in self.archetype else self.archetype["INPUTS"]
        inputs = inputs if isinstance(inputs, list) else [inputs]
        targets = self.archetype.get("TARGETS")
        # 2.0 refuses to train on arrays and tensors mixed
        return [self.tf.constant(one) for one in inputs], None if targets is None else self.tf.constant(targets)

    @staticmethod
    def _set_weights(model):
        import numpy as np

        for number, weight in enumerate(model.trainable_variables):
            count = int(np.prod(weight.shape))
            values = 0.3 * np.sin(np.arange(count) + number + 1.0)
            weight.assign(values.reshape(tuple(weight.shape)).astype("float32"))

    def _compile(self, model):
        strategy = self._strategy(model)
        with strategy.scope() if strategy else contextlib.nullcontext():
            optimizer = self.tf.keras.optimizers.Adam(LEARNING_RATE)
            metrics = [one() if isinstance(one, type) else one for one in self.archetype.get("METRICS", [])]
            model.compile(optimizer=optimizer, loss=self.archetype.get("LOSS", "mse"), metrics=metrics)

    def _strategy(self, model):
        """The distribution strategy that a model was built under, None where there is none."""
        found = getattr(model, "distribute_strategy", None)
        if not found and model.trainable_variables:  # up to 2.1 its variables alone know of it
            found = getattr(model.trainable_variables[0], "distribute_strategy", None)
        return found if isinstance(found, self.tf.distribute.MirroredStrategy) else None

    def _train_one_step(self, model):
        model.run_eagerly = True  # the same numbers, without the time that tracing takes
        if self._strategy(model):
            model.fit(_one(self.inputs), self.targets, epochs=1, verbose=0, shuffle=False)
        else:
            model.train_on_batch(_one(self.inputs), self.targets)  # the same step in a third of the time

    def _tolerance(self):
        return TOLERANCE.get(self.archetype.get("COMPUTES_IN"), USUAL_TOLERANCE)


class Saved(object):
    """What a way to load gets."""

    def __init__(self, form, archetype):
        """`form` is the way in which it was saved."""
        self.path = sorted(glob.glob(form + "*"))[0].split(".data-")[0]  # a checkpoint is named without its endings
        self.weights = next(
            (path for path in ("weights_h5.h5", "weights_keras.weights.h5") if os.path.exists(path)), ""
        )
        self.build = archetype["build"]
        self.custom_objects = archetype["CUSTOM_OBJECTS"]


def _one(inputs):
    return inputs[0] if len(inputs) == 1 else list(inputs)


def _numbers(outputs):
    """Outputs as nested lists: those of a dict in order of name, a single one alone."""
    import numpy as np

    if isinstance(outputs, dict):
        outputs = [outputs[name] for name in sorted(outputs)]
    parts = list(outputs) if isinstance(outputs, (list, tuple)) else [outputs]
    numbers = [np.asarray(part, dtype="float64").tolist() for part in parts]
    return numbers[0] if len(numbers) == 1 else numbers


def _difference(found, expected, tolerance):
    """None if equal, else the greatest difference, or the shapes."""
    import numpy as np

    found, expected = np.asarray(found), np.asarray(expected)
    if found.shape != expected.shape:
        return "shape %s instead of %s" % (found.shape, expected.shape)
    if np.allclose(found, expected, rtol=tolerance, atol=tolerance, equal_nan=True):
        return None
    return "by up to %.1g" % float(np.max(np.abs(found - expected)))


def _error(error):
    described = capture.describe(error, "")
    return {"type": described["type"], "text": described["text"][:MAX_TEXT]}


def _kind(found):
    """What was really written: the same call writes other things in other releases."""
    if not found:
        return "nothing"
    if any(path.endswith(".index") for path in found):
        return "checkpoint"
    path = found[0]
    if os.path.isdir(path):
        return "folder"
    with open(path, "rb") as file:
        head = file.read(8)
    return "HDF5" if head == b"\x89HDF\r\n\x1a\n" else "zip" if head[:2] == b"PK" else "file"
