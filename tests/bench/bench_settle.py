"""Settling measured: one claim of many lines with its trace, sums alone, and plain floats as the floor.

``lingbao bench settle [--claims N]`` calls :func:`run`. The floor knows one pack's rules for stays only, keeps no fen
and tells nothing (tests/bench/settle_floats.py); the last line says how far its sums are from ours.
"""

from __future__ import annotations

import argparse
import sys
import time
from decimal import Decimal
from typing import TYPE_CHECKING

from review.packs.pack import load_pack
from review.policy.case import Case
from review.policy.settle import settle, settle_sums
from tests.bench.settle_claims import claims
from tests.bench.settle_floats import SUMS, all_together, flat, one_by_one, rules_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from review.packs.pack_model import Pack

ROUNDS = 5
DEFAULT = 2_000


def run(argv: Sequence[str]) -> int:
    """Measure and print; 0 when done."""
    parser = argparse.ArgumentParser(prog="lingbao bench settle", description=__doc__)
    parser.add_argument("--claims", type=int, default=DEFAULT, help="claims of ten lines")
    parser.add_argument("--pack", default="ganzhou", help="id of a pack, for our own side")
    chosen = parser.parse_args(argv)
    pack = load_pack(chosen.pack)
    large, small = claims(10, 300), claims(chosen.claims, 10)
    floor = rules_of(load_pack("ganzhou"), settle_sums(small[0], pack).day or pack.reviewed_until)
    flats = [flat(case) for case in small]
    texts = [case.model_dump_json(by_alias=True, exclude_defaults=True) for case in small]
    floats = each("10 lines, plain floats", flats, lambda one: one_by_one(one, floor))
    whole = best(lambda: all_together(flats, floor)) / len(flats)
    say("10 lines, floats as vectors", whole, floats)
    say("10 lines, sums only", each("", small, lambda case: settle_sums(case, pack)), floats)
    say("10 lines, with trace and warnings", each("", small[:500], lambda case: settle(case, pack)), floats)
    say("10 lines, case read from JSON", each("", texts, Case.model_validate_json), floats)
    many = each("300 lines, plain floats", [flat(case) for case in large], lambda one: one_by_one(one, floor))
    say("300 lines, sums only", each("", large, lambda case: settle_sums(case, pack)), many)
    say("300 lines, with trace and warnings", each("", large, lambda case: settle(case, pack)), many)
    if chosen.pack == "ganzhou":
        _differences(small, [one_by_one(one, floor) for one in flats], pack)
    return 0


def each(what: str, things: Sequence[object], task: Callable[..., object]) -> float:
    """Seconds a thing, the best of several rounds; printed where it has a name."""
    seconds = best(lambda: [task(one) for one in things]) / len(things)
    if what:
        say(what, seconds, seconds)
    return seconds


def best(task: Callable[[], object]) -> float:
    """Seconds of CPU, the best of several rounds."""
    taken = []
    for _ in range(ROUNDS):
        start = time.process_time()
        task()
        taken.append(time.process_time() - start)
    return min(taken)


def say(what: str, seconds: float, floor: float) -> None:
    """One line of the report."""
    sys.stdout.write(f"{what:36s}{seconds * 1e3:9.4f} ms  {seconds / floor:8.2f} x plain floats\n")
    sys.stdout.flush()


def _differences(cases: Sequence[Case], floats: Sequence[tuple[float, ...]], pack: Pack) -> None:
    apart = differences(cases, floats, pack)
    off = sum(1 for one in apart if one)
    sys.stdout.write(f"{off} of {len(apart)} claims differ from the floats, by {max(apart)} fen at most\n")


def differences(cases: Sequence[Case], floats: Sequence[tuple[float, ...]], pack: Pack) -> list[int]:
    """By how many fen the float sums of each claim are off, at the most."""
    found = []
    for case, sums in zip(cases, floats, strict=True):
        done = settle_sums(case, pack)
        ours = [int(getattr(done, name) * 100) for name in SUMS]
        theirs = [int(Decimal(str(round(amount, 2))) * 100) for amount in sums]
        found.append(max(abs(one - other) for one, other in zip(ours, theirs, strict=True)))
    return found


if __name__ == "__main__":
    sys.exit(run(sys.argv[1:]))
