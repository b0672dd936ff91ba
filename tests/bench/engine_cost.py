"""What our engine costs: the whole set beside its peers, its memory, and the first page after a start."""

from __future__ import annotations

import random
import sys
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

import cv2
import psutil

from ocr.recognition.held import peak_memory
from ocr.recognition.lane import Terms
from ocr.recognition.pool import EnginePool
from tests.bench.peers import Peer, fetch

if TYPE_CHECKING:
    from collections.abc import Sequence

MIB = 1024**2
A4_AT_300 = (2480, 3508)
_ENDLESS = Terms(requests=sys.maxsize, memory=sys.maxsize, at_once=2)
_TITLES = {"stock": "stock PaddleOCR", "rapid": "RapidOCR on OpenVINO", "model": "pure model run time"}


@dataclass(frozen=True)
class Cost:
    """Seconds a page, by the clock and of the processors."""

    clock: float
    processors: float


def report(files: Sequence[Path], grow: int) -> list[str]:
    """All figures as lines of text.

    Args:
        files: the pages every engine reads.
        grow: how many pages are read on end to see whether memory grows; 0 for none.
    """
    ours = our_cost(files)
    lines = [f"\n== cost of {len(files)} pages, same weights, one engine after the other ==", _line("ours", ours)]
    for name, title in _TITLES.items():
        cost = peer_cost(name, files)
        if cost is None:
            lines.append(f"{title:<22} skipped: it is not here and cannot be fetched")
            continue
        lines.append(f"{_line(title, cost)}   ours / this: {ours.clock / cost.clock:.2f}")
    lines += [f"first page after start {first_page(files[0]):.2f} s", *memory(files, grow)]
    return lines


def our_cost(files: Sequence[Path]) -> Cost:
    """The whole set handed in at once, after one page to warm up."""
    with EnginePool(_ENDLESS) as pool:
        pool.read(files[0], "warm").result()
        process = _process(pool)
        before, began = _processors(process), perf_counter()
        for waiting in [pool.read(file, file.name) for file in files]:
            waiting.result()
        return Cost((perf_counter() - began) / len(files), (_processors(process) - before) / len(files))


def peer_cost(name: str, files: Sequence[Path]) -> Cost | None:
    """The same of a peer, page by page; None where it cannot be had."""
    if name == "rapid" and not fetch():
        return None
    with suppress(OSError), Peer(name) as peer:
        peer.read(files[0])
        clock, processors = (sum(column) for column in zip(*(peer.read(file) for file in files), strict=True))
        return Cost(clock / len(files), processors / len(files))
    return None


def first_page(file: Path) -> float:
    """Seconds from nothing to the words of a page, the disk warm."""
    seconds = 0.0
    for _ in range(2):
        began = perf_counter()
        with EnginePool() as pool:
            pool.read(file, "first").result()
            seconds = perf_counter() - began
    return seconds


def memory(files: Sequence[Path], grow: int) -> list[str]:
    """The peak while A4 pages of 300 dpi are read, and the growth over many pages after the first hundred."""
    with tempfile.TemporaryDirectory() as folder, EnginePool(_ENDLESS) as pool:
        for waiting in [pool.read(_enlarged(file, Path(folder)), file.name) for file in files[:8]]:
            waiting.result()
        lines = [f"peak memory            {peak_memory(pool._reading.child_id) / MIB:.0f} MiB, A4 at 300 dpi"]
    if not grow:
        return lines
    return [*lines, growth(files, grow)]


def growth(files: Sequence[Path], count: int) -> str:
    """What a process holds more after so many small pages of ever other sizes than after the first hundred."""
    held = []
    with tempfile.TemporaryDirectory() as folder, EnginePool(_ENDLESS) as pool:
        for number in range(count):
            pool.read(_odd(files[number % len(files)], number, Path(folder)), "page").result()
            held.append(_process(pool).memory_info().rss)
    warm = max(held[: min(100, count // 2)])
    course = ", ".join(f"{size / MIB:.0f}" for size in held[:: max(1, count // 10)])
    return f"growth {(max(held) - warm) / MIB:+.0f} MiB over {count} pages, {warm / MIB:.0f} warm: {course}"


def _line(title: str, cost: Cost) -> str:
    return f"{title:<22} {cost.clock:.2f} s a page, {cost.processors:.2f} s of processors"


def _enlarged(file: Path, folder: Path) -> Path:
    pixels = cv2.imread(str(file))
    target = folder / file.name
    cv2.imwrite(str(target), cv2.resize(pixels, A4_AT_300, interpolation=cv2.INTER_CUBIC))
    return target


def _odd(file: Path, number: int, folder: Path) -> Path:
    """A band of a page, of a height and scale that no other has."""
    rng = random.Random(number)  # noqa: S311  a repeatable drawing, not a secret
    pixels = cv2.imread(str(file))
    high = round(len(pixels) * rng.uniform(0.08, 0.2))
    top = rng.randrange(len(pixels) - high)
    target = folder / "odd.jpg"
    scale = rng.uniform(0.6, 1.2)
    cv2.imwrite(str(target), cv2.resize(pixels[top : top + high], None, fx=scale, fy=scale))
    return target


def _process(pool: EnginePool) -> psutil.Process:
    return psutil.Process(pool._reading.child_id)


def _processors(process: psutil.Process) -> float:
    times = process.cpu_times()
    return float(times.user + times.system)
