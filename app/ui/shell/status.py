"""The line at the bottom: the reading engine and its cure, pages not read yet, whether work is being saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication
from PySide6.QtWidgets import QStatusBar

from app.ui.shell import gateway
from app.ui.shell.calm import calm
from app.ui.shell.engine import COLD, FAILED, READY, WARMING
from app.ui.widgets.badge import Badge, Tone, shaped
from app.ui.widgets.cards import button, text
from ocr.errors import ReadingError

if TYPE_CHECKING:
    from app.ui.shell.session import Session

_STATES: dict[str, tuple[object, Tone]] = {
    COLD: (QT_TRANSLATE_NOOP("engine", "识别引擎 未启动"), Tone.PLAIN),
    WARMING: (QT_TRANSLATE_NOOP("engine", "识别引擎 预热中"), Tone.INFO),
    READY: (QT_TRANSLATE_NOOP("engine", "识别引擎 就绪"), Tone.OK),
    FAILED: (QT_TRANSLATE_NOOP("engine", "识别引擎 失败"), Tone.BAD),
}
_SHOWN_MS = 8000


class StatusLine(QStatusBar):
    """Refreshes itself when claims change and pages are read, at most a few times a second."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._engine, self._unread, self._busy = Badge(), text(role="small"), text(role="small")
        self._cure = button(self.tr("怎么办"), "quiet")
        self._cure.clicked.connect(self._show_cure)
        self.setSizeGripEnabled(False)
        self.setContentsMargins(12, 0, 12, 0)
        for widget in (self._busy, self._unread, self._cure, self._engine):
            self.addPermanentWidget(widget)
        self._calm = calm(self, self._count)
        self._listen()
        self._show_engine(session.engine.current if session.engine else COLD)
        self._count()

    def remark(self, words: str) -> None:
        """Show a sentence for a few seconds."""
        self.showMessage(words, _SHOWN_MS)

    def _listen(self) -> None:
        jobs, engine = self._session.jobs, self._session.engine
        jobs.busy.connect(self._show_busy)
        jobs.changed.connect(self._calm.stir)
        if engine is not None:
            engine.state.connect(self._show_engine)
            engine.page_read.connect(self._calm.stir)
            engine.trouble.connect(self._tell_trouble)

    def _show_engine(self, state: str) -> None:
        words, tone = _STATES[state]
        self._engine.say(shaped(QCoreApplication.translate("engine", str(words)), tone), tone)
        self._cure.setVisible(state == FAILED)

    def _show_cure(self) -> None:
        reason = self._session.engine.reason if self._session.engine else ""
        cure = self.tr(
            "影像都已保存，可先手工录入。请联系系统管理员在“设置 · 体检”里查看缺少什么，补齐后重新启动灵报。"
        )
        self._session.jobs.trouble.emit(ReadingError(reason or self.tr("识别引擎没有启动。"), advice=cure))

    def _show_busy(self, busy: bool) -> None:  # noqa: FBT001  a Qt slot
        self._busy.setText(self.tr("正在保存…") if busy else "")

    def _tell_trouble(self, claim: str, message: str) -> None:
        self.remark(f"{claim} {message}".strip())

    def _count(self) -> None:
        office = self._session.office
        self._session.jobs.run(self, lambda: gateway.unread_pages(office), self._show_unread)

    def _show_unread(self, pages: int) -> None:
        self._unread.setText(self.tr("待识别 {count} 页").format(count=pages) if pages else self.tr("影像已全部识别"))
