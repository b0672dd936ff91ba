"""Phrases that receipts print, spotted in ink by their shapes: drawn, laid over the print, and compared."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from itertools import permutations
from typing import TYPE_CHECKING

from ocr.recognition.figures import evidence
from ocr.recognition.inking import extent, fit
from resources import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from ocr.recognition.typeface import Ink, Typeface

_SIZES = (0.85, 0.9, 0.95, 1.0, 1.05)
"""Sizes that are tried, for forms print some of their parts smaller."""

_AT_LEFT = 1.4
"""How far right of the left edge of its ink a label may begin, ems."""

_OFF = 1.2
"""How much longer or shorter than its drawing a phrase may be that stands alone, ems."""

_COLON = 0.55
"""The blank half of a colon, ems."""

_GAIN = 1e-6


@dataclass(frozen=True, slots=True)
class Phrase:
    """A printed phrase, and the form of what follows it in the same box; empty where it stands alone."""

    text: str
    form: str = ""


@dataclass(frozen=True, slots=True)
class Spotted:
    """A phrase found in ink: how alike (-1 to 1), where it ends (pixels), and how long it is (ems)."""

    phrase: Phrase
    likeness: float
    end: int
    length: float

    @property
    def weight(self) -> float:
        """How much speaks for it: longer phrases and closer likeness count more."""
        return evidence(self.likeness) * self.length


@lru_cache(maxsize=1)
def _kept() -> Mapping[str, Mapping[str, Sequence[str]]]:
    return tomllib.loads((ROOT / "reading" / "phrases.toml").read_text(encoding="utf-8"))


@lru_cache(maxsize=1)
def phrases() -> tuple[Phrase, ...]:
    """Every phrase that is known to be printed, labels with their colon."""
    labels = (Phrase(_closed(name), form) for form, names in _kept()["labels"].items() for name in names)
    return (*labels, *(Phrase(name) for names in _kept()["alone"].values() for name in names))


def _closed(name: str) -> str:
    return name if name.endswith("）") else f"{name}："


def usual_values(label: str) -> tuple[Phrase, ...]:
    """What usually follows a label of text."""
    return tuple(Phrase(value) for value in _kept()["values"].get(label.rstrip("："), ()))


def units() -> tuple[str, ...]:
    """What charges are counted by."""
    return tuple(_kept()["figures"]["units"])


def spots(ink: Ink, face: Typeface, known: Iterable[Phrase], sizes: Sequence[float] = _SIZES) -> list[Spotted]:
    """Labels at the left of some ink, and phrases that are all of it, at each of some sizes."""
    found = [_spotted(phrase, ink, face.sized(face.em * size)) for phrase in known for size in sizes]
    return [one for one in found if one]


def _spotted(phrase: Phrase, ink: Ink, face: Typeface) -> Spotted | None:
    """A phrase where it fits best; None where it is longer than the ink, or shorter and stands alone."""
    first, last = extent(ink, face.em)
    drawn = face.drawn(phrase.text)
    over = drawn.shape[1] / face.em - 1 - (last - first) / face.em
    if over > 2 * _COLON if phrase.form else abs(over) >= _OFF:
        return None
    at = fit(ink[:, : drawn.shape[1] + round(_AT_LEFT * face.em)] if phrase.form else ink, drawn)
    return Spotted(phrase, at.likeness, at.x + drawn.shape[1] - round(face.em / 2), drawn.shape[1] / face.em - 1)


def labelled(words: Sequence[Mapping[str, Spotted]]) -> list[str]:
    """A label for each word, none twice, so that all together fit best; empty where a word is none."""
    chosen = ["" for _ in words]
    pairs = sorted(((s.weight, at, text) for at, found in enumerate(words) for text, s in found.items()), reverse=True)
    for _, at, text in pairs:
        if not chosen[at] and text not in chosen:
            chosen[at] = text
    while swap := _swap(words, chosen):
        chosen = swap
    return chosen


def _swap(words: Sequence[Mapping[str, Spotted]], chosen: Sequence[str]) -> list[str] | None:
    """The labels with one given to a word that it fits better together with what its former word takes instead."""
    for one, other in permutations(range(len(words)), 2):
        if chosen[other] and chosen[other] in words[one]:
            free = ["", *(text for text in words[other] if text not in chosen or text == chosen[one])]
            best = max(free, key=lambda text: _weight(words[other], text))
            now = _weight(words[one], chosen[one]) + _weight(words[other], chosen[other])
            if _weight(words[one], chosen[other]) + _weight(words[other], best) > now + _GAIN:
                changed = {one: chosen[other], other: best}
                return [changed.get(at, text) for at, text in enumerate(chosen)]
    return None


def _weight(found: Mapping[str, Spotted], text: str) -> float:
    return found[text].weight if text else 0.0
