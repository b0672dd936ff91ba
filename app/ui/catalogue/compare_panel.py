"""Two editions side by side: what the newer one brought, dropped and changed."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from app.ui.catalogue.differences_view import DifferencesView
from app.ui.catalogue.edition_words import dates
from app.ui.labels import label
from app.ui.widgets.cards import Card, text
from review.catalogue.entry import EntryKind
from review.services import catalogue

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from app.ui.jobs import Jobs
    from app.ui.shell.session import Session
    from review.catalogue.differences import Differences
    from review.catalogue.entry import Edition
    from review.services.catalogue import EditionView


class ComparePanel(QWidget):
    """Chooses two editions of one kind; differences are worked out in ``heavy``, which nothing else waits for."""

    def __init__(self, session: Session, heavy: Jobs) -> None:
        super().__init__()
        self._session, self._heavy = session, heavy
        self._editions: dict[str, Edition] = {}
        self.older, self.newer = QComboBox(), QComboBox()
        self.view = DifferencesView(session, heavy)
        self._lay_out()
        self.older.activated.connect(lambda _: self.compare())
        self.newer.activated.connect(lambda _: self._offer_older())

    def refresh(self) -> None:
        """Load the editions anew."""
        office = self._session.office
        self._session.jobs.run(self, lambda: catalogue.editions(office), self._show)

    def compare(self) -> None:
        """Work out what differs."""
        old, new = self._chosen(self.older), self._chosen(self.newer)
        if old is None or new is None:
            self.view.forget(self.tr("还没有可对比的版本：同一种目录至少要有两版。"))
            return
        self.view.forget(self.tr("正在对比…"))
        office, name = (
            self._session.office,
            self.tr("目录对比 {0:%Y%m%d}-{1:%Y%m%d}").format(old.effective_from, new.effective_from),
        )
        self._heavy.run(
            self,
            lambda: (old.id, new.id, catalogue.compare_editions(office, old.id, new.id)),
            lambda got: self._compared(got, name),
            self._failed,
        )

    def _compared(self, got: tuple[str, str, Differences], name: str) -> None:
        if got[:2] == (self.older.currentData(), self.newer.currentData()):
            self.view.show_differences(got[2], name)

    def _failed(self, error: Exception) -> None:
        self.view.forget(str(error))
        self._session.jobs.trouble.emit(error)

    def _chosen(self, box: QComboBox) -> Edition | None:
        return self._editions.get(box.currentData() or "")

    def _show(self, views: Sequence[EditionView]) -> None:
        self._editions = {view.edition.id: view.edition for view in views}
        _fill(self.newer, _latest(self._editions.values()), self.newer.currentData())
        self._offer_older()

    def _offer_older(self) -> None:
        """Offer the other editions of the newer one's kind, the one before it first."""
        new = self._chosen(self.newer)
        others = [e for e in self._editions.values() if new is not None and e.kind is new.kind and e.id != new.id]
        others.sort(key=lambda e: (new is not None and e.region == new.region, e.effective_from), reverse=True)
        _fill(self.older, others, self.older.currentData())
        self.compare()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        for word, box in ((self.tr("原版本"), self.older), (self.tr("新版本"), self.newer)):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setAccessibleName(word)
            row.addWidget(text(word, "small"))
            row.addWidget(box, 1)
        card = Card(margin=0)
        card.rows.addWidget(self.view)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(10)
        column.addLayout(row)
        column.addWidget(card, 1)


def _latest(editions: Iterable[Edition]) -> list[Edition]:
    """Kinds with something to compare first, in their order; the latest edition of each first."""
    listed, order = sorted(editions, key=lambda e: e.effective_from, reverse=True), list(EntryKind)
    counts = Counter(edition.kind for edition in listed)
    return sorted(listed, key=lambda e: (counts[e.kind] == 1, order.index(e.kind)))


def _fill(box: QComboBox, editions: Sequence[Edition], chosen: str | None) -> None:
    box.clear()
    for edition in editions:
        box.addItem(f"{label(edition.kind)} · {edition.region} · {edition.title}（{dates(edition)}）", edition.id)
    if chosen:
        box.setCurrentIndex(max(0, box.findData(chosen)))
