"""Pictures of the windows for people to look at; ``python shots.py HOME OUT [WORD...]`` on any display.

HOME is an office as ``seed.py`` makes it; the capture room and the desk want one of ``showcase.py``.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from PIL import Image
from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QSettings, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from app.ui.__main__ import build
from app.ui.accumulators.room import AccumulatorsRoom
from app.ui.catalogue.room import CatalogueRoom
from app.ui.desk.notice_dialog import NoticeDialog
from app.ui.desk.room import DeskRoom
from app.ui.desk.verify_dialog import VerifyDialog
from app.ui.explaining.window import ExplainWindow
from app.ui.jobs import Jobs
from app.ui.policies.decide_dialog import DecideDialog
from app.ui.policies.room import PoliciesRoom
from app.ui.rules.found import Which
from app.ui.rules.room import RulesRoom
from app.ui.shell.preferences import FONT_SIZE, LANGUAGE, THEME, Preference, Preferences
from app.ui.whatif.source_form import From
from app.ui.widgets.page_view_marks import Look
from review.accumulators.proposal import Told
from review.claim.adjustment import AdjustmentKind
from review.claim.decisions import FindingVerdict
from review.claim.people import Actor
from review.claim.states import ClaimState, Role
from review.packs.versions import VersionState
from review.services import accumulating, adjusting, policies, queue
from review.whatif.comparison import Axis
from tests.app.ui.accumulators.files import an_export
from tests.app.ui.catalogue.books import a_book
from tests.app.ui.policies.drafts import RATIO, a_draft
from tests.app.ui.rules.tables import MEN, NOBODY, WOMEN, a_table
from tests.app.ui.seed import PASSWORD

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.ui.payment.room import PaymentRoom
    from app.ui.shell.desktop import Desktop
    from app.ui.shell.room import Room
    from app.ui.whatif.room import WhatifRoom

SIZES = {"1366": (1366, 768), "1920": (1920, 1080)}


@dataclass(frozen=True)
class Shot:
    """One room as one person sees it; ``person`` is whose claim lies there, ``doubts`` how often F8 was pressed.

    ``act`` is done in the room before the picture is taken; ``dialog`` opens what is pictured instead of the window.
    """

    room: str
    user: str
    tab: int = -1
    name: str = ""
    person: str = ""
    doubts: int = 0
    act: Callable[[Any], None] | None = None
    dialog: Callable[[Room], QWidget] | None = None


def the_picker(room: Room) -> QWidget:
    """The candidates of a line of tablets."""
    assert isinstance(room, DeskRoom), "lines lie on the desk"
    assert room.claim.sheet is not None, "a claim lies there"
    lines = [line for document in room.claim.sheet.claim.documents for line in document.lines]
    room._pick_entry(next(line.id for line in lines if line.text("name").endswith("片")))
    return room.picker


def the_import(room: Room) -> QWidget:
    """A file with faults, read."""
    assert isinstance(room, CatalogueRoom), "catalogues are imported there"
    rows = [
        (str(n), f"一次性导管{n}型", "甲乙丙戊"[n % 4 if n < 12 else n % 3], "6F", "根", "", f"{n}.50")
        for n in range(1, 400)
    ]
    return room.begin_import(str(a_book(room.session.office.home / "样例市医用耗材目录2027年.csv", rows)))


def the_rules(room: Room) -> QWidget:
    """A table of rules with a row nobody understands, read."""
    assert isinstance(room, RulesRoom), "rules are imported there"
    table = a_table(room.session.office.home / "样例省药品规则2027年.csv", (*MEN[:3], "女"), WOMEN, NOBODY)
    return room.begin_import(str(table))


def caught(room: RulesRoom) -> None:
    """The rules that caught something this year."""
    room.browser.which.choose(Which.CAUGHT)


def reasons(room: DeskRoom) -> None:
    """The first finding about a row that a person decides, with its reasons."""
    panel = room.bench.figures.findings
    card = next(c for c in panel.cards if c.may(FindingVerdict.EXCLUDE))
    panel.take(card.finding)
    card.ask(FindingVerdict.ALLOW)


def every_paper(room: DeskRoom) -> None:
    """The papers as the counter holds them, one of them a copy."""
    figures = room.bench.figures
    figures.papers.setCurrentWidget(figures.held)
    figures.held.edited.emit(f"document:{figures.held.rows[0].document_id}:custody", "copy")


def receipts(room: DeskRoom) -> None:
    """The electronic receipts of the claim."""
    room.bench.figures.papers.setCurrentWidget(room.bench.figures.verify)


def signs(room: DeskRoom) -> None:
    """A place that looks changed, and the finding that speaks of it."""
    marks = room.bench.paper.view.marks
    room.bench.paper._pick(next(mark.target for mark in marks if mark.look is Look.CHANGED))


def the_notice(room: Room) -> QWidget:
    """What the person still has to bring."""
    assert isinstance(room, DeskRoom), "claims lie on the desk"
    room.asking.notice()
    settle(room.window())  # type: ignore[arg-type]  # rooms lie in the desktop
    return room.findChildren(NoticeDialog)[-1]


def the_answer(room: Room) -> QWidget:
    """What the treasury's site said."""
    assert isinstance(room, DeskRoom), "claims lie on the desk"
    assert room.claim.sheet is not None, "a claim lies there"
    room.asking.answer(room.claim.sheet.to_verify[0])
    return room.findChildren(VerifyDialog)[-1]


def the_explanation(room: Room) -> QWidget:
    """The settlement of the claim, step by step."""
    assert isinstance(room, DeskRoom), "claims lie on the desk"
    room.bench.figures.settlement.ladder.asked.emit("basic_fund")
    return room.findChildren(ExplainWindow)[-1]


def adjusted(room: PaymentRoom) -> None:
    """A recovery of a paid claim, drafted by a clerk, before the second reviewer."""
    office, clerk = room.session.office, Actor("limin", "李敏", frozenset({Role.CLERK}))
    if not adjusting.adjustments(office):
        row = queue.queue(office, queue.QueueFilter(states=(ClaimState.PAID,)))[0]
        wish = adjusting.Wish(kind=AdjustmentKind.RECOVERY, amount=row.payable or Decimal(0), reason="重复报销")
        adjusting.draft_adjustment(office, clerk, row.number, wish)
    room.tabs.setCurrentWidget(room.adjusting)
    room.enter()


def replay(room: WhatifRoom) -> None:
    """The generated year under the pack in force and under a draft of the office with better terms."""
    office, actor = room.session.office, room.session.actor
    if not policies.versions(office):
        a_draft(office, actor)
        room.enter()
        settle(room.window())  # type: ignore[arg-type]  # rooms lie in the desktop
    room.question.form.where.choose(From.SAMPLE)
    settle(room.window())  # type: ignore[arg-type]  # as above
    room.question.go.click()
    while room.running.busy:
        QApplication.processEvents()


def levels(room: WhatifRoom) -> None:
    """The same by level of hospital."""
    replay(room)
    room.result.groups.by.choose(Axis.LEVEL)


def spread(room: WhatifRoom) -> None:
    """How people are distributed by what changes for them."""
    replay(room)
    room.result.tabs.setCurrentWidget(room.result.spread)


def people(room: WhatifRoom) -> None:
    """Those for whom most changes."""
    replay(room)
    room.result.tabs.setCurrentWidget(room.result.people)


def halfway(room: WhatifRoom) -> None:
    """A replay under way, as its page shows it."""
    room.question.form.where.choose(From.SAMPLE)
    room.question.setEnabled(False)
    room.wait.begin(room.tr("正在按两个政策包重算…"), leave=True)
    room.wait.tell(41_200, 100_000)
    room._front.setCurrentWidget(room.wait)


def residents(room: PoliciesRoom) -> None:
    """The shipped pack of the office, what it pays residents in hospital."""
    room.shelves.pick("ganzhou:0")
    settle(room.window())  # type: ignore[arg-type]  # rooms lie in the desktop
    room.browser.table.pick(RATIO)


def a_version(room: PoliciesRoom) -> None:
    """A version of the office, drafted where there is none."""
    office, actor = room.session.office, room.session.actor
    known = policies.versions(office)
    version = known[-1] if known else a_draft(office, actor)
    room.shelves.pick(f"{version.pack}:{version.id}")
    room.enter()
    settle(room.window())  # type: ignore[arg-type]  # rooms lie in the desktop
    room.browser.table.pick(RATIO)


def differing(room: PoliciesRoom) -> None:
    """What it changes."""
    a_version(room)
    room.tabs.setCurrentWidget(room.differences)


def the_edit(room: Room) -> QWidget:
    """A figure of a draft."""
    assert isinstance(room, PoliciesRoom), "packs are edited there"
    a_version(room)
    dialog = room.begin_edit()
    assert dialog is not None, "a draft can be edited"
    return dialog


def the_decision(room: Room) -> QWidget:
    """A version proposed by somebody else, before the second person."""
    assert isinstance(room, PoliciesRoom), "packs are approved there"
    office, clerk = room.session.office, Actor("limin", "李敏", frozenset({Role.CLERK}))
    own = [one for one in policies.versions(office) if "limin" in one.authors]
    draft = own[-1] if own else a_draft(office, clerk)
    if draft.state is VersionState.DRAFT:
        draft = policies.propose(office, clerk, draft.id, date(2025, 9, 1), "样例医保发〔2026〕1号")
    room.shelves.pick(f"{draft.pack}:{draft.id}")
    room.enter()
    settle(room.window())  # type: ignore[arg-type]  # rooms lie in the desktop
    room.deciding.begin("approve", room.shelves.current)
    return room.findChildren(DecideDialog)[-1]


def the_platform(room: Room) -> QWidget:
    """An export of the platform, read: one row cannot be taken."""
    assert isinstance(room, AccumulatorsRoom), "the year's sums are imported there"
    return room.begin_import(str(an_export(room.session.office)))


def platform_taken(room: AccumulatorsRoom) -> None:
    """An export taken over."""
    office, actor = room.session.office, room.session.actor
    if not accumulating.standing_batches(office):
        told = Told(as_of=date(2026, 11, 1))
        read = accumulating.propose_standings(office, an_export(office), told)
        accumulating.take_over_standings(office, actor, read, partly=True)
        room.refresh()


SHOTS = (
    Shot("policies", "chenguodong", act=residents),
    Shot("policies", "chenguodong", name="policies-draft", act=a_version),
    Shot("policies", "chenguodong", name="policies-differences", act=differing),
    Shot("policies", "chenguodong", name="policies-edit", dialog=the_edit),
    Shot("policies", "chenguodong", name="policies-decide", dialog=the_decision),
    Shot("accumulators", "chenguodong", name="accumulators-import", dialog=the_platform),
    Shot("accumulators", "chenguodong", act=platform_taken),
    Shot("whatif", "chenguodong", name="whatif-running", act=halfway),
    Shot("whatif", "chenguodong", act=replay),
    Shot("whatif", "chenguodong", name="whatif-levels", act=levels),
    Shot("whatif", "chenguodong", name="whatif-spread", act=spread),
    Shot("whatif", "chenguodong", name="whatif-people", act=people),
    Shot("signin", ""),
    Shot("queue", "limin"),
    Shot("signoff", "chenguodong"),
    Shot("payment", "fanghua"),
    Shot("payment", "zhoujing", name="adjusting", act=adjusted),
    Shot("archive", "limin"),
    Shot("archive", "hezhen", tab=1, name="journal"),
    Shot("catalogue", "chenguodong"),
    Shot("catalogue", "chenguodong", tab=1, name="compare"),
    Shot("catalogue", "chenguodong", tab=2, name="memory"),
    Shot("catalogue", "chenguodong", name="import", dialog=the_import),
    Shot("desk", "limin", name="picker", person="谢斌生", dialog=the_picker),
    Shot("rules", "chenguodong"),
    Shot("rules", "chenguodong", name="caught", act=caught),
    Shot("rules", "chenguodong", name="rules-import", dialog=the_rules),
    Shot("watch", "chenguodong"),
    Shot("settings", "admin"),
    Shot("settings", "chenguodong", tab=3, name="learning"),
    Shot("capture", "limin", person="曾桂香"),
    Shot("desk", "limin", person="刘建平", doubts=4),
    Shot("desk", "limin", name="cards", person="张小满"),
    Shot("desk", "limin", name="findings", person="刘建平", act=reasons),
    Shot("desk", "limin", name="signs", person="张小满", act=signs),
    Shot("desk", "limin", name="papers", person="刘建平", act=every_paper),
    Shot("desk", "limin", name="receipts", person="刘建平", act=receipts),
    Shot("desk", "limin", name="explained", person="刘建平", dialog=the_explanation),
    Shot("desk", "limin", name="notice", person="刘建平", dialog=the_notice),
    Shot("desk", "limin", name="answer", person="刘建平", dialog=the_answer),
)


def settle(window: Desktop) -> None:
    """Run the event loop until nothing is under way."""
    for _ in range(4):
        loop = QEventLoop()
        QTimer.singleShot(260, loop.quit)
        loop.exec()
        while window.jobs.pending or any(lanes.pending for lanes in window.findChildren(Jobs)):
            QApplication.processEvents()


def enter(window: Desktop, shot: Shot) -> None:
    """Sign in as the shot's person and go to its room."""
    if shot.user:
        window._sign_in(shot.user, PASSWORD)
        settle(window)
        assert window.workplace is not None, f"{shot.user} was not let in"
        window.workplace.go(shot.room, claim_of(window, shot.person) if shot.person else "")
        settle(window)
        for _ in range(shot.doubts):
            window.workplace.front.walk(1)  # type: ignore[union-attr]  # only the desk is asked
            settle(window)
        tabs = getattr(window.workplace.front, "tabs", None)
        if tabs is not None and shot.tab >= 0:
            tabs.setCurrentIndex(shot.tab)
        if shot.act is not None:
            shot.act(window.workplace.front)
    settle(window)


def claim_of(window: Desktop, person: str) -> str:
    """The latest claim of a person."""
    assert window.office is not None, "the house is open"
    rows = queue.queue(window.office, queue.QueueFilter(text=person, sort="-number"))
    return rows[0].number


def opened(window: Desktop, dialog: Callable[[Room], QWidget]) -> QWidget:
    """A dialog of the room in front, once it has what it shows."""
    assert window.workplace is not None, "somebody is in"
    assert window.workplace.front is not None, "a room is in front"
    shown = dialog(window.workplace.front)
    settle(window)
    return shown


def keep(window: QWidget, path: Path) -> None:
    """Save the window as a small PNG: some colours are enough for panels and paper."""
    window.grab().save(str(path))
    with Image.open(path) as picture:
        picture.convert("RGB").quantize(192, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE).save(
            path, optimize=True
        )


def take(home: Path, out: Path, shot: Shot, chosen: dict[Preference, str]) -> None:
    """Take one room, with some preferences, at both sizes."""
    with TemporaryDirectory() as folder:
        settings = QSettings(f"{folder}/desk.ini", QSettings.Format.IniFormat)
        for preference, value in chosen.items():
            Preferences(settings).choose(preference, value)
        window = build(home, settings)
        window.show()
        window.activateWindow()
        window.open_house(reading=False)
        settle(window)
        enter(window, shot)
        if shot.dialog is not None:
            keep(opened(window, shot.dialog), out / f"{shot.name}-{chosen[THEME]}.png")
        else:
            for name, (width, height) in SIZES.items():
                window.resize(width, height)
                settle(window)
                keep(window, out / f"{shot.name or shot.room}-{chosen[THEME]}-{name}.png")
        window.close()
        QCoreApplication.sendPostedEvents(window, QEvent.Type.DeferredDelete)


def main() -> None:
    """Take all shots whose room is among the words given, or all."""
    home, out, *words = sys.argv[1:]
    language = "en" if "en" in words else "zh"
    size = next((word for word in words if word in FONT_SIZE.choices), FONT_SIZE.default)
    app = QApplication([])
    app.setQuitOnLastWindowClosed(False)
    Path(out).mkdir(parents=True, exist_ok=True)
    for shot in SHOTS:
        rooms = set(words) - {"en", "light", "dark", *FONT_SIZE.choices}
        for theme in {"light", "dark"} & set(words) or {"light", "dark"}:
            if not rooms or rooms & {shot.room, shot.name}:
                take(Path(home), Path(out), shot, {THEME: theme, LANGUAGE: language, FONT_SIZE: size})


if __name__ == "__main__":
    main()
