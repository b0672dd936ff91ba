"""Codes against the picture: agreement proves, what lacks is filled, a difference asks and both values are told."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from ocr.extraction.codes_check import check_codes
from ocr.extraction.draft import Draft
from ocr.extraction.layout import Sheet, lay_out
from ocr.pages import Code, PageText, Word
from ocr.reading import Cell, DocumentKind, Line

QR = "01,10,36060125,0012345678,1280.50,20250311,a1b2c3,"
BLANK = PageText("a.jpg", 1240, 1754, upright_size=(1240, 1754))
READ = {
    "invoice_code": "36060125",
    "invoice_number": "0012345678",
    "check_code": "a1b2c3",
    "issue_date": "2025-03-11",
    "total_amount": "1280.50",
    "payer": "赵小满",
}


def a_page(*texts: str, symbology: str = "QRCode", page: PageText = BLANK) -> Sheet:
    codes = tuple(Code(symbology, text, (10, 10 + 100 * i, 90, 90)) for i, text in enumerate(texts))
    return lay_out(replace(page, codes=codes))


def a_cell(value: str, confidence: float = 0.99) -> Cell:
    return Cell(value, value, confidence, 0, (100, 100, 200, 30))


def a_draft(kind: DocumentKind = DocumentKind.INPATIENT_RECEIPT, **changed: str | None) -> Draft:
    values = {**READ, **changed}
    return Draft(kind, {key: a_cell(value) for key, value in values.items() if value is not None})


def test_what_code_and_picture_both_say_is_proven() -> None:
    draft = check_codes(a_draft(), [(a_page(QR), 0)])
    proofs = {key: cell.proof for key, cell in draft.fields.items()}
    assert proofs == {**dict.fromkeys(READ, "与票面二维码一致"), "payer": None}
    assert draft.reasons == ()


def test_a_bar_code_is_called_one() -> None:
    draft = check_codes(a_draft(), [(a_page("360601250012345678", symbology="Code128"), 0)])
    assert draft.fields["invoice_number"].proof == "与票面条码一致"


def test_what_the_picture_lacks_comes_from_the_code_with_its_place() -> None:
    draft = check_codes(a_draft(check_code=None, total_amount=""), [(a_page(QR), 0)])
    assert draft.fields["check_code"] == Cell("a1b2c3", "", 1.0, 0, (10, 10, 90, 90), None, "取自票面二维码")
    assert draft.amount("total_amount") == Decimal("1280.50")
    assert draft.fields["total_amount"].box == (100, 100, 200, 30)


def test_a_code_that_nothing_on_the_paper_bears_out_fills_but_asks() -> None:
    draft = check_codes(a_draft(DocumentKind.INPATIENT_RECEIPT, **dict.fromkeys(READ)), [(a_page(QR), 0)])
    assert draft.fields["total_amount"].proof is None
    assert "请核对" in (draft.fields["total_amount"].review or "")


def test_another_total_than_the_codes_asks_in_the_cell_and_on_the_paper() -> None:
    draft = check_codes(a_draft(total_amount="11280.50"), [(a_page(QR), 0)])
    cell = draft.fields["total_amount"]
    assert (cell.value, cell.contradicted, cell.others) == ("11280.50", True, ("1280.50",))
    assert cell.review == "读作“11280.50”，二维码是“1280.50”，请核对"
    assert draft.reasons == ("票面合计金额与二维码不一致：票面“11280.50”，二维码“1280.50”",)


def test_a_misread_total_is_mended_where_the_words_say_what_the_code_says() -> None:
    draft = a_draft(total_in_words="壹仟贰佰捌拾元伍角整")
    draft = draft.with_fields({"total_amount": a_cell("1260.50", 0.7)})
    cell = check_codes(draft, [(a_page(QR), 0)]).fields["total_amount"]
    assert (cell.value, cell.review, cell.others) == ("1280.50", None, ("1260.50",))
    assert cell.proof == "取自票面二维码，与大写金额一致；原读作“1260.50”"


def test_a_mended_total_that_stood_clearly_on_the_picture_is_still_told() -> None:
    draft = check_codes(a_draft(total_amount="9280.50", total_in_words="壹仟贰佰捌拾元伍角整"), [(a_page(QR), 0)])
    assert draft.amount("total_amount") == Decimal("1280.50")
    assert "与二维码不一致" in draft.reasons[0]


def test_lines_that_add_up_bear_the_code_out_and_an_unread_line_does_not() -> None:
    lines = (Line({"amount": a_cell("1000.50")}), Line({"amount": a_cell("280.00")}))
    draft = replace(a_draft(total_amount="1208.50"), lines=lines)
    assert "与各项之和一致" in (check_codes(draft, [(a_page(QR), 0)]).fields["total_amount"].proof or "")
    unread = replace(draft, lines=(*lines, Line({"amount": a_cell("")})))
    assert check_codes(unread, [(a_page(QR), 0)]).fields["total_amount"].contradicted


@pytest.mark.parametrize(("confidence", "value"), [(0.8, "0012345678"), (0.99, "0012345673")])
def test_an_unsure_number_is_the_codes_and_a_sure_one_asks(confidence: float, value: str) -> None:
    draft = a_draft().with_fields({"invoice_number": a_cell("0012345673", confidence)})
    cell = check_codes(draft, [(a_page(QR), 0)]).fields["invoice_number"]
    assert cell.value == value
    assert cell.contradicted is (value == "0012345673")


def test_a_number_that_differs_in_many_digits_is_never_taken_silently() -> None:
    draft = a_draft().with_fields({"invoice_number": a_cell("9998887776", 0.3)})
    checked = check_codes(draft, [(a_page(QR), 0)])
    assert checked.fields["invoice_number"].contradicted
    assert checked.reasons


def test_a_code_of_another_paper_fills_nothing_and_is_told() -> None:
    other = "01,10,36060125,0099999999,55.00,20240102,zzz999,"
    draft = a_draft(invoice_code=None, check_code=None)
    checked = check_codes(draft, [(a_page(other), 0)])
    assert checked.fields == draft.fields
    assert "另一张票据" in checked.reasons[0]
    assert "0099999999" in checked.reasons[0]


def test_an_equation_that_broke_is_not_healed_by_a_code() -> None:
    broken = replace(a_cell("1280.50"), review="与各项之和不符", contradicted=True)
    cell = check_codes(a_draft().with_fields({"total_amount": broken}), [(a_page(QR), 0)]).fields["total_amount"]
    assert cell == broken


def test_a_masked_name_is_not_compared() -> None:
    draft = check_codes(a_draft(payer="赵*满"), [(a_page("票据号码:0012345678,票据代码:36060125,交款人:赵小满"), 0)])
    assert draft.fields["payer"].review is None
    assert draft.fields["payer"].proof is None


@pytest.mark.parametrize(("total", "asks"), [("104.72", False), ("118.33", False), ("104.00", True), ("154.72", True)])
def test_the_total_of_an_old_vat_invoice_lies_above_its_net_amount(total: str, asks: bool) -> None:  # noqa: FBT001 - a case
    draft = a_draft(
        DocumentKind.PHARMACY_INVOICE, invoice_code="036001900104", invoice_number="29342181", total_amount=total
    )
    checked = check_codes(
        draft, [(a_page("01,10,036001900104,29342181,104.72,20250311,02418567008427471889,1774,"), 0)]
    )
    assert checked.fields["total_amount"].contradicted is asks
    assert "net_amount" not in checked.fields


def test_papers_that_are_no_receipts_are_left_alone() -> None:
    draft = a_draft(DocumentKind.EXPENSE_STATEMENT)
    assert check_codes(draft, [(a_page(QR), 0)]) is draft


def test_the_page_and_the_filed_place_of_a_code_are_kept() -> None:
    turned = a_page(QR, page=replace(BLANK, to_filed=(0.0, -1.0, 1240.0, 1.0, 0.0, 0.0)))
    draft = check_codes(a_draft(check_code=None), [(a_page(), 0), (turned, 1)])
    assert (draft.fields["check_code"].page, draft.fields["check_code"].box) == (1, (1140, 10, 90, 90))


def test_codes_of_other_things_change_nothing() -> None:
    draft = a_draft()
    assert check_codes(draft, [(a_page("https://www.example.cn/", "6922222222222"), 0)]) == draft


def test_of_several_papers_on_a_scan_each_has_its_own_codes() -> None:
    words = tuple(Word("合计金额", 0.99, (20 + 700 * side, 60 + 40 * i, 400, 30)) for side in (0, 1) for i in range(10))
    sheet = a_page(QR, page=replace(BLANK, words=words))
    other = replace(sheet, pieces=tuple(piece for piece in sheet.pieces if piece.left > 600))
    draft = a_draft(
        invoice_number="0099999999", invoice_code=None, check_code=None, total_amount="5.00", issue_date="2024-01-02"
    )
    assert "另一张票据" in check_codes(draft, [(sheet, 0)]).reasons[0]
    assert check_codes(draft, [(other, 0)]) == draft


def test_numbers_whose_first_signs_a_fold_took_are_completed() -> None:
    draft = a_draft(invoice_code="6060125", invoice_number="012345678", check_code="1b2c3")
    checked = check_codes(draft, [(a_page("360601250012345678", symbology="Code128"), 0)])
    assert [checked.fields[key].value for key in ("invoice_code", "invoice_number")] == ["36060125", "0012345678"]
    assert checked.fields["invoice_code"].proof == "取自票面条码，票面识别不清；原读作“6060125”"
    assert checked.reasons == ()


def test_the_code_of_the_paper_beside_it_is_no_finding_where_its_own_is_there() -> None:
    words = tuple(Word("合计金额", 0.99, (20 + 700 * side, 60 + 40 * i, 400, 30)) for side in (0, 1) for i in range(10))
    other = "01,10,35060125,0099999999,55.00,20240102,zzz999,"
    sheet = a_page(QR, other, page=replace(BLANK, words=words))
    part = replace(sheet, pieces=tuple(piece for piece in sheet.pieces if piece.left < 600))
    assert check_codes(a_draft(), [(part, 0)]).reasons == ()
    assert "另一张票据" in check_codes(a_draft(), [(sheet, 0)]).reasons[0]
