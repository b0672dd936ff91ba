"""The rule library room: batches on the left, their rules in the middle, one rule in full on the right."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.jobs import Jobs
from app.ui.rules.browser import RuleBrowser
from app.ui.rules.importing.dialog import RulesDialog
from app.ui.rules.rule_side import RuleSide
from app.ui.rules.shelves import Shelf, ShelvesList, change_words, shelves
from app.ui.shell.calm import calm
from app.ui.shell.room import Room
from app.ui.tables.people import full_names
from app.ui.widgets.badge import Note, Tone
from app.ui.widgets.cards import Card, button, gaps
from app.ui.widgets.reason import ReasonDialog, ask_reason
from review.services import rulebooks
from review.services.edition_changes import KEEPERS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QPushButton

    from app.ui.shell.session import Session
    from review.services.rulebooks import BatchView, Caught

    Loaded = tuple[tuple[Shelf, ...], Mapping[str, Caught]]

_SHARES = (272, 640, 360)


class RulesRoom(Room):
    """Everybody may look; supervisors and administrators take batches over, out of use and back."""

    id = "rules"

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.heavy = Jobs(self)
        self.heavy.trouble.connect(session.jobs.trouble)
        self._loaded: Loaded | None = None
        self.shelves, self.rule = ShelvesList(session.theme), RuleSide(session)
        self.browser = RuleBrowser(session, self.heavy)
        self.told, self.add = Note(), button(self.tr("导入规则…"), "primary")
        self.withdraw, self.restore = button(self.tr("停用这一批…")), button(self.tr("恢复使用…"))
        self._calm = calm(self, self._refresh_in_front)
        self._lay_out()
        self._connect()
        self._allow()

    def enter(self, claim: str = "") -> None:  # noqa: ARG002  no claim is shown here
        """Load anew."""
        self.refresh()
        self.browser.table.view.setFocus()

    def refresh(self) -> None:
        """Load the batches, and what rules caught this year."""
        office, year = self.session.office, self.session.office.today.year

        def work() -> Loaded:
            counts, names = Counter(rule.batch for rule in office.rules.rules), full_names(office)
            views = [replace(view, by=names.get(view.by, view.by)) for view in rulebooks.rule_batches(office)]
            return shelves(views, counts), rulebooks.caught(office, year)

        self.session.jobs.run(self, work, self._show)

    def begin_import(self, path: str = "") -> RulesDialog:
        """Open the import, with a file if one is at hand."""
        dialog = RulesDialog(self.session, self.heavy, self)
        dialog.taken.connect(self._taken)
        dialog.open()
        if path:
            dialog.read(path)
        return dialog

    def _show(self, loaded: Loaded) -> None:
        """Show what is new; a list that did not change keeps its place."""
        if loaded == self._loaded:
            return
        self._loaded, before = loaded, self.shelves.current
        self.browser.know(loaded[1])
        self.shelves.show_rows(loaded[0])
        if before is not None and self.shelves.current is not None and self.shelves.current.id == before.id:
            self._open(self.shelves.current)

    def _open(self, shelf: Shelf) -> None:
        view = shelf.view
        self.told.say(change_words(view) if view else "", Tone.BAD if view and view.withdrawn else Tone.INFO)
        self.rule.show_row(None, None)
        self.browser.open(shelf.id, view.withdrawn if view else "")
        self._allow()

    def _show_rule(self) -> None:
        row = self.browser.current
        found = (v.batch for v in self._views if row is not None and v.batch.id == row.rule.batch)
        self.rule.show_row(row, next(found, None))

    @property
    def _views(self) -> tuple[BatchView, ...]:
        return tuple(shelf.view for shelf in (self._loaded[0] if self._loaded else ()) if shelf.view)

    def _allow(self) -> None:
        shelf, may = self.shelves.current, bool(KEEPERS & self.session.actor.roles)
        view = shelf.view if shelf else None
        self.add.setEnabled(may)
        self.withdraw.setVisible(view is None or not view.withdrawn)
        self.restore.setVisible(view is not None and bool(view.withdrawn))
        for control in (self.withdraw, self.restore):
            control.setEnabled(may and view is not None)
        why = "" if may else self.tr("导入、停用和恢复由签批领导或系统管理员操作")
        for control, tip in (
            (self.add, self.tr("导入后来公布的规则表（Ctrl+O）")),
            (self.withdraw, "" if view else self.tr("先在上面选一个批次")),
            (self.restore, ""),
        ):
            control.setToolTip(why or tip)

    def _withdraw(self) -> None:
        words = self.tr("停用“{title}”以后，其中的规则不再提示；已作出的处理不变，随时可以恢复使用。为什么停用？")
        ready = (self.tr("与本省口径不一致"), self.tr("已有新的批次"), self.tr("导入了错误的文件"))
        self._ask(self.withdraw, words, ready)

    def _restore(self) -> None:
        words = self.tr("恢复使用“{title}”以后，其中的规则重新提示。为什么恢复？")
        self._ask(self.restore, words, (self.tr("停用有误"), self.tr("上级答复适用")))

    def _ask(self, control: QPushButton, words: str, ready: tuple[str, ...]) -> None:
        shelf = self.shelves.current
        if shelf is None or shelf.view is None:
            return
        change = rulebooks.withdraw_rules if control is self.withdraw else rulebooks.restore_rules
        batch, office, actor = shelf.view.batch, self.session.office, self.session.actor
        dialog = ReasonDialog(self, control.text().rstrip("…"), words.format(title=batch.title), ready)
        ask_reason(
            dialog, lambda why: self.session.jobs.run(self, lambda: change(office, actor, batch.id, why), self._changed)
        )

    def _changed(self, _: object) -> None:
        self.remark.emit(self.tr("已保存；审核台按现在的规则提示。"))
        self.session.jobs.announce("")

    def _taken(self, view: BatchView) -> None:
        self.shelves.pick(view.batch.id)
        self.remark.emit(self.tr("已导入“{title}”。").format(title=view.batch.title))
        self.session.jobs.announce("")

    def _refresh_in_front(self) -> None:
        if self.isVisible():
            self.refresh()

    def _find(self) -> None:
        self.browser.search.setFocus()
        self.browser.search.selectAll()

    def _connect(self) -> None:
        self.shelves.picked.connect(self._open)
        self.browser.picked.connect(self._show_rule)
        self.browser.table.view.opened.connect(lambda _: self.rule.claims.table.setFocus())
        self.rule.opened.connect(lambda number: self.navigate.emit("desk", number))
        self.add.clicked.connect(lambda _: self.begin_import())
        self.withdraw.clicked.connect(self._withdraw)
        self.restore.clicked.connect(self._restore)
        self.session.jobs.changed.connect(self._calm.stir)
        keys = (
            ("Ctrl+F", self._find),
            ("F5", self.refresh),
            ("Ctrl+O", self.add.click),
            ("Ctrl+E", self.browser.export.click),
        )
        for key, act in keys:
            QShortcut(QKeySequence(key), self, act)

    def _lay_out(self) -> None:
        parts = gaps(Qt.Orientation.Horizontal, self._left(), self.browser, self.rule)
        parts.setSizes(list(_SHARES))
        for place, stretch in enumerate((0, 1, 0)):
            parts.setStretchFactor(place, stretch)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.addWidget(parts)

    def _left(self) -> QWidget:
        card, holding = Card(margin=0), QWidget()
        card.rows.addWidget(self.shelves)
        column = QVBoxLayout(holding)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(card, 1)
        for widget in (self.told, self.withdraw, self.restore, self.add):
            column.addWidget(widget)
        return holding
