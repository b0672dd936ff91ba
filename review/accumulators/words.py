"""The words of exports, from resources/accumulators/words.toml: which column is which, which scheme is meant."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from functools import cache, lru_cache
from typing import Any

from resources import ROOT
from review.claim.people import Scheme

ID_NUMBER, NAME, YEAR, SCHEME, AS_OF, ITEM, VALUE = "id_number", "name", "year", "scheme", "as_of", "item", "value"
"""Names of the columns that hold no figure."""
TEN_THOUSAND = "万元"
_BLANK = re.compile(r"[\s“”\"'’‘·]+")
_UNIT = re.compile(r"[(\[【](?:单位[::]?)?(万元|元|次|人次)[)\]】]|[,、/_-]?单位[::]?(万元|元)")
_BRACKETED = re.compile(r"[(\[【][^()\[\]【】]*[)\]】]")


@cache
def _words() -> dict[str, Any]:
    with (ROOT / "accumulators" / "words.toml").open("rb") as source:
        return tomllib.load(source)


@cache
def captions() -> dict[str, str]:
    """What each column and figure is called, in the order of the table."""
    return {one["name"]: one["caption"] for one in (*_words()["column"], *_words()["figure"])}


@cache
def figure_names() -> tuple[str, ...]:
    """The figures an export may hold, by name."""
    return tuple(one["name"] for one in _words()["figure"])


def caption(name: str) -> str:
    """What a figure is called; an account nobody named is called by its name."""
    return captions().get(name, name)


@lru_cache(4096)
def meant(heading: str) -> tuple[str, str]:
    """Which column or figure a heading names, or an empty text; and the unit it states, or an empty text."""
    plain = _BLANK.sub("", unicodedata.normalize("NFKC", heading))
    unit = next((found[1] or found[2] for found in _UNIT.finditer(plain)), "")
    whole = _UNIT.sub("", plain)
    for text in dict.fromkeys((whole, _BRACKETED.sub("", whole))):
        name = "" if re.search(_words()["never"], text) else _first(text)
        if name:
            return name, unit
    return "", unit


def unit_of(text: str) -> str:
    """The unit a line above a table states for its amounts, or an empty text."""
    found = re.search(r"单位[::]?\s*(?:人民币)?(万元|元)", unicodedata.normalize("NFKC", text))
    return found[1] if found else ""


@lru_cache(1024)
def scheme_of(text: str) -> Scheme | None:
    """The scheme a text names; None where it names none, another, or both."""
    plain = _BLANK.sub("", unicodedata.normalize("NFKC", text))
    told = _words()["schemes"]
    if re.search(told["neither"], plain):
        return None
    found = [scheme for scheme in Scheme if plain == scheme or re.search(told[scheme.value], plain)]
    return found[0] if len(found) == 1 else None


def _first(text: str) -> str:
    lists = (*_words()["column"], *_words()["figure"])
    return next((str(one["name"]) for one in lists if re.search(one["like"], text)), "")
