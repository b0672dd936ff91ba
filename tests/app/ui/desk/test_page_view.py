"""The page viewer: what is clicked, shown, zoomed and turned."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.ui.widgets.page_view import PageView
from app.ui.widgets.page_view_lens import LensText, crop_of
from app.ui.widgets.page_view_marks import STROKES, Look, Mark
from app.ui.widgets.page_view_picture import Picture, PictureError, load_picture, load_thumbnail
from app.ui.widgets.page_view_tools import PageTools

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from app.ui.shell.theme import Theme

MARKS = (
    Mark("row", (100, 100, 800, 40), Look.PROVEN),
    Mark("cell", (500, 100, 80, 40), Look.READ, quiet=True),
    Mark("bad", (100, 900, 300, 40), Look.CONTRADICTED),
)


def a_picture(width: int = 1000, height: int = 1400) -> Picture:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    return Picture((image, image.scaled(width // 2, height // 2)))


@pytest.fixture
def view(qtbot: QtBot, theme: Theme) -> PageView:
    """A viewer with a page of three boxes."""
    made = PageView(theme.colour)
    qtbot.addWidget(made)
    made.resize(640, 480)
    made.show()
    made.show_page(a_picture(), MARKS)
    return made


def point_of(view: PageView, mark: Mark) -> QPoint:
    return view.mapFromScene(view._picture.mapToScene(mark.rect.center()))


def test_a_click_picks_the_smallest_box_under_it(view: PageView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.picked) as picked:
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=point_of(view, MARKS[1]))
    assert picked.args == ["cell"]


def test_dragging_the_page_picks_nothing(view: PageView) -> None:
    picked: list[str] = []
    view.picked.connect(picked.append)
    start = point_of(view, MARKS[0])
    far = start + QPoint(QApplication.startDragDistance() * 4, 60)
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(view.viewport(), far)
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=far)
    assert picked == []


def test_a_shown_target_is_current_and_in_view(view: PageView) -> None:
    view.actual_size()
    assert view.show_target("bad")
    assert view.current == "bad"
    assert view.viewport().rect().contains(point_of(view, MARKS[2]))
    assert not view.show_target("elsewhere")


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_boxes_stay_on_their_words_however_the_page_is_turned(view: PageView, qtbot: QtBot, turn: int) -> None:
    view.turn_by(turn)
    view.show_target("bad")
    with qtbot.waitSignal(view.picked) as picked:
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=point_of(view, MARKS[2]))
    assert picked.args == ["bad"]


def test_the_page_stays_fitted_to_the_width_until_it_is_zoomed(view: PageView) -> None:
    before = view.scale_factor
    view.resize(900, 480)
    assert view.scale_factor > before
    view.zoom_in()
    zoomed = view.scale_factor
    view.resize(640, 480)
    assert view.scale_factor == pytest.approx(zoomed)


def test_keys_and_ctrl_wheel_zoom(view: PageView) -> None:
    QTest.keyClick(view, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert view.scale_factor == pytest.approx(1.0)
    QTest.keyClick(view, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    assert view.scale_factor == pytest.approx(0.8)
    wheel = QWheelEvent(
        QPointF(100, 100),
        QPointF(100, 100),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,  # noqa: FBT003 - Qt's own parameter
    )
    view.wheelEvent(wheel)
    assert view.scale_factor == pytest.approx(1.0)


def test_the_magnifier_shows_the_pixels_beside_the_box_and_stays_inside(view: PageView) -> None:
    assert view.magnify("bad", LensText("金额", "165.00", "0.61", "与票据不符", "contradicted"))
    assert view.lens.isVisible()
    assert view.rect().contains(view.lens.geometry())
    assert view.lens._value.text() == "165.00"
    assert not view.magnify("elsewhere", LensText("", ""))
    assert not view.lens.isVisible()


def test_the_crop_is_turned_upright() -> None:
    image = a_picture().levels[0]
    lying, upright = crop_of(image, QRectF(100, 100, 40, 300), 0), crop_of(image, QRectF(100, 100, 40, 300), 90)
    assert (upright.width(), upright.height()) == (lying.height(), lying.width())


def test_the_legend_counts_what_is_drawn(view: PageView, theme: Theme) -> None:
    tools = PageTools(view, theme.icon)
    tools.count()
    assert tools._legend[Look.PROVEN].text() == "━ 已证实 1"
    assert tools._legend[Look.CONTRADICTED].text() == "╍ 矛盾 1"


def test_every_standing_has_a_stroke_of_its_own() -> None:
    assert set(STROKES) == set(Look)
    assert len({(s.token, s.style, s.width) for s in STROKES.values()}) == len(Look)


def test_a_large_picture_is_drawn_from_the_level_that_fits() -> None:
    picture = a_picture(4000, 6000)
    assert picture.level_for(0.3).width() == 2000
    assert picture.level_for(0.8).width() == 4000


def test_a_decoded_page_has_levels_down_to_screen_size(tmp_path: Path) -> None:
    path = tmp_path / "page"
    assert a_picture(3000, 4200).levels[0].save(str(path), "PNG")  # type: ignore[call-overload]
    sizes = [level.width() for level in load_picture(path).levels]
    assert sizes == [3000, 1500, 750]
    small = load_thumbnail(path, 300, 90)
    assert (small.width(), small.height()) == (300, 214)


def test_a_file_that_is_no_picture_says_so(tmp_path: Path) -> None:
    path = tmp_path / "page"
    path.write_bytes(b"no picture")
    with pytest.raises(PictureError):
        load_picture(path)
