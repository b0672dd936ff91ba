"""The desk room: paper and figures of one claim side by side, from the first doubt to the approval."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout

from app.ui.desk.asking import Asking
from app.ui.desk.candidates import waiting, wanted
from app.ui.desk.choices import MOST
from app.ui.desk.doubts import neighbour
from app.ui.desk.entry_picker import EntryPicker
from app.ui.desk.exports import Exports
from app.ui.desk.fill_note import KEY as FILL
from app.ui.desk.finding_targets import finding_at, tab_of, target_of
from app.ui.desk.open_claim import OpenClaim
from app.ui.desk.settlement_panel import EXPLAIN
from app.ui.desk.spots import spots
from app.ui.desk.steps import CAPTURE, NEXT, SUPPLEMENT, Step, may_edit
from app.ui.desk.style import dress
from app.ui.desk.wording import told
from app.ui.desk.workbench import Workbench
from app.ui.shell.room import Room
from review.claim.states import MOVES
from review.errors import ConflictError, LingbaoError
from review.services import desk

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.ui.desk.sheet import Sheet
    from app.ui.shell.session import Session
    from review.checks.finding import Finding
    from review.claim.claim import Claim
    from review.claim.paper import Place
    from review.services.catalogue import Rematched


NAMED = 3
"""So many lines are named where many changed."""
QUIET = frozenset({"nothing-to-undo", "nothing-to-redo"})


class DeskRoom(Room):
    """Shows one claim; every change is saved at once through :class:`OpenClaim`."""

    id = "desk"

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.claim = OpenClaim(session, self)
        self.bench = Workbench(session)
        self.picker = EntryPicker(session, self)
        self.exports = Exports(session, self)
        self.asking = Asking(session, self.claim, self.exports, self)
        self._target = ""
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.bench)
        self._connect_claim()
        self._connect_bench()
        self._shortcuts()
        dress(self, session.theme)
        self._say_empty()

    def enter(self, claim: str = "") -> None:
        """Lay a claim on the desk, or look again at the one that lies there."""
        if claim and claim != self.claim.number:
            self.bench.calm()
            self._target = ""
            self.claim.open(claim)
        else:
            self.claim.reload()

    def leave(self) -> bool:
        """What is being typed is saved by leaving its field."""
        self.setFocus()
        return True

    @property
    def locked(self) -> bool:
        """Whether figures may not be changed now."""
        sheet = self.claim.sheet
        return sheet is None or not may_edit(sheet.claim, self.session.actor)

    # -- wiring

    def _connect_claim(self) -> None:
        claim, bench = self.claim, self.bench
        claim.shown.connect(self._show)
        claim.saved.connect(bench.bar.say_saved)
        claim.saved.connect(bench.calm)
        claim.working.connect(bench.figures.settlement.fade)
        claim.tried.connect(bench.figures.settlement.show_settlement)
        claim.refused.connect(self._refuse)
        claim.rematched.connect(self._tell_rematched)
        self.session.jobs.changed.connect(self._changed)
        if self.session.engine is not None:
            self.session.engine.claim_read.connect(self._changed)

    def _connect_bench(self) -> None:
        bench, claim = self.bench, self.claim
        figures, table = bench.figures, bench.figures.table
        figures.edited.connect(claim.edit)
        figures.typing.connect(claim.typing)
        figures.filled.connect(claim.edit_all)
        figures.confirmed.connect(lambda target: claim.confirm([target]))
        figures.looked.connect(self._look_from_figures)
        figures.held.notice_wanted.connect(self.asking.notice)
        figures.verify.asked.connect(self.asking.answer)
        figures.verify.list_wanted.connect(lambda kind: self.exports.ask(claim.number, kind))
        figures.verify.list_brought.connect(self.asking.answers)
        figures.settlement.wanted.connect(lambda kind: self.exports.ask(claim.number, kind))
        figures.settlement.explained.connect(self.asking.explain)
        self.exports.remark.connect(self.remark)
        figures.findings.looked.connect(self._look_at_finding)
        figures.findings.entered.connect(lambda finding: self._look_at_finding(finding, focus=True))
        figures.findings.decided.connect(claim.decide)
        figures.findings.decided_all.connect(claim.decide_all)
        figures.findings.retried.connect(self._reload)
        figures.findings.compared.connect(lambda number: self.navigate.emit("desk", number))
        table.entry_wanted.connect(self._pick_entry)
        table.struck.connect(claim.remove_line)
        table.restored.connect(claim.restore_line)
        table.line_wanted.connect(self._ask_line)
        table.rematch_wanted.connect(self._rematch)
        bench.paper.page_note.confirmed.connect(lambda target: claim.confirm([target]))
        self.picker.chosen.connect(claim.choose_entry)
        bench.paper.picked.connect(self._look_from_paper)
        bench.paper.pointed.connect(self._look_at_place)
        bench.paper.view.chosen.connect(self._take_choice)
        bench.paper.turned_to.connect(self._turn_to)
        bench.refresh.clicked.connect(self._reload)
        bench.empty.acted.connect(self._take_next)
        bench.bar.next_doubt.connect(lambda: self.walk(+1))
        bench.bar.magnify.connect(bench.paper.toggle_lens)
        bench.bar.undo.connect(claim.undo)
        bench.bar.stepped.connect(self._step)

    def _shortcuts(self) -> None:
        keys: dict[str, Callable[[], object]] = {
            "F8": lambda: self.walk(+1),
            "Shift+F8": lambda: self.walk(-1),
            "F9": lambda: self.bench.figures.findings.go_to_open(+1),
            "Shift+F9": lambda: self.bench.figures.findings.go_to_open(-1),
            "Z": self.bench.paper.toggle_lens,
            "Ctrl+Z": self.claim.undo,
            "Ctrl+Y": self.claim.redo,
            "Ctrl+M": self._rematch,
            "Ctrl+Return": self._press_primary,
            "Ctrl+Enter": self._press_primary,
            "F5": self._reload,
            EXPLAIN: self.bench.figures.settlement.why.click,
            FILL: self.bench.figures.fill_note.take,
            "Ctrl++": self.bench.paper.view.zoom_in,
            "Ctrl+-": self.bench.paper.view.zoom_out,
            "Ctrl+0": self.bench.paper.view.fit_width,
            "Ctrl+1": self.bench.paper.view.actual_size,
        }
        keys |= {f"Alt+{number}": partial(self._take_choice, number) for number in range(1, MOST + 1)}
        for key, act in keys.items():
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.activated.connect(act)

    # -- showing

    def _show(self, sheet: Sheet) -> None:
        locked = not may_edit(sheet.claim, self.session.actor)
        bench = self.bench
        bench.header.show_claim(sheet.claim, sheet.days_left)
        bench.paper.show_sheet(sheet, locked=locked)
        bench.figures.show_sheet(sheet, locked=locked)
        bench.bar.show_sheet(sheet, self.session.actor, locked=locked)
        bench.open()
        if any(doubt.match for doubt in sheet.doubts):
            office = self.session.office
            self.session.jobs.run(self, lambda: waiting(office, sheet), bench.figures.show_counts)

    def _say_empty(self) -> None:
        why = self.tr("桌上没有报销单")
        self.bench.close_claim(why, self.tr("可从队列里打开一张，或领取最先到期的一张。"), self.tr("领取下一单"))

    def _changed(self, number: str) -> None:
        if number in {"", self.claim.number} and self.isVisible() and not self.claim.busy:
            self.claim.reload()

    def _reload(self) -> None:
        self.bench.calm()
        self.claim.reload()

    def _refuse(self, target: str, error: Exception) -> None:
        if not isinstance(error, LingbaoError):
            self.session.jobs.trouble.emit(error)
        elif error.code in QUIET:
            self.remark.emit(str(error))
        else:
            self.bench.warn(told(error, error.advice), stale=isinstance(error, ConflictError))
            self.bench.figures.refuse(target, self.tr("■ 未保存"))

    # -- looking: page and figures follow each other

    def _look_from_paper(self, target: str) -> None:
        self._target = target
        self.bench.figures.show_target(target)
        self.bench.paper.show_target(target)

    def _look_from_figures(self, target: str) -> None:
        self._target = target
        self.bench.paper.show_target(target)

    def _look_at_finding(self, finding: Finding, *, focus: bool = False) -> None:
        self._target = target_of(finding)
        self.bench.figures.show_target(self._target, focus=focus)
        self.bench.paper.show_target(self._target)
        if focus:
            self.bench.figures.open_tab(tab_of(finding))
        if finding.place is not None:
            self.bench.paper.show_place(finding.place, finding.title, finding.message)

    def _look_at_place(self, place: Place) -> None:
        """Take the finding in hand that speaks of a place."""
        sheet = self.claim.sheet
        finding = finding_at((view.finding for view in sheet.findings), place) if sheet else None
        if finding is not None:
            self.bench.figures.findings.take(finding)

    def _turn_to(self, page_id: int) -> None:
        sheet = self.claim.sheet
        owner = next((d for d in sheet.claim.documents if page_id in d.page_ids), None) if sheet else None
        here = self.bench.figures.document
        if owner is not None and not (here and page_id in here.page_ids):
            self.bench.figures.show_document(owner.id)

    def walk(self, step: int) -> None:
        """Go to the next (1) or previous (-1) doubt; where none is left, to the first open finding."""
        sheet = self.claim.sheet
        if sheet is None:
            return
        doubt = neighbour(sheet.claim, sheet.doubts, self._target, step)
        if doubt is None:
            self.bench.figures.findings.go_to_open()
            return
        self._target = doubt.target
        self.bench.figures.show_target(doubt.target)
        self.bench.paper.show_target(doubt.target, lens=True)
        self.bench.paper.page_note.take(doubt.target)

    # -- doing

    def _pick_entry(self, line_id: int) -> None:
        sheet = self.claim.sheet
        if sheet is not None and f"line:{line_id}" in spots(sheet.claim):
            self.picker.ask(wanted(sheet.claim, line_id, self.session.office.today))

    def _rematch(self) -> None:
        if not self.locked:
            self.claim.rematch()

    def _tell_rematched(self, found: tuple[Rematched, ...]) -> None:
        if not found:
            self.remark.emit(self.tr("重新匹配目录：没有变化。"))
            return
        words = self.tr("重新匹配目录：{n} 行有变化（{names}），Ctrl+Z 可撤销。")
        names = "、".join(row.name for row in found[:NAMED]) + ("…" if len(found) > NAMED else "")
        self.remark.emit(words.format(n=len(found), names=names))

    def _take_choice(self, number: int) -> None:
        """Correct the value under the magnifier to another reading of its place."""
        chosen = self.bench.paper.choice(number)
        if chosen is not None:
            self.claim.edit(*chosen)

    def _ask_line(self) -> None:
        document = self.bench.figures.document
        if document is not None and not self.locked:
            self.asking.line(document.id)

    def _press_primary(self) -> None:
        self.setFocus()
        if self.bench.bar.primary is not None:
            self.bench.bar.primary.click()

    def _step(self, step: Step) -> None:
        if step.name == NEXT:
            self._take_next()
        elif step.name == CAPTURE:
            self.navigate.emit("capture", self.claim.number)
        elif step.name == SUPPLEMENT:
            self.asking.notice()
        elif MOVES[step.name].needs_reason:
            self.asking.why(step)
        else:
            self.claim.move(step.name)

    def _take_next(self) -> None:
        office, actor = self.session.office, self.session.actor

        def show(claim: Claim | None) -> None:
            if claim is None:
                self.remark.emit(self.tr("没有等待初审的报销单。"))
            else:
                self.session.jobs.announce(claim.number)
                self.enter(claim.number)

        self.session.jobs.run(self, lambda: desk.claim_next(office, actor), show)
