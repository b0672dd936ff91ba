"""The ways hospitals print the same form: colours, dates, columns, rules."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.forge.sheet import BLACK, Align, Colour

if TYPE_CHECKING:
    from datetime import date

FORM_COLOURS: tuple[Colour, ...] = (BLACK, (120, 78, 30), (150, 45, 45), (50, 70, 120))
DATE_FORMS = ("{0:%Y}年{0:%m}月{0:%d}日", "{0:%Y-%m-%d}", "{0:%Y/%m/%d}")
Column = tuple[str, str, float, Align]
"""Key of the reading contract, heading, share of the width, alignment."""

COLUMN_SETS: dict[str, tuple[Column, ...]] = {
    "full": (
        ("row", "序号", 5, "centre"),
        ("date", "日期", 11, "left"),
        ("code", "项目编码", 17, "left"),
        ("name", "项目名称", 27, "left"),
        ("spec", "规格", 14, "left"),
        ("unit", "单位", 6, "centre"),
        ("quantity", "数量", 7, "right"),
        ("unit_price", "单价", 10, "right"),
        ("amount", "金额", 11, "right"),
        ("insurance_class", "类别", 6, "centre"),
    ),
    "brief": (
        ("name", "收费项目", 38, "left"),
        ("spec", "规格型号", 20, "left"),
        ("unit", "计价单位", 9, "centre"),
        ("unit_price", "单价(元)", 11, "right"),
        ("quantity", "数量", 8, "right"),
        ("amount", "金额(元)", 13, "right"),
    ),
    "merged": (
        ("row", "序号", 6, "centre"),
        ("name+spec", "项目名称/规格", 44, "left"),
        ("unit_price", "单价", 11, "right"),
        ("quantity", "数量", 8, "right"),
        ("unit", "单位", 8, "centre"),
        ("amount", "应收金额", 14, "right"),
        ("insurance_class", "医保等级", 10, "centre"),
    ),
    "summary": (
        ("row", "序号", 6, "centre"),
        ("name", "项目名称", 38, "left"),
        ("spec", "规格", 18, "left"),
        ("unit", "单位", 8, "centre"),
        ("quantity", "数量", 8, "right"),
        ("unit_price", "单价", 11, "right"),
        ("amount", "金额", 12, "right"),
        ("insurance_class", "类别", 7, "centre"),
    ),
    "dated": (
        ("date", "日期", 12, "left"),
        ("name", "项目名称", 36, "left"),
        ("spec", "规格", 16, "left"),
        ("unit", "单位", 10, "centre"),
        ("quantity", "数量", 7, "right"),
        ("unit_price", "单价", 11, "right"),
        ("amount", "金额", 12, "right"),
        ("insurance_class", "类别", 6, "centre"),
    ),
    "ratio": (
        ("date", "费用日期", 12, "left"),
        ("name", "项目名称", 30, "left"),
        ("spec", "规格", 15, "left"),
        ("quantity", "数量", 8, "right"),
        ("unit", "单位", 7, "centre"),
        ("unit_price", "单价", 10, "right"),
        ("amount", "金额", 12, "right"),
        ("self_pay_ratio", "自付比例", 9, "right"),
    ),
}
TITLES = ("住院费用汇总清单", "住院费用明细清单", "住院病人费用清单")


@dataclass(frozen=True, kw_only=True)
class Look:
    """One hospital's way of printing."""

    dpi: int = 150
    colour: Colour = BLACK
    date_form: str = DATE_FORMS[1]
    columns: str = "brief"
    rules: str = "grid"
    title: str = TITLES[0]
    grouped: bool = False
    words: bool = True

    def day(self, day: date) -> str:
        """A date as this hospital prints it."""
        return self.date_form.format(day)
