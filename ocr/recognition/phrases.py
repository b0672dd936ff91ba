"""Phrases that receipts print, known again in print too soft to be spelled: by what the network thinks of each in turn.

A caption that was read with half its characters wrong is often the only known one that fits the network's
probabilities. Used where whatever is read asks.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from ocr.recognition.decoding import Keep, decode_line
from resources import ROOT

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from ocr.recognition.decoding import Seen
    from ocr.recognition.runtimes import Floats

_LEAST = -4.0
"""How much less likely than the freest reading a phrase may be, as the mean logarithm a character."""

_CLEAR = 0.5
"""How much likelier than any other it must be, the same."""

_FLOOR = 6e-6
"""No character is thought less likely than so: one that cannot be seen does not rule a phrase out."""

_NEVER = -1e9

_MANY = Keep(5, 0.003)
"""Runner-up characters of soft print are often the right ones."""


class Phrase(NamedTuple):
    """A printed phrase; a label has a colon and a value behind it, and stands on a form once."""

    text: str
    label: bool = False


@dataclass(frozen=True, slots=True)
class Likely:
    """What a line may say as a phrase puts it, how likely that is (0 or less), and the label that it would use up."""

    weight: float
    seen: Seen
    label: str = ""


class Spelling:
    """Phrases as states of the network's classes, a blank between every two characters, tried side by side."""

    def __init__(self, phrases: Sequence[Phrase], characters: Sequence[str]) -> None:
        """Phrases with characters that the network does not know are left out."""
        classes = {character: index for index, character in enumerate(characters) if character}
        self.phrases = [phrase for phrase in phrases if set(phrase.text) <= classes.keys()]
        self._lengths = np.array([len(phrase.text) for phrase in self.phrases], np.int64)
        self._states = np.zeros((len(self.phrases), 2 * max(self._lengths, default=0) + 1), np.int64)
        for row, phrase in enumerate(self.phrases):
            self._states[row, 1 : 2 * len(phrase.text) : 2] = [classes[character] for character in phrase.text]
        self._leaps = np.zeros(self._states.shape, bool)
        self._leaps[:, 3::2] = self._states[:, 3::2] != self._states[:, 1:-2:2]

    def weights(self, chances: Floats) -> tuple[NDArray[np.float64], NDArray[np.int64]]:
        """How likely each phrase is beside the freest reading, by character, and the step after it.

        A label may be followed by anything, another phrase by nothing.

        Args:
            chances: time steps x classes, probabilities.
        """
        if not self.phrases or not len(chances):
            return np.full(len(self.phrases), _NEVER), np.zeros(len(self.phrases), np.int64)
        logs = np.log(np.maximum(chances, _FLOOR))
        free = logs.max(axis=1)
        rest = np.append(np.cumsum(free[::-1])[::-1], 0.0)
        ends = self._paths(logs)
        open_ended = np.array([phrase.label for phrase in self.phrases])
        totals = np.where(
            open_ended, ends + rest[1:, None], np.where(np.arange(len(ends))[:, None] == len(ends) - 1, ends, _NEVER)
        )
        after = totals.argmax(axis=0)
        return (totals.max(axis=0) - rest[0]) / self._lengths, after + 1

    def _paths(self, logs: Floats) -> NDArray[np.float64]:
        """The best path through each phrase that ends at each step: steps x phrases."""
        rows, last = np.arange(len(self.phrases)), 2 * self._lengths
        ends = np.full((len(logs), len(rows)), _NEVER)
        path = np.full(self._states.shape, _NEVER)
        path[:, :2] = logs[0, self._states[:, :2]]
        for step in range(len(logs)):
            if step:
                path = self._onward(path) + logs[step, self._states]
            ends[step] = np.maximum(path[rows, last], path[rows, last - 1])
        return ends

    def _onward(self, path: NDArray[np.float64]) -> NDArray[np.float64]:
        """Each state is reached from itself, the one before, or past a blank from the character before."""
        best = path.copy()
        best[:, 1:] = np.maximum(best[:, 1:], path[:, :-1])
        best[:, 2:] = np.where(self._leaps[:, 2:], np.maximum(best[:, 2:], path[:, :-2]), best[:, 2:])
        return best


def decode_soft(chances: Floats, characters: Sequence[str]) -> Seen:
    """The freest reading of a line, and the phrases that it may be."""
    known = _known(tuple(characters))
    free = decode_line(chances, characters, _MANY)
    weights, after = known.forms.weights(chances)
    likely = (
        Likely(
            float(weights[n]), _put(free, known, int(n), chances[after[n] :], characters), phrase.text * phrase.label
        )
        for n, phrase in enumerate(known.forms.phrases)
        if weights[n] >= _LEAST
    )
    return replace(free, likely=tuple(likely))


def settled(lines: Sequence[Seen]) -> tuple[Seen, ...]:
    """The lines of a page with their phrases: the likeliest first, no label twice, none where two fit about alike."""
    told = [replace(line, likely=()) for line in lines]
    open_ = {at: list(line.likely) for at, line in enumerate(lines) if line.likely}
    while clear := {at: best for at, found in open_.items() if (best := _clearest(found))}:
        at = max(clear, key=lambda at: clear[at].weight)
        told[at] = clear[at].seen
        del open_[at]
        open_ = {
            n: [one for one in found if not one.label or one.label != clear[at].label] for n, found in open_.items()
        }
    return tuple(told)


def _clearest(found: Sequence[Likely]) -> Likely | None:
    first, *others = sorted((one.weight for one in found), reverse=True) or [_NEVER]
    if first == _NEVER or (others and first - others[0] < _CLEAR):
        return None
    return next(one for one in found if one.weight == first)


@dataclass(frozen=True, eq=False)
class _Known:
    """Labels and headings, and the usual values by label, spelled for one network."""

    forms: Spelling
    values: Mapping[str, Spelling]


@lru_cache(maxsize=2)
def _known(characters: tuple[str, ...]) -> _Known:
    kept = tomllib.loads((ROOT / "reading" / "phrases.toml").read_text(encoding="utf-8"))
    labels = [Phrase(f"{name}：", label=True) for names in kept["labels"].values() for name in names]
    alone = [Phrase(name) for names in kept["alone"].values() for name in names]
    values = {f"{label}：": Spelling([Phrase(v) for v in usual], characters) for label, usual in kept["values"].items()}
    return _Known(Spelling([*labels, *alone], characters), values)


def _put(free: Seen, known: _Known, at: int, rest: Floats, characters: Sequence[str]) -> Seen:
    """The line with a phrase in place of what was read there; a usual value behind a label as well."""
    phrase = known.forms.phrases[at].text
    value = decode_line(rest, characters, _MANY) if len(rest) else replace(free, text="", rivals=())
    usual = _usual(known.values.get(phrase), rest)
    rivals = () if usual else tuple((index + len(phrase), character, share) for index, character, share in value.rivals)
    return replace(free, text=phrase + (usual or value.text), rivals=rivals)


def _usual(values: Spelling | None, rest: Floats) -> str:
    if values is None or not len(rest):
        return ""
    weights, _ = values.weights(rest)
    order = np.argsort(-weights)
    clear = len(order) == 1 or weights[order[0]] - weights[order[1]] >= _CLEAR
    return values.phrases[order[0]].text if clear and weights[order[0]] >= _LEAST else ""
