"""On an unclear page what the weights for soft print are surer of stands, and whatever it says asks."""

from __future__ import annotations

from dataclasses import replace

from ocr.extraction import read_documents
from ocr.extraction.soft_print import soft_print_read
from ocr.pages import SOFT_PRINT, Flaw, Look, PageText, Word
from tests.papers import a_receipt_page

LINES = [("西药费", "480.00"), ("治疗费", "120.50")]
TOLD = ("600.50", "陆佰元伍角整", ("400.00", "0.00", "0.00", "200.50", "150.00", "50.50"))
FLAW = Flaw("unclear", "大部分文字看不清，请重新扫描")


def blurred() -> PageText:
    """A receipt of which the networks read nothing, and what the weights for soft print make of it."""
    page = a_receipt_page(LINES, *TOLD)
    looks = tuple(Look(word.box, word.text, 0.93, 0.0, SOFT_PRINT, ((0, "8", 0.2),)) for word in page.words[1:])
    unread = tuple(replace(word, text="?", confidence=0.3, spread=0.1) for word in page.words[1:])
    return replace(page, words=(*page.words[:1], *unread), looks=looks, flaws=(FLAW,))


def test_words_read_by_those_weights_take_their_places_and_are_never_sure() -> None:
    page = soft_print_read(blurred())
    assert {word.text for word in page.words} >= {"西药费", "480.00", "医保统筹基金支付：400.00"}
    assert all(word.confidence <= 0.5 and word.spread == 0 for word in page.words[1:])
    assert page.words[1].rivals == ((0, "8", 0.2),)
    assert page.looks == ()


def test_a_page_without_such_words_stays_the_same() -> None:
    page = replace(blurred(), looks=(Look((0, 0, 5, 5), "1", 0.9, 0.9, "scale"),))
    assert soft_print_read(page) is page


def test_what_they_are_less_sure_of_stays_as_it_was_read() -> None:
    page = blurred()
    sure = replace(page, words=tuple(replace(word, confidence=0.95) for word in page.words))
    assert [word.text for word in soft_print_read(sure).words] == [word.text for word in page.words]


def test_where_both_read_the_same_the_word_stays_as_sure_as_it_was() -> None:
    page = blurred()
    agreed = replace(page, words=tuple(replace(w, confidence=0.7) for w in a_receipt_page(LINES, *TOLD).words))
    assert soft_print_read(agreed) is agreed


def test_on_a_clear_page_no_figure_gives_way_to_another() -> None:
    word = Word("6603 56", 0.93, (10, 10, 60, 20))
    page = PageText("a.jpg", 200, 200, upright_size=(200, 200), words=(word,))
    other, point = (Look(word.box, text, 0.95, 0.9, SOFT_PRINT) for text in ("6608.56", "6603.56"))
    assert soft_print_read(replace(page, looks=(other,))).words == (word,)
    assert [one.text for one in soft_print_read(replace(page, looks=(point,))).words] == ["6603.56"]


def test_on_a_clear_page_a_guess_takes_no_place() -> None:
    word = Word("Ba", 0.09, (10, 10, 60, 20))
    guessed, read = (Look(word.box, "床位费", share, share, SOFT_PRINT) for share in (0.5, 0.9))
    page = PageText("a.jpg", 200, 200, upright_size=(200, 200), words=(word,))
    assert soft_print_read(replace(page, looks=(guessed,))).words == (word,)
    assert soft_print_read(replace(page, looks=(read,))).words[0].text == "床位费"


def test_surely_read_words_are_never_replaced() -> None:
    page = blurred()
    sure = replace(page, words=tuple(replace(word, confidence=0.98) for word in page.words))
    surer = replace(sure, looks=tuple(replace(look, confidence=0.99) for look in page.looks))
    assert soft_print_read(surer) is surer


def test_a_receipt_in_soft_print_is_read_and_asks() -> None:
    (document,) = read_documents([blurred()])
    assert FLAW.said in document.review
    assert document.fields["cash_paid"].value == "200.50"
    assert [line.cells["amount"].value for line in document.items] == ["480.00", "120.50"]
    assert all(line.cells["name"].review for line in document.items)


def test_without_those_weights_the_same_receipt_is_lost() -> None:
    (document,) = read_documents([replace(blurred(), looks=())])
    assert "cash_paid" not in document.fields
