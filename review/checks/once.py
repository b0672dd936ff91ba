"""One figure, one question: of several findings about one figure the most exact one is kept."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from review.checks.finding import BESIDE, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from review.checks.finding import Finding
    from review.claim.claim import Claim

_EXACTER: Mapping[str, frozenset[str]] = {
    "line-product": frozenset({"figure-grown"}),
    "row-grown": frozenset({"figure-grown"}),
    "price-grown": frozenset({"figure-grown", "row-grown"}),
    "price-unusual": frozenset({"figure-grown", "row-grown", "price-grown"}),
    "price-uneven": frozenset({"figure-grown", "row-grown", "price-grown"}),
    "receipt-words": frozenset({"figure-grown"}),
    "receipt-sum": frozenset({"figure-grown", "row-grown"}),
    "statement-sum": frozenset({"figure-grown", "row-grown"}),
}
"""Codes, and those that say the same of the same row or paper more exactly: they name the digit."""

_OF_PAPERS = frozenset({"receipt-words", "receipt-sum", "statement-sum"})
"""Codes about a paper, of which a finding about one of its rows or values can be the cause."""


def once(claim: Claim, found: Sequence[Finding]) -> Iterator[Finding]:
    """The findings without those that others make plain: of the same line, or of a figure of the same paper.

    What blocks is never left out, and nothing is left out for a clue.
    """
    lines, papers = _homes(claim)
    deciding = [finding for finding in found if finding.severity is Severity.DECISION]
    told = {(finding.subject, finding.code) for finding in found}
    by_home: defaultdict[str, set[str]] = defaultdict(set)
    for finding in deciding:
        by_home[lines.get(finding.subject, finding.subject)].add(finding.code)
        by_home[papers.get(finding.subject, finding.subject)].add(finding.code)
    for finding in found:
        home = finding.subject if finding.code in _OF_PAPERS else lines.get(finding.subject, finding.subject)
        plain = by_home[home] & _EXACTER.get(finding.code, frozenset())
        if finding.severity is Severity.BLOCKS or not (plain or _ruled(finding, told)):
            yield finding


def _ruled(finding: Finding, told: set[tuple[str, str]]) -> bool:
    """Whether rules of the library say of the same line all that the list says."""
    kinds = finding.values.get(BESIDE, "").split()
    return bool(kinds) and all((finding.subject, f"rule-{kind}") in told for kind in kinds)


def _homes(claim: Claim) -> tuple[dict[str, str], dict[str, str]]:
    """The line of each of its values, and the paper of each value and line, as subjects."""
    lines: dict[str, str] = {}
    papers: dict[str, str] = {}
    for document in claim.documents:
        home = f"document:{document.id}"
        papers |= {f"value:{value.id}": home for value in document.values.values()}
        for line in document.lines:
            cells = [f"value:{value.id}" for value in line.values.values()]
            lines |= dict.fromkeys(cells, f"line:{line.id}")
            papers |= dict.fromkeys([*cells, f"line:{line.id}"], home)
    return lines, papers
