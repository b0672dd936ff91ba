"""The what-if room: the question on the left, on the right what runs, what came of it, or why nothing did."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.ui.jobs import Jobs
from app.ui.lane import Lane
from app.ui.shell.problems import problem
from app.ui.shell.room import Room
from app.ui.whatif.question import QuestionCard
from app.ui.whatif.result_view import ResultView
from app.ui.whatif.running import Running
from app.ui.widgets.badge import Note, Tone
from app.ui.widgets.cards import gaps
from app.ui.widgets.empty import Empty
from app.ui.widgets.saving import ask_where
from app.ui.widgets.wait_page import WaitPage
from review.reports.whatif_book import comparison_xlsx
from review.services.replaying import FromClaims

if TYPE_CHECKING:
    from app.ui.shell.session import Session
    from review.services.replaying import Asked
    from review.whatif.comparison import Comparison

_SHARES = (292, 960)


class WhatifRoom(Room):
    """Nothing is written here: a result is looked at, exported, or replaced by the next one."""

    id = "whatif"

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.heavy = Jobs(self)
        self.heavy.trouble.connect(session.jobs.trouble)
        self.lane = Lane("whatif", self)
        self.running = Running(self.lane, self)
        self._asked: Asked | None = None
        self._comparison: Comparison | None = None
        self.question, self.result = QuestionCard(session), ResultView(session.theme)
        self.empty, self.wait, self.note = Empty(), WaitPage(), Note()
        self._front = QStackedWidget()
        self._lay_out()
        self._connect()
        self._welcome()

    def enter(self, claim: str = "") -> None:  # noqa: ARG002  no claim is shown here
        """Load the packs anew; what runs goes on."""
        self.question.refresh()

    def begin(self, asked: Asked) -> None:
        """Replay in the background."""
        if self.running.busy:
            return
        self._asked = asked
        self.note.say("", Tone.INFO)
        self.question.setEnabled(False)
        self.wait.begin(self.tr("正在按两个政策包重算…"), leave=True)
        self._front.setCurrentWidget(self.wait)
        self.running.begin(self.session.office, asked)

    def _done(self, comparison: Comparison) -> None:
        self._ended()
        if not comparison.whole.claims and not comparison.refused:
            self.empty.say(self.tr("没有可以重算的报销单"), self.tr("放宽左边的日期和险种，或用生成的样本。"))
            self._front.setCurrentWidget(self.empty)
            return
        self._comparison = comparison
        self.result.show_comparison(comparison, real=isinstance(self._asked and self._asked.source, FromClaims))
        self._front.setCurrentWidget(self.result)
        if not self.isVisible():
            self.remark.emit(self.tr("政策对比已算完，请到“测算”查看。"))

    def _stopped(self) -> None:
        self._ended()
        words = self.tr("已停止，没有得出结果；什么都没有改动。")
        if self._comparison is None:
            self.empty.say(words, self.tr("改好左边的条件后可以重新开始。"))
        else:
            self.note.say(self.tr("已停止；下面是上一次的结果。"), Tone.WARN)

    def _failed(self, error: Exception) -> None:
        self._ended()
        told = problem(error)
        if self._comparison is None:
            self.empty.say(told.what, told.advice, self.tr("再试一次"))
        else:
            self.note.say(self.tr("{what} 下面是上一次的结果。").format(what=f"{told.what}{told.advice}"), Tone.BAD)

    def _ended(self) -> None:
        """Back to what was in front before."""
        self.wait.end()
        self.question.setEnabled(True)
        self.question.go.setFocus()
        self._front.setCurrentWidget(self.result if self._comparison else self.empty)

    def _again(self) -> None:
        if self._asked is not None:
            self.begin(self._asked)

    def _welcome(self) -> None:
        cure = self.tr(
            "选一批报销单和两个政策包，看看换一套参数，基金和个人各多付、少付多少，谁受益、谁受损。"
            "在后台重算，不保存，也不改动任何报销单。"
        )
        self.empty.say(self.tr("还没有对比"), cure)

    def _export(self) -> None:
        comparison = self._comparison
        if comparison is None:
            return
        versions = _plain(comparison.a.version), _plain(comparison.b.version)
        name = self.tr("政策对比 {0} 与 {1}.xlsx").format(*versions)
        ask_where(
            self,
            self.session.preferences,
            name,
            "Excel (*.xlsx)",
            lambda out: self.heavy.run(self, lambda: comparison_xlsx(comparison, out), self._exported),
        )

    def _exported(self, path: object) -> None:
        self.remark.emit(self.tr("已导出到 {path}").format(path=path))

    def _open(self, number: str) -> None:
        self.navigate.emit("desk", number)

    def _connect(self) -> None:
        self.question.asked.connect(self.begin)
        self.running.moved.connect(self.wait.tell)
        self.running.done.connect(self._done)
        self.running.stopped.connect(self._stopped)
        self.running.failed.connect(self._failed)
        self.wait.cancelled.connect(self.running.stop)
        self.empty.acted.connect(self._again)
        self.result.opened.connect(self._open)
        self.result.export.clicked.connect(self._export)
        keys = (("Ctrl+Return", self.question.ask), ("Ctrl+Enter", self.question.ask), ("F5", self.question.refresh))
        for key, act in (*keys, ("Ctrl+E", self._export), ("Esc", self._give_up)):
            QShortcut(QKeySequence(key), self, act)

    def _give_up(self) -> None:
        if self.running.busy:
            self.wait.cancel.click()

    def _lay_out(self) -> None:
        for page in (self.empty, self.wait, self.result):
            self._front.addWidget(page)
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.note)
        column.addWidget(self._front, 1)
        parts = gaps(Qt.Orientation.Horizontal, self.question, right)
        parts.setSizes(list(_SHARES))
        parts.setStretchFactor(0, 0)
        parts.setStretchFactor(1, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(16, 14, 16, 14)
        outer.addWidget(parts)


def _plain(version: str) -> str:
    """A version as a part of a file's name."""
    return "-".join(version.replace("/", "-").split())
