"""What an age word or a printed range of ages allows, in full years."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from review.rules.words import RULES

if TYPE_CHECKING:
    from collections.abc import Mapping

OLDEST = 150
"""No age is told beyond it."""
_FROM_TO = re.compile(r"(\d{1,3})(?:周?岁)?(?:-|~|—|至|到)(\d{1,3})周?岁")
_FROM = re.compile(r"(?:≥|>=|满|大于等于|不小于)(\d{1,3})周?岁|(\d{1,3})周?岁(?:及其?以上|以上|\(含\)以上)")
_UNTIL = re.compile(r"(?:≤|<=|<|小于|不超过|未满|不满)(\d{1,3})周?岁|(\d{1,3})周?岁(?:及其?以下|以下|以内)")


@dataclass(frozen=True, slots=True)
class Ages:
    """Full years from ``youngest`` to ``oldest``, both allowed, and where the bounds come from."""

    youngest: int = 0
    oldest: int = OLDEST
    source: str = ""

    def allows(self, age: int) -> bool:
        """Whether a person of that many full years may be meant."""
        return self.youngest <= age <= self.oldest


@cache
def ages(value: str) -> Ages | None:
    """What a word such as 儿童, or a range such as 6-17岁, allows; None where it is neither.

    Bounds of a range are taken as included, so that nobody on the border is told of.
    """
    text = re.sub(r"\s", "", unicodedata.normalize("NFKC", value))
    if text in _listed():
        return _listed()[text]
    if found := _FROM_TO.search(text):
        return Ages(int(found[1]), int(found[2]), value)
    low, high = _FROM.search(text), _UNTIL.search(text)
    if low is None and high is None:
        return _listed().get(age_word(text))
    return Ages(_figure(low, 0), _figure(high, OLDEST), value)


def age_word(text: str) -> str:
    """The longest age word a text holds, such as 儿童 in 限儿童使用; empty where it holds none."""
    return next((word for word in sorted(_listed(), key=len, reverse=True) if word in text), "")


def _figure(found: re.Match[str] | None, otherwise: int) -> int:
    return int(found[1] or found[2]) if found else otherwise


@cache
def _listed() -> Mapping[str, Ages]:
    with (RULES / "ages.toml").open("rb") as source:
        return {word: Ages(**bounds) for word, bounds in tomllib.load(source).items()}
