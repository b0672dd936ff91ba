"""The page with and without its seals: same place, same zoom; what cannot be cleaned stays as filed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PIL import Image
from PySide6.QtCore import QObject, Signal

from app.ui.desk.room import DeskRoom
from app.ui.shell.engine import READY
from ocr.errors import EngineError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from app.ui.shell.session import Session
    from review.claim.claim import Claim

    Wait = Callable[[], None]


class Laundry(QObject):
    """Stands where the engine's gate stands and paints pages grey, or fails; the real one needs weights."""

    claim_read = Signal(str)
    page_read = Signal(str, int)
    current = READY

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[Path] = []
        self.broken = False

    def clean(self, path: Path, into: Path, done: Callable[[Path], None], failed: Callable[[Exception], None]) -> None:
        """Write a grey page of the same size."""
        self.asked.append(path)
        if self.broken:
            failed(EngineError("识别程序已停止"))
            return
        into.mkdir(exist_ok=True)
        with Image.open(path) as page:
            Image.new("RGB", page.size, (90, 90, 90)).save(into / f"{path.name}.png")
        done(into / f"{path.name}.png")


@pytest.fixture
def laundry(session: Session) -> Laundry:
    """An engine for the session."""
    made = Laundry()
    session.engine = made  # type: ignore[assignment]  # as far as the desk uses it
    return made


@pytest.fixture
def desk(laundry: Laundry, session: Session, claim: Claim, qtbot: QtBot, settle: Wait) -> DeskRoom:
    """The desk with a page in view and an engine behind it."""
    assert session.engine is laundry  # type: ignore[comparison-overlap]  # as above
    made = DeskRoom(session)
    qtbot.addWidget(made)
    made.resize(1366, 740)
    made.show()
    made.enter(claim.number)
    settle()
    return made


def corner(room: DeskRoom) -> tuple[int, int, int]:
    """The colour of the first pixel of the page in view."""
    picture = room.bench.paper.view._picture.picture
    assert picture is not None
    colour = picture.levels[0].pixelColor(2, 2)
    return colour.red(), colour.green(), colour.blue()


def test_without_an_engine_nobody_is_offered_a_clean_page(room: DeskRoom) -> None:
    assert not room.bench.paper.tools.clean.isVisible()


def test_the_clean_page_takes_the_place_of_the_filed_one_and_back(desk: DeskRoom, settle: Wait) -> None:
    paper = desk.bench.paper
    paper.view.zoom_in()
    zoom, marks = paper.view.scale_factor, paper.view.marks
    paper.tools.clean.click()
    settle()
    assert corner(desk) == (90, 90, 90)
    assert not list((desk.session.office.home / "cleaned").iterdir())
    assert (paper.view.scale_factor, paper.view.marks) == (zoom, marks)
    paper.tools.clean.click()
    settle()
    assert corner(desk) == (255, 255, 255)
    assert paper.view.scale_factor == zoom


def test_the_next_page_is_clean_too_and_none_is_made_twice(desk: DeskRoom, laundry: Laundry, settle: Wait) -> None:
    first, second, *_ = (card.page.id for card in desk.bench.paper.strip.pages.cards)
    desk.bench.paper.tools.clean.click()
    for page in (second, first, second):
        desk.bench.paper.show_page(page)
        settle()
        assert corner(desk) == (90, 90, 90)
    assert len(laundry.asked) == 2


def test_a_page_that_cannot_be_cleaned_stays_as_filed(desk: DeskRoom, laundry: Laundry, settle: Wait) -> None:
    laundry.broken = True
    desk.bench.paper.tools.clean.click()
    settle()
    assert corner(desk) == (255, 255, 255)
    assert not desk.bench.paper.tools.clean.isChecked()
