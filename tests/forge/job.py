"""What sections of a form are drawn from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tests.forge.facts import Facts

Section = dict[str, Any]
Row = dict[str, str]


@dataclass(frozen=True)
class Job:
    """The facts of the case and the rows of its table."""

    facts: Facts
    rows: list[Row]
