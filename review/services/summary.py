"""The queue's summary of a claim, kept beside it so that ten thousand rows list at once."""

from __future__ import annotations

import logging
from collections import Counter
from typing import TYPE_CHECKING, Any

from review.checks.finding import Group, Severity
from review.claim.claim import ZERO
from review.claim.decisions import FindingVerdict
from review.claim.doubts import doubts
from review.claim.paper import ReadState
from review.claim.states import EDITABLE, ClaimState
from review.errors import LingbaoError
from review.money import fen, parse_money
from review.services.assess import assess, settled
from review.store import projections, queries, records
from review.store.heads import illness

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from decimal import Decimal

    from review.claim.claim import Claim
    from review.services.assess import FindingView
    from review.services.office import Office
    from review.store.mapping import Folder
    from review.store.unit import Unit

LOG = logging.getLogger(__name__)

_UNREAD = frozenset({ClaimState.DRAFT, ClaimState.RECEIVED})
_FINISHED = frozenset({ReadState.DONE, ReadState.FAILED})


def summarise(office: Office, unit: Unit, folder: Folder) -> None:
    """Write the summary of a claim just saved; findings and sums wait until its pages are read."""
    claim = folder.claim
    unread = claim.state in _UNREAD
    views = () if unread else _findings(office, unit, folder)
    projections.keep_hits(unit, claim.number, _hits(claim, views or ()))
    found = _counted(views)
    records.keep_summary(
        unit,
        claim=claim.number,
        total=total(claim),
        payable=None if unread else payable(office, claim),
        blocks=found[Severity.BLOCKS],
        decisions=found[Severity.DECISION],
        clues=found[Severity.CLUE],
        doubts=len(doubts(claim)),
        pages=len(claim.pages),
        pages_done=sum(page.read_state in _FINISHED for page in claim.pages),
        illness=illness(claim.care.diagnoses),
    )


def refresh(office: Office) -> None:
    """Work out anew what the queue shows of open claims, because what they are settled by has changed.

    Each claim in a unit of its own, so that nobody waits; nothing but the summaries is written. A claim that cannot be
    reached now is shown anew with its next change.
    """
    with office.store.read() as unit:
        numbers = [row["number"] for row in queries.claim_rows(unit, EDITABLE - _UNREAD, "", "", "number")]
    for number in numbers:
        try:
            with office.store.write() as unit:
                summarise(office, unit, unit.folder(number))
        except LingbaoError as error:
            LOG.warning("summary of claim %s stays as it was: %s", number, error.code)


def total(claim: Claim) -> Decimal:
    """What the receipts say altogether, yuan; the charge lines' sum where no receipt shows a total."""
    shown = [parse_money(receipt.text("total_amount")) for receipt in claim.receipts]
    lines = [parse_money(line.text("amount")) for line in claim.charge_lines]
    return sum((fen(amount) for amount in (shown if any(shown) else lines) if amount is not None), start=ZERO)


def payable(office: Office, claim: Claim) -> Decimal | None:
    """What the funds pay: the approved figure, else as the claim stands; None where that cannot be said."""
    if claim.payable is not None:
        return claim.payable
    try:
        return settled(office, claim).fund_total
    except LingbaoError as error:
        LOG.info("claim %s cannot be settled yet: %s", claim.number, error.code)
    except Exception:
        LOG.exception("settling claim %s failed", claim.number)  # a fault there must not cost the person's edit
    return None


def _findings(office: Office, unit: Unit, folder: Folder) -> tuple[FindingView, ...] | None:
    """The findings, or None where the claim cannot be checked."""
    try:
        return assess(office, unit, folder)
    except LingbaoError as error:
        LOG.warning("claim %s cannot be checked: %s", folder.claim.number, error.code)
        return None


def _counted(views: Sequence[FindingView] | None) -> Counter[Severity]:
    if views is None:
        return Counter({Severity.BLOCKS: 1})
    asking = (view for view in views if view.open or view.finding.severity is Severity.CLUE)
    return Counter(view.finding.severity for view in asking)


def _hits(claim: Claim, views: Iterable[FindingView]) -> Iterator[dict[str, Any]]:
    """Which rule of the library speaks of what, and what was taken out for it."""
    amounts = {f"line:{line.id}": parse_money(line.text("amount")) for line in claim.charge_lines}
    for view in views:
        finding, decision = view.finding, view.decision
        if finding.group is Group.LIBRARY and (rule := finding.values.get("rule")):
            out = decision is not None and decision.verdict is FindingVerdict.EXCLUDE
            amount = (amounts.get(finding.subject) or ZERO) if out else ZERO
            yield {"subject": finding.subject, "rule": rule, "excluded": fen(amount)}
