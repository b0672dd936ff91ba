"""The claim being captured: pages in, out and about, each step saved at once through the services."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from app.ui.capture.draft_sheet import DraftSheet, load_draft
from review.services import desk, intake, review, undoing

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from app.ui.capture.intake_files import Expanded, Intake
    from app.ui.shell.session import Session
    from review.claim.claim import Claim
    from review.services.intake import PagesAdded

PULSE = 1000
"""Milliseconds between looks at pages that are being read."""


class Draft(QObject):
    """``shown`` brings a DraftSheet, ``refused`` what was not taken in, ``failed`` what went wrong with a target."""

    shown = Signal(object)
    saved = Signal()
    taking = Signal(int)
    refused = Signal(object)
    failed = Signal(str, Exception)

    def __init__(self, session: Session, files: Intake, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._files = files
        self._sheet: DraftSheet | None = None
        self._number = ""
        self._pulse = QTimer(self, singleShot=True, interval=PULSE)
        self._pulse.timeout.connect(self.reload)

    @property
    def number(self) -> str:
        """Number of the open claim, or an empty string."""
        return self._number

    @property
    def sheet(self) -> DraftSheet | None:
        """The sheet last shown."""
        return self._sheet

    # -- opening

    def begin(self, then: Callable[[], None] | None = None) -> None:
        """Start a new claim."""
        office, actor = self._session.office, self._session.actor

        def done(claim: Claim) -> None:
            self._session.jobs.announce(claim.number)
            self.open(claim.number)
            if then is not None:
                then()

        self._session.jobs.run(self, lambda: intake.open_claim(office, actor), done, self._fail(""))

    def open(self, number: str) -> None:
        """Go on with a claim."""
        self._number, self._sheet = number, None
        self.reload()

    def reload(self) -> None:
        """Look at the claim again."""
        number, office = self._number, self._session.office
        if number:
            self._session.jobs.run(self, lambda: load_draft(office, number), self._lay, self._fail(""))

    # -- pages

    def take(self, paths: Sequence[str]) -> None:
        """Take files in: each becomes one or more pages, in the background; a claim is begun where none is open."""
        if not paths:
            return
        if not self._number:
            self.begin(lambda: self.take(paths))
            return
        number = self._number
        self.taking.emit(len(paths))
        self._files.expand(paths, lambda found: self._add(number, found))

    def replace(self, page_id: int, path: str) -> None:
        """Put a better picture in a page's place."""
        number = self._number

        def put(found: Expanded) -> None:
            if found.refused:
                self.refused.emit(found.refused)
            if found.pages:
                self._act("", intake.replace_page, page_id, found.pages[0], number=number)

        self._files.expand([path], put)

    def turn(self, page_id: int, degrees: int) -> None:
        """Turn a page clockwise from how it is shown."""
        if self._sheet is not None:
            self._act("", intake.turn_page, page_id, (self._sheet.turn(page_id) + degrees) % 360 or 360)

    def move(self, page_id: int, position: int) -> None:
        """Put a page at another place of the pile."""
        self._act("", intake.move_page, page_id, position)

    def remove(self, page_id: int) -> None:
        """Take a page out; undo brings it back."""
        self._act("", intake.remove_page, page_id)

    def retry(self, page_id: int) -> None:
        """Let a page be read again that could not be read."""
        self._act("", intake.retry_page, page_id)

    # -- the rest

    def edit(self, target: str, value: str) -> None:
        """Save one value."""
        self._act(target, desk.correct, (desk.Edit(target, value),))

    def undo(self) -> None:
        """Take the last change back."""
        self._act("", undoing.undo)

    def redo(self) -> None:
        """Make the change again that was taken back."""
        self._act("", undoing.redo)

    def receive(self) -> None:
        """Receive the claim: the office's clock starts."""
        self._act("", intake.receive)

    def resume(self) -> None:
        """Go on after the missing papers came."""
        self._act("", review.resume)

    def _add(self, number: str, found: Expanded) -> None:
        office, actor = self._session.office, self._session.actor
        if found.refused:
            self.refused.emit(found.refused)

        def done(added: PagesAdded) -> None:
            if added.refused:
                self.refused.emit(added.refused)
            self._after(number)

        work = partial(intake.add_pages, office, actor, number, found.pages)
        self._session.jobs.run(self, work, done, self._fail(""))

    def _act(self, target: str, step: Callable[..., Claim], *rest: object, number: str = "") -> None:
        office, actor, number = self._session.office, self._session.actor, number or self._number
        if number:
            self._session.jobs.run(
                self, lambda: step(office, actor, number, *rest), lambda _claim: self._after(number), self._fail(target)
            )

    def _after(self, number: str) -> None:
        self.saved.emit()
        self._session.jobs.announce(number)
        if self._session.engine is not None:
            self._session.engine.wake()
        if number == self._number:
            self.reload()

    def _lay(self, sheet: DraftSheet) -> None:
        if sheet.claim.number != self._number:
            return
        self._sheet = sheet
        self.shown.emit(sheet)
        if sheet.unread and self._session.engine is not None:
            self._pulse.start()

    def _fail(self, target: str) -> Callable[[Exception], None]:
        def tell(error: Exception) -> None:
            self.failed.emit(target, error)
            self.reload()

        return tell
