"""Marks by which a paper is known again: numbers and names of hospitals in one way of writing."""

from __future__ import annotations

import re
import unicodedata
from itertools import product
from typing import TYPE_CHECKING

from rapidfuzz import fuzz

from review.checks.paperwork import day, decimal
from review.claim.moves import STATE_NAMES

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date
    from decimal import Decimal

    from review.checks.past import SeenReceipt, SimilarPage
    from review.claim.claim import Claim
    from review.claim.paper import Document

    Elsewhere = SeenReceipt | SimilarPage

_ASIDE = re.compile(r"[(\[【〔](?P<said>[^()\[\]【】〔〕]*)[)\]】〕]")
_SEAL = re.compile(r"(?:医疗|住院|门诊|财务|收费|结算|票据|发票)*(?:专用)?章$")
_BODY = re.compile(r".*(?:医院|院|中心|所|诊所|药店|药房|公司|站)")
_NUMERALS = str.maketrans("一二三四五六七八九", "123456789")
_ORDINAL = re.compile(r"[\d十]+")
_ALIKE = 85
_NAMED = 3
_TELLING = 4
"""A name of fewer characters says too little to be found within another."""


def plain(text: str) -> str:
    """What is printed, in half-width characters and without blanks."""
    return "".join(unicodedata.normalize("NFKC", text).split())


def number_key(text: str) -> str:
    """A code or number without blanks, signs and leading zeros, in plain capitals; empty where there is none."""
    return "".join(c for c in plain(text).upper() if c.isalnum()).lstrip("0")


def same_hospital(one: str, other: str) -> bool:
    """Whether two printed names may well mean one hospital: equal, cut short, with a branch, or badly read.

    A second name in brackets counts; names whose ordinals differ (第一, 第二) are two. An empty name is no hospital's.
    """
    return any(_alike(*pair) for pair in product(_names(one), _names(other)))


def _written(name: str) -> str:
    return plain(name).translate(_NUMERALS)


def _names(name: str) -> set[str]:
    second = {match["said"] for match in _ASIDE.finditer(_written(name)) if _BODY.fullmatch(match["said"])}
    return {_SEAL.sub("", _ASIDE.sub("", _written(name))), *second} - {""}


def _alike(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    if short == long or (len(short) >= _TELLING and short in long):
        return True
    return _ORDINAL.findall(one) == _ORDINAL.findall(other) and fuzz.ratio(one, other) >= _ALIKE


def hospital_of(claim: Claim, document: Document) -> str:
    """Who issued a receipt or invoice: as printed on it, else the hospital of the claim."""
    return document.text("institution") or document.text("seller") or claim.care.hospital


def claims_of(others: Iterable[Elsewhere]) -> tuple[str, ...]:
    """Numbers of the claims where something lies too, each once."""
    return tuple(dict.fromkeys(other.claim for other in others))


def called_claims(others: Sequence[Elsewhere]) -> str:
    """How those claims are called in messages: the first few with how far they have come, and how many they are."""
    states = {other.claim: STATE_NAMES[other.state] for other in others}
    told = "、".join(f"{claim}（{state}）" for claim, state in list(states.items())[:_NAMED])
    return f"报销单{told}" + (f"等{len(states)}单" if len(states) > _NAMED else "")


def total_of(document: Document) -> Decimal | None:
    """The total of a receipt, yuan; None where there is none or a person must still look at it."""
    cell = document.values.get("total_amount")
    return decimal(cell.value) if cell and not cell.standing.asks else None


def stay_number_of(document: Document) -> str:
    """The number of the stay in one way of writing; empty where none is printed or it is in doubt."""
    cell = document.values.get("hospital_number")
    return number_key(cell.value) if cell and not cell.standing.asks else ""


def in_doubt(document: Document, key: str) -> bool:
    """Whether a person must still look at a field."""
    cell = document.values.get(key)
    return cell is not None and cell.standing.asks


def days_of(document: Document) -> tuple[date, ...]:
    """The days a receipt may be known by: of issue, discharge and visit."""
    from_cells = (day(document.text(key)) for key in ("issue_date", "discharge_date", "visit_date"))
    return tuple(found for found in from_cells if found)
