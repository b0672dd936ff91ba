"""Every kind of paper the forge can make, with how often it is drawn."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.forge.records import RECORDS, record
from tests.forge.receipts import INPATIENT, OUTPATIENT, receipt
from tests.forge.statements import KIND as STATEMENT
from tests.forge.statements import statement
from tests.forge.stock import any_case
from tests.forge.style import any_style, blackened

if TYPE_CHECKING:
    from collections.abc import Callable, Collection
    from random import Random

    from tests.forge.paper import Paper


@dataclass(frozen=True)
class Kind:
    """One kind: how often, and what draws its papers."""

    chance: float
    draw: Callable[[Random], list[Paper]]


def _inpatient(rng: Random) -> list[Paper]:
    return [receipt(any_case(rng, visit=False), any_style(rng), INPATIENT, rng)]


def _outpatient(rng: Random) -> list[Paper]:
    return [receipt(any_case(rng, visit=True), any_style(rng), OUTPATIENT, rng)]


def _statement(rng: Random) -> list[Paper]:
    return statement(any_case(rng, visit=False), any_style(rng, overprint=0.05), rng)


def _record(kind: str) -> Callable[[Random], list[Paper]]:
    def draw(rng: Random) -> list[Paper]:
        case = any_case(rng, visit=kind == "prescription", lines=(6, 14))
        return [record(case, blackened(any_style(rng, overprint=0.1)), kind, rng)]

    return draw


KINDS: dict[str, Kind] = {
    INPATIENT: Kind(3, _inpatient),
    OUTPATIENT: Kind(3, _outpatient),
    STATEMENT: Kind(3, _statement),
    **{kind: Kind(0.7, _record(kind)) for kind in RECORDS},
}


def any_papers(rng: Random, kinds: Collection[str] = ()) -> tuple[str, list[Paper]]:
    """Papers that belong together, of one of the kinds (of any where none are named)."""
    names = [name for name in KINDS if not kinds or name in kinds]
    name = rng.choices(names, weights=[KINDS[name].chance for name in names])[0]
    return name, KINDS[name].draw(rng)
