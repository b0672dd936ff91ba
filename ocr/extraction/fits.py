"""What the columns of a fee table may hold: for each line key a test of a text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ocr.extraction.dates import find_days
from ocr.extraction.text import has_han

if TYPE_CHECKING:
    from collections.abc import Callable

_UNIT = re.compile(r".{1,5}|\d{1,3}[\u4e00-\u9fff]{1,3}/.{1,3}")
_CLASS = re.compile(r"[\[(【]?(医保)?[甲乙丙]类?[\])】]?|(无|有|全|部分)?自[付费理]|[ABC]|\d{0,3}%?")
_CODE = re.compile(r"[A-Za-z0-9.\-]{4,}")
_FIGURE = re.compile(r"-?[\d,OolI]+([.:][\dOolI]{1,16})?")
_MONEY = re.compile(r"-?[\d,]+\.\d{1,4}")
_COUNTED = re.compile(r"-?\d+(\.\d+)?\s*/?\s*\S{0,6}|[^\d\s]{1,2}|[^\d\s/]?/[\u4e00-\u9fff]{1,3}")

FITS: dict[str, Callable[[str], bool]] = {
    "index": lambda t: bool(re.fullmatch(r"\d{1,4}\.?", t)),
    "date": lambda t: bool(find_days(t)) or bool(re.fullmatch(r"[\d\-/.年月日: ]{2,20}", t)),
    "code": lambda t: bool(_CODE.fullmatch(t)),
    "name": has_han,
    "name_spec": lambda t: len(t) > 1,
    "spec": lambda t: not _MONEY.fullmatch(t),
    "form": has_han,
    "category": has_han,
    "unit": lambda t: bool(_UNIT.fullmatch(t)) and not re.fullmatch(r"[\d.,]+", t),
    "quantity": lambda t: bool(_FIGURE.fullmatch(t)),
    "quantity_unit": lambda t: bool(_COUNTED.fullmatch(t)),
    "unit_price": lambda t: bool(_FIGURE.fullmatch(t)),
    "amount": lambda t: bool(_FIGURE.fullmatch(t)),
    "insurance_class": lambda t: bool(_CLASS.fullmatch(t)),
    "self_pay_ratio": lambda t: bool(re.fullmatch(r"[\d.%]+", t)),
    "tax_rate": lambda t: bool(re.fullmatch(r"\d{1,2}%|免税|不征税|\*+", t)),
    "tax": lambda t: bool(_FIGURE.fullmatch(t)) or bool(re.fullmatch(r"\*+|免税", t)),
    "share": lambda t: bool(_FIGURE.fullmatch(t)),
    "other": lambda t: not _FIGURE.fullmatch(t),
}
"""What may stand in a column."""

UNLIKELY: dict[str, Callable[[str], bool]] = {
    "date": lambda t: not find_days(t) and bool(_FIGURE.fullmatch(t)),
    "code": lambda t: bool(_MONEY.fullmatch(t)),
    "spec": lambda t: bool(re.fullmatch(r"[\u4e00-\u9fff]{1,2}", t)),
    "quantity": lambda t: bool(re.fullmatch(r"-?[\d,]+\.\d\d", t)),
    "quantity_unit": lambda t: bool(re.fullmatch(r"-?[\d,]+\.\d{2,4}", t)),
    "unit_price": lambda t: bool(re.fullmatch(r"-?\d+", t)),
    "amount": lambda t: bool(re.fullmatch(r"-?\d+", t)),
    "self_pay_ratio": lambda t: bool(_MONEY.fullmatch(t)),
    "share": lambda t: bool(re.fullmatch(r"-?\d+", t)),
}
"""What may, but seldom does."""
