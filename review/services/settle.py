"""Findings and sums of a claim, for anyone who looks at it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from review.checks.entries.editions_in_force import OUTDATED
from review.claim.doubts import Doubt, doubts, unmatched
from review.services.assess import FindingView, assess, settled
from review.services.snapshot import frozen, thawed

if TYPE_CHECKING:
    from collections.abc import Mapping

    from review.policy.settlement import Settlement
    from review.services.office import Office
    from review.store.mapping import Folder
    from review.store.unit import Unit

__all__ = [
    "FindingView",
    "differs",
    "findings",
    "is_outdated",
    "open_points",
    "settle_claim",
    "settled",
    "settlement_of",
]


def findings(office: Office, number: str) -> tuple[FindingView, ...]:
    """All findings about the claim as it stands now, each with the answer it has. Raises NotFoundError."""
    with office.store.read() as unit:
        return assess(office, unit, unit.folder(number))


def settle_claim(office: Office, number: str) -> Settlement:
    """The settlement of the claim as it stands now. Raises NotFoundError, PolicyError."""
    with office.store.read() as unit:
        claim = unit.folder(number).claim
    return settled(office, claim)


def settlement_of(office: Office, number: str) -> Settlement:
    """The settlement fixed by the last approval, else of the claim as it stands. Raises NotFoundError, PolicyError."""
    with office.store.read() as unit:
        folder = unit.folder(number)
    return thawed(folder.settlement) if folder.settlement else settled(office, folder.claim)


def open_points(office: Office, number: str) -> tuple[Doubt, ...]:
    """Everything that still stands in the way of the first approval, each with its target and reason (Chinese)."""
    with office.store.read() as unit:
        return points(office, unit, unit.folder(number))


def points(office: Office, unit: Unit, folder: Folder) -> tuple[Doubt, ...]:
    """As :func:`open_points`, within an open unit."""
    claim = folder.claim
    paper = doubts(claim)
    lines = tuple(Doubt(f"line:{line.id}", f"“{line.text('name')}”还没有对应的目录条目") for line in unmatched(claim))
    apart = {code for code, told in (("open-doubts", paper), ("page-failed", paper), ("unmatched", lines)) if told}
    asked = (view.finding for view in assess(office, unit, folder) if view.open)
    return (*paper, *lines, *(Doubt(f.subject, f.message) for f in asked if f.code not in apart))


def differs(office: Office, folder: Folder) -> bool:
    """Whether the claim as it stands would no longer settle as it was approved: other sums, lines, pack or editions.

    The wording of trace and warnings is left out, and so is what the software did not state yet when the claim was
    approved: both may change with the software while every figure stays.
    """
    approved = _figures(folder.settlement or {})
    return bool(_stated(frozen(settled(office, folder.claim)), approved) != approved)


def is_outdated(office: Office, number: str) -> bool:
    """Whether the claim stands on editions that were withdrawn or replaced since, and nobody decided to keep them."""
    return any(view.open and view.finding.code in OUTDATED for view in findings(office, number))


def _figures(snapshot: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in snapshot.items() if name not in {"trace", "warnings"}}


def _stated(now: Any, approved: Any) -> Any:
    """Of what is stated now, that which the approved one states too."""
    if isinstance(now, dict) and isinstance(approved, dict):
        return {name: _stated(now.get(name), value) for name, value in approved.items()}
    if isinstance(now, list) and isinstance(approved, list) and len(now) == len(approved):
        return [_stated(new, old) for new, old in zip(now, approved, strict=True)]
    return now
