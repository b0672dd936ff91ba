"""The pack editor room: browsing by date, drafting, editing with faults told, proposing, the second person's answer."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QLabel

from app.ui.policies.browser import Which
from app.ui.policies.decide_dialog import DecideDialog
from app.ui.policies.propose_dialog import ProposeDialog
from app.ui.policies.room import PoliciesRoom
from app.ui.policies.version_side import APPROVE, DISCARD, DRAFT, PROPOSE, RETURN, WITHDRAW
from app.ui.widgets.reason import ReasonDialog
from review.packs.versions import VersionState
from review.services import policies
from tests.app.ui.policies.drafts import PAPER, RATIO
from tests.offices import CASHIER, CLERK, SUPERVISOR, paid

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from app.ui.shell.session import Session
    from review.packs.versions import PolicyVersion
    from review.services.office import Office
    from tests.app.ui.policies.conftest import Settle

FIRST = date(2025, 2, 1)


def enter(room: PoliciesRoom, settle: Settle, shelf: str = "") -> None:
    room.enter()
    settle()
    if shelf:
        room.shelves.pick(shelf)
        settle()


def card(room: PoliciesRoom) -> str:
    page = room.card.widget()
    assert page is not None
    return "\n".join(label.text() for label in page.findChildren(QLabel))


def press(room: PoliciesRoom, deed: str) -> None:
    QTest.mouseClick(room.deeds.buttons[deed], Qt.MouseButton.LeftButton)


def give_reason(room: PoliciesRoom, why: str) -> None:
    dialog = room.findChildren(ReasonDialog)[-1]
    dialog.words.setPlainText(why)
    QTest.mouseClick(dialog.go, Qt.MouseButton.LeftButton)


def proposed(office: Office, draft: PolicyVersion) -> PolicyVersion:
    return policies.propose(office, CLERK, draft.id, FIRST, "样例医保发〔2026〕1号")


def states(office: Office) -> list[VersionState]:
    return [one.state for one in policies.versions(office)]


def test_the_offices_pack_stands_first_and_says_what_holds_today(room: PoliciesRoom, settle: Settle) -> None:
    enter(room, settle)
    assert room.shelves.current is not None
    assert room.shelves.current.id == "ganzhou:0"
    room.browser.table.pick(RATIO)
    assert "一级 0.90，二级 0.80，三级 0.60" in card(room)
    assert "来自 ganzhou" in card(room)
    assert not room.edit.isVisible()


def test_every_figure_says_from_which_pack_it_is(room: PoliciesRoom, settle: Settle) -> None:
    enter(room, settle)
    origins = {figure.path.split(".")[0]: figure.origin for figure in room.browser.shown}
    assert {"china", "jiangxi", "ganzhou"} <= {figure.origin for figure in room.browser.shown}
    assert all(figure.origin for figure in room.browser.shown)
    assert origins["general"] in {"china", "jiangxi"}


def test_a_day_before_the_first_figure_holds_nothing(room: PoliciesRoom, settle: Settle) -> None:
    enter(room, settle)
    room.browser.day.setText("1999-12-31")
    settle()
    room.browser.table.pick(RATIO)
    assert "这一天没有规定" in card(room)
    room.browser.day.setText("哪天")
    settle()
    assert room.browser.day.property("fault")


def test_a_search_and_the_chips_narrow_the_list(room: PoliciesRoom, settle: Settle) -> None:
    enter(room, settle)
    whole = len(room.browser.shown)
    room.browser.search.setText("居民住院支付比例")
    settle()
    assert [figure.path for figure in room.browser.shown] == [RATIO]
    room.browser.search.setText("没有这样的参数")
    settle()
    assert room.browser.current is None
    room.browser.search.clear()
    room.browser.which.choose(Which.OWN)
    settle()
    assert whole > 50
    assert room.browser.shown == ()


def test_a_draft_is_begun_with_what_it_is_for(room: PoliciesRoom, settle: Settle) -> None:
    enter(room, settle)
    press(room, DRAFT)
    give_reason(room, "年度调整")
    settle()
    assert room.shelves.current is not None
    assert room.shelves.current.version is not None
    assert room.shelves.current.version.title == "年度调整"
    assert room.edit.isVisible()


def test_a_figure_is_edited_from_a_day_on_and_told_as_the_offices_own(
    room: PoliciesRoom, settle: Settle, draft: PolicyVersion
) -> None:
    enter(room, settle, f"ganzhou:{draft.id}")
    room.browser.table.pick(RATIO)
    dialog = room.begin_edit()
    assert dialog is not None
    dialog.since.setText("2025-07-01")
    dialog.form.fields["tertiary",].setText("0.70")
    dialog.paper["document"].setText("样例医保发〔2026〕2号")
    settle()
    assert dialog.go.isEnabled()
    QTest.mouseClick(dialog.go, Qt.MouseButton.LeftButton)
    settle()
    room.browser.day.setText("2025-08-01")
    settle()
    room.browser.table.pick(RATIO)
    assert "三级 0.70" in card(room)
    assert "来自 本单位" in card(room)
    assert "各个时期" in card(room)


@pytest.mark.parametrize(
    ("field", "typed", "said"), [("value", "1.20", "1"), ("since", "明天", "年-月-日"), ("clause", "", "依据")]
)
def test_what_is_wrong_is_told_in_the_window_and_cannot_be_kept(  # noqa: PLR0917  three ways of one fault
    room: PoliciesRoom, settle: Settle, draft: PolicyVersion, field: str, typed: str, said: str
) -> None:
    enter(room, settle, f"ganzhou:{draft.id}")
    room.browser.table.pick(RATIO)
    dialog = room.begin_edit()
    assert dialog is not None
    fields = {"value": dialog.form.fields["tertiary",], "since": dialog.since, **dialog.paper}
    fields[field].setText(typed)
    settle()
    assert not dialog.go.isEnabled()
    assert said in dialog.note.text()


def test_a_draft_is_proposed_with_day_and_reason(room: PoliciesRoom, settle: Settle, draft: PolicyVersion) -> None:
    enter(room, settle, f"ganzhou:{draft.id}")
    press(room, PROPOSE)
    [dialog] = room.findChildren(ProposeDialog)
    assert not dialog.go.isEnabled()
    dialog.since.setText("2025-02-01")
    dialog.reason.setPlainText("样例医保发〔2026〕1号")
    QTest.mouseClick(dialog.go, Qt.MouseButton.LeftButton)
    settle()
    assert states(room.session.office) == [VersionState.PROPOSED]
    assert not room.edit.isVisible()


def test_a_proposal_for_days_nobody_reviewed_is_refused_in_its_window(
    room: PoliciesRoom, settle: Settle, draft: PolicyVersion
) -> None:
    enter(room, settle, f"ganzhou:{draft.id}")
    press(room, PROPOSE)
    [dialog] = room.findChildren(ProposeDialog)
    dialog.since.setText("2031-01-01")
    dialog.reason.setPlainText("样例")
    dialog.go.click()
    settle()
    assert "核对过" in dialog.note.text()
    assert states(room.session.office) == [VersionState.DRAFT]


def test_a_version_that_changes_nothing_settled_is_approved_at_once(
    room: PoliciesRoom, settle: Settle, draft: PolicyVersion
) -> None:
    proposed(room.session.office, draft)
    enter(room, settle, f"ganzhou:{draft.id}")
    press(room, APPROVE)
    [dialog] = room.findChildren(DecideDialog)
    settle()
    assert "都不因此改变" in dialog.verdict.text()
    assert len(dialog.changes.shown) == 2
    QTest.mouseClick(dialog.go, Qt.MouseButton.LeftButton)
    settle()
    assert states(room.session.office) == [VersionState.APPROVED]


def test_settled_claims_it_changes_must_be_looked_at_before_approving(
    room: PoliciesRoom, settle: Settle, draft: PolicyVersion
) -> None:
    office = room.session.office
    claim = paid(office)
    proposed(office, draft)
    enter(room, settle, f"ganzhou:{draft.id}")
    press(room, APPROVE)
    [dialog] = room.findChildren(DecideDialog)
    settle()
    assert [row.claim for row in dialog.claims.shown] == [claim]
    assert not dialog.go.isEnabled()
    dialog.seen.setChecked(True)
    dialog.go.click()
    settle()
    assert states(office) == [VersionState.APPROVED]
    assert [row["claim"] for row in policies.confirmed_list(office, draft.id)] == [claim]


def test_a_list_that_grew_old_is_made_anew(room: PoliciesRoom, settle: Settle, draft: PolicyVersion) -> None:
    office = room.session.office
    proposed(office, draft)
    enter(room, settle, f"ganzhou:{draft.id}")
    press(room, APPROVE)
    [dialog] = room.findChildren(DecideDialog)
    settle()
    claim = paid(office)
    dialog.go.click()
    settle()
    assert dialog.note.text()
    assert [row.claim for row in dialog.claims.shown] == [claim]
    assert states(office) == [VersionState.PROPOSED]


def test_who_wrote_in_it_may_not_approve_it(room: PoliciesRoom, settle: Settle, office: Office) -> None:
    own = policies.begin_draft(office, SUPERVISOR, "自己起草的")
    edit = policies.ValueEdit(RATIO, FIRST, {"primary": "0.9", "secondary": "0.8", "tertiary": "0.7"}, PAPER)
    policies.edit(office, SUPERVISOR, own.id, edit)
    policies.propose(office, SUPERVISOR, own.id, FIRST, "样例")
    enter(room, settle, f"ganzhou:{own.id}")
    assert not room.deeds.buttons[APPROVE].isEnabled()
    assert "参与了起草" in room.deeds.buttons[APPROVE].toolTip()
    assert room.deeds.buttons[RETURN].isEnabled()


def test_a_proposal_goes_back_with_a_reason_and_is_given_up(
    room: PoliciesRoom, settle: Settle, draft: PolicyVersion
) -> None:
    proposed(room.session.office, draft)
    enter(room, settle, f"ganzhou:{draft.id}")
    press(room, RETURN)
    give_reason(room, "依据不足")
    settle()
    assert states(room.session.office) == [VersionState.DRAFT]
    assert "依据不足" in room.told.text()
    press(room, DISCARD)
    give_reason(room, "不再需要")
    settle()
    assert states(room.session.office) == [VersionState.WITHDRAWN]
    assert "放弃" in room.told.text()


def test_an_approved_version_is_taken_out_of_use_with_a_reason(
    room: PoliciesRoom, settle: Settle, draft: PolicyVersion
) -> None:
    office = room.session.office
    proposed(office, draft)
    policies.approve(office, SUPERVISOR, draft.id)
    enter(room, settle, f"ganzhou:{draft.id}")
    press(room, WITHDRAW)
    [dialog] = room.findChildren(DecideDialog)
    settle()
    assert not dialog.go.isEnabled()
    dialog.why.setPlainText("文件已废止")
    dialog.go.click()
    settle()
    assert states(office) == [VersionState.WITHDRAWN]


def test_differences_are_those_from_what_it_was_made_of(
    room: PoliciesRoom, settle: Settle, draft: PolicyVersion
) -> None:
    enter(room, settle, f"ganzhou:{draft.id}")
    assert room.differences.older.currentData() == "ganzhou:0"
    assert RATIO in {change.path for change in room.differences.shown}
    room.differences.older.setCurrentIndex(room.differences.older.findData("xinfeng:0"))
    room.differences.compare()
    settle()
    assert len(room.differences.shown) >= 2


def test_what_is_doubtful_is_listed_and_leads_to_its_figure(room: PoliciesRoom, settle: Settle) -> None:
    enter(room, settle)
    assert room.tabs.tabText(2) == f"检查 {len(room.notes.shown)}"
    office, actor = room.session.office, CLERK
    draft = policies.begin_draft(office, actor, "写错的")
    wrong = {"primary": "0.9", "secondary": "0.8", "tertiary": "1.7"}
    policies.edit(office, actor, draft.id, policies.ValueEdit(RATIO, FIRST, wrong, PAPER))
    enter(room, settle, f"ganzhou:{draft.id}")
    assert "1.7" in room.faults.text() or RATIO in room.faults.text()
    assert not room.deeds.buttons[PROPOSE].isEnabled()
    fault = next(note for note in room.notes.shown if note.path.startswith(RATIO))
    room.tabs.setCurrentWidget(room.notes)
    room.notes.opened.emit(fault.path)
    assert room.tabs.currentWidget() is room.browser
    assert room.browser.current is not None
    assert room.browser.current.path == RATIO


def test_the_tables_keep_the_rules_of_qt(room: PoliciesRoom, settle: Settle, draft: PolicyVersion) -> None:
    models = (room.shelves.rows, room.browser.table.rows, room.differences.table.rows)
    testers = [QAbstractItemModelTester(m, QAbstractItemModelTester.FailureReportingMode.Fatal) for m in models]
    enter(room, settle, f"ganzhou:{draft.id}")
    enter(room, settle, "china:0")
    assert len(testers) == 3
    assert all(model.rowCount() for model in models)


def test_a_cashier_may_look_and_nothing_else(session: Session, settle: Settle, qtbot: QtBot) -> None:
    room = PoliciesRoom(replace(session, actor=CASHIER))
    qtbot.addWidget(room)
    room.enter()
    settle()
    assert room.browser.shown
    assert not room.deeds.buttons[DRAFT].isEnabled()
    assert "起草由" in room.deeds.buttons[DRAFT].toolTip()
    room.heavy.close()
