"""What sections of a form are drawn from."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tests.forge.facts import Facts

Section = dict[str, Any]
Row = dict[str, str]


@dataclass(frozen=True)
class Job:
    """The facts of the case, the rows of its table, and the names that titles take."""

    facts: Facts
    rows: list[Row]
    names: Mapping[str, str] = field(default_factory=dict)
