"""Phrases that receipts print, known again in what soft print was read as; for pages that ask whatever is read."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from rapidfuzz.distance import Levenshtein

from resources import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_ALIKE = 0.5
"""Share of its characters in which a text must agree with a phrase."""

_PARTS = re.compile(r"(?P<head>[^:：]+)[:：](?P<value>.*)|(?P<run_in>[^\d:：]{3,})(?P<figure>\d[\d.,]*)")
"""A label with its value; the colon may not have been read before a figure."""


@dataclass(frozen=True, slots=True)
class _Likely:
    """What a text may be, how much speaks for it, and the label it would use up."""

    weight: float
    at: int
    text: str
    label: str = ""


def known_phrases(texts: Sequence[str]) -> tuple[str, ...]:
    """The texts with labels, headings and usual values put right.

    The likeliest is settled first, and no label is taken twice; a text that two phrases fit alike stays as it is.
    """
    told = list(texts)
    likely = {at: [*_labelled(at, text), *_alone(at, text)] for at, text in enumerate(texts)}
    while clear := [one for found in likely.values() if (one := _clearest(found))]:
        best = max(clear, key=lambda one: one.weight)
        told[best.at] = best.text
        del likely[best.at]
        likely = {
            at: [one for one in found if one.label != best.label or not one.label] for at, found in likely.items()
        }
    return tuple(told)


def _clearest(found: Sequence[_Likely]) -> _Likely | None:
    """What a text is likelier to be than anything else."""
    likely = sorted(found, key=lambda one: -one.weight)
    twins = [one for one in likely if one.weight == likely[0].weight and one.text != likely[0].text]
    return likely[0] if likely and not twins else None


def _labelled(at: int, text: str) -> Iterator[_Likely]:
    """The text as a label with its value."""
    parted = _PARTS.fullmatch(text.replace(" ", ""))
    if parted is None:
        return
    head, value = parted["head"] or parted["run_in"], parted["value"] or parted["figure"] or ""
    for label, weight in _near(head, _labels()):
        yield _Likely(weight, at, f"{label}：{_usual(label, value)}", label)


def _alone(at: int, text: str) -> Iterator[_Likely]:
    """The text as a phrase that stands by itself, or as a label whose value stands apart."""
    bare = text.replace(" ", "").rstrip(":：")
    for phrase, weight in _near(bare, _headings()):
        yield _Likely(weight, at, phrase)
    if bare != text:
        for label, weight in _near(bare, _labels()):
            yield _Likely(weight, at, f"{label}：", label)


def _usual(label: str, value: str) -> str:
    """The usual value of a label that was read nearly so."""
    likely = max(_near(value, _values(label)), key=lambda found: found[1], default=(value, 0.0))
    return likely[0]


def _near(text: str, phrases: Iterable[str]) -> Iterator[tuple[str, float]]:
    """Phrases that a text is like, and how much speaks for each: the longer and the more alike, the more."""
    for phrase in phrases:
        alike = Levenshtein.normalized_similarity(text, phrase)
        if alike >= _ALIKE:
            yield phrase, alike * len(phrase)


@lru_cache(maxsize=1)
def _kept() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads((ROOT / "reading" / "phrases.toml").read_text(encoding="utf-8"))


@lru_cache(maxsize=1)
def _labels() -> tuple[str, ...]:
    return tuple(name for names in _kept()["labels"].values() for name in names)


@lru_cache(maxsize=1)
def _headings() -> tuple[str, ...]:
    return tuple(name for names in _kept()["alone"].values() for name in names)


def _values(label: str) -> Sequence[str]:
    return _kept()["values"].get(label, ())
