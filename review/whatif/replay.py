"""Replaying people under two packs: in this process, or in several of their own, heap by heap."""

from __future__ import annotations

import multiprocessing
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from multiprocessing.connection import wait
from signal import SIG_IGN, SIGINT, signal
from typing import TYPE_CHECKING, Any

from review.errors import LingbaoError
from review.packs.stated import PackUsed
from review.whatif.tally import Tally
from review.whatif.visit import chunked

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from multiprocessing.connection import Connection

    from review.packs.pack_model import Pack
    from review.whatif.comparison import Comparison
    from review.whatif.visit import Person
    from review.whatif.watch import Watch

PROCESSES = 2
HEAP = 200
"""Claims that go to a process at a time: a fifth of a second of work, and all it ever holds."""
_GLANCE = 0.1


@dataclass(frozen=True, slots=True)
class Packs:
    """The two packs as plain values, and how a process of its own makes them packs: a function of a module."""

    load: Callable[[Any], Pack]
    a: Any
    b: Any

    def loaded(self) -> tuple[Pack, Pack]:
        """Both packs. Raises what ``load`` raises."""
        return self.load(self.a), self.load(self.b)


def compared(title: str, tally: Tally, packs: tuple[Pack, Pack]) -> Comparison:
    """What was counted, with the packs it was counted under."""
    a, b = (PackUsed(id=one.id, version=one.version, status=one.status, title=one.title) for one in packs)
    return tally.comparison(title, a, b)


def tally_of(people: Iterable[Person], packs: tuple[Pack, Pack]) -> Tally:
    """The tally of some people, in this process."""
    tally = Tally()
    for person in people:
        tally.count(person, packs)
    return tally


def replayed(people: Iterable[Person], packs: Packs, watch: Watch, processes: int = PROCESSES) -> Tally:
    """The tally of any number of people, counted in processes of their own; the calling thread mostly waits.

    Raises:
        StoppedError: somebody asked the watch to stop.
        LingbaoError: a pack cannot be loaded, or a process died.
    """
    tally, heaps = Tally(), chunked(people, HEAP)
    with _crew(packs, processes) as crew:
        idle = list(crew)
        busy: list[Connection] = []
        for heap in heaps:
            watch.go_on()
            if not idle:
                idle = _answered(busy, tally, watch)
                busy = [one for one in busy if one not in idle]
            worker = idle.pop()
            with suppress(OSError):  # of a process that has ended: what it said last, or that it did, is told below
                worker.send(heap)
            busy.append(worker)
        while busy:
            done = _answered(busy, tally, watch)
            busy = [one for one in busy if one not in done]
    return tally


def _answered(busy: list[Connection], tally: Tally, watch: Watch) -> list[Connection]:
    """The workers that have answered by now, at least one; their tallies are added."""
    ready: list[Connection] = []
    while not ready:
        watch.go_on()
        ready = [one for one in wait(busy, _GLANCE) if one in busy]
    for one in ready:
        answer = _received(one)
        tally.merge(answer)
        watch.done += answer.seen
    return ready


def _received(worker: Connection) -> Tally:
    try:
        answer = worker.recv()
    except (EOFError, OSError) as error:
        raise LingbaoError(
            "重算程序意外退出，没有得出结果；已有数据没有改动。",
            code="replay-died",
            advice="请重试；仍然失败时请减少报销单数。",
        ) from error
    if isinstance(answer, LingbaoError):
        raise answer
    assert isinstance(answer, Tally)
    return answer


@contextmanager
def _crew(packs: Packs, processes: int) -> Iterator[list[Connection]]:
    """Processes that replay heaps sent to them; they end with the block, whatever they are at."""
    context = multiprocessing.get_context("spawn")
    with ExitStack() as ends:
        crew = []
        for _ in range(processes):
            ours, theirs = context.Pipe()
            child = context.Process(target=_work, args=(theirs, packs), daemon=True)
            child.start()
            theirs.close()
            ends.callback(child.join)
            ends.callback(child.kill)
            ends.callback(ours.close)
            crew.append(ours)
        yield crew


def _work(parent: Connection, packs: Packs) -> None:
    """What a process does: load the packs, then answer each heap with its tally until the pipe closes."""
    signal(SIGINT, SIG_IGN)  # the parent ends its processes itself
    try:
        loaded = packs.loaded()
        while True:
            parent.send(tally_of(parent.recv(), loaded))
    except LingbaoError as error:
        parent.send(error)
    except EOFError:
        parent.close()
