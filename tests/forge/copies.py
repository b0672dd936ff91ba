"""One electronic receipt handed in again and again (policy §2.7): saved, scanned, photographed, printed, renumbered."""

from __future__ import annotations

from dataclasses import dataclass, replace
from random import Random
from typing import TYPE_CHECKING

from tests.forge.clean import retyped
from tests.forge.fraud import any_scan, scanned
from tests.forge.receipts import INPATIENT, receipt
from tests.forge.stock import any_case
from tests.forge.strips import strip_of
from tests.forge.style import any_style
from tests.forge.wear import Wear

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.forge.case import Case
    from tests.forge.fraud import Page
    from tests.forge.paper import Paper

_DPI = (144, 150, 200)


@dataclass(frozen=True)
class Original:
    """An electronic receipt as its hospital issued it: what it is about, how it prints, and the first scan of it."""

    case: Case
    seed: str
    first: Page

    def print_out(self, dpi: int = 0) -> Paper:
        """The receipt printed once more, the same to the letter."""
        return _printed(self.case, self.seed, dpi)


def any_original(seed: str) -> Original:
    """An electronic receipt by chance."""
    rng = Random(seed)  # noqa: S311 - a repeatable drawing, not a secret
    case = any_case(rng, visit=False, lines=(14, 40))
    paper = _printed(case, seed)
    return Original(case, seed, scanned(paper, any_scan(paper, rng, flat=True), rng))


def _printed(case: Case, seed: str, dpi: int = 0) -> Paper:
    """The first form that prints a code of the treasury, as electronic receipts do."""
    for number in range(100):
        rng = Random(f"{seed}/{number}")  # noqa: S311 - as above
        style = any_style(rng, overprint=0.0)
        paper = receipt(case, replace(style, dpi=dpi or style.dpi), INPATIENT, rng)
        if "invoice_code" in paper.said.marks:
            return paper
    raise ValueError(seed)


def same_file(original: Original, _rng: Random) -> Page:
    """The very file."""
    return original.first


def saved_again(original: Original, rng: Random) -> Page:
    """The first scan compressed once more, a little smaller."""
    paper = original.print_out()
    return scanned(paper, Wear(noise=0.0, quality=rng.randint(60, 90), scale=round(rng.uniform(0.9, 1.1), 2)), rng)


def scanned_again(original: Original, rng: Random) -> Page:
    """The same sheet on another scanner."""
    paper = original.print_out()
    return scanned(paper, any_scan(paper, rng, flat=True), rng)


def photographed(original: Original, rng: Random) -> Page:
    """The sheet on a desk."""
    wear = Wear(noise=3.0, phone=True, shadow=round(rng.uniform(0.0, 0.25), 2), quality=rng.randint(70, 90))
    return scanned(original.print_out(), wear, rng)


def printed_again(original: Original, rng: Random) -> Page:
    """Printed anew from the same electronic receipt, finer or coarser, and scanned."""
    paper = original.print_out(rng.choice(_DPI))
    return scanned(paper, any_scan(paper, rng, flat=True), rng)


def renumbered(original: Original, rng: Random) -> Page:
    """Printed anew with one digit of the number retyped in its own face."""
    paper = original.print_out()
    mark = paper.said.marks["invoice_number"][0]
    number = strip_of(paper, mark, []).text
    at = rng.randrange(len(number) - 4, len(number))
    retyped(paper, mark, f"{number[:at]}{(int(number[at]) + rng.randint(1, 9)) % 10}{number[at + 1 :]}")
    return scanned(paper, any_scan(paper, rng, flat=True), rng)


COPIES: dict[str, Callable[[Original, Random], Page]] = {
    "the same file": same_file,
    "saved again": saved_again,
    "scanned again": scanned_again,
    "photographed": photographed,
    "printed again": printed_again,
    "number changed": renumbered,
}
"""Each way gives another picture of the receipt."""
