"""All findings of a claim by what they are about, worst first; arrows walk and filter, A and D decide."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from app.ui.desk.finding_card import FindingCard
from app.ui.desk.finding_filters import FindingFilters
from app.ui.desk.finding_heading import FindingHeading, FindingRest
from app.ui.desk.finding_sieve import alike, failed, sections
from app.ui.widgets.badge import Badge, Tone
from app.ui.widgets.cards import button, text
from review.claim.decisions import FindingVerdict
from review.services.answers import CommonAnswer

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from PySide6.QtGui import QResizeEvent

    from app.ui.desk.finding_sieve import Section
    from review.checks.finding import Finding, Group
    from review.services.settle import FindingView

AT_FIRST = 15
"""So many findings of a section are shown before the rest is asked for."""


class FindingsPanel(QFrame):
    """A card with the list of findings. Its signals are those of its cards; ``decided_all`` brings a CommonAnswer."""

    looked = Signal(object)
    entered = Signal(object)
    decided = Signal(object, object, str)
    decided_all = Signal(object)
    retried = Signal()
    compared = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("surface", "card")
        self._views: tuple[FindingView, ...] = ()
        self._locked, self._rows = True, frozenset[str]()
        self._made: list[FindingCard] = []
        self._cards: list[FindingCard] = []
        self._headings: list[FindingHeading] = []
        self._folded: set[Group] = set()
        self._whole: set[Group] = set()
        self._last: FindingCard | None = None
        self._title, self._trouble, self.filters = QLabel(), Badge(), FindingFilters()
        self._title.setProperty("role", "heading")
        self._empty, self.everything = text(role="ok"), button(self.tr("显示全部"), "small")
        self._scroll, self._list = QScrollArea(), QVBoxLayout()
        self._settled = QTimer(self, singleShot=True, interval=0)
        self._settled.timeout.connect(self._bring_into_view)
        self._build()
        self.filters.changed.connect(self._lay)
        self.everything.clicked.connect(self.filters.clear)
        self._say_head()
        self._lay()

    @property
    def cards(self) -> tuple[FindingCard, ...]:
        """The cards in view, in order."""
        return tuple(self._cards)

    @property
    def headings(self) -> tuple[FindingHeading, ...]:
        """The headings of the sections in view."""
        return tuple(self._headings)

    def show_findings(self, views: Sequence[FindingView], *, locked: bool, rows: Collection[str] = ()) -> None:
        """Show these findings; ``rows`` are the subjects that are rows of the paper. The card in hand stays in hand."""
        held = self._held()
        if (tuple(views), locked, frozenset(rows)) != (self._views, self._locked, self._rows):
            self._views, self._locked, self._rows = tuple(views), locked, frozenset(rows)
            self._say_head()
            self._lay()
        self._take(held)

    def go_to_open(self, step: int = 1) -> None:
        """Take the next (1) or previous (-1) finding in hand that still asks for something, around the end."""
        if not any(card.open for card in self._cards):
            self._unfold_all()
        cards, here = self._cards, self._place()
        after = [*cards[here + 1 :], *cards[: here + 1]] if step > 0 else [*cards[:here][::-1], *cards[here:][::-1]]
        found = next((card for card in after if card.open), None)
        if found is not None:
            _hold(found)

    def take(self, finding: Finding) -> None:
        """Take a finding in hand, wherever it lies."""
        if all(card.finding is not finding for card in self._cards):
            self._whole.add(finding.group)
            self._unfold_all()
        self._take(finding.fingerprint)

    # -- what is in view

    def _lay(self) -> None:
        """Lay out headings and cards anew; a card that says the same as before is kept, with what is typed in it."""
        spare, self._cards = self._made, []
        self._made = []
        self._clear()
        for section in sections(self._views, self.filters.sieve):
            self._lay_section(section, spare)
        for card in spare:
            card.deleteLater()
        self._list.addWidget(self._empty)
        self._list.addWidget(self.everything, alignment=Qt.AlignmentFlag.AlignLeft)
        self._list.addStretch(1)
        self._say_empty()

    def _lay_section(self, section: Section, spare: list[FindingCard]) -> None:
        group = section.group
        heading = FindingHeading(section, folded=group in self._folded)
        heading.clicked.connect(lambda: self._fold(group))
        self._headings.append(heading)
        self._list.addWidget(heading)
        if group in self._folded:
            return
        shown = section.views if group in self._whole else section.views[:AT_FIRST]
        for view in shown:
            self._list.addWidget(self._card(view, spare))
        if len(shown) < len(section.views):
            rest = FindingRest(len(section.views) - len(shown))
            rest.clicked.connect(lambda: self._show_whole(group))
            self._list.addWidget(rest)

    def _clear(self) -> None:
        """Empty the list; a card that stays must lose its place in it for good, or its old height is remembered."""
        while (item := self._list.itemAt(0)) is not None:
            widget = item.widget()
            if widget is None:
                self._list.takeAt(0)
                continue
            self._list.removeWidget(widget)
            if isinstance(widget, FindingHeading | FindingRest):
                widget.hide()
                widget.deleteLater()
        self._headings = []

    def _card(self, view: FindingView, spare: list[FindingCard]) -> FindingCard:
        of_row = view.finding.subject in self._rows
        card = next((c for c in spare if c.shows(view, locked=self._locked, of_row=of_row)), None)
        if card is None:
            card = self._connected(FindingCard(view, locked=self._locked, of_row=of_row))
        else:
            spare.remove(card)
        card.alike = len(alike(self._views, view))
        self._made.append(card)
        self._cards.append(card)
        return card

    def _connected(self, card: FindingCard) -> FindingCard:
        card.looked.connect(lambda finding: self._look(card, finding))
        card.walked.connect(lambda step: self._walk(card, step))
        card.sifted.connect(self._sift)
        card.grouped.connect(self._sift_group)
        card.entered.connect(self.entered)
        card.decided.connect(lambda *answer: self._decide(card, *answer))
        card.decided_all.connect(lambda _, verdict, reason: self._decide_all(card, verdict, reason))
        card.retried.connect(self.retried)
        card.compared.connect(self.compared)
        return card

    def _fold(self, group: Group) -> None:
        self._folded ^= {group}
        self._lay()

    def _show_whole(self, group: Group) -> None:
        self._whole.add(group)
        self._lay()

    def _unfold_all(self) -> None:
        """Where what is open is filtered or folded away, bring it into view."""
        self._folded.clear()
        self.filters.clear()

    # -- words

    def _say_head(self) -> None:
        self._title.setText(self.tr("疑点 {0}").format(sum(view.open for view in self._views)))
        missing = failed(self._views)
        self._trouble.say(self.tr("■ {0} 项检查未完成").format(len(missing)) if missing else "", Tone.BAD)
        self._trouble.setToolTip("\n".join(missing))
        self.filters.setVisible(bool(self._views))
        self.filters.show_counts(self._views)

    def _say_empty(self) -> None:
        filtered = bool(self._views) and not self._headings
        self._empty.setText(self.tr("这一筛选下没有疑点") if filtered else self.tr("✓ 没有疑点"))
        self._empty.setVisible(not self._headings)
        self.everything.setVisible(filtered)

    # -- the card in hand

    def _held(self) -> str:
        card = next((card for card in self._cards if _holds_focus(card)), None)
        return card.finding.fingerprint if card else ""

    def _place(self) -> int:
        held = self._held()
        return next((n for n, card in enumerate(self._cards) if card.finding.fingerprint == held), -1)

    def _take(self, fingerprint: str) -> None:
        card = next((card for card in self._cards if card.finding.fingerprint == fingerprint), None)
        if card is not None and not _holds_focus(card):
            _hold(card)

    def _decide(self, card: FindingCard, *answer: object) -> None:
        """Give the answer away and take the next open finding in hand, so that nobody waits for the store."""
        others = self._others(card)
        self.decided.emit(*answer)
        card.fold()
        _hold(next((other for other in others if other.open), card))

    def _decide_all(self, card: FindingCard, verdict: FindingVerdict, reason: str) -> None:
        """The same for a finding and all that are alike."""
        several = (card.view, *alike(self._views, card.view))
        may = (v for v in several if verdict is FindingVerdict.ALLOW or v.finding.subject in self._rows)
        known = frozenset(view.finding.fingerprint for view in may)
        others = self._others(card)
        self.decided_all.emit(CommonAnswer(known, verdict, reason))
        card.fold()
        _hold(next((other for other in others if other.open and other.finding.fingerprint not in known), card))

    def _others(self, card: FindingCard) -> list[FindingCard]:
        here = self._cards.index(card)
        return [*self._cards[here + 1 :], *self._cards[:here]]

    def _look(self, card: FindingCard, finding: object) -> None:
        for other in self._cards:
            if other is not card:
                other.fold()
        self._last = card
        self._settled.start()
        self.looked.emit(finding)

    def _bring_into_view(self) -> None:
        """Once the card that opened has its size."""
        if self._last in self._cards:
            self._scroll.ensureWidgetVisible(self._last, 0, 8)
            self._scroll.verticalScrollBar().setValue(min(self._scroll.verticalScrollBar().value(), self._last.y()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The card in hand stays in view."""
        super().resizeEvent(event)
        self._settled.start()

    def _walk(self, card: FindingCard, step: int) -> None:
        place = self._cards.index(card) + step
        _hold(self._cards[min(len(self._cards) - 1, max(0, place))])

    def _sift(self, step: int) -> None:
        self.filters.step(step)
        self._take_first()

    def _sift_group(self, step: int) -> None:
        self.filters.step_group(step)
        self._take_first()

    def _take_first(self) -> None:
        if self._cards:
            _hold(self._cards[0])

    # -- how it is laid out

    def _build(self) -> None:
        self._title.setToolTip(self.tr("F9 下一条　↑↓ 选择　←→ 筛选　G 类别　A 允许　D 剔除　数字 选理由"))
        page = QWidget()
        page.setLayout(self._list)
        self._list.setContentsMargins(0, 0, 4, 0)
        self._list.setSpacing(6)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(page)
        head = QHBoxLayout()
        head.addWidget(self._title)
        head.addWidget(self._trouble)
        head.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 8, 8)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self.filters)
        column.addWidget(self._scroll, 1)


def _hold(card: FindingCard) -> None:
    """Take a card in hand; one just made must be seen first."""
    card.show()
    card.setFocus(Qt.FocusReason.ShortcutFocusReason)
    card.open_up()


def _holds_focus(card: FindingCard) -> bool:
    focus = QApplication.focusWidget()
    return focus is not None and (focus is card or card.isAncestorOf(focus))
