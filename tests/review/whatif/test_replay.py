"""Replaying in processes: the same sums as in one, with progress, and an end when somebody wishes."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import psutil
import pytest

from review.errors import LingbaoError, PolicyError
from review.packs.pack import load_pack
from review.whatif.replay import Packs, compared, replayed, tally_of
from review.whatif.sample import Sample
from review.whatif.sample_terms import sample_terms
from review.whatif.watch import StoppedError, Watch
from tests.review.whatif.visits import a_pack, a_person, a_visit

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from review.packs.pack_model import Pack
    from review.whatif.visit import Person


def a_year(claims: int) -> Iterator[Person]:
    return Sample(sample_terms("xinfeng-2024"), claims, seed=3).people()


def two_packs(folder: Path) -> tuple[Packs, tuple[Pack, Pack]]:
    """The same two packs for other processes and for this one."""
    loaded = a_pack(folder, ratio="0.6"), a_pack(folder, "b", ratio="0.7", deductible="500")
    return Packs(load_pack, str(folder / "a" / "pack.yaml"), str(folder / "b" / "pack.yaml")), loaded


def no_pack(_: object) -> Pack:
    """What a process is given that cannot get its packs."""
    raise PolicyError("政策包读不出来")


def dies(_: object) -> Pack:
    """A process that ends at once, as if it were killed."""
    os._exit(9)


def children() -> list[psutil.Process]:
    return [one for one in psutil.Process().children() if "spawn_main" in " ".join(one.cmdline())]


def test_processes_count_what_one_process_counts(tmp_path: Path) -> None:
    packs, loaded = two_packs(tmp_path)
    watch = Watch()
    apart = compared("", replayed(a_year(900), packs, watch), loaded)
    assert apart == compared("", tally_of(a_year(900), loaded), loaded)
    assert watch.done == 900


def test_nobody_to_replay_is_an_empty_comparison(tmp_path: Path) -> None:
    packs, loaded = two_packs(tmp_path)
    found = compared("", replayed(iter(()), packs, Watch()), loaded)
    assert (found.whole.claims, found.unchanged, found.by(found.tables[0].axis)) == (0, 0, ())


def test_a_replay_stops_when_asked_and_leaves_no_process(tmp_path: Path) -> None:
    packs, _ = two_packs(tmp_path)
    watch = Watch()

    def people() -> Iterator[Person]:
        for number, person in enumerate(a_year(100_000)):
            if number == 1000:
                watch.stop()
            yield person

    with pytest.raises(StoppedError) as told:
        replayed(people(), packs, watch)
    assert told.value.code == "stopped"
    assert watch.done < 2000
    assert children() == []


def test_people_are_taken_no_faster_than_they_are_replayed(tmp_path: Path) -> None:
    packs, _ = two_packs(tmp_path)
    watch, ahead = Watch(), []

    def people() -> Iterator[Person]:
        for number in range(1500):
            ahead.append(number - watch.done)
            yield a_person(a_visit(str(number)), label=str(number))

    replayed(people(), packs, watch)
    assert max(ahead) <= 3 * 200
    assert watch.done == 1500


def test_a_pack_that_does_not_load_is_told_as_it_is() -> None:
    with pytest.raises(PolicyError, match="读不出来"):
        replayed(iter([a_person(a_visit())]), Packs(no_pack, "", ""), Watch())


@pytest.mark.parametrize("people", [1, 1000])
def test_a_process_that_dies_is_told_and_takes_nothing_along(people: int) -> None:
    crowd = (a_person(a_visit(str(number))) for number in range(people))
    with pytest.raises(LingbaoError, match="意外退出") as told:
        replayed(crowd, Packs(dies, "", ""), Watch())
    assert told.value.code == "replay-died"
    assert children() == []
