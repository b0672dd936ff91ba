"""Whatever a page holds, reading it ends, no page is lost, and no figure is both doubtful and proven."""

from __future__ import annotations

from dataclasses import replace
from random import Random
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ocr.extraction import read_documents
from ocr.pages import Word
from tests.paper_kinds import (
    BANK_CARD,
    CERTIFICATE,
    DIGITAL_INVOICE,
    ID_BACK,
    ID_FRONT,
    INJURY_FORM,
    INJURY_LETTER,
    PRESCRIPTION,
    REFERRAL,
    Lines,
    beside,
)
from tests.papers import a_text

if TYPE_CHECKING:
    from ocr.pages import PageText

PAPERS = (
    BANK_CARD, CERTIFICATE, DIGITAL_INVOICE, ID_BACK, ID_FRONT, INJURY_FORM, INJURY_LETTER, PRESCRIPTION, REFERRAL,
)  # fmt: skip

PRINTED = """
项目名称 数量/单位 金额（元） 单价 数量 规格 金额合计（大写）： （小写）：12.00 12.00 1 盒 甲 -3.00 合计 小计
12.00甲 住院费用清单 住院收费票据 出院小结 出院诊断： 第1页/共2页 第2页 姓名： 住院号：6001 2024-02- 12
心电监护 伍元整 住院时间： ： . 公民身份号码 360799198501010011 签发机关 有效期限 2015.01.01-2035.01.01 姓名
性别男民族汉 居民身份证 社会保障卡 银联 6228480000000000018 疾病诊断证明书 转诊备案表 转入医院 外伤情况说明
第三方责任 处方笺 Rp 1.阿司匹林片 2盒 黄芪15g 电子发票（普通发票） 名称： 税率 税额 13% 价税合计（大写）
诊断：1.肺炎 2、
"""
WORDS = st.builds(
    Word,
    text=st.sampled_from(PRINTED.split()) | st.text(max_size=6),
    confidence=st.sampled_from([0.0, 0.5, 0.999]),
    box=st.tuples(st.integers(0, 1200), st.integers(0, 1700), st.integers(0, 400), st.integers(0, 90)),
    spread=st.sampled_from([0.0, 0.999]),
)
PAGES = st.lists(WORDS, max_size=25).map(a_text)


def check(pages: list[PageText]) -> None:
    """What holds of any pages."""
    documents = read_documents(pages)
    assert {page.file for document in documents for page in document.pages} == {page.file for page in pages}
    for document in documents:
        cells = [*document.fields.values(), *(cell for line in document.items for cell in line.cells.values())]
        assert all(0 <= line.page < len(document.pages) for line in document.items)
        assert all(0 <= cell.page < len(document.pages) for cell in document.fields.values())
        assert all(cell.review is None or not cell.proof for cell in cells)


@settings(max_examples=100, deadline=None)
@given(st.lists(PAGES, max_size=3))
def test_any_words_give_documents_that_hold_every_page(pages: list[PageText]) -> None:
    check([replace(page, file=f"{n}.jpg") for n, page in enumerate(pages)])


@settings(max_examples=30, deadline=None)
@given(st.lists(st.sampled_from(PAPERS), min_size=1, max_size=3), st.lists(WORDS, max_size=15))
def test_papers_with_anything_strewn_over_them_are_read(papers: list[Lines], strewn: list[Word]) -> None:
    page = beside(*((640 * (n % 2), 100 + 800 * (n // 2), lines) for n, lines in enumerate(papers)))
    check([replace(page, words=(*page.words, *strewn))])


@settings(max_examples=50, deadline=None)
@given(st.text(max_size=200), st.integers(0, 2000))
def test_hostile_text_in_a_single_box_is_read(text: str, width: int) -> None:
    check([a_text([Word(text, 0.9, (0, 0, width, width % 90), 0.9)])])


@pytest.mark.parametrize("seed", range(3))
def test_a_thousand_words_are_read(seed: int) -> None:
    texts, random = PRINTED.split(), Random(seed)  # noqa: S311 - places of words, no secrets
    words = [
        Word(random.choice(texts), 0.99, (random.randrange(1200), random.randrange(1700), 90, 24), 0.99)
        for _ in range(1000)
    ]
    check([a_text(words)])


@pytest.mark.parametrize("text", ["公" * 5000, "1" * 5000, "1.2.3." * 900, "有" * 3000, "姓名：" * 900, "A " * 2000])
def test_endless_texts_end(text: str) -> None:
    check([a_text([Word(text, 0.9, (0, 0, 900, 30), 0.9), Word("外伤情况说明", 0.9, (0, 90, 300, 30), 0.9)])])


@pytest.mark.parametrize(
    "title", ["门诊处方笺", "电子发票（普通发票）", "疾病诊断证明书", "居民身份证", "社会保障卡", "储蓄卡"]
)
@pytest.mark.parametrize(
    "text", ["患者" * 2000, "黄芪15g" * 500, "名称：" * 500, "住址" * 2000, "1mg" * 900, "(1)" * 900]
)
def test_endless_texts_end_on_every_kind_of_paper(title: str, text: str) -> None:
    check([a_text([Word(title, 0.99, (400, 50, 300, 30), 0.99), Word(text, 0.9, (60, 150, 900, 30), 0.9)])])


def test_boxes_without_size_and_all_in_one_place_are_read() -> None:
    check([a_text([Word(text, 0.99, (5, 5, 0, 0), 0.99) for text in PRINTED.split()])])
