"""Every kind of paper the forge can make, with how often it is drawn."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import TYPE_CHECKING

from tests.forge.cards import bank_card, id_back, id_front, insurance_card
from tests.forge.claims import claim
from tests.forge.desk import blank, cards_copy, id_copy, no_paper, receipts_copy
from tests.forge.hospitals import named_statement
from tests.forge.invoices import KIND as INVOICE
from tests.forge.invoices import pharmacy_invoice, ticket
from tests.forge.paper import Paper
from tests.forge.receipts import INPATIENT, OUTPATIENT, receipt
from tests.forge.records import RECORDS, record
from tests.forge.statements import KIND as STATEMENT
from tests.forge.statements import statement
from tests.forge.stock import any_case, any_person
from tests.forge.style import Style, any_style, blackened

if TYPE_CHECKING:
    from collections.abc import Collection

    from tests.forge.case import Person

Draw = Callable[[Random], list[Paper]]


def _receipt(kind: str) -> Draw:
    return lambda rng: [receipt(any_case(rng, visit=kind == OUTPATIENT), any_style(rng, overprint=0.03), kind, rng)]


def _statement(rng: Random) -> list[Paper]:
    draw = rng.choice((statement, named_statement))
    return draw(any_case(rng, visit=False), any_style(rng, overprint=0.05), rng)


def _record(kind: str) -> Draw:
    def draw(rng: Random) -> list[Paper]:
        case = any_case(rng, visit=kind == "prescription", lines=(8, 14))
        return [record(case, blackened(any_style(rng, overprint=0.1)), kind, rng)]

    return draw


def _card(side: Callable[[Person, Style, Random], Paper]) -> Draw:
    return lambda rng: [side(any_person(rng), any_style(rng, overprint=0), rng)]


def _side(rng: Random) -> Paper:
    """One side of an identity card."""
    return rng.choice((id_front, id_back))(any_person(rng), any_style(rng, overprint=0), rng)


def _invoice(rng: Random) -> list[Paper]:
    return [pharmacy_invoice(any_case(rng, visit=True, lines=(20, 30)), any_style(rng, overprint=0), rng)]


KINDS: dict[str, tuple[float, Draw]] = {
    INPATIENT: (3, _receipt(INPATIENT)),
    OUTPATIENT: (3, _receipt(OUTPATIENT)),
    STATEMENT: (3, _statement),
    **{kind: (0.6, _record(kind)) for kind in RECORDS},
    INVOICE: (0.8, _invoice),
    "id_card": (0.3, lambda rng: [rng.choice((id_copy, id_copy, _side))(rng)]),
    "bank_card": (0.3, _card(bank_card)),
    "insurance_card": (0.3, _card(insurance_card)),
    "scan": (0.6, lambda rng: [rng.choice((cards_copy, receipts_copy))(rng)]),
    "other": (0.4, lambda rng: [rng.choice((blank, blank, no_paper, ticket))(rng)]),
    "claim": (0.4, claim),
}
"""What draws papers that belong together, and how often, by kind; ``scan`` is several papers, ``claim`` a pile."""


def any_papers(rng: Random, kinds: Collection[str] = ()) -> tuple[str, list[Paper]]:
    """Papers that belong together, of one of the kinds (of any where none are named)."""
    names = [name for name in KINDS if not kinds or name in kinds]
    name = rng.choices(names, weights=[KINDS[name][0] for name in names])[0]
    return name, KINDS[name][1](rng)
