"""All papers of a claim: what each is, original or copy, sealed or not; what is lacking, and the notice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QPushButton, QScrollArea, QWidget

from app.ui.desk.paper_kind import PaperKind
from app.ui.desk.paper_rows import SAID, missing, paper_rows, unsaid
from app.ui.desk.toggle import Toggle
from app.ui.labels import label
from app.ui.widgets.cards import button, text
from review.claim.paper import Custody
from review.claim.states import ClaimState

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.ui.desk.paper_rows import PaperRow
    from app.ui.desk.sheet import Sheet
    from review.checks.materials.checklist import Item

NOTICED = frozenset({ClaimState.FIRST_REVIEW, ClaimState.SUPPLEMENT})
"""States in which a person may be told what is lacking."""


class PapersPanel(QScrollArea):
    """``edited`` brings target and value, ``filled`` several edits; ``chosen`` the id of a paper to look at.

    ``notice_wanted`` asks for the notice.
    """

    edited = Signal(str, str)
    filled = Signal(object)
    chosen = Signal(int)
    notice_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setObjectName("form")
        self.rest = button(self.tr("其余为盖章原件"), "small")
        self.rest.setToolTip(self.tr("尚未注明的材料都记为原件、已盖章"))
        self.notice = button(self.tr("告知书…"), "small")
        self.notice.clicked.connect(self.notice_wanted)
        self.rest.clicked.connect(lambda: self.filled.emit(unsaid(self._rows)))
        self.toggles: dict[str, Toggle] = {}
        self.kinds: dict[int, PaperKind] = {}
        self._names: dict[int, QPushButton] = {}
        self._rows: tuple[PaperRow, ...] = ()
        self._shape: tuple[object, ...] = ()

    @property
    def rows(self) -> tuple[PaperRow, ...]:
        """The papers shown."""
        return self._rows

    def show_sheet(self, sheet: Sheet, *, locked: bool) -> None:
        """Show the papers of a claim; the hand stays where it is while the same papers are shown."""
        self._rows = paper_rows(sheet)
        lacking = missing(sheet)
        shape = (*((row.document_id, row.words) for row in self._rows), *lacking)
        if shape != self._shape:
            self._shape = shape
            self._rebuild(lacking)
        for row in self._rows:
            self._names[row.document_id].setText(f"■ {row.words}" if row.amiss else row.words)
            self.kinds[row.document_id].show_kind(row.kind, locked=locked)
            self.toggles[_custody(row)].show_value(row.custody.value, locked=locked)
            self.toggles[_sealed(row)].show_value(SAID[row.sealed], locked=locked)
        self.rest.setEnabled(not locked and bool(unsaid(self._rows)))
        self.notice.setEnabled(sheet.claim.state in NOTICED)

    def _rebuild(self, lacking: Sequence[Item]) -> None:
        page = QWidget()
        page.setObjectName("formPage")
        grid = QGridLayout(page)
        grid.setContentsMargins(12, 6, 8, 6)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(0, 1)
        self.toggles, self.kinds, self._names = {}, {}, {}
        for place, row in enumerate(self._rows):
            self._add(grid, place, row)
        for place, item in enumerate(lacking, len(self._rows)):
            grid.addWidget(_lacking(item), place, 0, 1, 4)
        last = len(self._rows) + len(lacking)
        foot = QHBoxLayout()
        foot.addWidget(self.rest)
        foot.addWidget(self.notice)
        foot.addStretch(1)
        grid.addLayout(foot, last, 0, 1, 4)
        grid.setRowStretch(last + 1, 1)
        old = self.takeWidget()
        self.setWidget(page)
        if old is not None:
            old.deleteLater()

    def _add(self, grid: QGridLayout, place: int, row: PaperRow) -> None:
        name = self._names[row.document_id] = QPushButton()
        name.setProperty("kind", "section")
        name.setToolTip(self.tr("看这份材料"))
        name.clicked.connect(lambda: self.chosen.emit(row.document_id))
        grid.addWidget(name, place, 0)
        kind = self.kinds[row.document_id] = PaperKind()
        kind.chosen.connect(lambda picked: self.edited.emit(f"document:{row.document_id}:kind", picked))
        grid.addWidget(kind, place, 1)
        choices = (
            (_custody(row), self._custodies()),
            (_sealed(row), self._seals()),
        )
        for column, (target, offered) in enumerate(choices, 2):
            toggle = Toggle(offered)
            toggle.chosen.connect(lambda value, at=target: self._say(at, value))
            self.toggles[target] = toggle
            grid.addWidget(toggle, place, column)

    def _say(self, target: str, value: str) -> None:
        unstated = Custody.UNSTATED.value if target.endswith("custody") else ""
        self.edited.emit(target, value or unstated)

    def _custodies(self) -> tuple[tuple[str, str, str], ...]:
        short = {
            Custody.ORIGINAL: self.tr("原"),
            Custody.COPY: self.tr("复"),
            Custody.ELECTRONIC: self.tr("电"),
        }
        return tuple((custody.value, word, label(custody)) for custody, word in short.items())

    def _seals(self) -> tuple[tuple[str, str, str], ...]:
        return (
            (SAID[True], self.tr("章"), self.tr("已盖章")),
            (SAID[False], self.tr("无章"), self.tr("应盖章而未盖章")),
        )


def _lacking(item: Item) -> QWidget:
    line = text(f"▲ {item.material.name}", "warn")
    line.setToolTip("\n".join(filter(None, (item.material.note, item.material.source))))
    return line


def _custody(row: PaperRow) -> str:
    return f"document:{row.document_id}:custody"


def _sealed(row: PaperRow) -> str:
    return f"document:{row.document_id}:sealed"
