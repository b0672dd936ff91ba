"""What is replayed: people with their claims in order of date, small enough to stream between processes."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple, Self

from review.errors import InputError
from review.policy.case import Case

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

_WORDS = {"title", "source", "notes", "catalogue", "expect"}
"""Parts of a case that no sum depends on."""

Recorded = tuple[tuple[str, str], ...]


class Visit(NamedTuple):
    """One claim: its settlement case as JSON, and what its settlement of record added to the year's accumulators.

    ``recorded`` is empty where nothing was settled yet, as with generated claims: then the case's accumulators do not
    hold the person's earlier claims of the replay, else they do. ``problem`` says why there is no case (Chinese).
    """

    number: str
    case: bytes
    recorded: Recorded = ()
    problem: str = ""

    @classmethod
    def of(cls, case: Case, recorded: Mapping[str, Decimal]) -> Self:
        """The visit of a case that was settled before."""
        whole = case.model_dump_json(by_alias=True, exclude_defaults=True, exclude=_WORDS).encode()
        return cls(case.id, whole, tuple((name, str(amount)) for name, amount in recorded.items()))

    def opened(self) -> Case:
        """The settlement case. Raises InputError where there is none."""
        if self.problem:
            raise InputError(self.problem)
        return Case.model_validate_json(self.case)

    def added(self) -> dict[str, Decimal]:
        """What the settlement of record added to the year, by name."""
        return {name: Decimal(amount) for name, amount in self.recorded}


class Person(NamedTuple):
    """One person, by a label that tells nobody who it is, with all their visits that are replayed, earliest first."""

    label: str
    visits: tuple[Visit, ...]


def chunked(people: Iterable[Person], visits: int) -> Iterator[tuple[Person, ...]]:
    """The people in heaps of about so many visits; nobody's visits are torn apart."""
    heap: list[Person] = []
    held = 0
    for person in people:
        heap.append(person)
        held += len(person.visits)
        if held >= visits:
            yield tuple(heap)
            heap, held = [], 0
    if heap:
        yield tuple(heap)
