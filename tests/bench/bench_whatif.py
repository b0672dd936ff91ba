"""`lingbao bench whatif`: 100,000 generated claims under two packs, how long that takes and how much memory it holds.

The second pack is the first one with one ratio of the basic fund lowered, so that every claim is settled twice and
many come out differently. ``--claims`` takes other numbers, ``--packs A B`` other packs.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from threading import Event, Thread
from typing import TYPE_CHECKING

import psutil

from review.services.replaying import Asked, FromSample, replay
from review.whatif.comparison import Axis
from review.whatif.replay import PROCESSES
from review.whatif.sample_terms import sample_terms
from review.whatif.watch import StoppedError, Watch
from tests.packs.shelf import ganzhou_tree, written

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from review.whatif.comparison import Comparison

YEAR = "xinfeng-2024"
CLAIMS = 100_000
BUDGET = 60
"""Seconds for 100,000 claims under two packs on two cores."""
MEMORY = 600
"""Megabytes that all processes may hold together."""
_FAILED = " NOT MET"
_MEGA = 1024**2
_GLANCE = 0.2


@dataclass(slots=True)
class Watched:
    """What a replay took: seconds, the most megabytes held at once, processor seconds here and of all processes."""

    seconds: float = 0.0
    memory: float = 0.0
    own: float = 0.0
    processor: float = 0.0

    @property
    def alone(self) -> float:
        """Seconds it takes where two cores have nothing else to do: the work is shared evenly."""
        return self.processor / PROCESSES


def measured(asked: Asked, watch: Watch) -> tuple[Comparison, Watched]:
    """Replay, with the memory of this process and its children looked at all the time."""
    took, over = Watched(), Event()
    looker = Thread(target=_look, args=(took, over))
    looker.start()
    began, used, children = time.perf_counter(), time.process_time(), _of_children()
    try:
        comparison = replay(None, asked, watch)
    finally:
        over.set()
        looker.join()
    took.seconds, took.own = time.perf_counter() - began, time.process_time() - used
    took.processor = took.own + _of_children() - children
    return comparison, took


def _look(took: Watched, over: Event) -> None:
    while not over.wait(_GLANCE):
        took.memory = max(took.memory, held())


def held() -> float:
    """Megabytes this process and its children have to themselves now."""
    here = psutil.Process()
    return sum(map(_held, (here, *here.children()))) / _MEGA


def _of_children() -> float:
    """Processor seconds of the processes that have ended."""
    times = os.times()
    return times.children_user + times.children_system


def _held(process: psutil.Process) -> int:
    """Bytes a process has to itself, so that nothing shared is counted twice."""
    try:
        return int(process.memory_full_info().uss)
    except psutil.Error:
        return 0


def stopped_in(asked: Asked) -> float:
    """Seconds from the wish to stop until the replay has ended and left no process."""
    watch = Watch()
    wished: list[float] = []

    def wish() -> None:
        while not watch.done:
            watch.finished.wait(_GLANCE)
        wished.append(time.perf_counter())
        watch.stop()

    Thread(target=wish).start()
    try:
        replay(None, asked, watch)
    except StoppedError:
        return time.perf_counter() - wished[0]
    return 0.0


def report(asked: Asked, claims: int) -> Iterator[str]:
    """Everything measured, a line each."""
    watch = Watch()
    comparison, took = measured(asked, watch)
    budget = BUDGET * claims / CLAIMS
    late = "" if min(took.seconds, took.alone) <= budget or claims < CLAIMS else _FAILED
    yield f"{comparison.title}"
    yield f"{watch.done} claims under two packs in {took.seconds:.1f} s{late}; {watch.done / took.seconds:.0f} a second"
    fat = "" if took.memory <= MEMORY else _FAILED
    yield f"most memory held by all processes: {took.memory:.0f} MB{fat}"
    yield f"processor: {took.processor:.1f} s in all, {took.own:.1f} s of it in the process that asked"
    yield f"with two cores to itself: {took.alone:.1f} s"
    whole = comparison.whole
    yield f"funds {whole.a.funds} -> {whole.b.funds}, persons {whole.a.personal} -> {whole.b.personal}"
    yield f"people paid more {comparison.winners.people}, less {comparison.losers.people}, same {comparison.unchanged}"
    yield f"refused {sum(one.claims for one in comparison.refused)}"
    yield f"stopped in {stopped_in(asked):.2f} s"
    yield from likeness()


def likeness() -> Iterator[str]:
    """How near the generated year comes to the published sums."""
    comparison, took = measured(Asked(FromSample(YEAR), "ganzhou", "ganzhou"), Watch())
    published = {one.scheme.value: one.published for one in sample_terms(YEAR).schemes if one.published}
    for row in comparison.by(Axis.SCHEME):
        off = (row.a.funds / published[row.key] - 1) * 100
        yield f"{row.key}: {row.claims} claims, funds {row.a.funds}, published {published[row.key]}, {off:+.2f} %"
    yield f"the year of {comparison.whole.claims} claims in {took.seconds:.1f} s"


def lowered(folder: Path) -> str:
    """The shipped pack with one point of class B advance self-payment more, as a file; its path."""
    tree = ganzhou_tree()
    for value in tree["general"]["class_b_advance"]["values"]:
        value["value"] = "0.15"
    return str(written(tree, folder))


def run(arguments: Sequence[str]) -> int:
    """Measure and print; 1 where a budget is not met."""
    parser = argparse.ArgumentParser(prog="lingbao bench whatif", description=__doc__)
    parser.add_argument("--claims", type=int, default=CLAIMS)
    parser.add_argument("--packs", nargs=2, metavar=("A", "B"))
    chosen = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as temporary:
        a, b = chosen.packs or ("ganzhou", lowered(Path(temporary)))
        lines = []
        for line in report(Asked(FromSample(YEAR, chosen.claims), a, b), chosen.claims):
            sys.stdout.write(f"{line}\n")
            lines.append(line)
    return int(any(_FAILED in line for line in lines))


if __name__ == "__main__":
    sys.exit(run(sys.argv[1:]))
