"""Typefaces that lines are set in, found on this machine."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from PIL import ImageFont

from tools.soft_print.sources import table

if TYPE_CHECKING:
    from collections.abc import Sequence
    from random import Random

EM = 40
"""Pixels an em at which lines are set, before they are shrunk."""

SYSTEM = Path("/usr/share/fonts")
FACES = Path(__file__).with_name("faces.toml")

_OWN = 10 / 17
"""Share of lines whose digits and letters are the Chinese face's own."""

_NOWHERE = "\U0010ffff"
"""A sign that no face has."""


@dataclass(frozen=True, slots=True)
class Face:
    """A typeface: its file and its number in there."""

    path: Path
    index: int

    @property
    def font(self) -> ImageFont.FreeTypeFont:
        """The face at its size."""
        return _font(self.path, self.index)

    def has(self, text: str) -> bool:
        """Whether the face has every sign of a text."""
        return all(_has(self, sign) for sign in text if not sign.isspace())


@dataclass(frozen=True, slots=True)
class Case:
    """All typefaces, each with its share."""

    chinese: tuple[tuple[Face, float], ...]
    latin: tuple[tuple[Face, float], ...]

    def pair(self, text: str, rng: Random) -> tuple[Face, Face] | None:
        """A face for a text, and one for its ASCII signs; none when no Chinese face has all others."""
        able = [(face, share) for face, share in self.chinese if face.has(text)]
        if not able:
            return None
        main = _drawn(able, rng)
        return main, main if rng.random() < _OWN else _drawn(self.latin, rng)


def case(folders: Sequence[Path] = (SYSTEM,)) -> Case:
    """The typefaces of faces.toml in these folders and those below; FileNotFoundError names what is missing."""
    files = {path.name: path for folder in folders for path in sorted(folder.rglob("*.tt[cf]"))}
    told = table(FACES)
    lacking = {
        package: names
        for group in told.values()
        for package, rows in group.items()
        if (names := [name for name, *_ in rows if name not in files])
    }
    if lacking:
        wanted = "; ".join(f"{package}: {', '.join(these)}" for package, these in lacking.items())
        where = ", ".join(map(str, folders))
        raise FileNotFoundError(f"typefaces missing in {where}, by Debian package: {wanted}")
    return Case(*(tuple(_faces(files, told[group])) for group in ("chinese", "latin")))


def _faces(files: dict[str, Path], group: dict[str, list[tuple[str, int, float]]]) -> list[tuple[Face, float]]:
    return [(Face(files[name], index), share) for rows in group.values() for name, index, share in rows]


def _drawn(faces: Sequence[tuple[Face, float]], rng: Random) -> Face:
    return rng.choices([face for face, _ in faces], [share for _, share in faces])[0]


@lru_cache(64)
def _font(path: Path, index: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(path, EM, index=index)


@lru_cache(200_000)
def _has(face: Face, sign: str) -> bool:
    """Whether the face draws a sign otherwise than one it does not have."""
    return bytes(face.font.getmask(sign)) != _box(face)


@lru_cache(64)
def _box(face: Face) -> bytes:
    return bytes(face.font.getmask(_NOWHERE))
