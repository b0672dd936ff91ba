from __future__ import annotations

import csv
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from review.catalogue.editions import load_editions
from review.catalogue.entry import OUTSIDE
from tests.matching.labels import HERE, NAMES, RECOGNISED, Case, all_cases, halves, read_cases

if TYPE_CHECKING:
    from review.catalogue.editions import CatalogueSet


@pytest.fixture(scope="module")
def names() -> tuple[Case, ...]:
    return read_cases(NAMES)


@pytest.fixture(scope="module")
def shipped() -> CatalogueSet:
    return load_editions()


def distinct(cases: tuple[Case, ...], kind: str) -> int:
    return len({case.printed.name for case in cases if case.kind == kind})


def test_the_set_is_as_large_as_promised(names: tuple[Case, ...]) -> None:
    assert distinct(names, "drug") >= 800
    assert distinct(names, "service") >= 250
    assert distinct(names, "supply") >= 60
    assert sum(case.outside for case in names) >= 150


def test_every_labelled_entry_is_in_a_shipped_edition_of_its_kind(shipped: CatalogueSet) -> None:
    asked = {(entry, case.kind) for case in all_cases() for entry in case.entries if entry != OUTSIDE}
    found = {(entry, kind): shipped.entry(entry) for entry, kind in asked}
    assert {key for key, entry in found.items() if entry is None or entry.kind.value != key[1]} == set()


def test_a_line_is_either_outside_or_has_entries(names: tuple[Case, ...]) -> None:
    assert [case for case in names if not case.entries or (OUTSIDE in case.entries and len(case.entries) > 1)] == []


def test_the_same_words_never_have_two_labels(names: tuple[Case, ...]) -> None:
    assert [words for words, count in Counter(case.printed for case in names).items() if count > 1] == []


def test_no_substance_lies_in_both_halves() -> None:
    tuning, held = halves(all_cases())
    assert {case.substance for case in tuning} & {case.substance for case in held} == set()
    assert 0.4 < len(held) / (len(tuning) + len(held)) < 0.6


def test_no_entry_of_the_list_is_right_in_both_halves(names: tuple[Case, ...]) -> None:
    tuning, held = ({entry for case in half for entry in case.entries} for half in halves(names))
    assert tuning & held <= {OUTSIDE, "nrdl-2024/X1256"}


def test_what_was_read_bears_the_label_of_what_was_printed(names: tuple[Case, ...]) -> None:
    labels: dict[str, set[frozenset[str]]] = {}
    for case in names:
        labels.setdefault(case.printed.name, set()).add(case.entries)
    assert [case for case in read_cases(RECOGNISED) if case.entries not in labels[case.truth]] == []


def test_recognised_names_hold_real_errors_and_other_readings() -> None:
    read = read_cases(RECOGNISED)
    assert len(read) >= 900
    assert sum(case.printed.name != case.truth for case in read) >= 50
    assert sum(bool(case.printed.others) for case in read) >= 100


def test_every_correction_is_still_what_the_set_says(names: tuple[Case, ...]) -> None:
    labels = {case.printed.name: case.entries for case in names}
    with (HERE / "corrections.csv").open(encoding="utf-8", newline="") as source:
        rows = list(csv.DictReader(source))
    assert [row["printed"] for row in rows if labels[row["printed"]] != frozenset(row["is"].split("|"))] == []
    assert all(row["why"] and row["was"] != row["is"] for row in rows)
