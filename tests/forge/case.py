"""What a forged claim is about before anything is drawn: a made-up person, a stay, what was charged."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING

from tests.forge.figures import fen

if TYPE_CHECKING:
    from datetime import date

CATEGORIES = (
    "床位费",
    "诊察费",
    "检查费",
    "化验费",
    "治疗费",
    "手术费",
    "护理费",
    "卫生材料费",
    "西药费",
    "中成药费",
    "中药饮片",
    "其他费用",
)


RATIOS = {"甲": "0", "乙": "0.10", "丙": "1.00"}


@dataclass(frozen=True, kw_only=True)
class Person:
    """Somebody who does not exist."""

    name: str
    sex: str
    born: date
    id_number: str

    def age_on(self, day: date) -> int:
        """Full years on a day."""
        return day.year - self.born.year - ((day.month, day.day) < (self.born.month, self.born.day))


@dataclass(frozen=True, kw_only=True)
class Stay:
    """A stay in a hospital that does not exist, or a visit of one day."""

    hospital: str
    hospital_type: str
    province: str
    level: str
    department: str
    number: str
    admitted: date
    discharged: date
    diagnoses: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Charge:
    """One line of the statement. ``printed`` replaces the product where the paper is wrong on purpose."""

    category: str
    name: str
    spec: str = ""
    unit: str
    quantity: Decimal
    price: Decimal
    day: date
    code: str = ""
    grade: str = "甲"
    printed: Decimal | None = None

    @property
    def amount(self) -> Decimal:
        """The amount as it stands on the paper."""
        return fen(self.quantity * self.price) if self.printed is None else self.printed

    @property
    def row(self) -> dict[str, str]:
        """The line under the keys of the reading contract."""
        return {
            "date": self.day.isoformat(),
            "code": self.code,
            "name": self.name,
            "spec": self.spec,
            "unit": self.unit,
            "quantity": f"{self.quantity.normalize():f}",
            "unit_price": f"{self.price}",
            "amount": f"{self.amount}",
            "insurance_class": self.grade,
            "self_pay_ratio": RATIOS[self.grade],
        }


@dataclass(frozen=True, kw_only=True)
class Receipt:
    """The numbers of one receipt and how it was paid."""

    code: str
    number: str
    check_code: str
    issued: date
    insurance_type: str = "自费"
    pooled: Decimal = Decimal("0.00")
    other: Decimal = Decimal("0.00")
    account: Decimal = Decimal("0.00")
    expense: Decimal = Decimal("0.00")
    clerks: tuple[str, str] = ("", "")


@dataclass(frozen=True, kw_only=True)
class Case:
    """Everything the pages of one claim are drawn from."""

    person: Person
    stay: Stay
    receipt: Receipt
    charges: tuple[Charge, ...]
    doctor: str = ""
    story: tuple[str, ...] = field(default=())

    @property
    def total(self) -> Decimal:
        """The sum of the printed amounts."""
        return sum((c.amount for c in self.charges), Decimal("0.00"))

    @property
    def sums(self) -> tuple[tuple[str, Decimal], ...]:
        """The sums of the categories that occur, in the order receipts print them."""
        found = {name: [c.amount for c in self.charges if c.category == name] for name in CATEGORIES}
        return tuple((name, sum(amounts, Decimal("0.00"))) for name, amounts in found.items() if amounts)
