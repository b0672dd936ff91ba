"""How a fraud was told: by what the checks of a real office say of the claim, and where they point."""

from __future__ import annotations

from collections import Counter as Tally
from dataclasses import dataclass
from typing import TYPE_CHECKING

from review.checks.finding import Severity
from review.checks.paperwork import all_values

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from review.checks.finding import Finding
    from review.claim.paper import Box, Place
    from tests.bench.counter import HandedIn
    from tests.forge.fraud import Fraud

OF_CLASSES = frozenset({"page-changed", "class-at-odds", "class-listed", "classes-differ"})
OF_FIGURES = frozenset(
    {"page-changed", "figure-grown", "row-grown", "receipt-words", "receipt-sum", "statement-sum", "statement-receipt"}
    | {"line-product", "receipt-identity", "price-grown", "price-unusual", "price-uneven", "total-out-of-proportion"}
)
"""Findings that speak of changed classes and figures; everything else a claim is asked about counts for nothing."""

AGAIN = frozenset(
    {"duplicate-receipt", "receipt-twice", "page-elsewhere", "page-alike", "page-twice", "receipt-again"}
    | {"receipts-alike", "number-other-sum"}
)
"""Findings that say a receipt was handed in before."""

PICTURE, PLACE, ASKED, ELSEWHERE, CLUE, UNSEEN = "picture", "at the place", "asked there", "elsewhere", "clue", "unseen"
OUTCOMES = (PICTURE, PLACE, ASKED, ELSEWHERE, CLUE, UNSEEN)
"""A sign in the picture; another finding that presses in the line; a value in doubt there; one elsewhere; a clue."""


@dataclass(frozen=True)
class Told:
    """One fraud of a kind, done in a manner: how it was told, by which findings, and what it was."""

    kind: str
    manner: str
    outcome: str
    codes: tuple[str, ...] = ()
    what: str = ""


def outcome_of(seen: HandedIn, frauds: Mapping[int, Sequence[Fraud]]) -> tuple[str, tuple[str, ...]]:
    """How changes, by their page from nought, were told: the most telling way, and the codes."""
    boxes = {seen.page_ids[page]: [fraud.box for fraud in made] for page, made in frauds.items()}
    classes = any("class" in fraud.what for made in frauds.values() for fraud in made)
    told = [finding for finding in seen.findings if finding.code in (OF_CLASSES if classes else OF_FIGURES)]
    pressing = [finding for finding in told if finding.severity is not Severity.CLUE]
    there = [finding for finding in pressing if _in_line(finding.place, boxes)]
    clues = [finding for finding in told if finding not in pressing and _in_line(finding.place, boxes)]
    ways = (
        (PICTURE, [finding.code for finding in there if _is_picture(finding)]),
        (PLACE, [finding.code for finding in there]),
        (ASKED, _asked(seen, boxes)),
        (ELSEWHERE, [finding.code for finding in pressing]),
        (CLUE, [finding.code for finding in clues]),
    )
    outcome, codes = next(((way, codes) for way, codes in ways if codes), (UNSEEN, []))
    return outcome, tuple(dict.fromkeys(codes))


def told_again(found: Iterable[Finding]) -> tuple[str, tuple[str, ...]]:
    """How a copy was told: by findings that press and show a place, by clues, or not."""
    again = [finding for finding in found if finding.code in AGAIN]
    pressing = [finding for finding in again if finding.severity is not Severity.CLUE and finding.place]
    outcome = PLACE if pressing else CLUE if again else UNSEEN
    return outcome, tuple(dict.fromkeys(finding.code for finding in pressing or again))


def table(told: Sequence[Told], *, by_manner: bool = False) -> str:
    """A row for each kind, or for each manner: how many were told how."""
    keys = [row.manner if by_manner else row.kind for row in told]
    counted = Tally(zip(keys, (row.outcome for row in told), strict=True))
    lines = [f"{'':34}" + "".join(f"{outcome:>13}" for outcome in OUTCOMES)]
    for key in (*sorted(set(keys)), "all"):
        counts = [sum(n for (k, o), n in counted.items() if o == outcome and key in (k, "all")) for outcome in OUTCOMES]
        lines.append(f"{key:34}" + "".join(f"{count:13}" for count in counts))
    return "\n".join(lines)


def _is_picture(finding: Finding) -> bool:
    """Whether it rests on pixels; that of a total against its words rests on what was read."""
    return finding.code == "page-changed" and finding.values.get("sign") != "grown-total"


def _asked(seen: HandedIn, boxes: Mapping[int, Sequence[Sequence[int]]]) -> list[str]:
    """Keys of values in doubt in the lines of changed figures."""
    values = (value for paper in seen.claim.documents for value in all_values(paper))
    return [value.key for value in values if value.standing.asks and _in_line(value.place, boxes)]


def _in_line(place: Place | None, boxes: Mapping[int, Sequence[Sequence[int]]]) -> bool:
    """Whether a place lies in the line of a changed figure, which runs down pages that lie on their side."""
    return place is not None and any(_meets(place.box, box) for box in boxes.get(place.page_id, ()))


def _meets(place: Box, box: Sequence[int]) -> bool:
    """Whether a place stands in a line with a figure; the places of figures are longer than high along their line."""
    (x, y, width, height), (left, top, wide, high) = place, box
    if width >= height:
        return y < top + high and top < y + height
    return x < left + wide and left < x + width
