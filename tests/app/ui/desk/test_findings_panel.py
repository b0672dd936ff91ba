"""Findings are grouped, filtered, walked and decided by keys."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.ui.desk.finding_sieve import Show, Sieve, counts, failed, groups, sections
from app.ui.desk.findings_panel import AT_FIRST, FindingsPanel
from review.checks.finding import Finding, Group, Severity
from review.claim.decisions import FindingDecision, FindingVerdict
from review.services.answers import CommonAnswer
from review.services.settle import FindingView

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

ROW = "line:7"


def a_view(
    code: str,
    severity: Severity = Severity.DECISION,
    *,
    group: Group = Group.LINES,
    subject: str = ROW,
    decided: bool = False,
) -> FindingView:
    finding = Finding(
        code=code,
        severity=severity,
        subject=subject,
        title=f"题目{code}",
        message="第 7 行 <3 g/L & 更多",
        advice="请核对病历。",
        basis="国家目录",
        group=group,
    )
    return answered(FindingView(finding, None)) if decided else FindingView(finding, None)


def answered(view: FindingView) -> FindingView:
    """The same finding, allowed by a clerk."""
    decision = FindingDecision(
        code=view.finding.code,
        subject=view.finding.subject,
        fingerprint=view.finding.fingerprint,
        verdict=FindingVerdict.ALLOW,
        reason="属实",
        decided_by="li.jing",
        decided_at=datetime(2025, 4, 1, tzinfo=UTC),
    )
    return replace(view, decision=decision)


VIEWS = (
    a_view("clue", Severity.CLUE),
    a_view("limit"),
    a_view("old", decided=True),
    a_view("product", Severity.BLOCKS),
)


@pytest.fixture
def panel(qtbot: QtBot) -> FindingsPanel:
    """A panel with a clue, an open decision, a decided one and something that must be mended."""
    made = FindingsPanel()
    qtbot.addWidget(made)
    made.resize(420, 320)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.show_findings(VIEWS, locked=False, rows={ROW})
    return made


def codes(panel: FindingsPanel) -> list[str]:
    """The findings in view."""
    return [card.finding.code for card in panel.cards]


# -- sections and sieve


def test_findings_lie_by_group_and_the_group_with_the_worst_comes_first() -> None:
    views = (a_view("a", Severity.CLUE, group=Group.PAGES), a_view("b", group=Group.STAY), *VIEWS)
    found = sections(views, Sieve())
    assert [section.group for section in found] == [Group.LINES, Group.STAY, Group.PAGES]
    assert found[0].open == 2


def test_a_sieve_lets_one_kind_or_one_group_through() -> None:
    views = (a_view("b", group=Group.STAY), *VIEWS)
    decisions = [view.finding.code for section in sections(views, Sieve(Show.DECISION)) for view in section.views]
    assert decisions == ["b", "limit"]
    assert [section.group for section in sections(views, Sieve(group=Group.STAY))] == [Group.STAY]


def test_an_answered_finding_is_counted_as_answered_only() -> None:
    assert counts(VIEWS) == {"all": 4, "clue": 1, "decision": 1, "blocks": 1, "answered": 1}
    assert groups(VIEWS) == (Group.LINES,)


def test_a_check_that_could_not_run_stands_before_everything_and_is_named(panel: FindingsPanel) -> None:
    lost = a_view("check-failed", Severity.BLOCKS, group=Group.STAY, subject="claim")
    lost = replace(lost, finding=replace(lost.finding, values={"check": "stay-dates"}))
    panel.show_findings((*VIEWS, lost), locked=False)
    assert codes(panel)[0] == "check-failed"
    assert failed((*VIEWS, lost)) == ("stay-dates",)
    assert "1" in panel._trouble.text()
    assert panel._trouble.isVisible()


# -- walking and deciding


def test_the_worst_comes_first_and_the_decided_last(panel: FindingsPanel) -> None:
    assert codes(panel) == ["product", "limit", "clue", "old"]
    assert panel._title.text() == "疑点 2"


def test_arrows_walk_from_card_to_card_and_ask_to_show_each(panel: FindingsPanel) -> None:
    seen: list[str] = []
    panel.looked.connect(lambda finding: seen.append(finding.code))
    panel.go_to_open()
    QTest.keyClick(panel.cards[0], Qt.Key.Key_Down)
    QTest.keyClick(panel.cards[1], Qt.Key.Key_Down)
    QTest.keyClick(panel.cards[2], Qt.Key.Key_Up)
    assert seen == ["product", "limit", "clue", "limit"]


@pytest.mark.parametrize(
    ("key", "verdict"), [(Qt.Key.Key_A, FindingVerdict.ALLOW), (Qt.Key.Key_D, FindingVerdict.EXCLUDE)]
)
def test_a_key_asks_for_the_reason_and_enter_decides(
    panel: FindingsPanel, key: Qt.Key, verdict: FindingVerdict
) -> None:
    decided: list[tuple[str, FindingVerdict, str]] = []
    panel.decided.connect(lambda finding, given, reason: decided.append((finding.code, given, reason)))
    card = panel.cards[1]
    card.setFocus()
    QTest.keyClick(card, key)
    assert card.reason is not None
    card.reason.edit.setText("有病历依据")
    QTest.keyClick(card.reason.edit, Qt.Key.Key_Return)
    assert decided == [("limit", verdict, "有病历依据")]


def many(count: int) -> tuple[FindingView, ...]:
    """So many open findings of one code, each about a row of its own, and one of another code."""
    return (*(a_view("limit", subject=f"line:{n}") for n in range(count)), a_view("other", subject="line:99"))


def given_alike(panel: FindingsPanel, key: Qt.Key, *, every: bool) -> list[object]:
    """What comes of a reason for the first card, given for all of its kind or not."""
    given: list[object] = []
    panel.decided_all.connect(given.append)
    panel.decided.connect(lambda finding, *_: given.append(finding.subject))
    card = panel.cards[0]
    card.setFocus()
    QTest.keyClick(card, key)
    assert card.reason is not None
    if every:
        QTest.keyClick(card.reason.edit, Qt.Key.Key_0)
    card.reason.edit.setText("均有病历依据")
    QTest.keyClick(card.reason.edit, Qt.Key.Key_Return)
    return given


def test_one_reason_is_given_for_all_findings_of_a_kind_with_0(panel: FindingsPanel) -> None:
    views = many(3)
    panel.show_findings(views, locked=False, rows=[f"line:{n}" for n in range(3)])
    (answer,) = given_alike(panel, Qt.Key.Key_A, every=True)
    assert answer == CommonAnswer(
        frozenset(view.finding.fingerprint for view in views[:3]), FindingVerdict.ALLOW, "均有病历依据"
    )
    assert panel.cards[3].hasFocus()


def test_without_0_only_the_finding_in_hand_is_answered(panel: FindingsPanel) -> None:
    panel.show_findings(many(3), locked=False)
    assert given_alike(panel, Qt.Key.Key_A, every=False) == ["line:0"]


def test_only_rows_are_taken_out_together(panel: FindingsPanel) -> None:
    views = (*many(2), a_view("limit", subject="claim"))
    panel.show_findings(views, locked=False, rows=["line:0", "line:1"])
    (answer,) = given_alike(panel, Qt.Key.Key_D, every=True)
    assert isinstance(answer, CommonAnswer)
    assert answer.fingerprints == {view.finding.fingerprint for view in views[:2]}


def test_a_finding_that_is_alone_of_its_kind_offers_no_others(panel: FindingsPanel) -> None:
    panel.show_findings((*many(1), a_view("limit", decided=True)), locked=False)
    card = panel.cards[0]
    card.ask(FindingVerdict.ALLOW)
    assert card.reason is not None
    assert card.reason.every.isHidden()


def test_a_card_that_was_laid_anew_opens_to_its_full_height(panel: FindingsPanel, qtbot: QtBot) -> None:
    views = many(4)
    panel.resize(340, 240)
    panel.show_findings(views[:4], locked=False)
    qtbot.waitUntil(lambda: panel.cards[0].height() >= panel.cards[0].heightForWidth(panel.cards[0].width()))
    panel.show_findings(views, locked=False)
    card = panel.cards[0]
    card.ask(FindingVerdict.ALLOW)
    assert card.reason is not None
    qtbot.waitUntil(lambda: card.height() >= card.heightForWidth(card.width()) > 100)


def test_without_a_reason_nothing_is_decided(panel: FindingsPanel) -> None:
    decided: list[object] = []
    panel.decided.connect(lambda *given: decided.append(given))
    card = panel.cards[1]
    QTest.keyClick(card, Qt.Key.Key_A)
    assert card.reason is not None
    QTest.keyClick(card.reason.edit, Qt.Key.Key_Return)
    QTest.keyClick(card.reason.edit, Qt.Key.Key_Escape)
    assert decided == []
    assert card.reason is None


def test_what_must_be_mended_cannot_be_talked_away(panel: FindingsPanel) -> None:
    QTest.keyClick(panel.cards[0], Qt.Key.Key_A)
    assert panel.cards[0].reason is None


def test_signs_in_the_message_are_shown_as_they_are(panel: FindingsPanel) -> None:
    assert "&lt;3 g/L &amp; 更多" in panel.cards[0]._head.text()


def test_a_clean_claim_says_so(panel: FindingsPanel) -> None:
    panel.show_findings((), locked=False)
    assert panel.cards == ()
    assert panel._title.text() == "疑点 0"


def test_a_number_chooses_a_reason_and_decides_at_once(panel: FindingsPanel) -> None:
    decided: list[tuple[str, str]] = []
    panel.decided.connect(lambda finding, _verdict, reason: decided.append((finding.code, reason)))
    card = panel.cards[1]
    QTest.keyClick(card, Qt.Key.Key_A)
    assert card.reason is not None
    usual = [button.reason for button in card.reason.buttons]
    QTest.keyClick(card.reason.edit, Qt.Key.Key_9)
    QTest.keyClick(card.reason.edit, Qt.Key.Key_2)
    assert decided == [("limit", usual[1])]


def test_a_digit_within_typed_words_is_a_digit(panel: FindingsPanel) -> None:
    card = panel.cards[1]
    QTest.keyClick(card, Qt.Key.Key_D)
    assert card.reason is not None
    QTest.keyClicks(card.reason.edit, "CT 2")
    assert card.reason.edit.text() == "CT 2"


def test_the_next_open_finding_comes_to_hand_once_one_is_decided(panel: FindingsPanel) -> None:
    views = (a_view("one"), a_view("two"), a_view("three"))
    panel.show_findings(views, locked=False, rows={ROW})
    QTest.keyClick(panel.cards[1], Qt.Key.Key_A)
    assert panel.cards[1].reason is not None
    panel.cards[1].reason.choose(1)
    assert panel.cards[2].hasFocus()
    panel.show_findings((views[0], answered(views[1]), views[2]), locked=False, rows={ROW})
    assert codes(panel) == ["one", "three", "two"]
    assert panel.cards[1].hasFocus()


def test_only_rows_of_the_paper_can_be_left_unpaid(panel: FindingsPanel) -> None:
    panel.show_findings((a_view("stay", subject="claim"),), locked=False, rows={ROW})
    QTest.keyClick(panel.cards[0], Qt.Key.Key_D)
    assert panel.cards[0].reason is None
    QTest.keyClick(panel.cards[0], Qt.Key.Key_A)
    assert panel.cards[0].reason is not None


def test_what_is_typed_survives_news_about_other_findings(panel: FindingsPanel) -> None:
    card = panel.cards[1]
    QTest.keyClick(card, Qt.Key.Key_A)
    assert card.reason is not None
    card.reason.edit.setText("有病历")
    panel.show_findings((*VIEWS, a_view("new", Severity.CLUE)), locked=False, rows={ROW})
    assert panel.cards[1] is card
    assert card.reason.edit.text() == "有病历"


# -- filters


def test_left_and_right_walk_the_filters_and_leave_out_empty_ones(panel: FindingsPanel) -> None:
    panel.show_findings(VIEWS[:2], locked=False, rows={ROW})
    panel.go_to_open()
    QTest.keyClick(panel.cards[0], Qt.Key.Key_Right)
    assert codes(panel) == ["limit"]
    QTest.keyClick(panel.cards[0], Qt.Key.Key_Right)
    assert codes(panel) == ["clue"]
    QTest.keyClick(panel.cards[0], Qt.Key.Key_Left)
    assert codes(panel) == ["limit"]


def test_a_key_walks_the_groups(panel: FindingsPanel) -> None:
    panel.show_findings((*VIEWS, a_view("stay", group=Group.STAY)), locked=False, rows={ROW})
    panel.go_to_open()
    QTest.keyClick(panel.cards[0], Qt.Key.Key_G)
    assert codes(panel) == ["stay"]
    QTest.keyClick(panel.cards[0], Qt.Key.Key_G, Qt.KeyboardModifier.ShiftModifier)
    assert len(panel.cards) == 5


def test_a_filter_that_lets_nothing_through_says_so_and_offers_everything(panel: FindingsPanel) -> None:
    panel.filters.choose(Show.CLUE)
    panel.show_findings(VIEWS[1:], locked=False, rows={ROW})
    assert codes(panel) == []
    assert panel.everything.isVisible()
    panel.everything.click()
    assert len(panel.cards) == 3


def test_what_is_open_is_found_behind_a_filter_and_a_fold(panel: FindingsPanel) -> None:
    panel.headings[0].click()
    assert codes(panel) == []
    panel.go_to_open()
    assert panel.cards[0].hasFocus()
    panel.filters.choose(Show.ANSWERED)
    panel.go_to_open()
    assert codes(panel)[0] == "product"


def test_the_next_open_finding_is_found_both_ways_around_the_end(panel: FindingsPanel) -> None:
    seen: list[str] = []
    panel.looked.connect(lambda finding: seen.append(finding.code))
    for step in (+1, +1, +1, -1):
        panel.go_to_open(step)
    assert seen == ["product", "limit", "product", "limit"]


# -- many


def test_a_long_section_begins_short_and_opens_whole(panel: FindingsPanel) -> None:
    many = [a_view(f"c{n}", subject=f"line:{n}") for n in range(300)]
    panel.show_findings(many, locked=False)
    assert len(panel.cards) == AT_FIRST
    panel._show_whole(Group.LINES)
    assert len(panel.cards) == 300
