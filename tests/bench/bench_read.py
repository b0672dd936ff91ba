"""Reading measured: the scores of both labelled sets, and what it costs beside other engines.

``lingbao bench read [--pages N] [--peer N] [--grow N] [--only-cost]`` calls :func:`run`.
The labelled sets lie beside the project and are no part of it; where they are absent nothing is measured and the exit
code is 0.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

from app.looking import read_pile
from ocr.contract import reading_to_json
from ocr.errors import ReadingError
from ocr.reading import Failure, Reading
from ocr.recognition.pool import EnginePool
from tests.bench.engine_cost import report as report_cost

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ocr.pages import PageText

SHARED = Path(__file__).resolve().parents[3] / "shared"
SETS = {"pages": "forged pages", "receipts": "real receipts"}


@dataclass(frozen=True)
class Run:
    """One set read: its reading, and the seconds it took by part."""

    name: str
    reading: Reading
    pages: int
    recognition: float
    extraction: float


def run(argv: Sequence[str]) -> int:
    """Measure and print; 0 when done or when there is nothing to measure on."""
    parser = argparse.ArgumentParser(prog="lingbao bench read", description=__doc__)
    parser.add_argument("--pages", type=int, default=0, help="read only the first N pages of each set")
    parser.add_argument("--peer", type=int, default=6, help="pages given to the other engines, 0 for none")
    parser.add_argument("--grow", type=int, default=0, help="read so many pages on end and say how memory grew")
    parser.add_argument("--only-cost", action="store_true", help="measure cost alone, no scores")
    chosen = parser.parse_args(argv)
    if not (SHARED / "eval" / "score.py").exists():
        say(f"skipped: the labelled pages are not at {SHARED.name}/ beside the project")
        return 0
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0
    say(f"machine: {os.cpu_count()} cores, load before {load:.1f}")
    runs = [] if chosen.only_cost else read_sets(chosen.pages)
    for done in runs:
        report(done)
    if chosen.peer:
        files = files_of("pages", chosen.pages)
        for line in report_cost(spread(files, min(chosen.peer, len(files))), chosen.grow):
            say(line)
    return 0


def say(text: str) -> None:
    """One line to standard output, at once."""
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def files_of(name: str, limit: int) -> list[Path]:
    """The images of a set, the first ``limit`` of them where that is not 0."""
    files = sorted((SHARED / "data" / name).glob("*.jpg"))
    return files[:limit] if limit else files


def spread(files: Sequence[Path], count: int) -> list[Path]:
    """At most ``count`` files, spread evenly over all, so that every layout has its turn."""
    return [files[i * len(files) // count] for i in range(min(count, len(files)))]


def read_sets(limit: int) -> list[Run]:
    """Every set read by one warm engine."""
    with EnginePool() as pool:
        began = perf_counter()
        pool.start().result()
        say(f"engine ready after {perf_counter() - began:.1f} s")
        return [read_set(pool, name, files_of(name, limit)) for name in SETS]


def read_set(pool: EnginePool, name: str, files: Sequence[Path]) -> Run:
    """One set: all pages handed in at once, then documents of all of them, second looks included."""
    began = perf_counter()
    pages, failures = recognise(pool, files)
    recognition = perf_counter() - began
    pile = read_pile(pool, pages, {file.name: file for file in files})
    total = perf_counter() - began
    return Run(name, Reading(pile.documents, total, tuple(failures)), len(files), recognition, total - recognition)


def recognise(pool: EnginePool, files: Sequence[Path]) -> tuple[list[PageText], list[Failure]]:
    """The pages of some files; one that fails is kept as a failure."""
    pages: list[PageText] = []
    failures: list[Failure] = []
    for file, waiting in [(file, pool.read(file, file.name)) for file in files]:
        try:
            pages.append(waiting.result())
        except ReadingError as error:
            failures.append(Failure(file.name, error.code, str(error), error.advice))
    return pages, failures


def report(done: Run) -> None:
    """The seconds and the scores of a set."""
    count = max(1, done.pages)
    say(f"\n== {SETS[done.name]}: {done.pages}, failed {len(done.reading.failures)} ==")
    say(f"recognition        {done.recognition / count:.2f} s a page")
    say(f"documents, looks   {1000 * done.extraction / count:.0f} ms a page")
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "reading.json"
        out.write_text(json.dumps(reading_to_json(done.reading), ensure_ascii=False), encoding="utf-8")
        say(score(SHARED / "data" / done.name, out))


def score(truth: Path, reading: Path) -> str:
    """What the shared scorer prints for a reading."""
    command = [sys.executable, str(SHARED / "eval" / "score.py"), str(truth), str(reading)]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.rstrip()


if __name__ == "__main__":
    sys.exit(run(sys.argv[1:]))
