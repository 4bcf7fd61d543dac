"""Records the public surface of the TensorFlow (and Keras) that it is run with. Standard library, Python 3.7 syntax.

Run as `python collect.py OUTPUT`; writes one JSON object:

* `paths`: every public path (`tf.keras.layers.Dense`) and the number of the object that stands there;
* `objects`: by number: `form` (kind and signature, see `signatures`), for classes `bases` (numbers of their nearest
  public ancestors) and `members` (those that no public ancestor has), `notes` (deprecations, `raises`);
* `endpoints`: paths that TensorFlow declares deprecated though the object lives on under another name;
* `modules`: private modules that can be imported, from the files on disk;
* `failed`: names that stand in a module and cannot be got, with the error.

Public is what `dir()` of TensorFlow's and Keras's own API modules shows without a leading underscore. Keras 2.6 to
2.12 have no API modules under `keras`: there a path is public that `tf.keras` has and that `keras` has too.
"""

import enum
import importlib
import json
import os
import sys
import types
import warnings

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HERE)
import declared  # noqa: E402
import signatures  # noqa: E402

sys.path.remove(HERE)

ROOTS = ("tf", "tf.compat.v1", "keras")
COPIES = ("tf.compat.v2", "tf.compat.v1.compat", "keras.api")  # the same surface once more
OTHERS = ("tensorflow.python.platform.flags", "tensorboard.summary._tf.summary")  # public, though not API modules
BUILT_IN = ("builtins", "enum", "abc", "typing", "collections", "collections.abc", "_thread")


def main(output):
    """Collect everything and write it to `output`."""
    warnings.simplefilter("ignore")
    os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
    import tensorflow as tf

    census = Census()
    census.walk(tf, "tf")
    census.walk(tf.compat.v1, "tf.compat.v1")
    try:
        keras = importlib.import_module("keras")
    except ImportError:
        keras = None
    if keras is not None:
        if api_module(importlib.import_module("keras.layers")):
            census.walk(keras, "keras")
        else:
            census.mirror(keras)
    versions = {"tensorflow": tf.__version__, "python": "%d.%d" % sys.version_info[:2]}
    if keras is not None:
        versions["keras"] = keras.__version__
    result = dict(census.result(), versions=versions, modules=private_modules())
    with open(output, "w") as file:
        json.dump(result, file, sort_keys=True)


class Census(object):
    """The surface as it is found."""

    def __init__(self):
        """Start empty."""
        self.paths = {}  # path: object's number
        self.numbers = {}  # id of an object: its number
        self.found = []  # objects by number; held, so that no id is used twice
        self.failed = {}
        self.sources = declared.Sources()

    def walk(self, module, path, inside=()):
        """Take in a module and the API modules below it."""
        if any(module is one for one in inside):
            return
        self.add(path, module)
        for name in sorted(set(dir(module)) | set(getattr(module, "__dict__", ()))):
            where = path + "." + name
            if name.startswith("_") or where in COPIES or (where in ROOTS and where != path):
                continue
            try:
                value = getattr(module, name)
            except Exception as error:
                self.failed[where] = "%s: %s" % (type(error).__name__, str(error)[:200])
                continue
            if not isinstance(value, types.ModuleType):
                self.add(where, value)
            elif api_module(value):
                self.walk(value, where, inside + (module,))
            elif module_name(value) in OTHERS:
                self.add(where, value)
                for inner in sorted(vars(value)):
                    if not inner.startswith("_") and not isinstance(vars(value)[inner], types.ModuleType):
                        self.add(where + "." + inner, vars(value)[inner])

    def mirror(self, keras):
        """Take in what `keras` has of the paths of `tf.keras`."""
        self.add("keras", keras)
        for path in sorted(one for one in self.paths if one.startswith("tf.keras.")):
            value, names = keras, path.split(".")[2:]
            try:
                for position, name in enumerate(names):
                    if isinstance(value, types.ModuleType) and not hasattr(value, name):
                        importlib.import_module(".".join(["keras"] + names[: position + 1]))
                    value = getattr(value, name)
            except Exception:
                continue
            self.add(path[3:], value)

    def add(self, path, value):
        """Note that `value` stands at `path`. Small constants are no objects of their own: each path has its own."""
        constant = (
            value is None
            or isinstance(value, (bool, int, float, str, bytes, tuple))
            and not isinstance(value, enum.Enum)
        )
        key = path if constant else id(value)
        if key not in self.numbers:
            self.numbers[key] = len(self.found)
            self.found.append(value)
        self.paths[path] = self.numbers[key]

    def result(self):
        """Everything found, described."""
        public = {id(one): number for number, one in enumerate(self.found) if isinstance(one, type)}
        first = {}
        for path, number in sorted(self.paths.items()):
            first.setdefault(number, path)
        objects = [self.describe(one, public, first[number]) for number, one in enumerate(self.found)]
        endpoints = [path for path, number in self.paths.items() if declared.endpoint(self.found[number], path)]
        return {"paths": self.paths, "objects": objects, "endpoints": sorted(endpoints), "failed": self.failed}

    def describe(self, value, public, path):
        """One object as JSON values."""
        if isinstance(value, types.ModuleType):
            return {"form": "module"}
        if isinstance(value, type):
            return self.describe_class(value, public)
        if callable(value) and not isinstance(value, enum.Enum):
            return described("function" + signatures.of(value), self.sources.notes(value))
        return {"form": signatures.constant(value, path)}

    def describe_class(self, value, public):
        """A class: how it is constructed, its nearest public ancestors, and the members that they do not have."""
        ancestors = [one for one in value.__mro__[1:] if id(one) in public and one.__module__ not in BUILT_IN]
        nearest = [one for one in ancestors if not any(one in other.__mro__[1:] for other in ancestors)]
        record = described("class" + signatures.of_class(value), self.sources.notes(value))
        if nearest:
            record["bases"] = sorted(public[id(one)] for one in nearest)
        record["members"] = {}
        descriptor = getattr(value, "DESCRIPTOR", None)
        if hasattr(descriptor, "fields_by_name"):  # a protocol buffer
            for name in [*descriptor.fields_by_name, *descriptor.nested_types_by_name, *descriptor.enum_types_by_name]:
                record["members"][name] = {"form": "field"}
            return record
        own = []
        for definer in value.__mro__:
            if definer.__module__ in BUILT_IN or definer is object:
                continue
            if definer is not value and any(definer in one.__mro__ for one in nearest):
                continue
            own.append(definer)
        for definer in own:
            for name, member in sorted(vars(definer).items()):
                if (name.startswith("_") and name != "__call__") or name in record["members"]:
                    continue
                record["members"][name] = described(
                    signatures.member(member), self.sources.notes(signatures.function_of(member))
                )
        for definer in own:
            for name in self.sources.instance_attributes(definer):
                if not any(name in vars(one) for one in value.__mro__):
                    record["members"].setdefault("()." + name, {"form": "instance"})
        return record


def described(form, notes):
    """A form with notes, where there are any."""
    record = {"form": form}
    if notes:
        record["notes"] = notes
    return record


def module_name(module):
    """A module's name; lazily loaded ones load here."""
    try:
        return getattr(module, "__name__", "") or ""
    except Exception:
        return ""


def api_module(module):
    """Whether a module is one of those that TensorFlow's and Keras's generators of the public API write."""
    name = module_name(module) + "."
    if "._api." in name or ".api." in name or "/_api/" in (getattr(module, "__file__", None) or ""):
        return True
    parts = name.split(".")
    if parts[0] in ("tensorflow", "tensorflow_core"):
        return parts[1] in ("keras", "estimator")  # the others are the packages of the implementation
    if parts[0] == "keras" and parts[1] not in ("src", "protobuf", ""):
        # Keras 2.6 to 2.12 keep the implementation itself under these names.
        return os.path.isdir(os.path.join(os.path.dirname(sys.modules["keras"].__file__), "src"))
    return False


def private_modules():
    """Names of the modules below the packages that users import from, API modules and tests left out."""
    names = set()
    for package, found in (("tensorflow", "tensorflow_core"), ("tensorflow", "tensorflow"), ("keras", "keras")):
        module = sys.modules.get(found)
        paths = [one for one in getattr(module, "__path__", ()) if os.path.basename(one) == found]
        for top in paths[:1] or [os.path.dirname(getattr(module, "__file__", "") or "")]:
            if not top or os.path.basename(top) != found:
                continue
            for folder, folders, files in os.walk(top):
                folders[:] = [
                    one for one in folders if one not in ("__pycache__", "_api", "api", "include", "_tf_keras")
                ]
                parts = os.path.relpath(folder, top).split(os.sep) if folder != top else []
                for file in files:
                    stem, end = os.path.splitext(file)
                    stem = stem.split(".")[0]
                    if end not in (".py", ".so") or stem.endswith("_test") or (not parts and package == "tensorflow"):
                        continue
                    names.add(".".join([package] + parts + ([stem] if stem != "__init__" else [])))
    return sorted(one for one in names if one.count(".") or one == "keras")


if __name__ == "__main__":
    main(sys.argv[1])
