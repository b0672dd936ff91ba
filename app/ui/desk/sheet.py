"""Everything the desk shows of one claim, gathered off the UI thread in one go. No Qt here."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from app.ui.desk.doubts import doubts
from app.ui.desk.equations import Equation, equation
from app.ui.desk.read_pages import ReadPage, read_pages
from app.ui.desk.wording import told
from review.accumulators.taking import at_odds
from review.checks.materials.checklist import checklist
from review.claim.states import EDITABLE
from review.errors import LingbaoError
from review.services import queue, settle, standing, verifying
from review.services.own_tables import tables_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.ui.desk.doubts import Doubt
    from review.accumulators.taking import AtOdds
    from review.catalogue.entry import Entry
    from review.checks.materials.checklist import Item
    from review.claim.claim import Claim
    from review.claim.verification import Verification
    from review.policy.settlement import Settlement
    from review.services.office import Office
    from review.services.settle import FindingView
    from review.services.verifying import ToVerify


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One version of one claim as the desk shows it.

    ``settlement`` is None where none can be worked out; ``trouble`` then says why. ``upright`` gives for each page the
    clockwise turn that makes it upright. ``entries`` holds the catalogue entry of each matched line. ``checklist`` is
    what papers the claim needs, ``to_verify`` its electronic receipts, ``answers`` what was answered about them.
    ``at_odds`` are the sums of the year a clerk typed that differ from what is known.
    """

    claim: Claim
    days_left: int | None = None
    findings: tuple[FindingView, ...] = ()
    settlement: Settlement | None = None
    trouble: str = ""
    doubts: tuple[Doubt, ...] = ()
    equation: Equation = field(default_factory=lambda: Equation(()))
    entries: Mapping[int, Entry] = field(default_factory=dict)
    upright: Mapping[int, int] = field(default_factory=dict)
    checklist: tuple[Item, ...] = ()
    to_verify: tuple[ToVerify, ...] = ()
    answers: tuple[Verification, ...] = ()
    at_odds: tuple[AtOdds, ...] = ()


def load_sheet(office: Office, number: str) -> Sheet:
    """Gather the sheet of a claim. Raises NotFoundError or StoreError; a settlement that fails becomes ``trouble``."""
    claim = queue.load_claim(office, number)
    settlement, trouble = _settled(office, claim)
    return Sheet(
        claim=claim,
        days_left=queue.days_left(office, claim),
        findings=settle.findings(office, number),
        settlement=settlement,
        trouble=trouble,
        doubts=doubts(claim),
        equation=equation(claim),
        entries=_entries(office, claim),
        upright=_upright(office, claim),
        checklist=checklist(claim, tables_of(office).materials),
        to_verify=verifying.to_verify(office, number),
        answers=verifying.answers(office, number),
        at_odds=_at_odds(office, claim),
    )


def _at_odds(office: Office, claim: Claim) -> tuple[AtOdds, ...]:
    """Typed sums of the year beside what is known; nothing where nothing is known."""
    known = standing.standing_for(office, claim)
    return at_odds(claim.year_to_date, known) if known.source else ()


def _settled(office: Office, claim: Claim) -> tuple[Settlement | None, str]:
    look = settle.settle_claim if claim.state in EDITABLE else settle.settlement_of
    try:
        return look(office, claim.number), ""
    except LingbaoError as error:
        return None, told(error, error.advice)


def _entries(office: Office, claim: Claim) -> dict[int, Entry]:
    lines = [line for document in claim.documents for line in document.lines if line.entry_id]
    found = ((line.id, office.catalogue.entry(line.entry_id)) for line in lines)
    return {line_id: entry for line_id, entry in found if entry is not None}


def _upright(office: Office, claim: Claim) -> dict[int, int]:
    """The clerk's own turn where there is one, else the turn recognition found."""
    seen = read_pages(office, claim.number)
    return {page.id: page.turn or seen.get(page.id, ReadPage()).turn for page in claim.pages}
