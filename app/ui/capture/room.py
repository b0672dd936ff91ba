"""The capture room: whose claim it is, and its pages in; reading goes on behind while the clerk types."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout

from app.ui.capture.draft import Draft
from app.ui.capture.draft_sheet import list_drafts
from app.ui.capture.drafts_list import DraftsList
from app.ui.capture.foot import Foot
from app.ui.capture.insured_form import InsuredForm
from app.ui.capture.intake_files import PATTERN, Intake
from app.ui.capture.pages_area import PagesArea
from app.ui.capture.preview import Preview
from app.ui.desk.style import dress
from app.ui.desk.wording import told
from app.ui.shell.preferences import LAST_FOLDER
from app.ui.shell.room import Room
from app.ui.widgets.badge import Note, Tone
from app.ui.widgets.page_view_small import small_pictures
from review.claim.states import ClaimState
from review.errors import LingbaoError

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent

    from app.ui.capture.draft_sheet import DraftSheet
    from app.ui.shell.session import Session
    from ocr.capture.sources import Scanner


class CaptureRoom(Room):
    """Begins claims and takes their pages in."""

    id = "capture"

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._files = Intake(session, self)
        self.draft = Draft(session, self._files, self)
        self.drafts, self.pages, self.form, self.foot = DraftsList(), PagesArea(session), InsuredForm(), Foot()
        self.banner = Note()
        self.setAcceptDrops(True)
        self._build()
        self._connect()
        self._shortcuts()
        dress(self, session.theme)
        self._files.find_scanners(self.pages.scan.offer)

    def enter(self, claim: str = "") -> None:
        """Go on with a claim, or with the one that was open."""
        self.banner.say("", Tone.PLAIN)
        if claim:
            self.draft.open(claim)
        else:
            self.draft.reload()
        self._list()

    def leave(self) -> bool:
        """What is being typed is saved by leaving its field."""
        self.setFocus()
        return True

    # -- layout and wiring

    def _build(self) -> None:
        middle = QHBoxLayout()
        middle.setContentsMargins(8, 8, 8, 8)
        middle.setSpacing(8)
        middle.addWidget(self.drafts)
        middle.addWidget(self.pages, 1)
        middle.addWidget(self.form)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.banner)
        column.addLayout(middle, 1)
        column.addWidget(self.foot)

    def _connect(self) -> None:
        draft, grid = self.draft, self.pages.grid
        draft.shown.connect(self._show)
        draft.saved.connect(self.foot.say_saved)
        draft.saved.connect(lambda: self.banner.say("", Tone.PLAIN))
        draft.taking.connect(self.foot.say_taking)
        draft.refused.connect(self.pages.refused.add)
        draft.failed.connect(self._tell)
        self.drafts.begun.connect(draft.begin)
        self.drafts.chosen.connect(draft.open)
        self.form.edited.connect(draft.edit)
        self.foot.stepped.connect(self._step)
        self.pages.acted.connect(self._act)
        self.pages.scan.wanted.connect(self._scan)
        grid.turned.connect(lambda degrees: self._page(lambda page_id: draft.turn(page_id, degrees)))
        grid.shifted.connect(self._shift)
        grid.removed.connect(lambda: self._page(draft.remove))
        grid.opened.connect(self._open_page)
        grid.pages.moved.connect(draft.move)
        self.session.jobs.changed.connect(self._changed)
        if self.session.engine is not None:
            self.session.engine.page_read.connect(self._changed)
            self.session.engine.claim_read.connect(self._changed)

    def _shortcuts(self) -> None:
        keys: dict[str, Callable[[], object]] = {
            "Ctrl+N": self.draft.begin,
            "Ctrl+O": lambda: self._act("pick"),
            "Ctrl+V": lambda: self._act("paste"),
            "Ctrl+Z": self.draft.undo,
            "Ctrl+Y": self.draft.redo,
            "Ctrl+Return": self.foot.press,
            "Ctrl+Enter": self.foot.press,
        }
        for key, act in keys.items():
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.activated.connect(act)

    # -- showing

    def _show(self, sheet: DraftSheet) -> None:
        self.pages.show_sheet(sheet)
        self.form.show_claim(sheet.claim)
        self.foot.show_sheet(sheet)
        lacking = {
            tile.key: self.session.office.pages.path(tile.page.sha256) for tile in self.pages.grid.pages.lacking()
        }
        if lacking:
            grid = self.pages.grid.pages
            self.session.jobs.draw(self, lambda: small_pictures(lacking), grid.set_pictures, lambda _error: None)

    def _changed(self, number: str, _page_id: int = 0) -> None:
        if not self.isVisible():
            return
        self._list()
        if number == self.draft.number:
            self.draft.reload()

    def _list(self) -> None:
        office, name = self.session.office, self.session.actor.username
        self.session.jobs.run(
            self, lambda: list_drafts(office, name), lambda rows: self.drafts.show_rows(rows, self.draft.number)
        )

    def _tell(self, target: str, error: Exception) -> None:
        if not isinstance(error, LingbaoError):
            self.session.jobs.trouble.emit(error)
            return
        self.banner.say(told(error, error.advice), Tone.BAD)
        self.form.refuse(target, self.tr("■ 未保存"))

    # -- doing

    def _page(self, act: Callable[[int], None]) -> None:
        tile = self.pages.grid.tile
        if tile is not None:
            act(tile.page.id)

    def _shift(self, step: int) -> None:
        tile = self.pages.grid.tile
        if tile is not None:
            self.draft.move(tile.page.id, max(0, tile.page.position + step))

    def _act(self, name: str) -> None:
        acts: dict[str, Callable[[], None]] = {
            "pick": lambda: self._pick(self.draft.take, many=True),
            "paste": self._paste,
            "left": lambda: self._page(lambda page_id: self.draft.turn(page_id, -90)),
            "right": lambda: self._page(lambda page_id: self.draft.turn(page_id, 90)),
            "before": lambda: self._shift(-1),
            "after": lambda: self._shift(1),
            "replace": lambda: self._page(self._replace),
            "retry": lambda: self._page(self.draft.retry),
            "remove": lambda: self._page(self.draft.remove),
            "undo": self.draft.undo,
        }
        acts[name]()

    def _pick(self, done: Callable[[list[str]], None], *, many: bool) -> None:
        folder = self.session.preferences.get(LAST_FOLDER)
        dialog = QFileDialog(self, self.tr("选择影像"), folder, self.tr("影像和电子原件 ({0})").format(PATTERN))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles if many else QFileDialog.FileMode.ExistingFile)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.filesSelected.connect(done)
        dialog.open()

    def _replace(self, page_id: int) -> None:
        self._pick(lambda paths: self.draft.replace(page_id, paths[0]), many=False)

    def _paste(self) -> None:
        content = QGuiApplication.clipboard().mimeData()
        if content.hasUrls():
            self.draft.take([url.toLocalFile() for url in content.urls() if url.isLocalFile()])
        elif content.hasImage():
            self._files.keep_picture(QGuiApplication.clipboard().image(), self.draft.take)
        else:
            self.remark.emit(self.tr("剪贴板里没有图片或文件。"))

    def _scan(self, scanner: Scanner, feeder: bool) -> None:  # noqa: FBT001 - a Qt slot
        self.pages.scan.wait(on=True)

        def done(paths: list[str]) -> None:
            self.pages.scan.wait(on=False)
            self.draft.take(paths)

        def failed(error: Exception) -> None:
            self.pages.scan.wait(on=False)
            self.banner.say(told(error, getattr(error, "advice", "")), Tone.BAD)

        self._files.scan(scanner, feeder=feeder, done=done, failed=failed)

    def _open_page(self) -> None:
        tile = self.pages.grid.tile
        if tile is not None:
            Preview(self.session, tile, self).open()

    def _step(self, state: ClaimState) -> None:
        if state is ClaimState.DRAFT:
            self.draft.receive()
        elif state is ClaimState.SUPPLEMENT:
            self.draft.resume()
        else:
            self.navigate.emit("desk", self.draft.number)

    # -- dropping files anywhere in the room

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files are welcome."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()
            self.pages.welcome(on=True)

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        """They went elsewhere."""
        self.pages.welcome(on=False)

    def dropEvent(self, event: QDropEvent) -> None:
        """Take the dropped files in."""
        paths = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        event.acceptProposedAction()
        self.pages.welcome(on=False)
        self.draft.take(paths)
