"""One cell of an export as a citizen number, an amount, a count, a year or a scheme; or what is wrong with it."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING

from review.accumulators.words import scheme_of
from review.identity import CITIZEN_LENGTH, is_citizen_number
from review.money import fen, parse_money
from review.sheets.cells import text_of

if TYPE_CHECKING:
    from review.claim.people import Scheme
    from review.sheets.sheet import Cell

NOTHING = frozenset({"", "-", "--", "/", "\\", "—", "——", "无", "空", "null", "NULL", "None", "N/A"})
"""What stands where a platform gives no figure."""
MOST_STAYS = 200
_LARGEST = Decimal(10) ** 9
_YEARS = range(2000, 2100)
_OLD_LENGTH = 15
_SCIENTIFIC = re.compile(r"\d(?:\.\d+)?[Ee]\+?\d+")
_YEAR = re.compile(r"(20\d\d)(?:\.0|年度?|0[1-9]|1[0-2]|[-/.年](?:0?[1-9]|1[0-2])月?)?")
_COUNT = re.compile(r"(\d{1,4})(?:\.0+)?次?")
_AS_TEXT = "请在平台重新导出，或把这一列设为“文本”后重新填写完整号码。"


class UnreadableError(Exception):
    """What is wrong with a cell (Chinese)."""


def id_number_of(cell: Cell) -> str:
    """The citizen number of a cell. Raises UnreadableError."""
    if isinstance(cell, (int, float)) and not isinstance(cell, bool):
        raise UnreadableError(f"身份证号被 Excel 存成了数字，末尾几位已经丢失；{_AS_TEXT}")
    text, fault = text_of(cell)
    if fault:
        raise UnreadableError(fault)
    number = re.sub(r"\s", "", unicodedata.normalize("NFKC", text)).lstrip("'‘’`").upper()
    if is_citizen_number(number):
        return number
    raise UnreadableError(_no_number(number))


def _no_number(number: str) -> str:
    if not number:
        return "没有身份证号；请补上，或删去这一行。"
    if "*" in number:
        return "身份证号被部分隐去（*），对不上人；请导出完整号码。"
    if _SCIENTIFIC.fullmatch(number):
        return f"身份证号变成了科学记数法，末尾几位已经丢失；{_AS_TEXT}"
    if len(number) == _OLD_LENGTH and number.isdigit():
        return "这是15位旧身份证号；请换成18位号码。"
    if len(number) != CITIZEN_LENGTH:
        return f"身份证号应为18位，这里有{len(number)}位；请核对。"
    return "身份证号校验不符（日期或末位不对）；请对照证件核对。"


def amount_of(cell: Cell, *, ten_thousands: bool = False) -> Decimal | None:
    """The yuan of a cell, None where none is given. Raises UnreadableError."""
    text = _text(cell)
    if text in NOTHING:
        return None
    bare = text.removesuffix("元").removesuffix("万")
    amount = parse_money(bare) if isinstance(cell, str) else Decimal(bare)
    if amount is None or not amount.is_finite():
        raise UnreadableError("这一格不是金额；请填写以元为单位的数字。")
    stated = text.endswith(("万", "元"))
    return _checked(amount * 10_000 if "万" in text or (ten_thousands and not stated) else amount)


def _checked(amount: Decimal) -> Decimal:
    if amount < 0:
        raise UnreadableError("累计金额是负数；请在平台核对后重新导出。")
    if amount >= _LARGEST:
        raise UnreadableError("金额大得不可能；请核对单位是元还是万元。")
    if amount != fen(amount):
        raise UnreadableError("金额的小数超过两位（不足一分）；请核对单位，或在平台重新导出。")
    return fen(amount)


def count_of(cell: Cell) -> Decimal | None:
    """How often, None where nothing is given. Raises UnreadableError."""
    text = _text(cell)
    if text in NOTHING:
        return None
    found = _COUNT.fullmatch(text)
    if found is None or int(found[1]) > MOST_STAYS:
        raise UnreadableError("这一格不是次数；请填写整数。")
    return Decimal(found[1])


def year_of(cell: Cell) -> int:
    """The calendar year of a cell. Raises UnreadableError."""
    if isinstance(cell, (date, datetime)):
        return cell.year
    found = _YEAR.fullmatch(_text(cell))
    if found is None or int(found[1]) not in _YEARS:
        raise UnreadableError("看不出是哪一年；请填写如 2026 的年度。")
    return int(found[1])


def scheme_in(cell: Cell) -> Scheme:
    """The scheme of a cell. Raises UnreadableError."""
    text = _text(cell)
    found = scheme_of(text)
    if found is None:
        wanted = "居民、职工两个险种之一"
        raise UnreadableError(f"没有险种；请填写{wanted}。" if not text else f"“{text[:20]}”不是{wanted}的基本医保。")
    return found


def day_of(cell: Cell) -> date:
    """The day of a cell. Raises UnreadableError."""
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    figures = re.findall(r"\d+", _text(cell))
    joined = "".join(part.zfill(2) for part in figures[:3])
    try:
        return date(int(joined[:4]), int(joined[4:6]), int(joined[6:8]))
    except ValueError:
        raise UnreadableError("看不出是哪一天；请填写如 2026-03-01 的日期。") from None


def _text(cell: Cell) -> str:
    """The text of a cell that may hold anything. Raises UnreadableError."""
    text, fault = text_of(cell)
    if fault:
        raise UnreadableError(fault)
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text))
