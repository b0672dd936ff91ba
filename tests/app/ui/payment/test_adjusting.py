"""Supplements and recoveries in their window: drafted by one, audited by another, sent and settled by the cashier."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QFileDialog, QLabel

from app.ui.explaining.window import ExplainWindow
from app.ui.payment.adjust_dialog import AdjustDialog
from app.ui.payment.adjust_load import AdjustRow, may_audit, may_change, may_send, sent_together
from app.ui.payment.arrival_dialog import ArrivalDialog
from app.ui.payment.differences_dialog import DifferencesDialog
from app.ui.payment.room import PaymentRoom
from app.ui.shell.session import Session
from app.ui.widgets.reason import ReasonDialog
from review.claim.adjustment import AdjustmentKind, AdjustmentState
from review.services import adjusting
from review.services.adjusting import Wish
from tests.offices import CASHIER, CLERK, SECOND, an_office, paid
from tests.policies import an_approved_version

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from app.ui.jobs import Jobs
    from app.ui.payment.adjust_panel import AdjustPanel
    from app.ui.shell.preferences import Preferences
    from app.ui.shell.theme import Theme
    from review.claim.adjustment import Adjustment
    from review.claim.people import Actor
    from review.services.office import Office
    from tests.app.ui.conftest import Idle

    Sitting = Callable[[Actor], AdjustPanel]

MORE = Wish(kind=AdjustmentKind.SUPPLEMENT, amount=Decimal("370.00"), reason="政策调整")


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return an_office(tmp_path / "office")


@pytest.fixture
def claim(office: Office) -> str:
    """A paid claim that would get 370 yuan more by the version approved since."""
    number = paid(office)
    an_approved_version(office, "0.65")
    return number


@pytest.fixture
def session(office: Office, jobs: Jobs, theme: Theme, preferences: Preferences) -> Session:
    """A clerk's sitting."""
    return Session(office, CLERK, jobs, theme, preferences)


@pytest.fixture
def sit_down(session: Session, qtbot: QtBot, idle: Idle) -> Sitting:
    """One person's window of supplements and recoveries."""

    def sit(actor: Actor) -> AdjustPanel:
        room = PaymentRoom(replace(session, actor=actor))
        qtbot.addWidget(room)
        room.resize(1366, 700)
        room.show()
        room.tabs.setCurrentWidget(room.adjusting)
        room.enter()
        idle()
        return room.adjusting

    return sit


def drafted(office: Office, claim: str, wish: Wish = MORE) -> Adjustment:
    return adjusting.draft_adjustment(office, CLERK, claim, wish)


def audited(office: Office, claim: str) -> Adjustment:
    return adjusting.audit_adjustment(office, SECOND, drafted(office, claim).number)


def words(panel: AdjustPanel | AdjustDialog | DifferencesDialog) -> str:
    return "\n".join(label.text() for label in panel.findChildren(QLabel))


def test_a_clerk_sees_what_may_be_paid_on_top_and_drafts_it(
    sit_down: Sitting, office: Office, claim: str, idle: Idle
) -> None:
    panel = sit_down(CLERK)
    dialog = panel.draft(claim)
    idle()
    told = words(dialog)
    assert "+370.00" in told
    assert (dialog.kind, dialog.amount.text()) == (AdjustmentKind.SUPPLEMENT, "370.00")
    assert not dialog.go.isEnabled()
    dialog.reason.setText("政策调整")
    dialog.go.click()
    idle()
    [found] = adjusting.adjustments(office)
    assert (found.claim, found.signed, found.state) == (claim, Decimal("370.00"), AdjustmentState.DRAFT)
    assert panel.table.current is not None
    assert panel.table.current.number == found.number


def test_a_claim_that_was_asked_for_elsewhere_is_drafted_at_once(
    session: Session, claim: str, idle: Idle, qtbot: QtBot
) -> None:
    room = PaymentRoom(session)
    qtbot.addWidget(room)
    room.enter(claim)
    idle()
    dialog = room.adjusting.findChild(AdjustDialog)
    assert isinstance(dialog, AdjustDialog)
    assert dialog.claim.text() == claim


def test_more_than_may_be_paid_cannot_be_drafted(sit_down: Sitting, claim: str, idle: Idle) -> None:
    dialog = sit_down(CLERK).draft(claim)
    idle()
    dialog.reason.setText("政策调整")
    dialog.amount.setText("370.01")
    assert not dialog.go.isEnabled()
    dialog.amount.setText("十元")
    assert not dialog.go.isEnabled()
    dialog.amount.setText("100")
    assert dialog.go.isEnabled()


def test_what_was_said_of_one_claim_does_not_hold_for_the_next(sit_down: Sitting, claim: str, idle: Idle) -> None:
    dialog = sit_down(CLERK).draft(claim)
    idle()
    dialog.reason.setText("政策调整")
    assert dialog.go.isEnabled()
    dialog.claim.setText(f"{claim[:-1]}9")
    assert not dialog.go.isEnabled()
    assert dialog.allowance is None


def test_a_claim_that_is_not_paid_is_refused_in_the_dialog(sit_down: Sitting, idle: Idle) -> None:
    dialog = sit_down(CLERK).draft("20250401-9999")
    idle()
    assert not dialog.note.isHidden()
    assert not dialog.go.isEnabled()


def test_claiming_the_whole_back_fixes_the_amount_and_hides_the_account(
    sit_down: Sitting, claim: str, idle: Idle
) -> None:
    dialog = sit_down(CLERK).draft(claim)
    idle()
    dialog.kinds.choose(AdjustmentKind.REVERSAL.value)
    assert dialog.amount.text() == "4440.00"
    assert not dialog.amount.isEnabled()
    assert dialog.account.isHidden()
    dialog.reason.setText("重复报销")
    dialog.go.click()
    idle()


def test_a_second_adjustment_waits_for_the_first(sit_down: Sitting, office: Office, claim: str, idle: Idle) -> None:
    number = drafted(office, claim).number
    dialog = sit_down(CLERK).draft(claim)
    idle()
    assert number in words(dialog)
    dialog.reason.setText("再来一次")
    dialog.go.click()
    idle()
    assert len(adjusting.adjustments(office)) == 1
    assert dialog.isVisible()


def test_a_draft_is_changed_and_goes_to_another_account(
    sit_down: Sitting, office: Office, claim: str, idle: Idle
) -> None:
    drafted(office, claim)
    panel = sit_down(CLERK)
    panel.change.click()
    dialog = panel.findChild(AdjustDialog)
    assert isinstance(dialog, AdjustDialog)
    idle()
    dialog.amount.setText("200")
    dialog.account.other.setChecked(True)
    dialog.account.holder.setText("张小满")
    dialog.account.number.setText("6222 0200 0000")
    dialog.account.bank.setText("农商银行")
    dialog.go.click()
    idle()
    [found] = adjusting.adjustments(office)
    assert (found.amount, found.account.number, found.version) == (Decimal("200.00"), "622202000000", 2)


def test_only_another_person_audits(sit_down: Sitting, office: Office, claim: str, idle: Idle) -> None:
    drafted(office, claim)
    assert sit_down(CLERK).audit.isHidden()
    panel = sit_down(SECOND)
    assert not panel.audit.isHidden()
    panel.audit.click()
    idle()
    [found] = adjusting.adjustments(office)
    assert found.state is AdjustmentState.AUDITED
    assert panel.change.isHidden()
    assert not panel.drop.isHidden()


def test_a_draft_is_deleted_with_a_reason_and_stays_listed(
    sit_down: Sitting, office: Office, claim: str, idle: Idle
) -> None:
    drafted(office, claim)
    panel = sit_down(CLERK)
    panel.drop.click()
    dialog = panel.findChild(ReasonDialog)
    assert isinstance(dialog, ReasonDialog)
    dialog.words.setPlainText("重复起草")
    dialog.go.click()
    idle()
    assert [row.found.state for row in panel.table.shown] == [AdjustmentState.DELETED]
    assert "重复起草" in words(panel)
    assert panel.drop.isHidden()


def test_the_cashier_sends_writes_the_file_and_notes_the_arrival(
    sit_down: Sitting, office: Office, claim: str, idle: Idle, tmp_path: Path
) -> None:
    number = audited(office, claim).number
    panel = sit_down(CASHIER)
    assert "1" in panel.send.text()
    panel.send.click()
    idle()
    [dialog] = panel.findChildren(QFileDialog)
    dialog.fileSelected.emit(str(tmp_path / "补支.xlsx"))
    idle()
    assert (tmp_path / "补支.xlsx").read_bytes().startswith(b"PK")
    panel.settle.click()
    arrival = panel.findChild(ArrivalDialog)
    assert isinstance(arrival, ArrivalDialog)
    assert not arrival.go.isEnabled()
    arrival.reference.setText("回单 001")
    arrival.go.click()
    idle()
    found = adjusting.adjustment(office, number)
    assert (found.state, found.reference) == (AdjustmentState.DONE, "回单 001")


def test_a_failed_transfer_goes_back_with_the_banks_reason(
    sit_down: Sitting, office: Office, claim: str, idle: Idle
) -> None:
    number = audited(office, claim).number
    panel = sit_down(CASHIER)
    panel.send.click()
    idle()
    panel.fail.click()
    dialog = panel.findChild(ReasonDialog)
    assert isinstance(dialog, ReasonDialog)
    dialog.words.setPlainText("账户已销户")
    dialog.go.click()
    idle()
    found = adjusting.adjustment(office, number)
    assert (found.state, found.remark) == (AdjustmentState.AUDITED, "账户已销户")


def test_paid_claims_with_a_difference_are_found_and_lead_to_a_draft(
    sit_down: Sitting, claim: str, idle: Idle, qtbot: QtBot
) -> None:
    panel = sit_down(CLERK)
    panel.seek.click()
    dialog = panel.findChild(DifferencesDialog)
    assert isinstance(dialog, DifferencesDialog)
    qtbot.waitUntil(dialog.go.isEnabled, timeout=30_000)
    assert [row.claim for row in dialog.table.shown] == [claim]
    assert "少付 370.00 元" in dialog.told.text()
    dialog.go.click()
    idle()
    draft = panel.findChild(AdjustDialog)
    assert isinstance(draft, AdjustDialog)
    assert draft.claim.text() == claim


def test_what_it_rests_on_is_explained_without_files(sit_down: Sitting, office: Office, claim: str, idle: Idle) -> None:
    drafted(office, claim)
    panel = sit_down(SECOND)
    panel.why.click()
    idle()
    window = panel.findChild(ExplainWindow)
    assert isinstance(window, ExplainWindow)
    assert any(rung.words.endswith("65%") for rung in window.ladder.shown)


def test_the_form_of_an_adjustment_is_written_where_the_person_says(
    sit_down: Sitting, office: Office, claim: str, idle: Idle, tmp_path: Path
) -> None:
    drafted(office, claim)
    panel = sit_down(SECOND)
    panel.sheet_pdf.click()
    [dialog] = panel.findChildren(QFileDialog)
    dialog.fileSelected.emit(str(tmp_path / "审核表.pdf"))
    idle()
    assert (tmp_path / "审核表.pdf").read_bytes().startswith(b"%PDF-")


def test_the_sheet_tells_funds_year_grounds_and_people(sit_down: Sitting, office: Office, claim: str) -> None:
    found = audited(office, claim)
    told = words(sit_down(SECOND))
    for part in (found.number, "+370.00", "统筹基金", "政策调整", *found.grounds):
        assert part in told


def test_without_a_difference_nothing_is_proposed_and_moving_between_funds_is_refused(
    sit_down: Sitting, office: Office, idle: Idle
) -> None:
    dialog = sit_down(CLERK).draft(paid(office))
    idle()
    assert "没有差额" in dialog.note.text()
    dialog.reason.setText("试试")
    for kind in (AdjustmentKind.SUPPLEMENT, AdjustmentKind.TRANSFER):
        dialog.kinds.choose(kind.value)
        assert not dialog.go.isEnabled()


def test_the_list_is_sifted_by_state(sit_down: Sitting, office: Office, claim: str) -> None:
    drafted(office, claim)
    panel = sit_down(CLERK)
    panel.chips.choose(AdjustmentState.DONE.value)
    assert panel.table.shown == ()
    assert panel.change.isHidden()
    panel.chips.choose(AdjustmentState.DRAFT.value)
    assert len(panel.table.shown) == 1


def test_who_may_do_what_follows_role_state_and_person(office: Office, claim: str) -> None:
    row = AdjustRow(drafted(office, claim), "")
    assert (may_change(CLERK, row), may_audit(CLERK, row), may_send(CASHIER, row)) == (True, False, False)
    assert (may_change(SECOND, row), may_audit(SECOND, row)) == (True, True)
    assert not any(allowed(CLERK, None) for allowed in (may_change, may_audit, may_send))
    ready = AdjustRow(adjusting.audit_adjustment(office, SECOND, row.number), "")
    assert may_send(CASHIER, ready)
    assert sent_together((ready, row), ready) == (ready.number,)


def test_looking_for_differences_stops_with_its_window(sit_down: Sitting, claim: str, idle: Idle) -> None:
    panel = sit_down(CLERK)
    panel.seek.click()
    dialog = panel.findChild(DifferencesDialog)
    assert isinstance(dialog, DifferencesDialog)
    dialog.reject()
    idle()
    assert not dialog.go.isEnabled()
    assert claim not in dialog.told.text()
