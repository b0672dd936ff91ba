"""The people of a claim: who acts, who is insured, where the money goes."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from review.claim.states import Role


class Scheme(StrEnum):
    """Which fund the person is insured with: residents (居民) or employees (职工)."""

    RESIDENT = "resident"
    EMPLOYEE = "employee"


class Group(StrEnum):
    """Groups with better terms in serious-illness insurance and medical aid (docs/contracts/case.md)."""

    DESTITUTE = "destitute"
    ORPHAN = "orphan"
    SUBSISTENCE = "subsistence"
    SUBSISTENCE_MARGIN = "subsistence_margin"
    POVERTY_RELAPSE = "poverty_relapse"
    POVERTY_RISK = "poverty_risk"
    SUDDEN_HARDSHIP = "sudden_hardship"
    ILLNESS_EXPENDITURE = "illness_expenditure"


@dataclass(frozen=True, slots=True)
class Actor:
    """A signed-in user: what services check before they act. ``id_number`` may be empty; it guards one's own claim."""

    username: str
    full_name: str
    roles: frozenset[Role]
    id_number: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BankAccount:
    """Where the payment goes. ``number`` is text: leading zeros count, and it need not pass the Luhn check."""

    holder: str = ""
    number: str = ""
    bank: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Insured:
    """The insured person as typed or confirmed by the clerk. ``id_number`` is the 18-character citizen number.

    ``agent`` is who hands the papers in for the insured (代办人); empty where the insured does.
    """

    name: str = ""
    id_number: str = ""
    scheme: Scheme = Scheme.RESIDENT
    retired: bool = False
    groups: tuple[Group, ...] = ()
    account: BankAccount = BankAccount()
    phone: str = ""
    agent: str = ""
