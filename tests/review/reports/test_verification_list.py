"""The list to look receipts up by: what the site asks for, room for its answer, and the same as CSV."""

from __future__ import annotations

import csv
from dataclasses import replace
from datetime import date
from decimal import Decimal
from io import StringIO
from typing import TYPE_CHECKING

from review.claim.paper import DocumentKind
from review.claim.verification import Answer, Verification
from review.reports.inputs import Imprint
from review.reports.verification_list import CSV_HEADS, verification_csv, verification_sheet
from review.services.verifying import ToVerify
from tests.review.reports.papers import NOON, text_of, texts

if TYPE_CHECKING:
    from pathlib import Path

RECEIPT = ToVerify(
    claim="20250401-0001",
    document_id=17,
    kind=DocumentKind.INPATIENT_RECEIPT,
    payer="张小满",
    institution="样例省人民医院",
    invoice_code="36060125",
    invoice_number="0012345678",
    check_code="a1b2c3",
    issued_on=date(2025, 3, 11),
    total=Decimal("15263.14"),
)
GENUINE = Verification(
    document_id=17,
    invoice_code="36060125",
    invoice_number="0012345678",
    total="15263.14",
    answer=Answer.GENUINE,
    checked_on=date(2025, 4, 2),
    times=3,
    by="lin",
)


def rows_of(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(path.read_bytes().decode("utf-8-sig"))))


def test_the_list_holds_what_the_site_asks_for(tmp_path: Path) -> None:
    text = text_of(verification_sheet((RECEIPT,), tmp_path / "a.pdf", number=RECEIPT.claim))
    for words in ("36060125", "0012345678", "a1b2c3", "2025-03-11", "15,263.14", "张小满", "pjcy.mof.gov.cn"):
        assert words in text


def test_an_open_receipt_has_boxes_to_tick_and_an_answered_one_its_answer(tmp_path: Path) -> None:
    assert "□相符□不符□查无此票" in text_of(verification_sheet((RECEIPT,), tmp_path / "a.pdf"))
    text = text_of(verification_sheet((replace(RECEIPT, answer=GENUINE),), tmp_path / "b.pdf"))
    assert "□" not in text
    assert "相符32025-04-02lin" in text


def test_a_list_of_nothing_says_so(tmp_path: Path) -> None:
    assert "没有待查验的电子票据。" in text_of(verification_sheet((), tmp_path / "a.pdf", Imprint(printed_at=NOON)))


def test_a_long_list_repeats_its_head(tmp_path: Path) -> None:
    rows = tuple(replace(RECEIPT, document_id=k, invoice_number=f"{k:010d}") for k in range(90))
    pages = ["".join(page.split()) for page in texts(verification_sheet(rows, tmp_path / "a.pdf"))]
    assert len(pages) > 2
    assert all("票据代码" in page for page in pages if "36060125" in page)


def test_what_was_not_read_is_a_dash(tmp_path: Path) -> None:
    unread = replace(RECEIPT, check_code="", invoice_code="", issued_on=None, total=None, payer="")
    assert text_of(verification_sheet((unread,), tmp_path / "a.pdf")).count("—") >= 5


def test_the_csv_keeps_every_digit_and_leaves_room_for_answers(tmp_path: Path) -> None:
    (row,) = rows_of(verification_csv((RECEIPT,), tmp_path / "a.csv"))
    assert tuple(row) == CSV_HEADS
    assert (row["票据号码"], row["金额"], row["开票日期"]) == ("0012345678", "15263.14", "2025-03-11")
    assert (row["查验结果"], row["查验日期"]) == ("", "")


def test_the_csv_shows_answers_that_are_known(tmp_path: Path) -> None:
    (row,) = rows_of(verification_csv((replace(RECEIPT, answer=GENUINE),), tmp_path / "a.csv"))
    assert (row["查验结果"], row["查验日期"], row["查验次数"]) == ("相符", "2025-04-02", "3")


def test_a_payer_that_looks_like_a_formula_is_text(tmp_path: Path) -> None:
    (row,) = rows_of(verification_csv((replace(RECEIPT, payer="=1+1"),), tmp_path / "a.csv"))
    assert row["交款人"] == "'=1+1"
