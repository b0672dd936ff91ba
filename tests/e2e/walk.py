"""Drives the real window as people do, with keys, pasting and typing: pages in, two reviews, a signed batch.

usage: python -m tests.e2e.walk HOME [SHOTS]     prints one line a step; SHOTS is a folder for pictures of each room.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QMimeData, QSettings, Qt, QUrl
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPushButton, QWidget

from app.demo.people import PASSWORD, staff
from app.demo.sample import Sample, load_sample
from app.ui.__main__ import build
from app.ui.capture.room import CaptureRoom
from app.ui.desk.room import DeskRoom
from app.ui.signoff.room import SignoffRoom
from review.claim.decisions import FindingVerdict
from review.claim.states import ClaimState
from review.services import queue
from review.services.office import open_office

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.ui.desk.finding_card import FindingCard
    from app.ui.desk.form_card import FormCard
    from app.ui.shell.desktop import Desktop
    from review.claim.claim import Claim

LOOK, HANG = 50, 6_000
"""How often a step is looked at (milliseconds), and how many looks it gets before it counts as hanging."""

T = TypeVar("T", bound=QWidget)


class Walk:
    """One person after the other in front of one window."""

    def __init__(self, home: Path, shots: Path | None) -> None:
        self.home, self.shots = home, shots
        self.window: Desktop = build(home, QSettings(str(home / "settings.ini"), QSettings.Format.IniFormat))
        self.window.resize(1366, 768)
        self.window.show()
        self.front()
        self.window.open_house()

    def front(self) -> None:
        """Bring the window to the front, as a window manager would after a dialog."""
        self.window.activateWindow()
        QTest.qWaitForWindowActive(self.window)

    def wait(self, what: str, holds: Callable[[], object]) -> None:
        """Let the window live until something holds."""
        for _ in range(HANG):
            if holds():
                break
            QTest.qWait(LOOK)
        else:
            self.shoot(f"stuck-{what}")
            raise SystemExit(f"stuck: {what}")
        print(f"✓ {what}", flush=True)  # noqa: T201 - the walk tells its steps

    def shoot(self, name: str) -> None:
        """Keep a picture of the window, where pictures are wanted."""
        if self.shots is not None:
            QTest.qWait(400)
            self.window.grab().save(str(self.shots / f"{name}.png"))

    def find(self, kind: type[T]) -> T:
        """The widget of that kind that can be seen."""
        return next(widget for widget in self.window.findChildren(kind) if widget.isVisible())

    def room(self, kind: type[T], key: Qt.Key) -> T:
        """Go to a room by its key."""
        self.front()
        QTest.keyClick(self.window, key, Qt.KeyboardModifier.ControlModifier)
        self.wait(kind.__name__, lambda: any(w.isVisible() for w in self.window.findChildren(kind)))
        return self.find(kind)

    @property
    def claim(self) -> Claim:
        """The one claim as the store has it."""
        [row] = queue.queue(open_office(self.home))
        return queue.load_claim(open_office(self.home), row.number)

    def sign_in(self, username: str) -> None:
        """Type name and password."""
        self.wait("entrance", lambda: len([e for e in self.window.findChildren(QLineEdit) if e.isVisible()]) == 2)
        self.wait("open", lambda: any(b.isVisible() and b.isEnabled() for b in self.window.findChildren(QPushButton)))
        name, password = [edit for edit in self.window.findChildren(QLineEdit) if edit.isVisible()]
        name.clear()
        QTest.keyClicks(name, username)
        QTest.keyClicks(password, PASSWORD)
        QTest.keyClick(password, Qt.Key.Key_Return)
        self.wait(f"{username} is in", lambda: self.window.workplace is not None)

    def sign_out(self) -> None:
        """Let the next person come."""
        assert self.window.workplace is not None
        self.window.workplace.sign_out()
        QTest.qWait(50)


def write(edit: QLineEdit, text: str) -> None:
    """Type as an input method does, which is how Chinese comes to be."""
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(edit, event)


def fill(form: FormCard, target: str, value: str) -> None:
    """Type or choose one value of a form."""
    editor = form.editor(target)
    assert editor is not None, target
    editor.setFocus()
    if isinstance(editor, QComboBox):
        place = editor.findData(value)
        editor.setCurrentIndex(place)
        editor.activated.emit(place)
    elif isinstance(editor, QLineEdit):
        editor.selectAll()
        write(editor, value)
        QTest.keyClick(editor, Qt.Key.Key_Return)
    else:
        [button] = [editor] if isinstance(editor, QPushButton) else []
        next(action for action in button.menu().actions() if action.data() == value).trigger()
    QTest.qWait(30)


YEAR_SOURCE = "参保人员年度累计查询单"
"""What the clerk states the year's sums from."""


def facts(sample: Sample) -> dict[str, str]:
    """What the clerk types: what no paper of the claim shows."""
    insured, care = sample.insured, sample.care
    return {
        "insured.name": insured.name,
        "insured.id_number": insured.id_number,
        "insured.groups": insured.groups[0].value,
        "insured.account.holder": insured.account.holder,
        "insured.account.number": insured.account.number,
        "insured.account.bank": insured.account.bank,
        "care.hospital_level": care.hospital_level.value,
        "care.province": care.province,
        "care.filing": care.filing.value,
        "year_to_date.source": YEAR_SOURCE,
    }


def capture(walk: Walk, sample: Sample) -> None:
    """The clerk begins a claim, pastes the pages, types the facts, receives; the pages are read behind."""
    room = walk.room(CaptureRoom, Qt.Key.Key_1)
    QTest.keyClick(room, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    walk.wait("a draft is begun", lambda: room.draft.number)
    paste(room, sample.pages)
    walk.wait("the pages are stored", lambda: len(walk.claim.pages) == len(sample.pages))
    for target, value in facts(sample).items():
        fill(room.form.form, target, value)
    walk.wait("the facts are saved", lambda: walk.claim.year_to_date.source == YEAR_SOURCE)
    walk.shoot("capture")
    QTest.keyClick(room, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    walk.wait("the claim is received", lambda: walk.claim.state is not ClaimState.DRAFT)
    walk.wait("the pages are read", lambda: walk.claim.state is ClaimState.READ)


def paste(room: CaptureRoom, pages: tuple[Path, ...]) -> None:
    """Paste copied files, as from a file manager."""
    copied = QMimeData()
    copied.setUrls([QUrl.fromLocalFile(str(page)) for page in pages])
    QApplication.clipboard().setMimeData(copied)
    QTest.keyClick(room, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def first_review(walk: Walk) -> None:
    """The clerk takes the claim up, walks the doubts with F8, answers the findings and approves."""
    room = walk.room(DeskRoom, Qt.Key.Key_2)
    room.enter(walk.claim.number)
    walk.wait("the claim lies on the desk", lambda: room.claim.sheet and room.bench.bar.primary)
    press_primary(walk, room, ClaimState.FIRST_REVIEW)
    walk.wait("editing is open", lambda: not room.locked)
    walk.shoot("desk-doubts")
    while doubts(room):
        answer_doubt(walk, room)
    while wanting(room):
        answer_finding(walk, room)
    walk.shoot("desk")
    press_primary(walk, room, ClaimState.SECOND_REVIEW)


def doubts(room: DeskRoom) -> int:
    """How many doubts are left."""
    assert room.claim.sheet is not None
    return len(room.claim.sheet.doubts)


def answer_doubt(walk: Walk, room: DeskRoom) -> None:
    """F8, then Enter: a value is right as read, a line without an entry is in no catalogue (the last choice)."""
    before = doubts(room)
    walk.front()
    QTest.keyClick(room, Qt.Key.Key_F8)
    QTest.qWait(100)
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, Qt.Key.Key_Return)
    QTest.qWait(100)
    if room.picker.isVisible():
        walk.wait("candidates are offered", room.picker.candidates.rowCount)
        for _ in range(10):
            QTest.keyClick(room.picker.search, Qt.Key.Key_PageDown)
        QTest.keyClick(room.picker.search, Qt.Key.Key_Return)
    walk.wait(f"doubt {before} is settled", lambda: doubts(room) < before)


def wanting(room: DeskRoom) -> list[FindingCard]:
    """Cards that want an answer."""
    return [card for card in room.bench.figures.findings.cards if card.open and card.may(FindingVerdict.ALLOW)]


def answer_finding(walk: Walk, room: DeskRoom) -> None:
    """Take the first card that wants an answer in hand, press A, type why."""
    before = len(wanting(room))
    card = wanting(room)[0]
    card.setFocus()
    QTest.keyClick(card, Qt.Key.Key_A)
    assert card.reason is not None
    line = card.reason.edit
    write(line, "已核对原件，情况属实")
    QTest.keyClick(line, Qt.Key.Key_Return)
    walk.wait(f"finding {before} is answered", lambda: len(wanting(room)) < before)


def press_primary(walk: Walk, room: DeskRoom, target: ClaimState) -> None:
    """Ctrl+Enter, as soon as nothing stands in its way."""

    def free() -> bool:
        button = room.bench.bar.primary
        return button is not None and button.isEnabled() and not room.claim.busy

    walk.wait(f"the way to {target.value} is free", free)
    walk.front()
    QTest.keyClick(room, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    walk.wait(f"the claim is in {target.value}", lambda: walk.claim.state is target)


def second_review(walk: Walk) -> None:
    """The second reviewer opens it and approves."""
    room = walk.room(DeskRoom, Qt.Key.Key_2)
    room.enter(walk.claim.number)
    walk.wait("the claim lies on the desk", lambda: room.claim.sheet and room.bench.bar.primary)
    press_primary(walk, room, ClaimState.BATCHED)


def sign_off(walk: Walk) -> None:
    """The supervisor types the password and signs."""
    room = walk.room(SignoffRoom, Qt.Key.Key_4)
    walk.wait("the batch is shown", room.signing.password.isEnabled)
    walk.shoot("signoff")
    walk.front()
    QTest.mouseClick(room.signing.password, Qt.MouseButton.LeftButton)
    walk.wait("the password is asked", room.signing.password.hasFocus)
    QTest.keyClicks(room.signing.password, PASSWORD)
    QTest.keyClick(room.signing.password, Qt.Key.Key_Return)
    walk.wait("the batch is signed", lambda: walk.claim.state is ClaimState.SIGNED)


def main(home: Path, shots: Path | None) -> int:
    """Walk the clean sample to its signature."""
    application = QApplication([])
    staff(open_office(home))
    walk, sample = Walk(home, shots), load_sample("clean")
    for username, steps in (
        ("li", (lambda w: capture(w, sample), first_review)),
        ("zhou", (second_review,)),
        ("chen", (sign_off,)),
    ):
        walk.sign_in(username)
        for step in steps:
            step(walk)
        walk.sign_out()
    print(f"signed {walk.claim.number} {walk.claim.payable}")  # noqa: T201 - the result
    walk.window.close()
    application.processEvents()
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2]) if len(sys.argv) > 2 else None))
