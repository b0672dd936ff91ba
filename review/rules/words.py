"""The words of the library's tables, from resources/rules/words.toml."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

from resources import ROOT

if TYPE_CHECKING:
    from collections.abc import Mapping

RULES = ROOT / "rules"
"""Where the shipped library and its words lie."""
_BRACKETED = re.compile(r"\([^()]*\)|\s+")


@cache
def words(section: str) -> Mapping[str, tuple[str, ...]]:
    """The words of one section by what they stand for; read once.

    Raises:
        KeyError: no such section.
    """
    return {meant: tuple(said) for meant, said in _all()[section].items()}


@cache
def _all() -> dict[str, Any]:
    with (RULES / "words.toml").open("rb") as source:
        return tomllib.load(source)


def plain(text: str) -> str:
    """Text as words are compared: NFKC, without blanks and without brackets and what stands in them."""
    return _BRACKETED.sub("", unicodedata.normalize("NFKC", text))


@lru_cache(10_000)
def meant(section: str, text: str) -> tuple[str, ...]:
    """What a text means by the words of a section, the longest word found first; empty where it holds none."""
    held = unicodedata.normalize("NFKC", text)
    found = [(len(word), sense) for sense, said in words(section).items() for word in said if word in held]
    return tuple(dict.fromkeys(sense for _, sense in sorted(found, key=lambda pair: -pair[0])))


@lru_cache(10_000)
def holds(section: str, text: str, key: str = "words") -> bool:
    """Whether a text holds one of a list of words."""
    return any(word in text for word in words(section)[key])
