"""One finding: what is wrong in shape, word and colour; opened, it says on what it rests and what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.ui.desk.finding_sieve import FAILED
from app.ui.desk.finding_targets import other_claims
from app.ui.desk.key_button import KeyButton
from app.ui.desk.reason_list import ReasonList
from app.ui.labels import label
from app.ui.widgets.badge import Tone, restyle
from app.ui.widgets.cards import text
from review.checks.finding import Severity
from review.claim.decisions import FindingVerdict
from review.services.reasons import reasons_for

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent

    from review.checks.finding import Finding
    from review.services.settle import FindingView

TONES = {Severity.BLOCKS: Tone.BAD, Severity.DECISION: Tone.WARN, Severity.CLUE: Tone.PLAIN}
SHAPES = {Severity.BLOCKS: "■", Severity.DECISION: "▲", Severity.CLUE: "○"}
WALK = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
SIFT = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}
KEYS = {Qt.Key.Key_A: FindingVerdict.ALLOW, Qt.Key.Key_D: FindingVerdict.EXCLUDE}


class FindingCard(QFrame):
    """A card that opens when it has the focus. A allows, D excludes, Enter goes to what is meant.

    ``looked`` asks to show the finding's place, ``entered`` to go there; ``walked``, ``sifted`` and ``grouped`` (1 or
    -1) ask for the next card, filter and group; ``decided`` brings verdict and reason, ``decided_all`` the same for
    this finding and all that are ``alike``, ``retried`` asks to run the checks again, ``compared`` brings the number of
    the other claim it is about.
    """

    looked = Signal(object)
    entered = Signal(object)
    walked = Signal(int)
    sifted = Signal(int)
    grouped = Signal(int)
    decided = Signal(object, object, str)
    decided_all = Signal(object, object, str)
    retried = Signal()
    compared = Signal(str)

    def __init__(self, view: FindingView, *, locked: bool, of_row: bool) -> None:
        super().__init__()
        self.view = view
        self.locked, self.of_row, self.alike = locked, of_row, 0
        self._verdict = FindingVerdict.ALLOW
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("finding", Tone.OK.value if view.decision else TONES[view.finding.severity].value)
        self._head = QLabel(self._headline())
        self._head.setWordWrap(True)
        self._head.setTextFormat(Qt.TextFormat.RichText)
        self._more: QWidget | None = None
        self.reason: ReasonList | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(10, 6, 10, 6)
        self._column.setSpacing(4)
        self._column.addWidget(self._head)
        self.setAccessibleName(f"{label(view.finding.severity)} {view.finding.title} {view.finding.message}")

    @property
    def finding(self) -> Finding:
        """The finding shown."""
        return self.view.finding

    @property
    def open(self) -> bool:
        """Whether it still stands in the way of an approval."""
        return self.view.open

    def may(self, verdict: FindingVerdict) -> bool:
        """Whether that answer is asked for and may be given here; only rows of the paper can be left unpaid."""
        asked = self.finding.severity is Severity.DECISION and not self.locked
        return asked and (verdict is FindingVerdict.ALLOW or self.of_row)

    def shows(self, view: FindingView, *, locked: bool, of_row: bool) -> bool:
        """Whether this card already says all of that."""
        return (self.view, self.locked, self.of_row) == (view, locked, of_row)

    def _headline(self) -> str:
        finding, decision = self.finding, self.view.decision
        shape = "✓" if decision else SHAPES[finding.severity]
        said = f"（{label(decision.verdict)}：{_plain(decision.reason)}）" if decision else ""
        return f"<b>{shape} {_plain(finding.title)}</b>　{_plain(finding.message)}{said}"

    # -- what opens below the headline

    def _unfold(self) -> None:
        """Made when first wanted: most cards of a long list are never opened."""
        if self._more is None:
            self._more = QWidget()
            column = QVBoxLayout(self._more)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(4)
            row = QHBoxLayout()
            for button in self._buttons():
                row.addWidget(button)
            row.addStretch(1)
            column.addLayout(row)
            for words in self._details():
                line = text(words, "small")
                line.setWordWrap(True)
                column.addWidget(line)
            self._column.addWidget(self._more)
        self._more.show()

    def _details(self) -> Iterator[str]:
        finding, decision = self.finding, self.view.decision
        if finding.basis:
            yield self.tr("依据：{0}").format(finding.basis)
        if finding.advice:
            yield finding.advice
        if decision:
            yield self.tr("{0} {1} 处理").format(decision.decided_by, f"{decision.decided_at:%Y-%m-%d %H:%M}")

    def _buttons(self) -> Iterator[KeyButton]:
        for verdict, key in ((FindingVerdict.ALLOW, "A"), (FindingVerdict.EXCLUDE, "D")):
            if self.may(verdict):
                button = KeyButton(label(verdict), key, "small")
                button.clicked.connect(lambda _on=False, chosen=verdict: self.ask(chosen))
                yield button
        for other in other_claims(self.finding):
            compare = KeyButton(self.tr("打开 {0}").format(other), "", "small")
            compare.clicked.connect(lambda _on=False, number=other: self.compared.emit(number))
            yield compare
        if self.finding.code == FAILED:
            again = KeyButton(self.tr("重新检查"), "F5", "small")
            again.clicked.connect(self.retried)
            yield again

    def ask(self, verdict: FindingVerdict) -> None:
        """Open the list of reasons."""
        if not self.may(verdict):
            return
        self._drop()
        if self._more is not None:
            self._more.hide()
        self._verdict = verdict
        hint = self.tr("{0}的理由：按数字选，或写明后回车").format(label(verdict))
        every = self.tr("0　其余 {0} 条同类一并处理").format(self.alike) if self.alike else ""
        self.reason = ReasonList(reasons_for(self.finding, verdict), hint, every)
        self.reason.given.connect(self._give)
        self.reason.dropped.connect(self._take_back)
        self._column.addWidget(self.reason)
        self._mark_open(on=True)
        self.reason.setFocus()
        self.looked.emit(self.finding)

    def _give(self, reason: str) -> None:
        for_all = self.reason is not None and self.reason.every.isChecked()
        given = self.decided_all if for_all else self.decided
        given.emit(self.finding, self._verdict, reason)

    def _take_back(self) -> None:
        self._drop()
        self._unfold()
        self.setFocus()

    def _drop(self) -> None:
        if self.reason is not None:
            self.reason.hide()
            self.reason.deleteLater()
            self.reason = None

    def fold(self) -> None:
        """Show the headline only."""
        self._drop()
        if self._more is not None:
            self._more.hide()
        if self.property("open"):
            self._mark_open(on=False)

    def _mark_open(self, *, on: bool) -> None:
        self.setProperty("open", on)
        restyle(self)

    # -- what the person does

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Open, and show the place."""
        super().focusInEvent(event)
        self.open_up()

    def open_up(self) -> None:
        """Show what stands below the headline, and the place, unless that is open already."""
        if self.reason is None and (self._more is None or self._more.isHidden()):
            self._unfold()
            self._mark_open(on=True)
            self.looked.emit(self.finding)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on an open card shows the place again."""
        super().mousePressEvent(event)
        self.looked.emit(self.finding)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A, D, G, Enter, and the arrows, which the list would take for scrolling."""
        key, back = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if key in KEYS and not event.modifiers():
            self.ask(KEYS[Qt.Key(key)])
        elif key in WALK:
            self.walked.emit(WALK[Qt.Key(key)])
        elif key in SIFT:
            self.sifted.emit(SIFT[Qt.Key(key)])
        elif key == Qt.Key.Key_G:
            self.grouped.emit(-1 if back else 1)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.entered.emit(self.finding)
        else:
            super().keyPressEvent(event)


def _plain(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
