"""Pharmacy VAT invoices: the older electronic one with code, number and check code, and the fully digital one."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from tests.forge.codes import code_picture
from tests.forge.facts import Fact, Facts, money, on_day, told
from tests.forge.figures import fen, in_words
from tests.forge.job import Job, Row
from tests.forge.paper import Paper
from tests.forge.press import press
from tests.forge.stock import stock
from tests.forge.style import Style, table

if TYPE_CHECKING:
    from random import Random

    from tests.forge.case import Case, Charge

KIND = "pharmacy_invoice"
CLASSES = {"西药费": "化学药品制剂", "中成药费": "中成药", "中药饮片": "中药饮片", "卫生材料费": "医疗仪器器械"}


def _row(charge: Charge, rate: Decimal) -> Row:
    """A line without tax, and its tax; both to the fen."""
    net = fen(charge.amount / (1 + rate))
    price = (net / charge.quantity).quantize(Decimal("0.000001"))
    return {
        "name": f"*{CLASSES[charge.category]}*{charge.name}",
        "spec": charge.spec,
        "unit": charge.unit,
        "quantity": f"{charge.quantity.normalize():f}",
        "unit_price": f"{price.normalize():f}",
        "amount": f"{net}",
        "tax_rate": f"{rate * 100:.0f}%" if rate else "免税",
        "tax": f"{charge.amount - net}" if rate else "***",
    }


def rows_of(case: Case, rng: Random) -> list[Row]:
    """A few goods that a pharmacy sells, at one rate."""
    rate = rng.choice((Decimal("0.13"), Decimal("0.13"), Decimal("0.03"), Decimal("0.01"), Decimal(0)))
    sold = [c for c in case.charges if c.category in CLASSES and c.quantity > 0][: rng.randint(1, 6)]
    return [_row(charge, rate) for charge in sold]


def _sum(rows: list[Row], *keys: str) -> Decimal:
    amounts = [Decimal(row[key]) for row in rows for key in keys if row[key] != "***"]
    return sum(amounts, Decimal("0.00"))


def invoice_facts(case: Case, style: Style, rows: list[Row], rng: Random) -> Facts:
    """Everything an invoice may print."""
    total = _sum(rows, "amount", "tax")
    seller = rng.choice(stock()["counties"]) + rng.choice(stock()["pharmacies"])
    tax_number = f"9136072{rng.randrange(10**8, 10**9)}X{rng.choice('ABCDEF')}"
    return {
        "invoice_code": told("invoice_code", f"0{rng.randrange(10**10, 10**11)}"),
        "invoice_number": told("invoice_number", f"{rng.randrange(10**7, 10**8)}"),
        "long_number": told("invoice_number", f"25{rng.randrange(10**17, 10**18)}"),
        "check_code": told("check_code", f"{rng.randrange(10**19, 10**20)}"),
        "issue_date": on_day("issue_date", case.receipt.issued, style),
        "buyer": told("buyer", case.person.name),
        "seller": told("seller", seller),
        "seller_tax": Fact(tax_number),
        "net_total": Fact(f"¥{_sum(rows, 'amount')}"),
        "tax_total": Fact(f"¥{_sum(rows, 'tax')}" if _sum(rows, "tax") else "***"),
        "total_amount": Fact(f"¥{total}", money("total_amount", total, style).says),
        "total_in_words": told("total_in_words", in_words(total)),
        "cashier": Fact(case.receipt.clerks[0]),
        "checker": Fact(case.receipt.clerks[1]),
    }


def code_text(facts: Facts, *, digital: bool) -> str:
    """The content of the code: kind, code, number, amount, day, check code, a checksum."""
    said = {
        key: value for name in ("issue_date", "total_amount", "check_code") for key, value in facts[name].says.items()
    }
    day = str(said["issue_date"]).replace("-", "")
    if digital:
        return f"01,32,,{facts['long_number'].text},{said['total_amount']},{day},,8E5C"
    net = facts["net_total"].text.removeprefix("¥")
    return f"01,10,{facts['invoice_code'].text},{facts['invoice_number'].text},{net},{day},{said['check_code']},A1F3"


def pharmacy_invoice(case: Case, style: Style, rng: Random) -> Paper:
    """One invoice, of the older or of the fully digital form."""
    form = rng.choice(table("invoices")["forms"])
    rows = rows_of(case, rng)
    facts = invoice_facts(case, style, rows, rng)
    if form["digital"]:
        facts["invoice_number"] = facts["long_number"]
        facts = {name: fact for name, fact in facts.items() if name != "invoice_code"}
    paper = Paper(KIND, (210.0, 140.0), style)
    paper.layout = str(form["name"])
    press(paper, form["sections"], Job(facts, rows, {"province": case.stay.province}), 6.0)
    picture = code_picture(code_text(facts, digital=form["digital"]), "QRCode", paper.px(19))
    paper.image.paste(picture, (paper.px(paper.left), paper.px(5)))
    return paper
