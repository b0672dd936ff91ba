"""One finding: what is wrong in shape, word and colour; opened, it says on what it rests and what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.ui.desk.key_button import KeyButton
from app.ui.desk.reason_edit import ReasonEdit
from app.ui.labels import label
from app.ui.widgets.badge import Tone, restyle
from app.ui.widgets.cards import text
from review.checks.finding import Severity
from review.claim.decisions import FindingVerdict

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent

    from review.checks.finding import Finding
    from review.services.settle import FindingView

TONES = {Severity.BLOCKS: Tone.BAD, Severity.DECISION: Tone.WARN, Severity.CLUE: Tone.PLAIN}
SHAPES = {Severity.BLOCKS: "■", Severity.DECISION: "▲", Severity.CLUE: "○"}
WALK = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
KEYS = {Qt.Key.Key_A: FindingVerdict.ALLOW, Qt.Key.Key_D: FindingVerdict.EXCLUDE}


class FindingCard(QFrame):
    """A card that opens when it has the focus. A allows, D excludes, Enter goes to what is meant.

    ``looked`` asks to show the finding's place, ``entered`` to go there, ``walked`` (1 or -1) for the next card;
    ``decided`` brings verdict and reason.
    """

    looked = Signal(object)
    entered = Signal(object)
    walked = Signal(int)
    decided = Signal(object, object, str)

    def __init__(self, view: FindingView, *, locked: bool) -> None:
        super().__init__()
        self._view = view
        self._locked = locked
        self._verdict = FindingVerdict.ALLOW
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("finding", Tone.OK.value if view.decision else TONES[view.finding.severity].value)
        self._head = QLabel(self._headline())
        self._head.setWordWrap(True)
        self._head.setTextFormat(Qt.TextFormat.RichText)
        self._more = QWidget()
        self._column = QVBoxLayout(self._more)
        self._reason: ReasonEdit | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 6, 10, 6)
        column.setSpacing(4)
        column.addWidget(self._head)
        column.addWidget(self._more)
        self._fill_more()
        self._more.hide()
        self.setAccessibleName(f"{view.finding.title} {view.finding.message}")

    @property
    def finding(self) -> Finding:
        """The finding shown."""
        return self._view.finding

    @property
    def open(self) -> bool:
        """Whether it still stands in the way of an approval."""
        return self._view.open

    @property
    def decidable(self) -> bool:
        """Whether an answer is asked for and may be given here."""
        return self.finding.severity is Severity.DECISION and not self._locked

    @property
    def reason(self) -> ReasonEdit | None:
        """The line for the reason while it is open."""
        return self._reason

    def _headline(self) -> str:
        finding, decision = self._view.finding, self._view.decision
        shape = "✓" if decision else SHAPES[finding.severity]
        said = f"（{label(decision.verdict)}：{_plain(decision.reason)}）" if decision else ""
        return f"<b>{shape} {_plain(finding.title)}</b>　{_plain(finding.message)}{said}"

    def _fill_more(self) -> None:
        column = self._column
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        finding = self.finding
        for words in (self.tr("依据：{0}").format(finding.basis) if finding.basis else "", finding.advice):
            if words:
                line = text(words, "small")
                line.setWordWrap(True)
                column.addWidget(line)
        if self.decidable:
            column.addLayout(self._buttons())

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        for words, key, verdict in (
            (self.tr("允许"), "A", FindingVerdict.ALLOW),
            (self.tr("剔除"), "D", FindingVerdict.EXCLUDE),
        ):
            button = KeyButton(words, key, "small")
            button.clicked.connect(lambda _on=False, chosen=verdict: self.ask(chosen))
            row.addWidget(button)
        row.addStretch(1)
        return row

    def ask(self, verdict: FindingVerdict) -> None:
        """Open the line for the reason."""
        if not self.decidable:
            return
        self._drop()
        self._verdict = verdict
        usual = {
            FindingVerdict.ALLOW: (self.tr("已核对原件，情况属实"), self.tr("有病历依据，符合支付条件")),
            FindingVerdict.EXCLUDE: (self.tr("不符合限定支付条件"), self.tr("重复收费"), self.tr("与本次治疗无关")),
        }
        hint = self.tr("{0}的理由，回车确定").format(label(verdict))
        self._reason = ReasonEdit(usual[verdict], hint)
        self._reason.given.connect(self._give)
        self._reason.dropped.connect(self._drop)
        self._column.addWidget(self._reason)
        self._more.show()
        self._reason.setFocus()

    def _give(self, reason: str) -> None:
        self.decided.emit(self.finding, self._verdict, reason)

    def _drop(self) -> None:
        if self._reason is not None:
            self._reason.deleteLater()
            self._reason = None
            self.setFocus()

    def fold(self) -> None:
        """Show the headline only."""
        self._drop_quietly()
        self._more.hide()
        self._mark_open(on=False)

    def _drop_quietly(self) -> None:
        if self._reason is not None:
            self._reason.deleteLater()
            self._reason = None

    def _mark_open(self, *, on: bool) -> None:
        self.setProperty("open", on)
        restyle(self)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Open, and show the place."""
        super().focusInEvent(event)
        if self._more.isHidden():
            self._more.show()
            self._mark_open(on=True)
            self.looked.emit(self.finding)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on an open card shows the place again."""
        super().mousePressEvent(event)
        self.looked.emit(self.finding)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A, D, Enter, and the arrows, which the list would take for scrolling."""
        verdict = KEYS.get(Qt.Key(event.key())) if not event.modifiers() else None
        if verdict is not None and self.decidable:
            self.ask(verdict)
        elif event.key() in WALK:
            self.walked.emit(WALK[Qt.Key(event.key())])
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.entered.emit(self.finding)
        else:
            super().keyPressEvent(event)


def _plain(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
