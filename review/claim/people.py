"""The people of a claim: who acts, who is insured, where the money goes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Self

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
class GroupStatus:
    """A group a person belongs to from the day of entry to the day of exit (入库、退出), both inclusive; None: open."""

    group: Group
    since: date | None = None
    until: date | None = None

    def holds(self, day: date) -> bool:
        """Whether the person is in the group on that day."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)

    def spelled(self) -> str:
        """One line of text, as kept and typed: ``subsistence 2025-03-01 2025-09-30``; ``-`` for an open end."""
        return " ".join((self.group, *(day.isoformat() if day else "-" for day in (self.since, self.until))))

    @classmethod
    def spelt(cls, text: str) -> Self:
        """The status a line of text states. Raises ValueError."""
        word, since, until = (*text.split(), "-", "-")[:3]
        first, last = (None if day == "-" else date.fromisoformat(day) for day in (since, until))
        if first and last and last < first:
            raise ValueError(text)
        return cls(Group(word), first, last)


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

    ``groups`` hold for the whole year, ``statuses`` for their days. ``agent`` is who hands the papers in for the
    insured (代办人); empty where the insured does. ``insured_years`` counts the years of unbroken insurance,
    ``claim_free_years`` the latest of them without a payment of serious-illness insurance.
    """

    name: str = ""
    id_number: str = ""
    scheme: Scheme = Scheme.RESIDENT
    retired: bool = False
    groups: tuple[Group, ...] = ()
    account: BankAccount = BankAccount()
    phone: str = ""
    agent: str = ""
    statuses: tuple[GroupStatus, ...] = ()
    insured_years: int = 0
    claim_free_years: int = 0

    def groups_on(self, day: date) -> tuple[Group, ...]:
        """The groups the person is in on that day."""
        dated = (status.group for status in self.statuses if status.holds(day))
        return tuple(dict.fromkeys((*self.groups, *dated)))
