"""What specification and unit tell of a drug's form where the printed name does not: 0.25g*24粒 are no ampoules."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from review.catalogue.forms import Formed
from review.catalogue.names import normalise
from review.catalogue.strengths import strength
from review.catalogue.words import words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from review.catalogue.entry import Printed


def hinted_forms(printed: Printed) -> tuple[Formed, ...]:
    """Forms the printed specification and unit speak for, likeliest first.

    A plain weight, or nothing at all, speaks for what is sold most: tablets before ampoules before all else.
    """
    told = f"{normalise(printed.spec)}|{normalise(printed.unit)}"
    found: tuple[str, ...] = next((forms for pattern, forms in words().hints if pattern.search(told)), ())
    return tuple(Formed("", form, _members(form)) for form in found)


@cache
def _sold() -> frozenset[tuple[str, str, str]]:
    """Name, form and strength of what is sold in one form only."""
    listed = words().doses.items()
    return frozenset(
        (normalise(d), form, strength(s)) for form, drugs in listed for d, sold in drugs.items() for s in sold
    )


def is_sold_as(names: Iterable[str], form: str, printed: str) -> bool:
    """Whether the printed strength, as :func:`strength` gives it, is one a drug is sold with in this form alone."""
    return bool(printed) and any((name, form, printed) in _sold() for name in names)


def _members(form: str) -> frozenset[str]:
    return words().merged.get(form, frozenset()) | {form}
