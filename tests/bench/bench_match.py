"""Matching measured on the labelled set of tests/matching: `lingbao bench match [--tuning] [--errors] [--big 200000]`.

The threshold and the errors shown come from the tuning half only; figures that count are those of the held-out half.
Peer in the same run: rapidfuzz's ``process.extract`` as it comes, over the raw names of the same editions.
"""

from __future__ import annotations

import argparse
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from rapidfuzz import process

from review.catalogue.editions import load_editions
from tests.bench import bench_match_speed
from tests.bench.bench_doubt_fit import reliability
from tests.bench.bench_doubt_plot import drawing
from tests.bench.bench_match_outcomes import FIVE, groups, outcomes, report, shown
from tests.bench.bench_match_threshold import at_threshold, calibration, said, threshold
from tests.bench.bench_match_wordings import dressed
from tests.bench.bench_read import say
from tests.matching.derived import derived_cases
from tests.matching.labels import all_cases, halves

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Sequence

    from review.catalogue.editions import CatalogueSet
    from tests.bench.bench_match_outcomes import Outcome
    from tests.matching.labels import Case

DAY = date(2025, 6, 2)
"""A day on which the shipped list is in force."""


def run(argv: Sequence[str]) -> int:
    """Match every labelled line and say what came of it."""
    parser = argparse.ArgumentParser(prog="lingbao bench match", description=__doc__)
    parser.add_argument("--lines", type=int, default=0, help="only so many lines of each half, evenly spread; 0: all")
    parser.add_argument("--big", type=int, default=200_000, help="entries of the edition for speed; 0: no speed")
    parser.add_argument("--peer", type=int, default=40, help="lines the peer takes; 0: no peer")
    parser.add_argument("--errors", action="store_true", help="name the errors of the tuning half")
    parser.add_argument("--tuning", action="store_true", help="the tuning half alone: the other is left unmeasured")
    parser.add_argument("--plot", type=Path, help="write what scores said against what came true as SVG")
    chosen = parser.parse_args(argv)
    catalogue = load_editions()
    tuning, held = (_spread(half, chosen.lines) for half in halves(all_cases()))
    tuned = _matched(catalogue, tuning)
    if not chosen.tuning:
        _final(catalogue, tuned, held, chosen)
    else:
        say("\n".join(report("tuning half", tuned)))
    if chosen.errors:
        say("\n".join(["", "errors of the tuning half:", *_errors(tuned)]))
    return 0


def _final(catalogue: CatalogueSet, tuned: Sequence[Outcome], cases: Sequence[Case], chosen: Namespace) -> None:
    """The held-out half measured, and speed."""
    held = _matched(catalogue, cases)
    told = _matched(catalogue, _few(halves(derived_cases())[1], chosen.lines))
    bare = _matched(catalogue, [_without_unit(case) for case in cases if not case.truth])
    for line in (
        *_figures(tuned, held),
        *report("held-out names as written, without units", bare),
        *report("derived from the list and its notes, held-out", told),
    ):
        say(line)
    if chosen.plot:
        chosen.plot.write_text(drawing({"held-out": ((), reliability(said(held)))}), encoding="utf-8")
    _compare(catalogue, cases, chosen.peer, chosen.big)


def _without_unit(case: Case) -> Case:
    """The line as a list of names and specifications holds it."""
    return replace(case, printed=replace(case.printed, unit=""))


def _few(cases: Sequence[Case], limit: int) -> Sequence[Case]:
    """About so many lines, evenly spread; all where the limit is 0."""
    return cases[:: max(1, len(cases) // limit) if limit else 1]


def _spread(cases: Sequence[Case], limit: int) -> list[Case]:
    """The lines and their dressed copies."""
    chosen = _few(cases, limit)
    return [*chosen, *dressed(case for case in chosen if not case.truth)]


def _matched(catalogue: CatalogueSet, cases: Sequence[Case]) -> tuple[Outcome, ...]:
    return outcomes(catalogue, cases, DAY)


def _figures(tuning: Sequence[Outcome], held: Sequence[Outcome]) -> list[str]:
    limit = threshold(tuning)
    parts = [line for name, some in groups(held).items() for line in report(f"held-out, {name}", some)]
    return [
        *report("tuning half", tuning),
        *report("held-out half", held),
        *parts,
        f"threshold from the tuning half: {limit:.4f}",
        f"  on the tuning half:   {at_threshold(tuning, limit)}",
        f"  on the held-out half: {at_threshold(held, limit)}",
        *calibration(held),
    ]


def _errors(found: Sequence[Outcome]) -> list[str]:
    """Lines taken wrongly, then lines whose right entry does not stand first."""
    worst = [one for one in found if one.wrong]
    missed = [one for one in found if not one.wrong and one.place != 0 and not one.case.outside]
    return [_told(one) for one in (*worst, *missed)]


def _told(one: Outcome) -> str:
    printed, first = one.case.printed, one.match.candidates[:3]
    sign = "WRONG" if one.wrong else f"place {one.place}"
    got = "; ".join(f"{c.entry.name}/{c.entry.dosage_form} {c.entry.id} {c.score}" for c in first)
    return f"{sign}: {printed.name}|{printed.spec}|{printed.unit} is {', '.join(sorted(one.case.entries))}; got {got}"


def _compare(catalogue: CatalogueSet, cases: Sequence[Case], peers: int, big: int) -> None:
    names = list(dict.fromkeys(case.printed.name for case in cases))
    if peers:
        say(_peer([case for case in cases if not case.outside][:: max(1, len(cases) // peers)], catalogue))
    if big:
        for line in bench_match_speed.report(names, big, peers):
            say(line)


def _peer(cases: Sequence[Case], catalogue: CatalogueSet) -> str:
    """How often the peer has a right entry first, and among five."""
    entries = [entry for shelf in catalogue.shelves for entry in shelf.entries]
    listed = [entry.name for entry in entries]
    places = [_places(case, process.extract(case.printed.name, listed, limit=FIVE), entries) for case in cases]
    first, five = sum(place[:1] == [True] for place in places), sum(map(any, places))
    figures = f"top-1 {shown(first, len(cases))}, top-5 {shown(five, len(cases))}"
    return f"rapidfuzz process.extract over the raw list, {len(cases)} lines: {figures}"


def _places(case: Case, found: Sequence[tuple[str, float, int]], entries: Sequence[object]) -> list[bool]:
    return [getattr(entries[index], "id", "") in case.entries for _, _, index in found]


if __name__ == "__main__":
    sys.exit(run(sys.argv[1:]))
