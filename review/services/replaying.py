"""What-if: a generated year, or the office's own settled claims, replayed under two packs; nothing is written."""

from __future__ import annotations

from contextlib import closing, contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from review.errors import InputError
from review.packs.pack import load_pack, pack_from, pack_tree
from review.services.past_people import past_people
from review.services.reckoning import FIXED
from review.store import policy_records, replay_records
from review.store.replay_records import PastFilter
from review.whatif.replay import Packs, compared, replayed
from review.whatif.sample import Sample
from review.whatif.sample_terms import sample_terms, shipped_samples

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator

    from review.services.office import Office
    from review.whatif.comparison import Comparison
    from review.whatif.visit import Person
    from review.whatif.watch import Watch

__all__ = ["Asked", "FromClaims", "FromSample", "PastFilter", "count_past", "replay", "shipped_samples"]

OWN = "office:"
"""Before the number of a version of the office, where a pack is named."""
MOST = 1_000_000
"""Claims a generated year may have."""


@dataclass(frozen=True, slots=True)
class FromSample:
    """A generated year by its name or file; as many claims and the seed as it states, where none are given."""

    name: str
    claims: int = 0
    seed: int | None = None


@dataclass(frozen=True, slots=True)
class FromClaims:
    """The office's own claims with a fixed settlement that fit."""

    chosen: PastFilter = PastFilter()


@dataclass(frozen=True, slots=True)
class Asked:
    """What to replay under which packs: ids of shipped packs, paths, or ``office:`` and the number of a version."""

    source: FromSample | FromClaims
    a: str
    b: str


def replay(office: Office | None, asked: Asked, watch: Watch) -> Comparison:
    """Replay and compare; blocks until done, so call it off the screen's thread and look at the watch.

    ``office`` is needed for its own claims and versions only.

    Raises:
        StoppedError: the watch was asked to stop.
        PolicyError, NotFoundError, InputError: a pack or sample is missing or faulty, or the office is needed.
        StoreError: the database fails.
    """
    try:
        packs = Packs(pack_from, _tree(office, asked.a), _tree(office, asked.b))
        loaded = packs.loaded()
        with _people(office, asked.source, watch) as (title, people):
            return compared(title, replayed(people, packs, watch), loaded)
    finally:
        watch.finished.set()


def count_past(office: Office, chosen: PastFilter) -> int:
    """How many of the office's claims a filter lets through. Raises StoreError."""
    with office.store.read() as unit:
        return replay_records.count(unit, chosen, chosen.states or FIXED)


@contextmanager
def _people(
    office: Office | None, source: FromSample | FromClaims, watch: Watch
) -> Iterator[tuple[str, Iterator[Person]]]:
    """Who is replayed, in words and one after another; the watch knows how many claims that is."""
    if isinstance(source, FromSample):
        sample = _sample(source)
        watch.of = sample.claims
        yield f"{sample.terms.title}，{sample.claims} 人次（种子 {sample.seed}）", sample.people()
        return
    place = _needed(office)
    watch.of = count_past(place, source.chosen)
    people: Generator[Person] = past_people(place, source.chosen)
    with closing(people):
        yield f"本单位已结算报销单{_span(source.chosen)}，{watch.of} 单", people


def _sample(source: FromSample) -> Sample:
    if not 0 <= source.claims <= MOST:
        raise InputError(f"人次应在 1 到 {MOST} 之间，写的是 {source.claims}。", code="bad-size")
    terms = sample_terms(source.name)
    return Sample(terms, source.claims or terms.claims, terms.seed if source.seed is None else source.seed)


def _span(chosen: PastFilter) -> str:
    if not (chosen.since or chosen.until):
        return ""
    return f"（就诊日期 {chosen.since or '最早'} 至 {chosen.until or '最近'}）"


def _tree(office: Office | None, name: str) -> dict[str, Any]:
    """The parameters of the pack of that name, as plain values."""
    if not name.startswith(OWN):
        load_pack(name)  # which tells the file of a fault
        return pack_tree(name)
    number = name.removeprefix(OWN)
    if not number.isascii() or not number.isdigit():
        advice = f"本单位的政策包版本写作 {OWN}编号，例如 {OWN}3。"
        raise InputError(f"看不懂政策包名称“{name}”。", code="bad-pack-name", advice=advice)
    with _needed(office).store.read() as unit:
        policy_records.version(unit, int(number))
        return policy_records.tree(unit, int(number))


def _needed(office: Office | None) -> Office:
    if office is None:
        raise InputError("这项重算需要打开本单位的数据。", code="office-needed")
    return office
