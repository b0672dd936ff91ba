"""Word lists for comparing names, from resources/catalogues: radicals, qualifiers, ornaments, dosage forms."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from resources import ROOT

if TYPE_CHECKING:
    from collections.abc import Mapping

CATALOGUES = ROOT / "catalogues"
_TABLES = ("names.toml", "forms.toml", "lookalikes.toml", "traditional.toml", "services.toml")


@dataclass(frozen=True, slots=True)
class Words:
    """The lists of names.toml and forms.toml, ready for use; every word is normalised by hand in the files."""

    leading: tuple[str, ...]
    trailing: tuple[str, ...]
    inner: tuple[str, ...]
    qualifiers: frozenset[str]
    ornaments: tuple[re.Pattern[str], ...]
    herbal_forms: tuple[str, ...]
    spoken_forms: tuple[str, ...]
    merged: Mapping[str, frozenset[str]]
    endings: Mapping[str, tuple[str, ...]]
    beginnings: Mapping[str, tuple[str, ...]]
    formless: Mapping[str, tuple[str, ...]]
    spoken_names: Mapping[str, str]
    shorthand: Mapping[str, str]
    written: Mapping[str, str]
    prepared: frozenset[str]
    routes: tuple[str, ...]
    measured: Mapping[str, tuple[str, ...]]
    hints: tuple[tuple[re.Pattern[str], tuple[str, ...]], ...]


@cache
def words() -> Words:
    """The word lists; read once."""
    names, forms = _table("names.toml"), _table("forms.toml")
    radicals = names["radicals"]
    return Words(
        leading=_longest_first(radicals["leading"]),
        trailing=_longest_first(radicals["trailing"]),
        inner=tuple(radicals["inner"]),
        qualifiers=frozenset(word.upper() for word in names["qualifiers"]["words"]),
        ornaments=_ornaments(names["ornaments"]),
        herbal_forms=_longest_first(names["herbal"]["forms"]),
        spoken_forms=(*names["herbal"]["forms"], *forms["endings"]),
        merged={form: frozenset(members) for form, members in forms["merged"].items()},
        endings={end: tuple(forms["endings"][end]) for end in _longest_first(forms["endings"])},
        beginnings={start: tuple(meant) for start, meant in forms["beginnings"].items()},
        formless={end: tuple(meant) for end, meant in forms["formless"].items()},
        spoken_names=names["spoken"]["names"],
        shorthand=names["shorthand"]["words"],
        written=names["written"]["as"],
        prepared=frozenset(names["prepared"]["words"]),
        routes=tuple(names["routes"]["words"]),
        measured={item: tuple(said) for item, said in _table("services.toml")["measured"].items()},
        hints=tuple((re.compile(hint["pattern"]), tuple(hint["forms"])) for hint in forms["hints"]),
    )


@cache
def _folding() -> dict[int, str]:
    return {ord(one): group[0] for group in _table("lookalikes.toml")["groups"] for one in group}


@cache
def _simplifying() -> dict[int, str]:
    listed = _table("traditional.toml")
    return {ord(one): other for one, other in zip(listed["traditional"], listed["simplified"], strict=True)}


def simplified(text: str) -> str:
    """The text with traditional characters made simplified."""
    return text.translate(_simplifying())


def folded(text: str) -> str:
    """The text with characters that look alike made one: for finding and ranking, never for taking unasked."""
    return text.translate(_folding())


@cache
def words_stamp() -> str:
    """What the word lists hold, as a hash: compiled names are made with them."""
    return sha256(b"".join((CATALOGUES / name).read_bytes() for name in _TABLES)).hexdigest()


def _table(name: str) -> dict[str, Any]:
    with (CATALOGUES / name).open("rb") as source:
        return tomllib.load(source)


def _longest_first(found: list[str] | Mapping[str, Any]) -> tuple[str, ...]:
    return tuple(sorted(found, key=lambda word: (-len(word), word)))


def _ornaments(listed: Mapping[str, list[str]]) -> tuple[re.Pattern[str], ...]:
    """Patterns of what may be taken off a printed name, over normalised text."""
    marks, packing, units = (_either(listed[key]) for key in ("marks", "packing", "units"))
    strength = rf"\d+(?:\.\d+)?(?:{units}|%)"
    count = r"\d+(?:片|粒|袋|支|丸|枚|贴|瓶|S|T)(?:/[盒瓶袋])?"
    return (
        re.compile(rf"\((?:{marks}|{packing})\)"),
        re.compile(rf"\((?:{strength}[:/*X]?)+(?:{count})?[^()]{{0,4}}\)"),
        re.compile(rf"(?:(?<=[\u4e00-\u9fff)])|^)(?:{strength}[:/*X]?)+(?:{count})?(?![0-9A-Z])"),
        re.compile(r"^(?:国采|集采|国谈)-?"),
        re.compile(r"\(\d+:\d+\)"),
    )


def _either(listed: list[str]) -> str:
    return "|".join(re.escape(word.upper()) for word in sorted(listed, key=len, reverse=True))
