"""The office: the name it prints, its promise, what must be looked up, and backups in one proven file."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QSpinBox, QVBoxLayout, QWidget

from app.ui.settings.verify_card import VerifyCard
from app.ui.widgets.badge import Note, Tone
from app.ui.widgets.cards import Card, button, text
from app.ui.widgets.fields import Labelled
from app.ui.widgets.saving import ask_where
from review.services import backup, settings

if TYPE_CHECKING:
    from pathlib import Path

    from app.ui.shell.session import Session
    from review.services.backup import BackupReport

_MEGA = 1024 * 1024


class OfficePanel(QWidget):
    """For administrators."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.name, self.keep_name = QLineEdit(), button(self.tr("保存名称"))
        self.days, self.keep = QSpinBox(), button(self.tr("保存时限"))
        self.go, self.note = button(self.tr("备份到……"), "primary"), Note()
        self.verify = VerifyCard(session)
        self.days.setRange(1, 250)
        self.go.clicked.connect(self._ask)
        self.keep.clicked.connect(self._keep_days)
        self.keep_name.clicked.connect(self._keep_name)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(16)
        layout.addWidget(self._printed_name())
        layout.addWidget(self._promise())
        layout.addWidget(self.verify)
        layout.addWidget(self._backup())
        layout.addStretch(1)

    def refresh(self) -> None:
        """Load the name, the promise and the sum."""
        self.verify.refresh()
        office = self._session.office
        self._session.jobs.run(self, lambda: settings.office_name(office), self.name.setText)
        self._session.jobs.run(self, lambda: settings.promise_days(office), self.days.setValue)

    def _printed_name(self) -> Card:
        card = Card()
        card.setMaximumWidth(640)
        card.rows.addWidget(text(self.tr("机构名称"), "heading"))
        card.rows.addWidget(Labelled(self.tr("印在结算单、签批单和档案上的名称"), self.name))
        card.rows.addWidget(self.keep_name)
        return card

    def _promise(self) -> Card:
        card = Card()
        card.setMaximumWidth(640)
        card.rows.addWidget(text(self.tr("办结时限"), "heading"))
        card.rows.addWidget(Labelled(self.tr("从受理到拨付的工作日数（对以后受理的报销单有效）"), self.days))
        card.rows.addWidget(self.keep)
        return card

    def _backup(self) -> Card:
        card = Card()
        card.setMaximumWidth(640)
        words = text(
            self.tr(
                "把数据库、影像和归档 PDF 备份成一个文件，并逐个核对。备份含有全部参保人信息，请存放在安全的地方。"
            ),
            "mute",
        )
        words.setWordWrap(True)
        for widget in (text(self.tr("备份"), "heading"), words, self.note, self.go):
            card.rows.addWidget(widget)
        return card

    def _ask(self) -> None:
        name = f"lingbao-{datetime.now().astimezone():%Y%m%d-%H%M}.zip"
        ask_where(self, self._session.preferences, name, "ZIP (*.zip)", self._back_up)

    def _back_up(self, target: Path) -> None:
        office, actor = self._session.office, self._session.actor
        self.go.setEnabled(False)
        self.note.say(self.tr("正在备份…"), Tone.INFO)
        self._session.jobs.run(self, lambda: backup.backup(office, actor, target), self._done, self._failed)

    def _done(self, report: BackupReport) -> None:
        self.go.setEnabled(True)
        words = self.tr("已备份 {files} 个文件，{size:.1f} MB，核对无误：{path}")
        self.note.say(words.format(files=report.files, size=report.size / _MEGA, path=report.path), Tone.OK)

    def _failed(self, error: Exception) -> None:
        self.go.setEnabled(True)
        self.note.say("", Tone.BAD)
        self._session.jobs.trouble.emit(error)

    def _keep_name(self) -> None:
        office, actor, name = self._session.office, self._session.actor, self.name.text()
        self._session.jobs.run(self, lambda: settings.set_office_name(office, actor, name), lambda _: self.refresh())

    def _keep_days(self) -> None:
        office, actor, days = self._session.office, self._session.actor, self.days.value()
        self._session.jobs.run(self, lambda: settings.set_promise_days(office, actor, days), lambda _: self.refresh())
