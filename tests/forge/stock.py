"""What chance draws from: people, hospitals, illnesses and goods, kept in stock.toml."""

from __future__ import annotations

import tomllib
from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.forge.case import Case, Charge, Person, Receipt, Stay
from tests.forge.figures import citizen_number

if TYPE_CHECKING:
    from random import Random

STOCK = Path(__file__).with_name("stock.toml")


@cache
def stock() -> dict[str, Any]:
    """The tables of stock.toml."""
    return tomllib.loads(STOCK.read_text(encoding="utf-8"))


def any_name(rng: Random) -> str:
    """A made-up name of two or three characters."""
    table = stock()
    return "".join((rng.choice(table["surnames"]), *rng.sample(table["given"], rng.choice((1, 2, 2)))))


def any_person(rng: Random) -> Person:
    """A grown person of the insured county."""
    born = date(1938, 1, 1) + timedelta(days=rng.randrange(68 * 365))
    serial = rng.randrange(2, 1000)
    return Person(
        name=any_name(rng),
        sex="男" if serial % 2 else "女",
        born=born,
        id_number=citizen_number("360722", born, serial),
    )


def any_stay(rng: Random) -> Stay:
    """A stay of some days in 2025, or one visit."""
    table = stock()
    province, town = rng.choice(table["towns"])
    illness = rng.choice(table["illnesses"])
    admitted = date(2025, 1, 2) + timedelta(days=rng.randrange(320))
    return Stay(
        hospital=town + rng.choice(table["hospitals"]),
        hospital_type=rng.choice(("综合医院", "公立医院", "三级甲等", "专科医院")),
        province=province,
        level=rng.choice(("三级", "二级")),
        department=illness["department"],
        number=f"{rng.randrange(10**6, 10**8)}",
        admitted=admitted,
        discharged=admitted + timedelta(days=rng.choice((0, *range(3, 28)))),
        diagnoses=tuple(rng.sample(illness["diagnoses"], min(len(illness["diagnoses"]), rng.randint(1, 3)))),
    )


def any_charges(rng: Random, stay: Stay, count: int) -> tuple[Charge, ...]:
    """Lines by chance, sometimes with a refund of one that stands before it."""
    charges: list[Charge] = []
    for category, name, spec, unit, price, most, grade in rng.choices(stock()["goods"], k=count):
        span = (stay.discharged - stay.admitted).days
        charge = Charge(
            category=category,
            name=name,
            spec=spec,
            unit=unit,
            price=Decimal(price),
            quantity=Decimal(rng.randint(1, most)),
            grade=grade,
            day=stay.admitted + timedelta(days=rng.randint(0, span)),
            code="".join(rng.choices("0123456789", k=12)),
        )
        charges.append(charge)
    return (*charges, *_refund(rng, charges[0])) if span else tuple(charges)


def _refund(rng: Random, charge: Charge) -> tuple[Charge, ...]:
    """Part of a line given back, now and then."""
    if charge.quantity < 2 or rng.random() < 0.6:
        return ()
    return (Charge(**{**vars(charge), "quantity": Decimal(-1)}),)


def any_case(rng: Random) -> Case:
    """A whole claim by chance."""
    stay = any_stay(rng)
    outpatient = stay.admitted == stay.discharged
    charges = any_charges(rng, stay, rng.randint(2, 7) if outpatient else rng.randint(14, 80))
    settled = rng.random() < 0.15
    total = sum((c.amount for c in charges), Decimal(0))
    return Case(
        person=any_person(rng),
        stay=stay,
        receipt=Receipt(
            code=f"{rng.randrange(11, 66)}06{rng.choice(('01', '02'))}25",
            number=f"{rng.randrange(10**10):010d}",
            check_code=f"{rng.randrange(16**6):06x}",
            issued=stay.discharged,
            insurance_type=rng.choice(("自费", "城乡居民基本医疗保险")),
            pooled=(total / 10).quantize(Decimal("0.01")) if settled else Decimal("0.00"),
            clerks=(any_name(rng), any_name(rng)),
        ),
        charges=charges,
        doctor=any_name(rng),
        story=tuple(stock()["story"]),
    )
