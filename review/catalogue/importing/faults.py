"""Faults as they are gathered: all counted, the first kept."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from review.catalogue.importing.proposal import Fault

if TYPE_CHECKING:
    from collections.abc import Callable

KEPT = 500
_SHOWN = 60


@dataclass(slots=True)
class Faults:
    """Gathers faults: stopping ones and told ones apart, of each the first ``KEPT``."""

    sheet: str = ""
    _stopping: list[Fault] = field(default_factory=list)
    _told: list[Fault] = field(default_factory=list)
    unkept: int = 0

    def stop(self, said: str, row: int = 0, column: str = "", found: object = "") -> None:
        """Note what forbids the import."""
        self._keep(self._stopping, lambda: self._fault(said, (row, column), found, stops=True))

    def tell(self, said: str, row: int = 0, column: str = "", found: object = "") -> None:
        """Note what a person should look at; the row is taken."""
        self._keep(self._told, lambda: self._fault(said, (row, column), found, stops=False))

    @property
    def kept(self) -> tuple[Fault, ...]:
        """Stopping faults, then the others, each in the order of the file."""
        return (*self._stopping, *self._told)

    def _keep(self, kept: list[Fault], fault: Callable[[], Fault]) -> None:
        if len(kept) < KEPT:
            kept.append(fault())
        else:
            self.unkept += 1

    def _fault(self, said: str, place: tuple[int, str], found: object, *, stops: bool) -> Fault:
        text = str(found)
        shown = text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
        return Fault(sheet=self.sheet, row=place[0], column=place[1], found=shown, said=said, stops=stops)
