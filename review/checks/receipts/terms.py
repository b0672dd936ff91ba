"""The figures the checks of receipts work with, out of resources/checks/receipts.toml (sources stand there)."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING

from resources import ROOT

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiptTerms:
    """What counts as near, often or much.

    Attributes:
        medical: third and fourth digit of the code of a medical receipt.
        near: numbers that differ by at most so much are neighbours.
        days_apart: neighbours issued so many days apart are told.
        other_claims: so many claims of other people with neighbouring numbers are told.
        run: so many receipts of one person in an unbroken run are told.
        own_floor, others_floor: equal sums of one person, or of two, count from here on, yuan.
        bits: pages that differ in at most so many bits show the same paper.
        queries: a receipt asked for more often at the treasury's site is told.
        provinces: first two digits of the code by the first two characters of the province's name.
    """

    medical: str
    near: int
    days_apart: int
    other_claims: int
    run: int
    own_floor: Decimal
    others_floor: Decimal
    bits: int
    queries: int
    provinces: Mapping[str, str]


@cache
def receipt_terms() -> ReceiptTerms:
    """The shipped figures, read once."""
    table = tomllib.loads((ROOT / "checks" / "receipts.toml").read_text(encoding="utf-8"))
    return ReceiptTerms(
        **table["numbers"],
        own_floor=Decimal(table["again"]["own_floor"]),
        others_floor=Decimal(table["again"]["others_floor"]),
        bits=table["likeness"]["bits"],
        queries=table["site"]["queries"],
        provinces=table["provinces"],
    )
