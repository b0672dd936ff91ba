"""What the look-ups keep of a receipt, a page and a line, as plain rows: pure functions of what the paper says."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from review.catalogue.entry import Printed
from review.catalogue.memory import signature
from review.catalogue.names import normalise
from review.checks.paperwork import day
from review.checks.receipts.marks import number_key
from review.money import fen, parse_money

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from decimal import Decimal

RECEIPT_KEYS = (
    "invoice_code",
    "invoice_number",
    "check_code",
    "payer",
    "institution",
    "buyer",
    "seller",
    "hospital_number",
    "discharge_date",
    "visit_date",
    "issue_date",
    "total_amount",
)
"""Cells of a receipt that its head is made of."""
ARTICLE_KEYS = ("name", "spec", "unit", "unit_price")
"""Cells of a line that tell its article and price."""
_SERIAL_DIGITS = 18
_BANDS, _DIGITS = 4, 4
_LIKENESS = 16
_PLACES = 6
_ILLNESS = 60


def receipt_head(
    cells: Mapping[str, str], hospital: str, *, electronic: bool = False, invoice: bool = False
) -> dict[str, Any]:
    """The columns of seen_receipts.

    Args:
        cells: fields of the paper.
        hospital: the claim's, where the paper names none.
        electronic: whether it came as an electronic receipt, whatever it prints.
        invoice: whether it is a pharmacy's invoice, which the treasury's site does not know.
    """
    text = {key: cells.get(key, "").strip() for key in RECEIPT_KEYS}
    number = number_key(text["invoice_number"])
    return {
        "invoice_code": text["invoice_code"],
        "invoice_number": text["invoice_number"],
        "code_key": number_key(text["invoice_code"]),
        "number_key": number,
        "stay_key": number_key(text["hospital_number"]),
        "serial": int(number) if number.isascii() and number.isdigit() and len(number) <= _SERIAL_DIGITS else None,
        "check_code": text["check_code"],
        "payer": text["payer"] or text["buyer"],
        "institution": text["institution"] or text["seller"] or hospital,
        "stay_number": text["hospital_number"],
        "day": day(text["issue_date"]) or day(text["discharge_date"]) or day(text["visit_date"]),
        "issued_on": day(text["issue_date"]),
        "total": _yuan(text["total_amount"]),
        "electronic": not invoice and (electronic or bool(text["check_code"])),
    }


def bands(likeness: str) -> tuple[int, ...]:
    """The four bands of a likeness of 16 hexadecimal digits; none of anything else."""
    if len(likeness) != _LIKENESS:
        return ()
    try:
        return tuple(int(likeness[at * _DIGITS : (at + 1) * _DIGITS], 16) for at in range(_BANDS))
    except ValueError:
        return ()


def priced(cells: Mapping[str, str]) -> tuple[str, str] | None:
    """The article of a line (name, strength and unit in one way of writing) and its unit price; None without either."""
    article = signature(Printed(cells.get("name", ""), cells.get("spec", ""), cells.get("unit", "")))
    price = parse_money(cells.get("unit_price", ""))
    if not article or price is None or price <= 0:
        return None
    return article, f"{round(price, _PLACES).normalize():f}"


def illness(diagnoses: Sequence[str]) -> str:
    """The principal diagnosis, which is printed first, in one way of writing; empty where none is known."""
    return normalise(diagnoses[0])[:_ILLNESS] if diagnoses else ""


def _yuan(text: str) -> Decimal | None:
    amount = parse_money(text)
    return None if amount is None else fen(amount)
