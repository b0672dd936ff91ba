"""The columns under which entries are listed, wherever they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.ui.tables.columns import Chip, Column
from app.ui.widgets.badge import Tone
from review.catalogue.entry import Entry, PaymentClass
from review.money import thousands

if TYPE_CHECKING:
    from decimal import Decimal

translate = QCoreApplication.translate
_TONES = {PaymentClass.A: Tone.OK, PaymentClass.B: Tone.BRAND, PaymentClass.C: Tone.PLAIN}


def class_chips(entry: Entry) -> tuple[Chip, ...]:
    """The class as a pill."""
    return (Chip(entry.payment_class.label, _TONES[entry.payment_class]),)


def price(amount: Decimal | None) -> str:
    """A limit in yuan, or nothing."""
    return "" if amount is None else thousands(amount)


def price_words(entry: Entry) -> str:
    """What the fund pays at most: the negotiated standard as printed, or the price limit."""
    return entry.payment_standard or price(entry.price_limit)


def form_words(entry: Entry) -> str:
    """Dosage form and strength, whatever there is of them."""
    return " ".join(filter(None, (entry.dosage_form, entry.spec)))


def entry_columns() -> tuple[Column[Entry], ...]:
    """Class, number or code, name, form, unit, limit, price."""
    return (
        Column(id="class", title=translate("entries", "类"), text=_class, chips=class_chips, width=48),
        Column(id="number", title=translate("entries", "编号/代码"), text=lambda e: e.code or e.official_no, width=84),
        Column(id="name", title=translate("entries", "名称"), text=lambda e: e.name, width=140, stretch=True),
        Column(id="form", title=translate("entries", "剂型/规格"), text=form_words, width=96, yields=2),
        Column(id="unit", title=translate("entries", "单位"), text=lambda e: e.unit, width=52, yields=5),
        Column(
            id="limit",
            title=translate("entries", "支付限定"),
            text=lambda e: e.remark,
            tint=lambda _: "mute",
            width=120,
            stretch=True,
            yields=3,
        ),
        Column(
            id="price",
            title=translate("entries", "支付标准/限价"),
            text=price_words,
            numeric=True,
            width=88,
            yields=4,
        ),
    )


def _class(entry: Entry) -> str:
    return entry.payment_class.label
