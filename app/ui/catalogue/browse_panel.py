"""Browsing: editions and their sections on the left, entries in the middle, the entry in full on the right."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.ui.catalogue import edition_words
from app.ui.catalogue.browser import Browser
from app.ui.catalogue.editions_list import EditionsList
from app.ui.catalogue.ending import EndDialog
from app.ui.catalogue.entry_card import EntryCard
from app.ui.catalogue.section_tree import SectionTree
from app.ui.catalogue.spans import Stand, shown
from app.ui.catalogue.touched import touched_words
from app.ui.widgets.badge import Note, Tone
from app.ui.widgets.cards import Card, button, gaps
from app.ui.widgets.reason import ReasonDialog, ask_reason
from review.services import catalogue
from review.services.catalogue import KEEPERS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from app.ui.catalogue.spans import Shown
    from app.ui.shell.session import Session
    from review.catalogue.entry import Edition, Entry
    from review.services.catalogue import EditionView, SectionCount

_SHARES = (268, 620, 330)


class BrowsePanel(QWidget):
    """``import_wanted`` comes with the button; services enforce who may."""

    import_wanted = Signal()
    remark = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.editions, self.tree = EditionsList(session.theme), SectionTree()
        self.browser, self.card, self.odd = Browser(session), EntryCard(), Note()
        self.add = button(self.tr("导入目录…"), "primary")
        self.end, self.withdraw = button(self.tr("终止…")), button(self.tr("作废…"))
        self._lay_out()
        self.add.clicked.connect(self.import_wanted)
        self.withdraw.clicked.connect(self._withdraw)
        self.end.clicked.connect(self._end)
        self.editions.picked.connect(self._open)
        self.tree.chosen.connect(self.browser.narrow)
        self.browser.picked.connect(self._show_entry)
        self._allow()

    def refresh(self) -> None:
        """Load the editions anew."""
        office = self._session.office
        self._session.jobs.run(self, lambda: catalogue.editions(office), self._show)

    def _show(self, views: Sequence[EditionView]) -> None:
        self.editions.show_rows(shown(views, self._session.office.today))
        self._tell_oddities()
        self._allow()

    def _open(self, row: Shown) -> None:
        self._tell_oddities()
        self.card.forget()
        self.tree.show_sections(())
        self.browser.open(row.edition.id)
        office, edition_id = self._session.office, row.edition.id
        self._session.jobs.run(
            self, lambda: catalogue.sections(office, edition_id), lambda found: self._show_sections(edition_id, found)
        )
        self._allow()

    def _tell_oddities(self) -> None:
        row = self.editions.current
        self.odd.say(" ".join(edition_words.oddities(row)) if row else "", Tone.WARN)

    def _show_sections(self, edition_id: str, found: tuple[SectionCount, ...]) -> None:
        if self.editions.current is not None and self.editions.current.edition.id == edition_id:
            self.tree.show_sections(found)

    def _show_entry(self) -> None:
        entry, row = self.browser.current, self.editions.current
        if entry is None or row is None:
            self.card.forget()
            return
        self.card.show_entry(entry, row.edition)
        office, edition = self._session.office, row.edition
        self._session.jobs.run(
            self, lambda: office.catalogue.assumption(entry), lambda words: self._add(entry, edition, words)
        )

    def _add(self, entry: Entry, edition: Edition, assumed: str) -> None:
        """Tell what the edition assumes about the entry, if that one is still in sight."""
        if assumed and entry is self.browser.current:
            self.card.show_entry(entry, edition, assumed)

    def _allow(self) -> None:
        row, may = self.editions.current, bool(KEEPERS & self._session.actor.roles)
        self.add.setEnabled(may)
        for control in (self.end, self.withdraw):
            control.setEnabled(may and row is not None and row.stand is not Stand.WITHDRAWN)
        for control in (self.add, self.end, self.withdraw):
            control.setToolTip("" if may else self.tr("导入、终止和作废由签批领导或系统管理员操作"))

    def _withdraw(self) -> None:
        row = self.editions.current
        if row is None:
            return
        words = self.tr("作废“{title}”以后，未结算的报销单不再用它；已结算的仍可查到当时的条目。为什么作废？")
        ready = (self.tr("导入了错误的文件"), self.tr("日期填错"))
        dialog = ReasonDialog(self, self.tr("作废此版本"), words.format(title=row.edition.title), ready)
        office, actor, edition_id = self._session.office, self._session.actor, row.edition.id
        change = partial(catalogue.withdraw, office, actor, edition_id)
        ask_reason(dialog, lambda why: self._do(edition_id, partial(change, why)))

    def _end(self) -> None:
        row = self.editions.current
        if row is None:
            return
        dialog = EndDialog(self, row.edition)
        office, actor, edition_id = self._session.office, self._session.actor, row.edition.id

        def end(why: str) -> None:
            if (last := dialog.last) is not None:
                self._do(edition_id, partial(catalogue.end_edition, office, actor, edition_id, last, why))

        ask_reason(dialog, end)

    def _do(self, edition_id: str, change: Callable[[], object]) -> None:
        """Change an edition, and tell which open claims that touches."""
        office = self._session.office

        def work() -> str:
            change()
            return touched_words(catalogue.touched_by_edition(office, edition_id))

        self._session.jobs.run(self, work, self._done)

    def _done(self, touched: str) -> None:
        self.remark.emit(touched)
        self._session.jobs.announce("")

    def _lay_out(self) -> None:
        middle = QVBoxLayout()
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(10)
        middle.addWidget(self.odd)
        middle.addWidget(self.browser, 1)
        right = Card(margin=0)
        right.rows.addWidget(self.card)
        parts = gaps(Qt.Orientation.Horizontal, self._left(), _holding(middle), right)
        parts.setSizes(list(_SHARES))
        for place, stretch in enumerate((0, 1, 0)):
            parts.setStretchFactor(place, stretch)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 14, 16, 14)
        row.addWidget(parts)

    def _left(self) -> QWidget:
        upper, lower = Card(margin=0), Card(margin=6)
        upper.rows.addWidget(self.editions)
        lower.rows.addWidget(self.tree)
        both = gaps(Qt.Orientation.Vertical, upper, lower)
        both.setSizes([320, 240])
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(both, 1)
        row = QHBoxLayout()
        row.addWidget(self.end, 1)
        row.addWidget(self.withdraw, 1)
        column.addLayout(row)
        column.addWidget(self.add)
        return _holding(column)


def _holding(layout: QVBoxLayout) -> QWidget:
    made = QWidget()
    made.setLayout(layout)
    return made
