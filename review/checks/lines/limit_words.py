"""Words by which payment limits are read, from resources/checks/limits.toml."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from resources import ROOT

if TYPE_CHECKING:
    from collections.abc import Mapping

CHECK_WORDS = ROOT / "checks"


@dataclass(frozen=True, slots=True, kw_only=True)
class LimitWords:
    """The lists of limits.toml, ready for use.

    Attributes:
        ages: words of age, with the first and last full year they mean, and the year from which on it is doubtful
            whether they mean it too (past all years where they are clear).
        sexes: 男 or 女, and the words that only they can be meant by.
        ends: what ends the name of a disease.
        joined: words beside which names alone do not say the limit.
        unsure: words that make a diagnosis uncertain, or not the patient's present one.
        around: words before and behind a name.
        written: odd ways of writing and the usual one.
        alike: a name, and the words in diagnoses it covers.
    """

    ages: tuple[tuple[re.Pattern[str], tuple[int, int, int]], ...]
    sexes: Mapping[str, re.Pattern[str]]
    ends: tuple[str, ...]
    joined: re.Pattern[str]
    unsure: re.Pattern[str]
    around: re.Pattern[str]
    written: Mapping[str, str]
    alike: Mapping[str, tuple[str, ...]]


@cache
def limit_words() -> LimitWords:
    """The shipped words; read once."""
    found = tomllib.loads((CHECK_WORDS / "limits.toml").read_text(encoding="utf-8"))
    diseases = found["diseases"]
    return LimitWords(
        ages=tuple((re.compile(words), (a["from"], a["to"], a["doubtful_from"])) for words, a in found["ages"].items()),
        sexes={sex: re.compile(words) for sex, words in found["sexes"].items()},
        ends=tuple(diseases["ends"]),
        joined=_any_of(diseases["joined"]),
        unsure=_any_of(diseases["unsure"]),
        around=re.compile(diseases["around"]),
        written=found["written"],
        alike={name: tuple(covered) for name, covered in found["alike"].items()},
    )


@lru_cache(10_000)
def as_written(text: str) -> str:
    """A diagnosis or a limit in one way of writing: no blanks, plain signs, Roman types as figures, usual names."""
    plain = re.sub(r"\s", "", unicodedata.normalize("NFKC", text)).upper()
    for odd, usual in limit_words().written.items():
        plain = plain.replace(odd, usual)
    return plain


def _any_of(words: list[str]) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, words)))
