"""What a file of rules proposes: its rules, and every row that cannot be taken, with its place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from review.rules.rule import Rule, RuleBatch


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleFault:
    """What is wrong with a row, or with a table where ``row`` is 0.

    Attributes:
        sheet, row: where, as a spreadsheet counts rows.
        found: what stands there, shortened.
        said: what is wrong and what to do (Chinese).
        left_out: whether the row gave nothing; otherwise it was taken, and a person should look.
        stops: whether nothing of the file may be taken over.
    """

    sheet: str = ""
    row: int = 0
    found: str = ""
    said: str
    left_out: bool = False
    stops: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleProposal:
    """A file as read; nothing is stored. ``batch.rows`` is ``batch.loaded`` and the rows that faults leave out."""

    file: str
    sha256: str
    batch: RuleBatch
    rules: tuple[Rule, ...]
    faults: tuple[RuleFault, ...] = ()

    @property
    def stopped(self) -> bool:
        """Whether nothing may be taken over."""
        return any(fault.stops for fault in self.faults)
