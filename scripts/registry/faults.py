"""Faults: what is wrong, where, and what to do about it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Fault:
    """One thing that is wrong in a file, with the line and the field where they are known."""

    file: str
    line: int
    field: str
    what: str

    def __str__(self) -> str:
        """`file:line: field: what, and what to do`; parts that are unknown are left out."""
        place = f"{self.file}:{self.line}" if self.line else self.file
        return ": ".join(part for part in (place, self.field, self.what) if part)


class RegistryFaults(Exception):
    """The registry cannot be used as it is; `faults` holds every reason, in order of file and line."""

    def __init__(self, faults: list[Fault]):
        """Take the faults, sorted here."""
        self.faults = sorted(faults)
        super().__init__("\n".join(map(str, self.faults)))
