"""While something takes its time: what, for how long already, and a way out."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, Qt, QTimer, Signal
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from app.ui.widgets.cards import button, text

_SECOND = 1000


class WaitPage(QWidget):
    """``cancelled`` comes with the button, which is there only where the work can be left."""

    cancelled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._what, self._since = text(role="heading"), text(role="mute")
        self.bar = QProgressBar(minimum=0, maximum=0, textVisible=False)
        self.bar.setFixedWidth(360)
        self.cancel = button(self.tr("取消"))
        self._done = self._of = 0
        self._clock, self._tick = QElapsedTimer(), QTimer(self, interval=_SECOND)
        column = QVBoxLayout(self)
        column.setSpacing(14)
        column.addStretch(2)
        for widget in (self._what, self.bar, self._since, self.cancel):
            column.addWidget(widget, alignment=Qt.AlignmentFlag.AlignCenter)
        column.addStretch(3)
        self._tick.timeout.connect(self._tell)
        self.cancel.clicked.connect(self._give_up)

    def begin(self, what: str, *, leave: bool) -> None:
        """Something begins; ``leave`` tells whether it can be cancelled."""
        self._what.setText(what)
        self.cancel.setVisible(leave)
        self.cancel.setEnabled(True)
        self._done = self._of = 0
        self.bar.setRange(0, 0)
        self._clock.start()
        self._tick.start()
        self._tell()

    def tell(self, done: int, of: int) -> None:
        """So many are done of so many; 0 where nobody knows of how many."""
        self._done, self._of = done, of
        self.bar.setRange(0, of)
        self.bar.setValue(done)
        self._tell()

    def end(self) -> None:
        """It is over."""
        self._tick.stop()

    def _tell(self) -> None:
        words = self.tr("已用 {n} 秒").format(n=self._clock.elapsed() // _SECOND)
        if self._of:
            counted = self.tr("{done} / {of}").format(done=f"{self._done:,}", of=f"{self._of:,}")
            words = self.tr(" · ").join((counted, words))
        self._since.setText(words)

    def _give_up(self) -> None:
        self.cancel.setEnabled(False)
        self._what.setText(self.tr("正在停止…"))
        self.cancelled.emit()
