"""Rows become people: one person's rows are joined where they agree, and left out where they contradict."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from review.accumulators.proposal import StandingFault
from review.accumulators.standing import Standing
from review.accumulators.words import caption
from review.identity import masked

if TYPE_CHECKING:
    from collections.abc import Iterable
    from decimal import Decimal

    from review.accumulators.standing import Figures, Whose

KEPT = 500
"""Faults that are listed of each weight; the others are counted."""
_SHOWN = 40
_NAMED = 5


@dataclass(frozen=True, slots=True)
class Drawn:
    """What one row gives."""

    sheet: str
    row: int
    whose: Whose
    name: str
    figures: Figures


@dataclass(slots=True)
class Gathered:
    """People as they come together; every row becomes part of a standing, or of a fault that leaves it out."""

    people: dict[Whose, list[Drawn]] = field(default_factory=dict)
    faults: list[StandingFault] = field(default_factory=list)
    rows: int = 0
    left_out: int = 0
    unkept: int = 0
    _counted: dict[tuple[bool, bool], int] = field(default_factory=dict)

    def take(self, drawn: Drawn) -> None:
        """Add what a row gives."""
        self.people.setdefault(drawn.whose, []).append(drawn)

    def tell(self, fault: StandingFault) -> None:
        """List a fault; of each weight the first ``KEPT``."""
        weight = (fault.stops, fault.left_out)
        self.left_out += fault.left_out
        self._counted[weight] = self._counted.get(weight, 0) + 1
        if self._counted[weight] > KEPT:
            self.unkept += 1
        else:
            self.faults.append(fault)

    def joined(self) -> tuple[Standing, ...]:
        """One standing for each person, year and scheme, in the order of the file."""
        names: dict[str, set[str]] = {}
        for rows in self.people.values():
            for row in rows:
                names.setdefault(row.whose.id_number, set()).add(row.name)
        shared = {number for number, called in names.items() if not one_person(called)}
        found = (self._of(rows, shared) for rows in self.people.values())
        return tuple(standing for standing in found if standing)

    def _of(self, rows: list[Drawn], shared: set[str]) -> Standing | None:
        whose = rows[0].whose
        if whose.id_number in shared:
            named = "、".join(dict.fromkeys(row.name for row in rows))
            self._leave(rows, f"同一身份证号登记了不同的姓名（本组：{named}）；都没有采用，请先在平台核对是谁的累计。")
            return None
        figures: dict[str, Decimal] = {}
        for row in rows:
            for name, amount in row.figures:
                if figures.setdefault(name, amount) != amount:
                    said = f"同一人、同一年度和险种有几行，“{caption(name)}”各不相同（第{_numbers(rows)}行）"
                    self._leave(rows, f"{said}；都没有采用，请在平台核对后只留一行累计。")
                    return None
        return Standing(whose=whose, name=rows[0].name, figures=tuple(figures.items()))

    def _leave(self, rows: list[Drawn], said: str) -> None:
        for row in rows:
            found = masked(row.whose.id_number)
            self.tell(StandingFault(sheet=row.sheet, row=row.row, found=found, said=said, left_out=True))


def shortened(text: str) -> str:
    """Text as faults show it: short, and without the middle of numbers of people."""
    digits = sum(sign.isdigit() for sign in text)
    hidden = masked(text) if digits >= 15 else text  # noqa: PLR2004 - citizen numbers have 15 or 18 digits
    return hidden if len(hidden) <= _SHOWN else f"{hidden[:_SHOWN]}…"


def _numbers(rows: list[Drawn]) -> str:
    shown = "、".join(str(row.row) for row in rows[:_NAMED])
    return shown if len(rows) <= _NAMED else f"{shown}等"


def _bare(name: str) -> str:
    return "".join(name.split()).replace("·", "").replace("•", "")


def one_person(called: Iterable[str]) -> bool:
    """Whether names are one person's: the same, or one with parts hidden that fits."""
    plain = sorted({_bare(name) for name in called} - {""}, key=lambda name: name.count("*"))
    return all(_fits(plain[0], other) for other in plain[1:])


def _fits(name: str, other: str) -> bool:
    return len(name) == len(other) and all("*" in pair or pair[0] == pair[1] for pair in zip(name, other, strict=True))
