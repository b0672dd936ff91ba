"""A total that says a digit more than the words beside it is shown, whatever else was read of the page."""

from __future__ import annotations

import pytest

from ocr.forensics.grown_total import CODE, grown_totals
from ocr.pages import PageText, Word

WORDS = "金额合计（大写）：壹万伍仟贰佰陆拾叁元壹角肆分"


def a_page(*texts: str) -> PageText:
    words = tuple(Word(text, 0.99, (100, 100 + 40 * n, 20 * len(text), 30)) for n, text in enumerate(texts))
    return PageText("1.jpg", 800, 1000, upright_size=(800, 1000), words=words)


@pytest.mark.parametrize("figure", ["105263.14", "（小写）：105,263.14元", "¥105263.14", "小写：915263.14"])
def test_the_published_total_is_shown_beside_its_words(figure: str) -> None:
    (sign,) = grown_totals(a_page(WORDS, figure, "452.00"))
    assert sign.code == CODE
    assert "15,263.14元" in sign.said
    assert 138 <= sign.box[1] <= 142
    assert 0 < sign.score < 1


@pytest.mark.parametrize(
    "texts",
    [
        (WORDS, "15263.14", "¥5263.14"),
        (WORDS, "715263.14"),
        (WORDS, "15363.14", "15263.15"),
        (WORDS, "105263.1", "1052631.40"),
        ("105263.14", "15263.14"),
        ("肆佰伍拾贰元整", "5452.00", "4520.00"),
        ("壹万伍仟贰百元角分", "105263.14"),
        (),
    ],
)
def test_honest_pages_and_misread_signs_of_currency_are_silent(texts: tuple[str, ...]) -> None:
    assert not list(grown_totals(a_page(*texts)))
