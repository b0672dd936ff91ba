"""The window explains a settlement: a rung leads to its step, lines show four columns, the year its source."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from app.ui.desk.ladder import Ladder
from app.ui.explaining.window import Explained, ExplainWindow
from app.ui.shell.session import Session
from review.claim.claim import AccountSum, YearToDate
from review.packs.stated import PackUsed
from review.policy.settlement import Settlement
from tests.builders import a_claim
from tests.offices import CLERK, an_office
from tests.review.policy.ladders import a_layer, a_settlement, yuan

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from app.ui.jobs import Jobs
    from app.ui.shell.preferences import Preferences
    from app.ui.shell.theme import Theme

    Open = Callable[..., ExplainWindow]


@pytest.fixture
def explain(tmp_path: Path, jobs: Jobs, theme: Theme, preferences: Preferences, qtbot: QtBot) -> Open:
    """Opens the window over a settlement written down by hand."""
    session = Session(an_office(tmp_path / "office"), CLERK, jobs, theme, preferences)
    parent = QWidget()
    qtbot.addWidget(parent)

    def opened(settlement: Settlement | None = None, key: str = "") -> ExplainWindow:
        window = ExplainWindow(session, Explained(a_claim(), settlement or a_settlement()), parent)
        window.open_at(key)
        return window

    return opened


def words(window: QWidget) -> str:
    return "\n".join(label.text() for label in window.findChildren(QLabel))


def test_a_rung_that_is_picked_brings_its_step_to_the_front(explain: Open) -> None:
    window = explain(key="basic_fund")
    marked = [name for name, card in window.steps.cards.items() if card.property("current")]
    assert marked == ["basic_fund"]
    window.tabs.setCurrentIndex(1)
    window.ladder.pick("deductible")
    assert window.tabs.currentIndex() == 0
    assert window.steps.cards["deductible"].property("current")


def test_every_step_shows_formula_figures_parameter_and_clause(explain: Open) -> None:
    told = words(explain().steps)
    for part in ("5. 统筹基金支付", "12,600.00", "= 甲 × 乙", "第一段 21,000.00 × 60%", "甲发〔2025〕1号 第三条"):
        assert part in told


def test_a_rung_without_a_step_leaves_the_cards_alone(explain: Open) -> None:
    window = explain(key="basic_fund")
    window.ladder.pick("copay")
    assert window.steps.cards["basic_fund"].property("current")


def test_keys_and_clicks_walk_over_the_ladder(explain: Open) -> None:
    ladder = explain().ladder
    QTest.keyClick(ladder, Qt.Key.Key_Down)
    QTest.keyClick(ladder, Qt.Key.Key_Down)
    assert ladder.current == ladder.shown[1].key
    QTest.keyClick(ladder, Qt.Key.Key_Up)
    assert ladder.current == "total"
    QTest.mouseClick(ladder, Qt.MouseButton.LeftButton, pos=QPoint(5, ladder.height() - 1))
    assert ladder.current == "total"
    assert ladder.rung_at(-5) is None


def test_only_a_click_or_enter_asks_for_a_rung(theme: Theme, qtbot: QtBot) -> None:
    ladder = Ladder(theme.colour)
    qtbot.addWidget(ladder)
    ladder.resize(300, 300)
    ladder.show_settlement(a_settlement())
    with qtbot.assertNotEmitted(ladder.asked):
        QTest.keyClick(ladder, Qt.Key.Key_Return)
        QTest.keyClick(ladder, Qt.Key.Key_Down)
    with qtbot.waitSignal(ladder.asked) as entered:
        QTest.keyClick(ladder, Qt.Key.Key_Return)
    assert entered.args == ["total"]
    with qtbot.waitSignal(ladder.asked) as clicked:
        QTest.mouseClick(ladder, Qt.MouseButton.LeftButton, pos=QPoint(5, 30))
    assert clicked.args == [ladder.shown[1].key]


def test_lines_show_four_columns_and_can_be_sifted(explain: Open) -> None:
    window = explain()
    assert len(window.lines.shown) == 4
    window.cut_only.click()
    assert [row.share.name for row in window.lines.shown] == ["乙类药", "护理垫", "自费药"]
    assert [row.cut for row in window.lines.shown] == [yuan(1000), yuan(500), yuan(1500)]
    window.cut_only.click()
    assert len(window.lines.shown) == 4


def test_the_year_shows_what_this_claim_added_and_where_the_rest_came_from(explain: Open) -> None:
    before = YearToDate(stays=1, basic_fund=yuan(100), source="平台导入 2026-03-01（批次 3）")
    after = YearToDate(stays=2, basic_fund=yuan(400), accounts=(AccountSum("outpatient.fund", yuan(7)),))
    window = explain(a_settlement(before=before, after=after))
    rows = {row.title: (row.before, row.added, row.after) for row in window.year.shown}
    assert rows["统筹基金"] == ("100.00", "300.00", "400.00")
    assert rows["门诊统筹已付"] == ("0.00", "7.00", "7.00")
    assert "平台导入 2026-03-01（批次 3）" in words(window)


def test_the_insured_page_is_there_with_the_sum_at_its_end(explain: Open) -> None:
    told = words(explain().plain)
    assert "不在医保报销目录内" in told
    assert told.index("您自己负担") < told.rindex("17,400.00")


@pytest.mark.parametrize("kind", ["pdf", "insured", "xlsx"])
def test_files_are_asked_for_by_their_buttons(explain: Open, qtbot: QtBot, kind: str) -> None:
    window = explain()
    starts = {"pdf": "结算单", "insured": "给参保人", "xlsx": "明细"}[kind]
    made = next(one for one in window.findChildren(QPushButton) if one.text().startswith(starts))
    with qtbot.waitSignal(window.wanted) as asked:
        made.click()
    assert asked.args == [kind]


def test_a_settlement_of_nothing_and_one_of_many_layers_can_be_looked_at(explain: Open) -> None:
    empty = explain(Settlement(pack=PackUsed(id="x", version="1", status="confirmed")))
    assert "没有计算过程" in words(empty)
    assert "政策未经局方确认" not in "".join(one.text() for one in empty.findChildren(QLabel) if one.isVisible())
    layers = tuple(a_layer(f"l{n}", f"第{n}道补充", n) for n in range(1, 15))
    many = explain(a_settlement(layers=layers))
    assert sum(rung.key.startswith("l") for rung in many.ladder.shown) == 14
    assert many.ladder.minimumSizeHint().height() > 14 * 10


def test_a_ladder_is_drawn_for_refunds_too(theme: Theme, qtbot: QtBot) -> None:
    ladder = Ladder(theme.colour)
    qtbot.addWidget(ladder)
    ladder.resize(300, 200)
    ladder.show_settlement(a_settlement(total=-500, eligible=-500, personal=-500, fund_total=0, basic_fund=0))
    assert not ladder.grab().isNull()
    assert all(0 <= rung.start <= rung.end <= 1 for rung in ladder.shown)
    ladder.show_settlement(None)
    QTest.keyClick(ladder, Qt.Key.Key_Down)
    assert ladder.current == ""
