from __future__ import annotations

from dataclasses import replace

import pytest

from ocr.extraction.layout import lay_out
from ocr.extraction.table import read_table
from tests.ocr.extraction.tables import BACK, CARE, DRUG, rows_of
from tests.papers import HEIGHT, PITCH, Cell, a_statement_page, a_text, a_word, set_lines


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


@pytest.mark.parametrize("rows_left", [0, 3])
def test_two_groups_are_read_across_where_the_left_one_had_room_for_more(rows_left: int) -> None:
    body: list[list[Cell]] = [
        [(60, "治疗费"), (310, "1.00"), (640, "西药费"), (910, "2.00")],
        [(60, "化验费"), (310, "3.00"), (640, "床位费"), (910, "4.00")],
    ]
    close: list[list[Cell]] = [*([[]] * rows_left), [(60, "金额合计（大写）壹拾元整")]]
    across, down = ["治疗费", "西药费", "化验费", "床位费"], ["治疗费", "化验费", "西药费", "床位费"]
    names = [name for (name,) in rows_of(a_text(set_lines([GRID, *body, *close])), "name")]
    assert names == (across if rows_left else down)


def test_a_form_of_printed_categories_without_headings_is_read_block_by_block() -> None:
    lines: list[list[Cell]] = [[(380, "江西省医疗门诊收费票据")]]
    lines += [
        [(60, "西药费"), (260, "12.00"), (500, "检查费"), (700, "30.00")],
        [(60, "中成药费"), (260, "8.00"), (500, "化验费"), (700, "16.00")],
        [(60, "治疗费"), (260, "5.00"), (500, "手术费"), (700, "90.00")],
    ]
    found = rows_of(a_text(set_lines(lines)), "name", "amount")
    assert {("西药费", "12.00"), ("检查费", "30.00"), ("手术费", "90.00")} < set(found)


def test_a_heading_of_money_under_which_nothing_was_read_is_reported() -> None:
    page = a_statement_page([(name, spec, unit, "", n, amount) for name, spec, unit, _, n, amount in (DRUG, CARE)])
    assert "表头有“单价”，没有读到内容" in read_table(lay_out(page)).odd
    assert not read_table(lay_out(a_statement_page([DRUG, CARE]))).odd


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


def test_counts_that_were_lost_before_their_units_leave_the_column_one_of_counts() -> None:
    lines: list[list[Cell]] = [
        [(60, "项目名称"), (500, "数量/单位"), (760, "金额(元)")],
        [(60, "注射用亚胺培南"), (500, "φ/瓶"), (760, "491.04")],
        [(60, "B型超声检查"), (500, "/部位"), (760, "28.80")],
        [(60, "盐酸胺碘酮片"), (500, "3/盒"), (760, "43.35")],
    ]
    found = rows_of(a_text(set_lines(lines)), "name", "quantity", "unit")
    assert found == [("注射用亚胺培南", "", "瓶"), ("B型超声检查", "", "部位"), ("盐酸胺碘酮片", "3", "盒")]


def test_a_headed_column_of_counts_that_was_taken_for_names_makes_the_page_ask() -> None:
    lines: list[list[Cell]] = [
        [(60, "项目名称"), (460, "数量"), (760, "金额(元)")],
        *(
            [(60, name), (440, "一瓶两盒三支"), (760, "43.35")]
            for name in ("注射用亚胺培南", "B型超声检查", "盐酸胺碘酮片")
        ),
    ]
    assert read_table(lay_out(a_text(set_lines(lines)))).odd == ("表头有“数量”，没有读到内容",)


def test_a_heading_of_figures_is_told_under_a_seal_and_amounts_beyond_lost_headings_are_read() -> None:
    rows: list[list[Cell]] = [
        [(60, "检查费"), (400, "774.37"), (640, "卫生材料费"), (1120, "12019.04")],
        [(60, "化验费"), (400, "14.40"), (640, "西药费"), (1120, "6293.10")],
    ]
    for last in ("收金额002", "监制"):
        head: list[Cell] = [(60, "项目"), (400, "金额"), (640, "项目"), *([(1000, last)] if "金" in last else [])]
        amounts = [str(amount) for (amount,) in rows_of(a_text(set_lines([head, *rows])), "amount")]
        assert sorted(amounts) == ["12019.04", "14.40", "6293.10", "774.37"]


PRINTED: list[list[Cell]] = [
    [(60, "西药费"), (500, "中成药费")],
    [(60, "检查费"), (500, "化验费")],
    [(60, "治疗费"), (500, "手术费")],
    [(60, "放射费"), (500, "其他费用")],
]
"""Categories that a form prints, with no headings and no amounts."""


@pytest.mark.parametrize(("x", "name"), [(280, "治疗费"), (720, "手术费")])
def test_a_sum_beside_printed_categories_is_of_the_one_before_it(x: int, name: str) -> None:
    filled: list[list[Cell]] = [*PRINTED[:2], [*PRINTED[2], (x, "891.80")], *PRINTED[3:]]
    assert rows_of(a_text(set_lines(filled)), "name", "unit", "amount") == [(name, None, "891.80")]


def test_classes_in_brackets_under_the_word_of_insurance_are_classes() -> None:
    head: list[Cell] = [(60, "费用名称"), (400, "金额（元）"), (600, "单价（元）"), (800, "数量"), (960, "医保")]
    rows: list[list[Cell]] = [
        [(60, "硝酸甘油注射液"), (400, "131.32"), (600, "4.69 28支"), (960, "[甲]")],
        [(60, "医用弹性绷带"), (400, "43.50"), (600, "14.50 3卷"), (960, "[丙]")],
    ]
    assert rows_of(a_text(set_lines([head, *rows])), "unit_price", "quantity", "insurance_class") == [
        ("4.69", "28", "[甲]"),
        ("14.50", "3", "[丙]"),
    ]


@pytest.mark.parametrize("dress", ["费用类别：{}", "★{}", "【{}】", "{}："])
def test_sums_above_their_groups_are_sums_however_their_names_are_dressed(dress: str) -> None:
    drugs, care = ((dress.format(n), "", "", "", "", x) for n, x in (("西药费", "47.04"), ("治疗费", "165.00")))
    table = read_table(lay_out(a_statement_page([drugs, DRUG, care, CARE])))
    assert [line.cells["name"].value for line in table.lines] == ["盐酸二甲双胍片", "心电监护"]
    assert [str(found.value) for found in table.sums] == ["47.04", "165.00"]


def test_headings_with_white_between_their_signs_are_headings() -> None:
    head: list[Cell] = [(60, "项 目"), (280, "金 额"), (500, "项 目"), (720, "金 额")]
    page = a_text(set_lines([head, [(60, "西药费"), (280, "1000.50"), (500, "床位费"), (720, "280.00")]]))
    assert rows_of(page, "name", "amount") == [("西药费", "1000.50"), ("床位费", "280.00")]


@pytest.mark.parametrize(("name", "asks"), [("氨溴索注射液", True), ("西药费", False)])
def test_headed_counts_that_are_all_lost_ask_beside_items_and_not_beside_categories(name: str, *, asks: bool) -> None:
    lines: list[list[Cell]] = [[(60, "项目名称"), (460, "数量"), (760, "金额(元)")], [(60, name), (760, "43.35")]]
    assert bool(read_table(lay_out(a_text(set_lines(lines)))).odd) == asks


def test_amounts_that_run_into_the_names_of_the_next_block_keep_their_column() -> None:
    head: list[Cell] = [
        (60, "项目/规格"),
        (400, "数量"),
        (560, "金额"),
        (760, "项目/规格"),
        (1040, "数量"),
        (1140, "金额"),
    ]
    blocks = [
        ("托拉塞米胶囊", "140.16 丹参", 98, "0.42"),
        ("昂丹司琼", "23.80 骨密度测定", 200, "253.65"),
        ("支架置入", "3360.00护理", 190, "32.67"),
    ]
    words = set_lines([head])
    for at, (name, glued, width, amount) in enumerate(blocks, 1):
        y = 100 + at * PITCH
        words += [a_word(name, 60, y), a_word("4", 420, y), a_word("6", 1060, y), a_word(amount, 1140, y)]
        words.append(replace(a_word(glued, 620, y), box=(620, y, max(width, a_word(glued, 0, 0).box[2] + 20), HEIGHT)))
    found = {str(name): amount for name, amount in rows_of(a_text(words), "name", "amount")}
    left = {"托拉塞米胶囊": "140.16", "昂丹司琼": "23.80", "支架置入": "3360.00"}
    assert found == left | {"丹参": "0.42", "骨密度测定": "253.65", "护理": "32.67"}


def test_a_column_headed_standard_holds_prices_of_any_decimals() -> None:
    lines: list[list[Cell]] = [
        [(60, "项目名称"), (360, "规格"), (560, "标准"), (700, "数量/单位"), (900, "金额(元)")],
        [(60, "血清尿酸测定"), (560, "4.280"), (700, "2/项"), (900, "8.56")],
        [(60, "医用弹性绷带"), (360, "7.5cm×4.5m"), (560, "17.400"), (700, "6/卷"), (900, "104.40")],
    ]
    found = rows_of(a_text(set_lines(lines)), "unit_price", "quantity", "unit")
    assert found == [("4.280", "2", "项"), ("17.400", "6", "卷")]
