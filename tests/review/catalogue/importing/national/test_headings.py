"""Lines that open a part are told from the sentences around them."""

from __future__ import annotations

import pytest

from review.catalogue.importing.national.headings import Heading, heading_of, is_foot, is_remark, section_of
from review.catalogue.importing.national.lines import Line

WIDTH, BODY = 600.0, 10.0


def centred(text: str, size: float = BODY) -> Line:
    half = len(text) * size / 2
    return Line(text, WIDTH / 2 - half, WIDTH / 2 + half, 50.0, size)


def at_the_edge(text: str, size: float = BODY) -> Line:
    return Line(text, 40.0, 40.0 + len(text) * size, 50.0, size)


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("西药部分", Heading("part", "西药部分")),
        ("二、西药部分", Heading("part", "西药部分")),
        ("协议期内谈判药品部分(含竞价药品)", Heading("part", "协议期内谈判药品部分")),
        ("商业健康保险创新药品目录", Heading("part", "商业健康保险创新药品目录")),
        ("(一)西药", Heading("under", "", "西药")),
        ("协议期内谈判药品部分（一）西药", Heading("part", "协议期内谈判药品部分", "西药")),
        ("商业健康保险创新药品目录(2031年)", Heading("part", "商业健康保险创新药品目录")),
        ("凡 例", Heading("notes", "凡例")),
        ("药品目录凡例", Heading("notes", "药品目录凡例")),
        ("二、西药部分.......8", None),
        ("所列药品分为西药部分，中成药部分", None),
        ("(十四)参保人员使用西药部分第1号，需经筛查。", None),
    ],
)
def test_headings_are_told_by_their_words(text: str, heading: Heading | None) -> None:
    assert heading_of(centred(text), WIDTH, BODY, in_notes=False) == heading


def test_a_heading_needs_no_place_of_its_own() -> None:
    assert heading_of(at_the_edge("西药部分"), WIDTH, BODY, in_notes=False) == Heading("part", "西药部分")


def test_in_the_notes_a_heading_stands_in_the_middle_or_in_larger_print() -> None:
    assert heading_of(at_the_edge("西药部分"), WIDTH, BODY, in_notes=True) is None
    assert heading_of(at_the_edge("西药部分", size=16), WIDTH, BODY, in_notes=True) == Heading("part", "西药部分")


def test_clauses_of_the_notes_are_no_headings() -> None:
    assert heading_of(centred("(一)西药"), WIDTH, BODY, in_notes=True) is None
    assert heading_of(centred("西药部分"), WIDTH, BODY, in_notes=True) == Heading("part", "西药部分")


@pytest.mark.parametrize(
    ("part", "under", "name", "letters", "implied"),
    [
        ("西药部分", "", "西药部分", "X", ""),
        ("协议期内谈判药品部分", "西药", "谈判-西药", "XT", ""),
        ("协议期内谈判药品部分", "中成药", "谈判-中成药", "ZT", ""),
        ("协议期内谈判药品部分", "竞价药品", "竞价药品", "J", ""),
        ("协议期内谈判药品(含竞价药品)部分", "西药", "谈判-西药", "XT", ""),
        ("协议期内谈判药品(含竞价药品)部分", "", "谈判药品", "T", ""),
        ("竞价药品部分", "", "竞价药品", "J", ""),
        ("中药饮片部分", "基金予以支付的中药饮片", "基金予以支付的中药饮片", "P", "A"),
        ("中药饮片部分", "不得纳入基金支付范围的中药饮片", "不得纳入基金支付范围的中药饮片", "N", "C"),
        ("商保创新药目录", "", "商业健康保险创新药品目录", "S", "C"),
        ("样例部分", "样例", "样例部分-样例", "样例部分-样例:", ""),
    ],
)
def test_parts_have_one_name_whatever_their_titles(
    part: str, under: str, name: str, letters: str, implied: str
) -> None:
    section = section_of(part, under)
    assert (section.name, section.letters, section.implied) == (name, letters, implied)


@pytest.mark.parametrize("text", ["第 8 页", "第8页共200页", "- 8 -", "— 12 —", "8"])
def test_page_numbers_are_no_words_of_the_list(text: str) -> None:
    assert is_foot(centred(text))


def test_remarks_under_tables_begin_with_their_word() -> None:
    assert is_remark(centred("备注1：企业申请价格保密的"))
    assert is_remark(centred("注：包括药材"))
    assert not is_remark(centred("阿胶、白糖参"))
