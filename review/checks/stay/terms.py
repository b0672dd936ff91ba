"""The figures and words the checks of the stay work with, out of resources/checks/stay.toml (sources stand there)."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache

from resources import ROOT


@dataclass(frozen=True, slots=True, kw_only=True)
class StayTerms:
    """What counts as soon, alike or planned.

    Attributes:
        readmission_days: days after discharge within which a related stay is told.
        alike: likeness of two names of an illness, 0 to 100, that counts as one.
        planned: words of care that is given in courses.
        moved: words of an outcome after which another stay is expected.
        qualifiers: words that do not tell which illness it is, longest first.
        death, alive: words of an outcome that say death, and words beside which it is not sure.
        earliest: first year a paper may be of.
        referral_months: how long the filing of a referral holds.
        accounts_clue, accounts_decision: other people on one account from which it is told, and must be decided.
    """

    readmission_days: int
    alike: int
    planned: tuple[str, ...]
    moved: tuple[str, ...]
    qualifiers: tuple[str, ...]
    death: tuple[str, ...]
    alive: tuple[str, ...]
    earliest: int
    referral_months: int
    accounts_clue: int
    accounts_decision: int


@cache
def stay_terms() -> StayTerms:
    """The shipped figures and words, read once."""
    table = tomllib.loads((ROOT / "checks" / "stay.toml").read_text(encoding="utf-8"))
    again = table["readmission"]
    return StayTerms(
        readmission_days=again["days"],
        alike=again["alike"],
        planned=tuple(again["planned"]),
        moved=tuple(again["moved"]),
        qualifiers=tuple(sorted(again["qualifiers"], key=len, reverse=True)),
        death=tuple(table["death"]["said"]),
        alive=tuple(table["death"]["unsaid"]),
        earliest=table["days"]["earliest"],
        referral_months=table["filing"]["referral_months"],
        accounts_clue=table["account"]["clue"],
        accounts_decision=table["account"]["decision"],
    )
