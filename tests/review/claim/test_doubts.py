"""Everything that asks for a look is listed; nothing else is."""

from __future__ import annotations

from dataclasses import replace

from review.claim.doubts import doubts, unmatched
from review.claim.paper import LineVerdict, ReadState, Standing
from tests.builders import a_claim, a_line, a_page, a_receipt, a_statement, a_value


def test_a_sound_claim_has_no_doubts() -> None:
    assert doubts(a_claim()) == ()
    assert unmatched(a_claim()) == ()


def test_failed_pages_papers_rows_and_cells_are_listed_in_the_order_of_the_paper() -> None:
    line = a_line(review="被截断", amount="1.00", standing=Standing.CONTRADICTED)
    receipt = replace(a_receipt(line), review=("合计不符",))
    claim = a_claim(receipt, pages=(a_page(read_state=ReadState.FAILED, failure="看不清"),))
    cells = [f"value:{value.id}" for value in line.values.values()]
    targets = ["page:1", f"document:{receipt.id}", f"line:{line.id}", *cells]
    assert [doubt.target for doubt in doubts(claim)] == targets


def test_what_was_looked_at_or_struck_out_is_not_listed() -> None:
    line = a_line(review="被截断", standing=Standing.DOUBTFUL, removed=True)
    receipt = replace(a_receipt(line), review=("合计不符",), review_cleared=True)
    page = a_page(read_state=ReadState.FAILED, failure="")
    assert doubts(a_claim(receipt, pages=(page,))) == ()


def test_a_doubtful_field_is_listed_with_its_reason() -> None:
    value = a_value("payer", "张小满", standing=Standing.DOUBTFUL, reason="笔画不清")
    receipt = a_receipt()
    claim = a_claim(replace(receipt, values={**receipt.values, "payer": value}))
    assert [(doubt.target, doubt.reason) for doubt in doubts(claim)] == [(f"value:{value.id}", "笔画不清")]


def test_rows_without_entry_are_unmatched_unless_taken_out() -> None:
    open_line, out = a_line("甲"), a_line("乙", verdict=LineVerdict.EXCLUDE)
    claim = a_claim(a_statement(open_line, out, a_line("丙", entry_id="outside"), a_line("丁", removed=True)))
    assert unmatched(claim) == (open_line,)
