"""What a person still has to look at in a claim, in the order of the paper, and the walk from one to the next."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.ui.desk.spots import Spot, spots
from review.claim import doubts as open_doubts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from review.claim.claim import Claim


@dataclass(frozen=True, slots=True)
class Doubt:
    """One thing to look at and why; ``match`` where a catalogue entry has to be chosen for a line."""

    spot: Spot
    reason: str = ""
    match: bool = False

    @property
    def target(self) -> str:
        """The services' address of it."""
        return self.spot.target


def doubts(claim: Claim) -> tuple[Doubt, ...]:
    """Everything open in the claim's paper."""
    asked = {doubt.target: doubt.reason for doubt in open_doubts.doubts(claim)}
    unmatched = {f"line:{line.id}" for line in open_doubts.unmatched(claim)}
    return tuple(_asked(spots(claim).values(), asked, unmatched))


def _asked(found: Iterable[Spot], asked: dict[str, str], unmatched: set[str]) -> Iterator[Doubt]:
    for spot in found:
        if spot.target in asked:
            yield Doubt(spot, asked[spot.target])
        if spot.target in unmatched:
            yield Doubt(spot, match=True)


def neighbour(claim: Claim, found: Sequence[Doubt], current: str, step: int) -> Doubt | None:
    """The doubt after (step 1) or before (-1) a target in the order of the paper, going around; None where none is."""
    if not found:
        return None
    order = {target: place for place, target in enumerate(spots(claim))}
    here = order.get(current, -1 if step > 0 else len(order))
    ahead = [d for d in found if (order[d.target] - here) * step > 0]
    if step > 0:
        return ahead[0] if ahead else found[0]
    return ahead[-1] if ahead else found[-1]
