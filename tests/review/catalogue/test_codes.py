"""Printed codes in the forms other editions hold them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from review.catalogue.codes import code_forms
from review.catalogue.editions import CatalogueSet, Printed, load_editions

DAY = date(2025, 3, 1)
Made = Callable[..., Path]


@pytest.mark.parametrize(
    ("printed", "form"),
    [
        ("001102000050000", "001102000050000"),
        (" 0011 0200 0050 000 ", "001102000050000"),
        ("００１１０２００００５００００", "001102000050000"),
        ("361102000050001", "001102000050000"),
        ("110200005", "001102000050000"),
        ("001102000050000-110200005", "110200005"),
        ("001102000050000-110200005", "001102000050000"),
        ("001102000050000-110200005/2C", "110200005/2c"),
        ("xj01caa040e001010100001", "XJ01CAA040E001010100001"),
        ("C010101000000000000012345678"[:27], "C0101010000000000000"),
    ],
)
def test_a_code_is_tried_in_the_form_another_edition_prints(printed: str, form: str) -> None:
    assert form in code_forms(printed)


@pytest.mark.parametrize(
    ("printed", "form"),
    [
        ("001102000050000", "110200005"),
        ("36110200005", "001102000050000"),
        ("XJ01CAA040E001010100001", "XJ01CAA040E001010100002"),
        ("C0101010000000000000", "C010101"),
        ("110200005", "001102000060000"),
    ],
)
def test_no_other_code_is_made_of_it(printed: str, form: str) -> None:
    assert form not in code_forms(printed)


@pytest.mark.parametrize("printed", ["", "   ", "　"])
def test_no_code_has_no_forms(printed: str) -> None:
    assert list(code_forms(printed)) == []


def services(made: Made) -> CatalogueSet:
    rows = (
        "1,001204000060000,静脉输液,,A,,",
        "2,001204000060000,留置静脉针输液,,A,,",
        "3,001102000050000,住院诊查费,,B,,",
    )
    return load_editions(made("services", *rows, kind="service"))


def test_a_provincial_code_leads_to_the_nations_item(made: Made) -> None:
    match = services(made).match(Printed("住院诊察费", code="361102000050003"), DAY)
    assert match.entry is not None
    assert match.entry.name == "住院诊查费"


def test_a_code_of_several_rows_is_settled_by_the_name(made: Made) -> None:
    catalogue = services(made)
    told = catalogue.match(Printed("留置静脉针输液", code="001204000060000"), DAY)
    untold = catalogue.match(Printed("输液", code="001204000060000"), DAY)
    assert told.entry is not None
    assert told.entry.name == "留置静脉针输液"
    assert untold.entry is None


def test_rows_that_share_a_code_come_first_and_say_so(made: Made) -> None:
    match = services(made).match(Printed("输液", code="001204000060000"), DAY)
    first = match.candidates[0]
    assert first.entry.official_no == "001204000060000"
    assert "编码001204000060000与目录一致，同码有2条" in first.reasons
    assert "须按名称选定" in first.against


def test_a_code_without_a_name_is_taken_only_where_one_row_has_it(made: Made) -> None:
    catalogue = services(made)
    assert catalogue.match(Printed("", code="001102000050000"), DAY).automatic
    assert not catalogue.match(Printed("", code="001204000060000"), DAY).automatic


def test_numbers_of_the_list_of_drugs_are_no_codes(shipped: CatalogueSet) -> None:
    match = shipped.match(Printed("维生素C片", code="312"), DAY)
    assert match.entry is not None
    assert match.entry.name == "维生素C"
