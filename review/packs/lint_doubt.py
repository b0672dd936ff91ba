"""What a look at a pack brings up: a fault or a warning, with its key and cure."""

from __future__ import annotations

from typing import Literal, NamedTuple

Severity = Literal["fault", "warning"]


class Doubt(NamedTuple):
    """One thing that is wrong or doubtful, at a path of the pack; message and cure in Chinese."""

    severity: Severity
    path: str
    message: str
    cure: str
