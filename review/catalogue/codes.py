"""Printed codes in the forms a catalogue may hold them: 15 digits of a service, a province's, 27 of a supply.

Source: structure of the nation's medical insurance codes (service: 2 of the province, 9 of the item, 2 and 2 of its
extensions; supply: 20, and 7 more of the single product).
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_SERVICE = re.compile(r"\d{15}")
_ITEM = re.compile(r"\d{9}")
_SUPPLY = re.compile(r"C[0-9A-Z]{26}")
_ONE_SUPPLY = 20


def code_forms(code: str) -> Iterator[str]:
    """The code as printed, tidied, and as other editions print it; the most literal first."""
    tidy = re.sub(r"\s+", "", unicodedata.normalize("NFKC", code)).upper()
    yield from dict.fromkeys(form for form in (code.strip(), tidy, tidy.lower(), *_others(tidy)) if form)


def _others(tidy: str) -> Iterator[str]:
    first, _, rest = tidy.partition("-")
    if _SERVICE.fullmatch(first):
        yield from (rest.lower(), first) if rest else ()
        yield f"00{first[2:13]}00"
    if _ITEM.fullmatch(tidy):
        yield f"00{tidy}0000"
    if _SUPPLY.fullmatch(tidy):
        yield tidy[:_ONE_SUPPLY]
