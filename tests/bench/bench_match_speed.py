"""Speed and memory with a big edition, beside rapidfuzz over the raw list in the same run.

``python -m tests.bench.bench_match_speed ROOT CACHE`` is one fresh process: it loads the editions, builds or maps their
look-ups with a first match, matches the lines on its standard input, and prints its figures as JSON.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from rapidfuzz import process

from ocr.recognition.held import peak_memory
from resources import ROOT
from review.catalogue.editions import load_editions
from review.catalogue.entry import Printed
from tests.matching.big import write_big_edition

if TYPE_CHECKING:
    from collections.abc import Sequence

DAY = date(2025, 6, 2)
CHECKOUT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True)
class Speed:
    """One process: CPU seconds until the first match is there, CPU milliseconds of each line, peak memory in MB."""

    ready: float
    lines: tuple[float, ...]
    memory: float


def percentile(values: Sequence[float], share: float) -> float:
    """The value below which a share of the values lies."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def measured(root: Path, cache: Path, names: Sequence[str]) -> Speed:
    """Load the editions in this process and match the names one by one."""
    began = time.process_time()
    catalogue = load_editions(ROOT, root, cache=cache)
    catalogue.match(Printed("氯化钠注射液"), DAY)
    ready = time.process_time() - began
    lines = []
    for name in names:
        before = time.process_time()
        catalogue.match(Printed(name), DAY)
        lines.append(1000 * (time.process_time() - before))
    return Speed(ready, tuple(lines), peak_memory() / 1024**2)


def apart(root: Path, cache: Path, names: Sequence[str]) -> Speed:
    """The same in a fresh process."""
    command = [sys.executable, "-m", "tests.bench.bench_match_speed", str(root), str(cache)]
    asked = json.dumps(list(names))
    done = subprocess.run(command, check=True, capture_output=True, text=True, input=asked, cwd=CHECKOUT)
    ready, lines, memory = json.loads(done.stdout)
    return Speed(ready, tuple(lines), memory)


def peer(listed: Sequence[str], names: Sequence[str]) -> tuple[float, ...]:
    """CPU milliseconds a name of rapidfuzz's ``process.extract`` as it comes, over the raw names of the list."""
    spent = []
    for name in names:
        before = time.process_time()
        process.extract(name, listed, limit=8)
        spent.append(1000 * (time.process_time() - before))
    return tuple(spent)


def report(names: Sequence[str], count: int, peers: int) -> list[str]:
    """Figures for an edition of ``count`` entries; the peer takes the first ``peers`` of the names."""
    with tempfile.TemporaryDirectory() as temporary:
        root, cache = Path(temporary) / "own", Path(temporary) / "cache"
        folder = write_big_edition(root, count)
        listed = _listed(folder)
        built, loaded = apart(root, cache, names), apart(root, cache, names)
        lines = [
            f"speed with {count} entries beside the shipped editions, CPU, {len(names)} lines:",
            f"  index built and first match {built.ready:.2f} s, memory {built.memory:.0f} MB",
            f"  index loaded and first match {loaded.ready:.2f} s, memory {loaded.memory:.0f} MB",
            f"  a line {_spread(loaded.lines)}",
        ]
        return [*lines, *_beside(loaded.lines, peer(listed, names[:peers]))]


def _beside(ours: Sequence[float], theirs: Sequence[float]) -> list[str]:
    if not theirs:
        return []
    ratio = percentile(theirs, 0.5) / percentile(ours, 0.5)
    return [
        f"  rapidfuzz process.extract over the raw list, {len(theirs)} lines: {_spread(theirs)}",
        f"  ours is {ratio:.0f} times as fast at p50, {percentile(theirs, 0.95) / percentile(ours, 0.95):.0f} at p95",
    ]


def _spread(spent: Sequence[float]) -> str:
    return f"p50 {percentile(spent, 0.5):.2f} ms, p95 {percentile(spent, 0.95):.2f} ms, worst {max(spent):.2f} ms"


def _listed(folder: Path) -> list[str]:
    catalogue = load_editions(folder.parents[1])
    return [entry.name for shelf in catalogue.shelves for entry in shelf.entries]


if __name__ == "__main__":
    speed = measured(Path(sys.argv[1]), Path(sys.argv[2]), json.load(sys.stdin))
    sys.stdout.write(json.dumps([speed.ready, speed.lines, speed.memory]))
