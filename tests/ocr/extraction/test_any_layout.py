"""Statements with columns of any set and order, drawn by chance: what is printed is what is read."""

from __future__ import annotations

import random
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from tests.ocr.extraction.tables import rows_of
from tests.papers import EM, HEIGHT, a_text, a_word

if TYPE_CHECKING:
    from ocr.pages import PageText, Word

HEADS = {
    "index": ("序号", "编号"), "date": ("日期", "收费日期"), "code": ("项目编码", "医保编码"),
    "category": ("费用类别",),
    "name": ("项目名称", "收费项目", "药品/项目名称"), "spec": ("规格", "规格型号"), "unit": ("单位", "计价单位"),
    "unit_price": ("单价", "单价(元)"), "quantity": ("数量", "总量"), "amount": ("金额", "总金额"),
    "insurance_class": ("类别", "医保等级"), "self_pay_ratio": ("自付比例",),
    "share": ("自费金额",), "other": ("执行科室",),
}  # fmt: skip
WIDTHS = {
    "index": 2, "date": 6, "code": 10, "category": 4, "name": 12, "spec": 6, "unit": 3, "unit_price": 4, "quantity": 3,
    "amount": 5, "insurance_class": 3, "self_pay_ratio": 4, "share": 5, "other": 6,
}  # fmt: skip
RIGHT = {"unit_price", "quantity", "amount", "share", "self_pay_ratio"}
ITEMS = (
    ("盐酸二甲双胍片", "0.5g*48片", "盒"), ("氯化钠注射液", "0.9% 250ml", "袋"),
    ("注射用哌拉西林钠他唑巴坦钠", "4.5g", "支"),
    ("心电监护", "", "小时"), ("彩色多普勒超声常规检查(腹部)", "", "部位"), ("C反应蛋白测定(CRP)", "", "次"),
    ("当归", "", "g"),
)  # fmt: skip
READ = ("date", "code", "name", "spec", "unit", "unit_price", "quantity", "amount", "insurance_class", "self_pay_ratio")


def a_layout(dice: random.Random) -> list[str]:
    """Columns in any order, names before amounts on most papers."""
    keys = [key for key in HEADS if key in {"name", "amount", "quantity", "unit_price"} or dice.random() < 0.45]
    front = [key for key in keys if key in {"index", "date", "code", "category"}]
    rest = [key for key in keys if key not in {*front, "name"}]
    dice.shuffle(rest)
    return [*front, "name", *rest]


def a_row(dice: random.Random, number: int) -> dict[str, str]:
    name, spec, unit = dice.choice(ITEMS)
    quantity, price = dice.choice((1, 2, 7, 14, -3)), Decimal(dice.choice(("3.36", "8.00", "0.50", "120.00")))
    return {
        "index": str(number + 1), "date": f"2025-03-{number % 28 + 1:02d}", "code": "XJ01DDT045E0010",
        "category": "西药费",
        "name": name, "spec": spec, "unit": unit, "unit_price": f"{price:.2f}", "quantity": str(quantity),
        "amount": f"{price * quantity:.2f}", "insurance_class": dice.choice("甲乙丙"),
        "self_pay_ratio": dice.choice(("0%", "10%", "100%")), "share": dice.choice(("0.00", f"{price:.2f}")),
        "other": "骨科一病区",
    }  # fmt: skip


def a_page(dice: random.Random, keys: list[str], rows: list[dict[str, str]]) -> PageText:
    """The rows set in columns, headings in their middle or at their left, figures flush right."""
    centred, pitch, left, at = dice.random() < 0.5, HEIGHT * dice.uniform(1.25, 1.9), {}, 60.0
    for key in keys:
        left[key], at = at, at + WIDTHS[key] * EM + dice.uniform(0.7, 1.5) * EM
    words = []
    for line, row in enumerate([{key: dice.choice(HEADS[key]) for key in keys}, *rows]):
        flush = {key: 0.5 if centred and not line else float(key in RIGHT and line > 0) for key in keys}
        words += [
            a_cell(row[key], left[key], WIDTHS[key] * EM, 100 + line * pitch, flush[key]) for key in keys if row[key]
        ]
    return a_text(words)


def a_cell(text: str, left: float, width: float, y: float, flush: float) -> Word:
    own = sum(EM if ord(c) > 255 else EM / 2 for c in text)
    return a_word(text, round(left + flush * max(0.0, width - own)), round(y))


@pytest.mark.parametrize("seed", range(80))
def test_every_cell_of_any_set_and_order_of_columns_is_read(seed: int) -> None:
    dice = random.Random(seed)  # noqa: S311 - a test draws pages, no secrets
    keys, rows = a_layout(dice), [a_row(dice, number) for number in range(dice.randint(5, 20))]
    shown = [key for key in READ if key in keys]
    found = rows_of(a_page(dice, keys, rows), *shown)
    assert found == [tuple(row[key] or None for key in shown) for row in rows]
