"""Where a finding is mended: the target of its subject, or the field its code is about. No Qt here."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from review.checks.finding import Group

if TYPE_CHECKING:
    from collections.abc import Iterable

    from review.checks.finding import Finding
    from review.claim.paper import Box, Place

FIELDS = {
    "missing-name": "insured.name",
    "missing-id-number": "insured.id_number",
    "id-number-invalid": "insured.id_number",
    "missing-hospital": "care.hospital",
    "hospital-level": "care.hospital_level",
    "missing-admitted": "care.admitted",
    "dates-reversed": "care.admitted",
    "missing-discharged": "care.discharged",
    "dates-future": "care.discharged",
    "missing-account-holder": "insured.account.holder",
    "account-holder": "insured.account.holder",
    "missing-account-number": "insured.account.number",
    "account-luhn": "insured.account.number",
    "accumulators-source": "year_to_date.source",
    "already-paid-missing": "already_paid",
    "hospital-not-designated": "care.designated",
    "outcome-death": "care.outcome",
    "care-after-death": "care.outcome",
    "year-end": "care.discharged",
    "filing-unknown": "care.filing",
    "filing-emergency": "care.filing",
    "filing-none": "care.filing",
    "filing-future": "care.filed_on",
    "filing-late": "care.filed_on",
    "filing-during": "care.filed_on",
    "filing-old": "care.filed_on",
    "account-shared": "insured.account.number",
}
"""Fields of the claim's head, by the code of the finding that asks for them."""


CLAIM_NUMBER = re.compile(r"\d{8}-\d{4,}")
MOST = 3
"""So many other claims are offered to be opened."""
PAPERS, VERIFICATIONS = "papers", "verifications"
"""The tabs beside a paper's fields where findings are mended."""

_TABS = {
    "receipt-unsealed": PAPERS,
    "receipt-unverified": VERIFICATIONS,
    "receipt-asked-often": VERIFICATIONS,
}


def tab_of(finding: Finding) -> str:
    """The tab where a finding is mended, or an empty string."""
    return _TABS.get(finding.code, PAPERS if finding.group is Group.MATERIALS else "")


def target_of(finding: Finding) -> str:
    """The target to show; ``claim`` where the finding is about the claim as a whole."""
    return FIELDS.get(finding.code, finding.subject)


def other_claims(finding: Finding) -> tuple[str, ...]:
    """Numbers of the other claims a finding speaks of, the first few."""
    said = (*finding.values.get("claim", "").split(), *finding.values.get("claims", "").split())
    return tuple(dict.fromkeys(word for word in said if CLAIM_NUMBER.fullmatch(word)))[:MOST]


def finding_at(findings: Iterable[Finding], place: Place) -> Finding | None:
    """The finding that points at a place, or None; where several do, the first."""
    return next(
        (f for f in findings if f.place and f.place.page_id == place.page_id and _meet(f.place.box, place.box)), None
    )


def _meet(one: Box, other: Box) -> bool:
    (x, y, w, h), (left, top, width, height) = one, other
    return x < left + width and left < x + w and y < top + height and top < y + h
