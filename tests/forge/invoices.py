"""Pharmacy VAT invoices: the older electronic one with code, number and check code, and the fully digital one."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from tests.forge.codes import code_picture
from tests.forge.facts import Fact, Facts, money, on_day, told
from tests.forge.figures import fen, in_words
from tests.forge.job import Job, Row
from tests.forge.paper import Paper, Said
from tests.forge.press import press
from tests.forge.stock import any_case, stock
from tests.forge.style import any_style, table

if TYPE_CHECKING:
    from random import Random

    from tests.forge.case import Case, Charge
    from tests.forge.style import Style

KIND = "pharmacy_invoice"
NARROW = 120
"""Millimetres of paper beside whose title there is no room for a code."""
CLASSES = {"西药费": "化学药品制剂", "中成药费": "中成药", "中药饮片": "中药饮片", "卫生材料费": "医疗仪器器械"}


def _gross(charge: Charge) -> Row:
    """A line as tills print it: with tax, and nothing said of it."""
    return {key: charge.row[key] for key in ("name", "spec", "unit", "quantity", "unit_price", "amount")}


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


def rows_of(case: Case, rng: Random, *, gross: bool = False) -> list[Row]:
    """A few goods that a pharmacy sells, at one rate; ``gross`` with the tax in their prices."""
    rate = rng.choice((Decimal("0.13"), Decimal("0.13"), Decimal("0.03"), Decimal("0.01"), Decimal(0)))
    sold = [c for c in case.charges if c.category in CLASSES and c.quantity > 0][: rng.randint(1, 6)]
    return [_gross(charge) if gross else _row(charge, rate) for charge in sold]


def _sum(rows: list[Row], *keys: str) -> Decimal:
    amounts = [Decimal(row[key]) for row in rows for key in keys if row.get(key, "***") != "***"]
    return sum(amounts, Decimal("0.00"))


def invoice_facts(case: Case, style: Style, rows: list[Row], rng: Random) -> Facts:
    """Everything an invoice may print."""
    total = _sum(rows, "amount", "tax")
    seller = rng.choice(stock()["counties"]) + rng.choice(stock()["pharmacies"])
    number = f"{rng.randrange(10**7, 10**8)}"
    tax_number = f"9136072{rng.randrange(10**8, 10**9)}X{rng.choice('ABCDEF')}"
    return {
        "invoice_code": told("invoice_code", f"0{rng.randrange(10**10, 10**11)}"),
        "invoice_number": told("invoice_number", number),
        "machine_number": Fact(number),
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
        "serial_number": Fact(f"{number}01"),
        "receivable": Fact(style.money(total)),
        "account_paid": Fact(style.money(total)),
        "cash_paid": Fact(style.money(fen(Decimal(0)))),
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


def _names(case: Case, facts: Facts) -> dict[str, str]:
    """What titles may name."""
    return {"province": case.stay.province, "pharmacy": facts["seller"].text}


def _drawn(case: Case, style: Style, form: dict[str, Any], rng: Random) -> tuple[Paper, Facts, float]:
    """A form filled in: the paper, what it says, and how far down it reaches."""
    rows = rows_of(case, rng, gross=form.get("gross", False))
    facts = invoice_facts(case, style, rows, rng)
    if form["digital"]:
        facts["invoice_number"] = facts["long_number"]
        facts = {name: fact for name, fact in facts.items() if name != "invoice_code"}
    paper = Paper(form.get("kind", KIND), tuple(form.get("size", (210.0, 140.0))), style)
    paper.layout = str(form["name"])
    return paper, facts, press(paper, form["sections"], Job(facts, rows, _names(case, facts)), 6.0)


def _forms(kind: str) -> list[dict[str, Any]]:
    return [form for form in table("invoices")["forms"] if form.get("kind", KIND) == kind]


def pharmacy_invoice(case: Case, style: Style, rng: Random) -> Paper:
    """One invoice: of the older, of the fully digital form, or from the roll of a till."""
    form = rng.choice(_forms(KIND))
    paper, facts, bottom = _drawn(case, style, form, rng)
    picture = code_picture(code_text(facts, digital=form["digital"]), "QRCode", paper.px(19))
    paper.image.paste(picture, (paper.px(paper.left), paper.px(bottom + 2 if paper.size[0] < NARROW else 5)))
    return paper


def ticket(rng: Random) -> Paper:
    """What a pharmacy's till prints: no invoice, whatever it lists; nothing on it counts."""
    style = any_style(rng, overprint=0)
    paper, *_ = _drawn(any_case(rng, visit=True, lines=(20, 30)), style, rng.choice(_forms("other")), rng)
    paper.said = Said("other")
    return paper
