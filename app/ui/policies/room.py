"""The pack editor room: packs and versions on the left, figures of a day in the middle, one figure in full."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from app.ui.jobs import Jobs
from app.ui.policies.actions import Actions
from app.ui.policies.browser import FigureBrowser
from app.ui.policies.columns import figure_columns
from app.ui.policies.deciding import Deciding
from app.ui.policies.differences import DifferencesPanel
from app.ui.policies.edit_dialog import EditDialog
from app.ui.policies.figure_card import FigureCard
from app.ui.policies.notes_panel import NotesPanel
from app.ui.policies.shelves import Opened, Shelf, ShelvesList, opened, shelves
from app.ui.policies.version_side import EDIT, deeds, refusal, story
from app.ui.shell.calm import calm
from app.ui.shell.room import Room
from app.ui.tables.exporting import Listing, ask_and_write
from app.ui.tables.people import full_names
from app.ui.widgets.badge import Note, Tone
from app.ui.widgets.cards import Card, button, gaps
from review.services import policies

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.ui.shell.session import Session

    Loaded = tuple[tuple[Shelf, ...], Mapping[str, str], str]

_SHARES = (236, 700, 308)


class PoliciesRoom(Room):
    """Everybody may look; who may draft, propose and approve, the services decide."""

    id = "policies"

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.heavy = Jobs(self)
        self.heavy.trouble.connect(session.jobs.trouble)
        self._names: Mapping[str, str] = {}
        self._shelves: tuple[Shelf, ...] = ()
        self.opened: Opened | None = None
        self.shelves, self.newer, self.told, self.faults = ShelvesList(session.theme), Note(), Note(), Note()
        self.browser = FigureBrowser(session.theme, session.office.today)
        self.differences, self.notes, self.tabs = DifferencesPanel(session), NotesPanel(session.theme), QTabWidget()
        self.card, self.edit = FigureCard(), button(self.tr("修改这一项…  F2"))
        self.deeds, self.deciding = Actions(session.actor), Deciding(self)
        self._calm = calm(self, self._refresh_in_front)
        self._lay_out()
        self._connect()
        self._allow()

    def enter(self, claim: str = "") -> None:  # noqa: ARG002  no claim is shown here
        """Load anew."""
        self.refresh()
        self.browser.table.setFocus()

    def refresh(self) -> None:
        """Load packs and versions."""
        office = self.session.office
        self.session.jobs.run(
            self, lambda: (shelves(office), full_names(office), policies.newer_shipped(office)), self._show
        )

    def begin_edit(self) -> EditDialog | None:
        """Edit the figure in focus, where this is a draft."""
        figure, held = self.browser.current, self.opened
        if figure is None or held is None or not self.edit.isEnabled():
            return None
        dialog = EditDialog(self, self.session, held, figure)
        dialog.wanted.connect(lambda wanted: self.deciding.edit(dialog, held.shelf, wanted))
        dialog.open()
        return dialog

    def _show(self, loaded: Loaded) -> None:
        (self._shelves, self._names, newer), before = loaded, self.shelves.current
        words = self.tr("随软件的政策包已更新到 {version}；本单位的版本仍以旧版为底，需要时请起草新版本。")
        self.newer.say(words.format(version=newer) if newer else "", Tone.WARN)
        self.shelves.show_rows(self._shelves)
        now = self.shelves.current
        if before is not None and now is not None and now.id == before.id:
            self._open(now)

    def _open(self, shelf: Shelf) -> None:
        office = self.session.office
        self._allow()
        self.session.jobs.run(self, lambda: opened(office, shelf), self._opened)

    def _opened(self, got: Opened) -> None:
        shelf = got.shelf
        if self.shelves.current is None or shelf.id != self.shelves.current.id:
            return
        self.opened = got
        self.browser.show_pack(got)
        self.differences.offer(self._shelves, shelf)
        self.notes.show_notes(got.notes)
        self.tabs.setTabText(2, self.tr("检查 {n}").format(n=len(self.notes.shown)))
        self.told.say("\n".join(story(shelf.version, self._names)) if shelf.version else "", Tone.INFO)
        self.faults.say(got.faults, Tone.BAD)
        self._allow()

    def _pick(self) -> None:
        figure = self.browser.current
        if figure is None:
            self.card.forget()
        else:
            self.card.show_figure(figure)
        self._allow()

    def _go_to(self, path: str) -> None:
        """Show the figure a note speaks of: its path, or one it lies in."""
        self.browser.clear()
        self.tabs.setCurrentWidget(self.browser)
        found = next((one.path for one in self.browser.shown if path.startswith(one.path)), "")
        if found:
            self.browser.table.pick(found)

    def _allow(self) -> None:
        shelf = self.shelves.current
        version = shelf.version if shelf else None
        why = refusal(EDIT, version, self.session.actor)
        self.edit.setVisible(EDIT in deeds(version))
        self.edit.setEnabled(EDIT in deeds(version) and not why and self.browser.current is not None)
        self.edit.setToolTip(why)
        self.deeds.follow(shelf, self.opened.faults if self.opened else "")

    def _export(self) -> None:
        rows, held = self.browser.shown, self.opened
        if held is not None and rows:
            name = self.tr("{title} {day}").format(title=held.shelf.title, day=self.browser.day.text())
            ask_and_write(self, self.session.preferences, self.heavy, Listing(name, figure_columns(), lambda: rows))

    def _refresh_in_front(self) -> None:
        if self.isVisible():
            self.refresh()

    def _connect(self) -> None:
        self.shelves.picked.connect(self._open)
        self.browser.picked.connect(self._pick)
        self.browser.opened.connect(self.begin_edit)
        self.notes.opened.connect(self._go_to)
        self.browser.export.clicked.connect(self._export)
        self.edit.clicked.connect(self.begin_edit)
        self.deeds.wanted.connect(lambda deed: self.deciding.begin(deed, self.shelves.current))
        self.deciding.done.connect(self._decided)
        self.session.jobs.changed.connect(self._calm.stir)
        keys = (
            ("Ctrl+F", self.browser.search.setFocus),
            ("F5", self.refresh),
            ("F2", self.edit.click),
            ("Ctrl+E", self._export),
        )
        for key, act in keys:
            QShortcut(QKeySequence(key), self, act)

    def _decided(self, pack: str, number: int, words: str) -> None:
        self.remark.emit(words)
        self.shelves.pick(f"{pack}:{number}")
        self.refresh()

    def _lay_out(self) -> None:
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        self.tabs.addTab(self.browser, self.tr("参数"))
        self.tabs.addTab(self.differences, self.tr("不同之处"))
        self.tabs.addTab(self.notes, "")
        right, card = QWidget(), Card(margin=0)
        card.rows.addWidget(self.card)
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(card, 1)
        column.addWidget(self.edit)
        parts = gaps(Qt.Orientation.Horizontal, self._left(), self.tabs, right)
        parts.setSizes(list(_SHARES))
        for place, stretch in enumerate((0, 1, 0)):
            parts.setStretchFactor(place, stretch)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(16, 14, 16, 14)
        outer.addWidget(parts)

    def _left(self) -> QWidget:
        card, holding = Card(margin=0), QWidget()
        card.rows.addWidget(self.shelves)
        column = QVBoxLayout(holding)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(card, 1)
        for widget in (self.newer, self.told, self.faults, self.deeds):
            column.addWidget(widget)
        return holding
