"""The second person decides: what the version changes, and the list of settled claims that would be paid otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QPlainTextEdit, QTabWidget, QVBoxLayout, QWidget

from app.ui.policies.columns import change_columns, recalculated_columns
from app.ui.shell.problems import problem
from app.ui.tables.exporting import Listing, ask_and_write
from app.ui.tables.model import RowsModel
from app.ui.tables.view import RowsView
from app.ui.tables.words import yuan
from app.ui.widgets.badge import Note, Tone
from app.ui.widgets.cards import button, text
from app.ui.widgets.fields import Labelled
from app.ui.widgets.wait_page import WaitPage
from review.packs.versions import VersionState
from review.services import policies
from review.services.recalculating import recalculation
from review.whatif.watch import StoppedError, Watch

if TYPE_CHECKING:
    from app.ui.jobs import Jobs
    from app.ui.shell.session import Session
    from review.packs.pack_changes import Change
    from review.packs.versions import PolicyVersion
    from review.services.recalculating import Recalculated, Recalculation

    Seen = tuple[tuple[Change, ...], Recalculation]


_GLANCE = 100


class DecideDialog(QDialog):
    """Approves a proposed version, or takes an approved one out of use; ``decided`` carries the version then."""

    decided = Signal(object)

    def __init__(self, parent: QWidget, session: Session, heavy: Jobs, version: PolicyVersion) -> None:
        super().__init__(parent)
        self._session, self._heavy, self.version = session, heavy, version
        self._listed: Recalculation | None = None
        self._watch, self._glance = Watch(), QTimer(self, interval=_GLANCE)
        self.approving = version.state is VersionState.PROPOSED
        self.note, self.verdict, self.wait, self.tabs = Note(), Note(), WaitPage(), QTabWidget()
        self._changes: RowsModel[Change] = RowsModel(change_columns(), lambda c: (c.path, c.since), self)
        self._claims: RowsModel[Recalculated] = RowsModel(recalculated_columns(), lambda r: r.claim, self)
        self.changes, self.claims = RowsView(self._changes, session.theme), RowsView(self._claims, session.theme)
        self.seen = QCheckBox(self.tr("已核对重算清单；已拨付的差额另行补支、追回"))
        self.why, self.export = QPlainTextEdit(), button(self.tr("导出清单…"))
        verb = self.tr("核准") if self.approving else self.tr("停用")
        self.go, self.leave = button(verb, "primary" if self.approving else "danger"), button(self.tr("取消"))
        self.setWindowTitle(self.tr("{verb} {label}").format(verb=verb, label=version.label))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(980, 640)
        self._lay_out()
        self._connect()
        self._load()

    def _load(self) -> None:
        office, number = self._session.office, self.version.id
        self._watch = watch = Watch()
        self.wait.begin(self.tr("正在按新的参数重算已结算的报销单…"), leave=True)
        self._glance.start()
        self._allow()
        self._heavy.run(
            self,
            lambda: (policies.changed_figures(office, number), recalculation(office, number, watch=watch)),
            self._show,
            self._complain,
        )

    def reject(self) -> None:
        """Close; a list under way is stopped."""
        self._watch.stop()
        super().reject()

    def _show(self, seen: Seen) -> None:
        changed, self._listed = seen
        self._glance.stop()
        self.wait.end()
        self.wait.hide()
        self.tabs.show()
        self._changes.show(changed)
        self._claims.show(self._listed.rows)
        self.tabs.setTabText(0, self.tr("修改的参数 {n}").format(n=len(changed)))
        self.tabs.setTabText(1, self.tr("重算清单 {n}").format(n=len(self._listed.rows)))
        self.tabs.setCurrentIndex(1 if self._listed.rows else 0)
        self.verdict.say(list_words(self._listed), Tone.WARN if self._listed.rows else Tone.OK)
        self.seen.setVisible(bool(self._listed.rows))
        self._allow()

    def _decide(self) -> None:
        listed, office, actor, number = self._listed, self._session.office, self._session.actor, self.version.id
        if listed is None:
            return
        confirmed, why = listed.digest if listed.rows else "", self.why.toPlainText().strip()

        def work() -> PolicyVersion:
            if self.approving:
                return policies.approve(office, actor, number, confirmed)
            return policies.withdraw(office, actor, number, why, confirmed)

        self.go.setEnabled(False)
        self._heavy.run(self, work, self._done, self._refused)

    def _done(self, version: PolicyVersion) -> None:
        self.accept()
        self.decided.emit(version)

    def _refused(self, error: Exception) -> None:
        """Told, and the list made anew: something may have changed."""
        self._complain(error)
        self.seen.setChecked(False)
        self.wait.show()
        self._load()

    def _complain(self, error: Exception) -> None:
        self._glance.stop()
        if isinstance(error, StoppedError):
            return
        told = problem(error)
        self.note.say(f"{told.what}{told.advice}", Tone.BAD)
        self.wait.end()
        self.wait.hide()

    def _allow(self) -> None:
        looked = self._listed is not None and (not self._listed.rows or self.seen.isChecked())
        self.go.setEnabled(looked and (self.approving or bool(self.why.toPlainText().strip())))
        self.export.setEnabled(bool(self._listed and self._listed.rows))

    def _export(self) -> None:
        if self._listed is not None:
            rows, name = self._listed.rows, self.tr("重算清单 {label}").format(label=self.version.label)
            told = Listing(name, recalculated_columns(), lambda: rows)
            ask_and_write(self, self._session.preferences, self._heavy, told)

    def _connect(self) -> None:
        self.seen.toggled.connect(lambda _: self._allow())
        self.why.textChanged.connect(self._allow)
        self.export.clicked.connect(self._export)
        self.go.clicked.connect(self._decide)
        self.leave.clicked.connect(self.reject)
        self.wait.cancelled.connect(self.reject)
        self._glance.timeout.connect(lambda: self.wait.tell(self._watch.done, self._watch.of))

    def _lay_out(self) -> None:
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        self.tabs.addTab(self.changes, "")
        self.tabs.addTab(self.claims, "")
        self.tabs.hide()
        self.seen.hide()
        self.why.setTabChangesFocus(True)
        self.why.setMaximumHeight(72)
        reason = Labelled(self.tr("停用理由"), self.why)
        reason.setVisible(not self.approving)
        row, column = QHBoxLayout(), QVBoxLayout(self)
        row.addWidget(self.export)
        row.addStretch(1)
        for control in (self.export, self.leave, self.go):
            control.setAutoDefault(False)
        row.addWidget(self.leave)
        row.addWidget(self.go)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        column.addWidget(text(self.version.title, "title"))
        column.addWidget(self._about())
        for widget in (self.note, self.verdict):
            column.addWidget(widget)
        column.addWidget(self.wait, 1)
        column.addWidget(self.tabs, 1)
        column.addWidget(reason)
        column.addWidget(self.seen)
        column.addLayout(row)

    def _about(self) -> QWidget:
        words = self.tr("{label}，自 {day} 的就诊起执行。提请理由：{why}")
        version = self.version
        made = text(words.format(label=version.label, day=version.in_force_from, why=version.reason), "mute")
        made.setWordWrap(True)
        return made


def list_words(listed: Recalculation) -> str:
    """How many claims were looked at, how many would be paid otherwise, and what that comes to."""
    translate = QCoreApplication.translate
    if not listed.rows:
        return translate("DecideDialog", "看过 {n} 件已结算的报销单，都不因此改变。").format(n=f"{listed.looked_at:,}")
    words = translate(
        "DecideDialog", "看过 {n} 件已结算的报销单，{m} 件会改变；其中已拨付的少付 {little} 元、多付 {much} 元。"
    )
    return words.format(
        n=f"{listed.looked_at:,}",
        m=f"{len(listed.rows):,}",
        little=yuan(listed.too_little),
        much=yuan(listed.too_much),
    )
