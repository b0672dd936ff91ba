"""Electronic originals: their own words stand, but each is held against the picture drawn from the same file."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from typing import TYPE_CHECKING

from ocr.recognition.looking import quad_of, told
from ocr.recognition.upright import cut_out

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ocr.imaging.view import View
    from ocr.pages import PageText, Word
    from ocr.recognition.decoding import Seen
    from ocr.recognition.networks import Networks

_CONTRADICTED = 0.5
"""Confidence of a word whose picture says something else."""

_ALIKE = str.maketrans({"—": "-", "–": "-", "－": "-", "〇": "0", "“": '"', "”": '"', "‘": "'", "’": "'", "×": "*"})
"""Signs that print does not tell apart."""


def held_against_picture(networks: Networks, view: View, layer: PageText) -> PageText:
    """The layer, its words doubted where the picture at their place says something else.

    Args:
        networks: what reads.
        view: the picture drawn from the same file, in whose pixels the layer's boxes are.
        layer: the words of the original.
    """
    crops = cut_out(view, [quad_of(word.box) for word in layer.words])
    pairs = list(zip(layer.words, networks.recognise(crops), strict=True))
    differing = [(word, seen) for word, seen in pairs if not agrees(word.text, seen)]
    doubted = {word for word, _ in differing}
    words = tuple(_doubted(word) if word in doubted else word for word in layer.words)
    looks = tuple(told(word.box, seen, "picture") for word, seen in differing)
    return replace(layer, words=words, looks=(*layer.looks, *looks))


def agrees(text: str, seen: Seen) -> bool:
    """Whether a picture can be read as a text: the same characters, or runners-up where they differ."""
    wanted, read = comparable(text), comparable(seen.text)
    if wanted == read:
        return True
    if len(wanted) != len(read) or len(read) != len(seen.text):
        return False
    possible = {(index, comparable(character)) for index, character, _ in seen.rivals}
    return all(a == b or (index, a) in possible for index, (a, b) in enumerate(zip(wanted, read, strict=True)))


def comparable(text: str) -> str:
    """Without spaces, each sign in one width, look-alikes as one."""
    return "".join(_printed(unicodedata.normalize("NFKC", text.translate(_ALIKE)))).translate(_ALIKE)


def _printed(text: str) -> Iterable[str]:
    return (character for character in text if not character.isspace())


def _doubted(word: Word) -> Word:
    return replace(word, confidence=min(word.confidence, _CONTRADICTED), spread=min(word.spread, _CONTRADICTED))
