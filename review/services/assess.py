"""What the checks and the policy say of a claim as it stands, within an open unit."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, partial
from itertools import islice
from typing import TYPE_CHECKING

from review.catalogue.entry import EditionStatus
from review.checks import run_checks
from review.checks.finding import CheckContext, Finding, KnownReceipt, Severity
from review.identity import age_on
from review.policy.claim_case import case_of
from review.policy.pack import load_pack, pack_warnings
from review.policy.settle import settle
from review.store import records

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from review.catalogue.editions import CatalogueSet
    from review.catalogue.entry import EntryKind
    from review.checks.finding import KnownReceipts
    from review.claim.claim import Claim
    from review.claim.decisions import FindingDecision
    from review.policy.pack import Pack
    from review.policy.settlement import Settlement
    from review.services.office import Office
    from review.store.mapping import Folder
    from review.store.unit import Unit

_LOOKED_AT = 20


@dataclass(frozen=True, slots=True)
class FindingView:
    """A finding with the answer a person gave to exactly these values, or None."""

    finding: Finding
    decision: FindingDecision | None

    @property
    def open(self) -> bool:
        """Whether the finding still stands in the way of an approval."""
        severity = self.finding.severity
        return severity is Severity.BLOCKS or (severity is Severity.DECISION and self.decision is None)


def assess(office: Office, unit: Unit, folder: Folder) -> tuple[FindingView, ...]:
    """All findings about a claim as it stands, each with its decision."""
    claim = folder.claim
    answers = {decision.fingerprint: decision for decision in folder.decisions}
    found = (*run_checks(claim, _context(office, unit, claim)), *_twins(unit, claim))
    return tuple(FindingView(finding, answers.get(finding.fingerprint)) for finding in found)


def settled(office: Office, claim: Claim) -> Settlement:
    """The settlement of a claim as it stands. Raises PolicyError where the pack does not cover it."""
    return settle(case_of(claim, office.catalogue.entry, office.pack_id), pack_of(office.pack_id))


@cache
def pack_of(pack_id: str) -> Pack:
    """The pack of that id, read once."""
    return load_pack(pack_id)


def _context(office: Office, unit: Unit, claim: Claim) -> CheckContext:
    day, editions = claim.care.admitted or claim.care.discharged, office.catalogue
    return CheckContext(
        today=office.today,
        entry=editions.entry,
        edition=editions.edition,
        assumption=editions.assumption,
        used=editions.used,
        gaps=editions.gaps,
        overlaps=editions.overlaps,
        coded=editions.coded,
        holds_codes=partial(_holds_codes, editions),
        known_receipts=_known_receipts(unit, claim.number),
        patient_age=age_on(claim.insured.id_number, day) if day else None,
        pack_warnings=pack_warnings(pack_of(office.pack_id), claim.care.day),
    )


def _holds_codes(editions: CatalogueSet, kind: EntryKind, on: date) -> bool:
    """Whether one of the first entries of an official edition of the kind bears a code."""
    used = [e for e in editions.used(on) if e.kind is kind and e.status is EditionStatus.OFFICIAL]
    shelves = filter(None, (editions.shelf(edition.id) for edition in used))
    return any(entry.code for shelf in shelves for entry in islice(shelf.entries, _LOOKED_AT))


def _known_receipts(unit: Unit, claim: str) -> KnownReceipts:
    def known(invoice_code: str, invoice_number: str) -> Iterator[KnownReceipt]:
        for code, number, state in records.receipts_elsewhere(unit, claim, invoice_number):
            if code == invoice_code:
                yield KnownReceipt(
                    invoice_code=code, invoice_number=invoice_number, claim_number=number, state=state.value
                )

    return known


def _twins(unit: Unit, claim: Claim) -> Iterator[Finding]:
    """A finding for each page whose very bytes lie in another claim too (policy §2.7, receipts handed in twice)."""
    for page_id, other in records.pages_elsewhere(unit, claim.number):
        yield Finding(
            code="page-elsewhere",
            severity=Severity.DECISION,
            subject=f"page:{page_id}",
            title="影像重复",
            message=f"同一影像也在报销单 {other} 中。",
            advice="请核对是否重复报销,并写明理由。",
            basis="影像内容的 SHA-256 相同;政策 §2.7 重复报销。",
            values={"claim": other},
        )
