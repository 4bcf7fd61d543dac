"""Kinds and signatures as short text that Python can parse. Runs inside a release: standard library, Python 3.7 syntax.

A signature reads as in a `def`: `(x, y=None, *, axis=-1, **kwargs)`; `(...)` where none can be had. Defaults that are
no literals read as a name (`tf.float32`, `relu`) or as a call of their type (`object()`).
"""

import enum
import functools
import inspect
import math
import re
import types

UNKNOWN = "(...)"
KINDS = inspect.Parameter


def of(function, skip_first=False):
    """The signature of a function; `skip_first` leaves `self` out."""
    try:
        parameters = list(_parameters(function))
    except (TypeError, ValueError, AttributeError):
        return UNKNOWN
    if skip_first and parameters and parameters[0].kind in (KINDS.POSITIONAL_ONLY, KINDS.POSITIONAL_OR_KEYWORD):
        parameters = parameters[1:]
    return "(%s)" % ", ".join(_written(parameters))


def of_class(cls):
    """How a class is constructed: by the first of `__init__` and `__new__` that says more than `*args, **kwargs`."""
    found = ""
    for name in ("__init__", "__new__"):
        method = inspect.getattr_static(cls, name)
        method = method.__func__ if isinstance(method, staticmethod) else method
        if method is getattr(object, name) or isinstance(method, types.WrapperDescriptorType):
            continue
        signature = of(method, skip_first=True)
        if signature not in ("(*args, **kwargs)", "(*args, **kwds)", UNKNOWN):
            return signature
        found = found or signature
    return found or "()"


def member(value):
    """Kind and signature of what stands in a class's dictionary."""
    if isinstance(value, (classmethod, staticmethod)):
        kind = "classmethod" if isinstance(value, classmethod) else "staticmethod"
        return kind + of(value.__func__, skip_first=kind == "classmethod")
    if isinstance(value, type):
        return "class"
    if inspect.isdatadescriptor(value) or isinstance(value, property) or type(value).__name__.endswith("property"):
        return "property"
    if callable(value) and (hasattr(value, "__get__") or hasattr(value, "__wrapped__")):
        return "method" + of(value, skip_first=True)
    return constant(value, "")


def function_of(value):
    """The function behind a member of a class, or the member itself."""
    if isinstance(value, (classmethod, staticmethod)):
        return value.__func__
    if isinstance(value, property):
        return value.fget
    return value


def constant(value, path):
    """A value that is no function: its literal where that is short and does not name a build, else its type."""
    if "version" not in path.lower() and (value is None or type(value) in (bool, int, float, str)):
        text = default(value)
        if len(text) <= 60:
            return "value " + text
    if isinstance(value, enum.Enum):
        return "value " + default(value)
    return "value of " + type(value).__name__


def default(value):
    """A default as an expression that Python can parse."""
    if value is None or isinstance(value, (bool, str, bytes)) and not isinstance(value, enum.Enum):
        text = repr(value)
        return text if len(text) <= 80 else repr(value[:60])
    if isinstance(value, enum.Enum):
        return "%s.%s" % (type(value).__name__, value.name)
    if type(value) is int:
        return repr(value)
    if type(value) is float:
        return repr(value) if math.isfinite(value) else "float('%r')" % value
    if type(value) in (tuple, list, set, frozenset) and len(value) <= 12:
        inner = [default(one) for one in value]
        if type(value) is tuple:
            return "(%s%s)" % (", ".join(inner), "," if len(inner) == 1 else "")
        return "[%s]" % ", ".join(inner) if type(value) is list else "{%s}" % ", ".join(sorted(inner)) or "set()"
    if type(value) is dict and len(value) <= 12:
        return "{%s}" % ", ".join("%s: %s" % (default(key), default(one)) for key, one in value.items())
    if type(value).__name__ == "DType" and hasattr(value, "name"):
        return "tf." + value.name
    name = getattr(value, "__name__", None)
    if name and re.match(r"^[A-Za-z_]\w*$", str(name)):
        return str(name)
    return "%s()" % type(value).__name__


def _parameters(function):
    """The parameters as TensorFlow documents them: what its decorators declare counts for more than what they wrap."""
    seen, one = 0, function
    while seen < 20:
        declared = getattr(getattr(one, "_tf_decorator", None), "decorator_argspec", None)
        if declared is not None:
            return _from_argspec(declared)
        following = getattr(one, "__wrapped__", None)
        if following is None or isinstance(one, functools.partial):
            break
        one, seen = following, seen + 1
    return inspect.signature(function).parameters.values()


def _from_argspec(spec):
    defaults = dict(zip(reversed(spec.args), reversed(spec.defaults or ())))
    for name in spec.args:
        yield KINDS(name, KINDS.POSITIONAL_OR_KEYWORD, default=defaults.get(name, KINDS.empty))
    if spec.varargs:
        yield KINDS(spec.varargs, KINDS.VAR_POSITIONAL)
    for name in getattr(spec, "kwonlyargs", ()):
        yield KINDS(name, KINDS.KEYWORD_ONLY, default=(spec.kwonlydefaults or {}).get(name, KINDS.empty))
    keywords = getattr(spec, "varkw", None) or getattr(spec, "keywords", None)
    if keywords:
        yield KINDS(keywords, KINDS.VAR_KEYWORD)


def _written(parameters):
    starred = slashed = False
    for index, one in enumerate(parameters):
        if one.kind == KINDS.VAR_POSITIONAL:
            starred = True
            yield "*" + one.name
            continue
        if one.kind == KINDS.VAR_KEYWORD:
            yield "**" + one.name
            continue
        if one.kind == KINDS.KEYWORD_ONLY and not starred:
            starred = True
            yield "*"
        yield one.name if one.default is KINDS.empty else "%s=%s" % (one.name, default(one.default))
        following = parameters[index + 1].kind if index + 1 < len(parameters) else None
        if one.kind == KINDS.POSITIONAL_ONLY and following != KINDS.POSITIONAL_ONLY and not slashed:
            slashed = True
            yield "/"
