"""A long list that is in memory already, for tables that fetch page by page."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Generic

from app.ui.tables.columns import R
from app.ui.tables.paged import Slice

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


@dataclass(frozen=True)
class Listed(Generic[R]):
    """Rows, and which of them to keep; they are gone through once, on the thread that fetches first."""

    rows: Sequence[R]
    keeps: Callable[[R], bool] | None = None

    @cached_property
    def kept(self) -> tuple[R, ...]:
        """The rows that are kept."""
        return tuple(self.rows) if self.keeps is None else tuple(row for row in self.rows if self.keeps(row))

    def fetch(self, offset: int, limit: int) -> Slice[R]:
        """Some of them."""
        return Slice(self.kept[offset : offset + limit], len(self.kept))
