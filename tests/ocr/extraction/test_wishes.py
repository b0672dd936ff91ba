from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from ocr.extraction import read_documents, wishes
from ocr.extraction.wishes import MOST
from ocr.pages import Look
from tests.ocr.extraction.test_hostile_pages import PAGES
from tests.papers import a_statement_page

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ocr.pages import Box, PageText

ROWS = [("床位费", "", "日", "40.00", "10", "400.00"), ("西药费", "", "盒", "3.50", "4", "14.00")]
BROKEN = [*ROWS, ("静脉输液", "", "次", "9.60", "7", "61.20")]
FOOT = ((60, "合计"), (1020, "414.00"))


def wished(page: PageText) -> Mapping[str, tuple[Box, ...]]:
    return wishes([page], read_documents([page]))


def texts_at(page: PageText, wanted: Mapping[str, tuple[Box, ...]]) -> set[str]:
    boxes = wanted.get(page.file, ())
    return {word.text for word in page.words if word.box in boxes}


def test_a_proven_statement_wishes_for_nothing_of_its_lines() -> None:
    page = a_statement_page(ROWS, foot=FOOT)
    assert not texts_at(page, wished(page)) & {"40.00", "10", "400.00", "3.50", "4", "14.00"}


def test_the_cells_of_a_broken_line_are_wished_for_first() -> None:
    page = a_statement_page(BROKEN)
    first = wished(page)[page.file][:3]
    assert {word.text for word in page.words if word.box in first} == {"9.60", "7", "61.20"}


def test_money_that_nothing_proves_is_wished_for_however_sure_it_looks() -> None:
    page = a_statement_page(ROWS)
    bare = replace(page, words=tuple(w for w in page.words if w.text not in {"单价", "40.00", "3.50"}))
    assert {"10", "4"} <= texts_at(bare, wished(bare))


def test_a_place_that_was_looked_at_in_several_ways_is_not_wished_for_again() -> None:
    page = a_statement_page(BROKEN)
    boxes = wished(page)[page.file]
    looks = tuple(Look(box, "1", 0.9, 0.9, how) for box in boxes for how in ("scale", "binary"))
    assert not set(wished(replace(page, looks=looks)).get(page.file, ())) & set(boxes)


def test_a_place_that_was_only_freed_of_its_seal_is_wished_for() -> None:
    page = a_statement_page(BROKEN)
    box = wished(page)[page.file][0]
    assert box in wished(replace(page, looks=(Look(box, "1", 0.9, 0.9, "unstamped"),)))[page.file]


def test_an_electronic_original_wishes_for_nothing() -> None:
    assert wished(replace(a_statement_page(BROKEN), origin="pdf")) == {}


@settings(deadline=None, max_examples=60)
@given(st.lists(PAGES, max_size=3))
def test_wishes_are_bounded_whatever_the_pages_hold(pages: list[PageText]) -> None:
    assert all(0 < len(boxes) <= MOST for boxes in wishes(pages, read_documents(pages)).values())
