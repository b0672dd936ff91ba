"""On an unclear page the likeliest figures that make their sum stand in their places; a guess never counts as proof."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ocr.extraction.draft import Draft, proven
from ocr.extraction.guessed_sums import guess_sums, likeliest
from ocr.pages import Flaw, PageText, Rival, Word
from ocr.reading import Cell, Line
from tests.ocr.extraction.drafts import RECEIPT, a_cell, mark

UNCLEAR = (Flaw("unclear", "看不清"),)
Told = tuple[str, tuple[Rival, ...]]


def paper(*told: Told, total: str, key: str = "", flaws: tuple[Flaw, ...] = UNCLEAR) -> tuple[Draft, PageText]:
    """A receipt with the figures told, as amounts of lines or as fields of the keys named."""
    boxes = [(100, 100 + 40 * n, 90, 20) for n in range(len(told))]
    words = tuple(Word(text, 0.5, box, 0.0, rivals) for (text, rivals), box in zip(told, boxes, strict=True))
    cells = [Cell(text, text, 0.3, 0, box, "请核对") for (text, _), box in zip(told, boxes, strict=True)]
    fields = {"total_amount": proven(a_cell(total), "与票面二维码一致")}
    fields |= dict(zip(key.split(), cells, strict=True)) if key else {}
    lines = () if key else tuple(Line({"amount": cell}) for cell in cells)
    page = PageText("a.jpg", 600, 900, upright_size=(600, 900), words=words, flaws=flaws)
    return Draft(RECEIPT, fields, lines), page


def amounts(draft: Draft) -> list[object]:
    return [line.cells["amount"].value for line in draft.lines]


def test_figures_that_together_make_the_total_are_chosen_and_ask() -> None:
    draft, page = paper(("522.56", ((0, "3", 0.39),)), ("63.80", ((3, "0", 0.28),)), total="385.56")
    done = guess_sums(draft, [page])
    assert amounts(done) == ["322.56", "63.00"]
    assert {mark(line.cells["amount"]) for line in done.lines} == {"asks"}
    assert "按各项合计=总金额推测为322.56" in (done.lines[0].cells["amount"].review or "")


def test_of_several_ways_the_likeliest_is_chosen() -> None:
    draft, page = paper(("10.00", ((0, "2", 0.1),)), ("10.00", ((0, "2", 0.3),)), total="30.00")
    assert amounts(guess_sums(draft, [page])) == ["10.00", "20.00"]


def test_a_few_fen_are_less_likely_than_nothing() -> None:
    told = ("0.30", ((2, "0", 0.3),)), ("834.56", ((4, "8", 0.2),))
    draft, page = paper(*told, total="834.86", key="pooled_fund_paid cash_paid")
    done = guess_sums(draft, [page])
    assert [done.fields[key].value for key in ("pooled_fund_paid", "cash_paid")] == ["0.00", "834.86"]


def test_where_nothing_makes_the_total_all_stays_as_it_was_read() -> None:
    draft, page = paper(("10.00", ()), ("20.00", ((0, "3", 0.4),)), total="77.00")
    assert guess_sums(draft, [page]) == draft


def test_a_clear_page_is_never_guessed_at() -> None:
    draft, page = paper(("522.56", ((0, "3", 0.39),)), ("63.00", ()), total="385.56", flaws=())
    assert guess_sums(draft, [page]) is draft


def test_payments_and_shares_are_guessed_by_their_equations() -> None:
    keys = "pooled_fund_paid other_paid account_paid cash_paid self_pay self_expense"
    told = [("0.00", ()), ("8.00", ((0, "0", 0.1),)), ("0.00", ()), ("834.86", ())]
    shares = [("701.37", ((1, "5", 0.2),)), ("83.49", ())]
    draft, page = paper(*told, *shares, total="834.86", key=keys)
    done = guess_sums(draft, [page]).fields
    assert (done["other_paid"].value, done["self_pay"].value) == ("0.00", "751.37")
    assert mark(done["self_pay"]) == "asks"


def test_a_proven_figure_is_not_changed() -> None:
    draft, page = paper(("10.00", ((0, "2", 0.4),)), ("10.00", ((0, "2", 0.1),)), total="30.00")
    first = replace(draft.lines[0], cells={"amount": proven(draft.lines[0].cells["amount"], "单价×数量=金额")})
    done = guess_sums(replace(draft, lines=(first, draft.lines[1])), [page])
    assert amounts(done) == ["10.00", "20.00"]
    assert mark(done.lines[0].cells["amount"]) == "proven"


@pytest.mark.parametrize("total", [None, ""])
def test_without_a_total_nothing_is_guessed(total: str | None) -> None:
    draft, page = paper(("10.00", ((0, "2", 0.4),)), ("20.00", ()), total="30.00")
    fields = {} if total is None else {"total_amount": a_cell("")}
    bare = replace(draft, fields=fields)
    assert guess_sums(bare, [page]) == bare


FIGURES = st.integers(0, 99999).map(lambda fen: Decimal(fen) / 100)
WAYS = st.dictionaries(FIGURES, st.floats(-9, 0), min_size=1, max_size=5)


@settings(deadline=None)
@given(st.lists(WAYS, min_size=1, max_size=4), st.data())
def test_the_likeliest_of_all_ways_that_make_a_sum_is_found(
    terms: list[dict[Decimal, float]], data: st.DataObject
) -> None:
    picked = [data.draw(st.sampled_from(sorted(ways))) for ways in terms]
    chosen = likeliest(terms, sum(picked, Decimal(0)))
    assert chosen is not None
    assert sum(chosen) == sum(picked)
    weights = [sum(ways[value] for ways, value in zip(terms, way, strict=True)) for way in (chosen, picked)]
    assert weights[0] >= weights[1] - 1e-9
