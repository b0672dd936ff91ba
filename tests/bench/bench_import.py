"""Importing measured: CPU seconds and peak memory of reading drug-code workbooks, and of comparing two editions.

``lingbao bench import [--rows N ...] [--peer N]`` calls :func:`run`. Each reading runs in a process of its own, so that
its peak is its own; the peer, openpyxl, only walks over the cells of a smaller file and checks nothing.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from tests.bench.import_cost import Cost, compared, csv, entries, measured, sheets, walked, workbook

if TYPE_CHECKING:
    from collections.abc import Sequence


def run(argv: Sequence[str]) -> int:
    """Measure and print; 0 when done."""
    parser = argparse.ArgumentParser(prog="lingbao bench import", description=__doc__)
    parser.add_argument("--rows", type=int, nargs="*", default=[200_000, 300_000], help="rows of the workbooks")
    parser.add_argument("--peer", type=int, default=50_000, help="rows the peer walks over, 0 for none")
    chosen = parser.parse_args(argv)
    with tempfile.TemporaryDirectory() as folder:
        for rows in chosen.rows:
            book = workbook(Path(folder) / f"{rows}.xlsx", rows)
            say(f"{rows} rows, {book.stat().st_size / 1e6:.0f} MB xlsx", measured(entries, book))
            say(f"{rows} rows, headings only", measured(sheets, book))
            say(f"{rows} rows, csv", measured(entries, csv(Path(folder) / f"{rows}.csv", rows)))
            say(f"{rows} rows, compared", measured(compared, book))
        if chosen.peer:
            book = workbook(Path(folder) / "peer.xlsx", chosen.peer)
            say(f"{chosen.peer} rows, read and checked", measured(entries, book))
            say(f"{chosen.peer} rows, cells walked over by openpyxl", measured(walked, book))
    return 0


def say(what: str, cost: Cost) -> None:
    """One line of the report."""
    figures = f"{cost.cpu:6.1f} s CPU  {cost.wall:6.1f} s  {cost.peak:5d} MB  ({cost.result})"
    sys.stdout.write(f"{what:48s}{figures}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(run(sys.argv[1:]))
