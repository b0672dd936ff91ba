"""Figures as paper prints them: amounts in words, citizen numbers. Written apart from the project's own, to test it."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

DIGITS = "零壹贰叁肆伍陆柒捌玖"
PLACES = ("", "拾", "佰", "仟")
WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)


def fen(value: Decimal) -> Decimal:
    """The amount to the fen, halves up."""
    return value.quantize(Decimal("0.01"), ROUND_HALF_UP)


def _group(number: int) -> str:
    """Up to four digits in words, with one zero where digits were skipped."""
    text, zero = "", False
    for place in (3, 2, 1, 0):
        digit = number // 10**place % 10
        if digit:
            text += ("零" if zero and text else "") + DIGITS[digit] + PLACES[place]
        zero = digit == 0 if digit or text else zero
    return text


def _whole(number: int) -> str:
    """A whole number below 100 million in words."""
    high, low = divmod(number, 10_000)
    if not high:
        return _group(low) or "零"
    gap = "零" if low and low < 1000 else ""
    return f"{_group(high)}万{gap}{_group(low)}"


def in_words(amount: Decimal) -> str:
    """A positive amount in capital words, as receipts print it."""
    whole, cents = divmod(int(fen(amount) * 100), 100)
    jiao, rest = divmod(cents, 10)
    text = f"{_whole(whole)}元"
    if not cents:
        return f"{text}整"
    text += f"{DIGITS[jiao]}角" if jiao else "零"
    return text + (f"{DIGITS[rest]}分" if rest else "")


def citizen_number(region: str, born: date, serial: int) -> str:
    """A made-up citizen number with a right check digit; odd serials are men's."""
    body = f"{region}{born:%Y%m%d}{serial:03d}"
    check = "10X98765432"[sum(int(d) * w for d, w in zip(body, WEIGHTS, strict=True)) % 11]
    return body + check
