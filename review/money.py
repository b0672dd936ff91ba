"""Money: rounding to the fen, reading printed amounts, and amounts in Chinese capitals (大写). Decimal throughout."""

from __future__ import annotations

import re
import unicodedata
from decimal import ROUND_HALF_UP, Decimal

CENT = Decimal("0.01")
LIMIT = 10**14
"""Amounts in words stay below this many yuan (the national platform's amounts are 16,2)."""

_DIGITS = "零壹贰叁肆伍陆柒捌玖"
_UNITS = ((10**8, "亿"), (10**4, "万"), (1000, "仟"), (100, "佰"), (10, "拾"))
_VARIANTS = str.maketrans(
    "〇○一弌壱二貳弐三參叄参四五六陸七八九千百十萬億圆圓", "零零壹壹壹贰贰贰叁叁叁叁肆伍陆陆柒捌玖仟佰拾万亿元元"
)
_PRINTED = re.compile(r"([-−]?)¥?([-−]?)(\d{1,3}(?:,\d{3})+|\d{1,16})(\.\d{1,8})?元?")
_D = f"[{_DIGITS}]"
_SECTION = re.compile(f"零?(?:({_D})仟)?零?(?:({_D})佰)?零?(?:({_D})拾)?零?({_D})?")
_FRACTION = re.compile(f"零?(?:({_D})角)?零?(?:({_D})分)?[整正]?")


def fen(value: Decimal | int | str) -> Decimal:
    """The amount in yuan rounded half up to the fen; ties go away from zero."""
    return Decimal(value).quantize(CENT, rounding=ROUND_HALF_UP)


def thousands(amount: Decimal | int | str) -> str:
    """The amount to the fen with thousands separators: ``1,234.50``."""
    return f"{fen(amount):,.2f}"


def parse_money(text: str) -> Decimal | None:
    """The amount a cell shows, yuan, digits kept as printed; None where it is no plain amount.

    Accepts full-width characters, a currency sign, thousands separators where they stand right, a minus sign, 元 at
    the end, and blanks. Words, exponents, percentages and several numbers give None.
    """
    plain = re.sub(r"\s", "", unicodedata.normalize("NFKC", text)).removeprefix("人民币").removeprefix("RMB")
    found = _PRINTED.fullmatch(plain)
    if found is None or (found[1] and found[2]):
        return None
    amount = Decimal(found[3].replace(",", "") + (found[4] or ""))
    return -amount if found[1] or found[2] else amount


def in_words(amount: Decimal | int | str) -> str:
    """The amount in Chinese capitals as receipts print it, rounded to the fen: ``壹佰捌拾捌元伍角整``.

    Raises:
        ValueError: the amount is too large to be one of ours, or not a number.
    """
    value = Decimal(amount)
    if not value.is_finite() or abs(value) >= LIMIT:
        raise ValueError(f"amount out of range: {amount}")
    yuan, cents = divmod(int(abs(fen(value)) * 100), 100)
    sign = "负" if value < 0 else ""
    if not yuan and not cents:
        return "零元整"
    whole = f"{_whole(yuan)}元" if yuan else ""
    return sign + whole + (_fraction(cents, after_yuan=bool(yuan)) if cents else "整")


def parse_words(text: str) -> Decimal | None:
    """The amount in yuan that capitals say; None where they are not a well-formed amount.

    Accepts 整, 正 or neither at the end, 圆 for 元, 萬 for 万, 貳 for 贰 and other variants, 人民币 before, and blanks.
    """
    normal = unicodedata.normalize("NFKC", text)
    plain = re.sub(r"[\s:。.()]|人民币|大写", "", normal).translate(_VARIANTS)
    sign = -1 if plain.startswith("负") else 1
    before, mark, after = plain.removeprefix("负").partition("元")
    whole, rest = (before, after) if mark else ("零", before)
    yuan, fraction = _number(whole), _FRACTION.fullmatch(rest)
    if yuan is None or yuan >= LIMIT or fraction is None or not (mark or fraction[1] or fraction[2]):
        return None
    return sign * (yuan + Decimal(f"0.{_digit(fraction[1])}{_digit(fraction[2])}"))


def _whole(number: int) -> str:
    for unit, sign in _UNITS:
        if number >= unit:
            high, low = divmod(number, unit)
            gap = "零" if low < unit // 10 else ""
            return _whole(high) + sign + (gap + _whole(low) if low else "")
    return _DIGITS[number]


def _fraction(cents: int, *, after_yuan: bool) -> str:
    tenths, hundredths = divmod(cents, 10)
    if not hundredths:
        return f"{_DIGITS[tenths]}角整"
    jiao = f"{_DIGITS[tenths]}角" if tenths else "零" * after_yuan
    return f"{jiao}{_DIGITS[hundredths]}分"


def _digit(character: str | None) -> int:
    return _DIGITS.index(character) if character else 0


def _number(words: str) -> int | None:
    for unit, sign in _UNITS[:2]:
        high, mark, low = words.rpartition(sign)
        if mark:
            return _joined(_number(high), _number(low or "零"), unit)
    found = _SECTION.fullmatch(words) if words else None
    return int("".join(str(_digit(part)) for part in found.groups())) if found else None


def _joined(upper: int | None, lower: int | None, unit: int) -> int | None:
    if upper is None or lower is None or max(upper, lower) >= unit:
        return None
    return upper * unit + lower
