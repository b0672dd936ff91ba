"""Generating a year of claims: from the same seed the same people, and in a longer year the same ones first."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from itertools import accumulate, count
from math import exp
from random import Random
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

from review.claim.claim import CareKind
from review.whatif.visit import Person, Visit

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from review.whatif.sample_terms import CareMix, SampleTerms, SchemeTerms

LEAST = 60.0
"""Yuan the cheapest stay costs."""
_SCHEMES = {"resident": ("R", "居民"), "employee": ("E", "职工")}
_VISITS = frozenset({CareKind.OUTPATIENT, CareKind.CHRONIC_OUTPATIENT, CareKind.TWO_DISEASES, CareKind.SPECIAL_DRUG})
"""Kinds of care that begin and end on one day."""
_DAYS = 28
"""Days of a month on which people are discharged; every month has these."""


class _Weighed(Protocol):
    weight: int


T = TypeVar("T")
W = TypeVar("W", bound=_Weighed)


@dataclass(frozen=True, slots=True)
class Sample:
    """A generated year of so many claims, shared among the schemes as in the year it resembles."""

    terms: SampleTerms
    claims: int
    seed: int

    def people(self) -> Iterator[Person]:
        """Everybody, scheme by scheme, with their claims in order of date."""
        left = self.claims
        for number, scheme in enumerate(self.terms.schemes, start=1):
            last = number == len(self.terms.schemes)
            wanted = left if last else round(self.claims * scheme.claims / self.terms.claims)
            left -= wanted
            yield from self._of(scheme, wanted)

    def _of(self, scheme: SchemeTerms, wanted: int) -> Iterator[Person]:
        chance = Random(f"{self.seed}:{scheme.scheme}")  # noqa: S311 - made-up people, the same each time
        crowd = _Crowd(self.terms, scheme, chance)
        while wanted > 0:
            person = crowd.person()
            kept = person.visits[:wanted]
            wanted -= len(kept)
            yield person._replace(visits=kept)


class _Draw(Generic[T]):
    """One of several, by their weights."""

    def __init__(self, values: Sequence[T], weights: Sequence[int]) -> None:
        self._values, self._ends = values, tuple(accumulate(weights))

    def one(self, chance: Random) -> T:
        return chance.choices(self._values, cum_weights=self._ends)[0]


def _draw(values: Sequence[W]) -> _Draw[W]:
    return _Draw(values, [one.weight for one in values])


class _Crowd:
    """The people of one scheme, one after another."""

    def __init__(self, terms: SampleTerms, scheme: SchemeTerms, chance: Random) -> None:
        self._terms, self._scheme, self._chance = terms, scheme, chance
        self._letter, self._word = _SCHEMES[scheme.scheme]
        self._numbers = count(1)
        self._ages, self._groups, self._care = _draw(scheme.ages), _draw(scheme.groups), _draw(scheme.care)
        self._stays = _Draw(range(1, len(scheme.stays) + 1), scheme.stays)
        self._months = _Draw(range(1, 13), terms.months)

    def person(self) -> Person:
        """The next one; they stay where they were treated first, as somebody who lives or works there does."""
        number, insured, care = next(self._numbers), self._insured(), self._care.one(self._chance)
        stays = enumerate(self._stays_of(care), start=1)
        cases = ({"id": f"{self._letter}{number:06d}-{nth}", "insured": insured, **stay} for nth, stay in stays)
        return Person(f"{self._word}样本 {number:06d}", tuple(map(_visit, cases)))

    def _insured(self) -> dict[str, object]:
        chance, ages = self._chance, self._ages.one(self._chance)
        age, unbroken = chance.randrange(ages.first, ages.below), chance.randint(1, self._terms.insured_years)
        return {
            "scheme": self._scheme.scheme,
            "retired": age >= self._scheme.retired_from,
            "age": age,
            "groups": [group.value for group in self._groups.one(chance).names],
            "insured_years": unbroken,
            "claim_free_years": chance.randrange(unbroken),
        }

    def _stays_of(self, care: CareMix) -> Iterator[dict[str, object]]:
        free = date.min
        for discharged in sorted(self._day() for _ in range(self._stays.one(self._chance))):
            cost = self._cost(care)
            length = 0 if care.kind in _VISITS else self._length(cost)
            admitted = min(max(discharged - timedelta(length), free), discharged)
            free = discharged
            stay = {
                "kind": care.kind.value,
                "hospital_level": care.level.value,
                "region": care.region.value,
                "filing": care.filing.value,
                "disease": care.disease,
                "admitted": admitted.isoformat(),
                "discharged": discharged.isoformat(),
            }
            yield {"care": stay, "lines": list(self._lines(cost))}

    def _day(self) -> date:
        """A day of discharge, the months by their weights."""
        return date(self._terms.year, self._months.one(self._chance), self._chance.randint(1, _DAYS))

    def _cost(self, care: CareMix) -> float:
        median = float(care.median * self._scheme.scale)
        return max(median * exp(self._chance.gauss(0, float(care.sigma))), LEAST)

    def _length(self, cost: float) -> int:
        days = self._terms.days
        return min(1 + int(cost / float(days.yuan_a_day) + self._chance.random() * 4), days.most)

    def _lines(self, cost: float) -> Iterator[dict[str, str]]:
        """The bill by fee category; the parts add up to the cost, to the fen."""
        parts, sigma = self._terms.lines, float(self._terms.share_sigma)
        shares = [part.weight * exp(self._chance.gauss(0, sigma)) for part in parts]
        yuan, left = cost / sum(shares), Decimal(f"{cost:.2f}")
        for part, share in zip(parts[:-1], shares, strict=False):
            amount = f"{yuan * share:.2f}"
            left -= Decimal(amount)
            yield {"name": part.name, "amount": amount, "class": part.payment_class.value}
        yield {"name": parts[-1].name, "amount": str(left), "class": parts[-1].payment_class.value}


def _visit(case: dict[str, object]) -> Visit:
    return Visit(str(case["id"]), json.dumps(case, ensure_ascii=False, separators=(",", ":")).encode())
