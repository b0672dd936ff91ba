"""Print too small and soft for the networks, told by its shapes: known phrases and figures are drawn and compared.

The page itself must help: its codes say some figures that are printed on it as well, and so show its digits. What is
told so is never sure; it stands in place of what could not be read and asks.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import product
from typing import TYPE_CHECKING

import numpy as np

from ocr.pages import SHAPE, Look
from ocr.recognition.figures import Figure, Known, Read, evidence, known_figure, learned, told
from ocr.recognition.inking import extent, fit, printed
from ocr.recognition.phrases import Spotted, labelled, phrases, spots, units, usual_values
from ocr.recognition.typeface import Typeface

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ocr.imaging.view import View
    from ocr.pages import PageText, Word
    from ocr.recognition.inking import Print
    from ocr.recognition.typeface import Ink

_DIM = 0.97
"""Words surer than this stand as they were read."""

_MOST = 90
"""A page with more words than a receipt prints is left to people."""

_LARGEST = 1.8
"""Words taller than so many usual ones are headlines and seals."""

_FINE = 26.0
"""Pixels that print is enlarged to before it is compared."""

_ROUGH = 0.6
"""The usual size of print, shares of the height of a text box."""

_TRIED = tuple(0.7 + 0.1 * step for step in range(9))
_SOFT = (0.10, 0.15, 0.20)
"""Sizes of print that are tried, shares of the usual one, and how far its edges are smeared, shares of its size."""

_ALIKE, _FIGURE, _CODE, _KNOWN = 0.78, 0.84, 0.92, 0.94
"""Likeness from which a phrase, a figure, one without a point, and a figure known from a code count as found."""

_WITNESSES = 2
"""Places that show the page's own digits; with fewer, drawn ones tell no more than the networks (measured)."""

_OFF, _ALONE = 1.2, 2.2
"""How much longer or shorter than its drawing a figure may be, and the least ink that holds a value, ems."""

_TOKEN, _DAY = re.compile(r"\d{1,9}\.\d\d|\d{5,20}"), re.compile(r"(19|20)\d{6}")
_READ = re.compile(r"-?\d{1,7}\.\d\d|\d{1,3}/.")
"""What the networks read as a figure by itself is no phrase, whatever its digits."""

_MONEY = tuple("#" * n + ".##" for n in range(1, 8))
_FORMS = {
    "money": _MONEY,
    "code": tuple("#" * n for n in range(6, 13)),
    "day": ("####-##-##", "####年##月##日"),
    "stay": ("####-##-##至####-##-##",),
}


@dataclass(frozen=True, eq=False)
class _Seen:
    """What a word may be: its ink, the best figure, the best phrase that stands alone, and labels by their text."""

    word: Word
    ink: Ink
    figure: Figure | None
    phrase: Spotted | None
    labels: Mapping[str, Spotted]


def told_by_shape(view: View, page: PageText) -> tuple[Look, ...]:
    """What the dim words of a page say by their shapes; nothing where its print does not show its own digits.

    Args:
        view: the upright frame in which the page was read.
        page: the page as it was read.
    """
    rough = _ROUGH * float(np.median([word.box[3] for word in page.words] or [0]))
    dim = [w for w in page.words if w.confidence < _DIM and w.box[3] <= _LARGEST / _ROUGH * rough]
    tokens = _tokens(page)
    if not tokens or not 0 < len(dim) <= _MOST:
        return ()
    whole = printed(view, rough, _FINE / rough)
    inks = [whole.around(word.box) for word in dim]
    known = _known(inks, tokens, _measured(inks, tokens))
    if len(known) < _WITNESSES:
        return ()
    face = learned(known)
    whole = replace(whole, em=face.em / whole.scale)
    seen = [_seen(whole, face, word) for word in dim]
    labels = labelled([one.labels for one in seen])
    looks = (_look(face, one, label) for one, label in zip(seen, labels, strict=True))
    return tuple(look for look in looks if look)


def _tokens(page: PageText) -> list[str]:
    """Figures that the page's codes say, and that are printed in the same form."""
    return sorted({t for code in page.codes for t in _TOKEN.findall(code.text) if not _DAY.fullmatch(t)})


def _measured(inks: Sequence[Ink], tokens: Sequence[str]) -> Typeface:
    """Size and softness of the print: those at which figures that must stand on the page are found most alike."""
    tried = [Typeface(size * _FINE, soft * size * _FINE) for size, soft in product(_TRIED, _SOFT)]
    return max(tried, key=lambda face: sum(evidence(_best(inks, face.drawn(token))) for token in tokens))


def _best(inks: Sequence[Ink], drawn: Ink) -> float:
    return max(fit(ink, drawn).likeness for ink in inks)


def _known(inks: Sequence[Ink], tokens: Sequence[str], face: Typeface) -> list[Known]:
    """Where those figures stand: they show the page's own digits."""
    pairs = ((ink, token) for ink in inks for token in tokens if fit(ink, face.drawn(token)).likeness > _ALIKE)
    return [one for ink, token in pairs if (one := known_figure(ink, token, face)).likeness >= _KNOWN]


def _seen(whole: Print, face: Typeface, word: Word) -> _Seen:
    ink = whole.around(word.box)
    found = [] if _READ.fullmatch(word.text) else [s for s in spots(ink, face, phrases()) if s.likeness >= _ALIKE]
    likely = sorted(found, key=lambda one: one.weight)
    figure = _clear(told(ink, face, _fitting(ink, face), Read(word.text, word.rivals)))
    phrase = next((one for one in reversed(likely) if not one.phrase.form), None)
    least = max(figure.weight if figure else 0.0, phrase.weight if phrase else 0.0)
    room = ink.shape[1] - _ALONE * face.em
    labels = {
        one.phrase.text: one
        for one in likely
        if one.phrase.form and one.weight > least and (one.phrase.text.endswith("：") or one.end < room)
    }
    return _Seen(word, ink, figure, phrase, labels)


def _clear(figure: Figure | None) -> Figure | None:
    """A figure that is alike enough; many digits without a point can be made to fit anything."""
    if figure is None:
        return None
    return figure if figure.likeness >= (_FIGURE if "." in figure.text or "/" in figure.text else _CODE) else None


def _fitting(ink: Ink, face: Typeface) -> list[str]:
    """The forms of figures that are about as long as the ink."""
    first, last = extent(ink, face.em)
    return [form for form in _alone() if abs(face.places(form)[-1] - face.em / 2 - (last - first)) < _OFF * face.em]


@lru_cache(maxsize=1)
def _alone() -> tuple[str, ...]:
    """Every form of a figure that stands by itself."""
    counts = (f"{'#' * n}/{unit}" for n in (1, 2, 3) for unit in units())
    return (*_MONEY, *counts, *_FORMS["stay"], *_FORMS["day"], *_FORMS["code"])


def _look(face: Typeface, seen: _Seen, label: str) -> Look | None:
    """What a word says by its shapes; None where nothing known is like it."""
    figure, phrase = seen.figure, seen.phrase
    if label:
        return _labelled(face, seen, seen.labels[label])
    if figure and (phrase is None or figure.weight > phrase.weight):
        return _of_figure(seen.word, "", figure)
    return _of_text(seen.word, phrase.phrase.text, phrase) if phrase else None


def _labelled(face: Typeface, seen: _Seen, label: Spotted) -> Look:
    """A label with what follows it."""
    word, text = seen.word, label.phrase.text
    rest = seen.ink[:, max(0, label.end - round(0.5 * face.em)) :]
    if rest.shape[1] < _ALONE * face.em:
        return _of_text(word, text, label)
    figure = told(rest, face, _FORMS.get(label.phrase.form, ()), Read(word.text, word.rivals))
    if figure and figure.likeness >= _FIGURE:
        return _of_figure(word, text, figure)
    return _of_text(word, text + (_value(face, rest, text) or _tail(word, face, rest)), label)


def _value(face: Typeface, ink: Ink, label: str) -> str:
    """The usual value of a label that the ink shows; empty where none is like it."""
    best: Spotted | None = max(spots(ink, face, usual_values(label)), key=lambda one: one.weight, default=None)
    return best.phrase.text if best and best.likeness >= _FIGURE else ""


def _tail(word: Word, face: Typeface, rest: Ink) -> str:
    """What the networks read after the label."""
    _, colon, after = word.text.replace(":", "：").partition("：")
    return after if colon else word.text[len(word.text) - round(rest.shape[1] / face.em) :]


def _of_text(word: Word, text: str, by: Spotted) -> Look:
    return Look(word.box, text, round(by.likeness, 4), 0.0, SHAPE)


def _of_figure(word: Word, before: str, figure: Figure) -> Look:
    rivals = tuple((place + len(before), digit, share) for place, digit, share in figure.rivals)
    return Look(word.box, before + figure.text, round(figure.likeness, 4), 0.0, SHAPE, rivals)
