from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from ocr.extraction import read_documents
from ocr.extraction.documents import _CAPTIONS
from ocr.extraction.draft import Draft
from ocr.extraction.layout import lay_out
from ocr.extraction.number_checks import check_card, check_citizen, check_validity
from ocr.extraction.readers import READERS, reader_of
from ocr.extraction.views import first_row, look_at, page_number
from ocr.reading import Cell
from ocr.reading import DocumentKind as Kind
from tests.paper_kinds import ID_BACK, ID_FRONT, a_paper
from tests.papers import a_receipt_page, a_text, set_lines

if TYPE_CHECKING:
    from ocr.pages import PageText

PAID = ["0.00", "0.00", "0.00", "5.00", "5.00", "0.00"]


def test_every_kind_has_one_reader() -> None:
    assert [reader.kind for reader in READERS] == list(dict.fromkeys(reader.kind for reader in READERS))
    assert {reader.kind for reader in READERS} == set(Kind)


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.kind.value)
def test_what_a_kind_must_have_is_a_field_of_it_with_a_chinese_name(reader: object) -> None:
    kind = reader_of(reader.kind)  # type: ignore[attr-defined]
    assert set(kind.must) <= set(kind.keys)
    assert set(kind.must) <= set(_CAPTIONS)
    assert set(kind.whole) <= set(kind.keys)


def a_draft(**fields: str) -> Draft:
    return Draft(Kind.ID_CARD, {key: Cell(value, value, 0.99) for key, value in fields.items()})


def test_an_old_number_of_fifteen_digits_asks() -> None:
    cell = check_citizen(a_draft(id_number="360799850101001")).fields["id_number"]
    assert cell.review == "15位旧身份证号没有校验位，请核对"


def test_a_masked_number_is_left_alone() -> None:
    draft = a_draft(id_number="360799********0011")
    assert check_citizen(draft) == draft


def test_a_number_on_a_form_proves_the_sex_printed_there() -> None:
    fields = check_citizen(a_draft(id_number="360799198501010011", sex="男")).fields
    assert fields["sex"].proof == "与身份证号相符"


@pytest.mark.parametrize(("last", "holds"), [("2025-01-01", True), ("2020-01-01", True), ("2024-12-31", False)])
def test_a_span_of_validity_is_a_round_number_of_years(last: str, holds: bool) -> None:  # noqa: FBT001
    fields = check_validity(a_draft(valid_from="2015-01-01", valid_to=last)).fields
    assert bool(fields["valid_to"].proof) is holds
    assert bool(fields["valid_to"].review) is not holds


def test_a_card_number_with_letters_is_left_alone() -> None:
    draft = a_draft(card_number="A12345678")
    assert check_card(draft) == draft


def test_a_view_tells_the_side_of_a_card() -> None:
    sides = [look_at(lay_out(a_paper(lines)), 0).side.value for lines in (ID_FRONT, ID_BACK, [*ID_FRONT, *ID_BACK])]
    assert sides == ["front", "back", "whole"]


@pytest.mark.parametrize(("words", "blank"), [([], True), ([". "], True), (["一二"], True), (["费用清单"], False)])
def test_a_page_with_hardly_a_character_is_blank(words: list[str], blank: bool) -> None:  # noqa: FBT001
    assert look_at(lay_out(a_text(set_lines([[(60, word)] for word in words]))), 0).blank is blank


def test_a_specification_in_the_middle_of_a_page_is_no_page_number() -> None:
    lines = [[(60, f"第{n}行文字")] for n in range(8)]
    page = a_text(set_lines([*lines, [(60, "28/52")], *lines]))
    assert page_number(lay_out(page)) == (0, 0)


def test_rows_without_numbers_have_no_first_number() -> None:
    assert first_row(lay_out(a_receipt_page([("床位费", "5.00")], "5.00", "伍元整", PAID))) == 0


def two_numbers() -> PageText:
    page = a_receipt_page([("床位费", "5.00")], "5.00", "伍元整", PAID)
    more = set_lines([[(700, "票据号码：0099999999")]], top=1100)
    return replace(page, words=(*page.words, *more))


def test_a_receipt_with_two_numbers_asks_whether_it_is_two() -> None:
    (document,) = read_documents([two_numbers()])
    assert "这一页上可能不止一张票据，没有分开，请核对" in document.review


def test_a_paper_receipt_that_names_its_electronic_twin_is_one() -> None:
    page = a_receipt_page([("床位费", "5.00")], "5.00", "伍元整", PAID)
    twin = set_lines([[(700, "电子票据号码：0099999999")]], top=1100)
    (document,) = read_documents([replace(page, words=(*page.words, *twin))])
    assert document.review == ()


def test_a_page_of_no_kind_asks() -> None:
    (document,) = read_documents([a_text(set_lines([[(60, "欢迎光临本店购物")]]))])
    assert document.review == ("没有认出是哪种材料，没有读取内容，请核对",)
