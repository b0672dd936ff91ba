"""Findings lead to where they are mended, to the other claim they speak of, and to a second run of the checks."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.ui.desk.fact_rows import insured_rows
from app.ui.desk.finding_targets import PAPERS, VERIFICATIONS, other_claims, tab_of, target_of
from review.checks.finding import Group, Severity
from review.claim.decisions import FindingVerdict
from review.services import desk, queue
from review.services.answers import CommonAnswer
from review.services.settle import findings as settle_findings
from tests.app.ui.desk.test_findings_panel import a_view
from tests.builders import a_care, a_claim, an_insured
from tests.offices import CLERK

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.ui.desk.finding_card import FindingCard
    from app.ui.desk.room import DeskRoom
    from review.services.office import Office
    from review.services.settle import FindingView

    Wait = Callable[[], None]


def shown(room: DeskRoom, view: FindingView) -> FindingCard:
    """The card of one finding, the only one on the desk."""
    panel = room.bench.figures.findings
    panel.show_findings((view,), locked=False)
    return panel.cards[0]


def with_values(view: FindingView, **values: str) -> FindingView:
    """The finding with these figures."""
    return replace(view, finding=replace(view.finding, values=values))


@pytest.mark.parametrize(
    ("code", "group", "tab"),
    [
        ("material-copy", Group.MATERIALS, PAPERS),
        ("receipt-unsealed", Group.RECEIPTS, PAPERS),
        ("receipt-unverified", Group.RECEIPTS, VERIFICATIONS),
        ("receipt-words", Group.RECEIPTS, ""),
    ],
)
def test_each_finding_knows_the_tab_where_it_is_mended(code: str, group: Group, tab: str) -> None:
    assert tab_of(a_view(code, group=group).finding) == tab


@pytest.mark.parametrize(
    ("code", "target"),
    [
        ("filing-late", "care.filed_on"),
        ("filing-unknown", "care.filing"),
        ("outcome-death", "care.outcome"),
        ("line-product", "line:7"),
    ],
)
def test_a_finding_about_the_head_leads_to_its_field(code: str, target: str) -> None:
    assert target_of(a_view(code).finding) == target


def test_enter_on_a_missing_paper_brings_all_papers_to_the_front(room: DeskRoom) -> None:
    card = shown(room, a_view("missing-referral", group=Group.MATERIALS, subject="claim"))
    QTest.keyClick(card, Qt.Key.Key_Return)
    figures = room.bench.figures
    assert figures.papers.currentWidget() is figures.held


def test_enter_on_a_receipt_to_look_up_brings_the_receipts_to_the_front(room: DeskRoom) -> None:
    card = shown(room, a_view("receipt-unverified", group=Group.RECEIPTS, subject="claim"))
    QTest.keyClick(card, Qt.Key.Key_Return)
    figures = room.bench.figures
    assert figures.papers.currentWidget() is figures.verify


def test_a_field_of_a_paper_comes_to_the_front_when_it_is_taken_in_hand(room: DeskRoom) -> None:
    figures = room.bench.figures
    figures.papers.setCurrentWidget(figures.held)
    assert room.claim.sheet is not None
    payer = room.claim.sheet.claim.receipts[0].values["payer"]
    figures.show_target(f"value:{payer.id}")
    assert figures.papers.currentIndex() == 0
    assert figures.fields.editor(f"value:{payer.id}") is room.focusWidget()


@pytest.mark.parametrize(
    ("values", "numbers"),
    [
        ({"claim": "20250301-0009"}, ("20250301-0009",)),
        ({"claims": "20250301-0009 20250302-0001 20250301-0009"}, ("20250301-0009", "20250302-0001")),
        ({"claim": "2025-03-01"}, ()),
        ({"claims": " ".join(f"20250301-{n:04d}" for n in range(9))}, tuple(f"20250301-{n:04d}" for n in range(3))),
        ({}, ()),
    ],
)
def test_only_numbers_of_claims_are_taken_for_other_claims(values: dict[str, str], numbers: tuple[str, ...]) -> None:
    assert other_claims(with_values(a_view("page-elsewhere"), **values).finding) == numbers


def test_the_other_claim_of_a_finding_is_opened_by_a_button(room: DeskRoom) -> None:
    went: list[tuple[str, str]] = []
    room.navigate.connect(lambda *where: went.append(where))
    card = shown(room, with_values(a_view("page-elsewhere", subject="claim"), claim="20250301-0009"))
    card.setFocus()
    next(b for b in card._buttons() if "20250301-0009" in b.text()).click()
    assert went == [("desk", "20250301-0009")]


def test_a_check_that_could_not_run_is_run_again_on_demand(room: DeskRoom, settle: Wait) -> None:
    lost = with_values(a_view("check-failed", Severity.BLOCKS, subject="claim"), check="stay-dates")
    card = shown(room, lost)
    card.setFocus()
    next(b for b in card._buttons() if "重新检查" in b.text()).click()
    settle()
    codes = {c.finding.code for c in room.bench.figures.findings.cards}
    assert "check-failed" not in codes
    assert codes


def test_f9_walks_the_open_findings_of_the_claim(room: DeskRoom) -> None:
    QTest.keyClick(room, Qt.Key.Key_F9)
    first = next(card for card in room.bench.figures.findings.cards if card.hasFocus())
    assert first.open
    QTest.keyClick(room, Qt.Key.Key_F9)
    assert not first.hasFocus()
    QTest.keyClick(room, Qt.Key.Key_F9, Qt.KeyboardModifier.ShiftModifier)
    assert first.hasFocus()


def test_one_answer_for_many_findings_is_stored_for_each_of_them(room: DeskRoom, settle: Wait, office: Office) -> None:
    for target in ("insured.account.holder", "insured.account.number"):
        room.claim.edit(target, "李四" if target.endswith("holder") else "")
        settle()
    assert room.claim.sheet is not None
    asked = [v.finding for v in room.claim.sheet.findings if v.finding.severity is Severity.DECISION]
    assert asked
    known = frozenset(finding.fingerprint for finding in asked)
    room.bench.figures.findings.decided_all.emit(CommonAnswer(known, FindingVerdict.ALLOW, "均已核对原件"))
    settle()
    views = [view for view in settle_findings(office, room.claim.number) if view.finding.fingerprint in known]
    assert {view.decision.reason for view in views if view.decision} == {"均已核对原件"}
    assert len(views) == len(known)


def test_agent_outcome_and_day_of_filing_are_typed_in_the_forms(room: DeskRoom, settle: Wait, office: Office) -> None:
    typed = {"insured.agent": "李大山", "care.outcome": "好转", "care.filed_on": "2025-02-27"}
    for target, words in typed.items():
        room.bench.figures.edited.emit(target, words)
    settle()
    claim = queue.load_claim(office, room.claim.number)
    assert (claim.insured.agent, claim.care.outcome, str(claim.care.filed_on)) == tuple(typed.values())
    room.bench.figures.facts.setCurrentIndex(1)
    editor = room.bench.figures.forms["insured"].editor("insured.agent")
    assert editor is not None


def test_an_agent_is_pointed_out_where_it_is_somebody_else() -> None:
    def note(agent: str) -> bool:
        claim = a_claim(insured=an_insured(agent=agent), care=a_care())
        return next(row for row in insured_rows(claim) if row.target == "insured.agent").note is not None

    assert [note("李大山"), note("张小满"), note("")] == [True, False, False]


def test_a_reason_half_typed_survives_a_change_of_the_claim(room: DeskRoom, settle: Wait, office: Office) -> None:
    room.claim.edit("care.hospital_level", "none")
    settle()
    panel = room.bench.figures.findings
    card = next(card for card in panel.cards if card.may(FindingVerdict.ALLOW))
    card.setFocus()
    QTest.keyClick(card, Qt.Key.Key_A)
    assert card.reason is not None
    card.reason.edit.setText("写了一半")
    desk.correct(office, CLERK, room.claim.number, [desk.Edit("insured.phone", "13900000009")])
    room.claim.reload()
    settle()
    assert card in panel.cards
    assert card.reason.edit.text() == "写了一半"
