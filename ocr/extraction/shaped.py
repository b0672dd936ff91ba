"""Words that were told by their shapes take the place of what the networks made of print they could not see."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ocr.pages import SHAPE, Word

if TYPE_CHECKING:
    from ocr.pages import Look, PageText

_UNSURE = 0.5
"""No value that was told so is surer than this: it asks, whatever equation holds for it."""


def shaped(page: PageText) -> PageText:
    """The page with such words; a page without them as it is."""
    told = {look.box: look for look in page.looks if look.how == SHAPE}
    if not told:
        return page
    words = tuple(_told(told[word.box]) if word.box in told else word for word in page.words)
    return replace(page, words=words, looks=tuple(look for look in page.looks if look.how != SHAPE))


def _told(look: Look) -> Word:
    return Word(look.text, min(_UNSURE, look.confidence), look.box, 0.0, look.rivals)
