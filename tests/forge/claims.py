"""A whole claim as one pile: receipt, statement, record, cards, blank backs, and now and then somebody else's paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.forge.cards import bank_card, id_front
from tests.forge.desk import blank
from tests.forge.receipts import INPATIENT, receipt
from tests.forge.records import record
from tests.forge.statements import statement
from tests.forge.stock import any_case
from tests.forge.style import any_style, blackened

if TYPE_CHECKING:
    from random import Random

    from tests.forge.case import Case
    from tests.forge.paper import Paper


def _record(case: Case, kind: str, rng: Random) -> Paper:
    return record(case, blackened(any_style(rng, overprint=0)), kind, rng)


def claim(rng: Random) -> list[Paper]:
    """The pile of one stay."""
    case = any_case(rng, visit=False, lines=(10, 45))
    pile = [
        receipt(case, any_style(rng, overprint=0.03), INPATIENT, rng),
        *statement(case, any_style(rng, overprint=0.05), rng),
    ]
    pile.append(_record(case, "discharge_record", rng))
    plain = any_style(rng, overprint=0)
    more = (
        _record(case, "diagnosis_certificate", rng),
        id_front(case.person, plain, rng),
        bank_card(case.person, plain, rng),
        blank(rng),
    )
    return pile + [paper for paper in more if rng.random() < 0.35] + _stranger(rng)


def _stranger(rng: Random) -> list[Paper]:
    """A paper of another person that slipped in."""
    if rng.random() >= 0.25:
        return []
    paper = _record(any_case(rng, visit=False, lines=(5, 9)), "discharge_record", rng)
    paper.layout += ", of another person"
    return [paper]
