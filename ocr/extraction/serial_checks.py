"""Printed serial numbers of lines (序号): where they jump, lines were lost."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ocr.extraction.value_kinds import INDEX

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ocr.extraction.draft import Draft

_FEWEST = 3
_SHARE = 0.6


@dataclass(frozen=True, slots=True)
class _Run:
    """Lines numbered one after the other: the first and last number, how far numbers are ahead of lines, how many."""

    first: int
    last: int
    ahead: int
    count: int


def check_serials(draft: Draft) -> Draft:
    """The paper asks where numbers jump ahead between lines; a single number that fits nowhere was misread itself."""
    numbers = [_number(str(line.cells[INDEX].value)) if INDEX in line.cells else 0 for line in draft.lines]
    if sum(n > 0 for n in numbers) < max(_FEWEST, _SHARE * len(numbers)):
        return draft
    runs = _trusted(_runs(numbers))
    jumps = ((a.last, b.first) for a, b in zip((_START, *runs), runs, strict=False) if _jumps(a, b))
    return draft.with_reason(*(f"序号从{last or '头'}跳到{first}，中间的行没有读到" for last, first in jumps))


_START = _Run(0, 0, 0, 1)


def _number(text: str) -> int:
    digits = text.strip(" .、")
    return int(digits) if digits.isascii() and digits.isdigit() else 0


def _runs(numbers: Sequence[int]) -> list[_Run]:
    runs: list[_Run] = []
    for at, number in enumerate(numbers, 1):
        if number and runs and runs[-1].ahead == number - at:
            last = runs.pop()
            runs.append(_Run(last.first, number, last.ahead, last.count + 1))
        elif number:
            runs.append(_Run(number, number, number - at, 1))
    return runs


def _trusted(runs: Sequence[_Run]) -> list[_Run]:
    """Runs of several lines, and one at the end, which has no neighbours to speak for or against it."""
    return [run for run in runs if run.count > 1 or run is runs[-1]]


def _jumps(one: _Run, other: _Run) -> bool:
    """Whether numbers go on after a gap; a count that starts again, or goes back, is another table."""
    return other.first > one.last + 1 and other.ahead > one.ahead
