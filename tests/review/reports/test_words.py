"""Every value of the domain has a Chinese word on paper."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from review.checks.finding import Severity
from review.claim.claim import Filing, Region
from review.claim.decisions import FindingVerdict
from review.claim.paper import DocumentKind, Standing
from review.claim.people import Group, Scheme
from review.claim.states import ClaimState
from review.reports.journal_words import STANDINGS, STATES
from review.reports.words import (
    FILINGS,
    KINDS,
    REGIONS,
    SEVERITIES,
    VERDICTS,
    WORDS,
    day,
    moment,
    page_word,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ([*Scheme, *Group], WORDS),
        (Region, REGIONS),
        (Filing, FILINGS),
        (Severity, SEVERITIES),
        (FindingVerdict, VERDICTS),
        (DocumentKind, KINDS),
        (ClaimState, STATES),
        (Standing, STANDINGS),
    ],
)
def test_no_value_is_left_without_a_word(values: Iterable[str], words: Mapping[str, str]) -> None:
    assert [value for value in values if not words.get(value)] == []


def test_days_and_moments_that_are_missing_are_dashes_or_nothing() -> None:
    assert (day(None), moment(None)) == ("—", "")


def test_a_moment_with_a_zone_is_told_by_chinas_clock() -> None:
    assert moment(datetime(2025, 12, 31, 20, 0, tzinfo=UTC)) == "2026-01-01 04:00"


@pytest.mark.parametrize(("title", "word"), [("expense_statement", "费用清单"), ("", "影像"), ("背面", "背面")])
def test_a_page_is_called_by_its_kind_or_its_own_title(title: str, word: str) -> None:
    assert page_word(title) == word
