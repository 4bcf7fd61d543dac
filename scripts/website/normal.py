"""The normal form of a message: what differs from one program to the next is taken out.

The patterns are the one source for both sides of a comparison: messages that were measured are normalised here, at
build time, and what a user pastes is normalised by the same patterns in the browser (`atlas-text.js`). So they use only
what regular expressions of Python and of JavaScript have in common.
"""

from __future__ import annotations

import ast
import re

GAP = "…"  # stands where something was taken out

# Each is (pattern, replacement), in order; `.` does not match the end of a line.
PATTERNS: tuple[tuple[str, str], ...] = (
    (r"\x1b\[[0-9;?]*[A-Za-z]", ""),  # colours of a terminal
    (r"\[(?:0|1|3[0-9]|0;3[0-9]|1;3[0-9])m", ""),  # the same, where the escape was lost on the way
    (r"[\u201c\u201d\u201e\u201f\u00ab\u00bb\u300c\u300d]", '"'),
    (r"[\u2018\u2019\u201a\u201b\u2039\u203a\u00b4`]", "'"),
    (r"[\u2500-\u257f\u00a0\u200b\ufeff]+", " "),  # borders that Rich draws, spaces that web pages put in
    (r"Full object config: .*", GAP),
    (r"config=\{'(?:module|class_name|registered_name)'.*", GAP),
    (r"using config=\{.*", GAP),
    (r"<([\w.]+) object at [^<>\n]*>", r"\1"),
    (r"\b0x[0-9a-fA-F]+\b", GAP),
    (r"<(KerasTensor|tf\.Tensor|KerasVariable|Variable|tf\.Variable)\b[^<>]*(?:<[^<>]*>[^<>]*)*>", r"\1"),
    (r"\[?\((?:None|-?\d+)(?:, ?(?:None|-?\d+))*,?\)\]?", GAP),  # shapes
    (r"\[(?:None|-?\d+)(?:, ?(?:None|-?\d+))*\]", GAP),
    (r"(^|[\s'\"(=:,\[])(?:[A-Za-z]:|~|\.{1,2})?(?:[\\/]+[\w.~@+-]+)+[\\/]*", rf"\1{GAP}"),  # paths
    (r"[\w.~@+-]+(?:[\\/][\w.~@+-]+)+(?::\d|\.\w{1,5})\b", GAP),  # paths and names of weights
    (r"filepath=[^\s,]+", f"filepath={GAP} "),
    (r"'[^'\s]+\.(?:h5|hdf5|keras|pkl|json|pb|tflite|ckpt)'", f"'{GAP}'"),
    (r"\b([A-Za-z]+(?:_[A-Za-z]+)*)_\d+\b", r"\1"),  # dense_3, keras_tensor_12
    (r"\b\d+(?:\.\d+)*(?:[eE][+-]?\d+)?\b", GAP),
)
_COMPILED = tuple((re.compile(pattern), replacement) for pattern, replacement in PATTERNS)
HOOKS = {"call", "build", "get_config", "train_step", "test_step", "predict_step", "update_state", "result"}


def normal(text: str, own: frozenset[str] = frozenset()) -> str:
    """A message in its normal form; `own` are names that the program gave, which go as well."""
    for pattern, replacement in _COMPILED:
        text = pattern.sub(replacement, text)
    if own:
        names = "|".join(sorted(map(re.escape, own), key=len, reverse=True))
        text = re.sub(rf"\b(?:{names})\b", GAP, text)
    text = re.sub(r"[ \t]+", " ", text)
    text = re.sub(rf"{GAP}(?:[\s,/:]*{GAP})+", GAP, text)
    return re.sub(r"\s*\n\s*", "\n", text).strip()


def patterns() -> list[list[str]]:
    """The patterns as JavaScript wants them: `$1` for `\\1`."""
    return [[pattern, replacement.replace("\\1", "$1")] for pattern, replacement in PATTERNS]


def own_names(code: str) -> frozenset[str]:
    """Names that a program gives to its classes, functions, layers (`name="score"`), which its messages may repeat."""
    try:
        tree = ast.parse(code)
    except SyntaxError:
        return frozenset()
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef | ast.FunctionDef):
            found.add(node.name)
        elif isinstance(node, ast.keyword) and node.arg == "name" and isinstance(node.value, ast.Constant):
            found.add(str(node.value.value))
    return frozenset(name for name in found - HOOKS if re.fullmatch(r"[A-Za-z][\w-]{2,}", name))
