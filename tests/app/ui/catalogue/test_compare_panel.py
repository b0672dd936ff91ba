"""Two editions side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook

from app.ui.catalogue.difference_rows import DifferenceRow, Turn, counts, difference_columns, rows
from app.ui.tables.exporting import Listing
from review.services import catalogue

if TYPE_CHECKING:
    from pathlib import Path

    from app.ui.catalogue.room import CatalogueRoom
    from review.catalogue.entry import Edition
    from review.services.office import Office
    from tests.app.ui.catalogue.conftest import Settle

Editions = tuple["Edition", "Edition"]


@pytest.fixture
def found(office: Office, editions: Editions) -> tuple[DifferenceRow, ...]:
    return rows(catalogue.compare_editions(office, editions[0].id, editions[1].id))


def cell(row: DifferenceRow, column: str) -> str:
    return next(c for c in difference_columns() if c.id == column).text(row)


def test_every_difference_is_a_row_of_its_own(found: tuple[DifferenceRow, ...]) -> None:
    assert {(row.turn, row.entry.name) for row in found} == {
        (Turn.NEW, "云岭疝补片"),
        (Turn.GONE, "蓝泉静脉留置针"),
        (Turn.RECLASSED, "青禾一次性导管"),
        (Turn.RELIMITED, "青禾可吸收缝线"),
        (Turn.REPRICED, "青禾可吸收缝线"),
    }
    assert counts(found)["all"] == 5


def test_a_change_says_how_it_was_and_how_it_is(found: tuple[DifferenceRow, ...]) -> None:
    told = {row.turn: (cell(row, "before"), cell(row, "after")) for row in found}
    assert told[Turn.RECLASSED] == ("甲", "乙")
    assert told[Turn.RELIMITED] == ("限手术使用", "限二级以上医院")
    assert told[Turn.REPRICED] == ("86.50", "80.00")
    assert told[Turn.GONE] == ("丙 18.00", "—")


def test_the_two_latest_editions_of_a_kind_are_compared_at_once(
    room: CatalogueRoom, editions: Editions, settle: Settle
) -> None:
    room.tabs.setCurrentWidget(room.compare)
    settle()
    assert (room.compare.older.currentData(), room.compare.newer.currentData()) in {
        (editions[0].id, editions[1].id),
        ("supplies-demo", editions[1].id),
    }
    room.compare.older.setCurrentIndex(room.compare.older.findData(editions[0].id))
    room.compare.compare()
    settle()
    assert room.compare.view.table.view.pages.rowCount() == 5


def test_filters_count_and_narrow_and_the_search_narrows_further(
    room: CatalogueRoom, editions: Editions, settle: Settle
) -> None:
    room.tabs.setCurrentWidget(room.compare)
    settle()
    room.compare.older.setCurrentIndex(room.compare.older.findData(editions[0].id))
    room.compare.compare()
    settle()
    view = room.compare.view
    view.filters.choose(Turn.RECLASSED)
    settle()
    assert view.table.view.pages.rowCount() == 1
    view.filters.choose("all")
    view.search.setText("缝线")
    settle()
    assert view.table.view.pages.rowCount() == 2


def test_where_nothing_can_be_compared_the_panel_says_so(room: CatalogueRoom, settle: Settle) -> None:
    room.tabs.setCurrentWidget(room.compare)
    settle()
    assert room.compare.view.table.note.isVisible()
    assert "至少要有两版" in room.compare.view.table.note._why.text()
    assert not room.compare.view.export.isEnabled()


def test_the_list_is_written_to_excel_as_it_is_shown(found: tuple[DifferenceRow, ...], tmp_path: Path) -> None:
    path = Listing("对比", difference_columns(), lambda: found).write(tmp_path / "对比.xlsx")
    shown = list(load_workbook(path).worksheets[0].iter_rows(values_only=True))
    assert shown[0][:3] == ("差异", "编号/代码", "名称")
    assert len(shown) == 6
