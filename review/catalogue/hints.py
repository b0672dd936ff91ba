"""What specification and unit tell of a drug's form where the printed name does not: 0.25g*24粒 are no ampoules."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from review.catalogue.forms import Formed
from review.catalogue.names import normalise
from review.catalogue.words import words

if TYPE_CHECKING:
    from review.catalogue.entry import Printed


_SHARE = re.compile(r"\d+(?:\.\d+)?%")
"""A share in the name, as of a solution: 5%GS."""


def hinted_forms(printed: Printed) -> tuple[Formed, ...]:
    """Forms the printed specification and unit speak for, likeliest first.

    A plain weight, or nothing at all, speaks for what is sold most: tablets before ampoules before all else.
    """
    spec = normalise(printed.spec) or "".join(_SHARE.findall(normalise(printed.name)))
    told = f"{spec}|{normalise(printed.unit)}"
    found: tuple[str, ...] = next((forms for pattern, forms in words().hints if pattern.search(told)), ())
    return tuple(Formed("", form, _members(form)) for form in found)


def _members(form: str) -> frozenset[str]:
    return words().merged.get(form, frozenset()) | {form}
