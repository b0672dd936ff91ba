"""What the desk may learn: corrections, kept only with consent, and the layouts that reviews confirmed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from app.ui.settings.layouts_table import layout_columns
from app.ui.tables.model import RowsModel
from app.ui.tables.view import RowsView
from app.ui.widgets.badge import Note, Tone
from app.ui.widgets.cards import Card, button, text
from review.services import learning

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.ui.shell.session import Session
    from review.services.learning import KnownLayout

    Learned = tuple[bool, int, tuple[KnownLayout, ...]]


class LearningPanel(QWidget):
    """For supervisors and administrators; services refuse everyone else anyway."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.keep = QCheckBox(self.tr("从现在起留存经办人的更正"))
        self.note = Note()
        self.forget = button(self.tr("清除已留存的更正"), "danger")
        self._model: RowsModel[KnownLayout] = RowsModel(layout_columns(), _key, self)
        self.layouts: RowsView[KnownLayout] = RowsView(self._model, session.theme)
        self.revoke = button(self.tr("停用"))
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(16)
        column.addWidget(self._consent())
        column.addWidget(self._known(), 1)
        self.keep.clicked.connect(self._set_keep)
        self.forget.clicked.connect(self._forget)
        self.revoke.clicked.connect(self._revoke)
        self.layouts.picked.connect(self._allow)

    def refresh(self) -> None:
        """Load what was learned."""
        self._session.jobs.run(self, self._load, self._show)

    def _load(self) -> Learned:
        office, actor = self._session.office, self._session.actor
        kept = len(learning.corrections(office, actor))
        return learning.keeps_corrections(office), kept, learning.known_layouts(office, revoked=True)

    def _show(self, learned: Learned) -> None:
        keeps, kept, layouts = learned
        self.keep.setChecked(keeps)
        words = self.tr("已留存 {0} 处更正。").format(kept) if kept else self.tr("没有留存任何更正。")
        self.note.say(words, Tone.INFO if keeps else Tone.PLAIN)
        self.forget.setEnabled(kept > 0)
        self._model.show(layouts)
        self.layouts.pick_first()
        self._allow()

    def _consent(self) -> Card:
        card = Card()
        words = text(
            self.tr(
                "开启后，经办人每改正一处识别结果，就在本机数据库里记下：影像页和框的位置、识别出的文字、改正后的值、栏目、"
                "时间和操作人的用户名。这些内容可能包含参保人的姓名和号码，只用于改进识别，不会自动离开本机；"
                "需要时由负责人用命令 lingbao corrections export 导出。关闭后不再新增，已留存的可以清除。"
            ),
            "mute",
        )
        words.setWordWrap(True)
        row = QHBoxLayout()
        row.addWidget(self.note, 1)
        row.addWidget(self.forget)
        for widget in (text(self.tr("从更正中学习"), "heading"), words, self.keep):
            card.rows.addWidget(widget)
        card.rows.addLayout(row)
        return card

    def _known(self) -> Card:
        card = Card()
        words = text(
            self.tr(
                "初审通过且清单各栏含义无须更改时，记住该医院清单的栏目；以后遇到同一医院的清单，先按它读，但算式不符时仍以算式为准。"
            ),
            "mute",
        )
        words.setWordWrap(True)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.revoke)
        card.rows.addWidget(text(self.tr("记住的清单版式"), "heading"))
        card.rows.addWidget(words)
        card.rows.addWidget(self.layouts, 1)
        card.rows.addLayout(row)
        return card

    def _allow(self) -> None:
        row = self.layouts.current
        self.revoke.setEnabled(row is not None)
        self.revoke.setText(self.tr("恢复") if row is not None and row.revoked else self.tr("停用"))

    def _set_keep(self, keep: bool) -> None:  # noqa: FBT001 - Qt's own signal
        office, actor = self._session.office, self._session.actor
        self._do(lambda: learning.set_keep_corrections(office, actor, keep=keep))

    def _forget(self) -> None:
        office, actor = self._session.office, self._session.actor
        self._do(lambda: learning.forget_corrections(office, actor))

    def _revoke(self) -> None:
        office, actor, row = self._session.office, self._session.actor, self.layouts.current
        if row is not None:
            self._do(lambda: learning.set_layout_revoked(office, actor, row, revoked=not row.revoked))

    def _do(self, work: Callable[[], object]) -> None:
        self._session.jobs.run(self, work, lambda _: self.refresh())


def _key(layout: KnownLayout) -> tuple[str, str]:
    return layout.institution, layout.headings
