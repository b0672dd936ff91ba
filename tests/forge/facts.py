"""What a case says, fact by fact, in the words of one hospital: the text to print and the truth it stands for."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING

from tests.forge.figures import in_words

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from random import Random

    from tests.forge.case import Case
    from tests.forge.style import Style

ZERO = Decimal("0.00")


@dataclass(frozen=True)
class Fact:
    """A text on paper, and the fields of the reading contract it gives; none where a reader need not know it."""

    text: str
    says: Mapping[str, object] = field(default_factory=dict)


Facts = dict[str, Fact]


def told(key: str, text: str) -> Fact:
    """A fact that is printed as it is."""
    return Fact(text, {key: text})


def on_day(key: str, day: date, style: Style) -> Fact:
    """A date."""
    return Fact(style.day(day), {key: day.isoformat()})


def money(key: str, amount: Decimal, style: Style) -> Fact:
    """An amount."""
    return Fact(style.money(amount), {key: f"{amount}"})


def span(case: Case, style: Style) -> Fact:
    """Both ends of a stay in one text."""
    first, last = style.day(case.stay.admitted), style.day(case.stay.discharged)
    form = style.pick("span", ["{}至{}", "{}至{}", "{}-{}", "{} 至 {}", "{}~{}", "自{}至{}止"])
    ends = {"admission_date": case.stay.admitted.isoformat(), "discharge_date": case.stay.discharged.isoformat()}
    return Fact(form.format(first, last), ends)


def person_facts(case: Case, style: Style, rng: Random) -> Facts:
    """Who was treated, where and when."""
    stay, person = case.stay, case.person
    age = str(person.age_on(stay.admitted))
    return {
        "patient": told("patient", person.name),
        "sex": told("sex", person.sex),
        "age": Fact(age + style.pick("age form", ["岁", "岁", ""]), {"age": age}),
        "hospital_number": told("hospital_number", stay.number),
        "department": told("department", stay.department),
        "institution": told("institution", stay.hospital),
        "admission_date": on_day("admission_date", stay.admitted, style),
        "discharge_date": on_day("discharge_date", stay.discharged, style),
        "stay_time": span(case, style),
        "bed": Fact(f"{rng.randint(1, 68)}{rng.choice(('', '床', '+1'))}"),
        "days": Fact(f"{(stay.discharged - stay.admitted).days}{rng.choice(('天', '', '日'))}"),
        "insurance_type": told("insurance_type", case.receipt.insurance_type),
        "record_number": Fact(f"{rng.randrange(10**7, 10**9)}"),
        "printed_on": Fact(style.day(case.receipt.issued)),
        "period": Fact(f"{stay.admitted}至{stay.discharged}"),
    }


def paid(case: Case) -> dict[str, Decimal]:
    """How a bill was paid: fund, others, account and cash are the total, self-pay and expense what the patient paid."""
    receipt = case.receipt
    own = case.total - receipt.pooled - receipt.other
    return {
        "pooled_fund_paid": receipt.pooled,
        "other_paid": receipt.other,
        "account_paid": receipt.account,
        "cash_paid": own - receipt.account,
        "self_pay": own - min(own, receipt.expense),
        "self_expense": min(own, receipt.expense),
    }


def _prepaid(case: Case, style: Style) -> Facts:
    """What was paid before and what was settled at the end."""
    cash = paid(case)["cash_paid"]
    before = (cash // 1000 + style.pick("prepaid", [0, 0, 1, 2])) * 1000
    before = max(before, Decimal(0)).quantize(Decimal("0.01"))
    return {
        "prepaid": Fact(style.money(before)),
        "topped_up": Fact(style.money(max(cash - before, ZERO))),
        "refunded": Fact(style.money(max(before - cash, ZERO))),
        "deductible": Fact(style.money(Decimal(style.pick("deductible", ["0.00", "400.00", "600.00", "1000.00"])))),
    }


def receipt_facts(case: Case, style: Style, rng: Random) -> Facts:
    """Everything a receipt may print."""
    receipt, stay = case.receipt, case.stay
    person = person_facts(case, style, rng)
    identity = case.person.id_number
    return {
        **person,
        "payer": told("payer", case.person.name),
        "credit_code": Fact(f"{identity[:6]}********{identity[-4:]}" if rng.random() < 0.6 else ""),
        "invoice_code": told("invoice_code", receipt.code),
        "invoice_number": told("invoice_number", receipt.number),
        "check_code": told("check_code", receipt.check_code),
        "issue_date": on_day("issue_date", receipt.issued, style),
        "total_amount": money("total_amount", case.total, style),
        "total_in_words": told("total_in_words", in_words(case.total)),
        "outpatient_number": told("outpatient_number", stay.number),
        "visit_date": on_day("visit_date", stay.admitted, style),
        "institution_type": told("institution_type", stay.hospital_type),
        "serial": Fact(f"{rng.randrange(10**11, 10**12)}"),
        "insurance_number": Fact(f"{rng.randrange(10**9, 10**10)}" if rng.random() < 0.5 else ""),
        "cashier": Fact(receipt.clerks[1]),
        "checker": Fact(receipt.clerks[0]),
        **_prepaid(case, style),
        **{key: money(key, amount, style) for key, amount in paid(case).items()},
    }
