"""How far what quick weights read is trusted: thresholds that belong to the weights, measured on many lines."""

from __future__ import annotations

import hashlib
import re
import tomllib
import unicodedata
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from ocr.recognition.manifest import FOLDER

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from ocr.recognition.decoding import Seen

MEASURED = FOLDER / "trust.toml"

_AMOUNT = re.compile(r"[¥￥]?-?\d{1,3}(,?\d{3})*\.\d{2}")
"""An amount with its point and its cents: one that lost a sign inside is none any more."""

_WHOLE = re.compile(r"[¥￥]?-?(\d{1,2}|\d{1,3}(,?\d{3})*\.\d{2,4}|\d{4}-\d\d-\d\d)|\D+")
"""One or two figures, a number with its point, a date with its strokes, words without figures: of other lines with
figures a point or a figure may be lost inside, and nothing at their ends would show it."""

_BROAD = "\u0250"
"""Characters before this one are narrow: figures, Latin letters, signs."""


@dataclass(frozen=True, slots=True)
class Trust:
    """When a line stands as quick weights read it.

    A character that was overlooked at one end of a line shifts the middle of the others away from the middle of the
    picture, however sure these are: half a sign of minus before figures, half a broad character before broad ones.

    Attributes:
        longest: length to height of a line up to which quick weights are asked: of longer ones they are seldom sure.
        sure: probability of its weakest character from which a line stands.
        amount: the same for a whole amount.
        near: how far right of the middle the characters may lie, in line heights, from and to.
        far: to where they may lie if the first of them is broad.
        bare: ink before and behind the characters that is theirs all the same, in line heights.
        broad: the same beside broad characters.
    """

    longest: float = 6.25
    sure: float = 0.97
    amount: float = 0.97
    near: tuple[float, float] = (-0.015, 0.135)
    far: float = 0.135
    bare: tuple[float, float] = (0.0, 0.0)
    broad: tuple[float, float] = (0.0, 0.0)

    def holds(self, line: Seen) -> bool:
        """Whether what was read is sure, and all of the picture is accounted for."""
        least, most = self.near
        return self._is_sure(line) and least <= line.off <= (self.far if _is_broad(_told(line)[0]) else most)

    def is_whole(self, line: Seen) -> bool:
        """Whether what was read is sure, and so formed that nothing inside can have been overlooked unseen."""
        return self._is_sure(line) and _WHOLE.fullmatch(_told(line)) is not None

    def covers(self, line: Seen, ink: tuple[float, float] | None) -> bool:
        """Whether the characters reach to both ends of the line's ink."""
        if ink is None:
            return False
        text, (begin, end) = _told(line), line.ends
        return begin - ink[0] <= self._spare(text[0])[0] and ink[1] - end <= self._spare(text[-1])[1]

    def _spare(self, character: str) -> tuple[float, float]:
        return self.broad if _is_broad(character) else self.bare

    def _is_sure(self, line: Seen) -> bool:
        text = _told(line)
        return bool(text) and line.spread >= (self.amount if _AMOUNT.fullmatch(text) else self.sure)


def _told(line: Seen) -> str:
    return unicodedata.normalize("NFKC", line.text.strip())


def _is_broad(character: str) -> bool:
    return character >= _BROAD


def trust_of(folder: Path) -> Trust:
    """How far the weights of a model folder are trusted; less where nobody measured them."""
    with (folder / "inference.onnx").open("rb") as stream:
        return _measured().get(hashlib.file_digest(stream, "sha256").hexdigest(), Trust())


@cache
def _measured() -> Mapping[str, Trust]:
    return {row["sha256"]: _trust(row) for row in tomllib.loads(MEASURED.read_text("utf-8"))["weights"]}


def _trust(row: Mapping[str, Any]) -> Trust:
    spans = {name: tuple(row[name]) for name in ("near", "bare", "broad")}
    return Trust(longest=row["longest"], sure=row["sure"], amount=row["amount"], far=row["far"], **spans)
