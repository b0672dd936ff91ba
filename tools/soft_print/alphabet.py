"""Classes of a recogniser: which stand for characters that our papers print, and how a text is spelt in them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

SIGNS = "￥¥：，。；、（）【】《》“”‘’…—·～×÷±≥≤℃①②③④⑤⑥⑦⑧⑨⑩ⅠⅡⅢⅣⅤ★●▲△□√\u3000"
"""Signs that papers print beyond common characters and ASCII."""


@dataclass(frozen=True, slots=True)
class Alphabet:
    """What each class stands for: the blank first, the space last."""

    characters: tuple[str, ...]

    def coded(self, text: str) -> list[int] | None:
        """The classes of a text without its blanks, which official weights do not say; none if a sign has no class."""
        known = {character: index for index, character in enumerate(self.characters) if character}
        codes = [known.get(character, 0) for character in "".join(text.split())]
        return codes if codes and all(codes) else None

    def read(self, classes: Sequence[int]) -> str:
        """What a row of likeliest classes says: repeats are one, blanks are nothing."""
        pairs = zip(classes, (0, *classes), strict=False)
        return "".join(self.characters[now] for now, before in pairs if now != before)

    def kept(self, texts: Iterable[str]) -> list[int]:
        """Classes worth keeping: common characters, ASCII, signs and those of the texts; blank and space always."""
        wanted = common() | ascii_signs() | set(SIGNS).union(*texts)
        last = len(self.characters) - 1
        return [index for index, sign in enumerate(self.characters) if sign in wanted or index in {0, last}]

    def only(self, keep: Sequence[int]) -> Alphabet:
        """The alphabet of the kept classes; raises ValueError unless blank and space are kept, in their places."""
        if not keep or (keep[0], keep[-1]) != (0, len(self.characters) - 1) or list(keep) != sorted(set(keep)):
            raise ValueError("kept classes must rise from the blank, 0, to the space, the last one")
        return Alphabet(tuple(self.characters[index] for index in keep))


def common() -> set[str]:
    """The 3,755 characters of GB 2312's first level."""
    pairs = (bytes((high, low)) for high in range(0xB0, 0xD8) for low in range(0xA1, 0xFF))
    return {text for pair in pairs if len(text := pair.decode("gb2312", "ignore")) == 1}


def ascii_signs() -> set[str]:
    """Everything ASCII prints but the space."""
    return {chr(code) for code in range(33, 127)}
