"""Forged and honest claims: `lingbao bench fraud [--frauds N] [--claims N] [--seed S] [--read] [--misses]`.

Each fraud is a pile of one stay on one page of which a figure was changed, as published (policy §2.7) and at random: on
the paper before its scan, or in the saved picture. *Picture*: a sign stands where it was changed. *Shown*: a broken sum
points at the changed figure or its line. *Told*: a broken sum points elsewhere. Honest claims are the same piles
unchanged, with the damage of the forge; an alarm is any finding of the group forgery.

Without ``--read`` the words are those the forge printed, as a recogniser without fault would see them. With it the
engine reads every page, as at the desk.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections import Counter
from contextlib import nullcontext
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from ocr.recognition.pool import EnginePool
from review.checks.finding import CheckContext, Group
from review.checks.registry import run_checks
from tests.bench.bench_read import say
from tests.bench.fraud_claims import forged, honest

if TYPE_CHECKING:
    from collections.abc import Sequence

    from review.checks.finding import Finding
    from tests.bench.fraud_claims import Seen
    from tests.forge.fraud import Fraud

SUMS = frozenset(
    {"receipt-words", "receipt-sum", "statement-sum", "statement-receipt", "line-product", "receipt-identity"}
    | {"class-at-odds", "figure-grown"}
)
"""Findings that break where a figure was changed: equations of a paper, of a line, between papers."""

OUTCOMES = ("picture", "shown", "told", "doubted", "missed")


def run(argv: Sequence[str]) -> int:
    """Forge, look, check and print; 0."""
    parser = argparse.ArgumentParser(prog="lingbao bench fraud", description=__doc__)
    parser.add_argument("--frauds", type=int, default=100, help="claims with one changed figure")
    parser.add_argument("--claims", type=int, default=300, help="honest claims")
    parser.add_argument("--seed", type=int, default=1, help="what they are drawn by")
    parser.add_argument("--read", action="store_true", help="read every page with the engine")
    parser.add_argument("--misses", action="store_true", help="name every missed fraud and every honest alarm")
    chosen = parser.parse_args(argv)
    with EnginePool() if chosen.read else nullcontext() as pool, tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        frauds = [forged(f"{chosen.seed}/fraud/{n}", folder, pool) for n in range(chosen.frauds)]
        claims = [honest(f"{chosen.seed}/honest/{n}", folder, pool) for n in range(chosen.claims)]
    say(f"words {'read by the engine' if chosen.read else 'as printed'}, seed {chosen.seed}")
    say(caught(frauds, misses=chosen.misses))
    say(alarms(claims, misses=chosen.misses))
    pages = sum(len(seen.claim.pages) for seen in (*frauds, *claims))
    spent = sum(seen.seconds for seen in (*frauds, *claims))
    say(f"pages {pages}" + ("" if chosen.read else f", signs {1000 * spent / max(1, pages):.0f} ms CPU a page"))
    return 0


def caught(frauds: Sequence[Seen], *, misses: bool = False) -> str:
    """A row for each kind and way of fraud: how many were caught by what."""
    counted: Counter[tuple[str, str, str]] = Counter()
    missed = []
    for seen in frauds:
        if seen.fraud is not None:
            outcome = outcome_of(seen, seen.fraud)
            counted[seen.fraud.what, f"{seen.fraud.how}, on the {seen.fraud.when}", outcome] += 1
            missed += [f"  missed: {seen.fraud}"] if outcome == OUTCOMES[-1] else []
    rows = sorted({key[:2] for key in counted})
    lines = [f"{'':34}" + "".join(f"{outcome:>9}" for outcome in OUTCOMES)]
    for what, how in (*rows, ("all", "")):
        found = [
            sum(n for key, n in counted.items() if key[2] == o and what in ("all", key[0]) and how in ("", key[1]))
            for o in OUTCOMES
        ]
        lines.append(f"{f'{what} {how}':34}" + "".join(f"{count:9}" for count in found))
    return "\n".join([*lines, *(missed if misses else [])])


def outcome_of(seen: Seen, fraud: Fraud) -> str:
    """By what a fraud was caught, the most telling first."""
    found = findings(seen)
    if any(finding.code == "page-changed" and _points_at(finding, seen.page, fraud.box) for finding in found):
        return "picture"
    sums = [finding for finding in found if finding.code in SUMS]
    if any(_points_at(finding, seen.page, _row(fraud.box)) for finding in sums):
        return "shown"
    if sums:
        return "told"
    return "doubted" if _doubted(seen, fraud) else "missed"


def alarms(claims: Sequence[Seen], *, misses: bool = False) -> str:
    """How many honest claims give a finding of the group forgery, and which."""
    found = [[finding for finding in findings(seen) if finding.group is Group.FORGERY] for seen in claims]
    loud = [few for few in found if few]
    named = [f"  {finding.code}: {finding.message}" for few in loud for finding in few] if misses else []
    share = 100 * len(loud) / max(1, len(claims))
    return "\n".join([f"honest claims {len(claims)}, with a forgery alarm {len(loud)} ({share:.1f} %)", *named])


def findings(seen: Seen) -> tuple[Finding, ...]:
    """What all checks say of a claim that the office knows nothing beside."""
    return run_checks(seen.claim, CheckContext(today=date(2026, 1, 5), entry=_nothing, edition=_nothing))


def _nothing(_: str) -> None:
    return None


def _row(box: Sequence[int]) -> tuple[int, int, int, int]:
    """The row of a figure, right across the page."""
    x, y, width, height = box
    return x - 10_000, y, width + 20_000, height


def _points_at(finding: Finding, page: int, box: Sequence[int]) -> bool:
    """Whether a finding's place and a box on a page meet."""
    if finding.place is None or finding.place.page_id != page:
        return False
    (x, y, width, height), (left, top, wide, high) = finding.place.box, box
    return x < left + wide and left < x + width and y < top + high and top < y + height


def _doubted(seen: Seen, fraud: Fraud) -> bool:
    """Whether somebody is asked to look at the changed figure anyway."""
    x, y, width, height = fraud.box
    cells = (
        value
        for paper in seen.claim.documents
        for value in (*paper.values.values(), *(cell for line in paper.lines for cell in line.values.values()))
        if value.standing.asks and value.place and value.place.page_id == seen.page
    )
    boxes = [cell.place.box for cell in cells if cell.place]
    return any(x < a + c and a < x + width and y < b + d and b < y + height for a, b, c, d in boxes)


if __name__ == "__main__":
    sys.exit(run(sys.argv[1:]))
