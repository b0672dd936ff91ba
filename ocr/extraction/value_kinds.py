"""What sort of value each key holds: how sure it must be, and how another reading of it is understood."""

from __future__ import annotations

MONEY = frozenset(
    {"total_amount", "amount", "unit_price", "quantity", "pooled_fund_paid", "other_paid", "account_paid", "cash_paid",
     "self_pay", "self_expense", "tax"}
)  # fmt: skip
CODES = frozenset(
    {"invoice_code", "invoice_number", "check_code", "hospital_number", "outpatient_number", "code", "id_number",
     "card_number", "bank_account"}
)  # fmt: skip

INDEX = "~index"
"""The printed serial number of a line; read to find lost lines, shown nowhere."""


_PRIVATE_MONEY = frozenset(
    {"~civil", "~teacher", "~aid", "~large", "~serious", "~fund", "~hospital", "~prepaid", "~added", "~returned",
     "~proportion"}
)  # fmt: skip


def is_money(key: str) -> bool:
    """Whether a key holds a figure that equations may bind."""
    return key in MONEY or key in _PRIVATE_MONEY


def kind_of(key: str) -> str:
    """``money``, ``count`` (quantities), ``code``, ``day`` or ``text``: what calibration tells apart."""
    if key == "quantity":
        return "count"
    if is_money(key):
        return "money"
    if key in CODES:
        return "code"
    return "day" if key.endswith("date") else "text"
