"""Numbers that carry their own proof: the citizen number (GB 11643) and bank cards (Luhn)."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from stdnum import luhn
from stdnum.cn import ric

from ocr.extraction.draft import asking, contradicted, inferred, proven

if TYPE_CHECKING:
    from ocr.extraction.draft import Draft
    from ocr.reading import Cell

CITIZEN = "身份证号校验位成立"
LUHN = "卡号校验位成立"
SPAN = "有效期为整年数"
_SHAPE = re.compile(r"[1-9]\d{16}[\dX]")
_OLD = re.compile(r"\d{15}")
_BIRTH = slice(6, 14)
_SPANS = (5, 10, 20)


def check_citizen(draft: Draft) -> Draft:
    """The citizen number by its check character, then birth date and sex against the number."""
    cell = draft.fields.get("id_number")
    if not cell or not cell.value or "*" in str(cell.value):
        return draft
    if holds(str(cell.value)):
        draft = draft.with_fields({"id_number": proven(cell, CITIZEN)})
        return _against_number(draft, str(cell.value))
    return draft.with_fields({"id_number": _broken(draft, cell)})


def holds(number: str) -> bool:
    """Whether a text is a citizen number: shape, a real birth date, check character; places are not looked up."""
    return (
        _SHAPE.fullmatch(number) is not None
        and born(number) is not None
        and bool(ric.calc_check_digit(number) == number[-1])
    )


def born(number: str) -> str | None:
    """The birth date a citizen number states, as an ISO day; None where that day is none."""
    digits = number[_BIRTH]
    try:
        return date(int(digits[:4]), int(digits[4:6]), int(digits[6:])).isoformat()
    except ValueError:
        return None


def _broken(draft: Draft, cell: Cell) -> Cell:
    """A number that does not hold asks; where the printed birth date alone mends it, it is filled in and asks."""
    number = str(cell.value)
    if _OLD.fullmatch(number):
        return asking(cell, "15位旧身份证号没有校验位，请核对")
    birth = draft.fields.get("birth_date")
    mended = number[:6] + str(birth.value).replace("-", "") + number[14:] if birth else number
    if holds(mended):
        return inferred(cell, mended, f"读作“{number}”，校验位不成立，按出生日期更正，请核对")
    return contradicted(cell, f"身份证号读作“{number}”，校验位不成立")


def _against_number(draft: Draft, number: str) -> Draft:
    """Birth date and sex as the number states them."""
    stated = {"birth_date": born(number) or "", "sex": "女男"[int(number[16]) % 2]}
    changed = {}
    for key, value in stated.items():
        cell = draft.fields.get(key)
        if cell and cell.value == value:
            changed[key] = proven(cell, "与身份证号相符")
        elif cell and cell.value:
            changed[key] = contradicted(cell, f"读作“{cell.text}”，身份证号中为{value}")
    return draft.with_fields(changed)


def check_card(draft: Draft) -> Draft:
    """Bank numbers by Luhn. Passbook accounts need not satisfy it, so a number that does not is only asked about."""
    changed = {}
    for key in ("card_number", "bank_account"):
        cell = draft.fields.get(key)
        if cell and str(cell.value).isdigit():
            sound = bool(luhn.is_valid(str(cell.value)))
            changed[key] = (
                proven(cell, LUHN) if sound else asking(cell, "不合银行卡校验位；存折或一卡通账号请照原件核对")
            )
    return draft.with_fields(changed)


def check_insured(draft: Draft) -> Draft:
    """A social-security card: its bank account by Luhn, its own number has no check digit."""
    card = draft.fields.get("card_number")
    checked = check_card(draft)
    return checked.with_fields({"card_number": card}) if card else checked


def check_validity(draft: Draft) -> Draft:
    """An identity card holds five, ten or twenty years to the day, or for good."""
    first, last = draft.fields.get("valid_from"), draft.fields.get("valid_to")
    if not first or not last or last.value == "长期":
        return draft
    pair = {"valid_from": first, "valid_to": last}
    if str(last.value) in {_years_on(str(first.value), years) for years in _SPANS}:
        return draft.with_fields({key: proven(cell, SPAN) for key, cell in pair.items()})
    reason = f"有效期{first.value}至{last.value}不是五年、十年或二十年，请核对"
    return draft.with_fields({key: asking(replace(cell, proof=None), reason) for key, cell in pair.items()})


def _years_on(day: str, years: int) -> str:
    return f"{int(day[:4]) + years}{day[4:]}" if day[:4].isdigit() else ""
