"""What chance draws from: people, hospitals, illnesses and goods, kept in stock.toml."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.forge.case import Case, Charge, Person, Receipt, Stay
from tests.forge.figures import citizen_number, fen

if TYPE_CHECKING:
    from random import Random

STOCK, GOODS = (Path(__file__).with_name(name) for name in ("stock.toml", "goods.toml"))
Good = tuple[str, str, str, str, str, str, int]
"""Category, name, specification, unit, price, class, highest quantity."""


@cache
def stock() -> dict[str, Any]:
    """The tables of stock.toml."""
    return tomllib.loads(STOCK.read_text(encoding="utf-8"))


@cache
def goods() -> tuple[Good, ...]:
    """Everything in goods.toml."""
    groups = tomllib.loads(GOODS.read_text(encoding="utf-8"))["groups"]
    return tuple((g["category"], *row.split("|"), g["most"]) for g in groups for row in g["rows"])


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
        id_number=citizen_number(rng.choice(stock()["regions"]), born, serial),
    )


def any_stay(rng: Random, *, visit: bool) -> Stay:
    """A stay of some days in 2024 or 2025, or one visit."""
    table = stock()
    province, town = rng.choice(table["towns"])
    illness = rng.choice(table["illnesses"])
    admitted = date(2024, 6, 2) + timedelta(days=rng.randrange(520))
    return Stay(
        hospital=town + rng.choice(table["hospitals"]),
        hospital_type=rng.choice(table["hospital_types"]),
        province=province,
        level=rng.choice(("三级", "二级")),
        department=illness["department"],
        number=rng.choice(("", "", "ZY", "0")) + f"{rng.randrange(10**5, 10**8)}",
        admitted=admitted,
        discharged=admitted + timedelta(days=0 if visit else rng.randint(2, 27)),
        diagnoses=tuple(rng.sample(illness["diagnoses"], min(len(illness["diagnoses"]), rng.randint(1, 4)))),
    )


def any_goods(rng: Random, count: int) -> list[Good]:
    """Lines of stock; a stay needs some things many times."""
    few = rng.sample(goods(), min(len(goods()), max(3, count)))
    return rng.choices(few, k=count) if rng.random() < 0.3 else (few * 2)[:count]


def _priced(rng: Random, text: str) -> Decimal:
    """A price near that of the stock, with as many places."""
    price = Decimal(text)
    return max(price.scaleb(-1), price * Decimal(rng.randint(80, 125)) / 100).quantize(price) or price


def any_charges(rng: Random, stay: Stay, count: int) -> tuple[Charge, ...]:
    """Lines by chance, sometimes with refunds of some that stand before."""
    days = (stay.discharged - stay.admitted).days
    charges = [
        Charge(
            category=category,
            name=name,
            spec=spec,
            unit=unit,
            price=_priced(rng, price),
            quantity=_quantity(rng, most if days else min(most, 6)),
            grade=grade,
            day=stay.admitted + timedelta(days=rng.randint(0, days)),
            code="".join(rng.choices("0123456789", k=rng.choice((9, 12)))),
        )
        for category, name, spec, unit, price, grade, most in any_goods(rng, count)
    ]
    return tuple(charges) + tuple(part for charge in charges[: 3 if days else 0] for part in _refund(rng, charge))


def _quantity(rng: Random, most: int) -> Decimal:
    """Mostly whole, now and then a part."""
    parted = rng.random() < 0.04
    return Decimal(rng.randint(1, most)) + (Decimal(rng.choice(("0.5", "0.25"))) if parted else 0)


def _refund(rng: Random, charge: Charge) -> tuple[Charge, ...]:
    """Part of a line given back, now and then."""
    if charge.quantity < 2 or rng.random() < 0.75:
        return ()
    return (replace(charge, quantity=-Decimal(rng.randint(1, int(charge.quantity) - 1))),)


def _share(rng: Random, amount: Decimal, most: int) -> Decimal:
    return fen(amount * rng.randint(0, most) / 100)


def any_receipt(rng: Random, stay: Stay, charges: tuple[Charge, ...]) -> Receipt:
    """Numbers by chance, and a settlement that adds up: mostly paid by the patient, sometimes by fund and account."""
    total = sum((c.amount for c in charges), Decimal("0.00"))
    settled = rng.random() < 0.4
    pooled = _share(rng, total, 70) if settled else Decimal("0.00")
    other = _share(rng, total - pooled, 30) if settled and rng.random() < 0.3 else Decimal("0.00")
    own = total - pooled - other
    return Receipt(
        code=f"{rng.randrange(11, 66)}06{rng.choice(('01', '02'))}{rng.choice(('24', '25'))}",
        number=f"{rng.randrange(10**9, 10**10)}",
        check_code=f"{rng.randrange(16**6):06x}",
        issued=stay.discharged + timedelta(days=rng.choice((0, 0, 0, 1, 5))),
        insurance_type=rng.choice(stock()["schemes"] if settled else ["自费", "全自费", "自费"]),
        pooled=pooled,
        other=other,
        account=_share(rng, own, 60) if settled and rng.random() < 0.5 else Decimal("0.00"),
        expense=_share(rng, own, 100),
        clerks=(any_name(rng), any_name(rng)),
    )


def any_case(rng: Random, *, visit: bool | None = None, lines: tuple[int, int] = (0, 0)) -> Case:
    """A whole claim by chance: of a visit, of a stay, or of either; with so many lines at least and at most."""
    stay = any_stay(rng, visit=rng.random() < 0.2 if visit is None else visit)
    few = stay.admitted == stay.discharged
    charges = any_charges(
        rng, stay, rng.randint(*lines) if any(lines) else rng.randint(1, 9) if few else rng.randint(12, 70)
    )
    return Case(
        person=any_person(rng),
        stay=stay,
        receipt=any_receipt(rng, stay, charges),
        charges=charges,
        doctor=any_name(rng),
        story=tuple(rng.choice(part) for part in stock()["stories"]),
    )
