"""How amounts are said in little room, where axes end, what a chart gives back to the pointer."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip

from app.ui.charts.columns import ColumnChart
from app.ui.charts.pairs import PairChart
from app.ui.charts.plot import Bar, Plot, axis, plain, short_yuan, signed
from app.ui.shell.preferences import THEME

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from app.ui.charts.chart import Chart
    from app.ui.shell.preferences import Preferences
    from app.ui.shell.theme import Theme

TWO = Plot(
    (Bar("x", "一级", Decimal(100), Decimal(50), "一级少了"), Bar("y", "二级", Decimal(0), Decimal(80), "二级")),
    ("A 现状", "B 设想"),
    "元",
)


def shown(chart: Chart, qtbot: QtBot) -> Chart:
    qtbot.addWidget(chart)
    chart.resize(600, 260)
    chart.show_plot(TWO)
    chart.show()
    return chart


def inks(chart: Chart) -> set[str]:
    picture = chart.grab().toImage()
    return {picture.pixelColor(x, y).name() for x in range(0, picture.width(), 2) for y in range(picture.height())}


@pytest.mark.parametrize(
    ("amount", "words"),
    [("0", "0"), ("9999.49", "9,999"), ("10000", "1.00 万"), ("-123456.70", "-12.35 万"), ("99999999", "10,000.00 万")],
)
def test_sums_are_said_to_the_yuan_or_in_ten_thousands(amount: str, words: str) -> None:
    assert short_yuan(Decimal(amount)) == words


def test_a_difference_bears_its_sign() -> None:
    assert signed("5", Decimal(5)) == "+5"
    assert signed("-5", Decimal(-5)) == "-5"
    assert signed("0", Decimal(0)) == "0"


@pytest.mark.parametrize(
    ("top", "end", "parts"),
    [("378", "400", 4), ("1", "1", 5), ("0.37", "0.4", 4), ("8600", "10000", 5), ("16", "20", 4)],
)
def test_an_axis_ends_at_a_round_number_from_the_largest_on(top: str, end: str, parts: int) -> None:
    plot = Plot((Bar("x", "", None, Decimal(top)),))
    assert axis(plot) == (Decimal(end), parts)


def test_an_axis_of_counts_has_whole_parts() -> None:
    end, parts = axis(Plot((Bar("x", "", None, Decimal(1)),), say=plain))
    assert end % parts == 0


def test_a_plot_without_bars_or_of_nothing_but_zero_still_has_an_axis() -> None:
    assert axis(Plot())[0] > 0
    assert axis(Plot((Bar("x", "", Decimal(0), Decimal(0)),)))[0] > 0


@pytest.mark.parametrize("kind", [PairChart, ColumnChart])
def test_both_series_are_drawn_in_their_colours(kind: type[Chart], theme: Theme, qtbot: QtBot) -> None:
    chart = shown(kind(theme), qtbot)
    assert {theme.colour("faint").name(), theme.colour("brand").name()} <= inks(chart)


@pytest.mark.parametrize("kind", [PairChart, ColumnChart])
def test_a_press_on_a_bar_picks_it_and_elsewhere_nothing(kind: type[Chart], theme: Theme, qtbot: QtBot) -> None:
    chart = shown(kind(theme), qtbot)
    with qtbot.waitSignal(chart.picked) as picked:
        QTest.mouseClick(chart, Qt.MouseButton.LeftButton, pos=chart.band(1).center().toPoint())
    assert picked.args == ["y"]
    assert chart.bar_at(QPointF(1, 1)) is None


def test_a_marked_bar_stands_out(theme: Theme, qtbot: QtBot) -> None:
    chart = shown(PairChart(theme), qtbot)
    assert theme.colour("sel").name() not in inks(chart)
    chart.mark("x")
    assert theme.colour("sel").name() in inks(chart)


def test_the_pointer_resting_on_a_bar_is_told_of_it(theme: Theme, qtbot: QtBot) -> None:
    chart = shown(ColumnChart(theme), qtbot)
    place = chart.band(0).center().toPoint()
    QApplication.sendEvent(chart, QHelpEvent(QEvent.Type.ToolTip, place, chart.mapToGlobal(place)))
    assert QToolTip.text() == "一级少了"
    assert "一级少了" in chart.accessibleDescription()


def test_charts_follow_the_theme(theme: Theme, preferences: Preferences, qtbot: QtBot) -> None:
    chart = shown(ColumnChart(theme), qtbot)
    preferences.choose(THEME, "dark")
    assert theme.colour("brand").name() in inks(chart)


def test_a_chart_of_pairs_is_as_tall_as_its_bars(theme: Theme, qtbot: QtBot) -> None:
    chart = shown(PairChart(theme), qtbot)
    before = chart.minimumHeight()
    chart.show_plot(Plot(TWO.bars * 10, TWO.names))
    assert chart.minimumHeight() > before * 4
    assert chart.band(0).height() == pytest.approx(chart.band(1).height())


def test_a_chart_without_bars_is_drawn_empty(theme: Theme, qtbot: QtBot) -> None:
    chart = shown(ColumnChart(theme), qtbot)
    chart.show_plot(Plot())
    assert theme.colour("brand").name() not in inks(chart)
    assert chart.bar_at(QPointF(QPoint(100, 100))) is None
