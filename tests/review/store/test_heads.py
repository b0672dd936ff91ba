"""What the look-ups keep of paper: numbers in one way of writing, bands of a likeness, articles with their prices."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from review.store.heads import bands, illness, priced, receipt_head

CELLS = {
    "invoice_code": " 36060125 ",
    "invoice_number": "００12345678",
    "check_code": "a1b2c3",
    "payer": "张小满",
    "hospital_number": "zy-0042",
    "discharge_date": "2025-03-11",
    "total_amount": "¥1,234.5",
}


def test_numbers_stand_in_one_way_of_writing_beside_what_is_printed() -> None:
    head = receipt_head(CELLS, "样例医院")
    assert (head["code_key"], head["number_key"], head["serial"]) == ("36060125", "12345678", 12345678)
    assert (head["stay_number"], head["stay_key"]) == ("zy-0042", "ZY0042")
    assert (head["institution"], head["day"], head["total"]) == ("样例医院", date(2025, 3, 11), Decimal("1234.50"))


def test_the_day_is_that_of_issue_before_that_of_discharge_and_of_visit() -> None:
    days = {"issue_date": "2025-03-12", "visit_date": "2025-03-10"}
    assert receipt_head(CELLS | days, "")["day"] == date(2025, 3, 12)
    assert receipt_head({"visit_date": "2025-03-10"}, "")["day"] == date(2025, 3, 10)


@pytest.mark.parametrize(
    "cells",
    [{}, {"invoice_number": "ABC", "total_amount": "叁元", "issue_date": "2025-02-30"}, {"invoice_number": "9" * 40}],
    ids=["nothing", "unreadable", "too long"],
)
def test_what_cannot_be_read_is_left_open(cells: dict[str, str]) -> None:
    head = receipt_head(cells, "")
    assert (head["serial"], head["total"], head["day"], head["electronic"]) == (None, None, None, False)


def test_an_electronic_receipt_is_one_with_a_check_code_or_from_an_original_and_never_an_invoice() -> None:
    assert receipt_head(CELLS, "")["electronic"]
    assert receipt_head({}, "", electronic=True)["electronic"]
    assert not receipt_head(CELLS, "", electronic=True, invoice=True)["electronic"]


def test_a_likeness_has_four_bands_and_anything_else_none() -> None:
    assert bands("0001000200ffffff") == (1, 2, 255, 65535)
    assert bands("") == bands("0123") == bands("zzzzzzzzzzzzzzzz") == ()


def test_an_article_is_name_strength_and_unit_however_they_are_printed() -> None:
    one = priced({"name": "氯化钠注射液", "spec": "250ml", "unit": "袋", "unit_price": "3.20"})
    other = priced({"name": " 氯化钠 注射液", "spec": "250ML", "unit": "袋", "unit_price": "3.2000"})
    assert one == other == ("氯化钠注射液|250ML|袋", "3.2")


@pytest.mark.parametrize("price", ["", "0", "-3.20", "?"])
def test_a_line_without_a_price_above_nothing_or_without_name_tells_nothing(price: str) -> None:
    assert priced({"name": "氯化钠注射液", "unit_price": price}) is None
    assert priced({"name": "", "unit_price": "1"}) is None


def test_a_round_price_keeps_its_digits() -> None:
    assert priced({"name": "药", "unit_price": "1200.00"}) == ("药||", "1200")


def test_the_illness_is_the_first_diagnosis_in_one_way_of_writing() -> None:
    assert illness(("２型糖尿病 ", "高血压")) == illness(("2型糖尿病",))
    assert illness(()) == ""
