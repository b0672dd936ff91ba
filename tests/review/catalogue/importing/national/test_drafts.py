"""Classes stand under one another by their codes, and rows grow over the end of a page."""

from __future__ import annotations

from review.catalogue.importing.national.drafts import Categories, Category, Draft
from review.catalogue.importing.national.grid import Cell
from review.catalogue.importing.national.headings import Section
from review.catalogue.importing.national.lines import Line


def opened(*pairs: tuple[str, str]) -> Category:
    categories = Categories()
    for code, name in pairs:
        categories.open(code, name)
    return categories.now()


def cell(text: str) -> Cell:
    return Cell(0, 100, (Line(text, 2, 98, 10, 10),))


def test_before_the_first_code_there_is_no_class() -> None:
    assert Categories().now() == Category()


def test_a_longer_code_stands_under_the_one_it_begins_with() -> None:
    assert opened(("XA", "甲类"), ("XA02", "乙类"), ("XA02B", "丙类")).path == "甲类 > 乙类 > 丙类"


def test_a_neighbour_ends_the_class_before_it() -> None:
    assert opened(("XA", "甲类"), ("XA02", "乙类"), ("XA02B", "丙类"), ("XA03", "丁类")).path == "甲类 > 丁类"


def test_a_code_that_skips_a_step_stands_under_what_it_begins_with() -> None:
    assert opened(("XC07", "甲类"), ("XC07A", "乙类"), ("XC07FB", "丙类")).path == "甲类 > 丙类"


def test_the_same_code_again_takes_the_place_of_itself() -> None:
    assert opened(("XA", "甲类"), ("XA", "甲类")).path == "甲类"


def test_a_name_cut_by_the_end_of_a_page_goes_on() -> None:
    categories = Categories()
    categories.open("XB05BB", "影响样例平衡的")
    categories.go_on("溶液")
    assert categories.now() == Category("XB05BB", "影响样例平衡的溶液", "影响样例平衡的溶液")


def test_a_rest_without_a_class_is_of_no_use() -> None:
    categories = Categories()
    categories.go_on("溶液")
    assert categories.now() == Category()


def test_a_draft_grows_below_what_it_has() -> None:
    draft = Draft(Section("西药部分", "X"), 3, Category(), {"remark": cell("限成人")})
    draft.grow({"remark": cell("使用。"), "form": cell("注射剂")})
    assert (draft.text("remark"), draft.text("form"), draft.text("name")) == ("限成人使用。", "注射剂", "")
