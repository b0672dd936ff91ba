"""Names as they are compared: one way of writing, marks and packing taken off, listed names spelled out."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import product
from typing import TYPE_CHECKING

from review.catalogue.words import simplified, words

if TYPE_CHECKING:
    from collections.abc import Iterator

_GREEK = str.maketrans("ΑΒΓΔΩ", "αβγδω")
_GREEK_DASH = re.compile(r"(?<=[αβγδω])-(?=[0-9])")
_OPENING = str.maketrans("[{【〔〖〈《", "(((((((")
_CLOSING = str.maketrans("]}】〕〗〉》", ")))))))")
_DROPPED = re.compile(r"[\s▲△★☆*#◆◇□■●○·•'\"“”‘’`,，。;_]+")
_BRACKET = re.compile(r"\(([^()]*)\)")
_NUMBERED = re.compile(r"[0-9A-Z%/.~\-αβγ]+|[IVX]+")
_WORDS = re.compile(r"[\u4e00-\u9fff]{2}")
_FORMS_BEHIND = re.compile(r"([^()]+)\(([^()]+)\)(\([^()]+\))?")
_NESTED = re.compile(r"([^()]+(?:\([^()]*\))?)\(([^()]*\([^()]*\)[^()]*)\)")
_BEHIND = re.compile(r"(.+)\(([^()]+)\)")
_ROMAN = re.compile(r"(?<=[\u4e00-\u9fff)])[IVX]+(?![A-Z0-9])")
_ROMAN_BRACKET = re.compile(r"\(([IVX]+)(?:型)?\)")
_LATIN_BRACKET = re.compile(r"\([A-Z0-9+\-.αβγ ]+\)")
_SPECIMEN = re.compile(r"^(?:血清|血浆|全血)")
_TESTED = re.compile(r"(?:测定|检测|检查|试验|测量)(?=\(|$)")
_ABBREVIATION = re.compile(r"[A-Z][A-Z0-9-]+")
_GRADES = {"I": "一", "II": "二", "III": "三", "IV": "四", "1": "一", "2": "二", "3": "三", "4": "四"}
_GRADE = re.compile(r"(?<![A-Z0-9])(I{1,3}|IV|[1-4])(?=[级型度期])")
_SPLIT = re.compile(r"[\s/|;,、]+")
_ONES = re.compile(r"\(([1IL]{2,3})\)$")
_BEFORE_STRENGTH = re.compile(r"([^()\d]{3,}?)\d+(?:\.\d+)?(?:MG|ML|UG|G|IU|U|%)")
_BEFORE_WORDS = re.compile(r"([^()]{2,}?(?:片|胶囊|颗粒|注射液|口服溶液|口服液|软膏|乳膏|滴眼液|糖浆))[^()]{4,}")
_NAMED = re.compile(r"[\u4e00-\u9fffA-Z0-9]{3,}")
_DOUBLED = {"ß": "β", "‐": "-", "–": "-", "—": "-", "－": "-", "~": "-"}


LEFT_OUT = "略去"
"""How the reason of a reading begins that leaves words in brackets out."""
TAKEN = "取"
"""How the reason of a reading begins that takes a part of the print for the name."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a printed name: the text to look up, what was taken off, and brackets left out on trust."""

    text: str
    removed: tuple[str, ...] = ()
    trusted: tuple[str, ...] = ()


@lru_cache(100_000)
def normalise(name: str) -> str:
    """The name in one way of writing: NFKC, plain brackets, upper case, no blanks or ornaments; Ⅱ and (Ⅱ) become II."""
    text = simplified(unicodedata.normalize("NFKC", name)).translate(_OPENING).translate(_CLOSING)
    for odd, plain in _DOUBLED.items():
        text = text.replace(odd, plain)
    plain = _as_written(_DROPPED.sub("", text).upper().translate(_GREEK))
    return unicodedata.normalize("NFKC", _GREEK_DASH.sub("", _ROMAN_BRACKET.sub(r"\1", plain)))


def _as_written(text: str) -> str:
    for odd, plain in words().written.items():
        text = text.replace(odd, plain)
    return text


def brackets(text: str) -> tuple[str, ...]:
    """The contents of the brackets in a normalised name, in order."""
    return tuple(_BRACKET.findall(text))


def shortened(text: str) -> str:
    """A normalised name without its brackets and Roman numerals: what a careless print would leave of it."""
    return _ROMAN.sub("", _BRACKET.sub("", text))


def is_qualified(text: str) -> bool:
    """Whether a normalised name carries words or numerals that tell it from an article of the same name."""
    return bool(_ROMAN.search(text)) or any(map(is_qualifier, brackets(text)))


def abbreviations(text: str) -> frozenset[str]:
    """Latin abbreviations in the brackets of a normalised name: two letters or more, such as CRP."""
    return frozenset(b for b in brackets(text) if _ABBREVIATION.fullmatch(b))


def unabbreviated(text: str) -> str:
    """A normalised name without its abbreviations in brackets."""
    for bracket in abbreviations(text):
        text = text.replace(f"({bracket})", "")
    return text


def plain_service(text: str) -> str:
    """A normalised name of a service without abbreviations in brackets and 费, with grades in Chinese numerals."""
    graded = _GRADE.sub(lambda found: _GRADES[found[1]], unabbreviated(text))
    return graded.removesuffix("费")


def core_service(text: str) -> str:
    """What a test measures: its normalised name without specimen, abbreviations in brackets and words such as 测定."""
    bare = _LATIN_BRACKET.sub("", plain_service(text)).replace("-", "")
    return _TESTED.sub("", _SPECIMEN.sub("", bare))


def initials(name: str) -> str:
    """First letters of the pinyin of a name, upper case; other characters stay."""
    return "".join(map(_initial, name))


@cache
def _initial(character: str) -> str:
    from pypinyin import Style, lazy_pinyin  # noqa: PLC0415 - its tables take half a second, wanted by a search only

    return lazy_pinyin(character, style=Style.FIRST_LETTER)[0].upper()


def is_qualifier(bracket: str) -> bool:
    """Whether bracketed words tell articles apart, such as 30R, Ⅱ, pH4 or 白蛋白结合型; synonyms and brands do not."""
    known = words().qualifiers | words().prepared
    return bracket in known or bool(_NUMBERED.fullmatch(bracket)) or bool(re.search(r"\d", bracket))


def readings(name: str) -> Iterator[Reading]:
    """Ways to read a printed name, the most literal first; each takes more off than the one before.

    Marks (国采, 乙类 …), packing and strengths say nothing about which article it is; they go first. A bracket that is
    none of these and no qualifier is probably a brand: leaving it out is a matter of trust, and said so.
    """
    text = normalise(name)
    yield Reading(text)
    bare, removed = _undressed(text)
    if removed:
        yield Reading(bare, removed)
    for way in (b for b in brackets(bare) if b in words().prepared):
        rest = bare.replace(f"({way})", "")
        yield Reading(f"{way}{rest}", (*removed, f"({way})"))
    brands = tuple(b for b in brackets(bare) if not is_qualifier(b))
    if brands:
        for brand in brands:
            bare = bare.replace(f"({brand})", "")
        yield Reading(bare, removed, brands)


def loose_readings(name: str) -> Iterator[tuple[str, str]]:
    """Ways to read a printed name that may be wrong, each with the reason (Chinese): they lead to candidates only."""
    (*_, barest) = readings(name)
    text = barest.text
    if text.count("(") > text.count(")"):
        yield text.partition("(")[0], "括号没有印完，取括号之前为名称"
    if brackets(text):
        yield _BRACKET.sub("", text), f"{LEFT_OUT}括号内“{'、'.join(brackets(text))}”"
    for cut in (_BEFORE_STRENGTH.match(text), _BEFORE_WORDS.match(text)):
        if cut:
            yield cut[1], f"{TAKEN}“{cut[1]}”为名称，其后是规格或说明"
    if "(炒)" in normalise(name):
        yield f"麸{text}", "“炒”可指麸炒"
    if ones := _ONES.search(text):
        yield text.replace(ones[0], "I" * len(ones[1])), f"“{ones[1]}”可能是罗马数字"
    parts = [normalise(part) for part in _SPLIT.split(unicodedata.normalize("NFKC", name))]
    if len(parts) > 1:
        yield from ((part, f"{TAKEN}“{part}”为名称") for part in parts if _WORDS.search(part))
    yield from ((b, f"{TAKEN}括号内“{b}”为名称") for b in brackets(normalise(name)) if _NAMED.fullmatch(b))
    yield from _spoken(text)


def _spoken(text: str) -> Iterator[tuple[str, str]]:
    """The text with the first old name, and the first Latin shorthand, exchanged for the name in use."""
    for old, used in words().spoken_names.items():
        if old in text:
            yield _undressed(text.replace(old, used))[0], f"“{old}”是{used}的旧称或俗称"
            break
    for short, used in words().shorthand.items():
        if found := re.search(rf"(?<![A-Z]){short}(?![A-Z])", text):
            yield _undressed(text.replace(found[0], used))[0], f"“{short}”是{used}的简写"
            break


def _undressed(text: str) -> tuple[str, tuple[str, ...]]:
    removed: list[str] = []

    def drop(match: re.Match[str]) -> str:
        removed.append(match[0])
        return ""

    for pattern in words().ornaments:
        text = pattern.sub(drop, text)
    return text, tuple(removed)


@lru_cache(20_000)
def spelled_out(listed: str) -> tuple[str, ...]:
    """Every name a listed name stands for, normalised: ``感冒清热颗粒(片、胶囊)`` stands for three.

    Synonyms in brackets stand beside the name; qualifiers stay in it.
    """
    found: dict[str, None] = {}
    for part in _parts(listed):
        for name in _variants(part):
            found.setdefault(name)
    return tuple(found)


def _parts(listed: str) -> list[str]:
    """The names of a row that prints several, split at 、 outside brackets."""
    plain = unicodedata.normalize("NFKC", listed)
    return [normalise(part) for part in re.split(r"、(?![^(]*\))", plain) if part.strip()]


def _variants(name: str) -> Iterator[str]:
    yield name
    forms = _FORMS_BEHIND.fullmatch(name)
    nested = _NESTED.fullmatch(name)
    if forms and _is_forms(forms[2]):
        head, qualifier = forms[1], forms[3] or ""
        yield from (f"{n}{qualifier}" for n in (head, *_other_forms(head, forms[2])))
    elif nested:
        yield from (nested[1], nested[2])
    else:
        yield from _synonyms(name)


def _synonyms(name: str) -> Iterator[str]:
    """The name without the synonyms in its last bracket, and each of them; qualifiers stay where they are."""
    behind = _BEHIND.fullmatch(name)
    if behind and _WORDS.search(behind[2]) and behind[2] not in words().qualifiers:
        yield behind[1]
        yield from (part.removeprefix("又称:") for part in behind[2].split("、"))


def _is_forms(bracket: str) -> bool:
    return all(part in words().herbal_forms for part in bracket.split("、"))


def _other_forms(head: str, bracket: str) -> Iterator[str]:
    """The head with its own form exchanged for each form in the bracket."""
    own = max((f for f in words().herbal_forms if head.endswith(f)), key=len, default="")
    for stem, form in product([head.removesuffix(own)], bracket.split("、")):
        yield f"{stem}{form}"
