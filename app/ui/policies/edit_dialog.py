"""Editing one figure of a draft: from which day, what, on which paper; what is wrong stands beside it at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QLineEdit, QVBoxLayout

from app.ui.labels import label
from app.ui.policies.columns import figure_title
from app.ui.policies.value_form import BadTextError, ValueForm
from app.ui.policies.words import place_words
from app.ui.shell.problems import problem
from app.ui.widgets.badge import Note, Tone
from app.ui.widgets.cards import button, text
from app.ui.widgets.fields import Labelled, day_of
from review.packs.pack import pack_from
from review.packs.pack_edits import Provenance
from review.packs.series import Status
from review.services.policies import PartEdit, ValueEdit

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.ui.policies.figures import Figure
    from app.ui.policies.shelves import Opened
    from app.ui.shell.session import Session
    from review.services.policies import Edit

_PAUSE = 180
_PAPER = ("document", "clause", "source", "note")


class EditDialog(QDialog):
    """``wanted`` carries the edit once the whole pack would be sound with it."""

    wanted = Signal(object)

    def __init__(self, parent: QWidget, session: Session, opened: Opened, figure: Figure) -> None:
        super().__init__(parent)
        self._session, self._opened, self._figure = session, opened, figure
        self._sound: Edit | None = None
        self.since, self.form, self.note = QLineEdit(figure.word("since")), ValueForm(), Note()
        self.paper = {name: QLineEdit(figure.word(name)) for name in _PAPER}
        self.status, self.go, self.leave = (
            QComboBox(),
            button(self.tr("保存到草稿"), "primary"),
            button(self.tr("取消")),
        )
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self.setWindowTitle(self.tr("修改 {title}").format(title=figure_title(figure)))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(620, 640)
        self.form.show_value(figure.held.get("value"))
        self._lay_out()
        self._connect()
        self._allow()

    def edit(self) -> Edit | str:
        """What is wanted as it stands now, or what is missing."""
        try:
            value = self.form.value()
        except BadTextError as error:
            return self.tr("第 {line} 行写法有误，请对照原来的文本。").format(line=error)
        if not self._figure.dated:
            return PartEdit(self._figure.path, value)
        day = day_of(self.since.text())
        if day is None:
            return self.tr("请把“自哪一天起”写成 年-月-日。")
        told = {name: field.text().strip() for name, field in self.paper.items()}
        if not (told["document"] and told["clause"] and told["source"]):
            return self.tr("文件、条款、来源都要填写：没有依据的数不能生效。")
        return ValueEdit(self._figure.path, day, value, Provenance(**told, status=str(self.status.currentData())))

    def complain(self, error: Exception) -> None:
        """Say why it was not kept."""
        told = problem(error)
        self.note.say(f"{told.what}{told.advice}", Tone.BAD)

    def _changed(self) -> None:
        self._sound = None
        self.go.setEnabled(False)
        self._pause.start()

    def _allow(self) -> None:
        """Look at the whole pack as it would be."""
        wanted = self.edit()
        if isinstance(wanted, str):
            self.note.say(wanted, Tone.WARN)
            return
        tree, where = self._opened.tree, self.tr("草稿")

        def work() -> None:
            pack_from(wanted.on(tree), where=where)

        self._session.jobs.run(self, work, lambda _: self._fits(wanted), lambda error: self._unfit(wanted, error))

    def _fits(self, wanted: Edit) -> None:
        if wanted == self.edit():
            self._sound = wanted
            self.note.say(self.tr("可以保存：改了以后整个政策包仍然前后一致。"), Tone.OK)
            self.go.setEnabled(True)

    def _unfit(self, wanted: Edit, error: Exception) -> None:
        if wanted == self.edit():
            self.complain(error)

    def _keep(self) -> None:
        if self._sound is not None:
            self.wanted.emit(self._sound)

    def _connect(self) -> None:
        for field in (self.since, *self.paper.values()):
            field.textChanged.connect(lambda _: self._changed())
        self.status.activated.connect(lambda _: self._changed())
        self.form.changed.connect(self._changed)
        self._pause.timeout.connect(self._allow)
        self.go.clicked.connect(self._keep)
        self.leave.clicked.connect(self.reject)

    def _lay_out(self) -> None:
        for status in Status:
            self.status.addItem(label(status), status.value)
        self.status.setCurrentIndex(max(self.status.findData(self._figure.word("status")), 0))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(10)
        column.addWidget(text(figure_title(self._figure), "title"))
        column.addWidget(text(place_words(self._figure.path), "small"))
        if self._figure.dated:
            column.addLayout(self._row((self.tr("自哪一天的就诊起"), self.since), (self.tr("核实情况"), self.status)))
        column.addWidget(self.form, 1)
        if self._figure.dated:
            named = dict(zip(_PAPER, (self.tr("文件"), self.tr("条款"), self.tr("来源"), self.tr("说明")), strict=True))
            column.addLayout(self._row(*((named[name], self.paper[name]) for name in _PAPER[:2])))
            column.addLayout(self._row(*((named[name], self.paper[name]) for name in _PAPER[2:])))
        column.addWidget(self.note)
        row = QHBoxLayout()
        row.addStretch(1)
        for control in (self.leave, self.go):
            control.setAutoDefault(False)
            row.addWidget(control)
        column.addLayout(row)

    def _row(self, *fields: tuple[str, Any]) -> QHBoxLayout:
        row = QHBoxLayout()
        for name, field in fields:
            row.addWidget(Labelled(name, field), 1)
        return row
