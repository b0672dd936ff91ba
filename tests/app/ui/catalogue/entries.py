"""Made-up entries."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from review.catalogue.entry import Edition, EditionStatus, Entry, EntryKind, PaymentClass

EDITION = Edition(
    id="x",
    title="样例市药品目录",
    kind=EntryKind.DRUG,
    region="样例市",
    effective_from=date(2025, 1, 1),
    effective_until=None,
    status=EditionStatus.OFFICIAL,
    source="样例市医保局",
)


def an_entry(name: str = "蓝泉丹参", **changes: Any) -> Entry:
    """A drug of class A in the made-up edition."""
    told = {
        "id": "x/1",
        "edition_id": "x",
        "kind": EntryKind.DRUG,
        "official_no": "1",
        "payment_class": PaymentClass.A,
        **changes,
    }
    return Entry(name=name, **told)


def a_product(**changes: Any) -> Entry:
    """A product of a province's workbook."""
    told = {
        "code": "XA01ABC001A001010100001",
        "spec": "0.25g×24片",
        "brand": "青禾",
        "maker": "青禾制药",
        "unit": "盒",
        "payment_class": PaymentClass.B,
        "price_limit": Decimal("1234.5"),
        "listed_name": "蓝泉丹参",
        "listed_form": "口服常释剂型",
        **changes,
    }
    return an_entry("蓝泉丹参片", **told)
