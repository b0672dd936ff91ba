"""What the person says of a file where the file does not: the day, the year, the scheme, whether own claims are in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.ui.labels import label
from app.ui.widgets.cards import button
from app.ui.widgets.fields import Labelled, day_of
from review.accumulators.proposal import Told
from review.claim.people import Scheme

if TYPE_CHECKING:
    from review.accumulators.proposal import StandingProposal

_YEARS = range(2000, 2100)


class ToldRow(QWidget):
    """``again`` comes when the file is to be read with what was said now."""

    again = Signal()
    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.day = QLineEdit(placeholderText=self.tr("年-月-日"))
        self.year = QLineEdit(placeholderText=self.tr("按文件"), maxLength=4)
        self.scheme, self.own = QComboBox(), QCheckBox(self.tr("平台累计里已含本单位到那天为止结算的"))
        self.scheme.addItem(self.tr("按文件"), "")
        for scheme in Scheme:
            self.scheme.addItem(label(scheme), scheme.value)
        self.read = button(self.tr("按此重新读取"))
        self._said = Told()
        self._lay_out()
        self.read.clicked.connect(self.again)
        for field in (self.day, self.year):
            field.textChanged.connect(lambda _: self._follow())
            field.returnPressed.connect(self.read.click)
        self.scheme.activated.connect(lambda _: self._follow())
        self.own.toggled.connect(lambda _: self._follow())

    @property
    def told(self) -> Told | None:
        """What is said now; None while a field is not readable."""
        day, year = self.day.text().strip(), self.year.text().strip()
        read_day = day_of(day) if day else None
        if (day and read_day is None) or (year and not (year.isdecimal() and int(year) in _YEARS)):
            return None
        chosen = self.scheme.currentData()
        return Told(
            as_of=read_day,
            year=int(year) if year else None,
            scheme=Scheme(chosen) if chosen else None,
            includes_own=self.own.isChecked(),
        )

    @property
    def settled(self) -> bool:
        """Whether the file was read with what is said now."""
        return self.told == self._said

    def begin(self) -> None:
        """Nothing is said yet of another file."""
        for field in (self.day, self.year):
            field.clear()
        self.scheme.setCurrentIndex(0)
        self.own.setChecked(True)

    def show_read(self, proposal: StandingProposal) -> None:
        """The file was read with what is said; a day it states itself is shown."""
        if not self.day.text().strip() and proposal.as_of:
            self.day.setText(str(proposal.as_of))
        self._said = self.told or Told()
        self._follow()

    def _follow(self) -> None:
        self.read.setEnabled(self.told is not None and not self.settled)
        self.changed.emit()

    def _lay_out(self) -> None:
        row, column = QHBoxLayout(), QVBoxLayout(self)
        for word, field in (
            (self.tr("数据截至"), self.day),
            (self.tr("年度"), self.year),
            (self.tr("险种"), self.scheme),
        ):
            row.addWidget(Labelled(word, field), 1)
        foot = QVBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.read)
        row.addLayout(foot)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row)
        column.addWidget(self.own)
