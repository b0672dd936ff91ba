"""Printed labels of fields: what kind of value each announces, and where they stand in a text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import Levenshtein

from ocr.extraction.amounts import parse_amount
from ocr.extraction.dates import find_days
from ocr.extraction.text import distance
from ocr.extraction.words import parse_words


class Form(StrEnum):
    """What kind of value a label announces."""

    TEXT = "text"
    MONEY = "money"
    WORDS = "words"
    DAY = "day"
    STAY = "stay"
    CODE = "code"
    SEX = "sex"
    AGE = "age"
    PERSON = "person"
    LIST = "list"


@dataclass(frozen=True, slots=True)
class Label:
    """One field: its key, the form of its value, and its wordings, the most telling first."""

    key: str
    form: Form
    names: tuple[str, ...]


_SHORT, _LONG = 3, 6
_TELLING, _LONGEST = 4, 12
_HEADLESS = 2
_KEPT = 4096
_RUN_IN = re.compile(r"(?P<label>[\u4e00-\u9fff()]{3,12}) ?[¥￥]?\d[\d,]*\.\d\d元?")
_CLOSED = r"(?:[^\s)]?\))?"
_SEALED = "盖章|公章|印章|签章|财务章"
_NOTE = re.compile(rf"\((章|元|{_SEALED})\)?")
_BOUND = frozenset({"自付", "自费", "白费", "日期", "号码", "代码", "No", "NO", "N0"})
"""Wordings that are the tail of many others: they count only where no other character runs into them."""
_HEADS = frozenset({"费别", "科别", "科室", "病区"})
"""Short labels of words that are printed right before their value."""
_PERSON = re.compile(r"[\u4e00-\u9fff*某]{2,5}|[\u4e00-\u9fff]{1,8}·[\u4e00-\u9fff·]{1,10}|[A-Za-z .]{3,30}")

_ACCEPTS = {
    Form.TEXT: lambda t: bool(t.strip(" :-_/.")),
    Form.MONEY: lambda t: parse_amount(t) is not None,
    Form.WORDS: lambda t: parse_words(t) is not None or sum(c in "零壹贰叁肆伍陆柒捌玖拾佰仟万元角分整" for c in t) > 1,
    Form.DAY: lambda t: bool(find_days(t)),
    Form.STAY: lambda t: bool(find_days(t)),
    Form.CODE: lambda t: bool(re.fullmatch(r"[A-Za-z0-9*\-]{1,24}", t.replace(" ", ""))),
    Form.SEX: lambda t: t.strip()[:1] in {"男", "女"},
    Form.AGE: lambda t: bool(re.match(r"\d{1,3}", t)),
    Form.PERSON: lambda t: bool(_PERSON.fullmatch(t.replace(" ", ""))),
    Form.LIST: lambda t: bool(t.strip(" :")),
}


def accepts(form: Form, text: str) -> bool:
    """Whether a text can be a value of a form."""
    return bool(text) and _ACCEPTS[form](text)


@dataclass(frozen=True, slots=True)
class Match:
    """A label found in a text: the label, the rank of the wording, and where it starts and its value may start."""

    label: Label
    rank: int
    start: int
    end: int


def _spaced(name: str) -> str:
    """The pattern of a wording: blanks allowed inside, a closing bracket may be lost or have a speck before it."""
    return r"\s*".join(_CLOSED if c == ")" else re.escape(c) for c in name)


class LabelSet:
    """Labels of one kind of paper, ready for searching: every wording, the longest first, blanks allowed inside."""

    def __init__(self, labels: tuple[Label, ...]) -> None:
        self._owner = {name: (label, rank) for label in reversed(labels) for rank, name in enumerate(label.names)}
        self.find = lru_cache(_KEPT)(self._find)
        """Every label in a text, from left to right; the same texts are asked for again and again."""
        self.keys = frozenset(label.key for label in labels)
        names = sorted(self._owner, key=len, reverse=True)
        self._telling = [name for name in names if len(name) >= _TELLING]
        pattern = "|".join(_spaced(name) for name in names)
        self._exact = re.compile(rf"(?P<name>{pattern})(?P<note>\s*\((?:章|元|{_SEALED})\)?)?\s*(?P<end>[:.。·]*)")

    def _find(self, text: str) -> tuple[Match, ...]:
        found = [match for m in self._exact.finditer(text) if (match := self._match(text, m))]
        told = tuple(sorted([*found, *self._misread(text, found)], key=lambda m: m.start))
        return told or self._alone(text) or self._before_sum(text)

    def _alone(self, text: str) -> tuple[Match, ...]:
        """A text that is nothing but a label with one wrong character, without a colon."""
        bare = _NOTE.sub("", text.replace(" ", ""))
        if not _TELLING <= len(bare) <= _LONGEST:
            return ()
        near = process.extractOne(bare, self._telling, scorer=Levenshtein.distance, score_cutoff=1)
        return (Match(*self._owner[near[0]], 0, len(text)),) if near else ()

    def _before_sum(self, text: str) -> tuple[Match, ...]:
        """A label of a sum with one wrong or lost character, run into its figure without a colon."""
        parted = _RUN_IN.fullmatch(text)
        label = self._one_off(parted["label"].replace(" ", "")) if parted else None
        return (Match(label, 0, 0, parted.end("label")),) if parted and label and label.form is Form.MONEY else ()

    def _one_off(self, word: str) -> Label | None:
        """The one field with a telling wording that a word is one character away from."""
        near = {id(label): label for n in self._telling if distance(word, n) == 1 for label, _ in (self._owner[n],)}
        return next(iter(near.values())) if len(near) == 1 else None

    def _match(self, text: str, m: re.Match[str]) -> Match | None:
        name = m["name"].replace(" ", "")
        label, rank = self._owner.get(name) or self._owner.get(f"{name})") or self._owner[f"{name[:-2]})"]
        closed = bool(m["end"]) or name.endswith(")") or (m.start() == 0 and text[m.end() - 1 : m.end()] == " ")
        rest = text[m.end() :].strip()
        if name in _BOUND and m.start() and text[m.start() - 1].isalpha():
            return None
        runs_in = m.start() and text[m.start() - 1].isdigit() and len(name) > _SHORT and accepts(label.form, rest)
        told = len(name) > _SHORT or name in _HEADS or (label.form is not Form.TEXT and accepts(label.form, rest))
        found = closed or runs_in or (m.start() == 0 and (not rest or told))
        return Match(label, rank, m.start(), m.end()) if found else None

    def _misread(self, text: str, found: list[Match]) -> list[Match]:
        """Labels with one wrong character before a colon that no exact label accounts for."""
        return [
            match
            for m in re.finditer(":", text)
            if not any(f.start <= m.start() < f.end for f in found)
            if (match := self._nearest(text, m.start()))
        ]

    def _nearest(self, text: str, colon: int) -> Match | None:
        head = text[:colon].rstrip()
        for name, (label, rank) in self._owner.items():
            tail = head[-len(name) :]
            slips = 1 + (len(name) > _LONG)
            if len(name) >= _SHORT and len(tail) == len(name) and distance(tail, name) <= slips:
                return Match(label, rank, len(head) - len(name), colon + 1)
        short = self._one_off(head) if len(head) >= _SHORT else None
        return Match(short, 0, 0, colon + 1) if short else self._headless(head, colon)

    def _headless(self, head: str, colon: int) -> Match | None:
        """A label whose first characters were lost: what was read ends the wordings of one field alone."""
        word = head.rsplit(" ", maxsplit=1)[-1]
        if len(word) < _HEADLESS:
            return None
        owners = {id(label): (label, rank) for name, (label, rank) in self._owner.items() if name.endswith(word)}
        if len(owners) != 1:
            return None
        ((label, rank),) = owners.values()
        return Match(label, rank, len(head) - len(word), colon + 1)
