"""Doubt measured: does confidence hold what it says, which thresholds follow, and do errors put in go unseen?

``lingbao bench doubt --set TRUTH=WORDS ... [--fit] [--plot FILE] [--errors N]`` calls :func:`run`. TRUTH is a folder of
labels and pictures, WORDS one with the words of the same pages (``<stem>.json`` or ``<stem>.text.json``), and their
second looks.
The labelled sets lie beside the project; where none is found nothing is measured and the exit code is 0.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import zlib
from pathlib import Path
from typing import TYPE_CHECKING

from ocr.extraction.calibration import FILE, at, confirmed
from ocr.recognition.pool import EnginePool
from tests.bench.bench_doubt_cells import SCORER, label, load_set, of_kind
from tests.bench.bench_doubt_errors import damage_figures, damage_rows, papers_of, seen_twice, summary
from tests.bench.bench_doubt_fit import asked, curved, expected_error, isotonic, level, missed, reliability
from tests.bench.bench_doubt_plot import drawing

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ocr.extraction.calibration import Curve
    from tests.bench.bench_doubt_cells import LabelledCell, LabelledSet
    from tests.bench.bench_doubt_errors import Damage
    from tests.bench.bench_doubt_fit import Bin, Point

__all__ = ["SCORER", "run"]

KINDS = ("money", "count", "code", "day", "text")
WANTED = {"money": 0.005, "count": 0.005, "code": 0.1, "day": 0.05, "text": 0.25}
"""A value that nothing proves asks where the chance of its being wrong is higher: a wrong figure is worth 200 asked."""


def run(argv: Sequence[str]) -> int:
    """Measure and print; 0 when done or when there is nothing to measure on."""
    chosen = _arguments(argv)
    sets = [load_set(Path(truth), Path(words)) for truth, _, words in (s.partition("=") for s in chosen.set)]
    sets = [one for one in sets if one.pages]
    if not sets or not SCORER.exists():
        say("skipped: no labelled pages with their words were given")
        return 0
    cells = [cell for one in sets for cell in label(one)]
    say(f"{sum(len(one.pages) for one in sets)} pages, {len(cells)} labelled values")
    panels = {kind: held_out(of_kind(cells, kind)) for kind in KINDS}
    report(cells, panels)
    if chosen.fit:
        fit(cells, [f"{one.name}: {len(one.pages)} pages" for one in sets])
    if chosen.plot:
        Path(chosen.plot).write_text(drawing({k: _bins(p) for k, p in panels.items() if p[0]}), encoding="utf-8")
    if chosen.errors:
        put_in_errors(sets, chosen.errors)
    return 0


def _arguments(argv: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="lingbao bench doubt", description=__doc__)
    parser.add_argument("--set", action="append", default=[], help="TRUTH=WORDS, two folders; may be given again")
    parser.add_argument("--fit", action="store_true", help="write the curves and thresholds that the data gives")
    parser.add_argument("--plot", help="write confidence against truth to this SVG file")
    parser.add_argument("--errors", type=int, default=0, help="put errors into N figures and N rows of every page")
    return parser.parse_args(argv)


def say(text: str) -> None:
    """One line to standard output, at once."""
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def points(cells: Sequence[LabelledCell]) -> list[Point]:
    """Raw measure and truth of each cell."""
    return [(cell.raw, cell.right) for cell in cells]


def held_out(cells: Sequence[LabelledCell]) -> tuple[list[Point], list[Point]]:
    """What was said and came true, before and after calibration; each half of the pages is judged by the other's."""
    halves = [[c for c in cells if zlib.crc32(c.page.encode()) % 2 == side] for side in (0, 1)]
    if not all(halves):
        return points(cells), points(cells)
    after = [pair for a, b in (halves, halves[::-1]) for pair in curved(isotonic(points(a)), points(b))]
    return points(cells), after


def _bins(pair: tuple[Sequence[Point], Sequence[Point]]) -> tuple[Sequence[Bin], Sequence[Bin]]:
    return reliability(pair[0]), reliability(pair[1])


def report(cells: Sequence[LabelledCell], panels: Mapping[str, tuple[list[Point], list[Point]]]) -> None:
    """Reliability by kind: values, wrong ones, proven, asking, silent; the calibration error before and after."""
    say(f"{'kind':<8}{'values':>8}{'wrong':>7}{'proven':>8}{'asking':>8}{'silent':>8}{'ECE raw':>10}{'held out':>10}")
    for kind, (before, after) in panels.items():
        some = [cell for cell in cells if cell.kind == kind]
        wrong = sum(not c.right for c in some)
        proven, asking = sum(c.proven for c in some), sum(c.asks for c in some)
        silent = sum(not c.right and not c.asks for c in some)
        errors = f"{expected_error(before):>10.4f}{expected_error(after):>10.4f}"
        say(f"{kind:<8}{len(some):>8}{wrong:>7}{proven:>8}{asking:>8}{silent:>8}{errors}")
    for kind, (_, after) in panels.items():
        told = "  ".join(f"{b.said:.3f}:{b.right:.3f}({b.count})" for b in reliability(after))
        say(f"{kind:<8} said:right(values)  {told}")


def fit(cells: Sequence[LabelledCell], sources: Sequence[str]) -> None:
    """Curves and thresholds from all cells, written to the file that extraction reads."""
    curves: dict[str, Curve] = {kind: isotonic(points(of_kind(cells, kind))) for kind in KINDS}
    for kind in ("money", "text"):
        looked = of_kind(cells, confirmed(kind))
        curves[confirmed(kind)] = level(points(looked)) if looked else curves[kind]
    limits = {kind: 1 - share for kind, share in WANTED.items()}
    kept = {"source": list(sources), "command": "lingbao bench doubt --set TRUTH=WORDS ... --fit"}
    FILE.write_text(json.dumps({**kept, "limits": limits, "curves": curves}, indent=1) + "\n", encoding="utf-8")
    say(f"fitted to {FILE}")
    for kind, limit in limits.items():
        some = points(of_kind(cells, kind))
        passing = [raw for raw, _ in some if at(curves[kind], raw) >= limit]
        share = f"asks {asked(some, curves[kind], limit):.2%}, lets pass wrong {missed(some, curves[kind], limit):.3%}"
        say(f"{kind:<8} passes from {min(passing, default=1.0):.3f} on: {share}")


def put_in_errors(sets: Sequence[LabelledSet], most: int) -> None:
    """The errors of every set, and which of them nobody would be asked about, before and after second looks."""
    chance = random.Random(7)  # noqa: S311 - a fixed choice of places, no secret
    for one in sets:
        papers = papers_of(list(one.pages.values()))
        found = [d for paper in papers for make in (damage_figures, damage_rows) for d in make(paper, chance, most)]
        say(f"\nerrors put into {len(papers)} papers of {one.name}")
        tell(found)
        with EnginePool() as engine:
            looked = [seen_twice(d, engine, one.pictures) if d.unseen else d for d in found]
        say("the same after second looks at what stayed in doubt")
        tell(looked)


def tell(found: Sequence[Damage]) -> None:
    """Every sort of error, and each one that nobody would be asked about."""
    for line in summary(found):
        say(line)
    for one in (damage for damage in found if damage.unseen):
        say(f"   {one.file} {one.what} {one.text}: {'; '.join(one.unseen[:3])}")


if __name__ == "__main__":
    sys.exit(run(sys.argv[1:]))
