"""A name that is nowhere listed is settled by another reading that is, and says so."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from review.catalogue.entry import Printed

if TYPE_CHECKING:
    from review.catalogue.editions import CatalogueSet
    from review.catalogue.entry import Match

DAY = date(2025, 3, 1)


def matched(shipped: CatalogueSet, name: str, *others: str, unit: str = "") -> Match:
    return shipped.match(Printed(name, unit=unit, others=others), DAY)


@pytest.mark.parametrize(
    ("read", "listed"),
    [("氧化钠注射液", "氯化钠注射液"), ("氢化钾注射液", "氯化钾注射液"), ("阿莫西林胶襄", "阿莫西林胶囊")],
)
def test_the_only_listed_reading_is_taken_and_says_so(shipped: CatalogueSet, read: str, listed: str) -> None:
    match = matched(shipped, read, listed)
    assert match.entry == matched(shipped, listed).entry
    assert match.read_as == listed
    assert match.candidates[0].reasons[0] == f"识别为“{read}”，目录中没有；按形近字读作“{listed}”"


def test_a_name_that_is_listed_as_read_needs_no_other(shipped: CatalogueSet) -> None:
    match = matched(shipped, "氯化钾注射液", "氯化钠注射液")
    assert match == matched(shipped, "氯化钾注射液")
    assert match.read_as == ""


def test_two_listed_readings_are_left_to_the_clerk(shipped: CatalogueSet) -> None:
    match = matched(shipped, "氯化某注射液", "氯化钠注射液", "氯化钾注射液")
    assert match.entry is None
    assert [c.entry.name for c in match.candidates[:2]] == ["氯化钠", "氯化钾"]
    assert match.read_as == ""


@pytest.mark.parametrize("other", ["氯化钠", "氯化钾注射夜", "氯化钠钾注射液", "", "氧化钠注射液"])
def test_a_reading_that_differs_in_more_than_one_character_settles_nothing(shipped: CatalogueSet, other: str) -> None:
    assert matched(shipped, "氧化纳注射液", other).entry is None


def test_a_reading_that_is_not_sure_itself_settles_nothing(shipped: CatalogueSet) -> None:
    assert matched(shipped, "甘草片儿", "甘草片儿").entry is None
    assert matched(shipped, "廿草片", "甘草片", unit="片").entry is None


def test_without_other_readings_nothing_changes(shipped: CatalogueSet) -> None:
    assert matched(shipped, "氧化钠注射液").entry is None
