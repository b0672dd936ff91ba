from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from ocr.extraction import read_documents, wishes
from ocr.pages import Look
from tests.papers import a_receipt_page, a_statement_page

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ocr.pages import PageText, Word
    from ocr.reading import Cell

ROWS = [("床位费", "", "日", "40.00", "10", "400.00"), ("静脉输液", "", "次", "9.60", "7", "61.20")]
FOOT = ((60, "合计"), (1020, "467.20"))


def looked_at(page: PageText, seen: Mapping[str, tuple[str, ...]], *, rest: int = 2) -> PageText:
    """A page whose wishes were granted: ``seen`` by the text first read, all other places confirmed ``rest`` times."""
    boxes = wishes([page], read_documents([page])).get(page.file, ())
    words = [word for box in boxes for word in page.words if word.box == box]
    looks = [look for word in words for look in looks_of(word, seen.get(word.text, (word.text,) * rest))]
    return replace(page, looks=tuple(looks))


def looks_of(word: Word, texts: tuple[str, ...]) -> list[Look]:
    return [Look(word.box, text, 0.99, 0.98, f"variant {n}") for n, text in enumerate(texts)]


def cells_of(page: PageText, at: int) -> Mapping[str, Cell]:
    (document,) = read_documents([page])
    return document.items[at].cells


def with_word(page: PageText, text: str, /, **changes: Any) -> PageText:
    words = (replace(w, **changes) if w.text == text else w for w in page.words)
    return replace(page, words=tuple(words))


def test_a_misread_amount_is_put_right_by_a_second_look_and_says_so() -> None:
    cell = cells_of(looked_at(a_statement_page(ROWS, foot=FOOT), {"61.20": ("67.20", "61.20")}), 1)["amount"]
    assert (cell.value, cell.review, cell.text) == ("67.20", None, "61.20")
    assert "复读后单价×数量=金额" in (cell.proof or "")


def test_a_second_look_that_no_equation_bears_out_leaves_the_line_asking() -> None:
    cells = cells_of(looked_at(a_statement_page(ROWS, foot=FOOT), {"61.20": ("64.20", "64.20")}), 1)
    assert cells["amount"].value == "61.20"
    assert cells["amount"].contradicted
    assert cells["amount"].others[:1] == ("64.20",)


def test_a_runner_up_character_may_be_what_the_equations_prove() -> None:
    page = with_word(a_statement_page(ROWS, foot=FOOT), "61.20", rivals=((1, "7", 0.2),))
    cell = cells_of(page, 1)["amount"]
    assert (cell.value, cell.others) == ("67.20", ("61.20",))


def test_looks_that_agree_make_a_value_surer_and_such_that_differ_make_it_ask() -> None:
    page = with_word(a_statement_page(ROWS[:1]), "床位费", confidence=0.9, spread=0.8)
    bare, sure, split = (
        cells_of(p, 0)["name"].confidence
        for p in (page, looked_at(page, {}), looked_at(page, {"床位费": ("床位费", "庆位费")}))
    )
    assert sure >= bare >= split


def test_a_name_offers_the_characters_it_may_be_meant_with() -> None:
    page = with_word(a_statement_page([("氢化钠注射液", *ROWS[0][1:])]), "氢化钠注射液", rivals=((0, "氯", 0.3),))
    assert cells_of(page, 0)["name"].others == ("氯化钠注射液",)


def test_a_figure_that_only_a_second_look_read_is_shown_and_asks() -> None:
    rows = [(name, "", "", "", "2", "8.00") for name in ("床位费", "护理费", "诊察费", "检查费", "化验费")]
    page = a_statement_page(rows)
    gap = next(word.box for word in page.words if word.text == "2")
    page = replace(page, words=tuple(word for word in page.words if word.box != gap))
    cell = cells_of(replace(page, looks=(Look(gap, "2", 0.9, 0.9, "scale"),)), 0)["quantity"]
    assert (cell.value, cell.review) == ("2", "初读没有读出，复读为“2”，请核对")


RECEIPT = (("床位费", "300.00"), ("西药费", "200.00"))
PAID = ("100.00", "0.00", "0.00", "400.00", "350.00", "50.00")


def test_a_receipts_amount_is_settled_where_all_else_is_confirmed() -> None:
    page = a_receipt_page([("床位费", "800.00"), RECEIPT[1]], "500.00", "伍佰元整", PAID)
    (document,) = read_documents([looked_at(page, {"800.00": ("300.00", "300.00")})])
    assert document.items[0].cells["amount"].value == "300.00"
    assert document.review == ()


@pytest.mark.parametrize("origin", ["pdf", "ofd", "xml"])
def test_an_original_whose_picture_says_otherwise_asks(origin: str) -> None:
    page = a_receipt_page(RECEIPT, "500.00", "伍佰元整", PAID)
    box = next(word.box for word in page.words if word.text == "300.00")
    page = replace(page, origin=origin, looks=(Look(box, "800.00", 0.99, 0.99, "picture"),))
    (document,) = read_documents([page])
    assert "画面与电子原件不一致：原件300.00，画面800.00" in document.review


def test_an_original_that_its_picture_bears_out_is_read_as_it_stands() -> None:
    page = a_receipt_page(RECEIPT, "500.00", "伍佰元整", PAID)
    box = next(word.box for word in page.words if word.text == "300.00")
    (document,) = read_documents([replace(page, origin="pdf", looks=(Look(box, "300.00", 0.99, 0.99, "picture"),))])
    assert document.review == ()


def test_both_days_of_a_stay_are_confirmed_by_one_look_at_them() -> None:
    page = a_receipt_page(RECEIPT, "500.00", "伍佰元整", PAID)
    stay = next(word for word in page.words if "至" in word.text)
    (document,) = read_documents([replace(page, looks=(Look(stay.box, stay.text, 0.99, 0.99, "scale"),))])
    assert [document.fields[key].others for key in ("admission_date", "discharge_date")] == [(), ()]
    assert document.fields["discharge_date"].value == "2025-03-11"


def test_a_payment_hidden_at_first_sight_is_read_beside_its_label_and_proven_by_the_total() -> None:
    page = a_receipt_page(RECEIPT, "500.00", "伍佰元整", PAID)
    page = with_word(page, "个人现金支付：400.00", text="个人现金支付：")
    wanted = wishes([page], read_documents([page]))[page.file]
    label = next(word.box for word in page.words if word.text == "个人现金支付：")
    (strip,) = [box for box in wanted if box[0] >= label[0] + label[2] and box[1] == label[1]]
    confirmed = looked_at(page, {})
    looks = (*confirmed.looks, *(Look(strip, "400.00", 0.98, 0.97, how) for how in ("scale", "binary")))
    (document,) = read_documents([replace(page, looks=looks)])
    assert document.fields["cash_paid"].value == "400.00"


def test_a_unit_that_was_put_right_asks_no_more_where_looks_read_what_was_meant() -> None:
    page = a_statement_page([*ROWS, ("金银花", "", "8", "0.40", "20", "8.00")])
    for seen, asks in ((("g", "g"), False), (("8", "g"), True), ((), True)):
        cell = cells_of(looked_at(page, {"8": seen}, rest=0), 2)["unit"]
        assert (cell.value, bool(cell.review)) == ("g", asks)


def test_a_look_that_only_adds_a_sign_at_the_edge_denies_nothing() -> None:
    page = with_word(a_statement_page(ROWS[:1]), "床位费", confidence=0.9, spread=0.2)
    cell = cells_of(looked_at(page, {"床位费": (")床位费", "床位费")}), 0)["name"]
    assert (cell.others, cell.review) == ((), None)


def test_a_name_whose_numeral_was_put_right_offers_other_readings_in_the_same_form() -> None:
    page = a_statement_page([("缬沙坦氢氯地平片(1)", *ROWS[0][1:])])
    cell = cells_of(with_word(page, "缬沙坦氢氯地平片(1)", rivals=((3, "氨", 0.3),)), 0)["name"]
    assert (cell.value, cell.others) == ("缬沙坦氢氯地平片(Ⅰ)", ("缬沙坦氨氯地平片(Ⅰ)",))
