"""Whatever a page holds, reading it ends, and no page is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from ocr.extraction import read_documents
from ocr.pages import Word
from tests.papers import a_text

if TYPE_CHECKING:
    from ocr.pages import PageText

PRINTED = (
    "项目名称 数量/单位 金额（元） 单价 数量 规格 金额合计（大写）： （小写）：12.00 12.00 1 盒 甲 -3.00 合计 小计 "
    "12.00甲 住院费用清单 住院收费票据 出院小结 出院诊断： 第1页/共2页 姓名： 住院号：6001 2024-02- 12 "
    "心电监护 伍元整 住院时间： ： ."
)
WORDS = st.builds(
    Word,
    text=st.sampled_from(PRINTED.split()) | st.text(max_size=6),
    confidence=st.sampled_from([0.0, 0.5, 0.999]),
    box=st.tuples(st.integers(0, 1200), st.integers(0, 1700), st.integers(0, 400), st.integers(0, 90)),
    spread=st.sampled_from([0.0, 0.999]),
)
PAGES = st.lists(WORDS, max_size=25).map(a_text)


@settings(max_examples=100, deadline=None)
@given(st.lists(PAGES, max_size=3))
def test_any_words_give_documents_that_hold_every_page_once(pages: list[PageText]) -> None:
    documents = read_documents(pages)
    assert sum(len(document.pages) for document in documents) == len(pages)
    for document in documents:
        assert all(0 <= line.page < len(document.pages) for line in document.items)
        assert all(cell.review is None or not cell.proof for cell in document.fields.values())
