"""What an export of a platform proposes: standings by person, and every row that cannot be taken, with its place."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from review.accumulators.standing import Standing
    from review.claim.people import Scheme


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What the person who imports says of a file, where the file does not say it itself.

    Attributes:
        as_of: the day the figures state; it wins over the file's own word.
        year, scheme: of all rows, where the file has no such column.
        columns: heading and the column or figure it is (``basic_fund``; an empty text leaves it out).
        includes_own: whether the figures include what this office settled by that day.
    """

    as_of: date | None = None
    year: int | None = None
    scheme: Scheme | None = None
    columns: tuple[tuple[str, str], ...] = ()
    includes_own: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class StandingFault:
    """What is wrong with a row, or with a sheet where ``row`` is 0.

    Attributes:
        sheet, row, column: where, as a spreadsheet counts rows; the column by its heading.
        found: what stands there, shortened, numbers of people masked.
        said: what is wrong and what to do (Chinese).
        left_out: whether the row gave nothing; otherwise it was taken, and a person should look.
        stops: whether nothing of the file may be taken over.
    """

    sheet: str = ""
    row: int = 0
    column: str = ""
    found: str = ""
    said: str
    left_out: bool = False
    stops: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class StandingProposal:
    """A file as read; nothing is stored.

    Attributes:
        rows: rows below the headings that hold anything; ``left_out`` of them gave nothing.
        columns: heading and what it was read as.
        unread: headings that were not read.
        notes: what else a person should know (Chinese).
        unkept: faults beyond those that are listed.
    """

    file: str
    sha256: str
    as_of: date | None
    includes_own: bool = True
    standings: tuple[Standing, ...] = ()
    faults: tuple[StandingFault, ...] = ()
    rows: int = 0
    left_out: int = 0
    columns: tuple[tuple[str, str], ...] = ()
    unread: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    unkept: int = 0

    @property
    def stopped(self) -> bool:
        """Whether nothing may be taken over."""
        return any(fault.stops for fault in self.faults)

    @property
    def counts(self) -> Mapping[tuple[int, Scheme], int]:
        """How many people there are of each year and scheme."""
        return Counter((one.whose.year, one.whose.scheme) for one in self.standings)
