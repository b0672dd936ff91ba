"""Papers are told apart by names and days that are sure; what is in doubt waits for a person."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from review.checks.finding import CheckContext
from review.checks.pages.mixed_papers import mixed_papers
from review.claim.paper import Document, Standing
from tests.builders import a_claim, a_receipt, a_statement

Context = Callable[..., CheckContext]


def with_standing(document: Document, key: str, standing: Standing) -> Document:
    return replace(document, values={**document.values, key: replace(document.values[key], standing=standing)})


@pytest.mark.parametrize(
    ("standing", "codes"),
    [(Standing.READ, ["claims-mixed"]), (Standing.DOUBTFUL, []), (Standing.CONFIRMED, ["claims-mixed"])],
)
def test_a_name_that_may_be_misread_does_not_make_two_claims(
    context: Context, standing: Standing, codes: list[str]
) -> None:
    other = with_standing(a_statement(patient="张小瞒"), "patient", standing)
    assert [f.code for f in mixed_papers(a_claim(a_receipt(), other), context())] == codes


@pytest.mark.parametrize(("standing", "codes"), [(Standing.READ, ["stays-mixed"]), (Standing.CONTRADICTED, [])])
def test_a_day_that_may_be_misread_does_not_make_two_stays(
    context: Context, standing: Standing, codes: list[str]
) -> None:
    other = a_receipt(admission_date="2025-03-07", invoice_number="0099")
    claim = a_claim(a_receipt(), with_standing(other, "admission_date", standing))
    assert [f.code for f in mixed_papers(claim, context())] == codes
