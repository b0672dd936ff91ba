"""Reads a written plan of a claim: a TOML file that says who, where, what was charged, and how the pages were worn."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from tests.forge.case import Case, Charge, Person, Receipt, Stay
from tests.forge.figures import citizen_number
from tests.forge.samples.looks import Look
from tests.forge.sheet import BLACK
from tests.forge.wear import Wear

if TYPE_CHECKING:
    from pathlib import Path

Table = dict[str, Any]


@dataclass(frozen=True, kw_only=True)
class Plan:
    """A claim with its look, the damage of each page, and what the clerk types beside the paper."""

    seed: int
    case: Case
    look: Look
    wear: tuple[Wear, ...]
    header: str
    least: int = 2


def _person(table: Table) -> Person:
    number = citizen_number(table["region"], table["born"], table["serial"])
    return Person(name=table["name"], sex=table["sex"], born=table["born"], id_number=number)


def _charge(row: list[str], stay: Stay, place: float) -> Charge:
    category, name, spec, unit, quantity, price, grade, *printed = row
    span = (stay.discharged - stay.admitted).days
    return Charge(
        category=category,
        name=name,
        spec=spec,
        unit=unit,
        quantity=Decimal(quantity),
        price=Decimal(price),
        grade=grade,
        day=stay.admitted + timedelta(days=round(span * place)),
        printed=Decimal(printed[0]) if printed else None,
    )


def read_plan(path: Path) -> Plan:
    """The plan in a file."""
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    stay = Stay(**table["stay"] | {"diagnoses": tuple(table["stay"]["diagnoses"])})
    rows = table["charges"]
    case = Case(
        person=_person(table["person"]),
        stay=stay,
        receipt=Receipt(**table["receipt"] | {"clerks": tuple(table["receipt"]["clerks"])}),
        charges=tuple(_charge(row, stay, place / len(rows)) for place, row in enumerate(rows)),
        doctor=table["doctor"],
        story=tuple(table["story"]),
    )
    look = table["look"] | {"colour": tuple(table["look"].get("colour", BLACK))}
    wear = tuple(Wear(**page) for page in table["wear"])
    return Plan(seed=table["seed"], case=case, look=Look(**look), wear=wear, header=table["header"])
