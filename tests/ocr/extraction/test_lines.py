from __future__ import annotations

from dataclasses import replace

import pytest

from ocr.extraction.layout import lay_out
from ocr.extraction.table import read_table
from ocr.pages import Rule
from tests.ocr.extraction.tables import BACK, CARE, DRUG, rows_of
from tests.papers import HEIGHT, Cell, a_statement_page, a_text, a_word, set_lines

PRICED = ("项目名称", "规格", "单位", "单价", "数量", "金额")


@pytest.mark.parametrize("lost", PRICED[1:])
def test_a_heading_that_was_not_read_is_told_by_what_stands_under_it(lost: str) -> None:
    rows = [DRUG, ("动脉采血", "5ml", "次", "8.00", "2", "16.00"), ("导尿", "1套", "次", "15.00", "1", "15.00")]
    page = a_statement_page(rows)
    words = [replace(w, text="某某") if w.text == lost else w for w in page.words]
    assert rows_of(a_text(words), "name", "spec", "unit", "unit_price", "quantity", "amount") == rows


def test_headings_over_two_lines_are_read_as_one() -> None:
    lines: list[list[Cell]] = [[(60, "序"), (420, "规格"), (620, "单"), (740, "数")]]
    lines += [[(60, "号"), (160, "项目名称"), (620, "位"), (740, "量"), (840, "单价"), (960, "金额")]]
    lines += [[(60, "1"), (160, "心电监护"), (420, "5ml"), (620, "小时"), (740, "55"), (840, "3.00"), (960, "165.00")]]
    found = rows_of(a_text(set_lines(lines)), "name", "spec", "unit", "quantity", "unit_price", "amount")
    assert found == [("心电监护", "5ml", "小时", "55", "3.00", "165.00")]


def test_a_group_heading_under_the_headings_is_no_second_line_of_them() -> None:
    page = a_statement_page([("西药费", "", "", "", "", ""), DRUG])
    assert rows_of(page, "name", "amount") == [("盐酸二甲双胍片", "47.04")]


def test_a_box_that_runs_through_two_columns_is_cut_between_them() -> None:
    page = a_statement_page([CARE, ("盐酸二甲双胍片", "0.5g*48片", "盒", "3.36", "14", "47.04"), BACK, CARE])
    glued = [w for w in page.words if w.text not in {"盐酸二甲双胍片", "0.5g*48片"}]
    run = next(w for w in page.words if w.text == "盐酸二甲双胍片")
    glued.append(a_word("盐酸二甲双胍片             0.5g*48片", 60, run.box[1]))
    assert ("盐酸二甲双胍片", "0.5g*48片") in rows_of(a_text(glued), "name", "spec")


def test_a_long_name_that_only_overflows_its_column_stays_whole() -> None:
    long = "彩色多普勒超声常规检查(腹部脏器)"
    page = a_statement_page([DRUG, (long, "", "次", "99.00", "1", "99.00"), CARE])
    assert (long,) in rows_of(page, "name")


def test_a_heading_of_a_group_in_the_first_column_is_no_part_of_the_cells_below() -> None:
    lines: list[list[Cell]] = [[(60, "项目编码"), (360, "项目名称"), (700, "单价"), (820, "数量"), (940, "金额")]]
    row: list[Cell] = [(60, "ZA09A0012"), (360, "党参"), (700, "0.50"), (820, "2"), (940, "1.00")]
    lines += [row, [(60, "检查费:")], row]
    assert rows_of(a_text(set_lines(lines)), "code") == [("ZA09A0012",), ("ZA09A0012",)]


def test_a_code_wrapped_into_a_second_line_is_whole() -> None:
    lines: list[list[Cell]] = [[(60, "项目编码"), (360, "项目名称"), (700, "单价"), (820, "数量"), (940, "金额")]]
    lines += [[(60, "XJ01DDT045E0010"), (360, "党参"), (700, "0.50"), (820, "2"), (940, "1.00")], [(60, "10123")]] * 2
    assert rows_of(a_text(set_lines(lines)), "code") == [("XJ01DDT045E001010123",)] * 2


def test_a_wrapped_date_is_whole() -> None:
    lines: list[list[Cell]] = [[(60, "日期"), (360, "项目名称"), (700, "单价"), (820, "数量"), (940, "金额")]]
    lines += [[(60, "2025-"), (360, "党参"), (700, "0.50"), (820, "2"), (940, "1.00")], [(60, "03-04")]] * 2
    assert rows_of(a_text(set_lines(lines)), "date") == [("2025-03-04",)] * 2


def test_own_shares_in_a_column_of_their_own_are_not_taken_for_a_ratio() -> None:
    lines: list[list[Cell]] = [
        [(60, "项目名称"), (360, "单价"), (480, "数量"), (600, "金额"), (720, "自付金额"), (900, "自付比例")]
    ]
    lines += [[(60, "党参"), (360, "0.50"), (480, "2"), (600, "1.00"), (720, "0.10"), (900, "10%")]] * 3
    assert rows_of(a_text(set_lines(lines)), "self_pay_ratio", "amount") == [("10%", "1.00")] * 3


def test_a_lost_quantity_has_a_place_that_asks() -> None:
    page = a_statement_page([DRUG, CARE, ("导尿", "", "次", "15.00", "", "15.00"), CARE, CARE])
    cell = read_table(lay_out(page)).lines[2].cells["quantity"]
    assert (cell.value, cell.review) == ("", "没有读到数量")
    assert cell.box
    assert cell.box[0] >= 880 - HEIGHT


def test_receipts_that_print_quantities_for_some_lines_only_are_not_asked_for_the_rest() -> None:
    page = a_statement_page([("导尿", "", "次", "", "", "15.00"), CARE, ("拆线", "", "次", "", "", "5.00")])
    assert "quantity" not in read_table(lay_out(page)).lines[0].cells


def test_row_numbers_are_told_under_a_private_key() -> None:
    lines: list[list[Cell]] = [[(60, "序号"), (160, "项目名称"), (600, "单价"), (760, "数量"), (900, "金额")]]
    lines += [[(70, str(n)), (160, "心电监护"), (600, "3.00"), (770, "2"), (900, "6.00")] for n in (4, 5)]
    assert rows_of(a_text(set_lines(lines)), "~index") == [("4",), ("5",)]


def test_thin_first_characters_are_put_back_or_asked_for() -> None:
    rows = [("次性使用输液器", "7号", "套", "3.00", "1", "3.00"), ("|级护理", "日", "日", "9.00", "1", "9.00")]
    rows += [("级护理", "日", "日", "9.00", "1", "9.00")]
    cells = [line.cells["name"] for line in read_table(lay_out(a_statement_page(rows))).lines]
    assert [cell.value for cell in cells] == ["一次性使用输液器", "Ⅰ级护理", "级护理"]
    assert [bool(cell.review) for cell in cells] == [False, False, True]


def test_a_subtotal_whose_figure_stands_before_its_label_is_a_sum() -> None:
    lines: list[list[Cell]] = [[(60, "金额"), (200, "项目名称"), (600, "单价"), (760, "数量")]]
    lines += [[(60, "6.00"), (200, "心电监护"), (600, "3.00"), (760, "2")]] * 2 + [[(60, "12.00"), (200, "小计")]]
    table = read_table(lay_out(a_text(set_lines(lines))))
    assert [str(s.value) for s in table.sums] == ["12.00"]
    assert len(table.lines) == 2


DAILY: list[list[Cell]] = [
    [(60, "项目名称"), (500, "单价"), (660, "数量"), (820, "金额")],
    [(60, "[2025-03-01]")],
    [(60, "心电监护"), (500, "3.00"), (660, "2"), (820, "6.00")],
    [(500, "2025-03-01小计"), (820, "6.00")],
    [(60, "2025年03月02日：")],
    [(60, "动脉采血"), (500, "8.00"), (660, "1"), (820, "8.00")],
    [(500, "2025-03-02小计："), (820, "8.00")],
    [(700, "至本页累计：14.00")],
]


def test_a_day_that_heads_lines_is_their_date_and_no_line() -> None:
    assert rows_of(a_text(set_lines(DAILY)), "date", "name") == [("2025-03-01", "心电监护"), ("2025-03-02", "动脉采血")]


def test_sums_of_days_and_running_sums_are_told_apart() -> None:
    sums = read_table(lay_out(a_text(set_lines(DAILY)))).sums
    assert [(s.kind, str(s.value)) for s in sums] == [("part", "6.00"), ("part", "8.00"), ("running", "14.00")]


def test_a_day_alone_on_a_line_is_a_wrapped_cell_where_days_have_a_column() -> None:
    lines: list[list[Cell]] = [[(60, "日期"), (360, "项目名称"), (700, "单价"), (820, "数量"), (940, "金额")]]
    lines += [[(360, "党参"), (700, "0.50"), (820, "2"), (940, "1.00")], [(60, "2025-03-04")]] * 2
    assert rows_of(a_text(set_lines(lines)), "date") == [("2025-03-04",)] * 2


def test_a_day_alone_above_rows_that_have_their_own_is_no_part_of_the_first() -> None:
    lines: list[list[Cell]] = [[(60, "日期"), (360, "项目名称"), (700, "单价"), (820, "数量"), (940, "金额")]]
    for day in ("2025-03-04", "2025-03-05"):
        row = [(60, day), (360, "党参"), (700, "0.50"), (820, "2"), (940, "1.00")]
        lines += [[(60, day)], row, row, [(700, f"{day}合计:"), (940, "2.00")]]
    days = ["2025-03-04", "2025-03-04", "2025-03-05", "2025-03-05"]
    assert rows_of(a_text(set_lines(lines)), "date") == [(day,) for day in days]


def test_a_name_beside_a_sum_on_bowed_paper_is_reported_and_not_lost_silently() -> None:
    lines: list[list[Cell]] = [
        *DAILY[:1],
        DAILY[2],
        [(60, "血清丙氨酸氨基转移酶测定"), (500, "本日小计"), (820, "6.00")],
        DAILY[2],
    ]
    table = read_table(lay_out(a_text(set_lines(lines))))
    assert len(table.lines) == 2
    assert table.odd == ("“血清丙氨酸氨基转移酶测定”没有读到金额",)


def test_a_number_column_headed_like_codes_holds_row_numbers() -> None:
    lines: list[list[Cell]] = [[(60, "编号"), (160, "项目名称"), (600, "单价"), (760, "数量"), (900, "金额")]]
    lines += [[(70, str(n)), (160, "心电监护"), (600, "3.00"), (770, "2"), (900, "6.00")] for n in range(9, 14)]
    assert rows_of(a_text(set_lines(lines)), "code", "name")[0] == (None, "心电监护")


def test_a_ratio_run_into_a_wrapped_date_comes_apart() -> None:
    head: list[Cell] = [(60, "项目名称"), (360, "金额"), (500, "自付比例"), (700, "收费日期")]
    row: list[Cell] = [(60, "党参"), (360, "1.00"), (580, "0.10 2025-03-0")]
    page = a_text(set_lines([head, *([row, [(690, "4")]] * 4)]))
    assert rows_of(page, "self_pay_ratio", "date") == [("0.10", "2025-03-04")] * 4


@pytest.mark.parametrize(
    ("printed", "name", "spec"),
    [
        ("注射用胸腺法新/1.6mg", "注射用胸腺法新", "1.6mg"),
        ("一次性体表电极 LT-1", "一次性体表电极", "LT-1"),
        ("人工晶体(折叠)+21.0D", "人工晶体(折叠)", "+21.0D"),
        ("甘油果糖注射液/250m1", "甘油果糖注射液", "250ml"),
        ("肝/胆彩超", "肝/胆彩超", None),
        ("普通病房床位费(三人间)", "普通病房床位费(三人间)", None),
    ],
)
def test_name_and_specification_of_one_column_come_apart(printed: str, name: str, spec: str | None) -> None:
    head: list[Cell] = [(60, "项目名称/规格"), (700, "单价"), (820, "数量"), (940, "金额")]
    row: list[Cell] = [(60, printed), (700, "0.50"), (820, "2"), (940, "1.00")]
    assert rows_of(a_text(set_lines([head, row, row])), "name", "spec") == [(name, spec)] * 2


def test_unit_and_specification_run_together_come_apart() -> None:
    head: list[Cell] = [(60, "项目名称"), (400, "数量"), (500, "单位"), (620, "规格"), (900, "金额")]
    row: list[Cell] = [(60, "党参"), (420, "12盒0.4g×3片"), (900, "1.00")]
    lines = rows_of(a_text(set_lines([head, row, row, row, row])), "quantity", "unit", "spec")
    assert lines == [("12", "盒", "0.4g×3片")] * 4


def test_an_amount_run_into_the_name_of_the_next_columns_comes_apart() -> None:
    head: list[Cell] = [(60, "项目"), (360, "金额"), (560, "项目"), (900, "金额")]
    row: list[Cell] = [(60, "化验费"), (400, "1409.26其他费用"), (900, "41.84")]
    found = rows_of(a_text(set_lines([head, row])), "name", "amount")
    assert found == [("化验费", "1409.26"), ("其他费用", "41.84")]


def test_columns_that_were_filled_one_after_the_other_are_read_down() -> None:
    head: list[Cell] = [(60 + 240 * g, "项目") for g in range(5)] + [(180 + 240 * g, "金额") for g in range(5)]
    names = ("甲项甲", "乙项乙", "丙项丙", "丁项丁", "戊项戊", "己项己", "庚项庚")
    body = [[(60 + 240 * g, names[3 * g + i]) for g in range(3) if 3 * g + i < 7] for i in range(3)]
    filled = [[*line, *((x + 120, "1.00") for x, _ in line)] for line in body]
    assert [name for (name,) in rows_of(a_text(set_lines([head, *filled])), "name")] == list(names)


def test_decimals_that_a_rule_set_apart_are_put_back_and_ask() -> None:
    page = a_statement_page([CARE, DRUG])
    words = [w for w in page.words if w.text != "165.00"]
    row = next(w for w in page.words if w.text == "心电监护").box[1]
    cut = [a_word("165.0", 1020, row), a_word("0", 1084, row)]
    cell = read_table(lay_out(a_text([*words, *cut]))).lines[0].cells["amount"]
    assert cell.value == "165.00"
    assert cell.review


def test_a_figure_beside_a_whole_sum_is_no_part_of_it() -> None:
    page = a_statement_page([CARE, DRUG])
    row = next(w for w in page.words if w.text == "心电监护").box[1]
    cell = read_table(lay_out(a_text([*page.words, a_word("7", 1096, row)]))).lines[0].cells["amount"]
    assert cell.value == "165.00"


def test_rules_that_the_print_slipped_over_cut_nothing() -> None:
    page = a_statement_page([CARE, DRUG, CARE])
    slipped = [Rule(x, 100, x + 1, 500) for x in (90, 440, 760, 1040)]
    rows = rows_of(a_text(page.words, rules=slipped), "name", "unit_price", "amount")
    assert rows == rows_of(page, "name", "unit_price", "amount")


def test_headings_repeated_over_one_or_two_rows_each_share_their_columns() -> None:
    head: list[Cell] = [(300, "收费项目"), (620, "单位"), (740, "单价"), (880, "数量"), (1020, "金额")]
    row: list[Cell] = [(60, "陪护床"), (600, "床/日"), (740, "8.080"), (880, "17"), (1020, "137.36")]
    lines: list[list[Cell]] = [head, row, [(60, "[检查费]")], head, row, [(60, "[治疗费]")], head, row, row]
    assert rows_of(a_text(set_lines(lines)), "name", "amount") == [("陪护床", "137.36")] * 4


def test_a_table_of_one_row_under_centred_headings_has_its_name() -> None:
    head: list[Cell] = [(300, "项目/规格"), (620, "单价"), (760, "数量/单位"), (1000, "金额（元）")]
    row: list[Cell] = [(60, "皮下注射"), (680, "2.99"), (800, "1/次"), (1060, "2.99")]
    assert rows_of(a_text(set_lines([head, row])), "name", "quantity", "unit", "amount") == [
        ("皮下注射", "1", "次", "2.99")
    ]


@pytest.mark.parametrize("printed", ["58.0800 3/次", "58.08003/次", "58.083/次"])
def test_a_price_run_into_quantity_and_unit_comes_apart(printed: str) -> None:
    head: list[Cell] = [(60, "项目/规格"), (620, "单价"), (760, "数量/单位"), (1000, "金额（元）")]
    row: list[Cell] = [(60, "肺通气功能检查"), (640, printed), (1010, "174.24")]
    cells = rows_of(a_text(set_lines([head, row, row])), "unit_price", "quantity", "unit")[0]
    assert [str(cells[0]).rstrip("0"), *cells[1:]] == ["58.08", "3", "次"]


def test_names_at_the_margin_belong_to_a_heading_in_the_middle_of_a_wide_column() -> None:
    head: list[Cell] = [(560, "项目名称"), (1000, "金额"), (1120, "自付比例")]
    lines: list[list[Cell]] = [head]
    lines += [[(20, name), (1010, "1.00"), (1160, "10%")] for name in ("导尿", "拆线", "换药", "会诊", "吸痰", "理疗")]
    names = [name for (name,) in rows_of(a_text(set_lines(lines)), "name")]
    assert names == ["导尿", "拆线", "换药", "会诊", "吸痰", "理疗"]


def test_a_rule_that_grazes_the_edge_of_a_column_cuts_no_sliver_off() -> None:
    page = a_statement_page([CARE, DRUG, CARE])
    edge = max(w.box[0] + w.box[2] for w in page.words if w.text == "3.00") - 5
    rows = rows_of(a_text(page.words, rules=[Rule(edge, 100, edge + 1, 500)]), "unit_price", "quantity", "amount")
    assert rows == rows_of(page, "unit_price", "quantity", "amount")


def test_a_price_with_more_decimals_than_its_column_is_cut_and_asks() -> None:
    rows = [("偏瘫训练", "日", "次", "46.3400", "1", "46.34")] * 5
    page = a_statement_page([*rows, ("偏瘫训练", "日", "次", "46.34040", "1", "46.34")])
    cells = [line.cells["unit_price"] for line in read_table(lay_out(page)).lines]
    assert [cell.value for cell in cells] == ["46.3400"] * 6
    assert [bool(cell.review) for cell in cells] == [False] * 5 + [True]


def test_prices_of_a_column_with_decimals_of_every_length_are_left_alone() -> None:
    prices = ("1.5", "2.25", "3.125", "4.0625", "5")
    page = a_statement_page([("导尿", "日", "次", price, "1", f"{float(price):.2f}") for price in prices])
    assert not any(line.cells["unit_price"].review for line in read_table(lay_out(page)).lines)


def test_a_date_that_is_none_has_no_value_but_its_text() -> None:
    lines: list[list[Cell]] = [[(60, "日期"), (360, "项目名称"), (700, "单价"), (820, "数量"), (940, "金额")]]
    lines += [[(60, "2025-13-40"), (360, "党参"), (700, "0.50"), (820, "2"), (940, "1.00")]] * 2
    cell = read_table(lay_out(a_text(set_lines(lines)))).lines[0].cells["date"]
    assert (cell.value, cell.text) == ("", "2025-13-40")
    assert cell.review


def test_names_lose_a_category_where_their_table_has_a_column_of_them() -> None:
    head: list[Cell] = [(60, "费用类别"), (300, "项目名称"), (700, "单价"), (820, "数量"), (940, "金额")]
    plain = [
        [(60, "化验费"), (300, name), (700, "3.00"), (820, "2"), (940, "6.00")]
        for name in ("钾测定", "钠测定", "钙测定")
    ]
    glued: list[Cell] = [(180, "护理费特级护理"), (700, "3.00"), (820, "2"), (940, "6.00")]
    names = [name for (name,) in rows_of(a_text(set_lines([head, *plain, glued])), "name")]
    assert names == ["钾测定", "钠测定", "钙测定", "特级护理"]
    bare = [[cell for cell in line if cell[0] != 60] for line in (head, *plain)]
    assert rows_of(a_text(set_lines([*bare, glued])), "name")[-1] == ("护理费特级护理",)


def test_an_amount_with_a_digit_of_the_next_cell_is_cut_and_asks() -> None:
    rows = [("钾测定", "", "次", "3.00", "2", "6.00")] * 3 + [("钠测定", "", "次", "4.00", "2", "8.002")]
    cells = [line.cells["amount"] for line in read_table(lay_out(a_statement_page([*rows, *rows[:1]]))).lines]
    assert [(cell.value, bool(cell.review)) for cell in cells][2:4] == [("6.00", False), ("8.00", True)]


def test_decimals_of_an_electronic_original_are_exact_and_stay() -> None:
    rows = [("钾测定", "", "次", "3.00", "2", "6.00")] * 4 + [("钠测定", "", "次", "7.198095", "2", "14.40")]
    page = replace(a_statement_page(rows), origin="pdf")
    assert read_table(lay_out(page)).lines[-1].cells["unit_price"].value == "7.198095"
