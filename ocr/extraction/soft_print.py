"""On a page that nobody can see clearly, the weights for soft print stand in the place of the first reading."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ocr.pages import SOFT_PRINT, UNCLEAR, Word

if TYPE_CHECKING:
    from ocr.pages import Look, PageText

_UNSURE = 0.5
"""No value of such a page is surer than this: it asks, whatever equation holds for it."""


def soft_print_read(page: PageText) -> PageText:
    """The page with what those weights are surer of in its words; any other page as it is."""
    told = {look.box: look for look in page.looks if look.how == SOFT_PRINT}
    if not told or not any(flaw.code == UNCLEAR for flaw in page.flaws):
        return page
    words = tuple(_surer(word, told.get(word.box)) for word in page.words)
    return replace(page, words=words, looks=tuple(look for look in page.looks if look.how != SOFT_PRINT))


def _surer(word: Word, look: Look | None) -> Word:
    if look is None or look.confidence < word.confidence:
        return word
    return Word(look.text, min(_UNSURE, look.confidence), look.box, 0.0, look.rivals)
