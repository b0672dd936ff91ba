"""What is replayed: people with their claims in order of date, small enough to stream between processes."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Self

from review.policy.case import Case

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Recorded = tuple[tuple[str, str], ...]


class Visit(NamedTuple):
    """One claim: its settlement case as JSON, and what its settlement of record added to the year's accumulators.

    ``recorded`` is empty where nothing was settled yet, as with generated claims: then the case's accumulators do not
    hold the person's earlier claims of the replay, else they do.
    """

    case: bytes
    recorded: Recorded = ()

    @classmethod
    def of(cls, case: Case, recorded: Recorded = ()) -> Self:
        """The visit of a case."""
        return cls(case.model_dump_json(by_alias=True, exclude_defaults=True).encode(), recorded)

    def opened(self) -> Case:
        """The settlement case."""
        return Case.model_validate_json(self.case)


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
