"""Generating a year of claims: the same people from the same seed, each of them apart from how many there are."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from math import exp
from random import Random
from typing import TYPE_CHECKING, Any

from review.whatif.visit import Person, Visit

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from review.whatif.sample_terms import CareMix, SampleTerms, SchemeTerms

LEAST = 60.0
"""Yuan the cheapest stay costs."""
_SCHEMES = {"resident": ("R", "居民"), "employee": ("E", "职工")}


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
        index = 0
        while wanted > 0:
            index += 1
            person = _person(self.terms, scheme, f"{self.seed}:{scheme.scheme}:{index}", index)
            kept = person.visits[:wanted]
            wanted -= len(kept)
            yield person._replace(visits=kept)


def _person(terms: SampleTerms, scheme: SchemeTerms, seed: str, index: int) -> Person:
    """One person; they stay where they were treated first, as somebody who lives or works there does."""
    chance = Random(seed)  # noqa: S311 - made-up people, the same each time
    letter, word = _SCHEMES[scheme.scheme]
    ages = _chosen(chance, scheme.ages)
    age = chance.randrange(ages.first, ages.below)
    unbroken = chance.randint(1, terms.insured_years)
    insured = {
        "scheme": scheme.scheme,
        "retired": age >= scheme.retired_from,
        "age": age,
        "groups": [group.value for group in _chosen(chance, scheme.groups).names],
        "insured_years": unbroken,
        "claim_free_years": chance.randrange(unbroken),
    }
    care = _chosen(chance, scheme.care)
    stays = chance.choices(range(1, len(scheme.stays) + 1), scheme.stays)[0]
    cases: Iterator[dict[str, Any]] = (
        {"id": f"{letter}{index:06d}-{number}", "insured": insured, **stay}
        for number, stay in enumerate(_stays(chance, terms, (scheme, care), stays), start=1)
    )
    return Person(f"{word}样本 {index:06d}", tuple(map(_visit, cases)))


def _visit(case: dict[str, Any]) -> Visit:
    return Visit(case["id"], json.dumps(case, ensure_ascii=False, separators=(",", ":")).encode())


def _chosen(chance: Random, weighed: Sequence[Any]) -> Any:
    """One of several, by their weights."""
    return chance.choices(weighed, [one.weight for one in weighed])[0]


def _stays(
    chance: Random, terms: SampleTerms, of: tuple[SchemeTerms, CareMix], count: int
) -> Iterator[dict[str, object]]:
    scheme, care = of
    free = date.min
    for discharged in sorted(_day(chance, terms) for _ in range(count)):
        cost = max(float(care.median * scheme.scale) * exp(chance.gauss(0, float(care.sigma))), LEAST)
        length = min(1 + int(cost / float(terms.days.yuan_a_day) + chance.random() * 4), terms.days.most)
        admitted = min(max(discharged - timedelta(length), free), discharged)
        free = discharged
        yield {
            "care": {
                "kind": care.kind.value,
                "hospital_level": care.level.value,
                "region": care.region.value,
                "filing": care.filing.value,
                "admitted": admitted.isoformat(),
                "discharged": discharged.isoformat(),
            },
            "lines": list(_lines(chance, terms, Decimal(f"{cost:.2f}"))),
        }


def _day(chance: Random, terms: SampleTerms) -> date:
    """A day of discharge, the months by their weights."""
    month = chance.choices(range(1, 13), terms.months)[0]
    return date(terms.year, month, chance.randint(1, 28))


def _lines(chance: Random, terms: SampleTerms, total: Decimal) -> Iterator[dict[str, str]]:
    """The bill by fee category; the parts add up to the total, to the fen."""
    sigma = float(terms.share_sigma)
    shares = [part.weight * exp(chance.gauss(0, sigma)) for part in terms.lines]
    whole, left = sum(shares), total
    for part, share in zip(terms.lines[:-1], shares, strict=False):
        amount = Decimal(f"{float(total) * share / whole:.2f}")
        left -= amount
        yield {"name": part.name, "amount": str(amount), "class": part.payment_class.value}
    yield {"name": terms.lines[-1].name, "amount": str(left), "class": terms.lines[-1].payment_class.value}
