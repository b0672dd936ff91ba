"""What the treasury's verification site said of a receipt, as a person looked it up and wrote down (policy §3.3)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, datetime


class Answer(StrEnum):
    """``genuine``: known and alike. ``differs``: known with other figures. ``unknown``: not known there.

    ``reversed``: known and cancelled (已冲红). ``unavailable``: the site gave no answer.
    """

    GENUINE = "genuine"
    DIFFERS = "differs"
    UNKNOWN = "unknown"
    REVERSED = "reversed"
    UNAVAILABLE = "unavailable"


@dataclass(frozen=True, slots=True, kw_only=True)
class Verification:
    """One answer, never changed; a later one stands beside it.

    Attributes:
        document_id: the receipt of the claim.
        invoice_code, invoice_number, total: what was asked for, as the receipt read then (total as plain decimal).
        checked_on: the day the site was asked.
        times: how often the site says the receipt was asked for, or None.
        note: what the person wrote (Chinese), where it differs for instance.
        page_id: a page of the claim that shows the answer (screenshot), or None.
        by, at: who wrote it down and when.
    """

    document_id: int
    invoice_code: str
    invoice_number: str
    total: str
    answer: Answer
    checked_on: date
    times: int | None = None
    note: str = ""
    page_id: int | None = None
    by: str = ""
    at: datetime | None = None
