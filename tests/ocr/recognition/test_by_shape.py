"""A page too small and soft for the networks: its labels, headings and figures are told by their shapes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ocr.imaging.view import View
from ocr.pages import SHAPE, Flaw, Look, PageText
from ocr.recognition.by_shape import told_by_shape
from ocr.recognition.looking import look
from tests.fakes.networks import InkNetworks
from tests.ocr.drawing import paper
from tests.ocr.recognition.soft_print import soft_view, unread

LINES = (
    (20, 20, "票据代码：52067732"),
    (240, 20, "票据号码：9875793246"),
    (20, 50, "卫生材料费"),
    (160, 50, "412.60"),
    (20, 80, "医保统筹基金支付：0.00"),
    (240, 80, "个人现金支付：14415.78"),
    (20, 110, "个人自付：13406.68"),
    (240, 110, "性别：女"),
)


CODE = "01,10,52067732,9875793246,14415.78,20240923,57c609,"


@pytest.fixture(scope="module")
def told_looks() -> tuple[Look, ...]:
    return told_by_shape(soft_view(LINES), unread(LINES, code=CODE))


@pytest.fixture(scope="module")
def told(told_looks: tuple[Look, ...]) -> list[str]:
    return [one.text for one in told_looks]


def test_labels_with_their_figures_are_told(told: list[str]) -> None:
    assert {"医保统筹基金支付：0.00", "个人现金支付：14415.78", "个人自付：13406.68"} <= set(told)


def test_numbers_fee_names_and_usual_values_are_told(told: list[str]) -> None:
    assert {"票据代码：52067732", "票据号码：9875793246", "卫生材料费", "412.60", "性别：女"} <= set(told)


def test_what_is_told_is_never_sure(told_looks: tuple[Look, ...]) -> None:
    assert {(one.how, one.spread) for one in told_looks} == {(SHAPE, 0.0)}


@pytest.mark.parametrize("code", ["", "01,10,99999999,1111111111,777.77,20240923,57c609,"])
def test_a_page_that_does_not_show_its_own_digits_tells_nothing(code: str) -> None:
    assert told_by_shape(soft_view(LINES), unread(LINES, code=code)) == ()


def test_words_that_were_seen_clearly_are_left_alone() -> None:
    page = unread(LINES, code=CODE)
    clear = replace(page, words=tuple(replace(word, confidence=0.99) for word in page.words))
    assert told_by_shape(soft_view(LINES), clear) == ()


def test_a_page_without_known_phrases_or_with_too_many_words_tells_nothing() -> None:
    assert told_by_shape(View.of(paper(420, 160)), unread([(20, 20, "一二三四五")], code=CODE)) == ()
    crowded = unread([(20, 20, "金额")] * 200, code=CODE)
    assert told_by_shape(soft_view(LINES), crowded) == ()
    assert told_by_shape(soft_view(LINES), PageText("a.jpg", 420, 160, upright_size=(420, 160))) == ()


def test_only_an_unclear_page_is_looked_at_by_shape() -> None:
    view, page = soft_view(LINES), unread(LINES, code=CODE)
    unclear = replace(page, flaws=(Flaw("unclear", "看不清"),))
    plain, shaped = (look(InkNetworks(), view, one, [one.words[0].box]) for one in (page, unclear))
    assert SHAPE not in {one.how for one in plain}
    assert "个人自付：13406.68" in {one.text for one in shaped if one.how == SHAPE}
