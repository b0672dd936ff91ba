"""Findings are walked and decided by keys."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.ui.desk.findings_panel import FindingsPanel
from review.checks.finding import Finding, Severity
from review.claim.decisions import FindingDecision, FindingVerdict
from review.services.settle import FindingView

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def a_view(code: str, severity: Severity, *, decided: bool = False) -> FindingView:
    finding = Finding(
        code=code,
        severity=severity,
        subject="line:7",
        title=f"题目{code}",
        message="第 7 行 <3 g/L & 更多",
        advice="请核对病历。",
        basis="国家目录",
    )
    decision = FindingDecision(
        code=code,
        subject=finding.subject,
        fingerprint=finding.fingerprint,
        verdict=FindingVerdict.ALLOW,
        reason="属实",
        decided_by="li.jing",
        decided_at=datetime(2025, 4, 1, tzinfo=UTC),
    )
    return FindingView(finding, decision if decided else None)


@pytest.fixture
def panel(qtbot: QtBot) -> FindingsPanel:
    """A panel with a clue, an open decision, a decided one and something that must be mended."""
    made = FindingsPanel()
    qtbot.addWidget(made)
    made.resize(420, 320)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    views = (
        a_view("clue", Severity.CLUE),
        a_view("limit", Severity.DECISION),
        a_view("old", Severity.DECISION, decided=True),
        a_view("product", Severity.BLOCKS),
    )
    made.show_findings(views, locked=False)
    return made


def test_the_worst_comes_first_and_the_decided_last(panel: FindingsPanel) -> None:
    assert [card.finding.code for card in panel.cards] == ["product", "limit", "clue", "old"]
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
    card.reason.setEditText("有病历依据")
    QTest.keyClick(card.reason, Qt.Key.Key_Return)
    assert decided == [("limit", verdict, "有病历依据")]


def test_without_a_reason_nothing_is_decided(panel: FindingsPanel) -> None:
    decided: list[object] = []
    panel.decided.connect(lambda *given: decided.append(given))
    card = panel.cards[1]
    QTest.keyClick(card, Qt.Key.Key_A)
    assert card.reason is not None
    QTest.keyClick(card.reason, Qt.Key.Key_Return)
    QTest.keyClick(card.reason, Qt.Key.Key_Escape)
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
