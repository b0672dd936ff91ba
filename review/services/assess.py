"""What the checks and the policy say of a claim as it stands, within an open unit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from review.checks import run_checks
from review.checks.finding import Finding, Severity
from review.policy.claim_case import case_of
from review.policy.settle import settle
from review.services.evidence import context_of
from review.services.pack_shelf import pack_for

if TYPE_CHECKING:
    from review.claim.claim import Claim
    from review.claim.decisions import FindingDecision
    from review.policy.settlement import Settlement
    from review.services.office import Office
    from review.store.mapping import Folder
    from review.store.unit import Unit


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
    found = run_checks(claim, context_of(office, unit, claim))
    return tuple(FindingView(finding, answers.get(finding.fingerprint)) for finding in found)


def settled(office: Office, claim: Claim) -> Settlement:
    """The settlement of a claim as it stands. Raises PolicyError where the pack does not cover it."""
    pack = pack_for(office, claim)
    return settle(case_of(claim, office.catalogue.entry, pack.id), pack)
