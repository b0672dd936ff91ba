from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ocr.extraction.fields import find_fields, value_text
from ocr.extraction.layout import lay_out
from ocr.extraction.receipt import read_receipt_fields
from ocr.extraction.values import field_cells
from ocr.extraction.wordings import RECEIPT, STATEMENT
from tests.papers import Cell, a_text, a_word, set_lines

if TYPE_CHECKING:
    from ocr.pages import Word


def read(words: list[Word]) -> dict[str, str]:
    return {key: value_text(found) for key, found in find_fields(lay_out(a_text(words)), RECEIPT).items()}


def lines(*set_out: list[Cell]) -> list[Word]:
    return set_lines(set_out)


def test_a_value_stands_in_the_box_of_its_label() -> None:
    assert read(lines([(60, "交款人：赵小满"), (600, "校验码:a1b2c3")])) == {"payer": "赵小满", "check_code": "a1b2c3"}


def test_several_labels_share_one_box() -> None:
    found = read(lines([(60, "现金支付：4210.55个人账户支付：0.00")]))
    assert found == {"cash_paid": "4210.55", "account_paid": "0.00"}


def test_a_value_stands_right_of_its_label() -> None:
    assert read(lines([(60, "收款单位（章）："), (300, "安远县中心医院")]))["institution"] == "安远县中心医院"


def test_values_printed_half_a_line_off_go_to_their_own_labels() -> None:
    words = [a_word("票据号码：", 60, 100), a_word("电子票据号码：", 60, 130), a_word("校验码：", 60, 160)]
    words += [a_word("00012345", 300, 92), a_word("00067890", 330, 124), a_word("b2c4", 300, 150)]
    found = read(words)
    assert (found["invoice_number"], found["check_code"]) == ("00012345", "b2c4")


def test_a_value_may_stand_below_a_label_without_colon() -> None:
    assert read(lines([(60, "票据号码")], [(60, "0012345678")]))["invoice_number"] == "0012345678"


def test_an_empty_label_does_not_take_the_next_labels_value() -> None:
    found = read(lines([(60, "住院号："), (300, "住院科别："), (500, "骨科")]))
    assert found["hospital_number"] == ""
    assert found["department"] == "骨科"


@pytest.mark.parametrize("label", ["桑据号码：", "票据号碍：", "票 据 号 码："])
def test_one_wrong_character_or_blanks_do_not_hide_a_label(label: str) -> None:
    assert read(lines([(60, f"{label}0012345678")]))["invoice_number"] == "0012345678"


def test_a_word_inside_a_value_is_no_label() -> None:
    found = read(lines([(60, "医保类型:自费 性别:女")]))
    assert found == {"insurance_type": "自费", "sex": "女"}


def test_the_more_telling_wording_wins() -> None:
    found = read(lines([(60, "姓名：钱多")], [(60, "交款人：赵小满")]))
    assert found["payer"] == "赵小满"


def test_a_stay_gives_admission_and_discharge() -> None:
    cells = field_cells(lay_out(a_text(lines([(60, "住院时间：2025年03月01日到2025年03月11日")]))), RECEIPT)
    assert (cells["admission_date"].value, cells["discharge_date"].value) == ("2025-03-01", "2025-03-11")


def test_a_money_label_without_value_asks() -> None:
    cell = field_cells(lay_out(a_text(lines([(60, "个人自付：")]))), RECEIPT)["self_pay"]
    assert cell.value == ""
    assert cell.review


def test_a_misread_figure_asks_and_shows_what_was_read() -> None:
    cell = field_cells(lay_out(a_text(lines([(60, "其他支付：0:00")]))), RECEIPT)["other_paid"]
    assert cell.value == "0.00"
    assert "0:00" in (cell.review or "")


def test_values_point_at_their_own_part_of_a_box_on_the_filed_page() -> None:
    cell = field_cells(lay_out(a_text(lines([(60, "姓名：赵小满")]))), STATEMENT)["patient"]
    assert cell.box
    assert cell.box[0] >= 60 + 2 * 24
    assert cell.box[0] + cell.box[2] <= 60 + 6 * 24 + 2


def test_ages_and_sexes_are_bare() -> None:
    cells = field_cells(lay_out(a_text(lines([(60, "性别：女性"), (400, "年龄：67岁")]))), STATEMENT)
    assert (cells["sex"].value, cells["age"].value) == ("女", "67")


def test_a_label_without_colon_and_with_one_wrong_character_is_a_label() -> None:
    page = a_text(set_lines([[(60, "收款草位（章）"), (260, "安远县中心医院")]]))
    assert field_cells(lay_out(page), RECEIPT)["institution"].value == "安远县中心医院"


@pytest.mark.parametrize("printed", ["个人目费18186.90", "个自费:18186.90", "个人目费¥18186.90"])
def test_a_misread_or_shortened_label_before_its_sum_is_told(printed: str) -> None:
    assert read(lines([(60, printed)]))["self_expense"].lstrip("¥") == "18186.90"


@pytest.mark.parametrize("printed", ["金支付:12.00", "个人费用12.00", "本次结余12.00"])
def test_a_label_that_may_be_several_or_none_is_none(printed: str) -> None:
    assert "12.00" not in read(lines([(60, printed)])).values()


def test_a_heading_of_the_fee_table_is_no_label_of_the_total() -> None:
    head: list[Cell] = [(60, "项目名称"), (400, "单价"), (600, "数量"), (800, "总金额")]
    row: list[Cell] = [(60, "心电监护"), (400, "3.00"), (600, "55"), (800, "165.00")]
    page = a_text(set_lines([head, row, row, [(60, "合计：330.00元")]]))
    assert field_cells(lay_out(page), STATEMENT)["total_amount"].value == "330.00"


def test_the_total_in_words_is_found_without_its_label() -> None:
    page = a_text(set_lines([[(60, "金额合计（文写）贰佰壹拾贰元零肆分")]]))
    assert field_cells(lay_out(page), RECEIPT)["total_in_words"].value == "贰佰壹拾贰元零肆分"


def test_two_spelled_amounts_without_labels_are_left_alone() -> None:
    page = a_text(set_lines([[(60, "贰佰壹拾贰元零肆分")], [(60, "叁佰元整")]]))
    assert "total_in_words" not in field_cells(lay_out(page), RECEIPT)


@pytest.mark.parametrize(
    ("printed", "key", "value"),
    [
        ("代码：36060125", "invoice_code", "36060125"),
        ("No:7463295923", "invoice_number", "7463295923"),
        ("结算日期 2025.04.15", "issue_date", "2025-04-15"),
        ("诊疗日期：20250907", "visit_date", "2025-09-07"),
        ("费别居民医保", "insurance_type", "居民医保"),
        ("医保类型☑自费", "insurance_type", "自费"),
        ("病区：骨科", "department", "骨科"),
        ("基本统筹支付 561.64", "pooled_fund_paid", "561.64"),
        ("医保个人账户支付¥71.38", "account_paid", "71.38"),
        ("其他基金支付：839.18", "other_paid", "839.18"),
        ("个人支付现金：76.91", "cash_paid", "76.91"),
        ("自付：66.85", "self_pay", "66.85"),
        ("人自费：14282.08", "self_expense", "14282.08"),
        ("户支付：35.89", "account_paid", "35.89"),
        ("校验码：0ealcd", "check_code", "0ea1cd"),
        ("校验码：gWlb", "check_code", "gWlb"),
        ("收款单位（公章）安远县中心医院", "institution", "安远县中心医院"),
        ("交款人统一社会信用代码4413收费日期2025年10月30日", "issue_date", "2025-10-30"),
    ],
)
def test_the_wordings_of_many_provinces_are_known(printed: str, key: str, value: str) -> None:
    assert read_receipt_fields(lay_out(a_text(set_lines([[(60, printed)]]))))[key].value == value


@pytest.mark.parametrize(
    "printed", ["先行自付：12.00", "按比例自付：12.00", "参保人分类自付：12.00", "乙类首自付：12.00"]
)
def test_another_share_is_not_taken_for_the_own_share(printed: str) -> None:
    assert "self_pay" not in field_cells(lay_out(a_text(set_lines([[(60, printed)]]))), RECEIPT)


def test_the_code_of_a_payer_is_no_code_of_the_receipt() -> None:
    page = a_text(set_lines([[(60, "交款人统一社会信用代码：360722199001013828")]]))
    assert "invoice_code" not in field_cells(lay_out(page), RECEIPT)


def test_who_pays_alone_is_a_kind_of_insurance_and_before_a_sum_a_label() -> None:
    page = a_text(set_lines([[(60, "参保类型"), (200, "自费")], [(60, "自费"), (130, "12.00")]]))
    cells = field_cells(lay_out(page), RECEIPT)
    assert (cells["insurance_type"].value, cells["self_expense"].value) == ("自费", "12.00")


def test_a_sum_with_fewer_decimals_than_all_others_asks() -> None:
    lines: list[list[Cell]] = [[(60, "个人现金支付：648")], [(60, "其他支付：0.00")], [(60, "个人账户支付：1.00")]]
    lines += [[(60, "个人自付：10.00")], [(60, "个人自费：638.04")]]
    cells = field_cells(lay_out(a_text(set_lines(lines))), RECEIPT)
    assert cells["cash_paid"].review
    assert not cells["self_pay"].review


def test_sums_printed_without_decimals_throughout_are_left_alone() -> None:
    lines: list[list[Cell]] = [
        [(60, f"{label}：{n}")] for n, label in enumerate(("其他支付", "个人自付", "个人自费", "个人现金支付"))
    ]
    assert not any(cell.review for cell in field_cells(lay_out(a_text(set_lines(lines))), RECEIPT).values())


def test_a_stay_printed_under_the_wording_of_a_day_gives_both_days() -> None:
    cells = field_cells(lay_out(a_text(set_lines([[(60, "住院日期：2025-3-1~2025-3-11")]]))), STATEMENT)
    assert [cells[key].value for key in ("admission_date", "discharge_date")] == ["2025-03-01", "2025-03-11"]


@pytest.mark.parametrize("foot", ["本页合计：19581.29", "截止本页累计：19581.29", "本日合计：19581.29"])
def test_the_sum_of_a_page_or_a_day_is_not_the_total(foot: str) -> None:
    assert "total_amount" not in field_cells(lay_out(a_text(set_lines([[(60, foot)]]))), STATEMENT)


def test_a_total_without_a_colon_is_read() -> None:
    cells = field_cells(lay_out(a_text(set_lines([[(60, "本页合计：19.29")], [(60, "合计24498.15")]]))), STATEMENT)
    assert cells["total_amount"].value == "24498.15"


@pytest.mark.parametrize("printed", ["（小写）212.04", "（小写 212.04", "（小写5） 212.04", "(小写):￥212.04"])
def test_a_bracket_that_was_lost_or_misread_hides_no_total(printed: str) -> None:
    assert field_cells(lay_out(a_text(set_lines([[(60, printed)]]))), RECEIPT)["total_amount"].value == "212.04"


@pytest.mark.parametrize(
    "text", ["伍佰叁拾壹元叁角陆分 ¥531.36", "伍佰叁拾壹元叁角陆分￥531.36", "伍佰叁拾壹元叁角陆分531.36"]
)
def test_a_total_in_one_box_with_its_words_is_a_value_of_its_own(text: str) -> None:
    cells = read_receipt_fields(lay_out(a_text(lines([(60, "合计（大写）"), (300, text)]))))
    assert cells["total_in_words"].value == "伍佰叁拾壹元叁角陆分"
    assert (cells["total_amount"].value, cells["total_amount"].review) == ("531.36", None)


def test_a_total_that_has_its_own_place_is_not_taken_from_behind_the_words() -> None:
    words = lines([(60, "合计（大写）：壹元整 1.00"), (600, "（小写）：2.00")])
    assert read_receipt_fields(lay_out(a_text(words)))["total_amount"].value == "2.00"
