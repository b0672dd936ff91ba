"""The published frauds are done as published: on one paper or on all, in every way, and told where they stand."""

from __future__ import annotations

from decimal import Decimal
from random import Random

import cv2
import numpy as np
import pytest

from tests.forge.clean import ANEW, CLEAN, retyped
from tests.forge.copies import COPIES, any_original
from tests.forge.fraud import ON_PAPER, ON_SCREEN
from tests.forge.fraud import published as any_published
from tests.forge.published import CHANGES, MANNERS, Pile, class_changed, handed_in, papers_of, printed_anew
from tests.forge.strips import strip_of


def drawn(seed: str) -> Random:
    return Random(seed)  # noqa: S311 - a repeatable drawing, not a secret


def a_pile(kind: str, manner: tuple[str, str], seed: str = "1") -> Pile:
    rng = drawn(seed)
    case = any_published(rng)
    papers = papers_of(case, rng)
    return handed_in(case, papers, CHANGES[kind](papers), manner, rng)


@pytest.mark.parametrize("kind", list(CHANGES))
def test_each_kind_says_what_was_changed_on_which_paper(kind: str) -> None:
    pile = a_pile(kind, (CLEAN, ON_SCREEN))
    changed = {fraud.what.rpartition(".")[2]: (fraud.old, fraud.new) for made in pile.frauds.values() for fraud in made}
    digits = {key: new.replace(",", "").strip("¥￥元") for key, (_, new) in changed.items()}
    assert ("105263.14" in digits.values()) is kind.startswith("total")
    assert any(text.startswith("5452") for text in digits.values()) is kind.startswith("fee")
    assert ("total_in_words" in changed) is (kind == "fee, everywhere")
    assert len(pile.frauds) == 1 or kind in {"total, on receipt and statement", "fee, everywhere"}


@pytest.mark.parametrize("manner", [*MANNERS, (CLEAN, ON_SCREEN), (CLEAN, ON_PAPER)])
def test_every_manner_changes_the_page_where_it_says(manner: tuple[str, str]) -> None:
    pile = a_pile("total, on the receipt", manner)
    ((fraud,),) = pile.frauds.values()
    picture = cv2.imdecode(np.frombuffer(pile.pages[0].content, np.uint8), cv2.IMREAD_COLOR)
    assert picture is not None
    x, y, width, height = fraud.box
    piece = picture[max(0, y) : y + height, max(0, x) : x + width]
    assert piece.size
    assert int(piece.max()) - int(piece.min()) > 60
    assert (fraud.how, fraud.when) == manner


def test_a_text_retyped_in_its_own_face_is_all_that_changes() -> None:
    rng = drawn("2")
    paper = papers_of(any_published(rng), rng)[0]
    mark, before, count = paper.said.marks["total_amount"][0], np.asarray(paper.image), len(paper.written)
    box = retyped(paper, mark, "105263.14")
    rows = np.nonzero((np.asarray(paper.image) != before).any(axis=2))[0]
    assert rows.size
    assert rows.min() >= mark[1] - 1
    assert rows.max() <= mark[1] + mark[3] + 1
    assert strip_of(paper, box, []).text == "105263.14"
    assert len(paper.written) == count


def test_papers_printed_anew_agree_with_each_other() -> None:
    pile = printed_anew(drawn("3"))
    assert pile.case.total == Decimal("20263.14")
    assert {fraud.how for made in pile.frauds.values() for fraud in made} == {ANEW}


def test_a_class_is_changed_for_an_article_of_the_list_alone() -> None:
    rng = drawn("4")
    papers = papers_of(any_published(rng), rng)
    assert class_changed(papers, frozenset(), rng) == {}


@pytest.mark.parametrize("way", list(COPIES))
def test_a_copy_is_another_picture_of_the_same_receipt(way: str) -> None:
    original = any_original("5")
    page = COPIES[way](original, drawn(way))
    texts = [written.text for written in page.paper.written]
    assert (page.content == original.first.content) is (way == "the same file")
    assert (original.case.receipt.number in "".join(texts)) is (way != "number changed")
    assert original.case.receipt.code in "".join(texts)
