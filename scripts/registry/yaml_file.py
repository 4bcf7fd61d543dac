"""Reads a YAML file written by a stranger: plain values, the line of each, and faults instead of surprises."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from scripts.registry.faults import Fault

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_scalars = yaml.constructor.SafeConstructor()
PLAIN_TAGS = {
    f"tag:yaml.org,2002:{name}" for name in ("str", "int", "float", "bool", "null", "timestamp", "seq", "map")
}


class YamlFile:
    """The values of one YAML file (`data`), the line of each (`line`), and what is wrong with it (`faults`).

    Aliases are refused, so that a small file cannot unfold into a huge one; so are duplicate keys, which
    YAML libraries otherwise resolve silently in favour of the last.
    """

    def __init__(self, path: Path, name: str, optional: bool = False):
        """Read `path`; `name` is how faults call it. An `optional` file that is not there is empty."""
        self.name = name
        self.faults: list[Fault] = []
        self._lines: dict[tuple, int] = {(): 1}
        self.data = None if optional and not path.exists() else self._read(path)

    def line(self, location: tuple) -> int:
        """Line of a value by its path of keys and indexes, or of the nearest thing around it."""
        while location not in self._lines:
            location = location[:-1]
        return self._lines[location]

    def fault(self, location: tuple, what: str) -> None:
        """Note a fault at a value."""
        field = ".".join(str(part) for part in location)
        self.faults.append(Fault(self.name, self.line(location), field, what))

    def _read(self, path: Path) -> Any:
        try:
            text = path.read_bytes().decode("utf-8-sig")
        except UnicodeDecodeError as error:
            line = path.read_bytes()[: error.start].count(b"\n") + 1
            self.faults.append(Fault(self.name, line, "", "not UTF-8 text: save the file as UTF-8"))
            return None
        try:
            node = yaml.compose(text, Loader=_Loader)
            return self._value(node, (), set()) if node is not None else None
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            self.faults.append(Fault(self.name, mark.line + 1 if mark else 1, "", _advice(text, error, mark)))
        except (yaml.YAMLError, RecursionError, ValueError) as error:
            self.faults.append(Fault(self.name, 1, "", f"not readable as YAML: {error}"))
        return None

    def _value(self, node: yaml.Node, location: tuple, seen: set[int]) -> Any:
        self._lines.setdefault(location, node.start_mark.line + 1)
        if id(node) in seen:
            self.fault(location, "an alias (*name): write the value out, rule files use no anchors or aliases")
            return None
        seen.add(id(node))
        if node.tag not in PLAIN_TAGS:
            self.fault(location, f"the tag {node.tag}: remove it, rule files hold plain values only")
            return None
        if isinstance(node, yaml.SequenceNode):
            return [self._value(item, (*location, index), seen) for index, item in enumerate(node.value)]
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, location, seen)
        try:
            return _scalars.construct_object(node)
        except ValueError:  # looks like a date or a number and is none: it is text
            return node.value

    def _mapping(self, node: yaml.MappingNode, location: tuple, seen: set[int]) -> dict:
        values = {}
        for key_node, value_node in node.value:
            key = str(key_node.value) if isinstance(key_node, yaml.ScalarNode) else "?"
            line = key_node.start_mark.line + 1
            if key in values:
                what = f"the key stands twice (first in line {self._lines[(*location, key)]}): keep one"
                self.faults.append(Fault(self.name, line, ".".join(map(str, (*location, key))), what))
            self._lines[(*location, key)] = line
            values[key] = self._value(value_node, (*location, key), seen)
        return values


def _advice(text: str, error: yaml.MarkedYAMLError, mark) -> str:
    """What PyYAML found, with the usual cause where it is known."""
    lines = text.splitlines()
    line = lines[mark.line] if mark and mark.line < len(lines) else ""
    problem = (error.problem or "").strip()
    if "\t" in line[: len(line) - len(line.lstrip())] or "'\\t'" in problem:
        return "a tab in the indentation: YAML allows spaces only"
    if "mapping values are not allowed" in problem or "expected <block end>" in problem:
        return f"{problem}: check the indentation, and put a value that holds ': ' or starts with ` into quotes"
    if "cannot start any token" in problem:
        return f"{problem}: put the value into quotes"
    return f"not readable as YAML: {problem}"
