from __future__ import annotations

from ocr.extraction.draft import FIELD, Draft
from ocr.extraction.evidence import Evidence
from ocr.extraction.original_checks import check_original
from tests.ocr.extraction.drafts import RECEIPT, a_cell, a_line


def an_original(**pictured: str) -> Draft:
    """An electronic receipt of 108.00 on which the picture shows some fields as given."""
    fields = {"total_amount": a_cell("108.00"), "institution": a_cell("安远县中心医院")}
    evidence = {(FIELD, key): Evidence((value,)) for key, value in pictured.items()}
    return Draft(RECEIPT, fields, (a_line(name="床位费", amount="108.00"),), evidence=evidence)


def test_a_figure_that_the_picture_shows_otherwise_is_contradicted_and_the_paper_asks() -> None:
    draft = check_original(an_original(total_amount="100.00"))
    assert draft.fields["total_amount"].contradicted
    assert draft.reasons == ("画面与电子原件不一致：原件108.00，画面100.00",)


def test_a_figure_printed_with_fewer_decimals_is_the_same() -> None:
    assert check_original(an_original(total_amount="108")).reasons == ()


def test_a_text_that_recognition_spells_otherwise_is_no_contradiction() -> None:
    assert check_original(an_original(institution="安远县中心医阮")).reasons == ()


def test_an_original_without_second_looks_stays_as_it_is() -> None:
    draft = an_original()
    assert check_original(draft) == draft
