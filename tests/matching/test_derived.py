from __future__ import annotations

import pytest

from review.catalogue.editions import load_editions
from review.catalogue.entry import OUTSIDE
from tests.matching.derived import derived_cases
from tests.matching.labels import Case, all_cases, halves


@pytest.fixture(scope="module")
def derived() -> dict[str, Case]:
    return {case.printed.name: case for case in derived_cases()}


def ending(derived: dict[str, Case], stem: str) -> dict[str, frozenset[str]]:
    return {name.removeprefix(stem): case.entries for name, case in derived.items() if name.startswith(stem)}


def test_every_article_gives_lines_of_both_sorts(derived: dict[str, Case]) -> None:
    assert len(derived) > 4000
    assert 0.3 < sum(case.outside for case in derived.values()) / len(derived) < 0.7


def test_a_form_of_clause_eight_is_in_the_list(derived: dict[str, Case]) -> None:
    shipped = load_editions()
    ends = {end: ids for end, ids in ending(derived, "阿卡波糖").items() if ids != {OUTSIDE} and "咀嚼" not in end}
    names = {shipped.entry(entry) for ids in ends.values() for entry in ids}
    assert {(entry.name, entry.dosage_form) for entry in names if entry} == {("阿卡波糖", "口服常释剂型")}


def test_a_form_and_a_numeral_that_no_row_holds_are_outside(derived: dict[str, Case]) -> None:
    outside = {end for end, ids in ending(derived, "吡嗪酰胺").items() if ids == {OUTSIDE}}
    assert len(outside) == 2
    assert any("(Ⅱ)" in end or "(Ⅲ)" in end for end in outside)


def test_a_form_that_the_list_prints_unmerged_is_not_called_outside(derived: dict[str, Case]) -> None:
    outside = {name for name, case in derived.items() if case.outside}
    assert {"布洛芬乳膏", "硫酸锌口服溶液"} & outside == set()


def test_forms_of_a_row_of_patent_medicine_lead_to_that_row(derived: dict[str, Case]) -> None:
    forms = {end: ids for end, ids in ending(derived, "感冒清热").items() if ids != {OUTSIDE}}
    assert set(forms) == {"颗粒", "片", "胶囊"}
    assert len(set(forms.values())) == 1


def test_no_name_of_the_list_itself_is_called_outside(derived: dict[str, Case]) -> None:
    shelf = load_editions().shelf("nrdl-2024")
    assert shelf is not None
    assert {entry.name for entry in shelf.entries} & {n for n, case in derived.items() if case.outside} == set()


def test_derived_lines_keep_to_the_halves_of_the_labelled_set() -> None:
    tuning, held = halves((*all_cases(), *derived_cases()))
    left, right = ({entry for case in half for entry in case.entries} for half in (tuning, held))
    assert {case.substance for case in tuning} & {case.substance for case in held} == set()
    assert left & right <= {OUTSIDE, "nrdl-2024/X1256"}
