"""Badly read names of hospitals settled by what such names are made of: places, schools, endings (hospitals.toml)."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from typing import TYPE_CHECKING

from rapidfuzz import process
from rapidfuzz.distance import Levenshtein

from resources import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_ORDINALS = "一二三四五六七八九十"
_ORDINAL = re.compile(f"第([{_ORDINALS}])")
_WHOLE = re.compile(r"[\u4e00-\u9fff]+(医院|卫生院|保健院|中心|诊所|门诊部)")
_SHARE_OF_WHOLE, _SHARE = 0.3, 0.45
"""Up to this share of a name that ends as names do, or of any other, may have been misread."""
_CITY = 2
_HIDDEN = 3
_PLACE_SHARE, _SHORT_PLACE = 0.34, 3
_SHORTEST = 4


def settled(text: str, province: str = "") -> str:
    """The name of a hospital that a badly read text can only stand for, or an empty string.

    ``province`` is its full name where the page tells it. A read ordinal is never changed.
    """
    if len(text) < _SHORTEST:
        return ""
    names = names_of(province)
    cut_off = [n for n in names if len(n) > len(text) and (n.endswith(text) or n.startswith(text))]
    if cut_off:
        return cut_off[0] if len(cut_off) == 1 else ""
    limit = int((_SHARE_OF_WHOLE if _WHOLE.fullmatch(text) else _SHARE) * len(text))
    near = process.extract(text, tuple(names), scorer=Levenshtein.distance, score_cutoff=limit, limit=None)
    ordinals = _ORDINAL.findall(text)
    fitting = [
        (off, name)
        for name, off, _ in near
        if _at_place(text, names[name]) and _ORDINAL.findall(name) in (ordinals, [])
    ]
    least = min((off for off, _ in fitting), default=0)
    best = [name for off, name in fitting if off == least]
    return best[0] if len({names[name] for name in best}) == 1 else ""


def _at_place(text: str, place: str) -> bool:
    """Whether a text begins with a place or school, or nearly."""
    starts = (text[:length] for length in range(len(place) - 1, len(place) + 2))
    slips = int(_PLACE_SHARE * len(place)) if len(place) > _SHORT_PLACE else 0
    return min(Levenshtein.distance(place, start) for start in starts) <= slips


def hidden_in(text: str, province: str) -> str:
    """The one name of a province of which a text is all but a few characters, as a seal leaves it; else empty."""
    longer = [name for name in _by_province().get(province, {}) if 0 < len(name) - len(text) <= _HIDDEN]
    found = sorted((len(name), name) for name in longer if _is_part(text, name))
    return found[0][1] if len({length for length, _ in found[:2]}) == min(2, len(found)) > 0 else ""


def _is_part(text: str, name: str) -> bool:
    rest = iter(name)
    return all(character in rest for character in text)


def is_known(name: str) -> bool:
    """Whether a name is made of a known place or school and a usual ending."""
    return name in _all_names()


def province_of(texts: Iterable[str]) -> str:
    """The full name of the province that texts of a page name, the most frequent one; empty where none does."""
    joined = "\n".join(texts)
    counts = {name: joined.count(name) for name in _by_province()}
    best = max(counts, key=lambda name: counts[name])
    return best if counts[best] else ""


def names_of(province: str) -> dict[str, str]:
    """Every name of a province that can be made up, with the place or school it begins with; else those of all."""
    return _by_province().get(province) or _all_names()


@cache
def _all_names() -> dict[str, str]:
    return {name: place for names in _by_province().values() for name, place in names.items()}


@cache
def _by_province() -> dict[str, dict[str, str]]:
    words = tomllib.loads((ROOT / "reading" / "hospitals.toml").read_text(encoding="utf-8"))
    return {province["name"]: dict(_made(province, words["ending"])) for province in words["province"]}


def _made(province: dict[str, list[str]], ending: dict[str, list[str]]) -> Iterator[tuple[str, str]]:
    """Names and what they begin with, the commonest ending first; names of their own begin with themselves."""
    places = [
        *((school, "of_school") for school in province["schools"]),
        (str(province["name"]), "of_province"),
        *((_placed(city), "of_city") for city in province["cities"]),
    ]
    yield from ((f"{place}{end}", place) for place, of in places for end in _spelled(ending[of]))
    yield from ((name, name) for name in province["others"])


def _placed(city: str) -> str:
    """``赣州`` as 赣州市; districts, counties and prefectures are written out."""
    return city if len(city) > _CITY and city[-1] in "区县州盟" else f"{city}市"


def _spelled(endings: Iterable[str]) -> Iterator[str]:
    """Endings with each ordinal in place of the star."""
    for end in endings:
        yield from (end.replace("*", ordinal) for ordinal in (_ORDINALS if "*" in end else "*"))
