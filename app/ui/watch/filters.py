"""Which lines of the watch list are shown: by colour and by what is watched."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.labels import label
from app.ui.watch.watched_words import TONES
from app.ui.widgets.badge import shaped
from app.ui.widgets.chips import ChipRow, Choice
from review.watch.watched import Colour, WatchedKind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from review.watch.watched import Watched

ALL = "all"


@dataclass(frozen=True, slots=True)
class Sieve:
    """A colour and a kind, or all of them."""

    colour: str = ALL
    kind: str = ALL

    def keeps(self, watched: Watched) -> bool:
        """Whether a line is let through."""
        return self.colour in {ALL, watched.colour} and self.kind in {ALL, watched.kind}


class WatchFilters(QWidget):
    """Two rows of chips, each counting what it would let through; ``changed`` when one was pressed."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        colours = (Choice(colour, shaped(label(colour), TONES[colour])) for colour in Colour)
        kinds = (Choice(kind, label(kind)) for kind in WatchedKind)
        self.colours = ChipRow((Choice(ALL, self.tr("全部等级")), *colours))
        self.kinds = ChipRow((Choice(ALL, self.tr("全部对象")), *kinds))
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(8)
        for row in (self.colours, self.kinds):
            column.addWidget(row)
            row.chosen.connect(lambda _: self.changed.emit())

    @property
    def sieve(self) -> Sieve:
        """What is let through."""
        return Sieve(self.colours.current, self.kinds.current)

    def count(self, lines: Iterable[Watched]) -> None:
        """Show how many lines each chip lets through beside the other row's choice."""
        listed, now = tuple(lines), self.sieve
        self.colours.count({one: _kept(listed, Sieve(one, now.kind)) for one in (ALL, *Colour)})
        self.kinds.count({one: _kept(listed, Sieve(now.colour, one)) for one in (ALL, *WatchedKind)})

    def clear(self) -> None:
        """Let everything through."""
        for row in (self.colours, self.kinds):
            row.choose(ALL)


def _kept(lines: tuple[Watched, ...], sieve: Sieve) -> int:
    return sum(map(sieve.keeps, lines))
