"""Figures told by the shapes of their digits: drawn, held against the print, and changed digit by digit."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from itertools import product
from typing import TYPE_CHECKING

import numpy as np

from ocr.recognition.inking import fit, likeness, piece
from ocr.recognition.typeface import ANY, DIGITS, fitted, resized

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ocr.pages import Rival
    from ocr.recognition.inking import Fit
    from ocr.recognition.typeface import Ink, Typeface

_SIZES = (0.9, 0.95, 1.0, 1.05)
"""Sizes that are tried, for forms print some of their parts smaller."""

_SHIFTS = (-1, 0, 1)
_PASSES = 3
_WEIGHT = 20.0
"""Independent places that one figure is judged by: turns likeness into odds."""

_FREE = 0.44
_LEAST = 0.02
_UNTHOUGHT = 0.08
"""Share given to a digit the networks did not think of."""

_REACH = 0.55
"""How far from its middle a digit's shape is learned, digits."""

_SAME_FORM = 0.15
"""How much more a form counts in which the networks read a figure."""
_ROUNDS, _RATE = 2, 0.8
_FINE_SIZES = (0.9, 0.94, 0.98, 1.02, 1.06, 1.1)
_PITCHES = (0.5, 0.52, 0.54, 0.56, 0.58, 0.6)


@dataclass(frozen=True, slots=True)
class Figure:
    """What a figure says by its shapes, how alike the drawing is, and what else single digits may be."""

    text: str
    likeness: float
    rivals: tuple[Rival, ...] = ()

    @property
    def weight(self) -> float:
        """How much speaks for it beside a phrase, in characters of a phrase: digits are narrow and were free to fit."""
        return _FREE * evidence(self.likeness) * len(self.text)


@dataclass(frozen=True, slots=True)
class Read:
    """What the networks read of some ink, and their runner-up characters."""

    text: str = ""
    rivals: tuple[Rival, ...] = ()

    def fits(self, form: str) -> bool:
        """Whether it ends like a figure of the form."""
        tail = self.text[len(self.text) - len(form) :]
        pairs = zip(tail, form, strict=False)
        return len(tail) == len(form) and all(c.isdigit() if f == ANY else c == f for c, f in pairs)

    def odds(self, form: str) -> tuple[dict[str, float], ...]:
        """How likely the networks thought each digit of a form to be what; empty where they saw no such figure."""
        if not self.fits(form):
            return tuple({} for _ in form)
        start = len(self.text) - len(form)
        others = [{c: share for at, c, share in self.rivals if at == start + n} for n in range(len(form))]
        return tuple(
            {**rest, self.text[start + n]: max(_UNTHOUGHT, 1 - sum(rest.values()))} for n, rest in enumerate(others)
        )


UNREAD = Read()


def evidence(alike: float) -> float:
    """What a likeness is worth: nothing at 0, without end towards 1."""
    return -math.log(max(1e-6, 1 - max(0.0, alike) ** 2))


def told(ink: Ink, face: Typeface, forms: Sequence[str], word: Read = UNREAD) -> Figure | None:
    """The figure of one of some forms (``##.##``) that the ink shows; None where none is like it.

    ``word`` is what the networks made of it: digit by digit both are weighed where they saw as many characters.
    """
    best = max(
        ((fit(ink, sized.drawn(form)), sized, form) for sized in _sizes(face) for form in forms),
        key=lambda found: evidence(found[0].likeness) * len(found[2]) * (1 + _SAME_FORM * word.fits(found[2])),
        default=None,
    )
    if best is None:
        return None
    at, sized, form = best
    shifted = [replace(at, x=max(0, at.x + shift)) for shift in _SHIFTS]
    prior = word.odds(form)
    figures = (_read(piece(ink, place, sized.drawn(form)), sized, form, prior) for place in shifted)
    return max(figures, key=lambda figure: figure.likeness)


def _sizes(face: Typeface) -> list[Typeface]:
    return [face.sized(face.em * size) for size in _SIZES]


def _read(shown: Ink, face: Typeface, form: str, prior: Sequence[Mapping[str, float]]) -> Figure:
    """Each digit as it fits best beside the others, again and again until nothing changes."""
    text = form
    for _ in range(_PASSES):
        before = text
        for place, kind in enumerate(form):
            if kind == ANY:
                shares = _shares(shown, face, text, place, prior[place])
                text = f"{text[:place]}{max(shares, key=lambda d: shares[d])}{text[place + 1 :]}"
        if text == before:
            break
    return Figure(text, likeness(shown, face.drawn(text)), _rivals(shown, face, text, form, prior))


def _shares(shown: Ink, face: Typeface, text: str, place: int, prior: Mapping[str, float]) -> dict[str, float]:
    """What speaks for each digit at a place, beside the others as they are: its looks, and what the networks read."""
    tried = {digit: f"{text[:place]}{digit}{text[place + 1 :]}" for digit in DIGITS}
    worth = {digit: _WEIGHT * evidence(likeness(shown, face.drawn(one))) for digit, one in tried.items()}
    most = max(worth.values())
    odds = {digit: math.exp(value - most) * prior.get(digit, _UNTHOUGHT) for digit, value in worth.items()}
    whole = sum(odds.values())
    return {digit: value / whole for digit, value in odds.items()}


def _rivals(
    shown: Ink, face: Typeface, text: str, form: str, prior: Sequence[Mapping[str, float]]
) -> tuple[Rival, ...]:
    """Other digits at each place that are about as likely."""
    found: list[Rival] = []
    for place, kind in enumerate(form):
        if kind == ANY:
            shares = _shares(shown, face, text, place, prior[place])
            others = sorted((d for d in DIGITS if d != text[place] and shares[d] >= _LEAST), key=lambda d: -shares[d])
            found += [(place, digit, round(shares[digit], 4)) for digit in others[:3]]
    return tuple(found)


@dataclass(frozen=True, eq=False)
class Known:
    """A figure whose text is known from elsewhere, in its ink, in the face that fits it best, and how alike it is."""

    ink: Ink
    text: str
    face: Typeface
    likeness: float


def known_figure(ink: Ink, text: str, face: Typeface) -> Known:
    """A known figure with the size and the pitch of digits at which it is drawn most alike."""
    faces = (replace(face.sized(face.em * size), digit=pitch) for size, pitch in product(_FINE_SIZES, _PITCHES))
    fits = [(fit(ink, one.drawn(text)).likeness, one) for one in faces]
    alike, best = max(fits, key=lambda found: found[0])
    return Known(ink, text, best, alike)


def learned(known: Sequence[Known]) -> Typeface:
    """The face of known figures with digits in their shapes: what the drawing leaves over is added to each shape.

    All are brought to one size first, for a form prints some of its parts smaller.
    """
    em = float(np.median([one.face.em for one in known]))
    digit = float(np.median([one.face.digit for one in known]))
    inks = [(resized(one.ink, em / one.face.em), one.text) for one in known]
    face = replace(known[0].face.sized(em), digit=digit)
    shaped = replace(face, own={c: face.glyph(c).copy() for c in DIGITS})
    for _ in range(_ROUNDS):
        fits = [(ink, text, fit(ink, shaped.drawn(text))) for ink, text in inks]
        shaped = replace(shaped, own=_improved(shaped, fits))
    return shaped


def _improved(face: Typeface, known: Sequence[tuple[Ink, str, Fit]]) -> dict[str, Ink]:
    sums = {digit: np.zeros_like(shape) for digit, shape in face.own.items()}
    counts = dict.fromkeys(sums, 0)
    for ink, text, at in known:
        drawn = face.drawn(text)
        shown = piece(ink, at, drawn)
        rest = shown * float((drawn * shown).sum() / max(1e-6, float((shown * shown).sum()))) - drawn
        for character, middle in zip(text, face.places(text), strict=False):
            if character in sums:
                sums[character] += _window(rest, middle, sums[character])
                counts[character] += 1
    gained = {d: np.float32(_RATE / (counts[d] + 1)) * _near(sums[d], face) for d in sums}
    return {d: np.asarray(shape + gained[d], np.float32) for d, shape in face.own.items()}


def _near(rest: Ink, face: Typeface) -> Ink:
    """What is left over near the middle of a shape; further off it belongs to the neighbours."""
    away = np.abs(np.arange(rest.shape[1]) - (rest.shape[1] - 1) / 2)
    return np.asarray(rest * (away < _REACH * face.digit * face.em), np.float32)


def _window(rest: Ink, middle: float, like: Ink) -> Ink:
    """What is left over around the middle of a character, as large as its shape."""
    tall, wide = like.shape
    left = round(middle - wide / 2)
    cut = np.pad(rest, ((0, 0), (wide, wide)))[:, left + wide : left + 2 * wide]
    return fitted(np.asarray(cut, np.float32), tall)
