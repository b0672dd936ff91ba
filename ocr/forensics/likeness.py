"""The likeness of a page: 64 bits drawn from the figures printed on it, alike for one paper however it was scanned.

Forms of one office look alike to any hash of pixels; what tells two of their pages apart are the figures. Each figure
of three digits or more votes for or against each bit by its own digest (Charikar, "Similarity estimation techniques
from rounding algorithms", STOC 2002): a misread figure turns few bits, other figures turn half of them.
"""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ocr.pages import PageText

BITS = 64

_FIGURE = re.compile(r"\d(?:[\d.,:/\-年月]*\d)?")
_SIGNS = re.compile(r"\D")

_LEAST = 3
"""Digits of a figure that counts: shorter ones stand on every page."""

_ENOUGH = 8
"""Different figures from which a page can be told from others; cards and blank backs have fewer."""


def likeness(page: PageText) -> str:
    """16 hexadecimal digits; empty where a page shows too few figures to be known again."""
    found = figures(page)
    if len(found) < _ENOUGH:
        return ""
    digests = [int.from_bytes(hashlib.blake2b(figure.encode(), digest_size=8).digest()) for figure in found]
    votes = (sum(digest >> bit & 1 for digest in digests) * 2 > len(digests) for bit in range(BITS))
    return f"{sum(vote << bit for bit, vote in enumerate(votes)):016x}"


def figures(page: PageText) -> frozenset[str]:
    """The different figures of a page, without the signs between their digits."""
    return frozenset(_long(word.text for word in page.words))


def differing_bits(one: str, other: str) -> int:
    """How many of the 64 bits of two likenesses differ; all of them where a page has none."""
    return (int(one, 16) ^ int(other, 16)).bit_count() if one and other else BITS


def _long(texts: Iterable[str]) -> Iterable[str]:
    plain = (_SIGNS.sub("", figure) for text in texts for figure in _FIGURE.findall(text))
    return (figure for figure in plain if len(figure) >= _LEAST)
