"""Forged and honest claims: `lingbao bench fraud [--frauds N] [--published N] [--copies N] [--claims N] [--read]`.

Every pile is handed in at the counter of a real office with the shipped catalogue, lists and rules, read, sorted,
matched and checked as at the desk. *frauds*: on one page of a pile one figure or class was changed by chance.
*published*: the frauds of policy §2.7, N of each kind, on one paper and on all, in every way of the forge. *copies*:
electronic receipts handed in again. *claims*: honest piles; an alarm is any finding of the group forgery, or that says
a class was changed or a receipt handed in before.

*picture*: a sign in the pixels stands in the line of the change. *at the place*: another finding that blocks or wants a
decision points there. *asked there*: a value in doubt stands there. *elsewhere*: such a finding points elsewhere.

Without ``--read`` the words are those the forge printed, as a recogniser without fault would see them. With it the
engine reads every page, as at the desk.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

from ocr.recognition.pool import EnginePool
from review.checks.finding import Group
from tests.bench.bench_read import say
from tests.bench.fraud_claims import any_frauds, copies, honest, published
from tests.bench.fraud_outcomes import UNSEEN, table
from tests.bench.printed_pool import PrintedPool

if TYPE_CHECKING:
    from collections.abc import Sequence

    from review.checks.finding import Finding
    from tests.bench.fraud_outcomes import Told


def run(argv: Sequence[str]) -> int:
    """Forge, hand in, check and print; 0."""
    parser = argparse.ArgumentParser(prog="lingbao bench fraud", description=__doc__)
    parser.add_argument("--frauds", type=int, default=40, help="piles with one change by chance")
    parser.add_argument("--published", type=int, default=10, help="piles of each published kind")
    parser.add_argument("--copies", type=int, default=200, help="copies of electronic receipts")
    parser.add_argument("--claims", type=int, default=300, help="honest claims")
    parser.add_argument("--seed", default="1", help="what they are drawn by")
    parser.add_argument("--read", action="store_true", help="read every page with the engine")
    parser.add_argument("--misses", action="store_true", help="name what was not seen, and every honest alarm")
    chosen = parser.parse_args(argv)
    with EnginePool() if chosen.read else nullcontext(PrintedPool()) as pool, tempfile.TemporaryDirectory() as folder:
        say(f"words {'read by the engine' if chosen.read else 'as printed'}, seed {chosen.seed}")
        measure(Path(folder), pool, chosen)
    return 0


def measure(folder: Path, pool: EnginePool | PrintedPool, chosen: argparse.Namespace) -> None:
    """Each part that was asked for, in an office of its own."""
    if chosen.frauds:
        say(_part("changed by chance", any_frauds(folder / "any", pool, chosen.seed, chosen.frauds), chosen.misses))
    if chosen.published:
        told = published(folder / "published", pool, chosen.seed, chosen.published)
        say(_part("as published", told, chosen.misses))
        say(table(told, by_manner=True))
    if chosen.copies:
        made, alarms = copies(folder / "copies", pool, chosen.seed, chosen.copies)
        say(_part("electronic receipts handed in again", made, chosen.misses))
        say(table(made, by_manner=True))
        say(f"first hand-ins told as copies: {alarms}")
    if chosen.claims:
        say(alarms_of(honest(folder / "honest", pool, chosen.seed, chosen.claims), misses=chosen.misses))
    if isinstance(pool, PrintedPool):
        say(f"pages {pool.pages}, signs {1000 * pool.seconds / max(1, pool.pages):.0f} ms CPU a page")


def _part(title: str, told: Sequence[Told], misses: bool) -> str:  # noqa: FBT001 - as it was chosen
    named = [f"  unseen: {row.kind}, {row.manner}: {row.what}" for row in told if row.outcome == UNSEEN]
    return "\n".join([f"\n== {title}: {len(told)} ==", table(told), *(named if misses else [])])


def alarms_of(claims: Sequence[Sequence[Finding]], *, misses: bool = False) -> str:
    """How many honest claims give a finding of the group forgery, and one of classes or copies; and which."""
    forged = sum(any(finding.group is Group.FORGERY for finding in few) for few in claims)
    others = sum(any(finding.group is not Group.FORGERY for finding in few) for few in claims)
    named = [f"  {f.severity} {f.code}: {f.message}" for few in claims for f in few] if misses else []
    share = 100 * forged / max(1, len(claims))
    said = f"honest claims {len(claims)}, with a forgery alarm {forged} ({share:.1f} %), of classes or copies {others}"
    return "\n".join([said, *named])


if __name__ == "__main__":
    sys.exit(run(sys.argv[1:]))
