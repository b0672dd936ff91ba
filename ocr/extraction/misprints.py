"""Letters of units that recognition takes for figures, and classes and shares read as what they look like.

What only one thing can have been printed as is put right; what may be several things is put right and asks.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from ocr.extraction.draft import asking

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ocr.reading import Cell, Line

_SPEC = (
    (re.compile(r"(?<=\d)m[1|Il!]{1,2}(?![A-Za-z0-9])"), "ml"),
    (re.compile(r"(?<=\d)m(?=:\d)"), "ml"),
    (re.compile(r"(?<=\d)1U(?![A-Za-z])"), "IU"),
    (re.compile(r"(?<=\d)(?:rg|ag)(?![A-Za-z])"), "mg"),
    (re.compile(r"με"), "μg"),
    (re.compile(r"(?<=\d),(?=\d{1,2}(?:g|mg|ml)\b)"), "."),
    (re.compile(r"(?<=\d)n[l1](?=:|$)"), "ml"),
    (re.compile(r"(?<=\d)ng(?=[*×x])|(?<=ml:\d)ng|(?<=ml:\d\d)ng"), "mg"),
    (re.compile(r"(?<=[A-Za-z])[\"”“°](?=\d{1,4}[片粒丸支袋贴枚瓶]$)"), "*"),
    (re.compile(r"(?<=\dg)\(1\)$"), "(I)"),
    (re.compile(r"(?<=Axa)lU"), "IU"),
)
_ROMAN = {1: "Ⅰ", 2: "Ⅱ", 3: "Ⅲ"}
_NUMERAL = re.compile(r"(?<=[片囊粒液剂散丸])\((?P<ones>[1Il|]{1,3})\)$")
_NAMES = (
    (re.compile(r"^20\d\d[-/.]\d\d?[-/.]\d\d?:?(?=[\u4e00-\u9fff])"), ""),
    (re.compile(r"^[rRyYv](?=-(?:谷氨|氨基丁酸|干扰素))"), "γ"),
    (re.compile(r"(?<=干扰素)a(?=[12][abB])"), "α"),
    (re.compile(r"(?<=肌钙蛋白)[1l|Ι](?![\d.])"), "Ⅰ"),
    (re.compile(r"[HB]bA[1lI|]c"), "HbA1c"),
    (re.compile(r"\(Sp[O0o][2zIl]?\)"), "(SpO₂)"),
    (re.compile(r"(?<=\d\.)O(?=T\))"), "0"),
    (re.compile(r"(?<=[液剂])[lI|](?=m[lg]:?\d)"), "1"),
)
"""Days that bowed paper set before a name; signs of names that recognition takes for letters and figures."""

_UNITS = {"8": "g", "9": "g", "盆": "盒", "益": "盒", "曰": "日", "顶": "项", "伎": "支", "佚": "次"}
"""Signs that are no unit and look like one."""

_CLASSES = {"田": "甲", "申": "甲", "由": "甲", "2": "乙", "Z": "乙", "z": "乙", "N": "乙"}
_CLASS = re.compile(rf"(?P<open>[\[(]?)(?P<read>[{''.join(_CLASSES)}])(?P<close>[\])]?)")
_ROUND, _STROKE = frozenset("。oO〇ο"), frozenset("一丨|l")
_SHARE, _MISREAD_SHARE = re.compile(r"\d{1,3}%"), re.compile(r"(?P<share>0|[1-9]0|100|[1-9]5|[1-9])[\dsS$]")
_MOST = 0.3
PUT_RIGHT = frozenset({"unit", "insurance_class", "self_pay_ratio"})
"""Columns whose cells are put right and ask; second looks that read what was meant answer them."""


def spec_as_printed(spec: str) -> str:
    """A specification with its units as they can only have been printed."""
    for form, meant in _SPEC:
        spec = form.sub(meant, spec)
    return spec


def name_as_printed(name: str) -> str:
    """A name with its Greek letters, Roman numerals and formulas as they can only have been printed."""
    for form, meant in _NAMES:
        name = form.sub(meant, name)
    return _NUMERAL.sub(lambda match: f"({_ROMAN[len(match['ones'])]})", name)


def as_printed(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Lines whose units, classes and shares are none put right, each asking."""
    shares = [str(line.cells["self_pay_ratio"].value) for line in lines if "self_pay_ratio" in line.cells]
    percent = sum(bool(_SHARE.fullmatch(share)) for share in shares) >= _MOST * len(shares) > 0
    return tuple(_line(line, percent=percent) for line in lines)


def _line(line: Line, *, percent: bool) -> Line:
    meant = {"unit": _unit, "insurance_class": _class, "self_pay_ratio": _share if percent else _part}
    changed = {key: put_right(line.cells[key]) for key, put_right in meant.items() if key in line.cells}
    return replace(line, cells={**line.cells, **changed}) if changed else line


def _unit(cell: Cell) -> Cell:
    """A unit is no figure, and no sign that only looks like one."""
    meant = _UNITS.get(str(cell.value), str(cell.value))
    if meant == cell.value and not meant.isdigit():
        return cell
    return asking(replace(cell, value=meant), f"单位读作“{cell.text}”，请核对")


def _class(cell: Cell) -> Cell:
    """A class that is none, in brackets or without."""
    match = _CLASS.fullmatch(str(cell.value))
    meant = f"{match['open']}{_CLASSES[match['read']]}{match['close']}" if match else ""
    return asking(replace(cell, value=meant), f"医保类别读作“{cell.text}”，请核对") if meant else cell


def _part(cell: Cell) -> Cell:
    """A share that is nothing or all, read as the sign it looks like."""
    meant = "0" if cell.value in _ROUND else "1" if cell.value in _STROKE else ""
    return asking(replace(cell, value=meant), f"自付比例读作“{cell.text}”，请核对") if meant else cell


def _share(cell: Cell) -> Cell:
    """A share that lost its sign in a column of percentages."""
    match = _MISREAD_SHARE.fullmatch(str(cell.value))
    if not match:
        return cell
    return asking(replace(cell, value=f"{match['share']}%"), f"自付比例读作“{cell.text}”，请核对")
