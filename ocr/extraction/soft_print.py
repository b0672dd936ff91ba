"""Where a word can hardly be seen, the weights for soft print stand in the place of the first reading, and ask."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from ocr.extraction.text import unify
from ocr.pages import DIM, SOFT_PRINT, UNCLEAR, Word

if TYPE_CHECKING:
    from ocr.pages import Look, PageText

_DIGITS = re.compile(r"\d")

_RATHER = 0.8
_UNSURE = 0.5
"""No value that was read so is surer than this: it asks, whatever equation holds for it."""


def soft_print_read(page: PageText) -> PageText:
    """The page with what those weights are surer of in its dim words, where they read something else.

    On a page that is clear as a whole they must be rather sure, and no figure gives way to another: both are readings
    that equations choose from.
    """
    told = {look.box: look for look in page.looks if look.how == SOFT_PRINT}
    unclear = any(flaw.code == UNCLEAR for flaw in page.flaws)
    taken = {
        word.box: look
        for word in page.words
        if (look := told.get(word.box)) and _surer(look, word) and (unclear or _holds(look, word))
    }
    if not taken:
        return page
    words = tuple(_read(taken[word.box]) if word.box in taken else word for word in page.words)
    return replace(page, words=words, looks=tuple(look for look in page.looks if look not in taken.values()))


def _surer(look: Look, word: Word) -> bool:
    return word.confidence < min(DIM, look.confidence) and unify(look.text) != unify(word.text)


def _holds(look: Look, word: Word) -> bool:
    return look.confidence >= _RATHER and _DIGITS.findall(look.text) == _DIGITS.findall(word.text)


def _read(look: Look) -> Word:
    return Word(look.text, min(_UNSURE, look.confidence), look.box, 0.0, look.rivals)
