"""A fault is told by the key as somebody wrote it, whatever shorthand they used."""

from __future__ import annotations

from typing import Any

import pytest

from review.packs.pack import faults_of
from review.packs.written import spelled
from tests.packs.shelf import ganzhou_tree

VALUE = "out_of_region.advance.values[0].value"
DEDUCTIBLE = "basic.inpatient.resident.deductible.values[0].value"

WRITTEN: dict[str, tuple[str, Any, str]] = {
    "by region": (VALUE, {"same_city": "0", "same_province": 0.1, "other_province": "0.2"}, ".same_province"),
    "by filing": (
        VALUE,
        {"same_city": "0", "other_province": {"none": "0.2", "referral": "7"}},
        ".other_province.referral",
    ),
    "by level": (DEDUCTIBLE, {"primary": "1", "secondary": "x", "tertiary": "3"}, ".secondary"),
    "plain": (DEDUCTIBLE, "many", ""),
    "by stay": (DEDUCTIBLE, {"primary": "1", "secondary": ["2", "x"], "tertiary": "3"}, ".secondary[1]"),
    "falling": (DEDUCTIBLE, {"first": "800", "minus": "-1"}, ".minus"),
    "rows": (DEDUCTIBLE, [{"when": {"levels": ["high"]}, "value": "1"}], "[0].when.levels[0]"),
    "a row's value": (DEDUCTIBLE, [{"value": "1"}, {"value": 2}], "[1].value"),
    "rows of a mapping": (DEDUCTIBLE, {"rows": [{"value": "x"}]}, ".rows[0].value"),
}


@pytest.mark.parametrize("how", WRITTEN)
def test_the_place_of_a_fault_is_told_as_it_was_written(how: str) -> None:
    at, value, below = WRITTEN[how]
    tree = ganzhou_tree()
    series: Any = tree
    for key in at.removesuffix(".values[0].value").split("."):
        series = series[key]
    series["values"][0]["value"] = value
    assert at + below in {spelled(place) for place, _ in faults_of(tree)}


def test_bands_written_as_one_ratio_are_told_where_they_stand() -> None:
    tree = ganzhou_tree()
    bands = {"bands": [{"over": "0", "ratio": "0.5"}, {"over": "100", "ratio": 0.6}]}
    tree["basic"]["inpatient"]["resident"]["ratio"]["values"][0]["value"] = {"primary": "0.9", "tertiary": bands}
    told = {spelled(place) for place, _ in faults_of(tree)}
    assert told == {"basic.inpatient.resident.ratio.values[0].value.tertiary.bands[1].ratio"}


def test_a_list_that_is_faulty_inside_is_not_called_empty() -> None:
    tree = ganzhou_tree()
    tree["basic"]["inpatient"]["resident"]["ratio"]["values"][0]["value"] = 0.6
    assert [spelled(place) for place, _ in faults_of(tree)] == ["basic.inpatient.resident.ratio.values[0].value"]
