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
    """

    longest: float = 6.25
    sure: float = 0.97
    amount: float = 0.97
    near: tuple[float, float] = (-0.015, 0.135)
    far: float = 0.135

    def holds(self, line: Seen) -> bool:
        """Whether what was read is sure, and all of the picture is accounted for."""
        text = unicodedata.normalize("NFKC", line.text.strip())
        if not text or line.spread < (self.amount if _AMOUNT.fullmatch(text) else self.sure):
            return False
        least, most = self.near
        return least <= line.off <= (most if text[0] < _BROAD else self.far)


def trust_of(folder: Path) -> Trust:
    """How far the weights of a model folder are trusted; less where nobody measured them."""
    with (folder / "inference.onnx").open("rb") as stream:
        return _measured().get(hashlib.file_digest(stream, "sha256").hexdigest(), Trust())


@cache
def _measured() -> Mapping[str, Trust]:
    return {row["sha256"]: _trust(row) for row in tomllib.loads(MEASURED.read_text("utf-8"))["weights"]}


def _trust(row: Mapping[str, Any]) -> Trust:
    return Trust(row["longest"], row["sure"], row["amount"], tuple(row["near"]), row["far"])
