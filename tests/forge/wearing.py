"""Damage drawn by chance from forms/wear.toml: clean, scanned, photographed, faxed, or seen on a screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.forge.style import table
from tests.forge.wear import Wear

if TYPE_CHECKING:
    from random import Random

WHOLE = {"turn": (90, 180, 270), "exif": (3, 6, 8), "gray": (True,), "phone": (True,)}
"""Damage that is there or not, or comes in steps."""

LOW, HIGH, PLAIN = (75, 100), (400, 600), (120, 320)
"""Dots an inch of bad, needless and usual scans."""


def _strength(name: str, chance: list[float], rng: Random) -> float:
    if rng.random() >= chance[0]:
        return 0.0
    return rng.choice(WHOLE[name]) if name in WHOLE else round(rng.uniform(chance[1], chance[2]), 2)


def _scale(way: dict[str, Any], dpi: int, rng: Random) -> float:
    """From the resolution of drawing to that of the scan; mostly none."""
    drawn = rng.random()
    if drawn < way.get("low", 0.0):
        return rng.randint(*LOW) / dpi
    return rng.randint(*HIGH) / dpi if drawn > 1 - way.get("high", 0.0) else 0.0


def any_wear(rng: Random, dpi: int) -> Wear:
    """The damage of one page that was drawn at a resolution."""
    ways = table("wear")["ways"]
    way = rng.choices(ways, weights=[w["chance"] for w in ways])[0]
    drawn: dict[str, Any] = {
        name: _strength(name, chance, rng)
        for name, chance in way.items()
        if isinstance(chance, list) and name != "quality"
    }
    return Wear(**{"noise": 0.0, **drawn, "quality": rng.randint(*way["quality"]), "scale": _scale(way, dpi, rng)})
