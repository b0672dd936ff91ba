"""Saying which column is what."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.ui.catalogue.importing.mapping_draft import CLASS, Draft, at_row, best, draft
from app.ui.catalogue.importing.mapping_page import MappingPage
from review.catalogue.entry import EntryKind
from review.catalogue.importing.mapping import Mapping
from review.catalogue.importing.reading import headings_of, read_catalogue
from tests.app.ui.catalogue.books import ROWS, a_book

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from review.catalogue.importing.headings import SheetLook

ODD = ("甲栏", "乙栏", "丙栏")
CELLS = tuple((row[0], row[1], row[5]) for row in ROWS)


@pytest.fixture
def odd(tmp_path: Path) -> SheetLook:
    """A file whose headings say nothing."""
    [look] = headings_of(a_book(tmp_path / "无名.csv", CELLS, ODD))
    return look


@pytest.fixture
def said(odd: SheetLook) -> Draft:
    """Everything needed was said of it."""
    begun = at_row(draft(odd), 1).with_kind(EntryKind.SUPPLY)
    return begun.with_column("official_no", "甲栏").with_column("name", "乙栏").with_fixed(CLASS, "乙")


def test_a_known_file_begins_with_what_its_headings_say(tmp_path: Path) -> None:
    [look] = headings_of(a_book(tmp_path / "耗材.csv"))
    begun = draft(look)
    assert (begun.kind, begun.says("name"), begun.lacking) == (EntryKind.SUPPLY, "耗材名称", ())


def test_an_unknown_file_begins_with_its_headings_and_lacks_what_is_needed(odd: SheetLook) -> None:
    begun = draft(odd)
    assert begun.headings == ODD
    assert {field.key for field in begun.lacking} == {"name", CLASS}


def test_what_is_needed_comes_first(odd: SheetLook) -> None:
    needed = [field.needed for field in draft(odd).fields]
    assert needed == sorted(needed, reverse=True)


def test_a_heading_serves_one_field_only(said: Draft) -> None:
    moved = said.with_column("remark", "乙栏")
    assert moved.says("name") == ""
    assert moved.says("remark") == "乙栏"


def test_a_fixed_value_and_a_column_take_each_others_place(said: Draft) -> None:
    assert said.with_column(CLASS, "丙栏").mapping.fixed == ()
    assert dict(said.with_column(CLASS, "丙栏").mapping.columns)[CLASS] == "丙栏"
    assert said.with_column(CLASS, "").lacking[0].key == CLASS


def test_values_under_a_heading_are_shown_each_once(said: Draft) -> None:
    assert said.examples("甲栏") == "1001　1002　1003"
    assert said.examples("没有这一栏") == ""


def test_fields_of_another_kind_are_left_out_of_the_mapping(said: Draft) -> None:
    drugs = said.with_kind(EntryKind.DRUG).with_column("dosage_form", "丙栏")
    assert "dosage_form" in dict(drugs.mapping.columns)
    assert "dosage_form" not in dict(drugs.with_kind(EntryKind.SUPPLY).mapping.columns)


def test_the_reader_takes_what_was_said(said: Draft, tmp_path: Path) -> None:
    proposal = read_catalogue(tmp_path / "无名.csv", said.mapping)
    assert [entry.name for entry in proposal.entries] == [row[1] for row in CELLS]
    assert {entry.payment_class.label for entry in proposal.entries} == {"乙"}


def test_the_longest_sheet_that_is_seen_is_asked_about_first(odd: SheetLook, tmp_path: Path) -> None:
    [known] = headings_of(a_book(tmp_path / "耗材.csv"))
    assert best((odd, known)) is known


def test_the_page_shows_what_is_remembered_and_says_what_lacks(odd: SheetLook, qtbot: QtBot) -> None:
    page = MappingPage()
    qtbot.addWidget(page)
    page.ask((odd,), {}, "没有找到目录的表头")
    page.show()
    assert not page.ready
    assert "还要指定：名称、甲乙丙类" in page.lacking.text()
    kept = Mapping(EntryKind.SUPPLY, ("",), 1, (("name", "乙栏"),), ((CLASS, "丙"),))
    page.ask((at_row(draft(odd), 1).look,), {at_row(draft(odd), 1).look.signature: kept}, "")
    assert page.ready
    assert (page.boxes["name"].currentData(), page.boxes[CLASS].currentText()) == ("乙栏", "全部按丙类")
    assert not page.why.isVisible()


def test_another_row_of_headings_is_taken_at_once(tmp_path: Path, qtbot: QtBot) -> None:
    rows = [("样例市耗材目录", "", ""), ODD, *CELLS]
    [look] = headings_of(a_book(tmp_path / "标题.csv", rows[1:], rows[0]))
    page = MappingPage()
    qtbot.addWidget(page)
    page.ask((look,), {}, "")
    page.row.setValue(2)
    assert page.draft is not None
    assert page.draft.headings == ODD
    assert page.boxes["name"].findData("乙栏") > 0
