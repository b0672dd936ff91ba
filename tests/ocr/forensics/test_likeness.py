"""The same paper is known again by its figures; other papers of the same form are not."""

from __future__ import annotations

from random import Random

import pytest

from ocr.forensics.likeness import differing_bits, figures, likeness
from ocr.pages import PageText, Word

FORM = ("住院收费票据（电子）", "票据代码：", "合计（小写）", "床位费", "西药费", "2025")


def page(*figures: str) -> PageText:
    words = (Word(text, 0.99, (0, 20 * n, 90, 16)) for n, text in enumerate((*FORM, *figures)))
    return PageText("a.jpg", 800, 1000, words=tuple(words))


def amounts(seed: int, count: int = 30) -> list[str]:
    rng = Random(seed)  # noqa: S311 - a repeatable drawing, not a secret
    return [f"{rng.randrange(100, 2_000_000) / 100:.2f}" for _ in range(count)]


def test_a_rescan_with_a_misread_figure_stays_alike() -> None:
    read = amounts(1)
    again = [*read[:-1], read[-1].replace(read[-1][0], "7", 1)]
    assert differing_bits(likeness(page(*read)), likeness(page(*again))) <= 7


def test_the_order_and_the_parting_of_words_do_not_matter() -> None:
    read = amounts(2)
    joined = [f"{one} {other}" for one, other in zip(read[::2], read[1::2], strict=True)]
    assert likeness(page(*read)) == likeness(page(*joined[::-1]))


@pytest.mark.parametrize("seed", range(8))
def test_another_paper_of_the_same_form_is_far_off(seed: int) -> None:
    assert differing_bits(likeness(page(*amounts(seed))), likeness(page(*amounts(seed + 100)))) > 12


def test_a_page_of_few_figures_has_no_likeness() -> None:
    assert likeness(page("张小满", "1", "20")) == ""
    assert likeness(PageText("empty.jpg", 10, 10)) == ""


def test_two_pages_without_likeness_are_not_alike() -> None:
    assert differing_bits("", "") == differing_bits("0" * 16, "") == 64


def test_days_and_amounts_count_without_their_signs() -> None:
    assert figures(page("2025-03-01", "1,250.00", "2025年03月02日", "12")) == {"2025", "20250301", "125000", "20250302"}
