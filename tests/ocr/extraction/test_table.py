from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from ocr.extraction.layout import lay_out
from ocr.extraction.table import read_table
from tests.papers import HEIGHT, PITCH, Cell, a_statement_page, a_text, a_word, set_lines

if TYPE_CHECKING:
    from ocr.pages import PageText

DRUG = ("盐酸二甲双胍片", "0.5g*48片", "盒", "3.36", "14", "47.04")
CARE = ("心电监护", "", "小时", "3.00", "55", "165.00")
BACK = ("降钙素原检测", "", "次", "99.00", "-1", "-99.00")


def rows_of(page: PageText, *keys: str) -> list[tuple[object, ...]]:
    lines = read_table(lay_out(page)).lines
    return [tuple(line.cells[k].value if k in line.cells else None for k in keys) for line in lines]


def test_every_cell_of_an_unruled_table_finds_its_column() -> None:
    keys = ("name", "spec", "unit", "unit_price", "quantity", "amount")
    assert rows_of(a_statement_page([DRUG, CARE, BACK]), *keys) == [
        DRUG,
        ("心电监护", None, *CARE[2:]),
        ("降钙素原检测", None, *BACK[2:]),
    ]


def test_sums_are_no_lines() -> None:
    page = a_statement_page([DRUG, CARE], foot=[(60, "合计：212.04元"), (700, "大写：贰佰壹拾贰元零肆分")])
    assert [name for (name,) in rows_of(page, "name")] == ["盐酸二甲双胍片", "心电监护"]


def test_a_subtotal_inside_the_table_is_kept_as_a_sum() -> None:
    page = a_statement_page([DRUG, ("小计", "", "", "", "", "47.04"), CARE])
    table = read_table(lay_out(page))
    assert len(table.lines) == 2
    assert [(s.kind, str(s.value)) for s in table.sums] == [("part", "47.04")]


def test_group_headings_are_no_lines() -> None:
    page = a_statement_page([("[西药费]", "", "", "", "", ""), DRUG, ("检查费", "", "", "", "", ""), CARE])
    assert rows_of(page, "name") == [("盐酸二甲双胍片",), ("心电监护",)]


def test_a_name_without_any_figure_is_reported() -> None:
    page = a_statement_page([CARE, ("注射用头孢曲松", "", "", "", "", ""), DRUG])
    assert read_table(lay_out(page)).odd == ("“注射用头孢曲松”没有读到金额",)


def test_a_wrapped_name_is_joined() -> None:
    long = ("注射用哌拉西林钠他唑巴坦", "4.5g", "支", "36.80", "2", "73.60")
    page = a_statement_page([DRUG, long, ("钠(进口)", "", "", "", "", ""), CARE])
    assert ("注射用哌拉西林钠他唑巴坦钠(进口)",) in rows_of(page, "name")


def test_quantity_and_unit_in_one_box_come_apart() -> None:
    lines: list[list[Cell]] = [[(60, "项目名称"), (420, "单价"), (600, "数量"), (680, "单位"), (900, "金额")]]
    lines += [[(60, "肌肉注射"), (420, "2.50"), (628, f"{n}次"), (900, f"{n * 2.5:.2f}")] for n in (1, 2, 14)]
    assert rows_of(a_text(set_lines(lines)), "quantity", "unit") == [("1", "次"), ("2", "次"), ("14", "次")]


def test_amount_and_class_in_one_box_come_apart() -> None:
    lines: list[list[Cell]] = [[(60, "项目名称"), (420, "单价"), (600, "数量"), (780, "金额"), (900, "类别")]]
    lines += [[(60, "动脉采血"), (420, "8.00"), (610, "2"), (810, f"16.00 {c}")] for c in "甲乙丙"]
    assert rows_of(a_text(set_lines(lines)), "amount", "insurance_class") == [("16.00", c) for c in "甲乙丙"]


def test_a_column_whose_heading_was_lost_is_told_by_its_place_and_kind() -> None:
    page = a_statement_page(
        [DRUG, CARE, ("动脉采血", "", "次", "8.00", "2", "16.00"), ("导尿", "", "次", "15.00", "1", "15.00")]
    )
    without = a_text([w for w in page.words if w.text not in {"数量", "单位"}])
    assert rows_of(without, "quantity", "unit")[:2] == [("14", "盒"), ("55", "小时")]


def test_figures_right_of_their_headings_still_belong_to_them() -> None:
    lines: list[list[Cell]] = [[(60, "费用名称"), (580, "单价"), (760, "数量"), (900, "金额")]]
    lines += [
        [(60, "心电监护"), (660, "3.00"), (850, "18"), (1010, "54.00")],
        [(60, "导尿"), (650, "15.00"), (860, "2"), (1010, "30.00")],
    ]
    lines += [
        [(60, "静脉输液"), (660, "9.50"), (860, "2"), (1010, "19.00")],
        [(60, "动脉采血"), (660, "8.00"), (860, "3"), (1010, "24.00")],
    ]
    assert rows_of(a_text(set_lines(lines)), "unit_price", "quantity", "amount")[0] == ("3.00", "18", "54.00")


def test_cells_wrapped_around_their_row_are_gathered() -> None:
    words = set_lines([[(60, "日期"), (300, "项目名称"), (700, "数量"), (900, "金额")]])
    for i, day in enumerate(("12", "13", "14")):
        y = 180 + i * 2 * PITCH
        words += [a_word("2024-02-", 60, y - 16), a_word(day, 60, y + 16), a_word("肌肉注射", 300, y)]
        words += [a_word("1", 710, y), a_word("2.50", 900, y)]
    assert rows_of(a_text(words), "date", "name") == [(f"2024-02-{d}", "肌肉注射") for d in ("12", "13", "14")]


def test_seals_leave_no_trace_in_the_table() -> None:
    page = a_statement_page([DRUG, CARE])
    seal = [
        a_word("住院结算专用章", 560, 100 + 5 * PITCH + HEIGHT),
        a_word("安远县中心医院", 540, 100 + 4 * PITCH + HEIGHT),
    ]
    assert rows_of(a_text([*page.words, *seal]), "name", "unit") == rows_of(page, "name", "unit")


GRID = [(60, "项目名称"), (300, "金额（元）"), (640, "项目名称"), (900, "金额（元）")]


def test_two_groups_are_read_down_unless_something_tells() -> None:
    body: list[list[Cell]] = [
        [(60, "治疗费"), (310, "1.00"), (640, "西药费"), (910, "2.00")],
        [(60, "化验费"), (310, "3.00"), (640, "床位费"), (910, "4.00")],
    ]
    assert rows_of(a_text(set_lines([GRID, *body])), "name") == [("治疗费",), ("化验费",), ("西药费",), ("床位费",)]


@pytest.mark.parametrize("gap", [True, False])
def test_forms_filled_across_are_read_across(gap: bool) -> None:  # noqa: FBT001 - a parameter of the test
    first: list[Cell] = [(60, "床位费"), (310, "1.00")]
    body = [first if gap else [*first, (640, "诊察费"), (910, "1.00")]]
    body += [[(60, "检查费"), (310, "1.00"), (640, "化验费"), (910, "2.00")], [(60, "治疗费"), (310, "3.00")]]
    names = [name for (name,) in rows_of(a_text(set_lines([GRID, *body])), "name")]
    assert names == [n for n in ("床位费", "诊察费", "检查费", "化验费", "治疗费") if not (gap and n == "诊察费")]


def test_a_receipt_splits_the_specification_from_the_name() -> None:
    lines: list[list[Cell]] = [[(60, "项目名称"), (420, "数量/单位"), (700, "金额（元）")]]
    lines += [
        [(60, "静注人免疫球蛋白(pH4) 2.5g 50ml"), (430, "4/瓶"), (710, "2340.00")],
        [(60, "全身麻醉"), (430, "4/2小时"), (710, "2480.00")],
    ]
    assert rows_of(a_text(set_lines(lines)), "name", "spec", "quantity", "unit") == [
        ("静注人免疫球蛋白(pH4)", "2.5g 50ml", "4", "瓶"),
        ("全身麻醉", None, "4", "2小时"),
    ]


def test_amounts_without_a_heading_are_the_last_column_of_money() -> None:
    page = a_statement_page([DRUG, CARE, BACK])
    without = a_text([w for w in page.words if w.text not in {"金额", "单价"}])
    assert rows_of(without, "amount") == [("47.04",), ("165.00",), ("-99.00",)]


def test_a_table_without_any_heading_is_read_by_what_its_columns_hold() -> None:
    page = a_statement_page([DRUG, CARE, ("动脉采血", "", "次", "8.00", "2", "16.00")])
    headings = {"项目名称", "规格", "单位", "单价", "数量", "金额"}
    headless = a_text([w for w in page.words if w.text not in headings])
    assert not read_table(lay_out(headless)).found
    assert rows_of(headless, "name", "unit", "unit_price", "quantity", "amount")[1] == ("心电监护", *CARE[2:])


def test_labels_and_sums_are_never_taken_for_a_table() -> None:
    page = a_text(set_lines([[(60, "医保统筹基金支付"), (600, "12.00")], [(60, "合计大写"), (600, "12.00")]]))
    assert read_table(lay_out(page)).lines == ()


def test_a_row_number_run_into_the_name_is_taken_off() -> None:
    lines: list[list[Cell]] = [[(60, "序号"), (160, "项目名称"), (600, "单价"), (760, "数量"), (900, "金额")]]
    lines += [[(70, str(n)), (160, "心电监护"), (600, "3.00"), (770, "2"), (900, "6.00")] for n in range(1, 6)]
    lines += [[(70, "6血气分析"), (600, "3.00"), (770, "2"), (900, "6.00")]]
    assert rows_of(a_text(set_lines(lines)), "name")[-1] == ("血气分析",)


def test_a_quantity_run_into_a_unit_that_starts_with_a_figure_is_taken_off() -> None:
    lines: list[list[Cell]] = [[(60, "项目名称"), (600, "数量"), (660, "单位"), (900, "金额")]]
    lines += [[(60, "偏瘫肢体综合训练"), (620, "6 40分钟/次"), (900, "6.00")] for _ in range(4)]
    assert rows_of(a_text(set_lines(lines)), "quantity", "unit")[0] == ("6", "40分钟/次")


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
