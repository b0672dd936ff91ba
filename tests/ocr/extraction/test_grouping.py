from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from ocr.extraction.grouping import group_views, page_gaps
from ocr.extraction.layout import lay_out
from ocr.extraction.views import View, look_at, page_number
from tests.papers import a_receipt_page, a_statement_page, a_text, set_lines

if TYPE_CHECKING:
    from ocr.pages import PageText

DRUG = ("盐酸二甲双胍片", "0.5g*48片", "盒", "3.36", "14", "47.04")


def views(*pages: PageText) -> list[View]:
    return [look_at(lay_out(page), index) for index, page in enumerate(pages)]


def statement(page: str) -> PageText:
    return a_statement_page([DRUG], page=page)


def orders(*pages: PageText) -> list[list[int]]:
    return [[view.index for view in group] for group in group_views(views(*pages))]


def receipt() -> PageText:
    return a_receipt_page([("床位费", "5.00")], "5.00", "伍元整", ["0.00", "0.00", "0.00", "5.00", "5.00", "0.00"])


def test_pages_of_a_statement_join_by_their_numbers() -> None:
    assert orders(statement("第2页/共3页"), statement("第3页/共3页"), statement("第1页/共3页")) == [[2, 0, 1]]


def test_receipts_stand_alone_between_pages() -> None:
    assert orders(receipt(), statement("第1页/共2页"), receipt(), statement("第2页/共2页")) == [[0], [1, 3], [2]]


def test_a_page_given_twice_starts_another_paper() -> None:
    assert orders(statement("第1页/共2页"), statement("第1页/共2页"), statement("第2页/共2页")) == [[0, 2], [1]]


def test_statements_of_different_people_stay_apart() -> None:
    names = {"住院号：60018812": "住院号：77777777", "姓名：赵小满": "姓名：钱多"}
    words = statement("第2页/共2页").words
    renamed = a_text([replace(word, text=names.get(word.text, word.text)) for word in words])
    assert orders(statement("第1页/共2页"), renamed) == [[0], [1]]


def test_missing_pages_are_named() -> None:
    (group,) = group_views(views(statement("第1页/共4页"), statement("第3页/共4页")))
    assert page_gaps(group) == ("印有共4页，缺第2、4页",)


FORMS = ["第2页/共4页", "共4页 第2页", "页码:2/4", "2/4", "Page 2 of 4"]


@pytest.mark.parametrize("text", FORMS)
def test_page_numbers_are_read_in_their_usual_forms(text: str) -> None:
    assert page_number(lay_out(a_text(set_lines([[(60, text)]])))) == (2, 4)


def test_an_impossible_page_number_is_none() -> None:
    assert page_number(lay_out(a_text(set_lines([[(60, "第9页/共4页")]])))) == (0, 0)
