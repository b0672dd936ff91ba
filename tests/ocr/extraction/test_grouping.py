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


def anonymous(page: PageText) -> PageText:
    """The page without the lines that say whose it is."""
    return replace(page, words=tuple(w for w in page.words if not w.text.startswith(("姓名", "住院号"))))


def renamed(page: PageText, name: str, number: str) -> PageText:
    names = {"住院号：60018812": f"住院号：{number}", "姓名：赵小满": f"姓名：{name}"}
    return replace(page, words=tuple(replace(w, text=names.get(w.text, w.text)) for w in page.words))


def test_a_continued_page_that_comes_first_joins_the_page_that_names_the_person() -> None:
    assert orders(anonymous(statement("第2页/共2页")), statement("第1页/共2页")) == [[1, 0]]


def test_a_nameless_page_joins_the_statement_before_it() -> None:
    first, second = statement("第1页"), renamed(statement("第1页"), "钱多", "7001")
    assert orders(first, second, anonymous(statement("第2页"))) == [[0], [1, 2]]


def test_a_nameless_page_joins_the_statement_that_lacks_it() -> None:
    whole = [statement("第1页/共2页"), statement("第2页/共2页")]
    other = renamed(statement("第1页/共3页"), "钱多", "7001")
    assert orders(other, *whole, anonymous(statement("第3页/共3页"))) == [[0, 3], [1, 2]]


def test_a_last_page_without_title_or_table_joins_by_its_number() -> None:
    last = a_text(set_lines([[(60, "打印时间：2025-03-12")], [(800, "第2页/共2页")]]))
    assert orders(statement("第1页/共2页"), last) == [[0, 1]]


def test_pages_without_numbers_are_put_in_order_by_their_row_numbers() -> None:
    def page(first: int) -> PageText:
        columns = (60, 160, 700, 820, 960)
        head = list(zip(columns, ("序号", "项目名称", "单价", "数量", "金额"), strict=True))
        rows = [list(zip(columns, (str(first + i), "血常规", "5.00", "1", "5.00"), strict=True)) for i in range(3)]
        return a_text(set_lines([[(300, "住院费用清单")], [(60, "姓名：赵小满")], head, *rows]))

    assert orders(page(4), page(1), page(7)) == [[1, 0, 2]]


def test_the_page_with_the_sum_comes_last() -> None:
    last = a_statement_page([DRUG], foot=[(60, "合计：47.04元"), (700, "大写：肆拾柒元零肆分")], page="")
    assert orders(last, statement(""), statement("")) == [[1, 2, 0]]


def test_pages_of_two_stays_under_one_number_stay_apart() -> None:
    later = replace(
        statement("第2页"),
        words=tuple(replace(w, text=w.text.replace("2025-03-01", "2025-06-01")) for w in statement("第2页").words),
    )
    assert orders(statement("第1页"), later) == [[0], [1]]


def test_a_misread_day_does_not_part_pages_that_are_numbered_together() -> None:
    words = statement("第2页/共2页").words
    misread = a_text([replace(w, text=w.text.replace("2025-03-01", "2025-03-07")) for w in words])
    assert orders(statement("第1页/共2页"), misread) == [[0, 1]]


def test_statements_of_two_stays_of_one_person_stay_apart() -> None:
    assert orders(statement("第1页/共1页"), renamed(statement("第1页/共1页"), "赵小满", "7001")) == [[0], [1]]
