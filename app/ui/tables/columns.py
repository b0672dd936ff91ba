"""What a table shows, as data: one Column a column, each a pure function of the row."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from app.ui.widgets.badge import shaped

if TYPE_CHECKING:
    from app.ui.widgets.badge import Tone

R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Chip:
    """One pill in a cell."""

    text: str
    tone: Tone


def chip(word: str, tone: Tone) -> Chip:
    """A pill that says its word with the shape of its tone."""
    return Chip(shaped(word, tone), tone)


@dataclass(frozen=True, kw_only=True)
class Column(Generic[R]):
    """One column.

    Attributes:
        id: stable name, for layouts kept and tests.
        title: the heading in the language in force.
        text: what the cell says; also what is copied and exported.
        order: what the column sorts by; its text where absent.
        chips: pills painted instead of the text.
        tint: colour token of the text for a row.
        numeric: right-aligned.
        width: wished width in pixels at the usual font size.
        stretch: the column takes what is left, at least its width.
        tip: the cell's tooltip.
        yields: where room is short, columns with the highest number step aside first; 0 never does.
    """

    id: str
    title: str
    text: Callable[[R], str]
    order: Callable[[R], Any] | None = None
    chips: Callable[[R], tuple[Chip, ...]] | None = None
    tint: Callable[[R], str] | None = None
    numeric: bool = False
    width: int = 100
    tip: Callable[[R], str] | None = None
    stretch: bool = False
    yields: int = 0

    def sort_key(self, row: R) -> Any:
        """What the column sorts the row by."""
        return self.order(row) if self.order else self.text(row)


Key = Callable[[R], Hashable]
