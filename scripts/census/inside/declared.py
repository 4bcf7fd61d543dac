"""What a function or class says of itself: deprecations, bodies that only raise, attributes that it sets on instances.

Runs inside a release: standard library, Python 3.7 syntax. TensorFlow's decorators write deprecations into docstrings
(`tensorflow/python/util/deprecation.py`, `decorator_utils.py`), which is where they are read from.
"""

import ast
import inspect
import re
import sys

WHOLE = re.compile(
    r"THIS (?:FUNCTION|CLASS) IS DEPRECATED\. It will be removed (.*?)\.\s*\n\s*Instructions for updating:"
)
ARGUMENTS = re.compile(r"SOME ARGUMENTS ARE DEPRECATED:? `?\(([^)]*)\)`?")
VALUES = re.compile(r"SOME ARGUMENT VALUES ARE DEPRECATED:? `?\(([^)]*)\)`?")
INSTRUCTIONS = re.compile(r"Instructions for updating:\s*\n(.*?)(?:\n\s*\n|\Z)", re.DOTALL)
PROSE = re.compile(
    r"(?:\A|\n\s*\n)\W*(?:warning:?\s*)?"
    r"(deprecated\b[^\n]*(?:\n[^\n]+)*|this (?:\w+ ){1,3}(?:is|has been) deprecated\b[^\n]*(?:\n[^\n]+)*)",
    re.IGNORECASE,
)
ARGUMENT = re.compile(
    r"^\s+`?(\w+)`?(?:\s*\([^)]*\))?:\s*((?:\(?deprecated\b|this (?:argument|parameter) is deprecated)[^\n]*)",
    re.I | re.M,
)
SECTION = re.compile(
    r"^\s*(?:Args|Arguments|Raises|Returns|Usage|Example|Examples|Attributes|References?|Call arguments):", re.M
)
LENGTH = 300
LONG = 400  # bytes of code: a body that does nothing but raise has fewer, and most files need not be parsed then


def endpoint(value, path):
    """Whether TensorFlow declares the path deprecated (`deprecation.deprecated_endpoints`)."""
    names = getattr(value, "__dict__", {}).get("_tf_deprecated_api_names", ())
    return path.startswith("tf.compat.v1.") and path[len("tf.compat.v1.") :] in names


def deprecations(doc):
    """What a docstring declares: `deprecated` (text) and `arguments` ({name: text}), {} when nothing."""
    found, arguments = {}, {}
    if not doc or "eprecated" not in doc.lower():
        return found
    doc = inspect.cleandoc(doc)
    whole = WHOLE.search(doc)
    if whole:
        found["deprecated"] = _told(doc, whole) or "It will be removed %s." % whole.group(1)
    for pattern in (ARGUMENTS, VALUES):
        for names in pattern.finditer(doc):
            for name in re.findall(r"\w+(?==)|^\w+|(?<=, )\w+(?=,|$)", names.group(1)):
                arguments[name] = _told(doc, names)
    section = SECTION.search(doc)
    head = doc[: section.start()] if section else doc
    prose = None if found or arguments else PROSE.search(head)
    if prose:
        found["deprecated"] = _line(prose.group(1))
    for name, text in ARGUMENT.findall(doc[section.start() :] if section else ""):
        arguments.setdefault(name, _line(text))
    if arguments:
        found["arguments"] = arguments
    return found


def _told(doc, notice):
    """The instructions that follow a notice; several decorators leave several notices."""
    told = INSTRUCTIONS.search(doc, notice.start())
    return _line(told.group(1)) if told else ""


def _line(text):
    text = " ".join(text.split())
    return text if len(text) <= LENGTH else text[: LENGTH - 1] + "…"


class Sources(object):
    """Reads what only the source text tells; every file is parsed once."""

    def __init__(self):
        """Nothing is read yet."""
        self._files = {}

    def notes(self, value):
        """Deprecations of a function or class, and `raises` when its body does nothing else."""
        doc = vars(value).get("__doc__") if isinstance(value, type) else getattr(value, "__doc__", None)
        notes = deprecations(doc if isinstance(doc, str) else "")
        raised = None if isinstance(value, type) else self._raises(value)
        if raised:
            notes["raises"] = raised
        return notes

    def instance_attributes(self, cls):
        """Public names that the methods of a class set on `self`."""
        module = sys.modules.get(cls.__module__)
        classes, _ = self._read(getattr(module, "__file__", None) or "")
        return sorted(classes.get(cls.__qualname__, ()))

    def _raises(self, function):
        try:
            code = inspect.unwrap(function).__code__
        except (AttributeError, ValueError):
            return None
        if len(code.co_code) > LONG:
            return None
        _, functions = self._read(code.co_filename)
        return functions.get((code.co_name, code.co_firstlineno))

    def _read(self, name):
        if name not in self._files:
            classes, functions = {}, {}
            try:
                if name.endswith(".py"):
                    with open(name, "rb") as file:
                        _index(ast.parse(file.read()), "", classes, functions)
            except (OSError, SyntaxError, ValueError):
                pass
            self._files[name] = classes, functions
        return self._files[name]


def _index(node, prefix, classes, functions):
    """Fill in `classes` (qualified name: attributes set on self) and `functions` ((name, line): what it raises)."""
    for child in getattr(node, "body", ()):
        if isinstance(child, ast.ClassDef):
            name = prefix + child.name
            classes.setdefault(name, set()).update(_set_on_self(child))
            _index(child, name + ".", classes, functions)
        elif isinstance(child, (ast.FunctionDef, ast.AsyncFunctionDef)):
            raised = _only_raises(child)
            if raised:
                lines = [child.lineno] + [one.lineno for one in child.decorator_list]
                functions.update({(child.name, line): raised for line in lines})
        elif isinstance(child, (ast.If, ast.Try)):
            _index(child, prefix, classes, functions)


def _set_on_self(cls):
    for method in cls.body:
        if not isinstance(method, ast.FunctionDef) or not method.args.args:
            continue
        first = method.args.args[0].arg
        if first != "self":
            continue
        for node in ast.walk(method):
            if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store):
                if isinstance(node.value, ast.Name) and node.value.id == first and not node.attr.startswith("_"):
                    yield node.attr


def _only_raises(function):
    body = function.body
    if isinstance(body[0], ast.Expr) and isinstance(getattr(body[0].value, "s", None) or _text(body[0].value), str):
        body = body[1:]
    while body and isinstance(body[0], (ast.Delete, ast.Pass)):
        body = body[1:]
    if not body or not isinstance(body[0], ast.Raise):
        return None
    error = body[0].exc.func if isinstance(body[0].exc, ast.Call) else body[0].exc
    return getattr(error, "id", None) or getattr(error, "attr", None) or "an error"


def _text(node):
    return getattr(node, "value", None) if type(node).__name__ == "Constant" else None
