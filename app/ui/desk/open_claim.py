"""The claim that lies open on the desk: every change goes through here to the services, one after the other."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from app.ui.desk.sheet import Sheet, load_sheet
from app.ui.desk.trial import tried
from review.services import answers, catalogue, desk, queue, review, supplements, undoing, verifying

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from app.ui.shell.session import Session
    from review.checks.finding import Finding
    from review.claim.claim import Claim
    from review.claim.decisions import FindingVerdict
    from review.claim.verification import Verification
    from review.policy.settlement import Settlement
    from review.services.answers import CommonAnswer
    from review.services.catalogue import Rematched

PAUSE = 250
"""Milliseconds without typing before the settlement is worked out on trial."""


_MOVES: Mapping[str, Callable[..., Claim]] = {
    "begin_review": desk.begin_review,
    "approve_second": review.approve_second,
    "return_to_first": review.return_to_first,
    "reject": review.reject,
    "resume": review.resume,
}


def _nothing() -> None:
    """Nothing more is to be done."""


@dataclass(slots=True)
class _Held:
    """The claim's number and the version last seen; written only where jobs run, so that quick edits do not race."""

    number: str
    version: int


class OpenClaim(QObject):
    """``shown`` brings a new Sheet, ``saved`` comes after each change, ``refused`` with a target and what went wrong.

    ``working`` comes when figures are being worked out, ``tried`` with the settlement of what is being typed,
    ``rematched`` with the lines whose entry matching anew changed, ``noticed`` once a notice was issued.
    """

    shown = Signal(object)
    saved = Signal()
    noticed = Signal()
    working = Signal()
    tried = Signal(object)
    refused = Signal(str, Exception)
    rematched = Signal(tuple)

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._held: _Held | None = None
        self._sheet: Sheet | None = None
        self._changes = 0
        self._typed: tuple[str, str] = ("", "")
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._try)

    @property
    def sheet(self) -> Sheet | None:
        """The sheet last shown."""
        return self._sheet

    @property
    def busy(self) -> bool:
        """Whether a change of this desk is on its way; what it brings back is newer than any other news."""
        return self._changes > 0

    @property
    def number(self) -> str:
        """Number of the open claim, or an empty string."""
        return self._held.number if self._held else ""

    # -- opening

    def open(self, number: str) -> None:
        """Lay a claim on the desk."""
        self._held = _Held(number, 0)
        self._sheet = None
        self.reload()

    def reload(self) -> None:
        """Look at the claim again."""
        if self._held is not None:
            held = self._held
            self._run(held, lambda: None)

    # -- figures

    def edit(self, target: str, value: str) -> None:
        """Save one value."""
        self.edit_all((desk.Edit(target, value),))

    def edit_all(self, edits: Sequence[desk.Edit]) -> None:
        """Save several values as one change."""
        held = self._held
        if held is not None:
            office, actor = self._session.office, self._session.actor
            change = partial(desk.correct, office, actor, held.number, edits)
            self._change(edits[0].target, lambda: change(version=held.version))

    def typing(self, target: str, value: str) -> None:
        """Work out what the settlement would be, once the typing pauses."""
        self._typed = (target, value)
        self.working.emit()
        self._pause.start()

    def confirm(self, targets: Sequence[str]) -> None:
        """Say that values are right as read."""
        self._act(targets[0], desk.confirm, targets)

    def undo(self) -> None:
        """Take the last change back."""
        self._act("", undoing.undo)

    def redo(self) -> None:
        """Make the change again that was taken back."""
        self._act("", undoing.redo)

    # -- lines and findings

    def choose_entry(self, line_id: int, entry_id: str) -> None:
        """Set the catalogue entry of a line."""
        self._act(f"line:{line_id}", desk.choose_entry, line_id, entry_id)

    def rematch(self) -> None:
        """Match all lines anew, with the editions and the memory as they stand now."""
        held = self._held
        if held is None:
            return
        office, actor = self._session.office, self._session.actor

        def done(found: tuple[Rematched, ...]) -> None:
            self.reload()
            self._session.jobs.announce(held.number)
            self.rematched.emit(found)

        self._session.jobs.run(
            self,
            lambda: catalogue.rematch(office, actor, held.number),
            done,
            lambda error: self._refuse(held, "", error),
        )

    def add_line(self, document_id: int, cells: Mapping[str, str]) -> None:
        """Add a line the paper has and the reading has not."""
        self._act(f"document:{document_id}", desk.add_line, document_id, cells)

    def remove_line(self, line_id: int) -> None:
        """Strike a line out."""
        self._act(f"line:{line_id}", desk.remove_line, line_id)

    def restore_line(self, line_id: int) -> None:
        """Take a struck line back in."""
        self._act(f"line:{line_id}", desk.restore_line, line_id)

    def decide(self, finding: Finding, verdict: FindingVerdict, reason: str) -> None:
        """Answer a finding."""
        self._act(finding.subject, desk.decide, desk.Answer(finding.code, finding.subject, verdict, reason))

    def decide_all(self, common: CommonAnswer) -> None:
        """Answer several findings alike."""
        self._act("", answers.decide_all, common)

    def verify(self, answer: Verification) -> None:
        """Write down what the treasury's site said of a receipt."""
        self._tell(verifying.record_answer, answer)

    def give_notice(self, note: str) -> None:
        """Tell the person what is lacking; the claim waits for it."""
        self._tell(supplements.issue_notice, note, then=self.noticed.emit)

    def move(self, name: str, reason: str = "") -> None:
        """Take one step of the table of moves."""
        if name == "approve_first":
            self._approve()
        else:
            self._act("", _MOVES[name], *([reason] if reason else []))

    def _approve(self) -> None:
        held = self._held
        if held is not None:
            office, actor = self._session.office, self._session.actor
            self._change("", lambda: review.approve_first(office, actor, held.number, version=held.version))

    # -- how it is done

    def _tell(self, step: Callable[..., object], *rest: object, then: Callable[[], None] = _nothing) -> None:
        """Do something that brings back another thing than the claim."""
        held = self._held
        if held is None:
            return
        office, actor = self._session.office, self._session.actor

        def change() -> Claim:
            step(office, actor, held.number, *rest)
            return queue.load_claim(office, held.number)

        self._change("", change, then)

    def _act(self, target: str, step: Callable[..., Claim], *rest: object) -> None:
        held = self._held
        if held is not None:
            office, actor = self._session.office, self._session.actor
            self._change(target, lambda: step(office, actor, held.number, *rest))

    def _change(self, target: str, change: Callable[[], Claim], then: Callable[[], None] = _nothing) -> None:
        held = self._held
        if held is None:
            return
        self._pause.stop()
        self.working.emit()

        def work() -> None:
            held.version = change().version

        def done() -> None:
            self.saved.emit()
            then()

        self._run(held, work, target=target, saved=done)

    def _run(
        self, held: _Held, work: Callable[[], None], *, target: str = "", saved: Callable[[], None] | None = None
    ) -> None:
        saves = saved is not None
        self._changes += saves

        def gather() -> Sheet:
            work()
            sheet = load_sheet(self._session.office, held.number)
            held.version = held.version if saves else sheet.claim.version
            return sheet

        def done(sheet: Sheet) -> None:
            self._lay(held, sheet)
            if saved is not None:
                saved()
                self._session.jobs.announce(held.number)  # still busy, so that the desk does not look again itself
            self._changes -= saves

        def failed(error: Exception) -> None:
            self._changes -= saves
            self._refuse(held, target, error)

        self._session.jobs.run(self, gather, done, failed)

    def _lay(self, held: _Held, sheet: Sheet) -> None:
        if held is self._held:
            self._sheet = sheet
            self.shown.emit(sheet)

    def _refuse(self, held: _Held, target: str, error: Exception) -> None:
        if held is not self._held:
            return
        if self._sheet is not None:
            self.shown.emit(self._sheet)
        self.refused.emit(target, error)

    def _try(self) -> None:
        sheet, (target, value) = self._sheet, self._typed
        if sheet is None:
            return

        def show(settlement: Settlement | None) -> None:
            if self._typed == (target, value) and self._sheet is sheet:
                self.tried.emit(settlement or sheet.settlement)

        self._session.jobs.run(self, lambda: tried(self._session.office, sheet.claim, target, value), show)
