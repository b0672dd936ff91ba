"""Numbers that name people and bodies: citizen number, unified social credit code, bank card (soft check only)."""

from __future__ import annotations

import re
from datetime import date

from stdnum import luhn
from stdnum.cn import ric, uscc

_CITIZEN = re.compile(r"[1-9]\d{16}[\dX]")
CITIZEN_LENGTH = 18
_SHOWN_HEAD, _SHOWN_TAIL = 6, 4


def is_citizen_number(number: str) -> bool:
    """Whether the text is an 18-character citizen number: shape, a real birth date, and check digit (GB 11643).

    The place is not looked up: districts are renamed, and a number outlives them.
    """
    return (
        _CITIZEN.fullmatch(number) is not None
        and birth_date(number) is not None
        and ric.calc_check_digit(number) == number[-1]
    )


def birth_date(number: str) -> date | None:
    """The birth date a citizen number states, or None where it states none."""
    try:
        return (
            date(int(number[6:10]), int(number[10:12]), int(number[12:14])) if len(number) == CITIZEN_LENGTH else None
        )
    except ValueError:
        return None


def sex(number: str) -> str | None:
    """男 or 女 by the odd or even 17th digit of a citizen number; None where the number does not hold."""
    return "女男"[int(number[16]) % 2] if is_citizen_number(number) else None


def age_on(number: str, day: date) -> int | None:
    """Full years of age on that day; None where the number does not hold or the day lies before birth."""
    born = birth_date(number) if is_citizen_number(number) else None
    if born is None or day < born:
        return None
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def is_uscc(code: str) -> bool:
    """Whether the text is a unified social credit code of 18 characters with its check character (GB 32100)."""
    return bool(uscc.is_valid(code))


def passes_luhn(number: str) -> bool:
    """Whether the digits pass Luhn's check. Soft: passbook and 一卡通 accounts need not."""
    return bool(luhn.is_valid(number))


def masked(number: str) -> str:
    """The number with its middle hidden: the first 6 and last 4 characters stay, of short ones only the last 4."""
    head = number[:_SHOWN_HEAD] if len(number) > _SHOWN_HEAD + _SHOWN_TAIL else ""
    tail = number[-_SHOWN_TAIL:] if len(number) > _SHOWN_TAIL else ""
    return head + "*" * (len(number) - len(head) - len(tail)) + tail
