"""What a tile says of its page: where to scan again, whether it is an electronic original, how many papers it bears."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF, Qt

from app.ui.capture.draft_sheet import DraftSheet
from app.ui.capture.grid_model import GridModel
from app.ui.capture.grid_view import upon
from app.ui.capture.preview import Preview
from app.ui.widgets.page_view_marks import Look
from review.claim.paper import DocumentKind, Flaw, ReadState
from review.services import reading
from tests.builders import a_claim, a_document, a_page

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from app.ui.capture.room import CaptureRoom
    from review.claim.paper import Document, Page
    from review.services.office import Office

    Wait = Callable[[], None]

pytestmark = pytest.mark.usefixtures("qapp")
FLAW = Flaw("blurred", "右下角模糊，请重新扫描", ((150, 300, 120, 100),))


def tiles(page: Page, *documents: Document) -> GridModel:
    """The tiles of a claim with one page."""
    model = GridModel()
    papers = tuple(replace(document, page_ids=(page.id,)) for document in documents)
    model.set_sheet(DraftSheet(a_claim(pages=(page,), documents=papers)))
    return model


@pytest.mark.parametrize(("origin", "badge"), [("pdf", "电子原件 PDF"), ("ofd", "电子原件 OFD"), ("scan", "")])
def test_an_electronic_original_says_so(origin: str, badge: str) -> None:
    model = tiles(a_page(origin=origin))
    assert model.badge(model.tiles[0]) == badge


def test_several_papers_on_one_scan_are_counted_and_named() -> None:
    cards = (a_document(DocumentKind.ID_CARD), a_document(DocumentKind.BANK_CARD))
    model = tiles(a_page(), *cards)
    assert model.badge(model.tiles[0]) == "2 份材料"
    assert "身份证、银行卡" in model.index(0).data(Qt.ItemDataRole.ToolTipRole)


def test_one_paper_needs_no_count() -> None:
    model = tiles(a_page(), a_document(DocumentKind.ID_CARD))
    assert model.badge(model.tiles[0]) == ""


def test_why_to_scan_again_is_said_once() -> None:
    model = tiles(a_page(flaws=(FLAW, replace(FLAW, boxes=()))))
    tip = model.index(0).data(Qt.ItemDataRole.ToolTipRole)
    assert tip.count("右下角模糊") == 1


@given(st.sampled_from([0, 90, 180, 270]), st.integers(1, 4000), st.integers(1, 4000))
def test_a_page_turned_any_way_fills_its_place_on_the_tile(turn: int, width: int, height: int) -> None:
    place = QRectF(10, 20, 150, 188)
    laid = upon(a_page(width=width, height=height), turn, place).mapRect(QRectF(0, 0, width, height))
    near = (laid.x() - 10, laid.y() - 20, laid.width() - 150, laid.height() - 188)
    assert max(map(abs, near)) < 1e-6


@pytest.mark.parametrize(("turn", "corner"), [(0, (0, 0)), (90, (60, 0)), (180, (80, 60)), (270, (0, 80))])
def test_a_box_turns_with_its_page(turn: int, corner: tuple[int, int]) -> None:
    size = (100.0, 80.0) if turn % 180 == 0 else (80.0, 100.0)
    box = upon(a_page(width=100, height=80), turn, QRectF(0, 0, *size)).mapRect(QRectF(0, 0, 20, 20))
    assert (round(box.x()), round(box.y())) == corner


def read_with_flaw(room: CaptureRoom, office: Office, files: list[str], settle: Wait) -> None:
    """Take one page in and read it with a flaw, as an electronic original."""
    room.draft.take(files[:1])
    for _ in range(3):
        settle()
    job = reading.take_page(office)
    assert job is not None
    reading.record_page(office, job.page_id, '{"words": [], "rotation": 0}', reading.PageSigns((FLAW,), "ofd"))
    room.draft.reload()
    settle()


def test_the_tile_shows_where_to_scan_again(room: CaptureRoom, office: Office, files: list[str], settle: Wait) -> None:
    read_with_flaw(room, office, files, settle)
    with_flaw = room.pages.grid.grab().toImage()
    tile = room.pages.grid.pages.tiles[0]
    assert (tile.page.read_state, tile.page.flaws) == (ReadState.DONE, (FLAW,))
    room.pages.grid.pages._tiles = (replace(tile, page=replace(tile.page, flaws=(replace(FLAW, boxes=()),))),)
    assert room.pages.grid.grab().toImage() != with_flaw


def test_the_preview_marks_the_place(
    room: CaptureRoom, office: Office, files: list[str], settle: Wait, qtbot: QtBot
) -> None:
    read_with_flaw(room, office, files, settle)
    preview = Preview(room.session, room.pages.grid.pages.tiles[0], room)
    qtbot.addWidget(preview)
    preview.show()
    settle()
    (mark,) = preview.view.marks
    assert (mark.look, mark.box, mark.words) == (Look.FLAW, FLAW.boxes[0], FLAW.said)
