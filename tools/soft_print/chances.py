"""How often things happen to a line: the shares of wear.toml."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from tools.soft_print.sources import table

if TYPE_CHECKING:
    from random import Random

SHARES: dict[str, float] = table(Path(__file__).with_name("wear.toml"))


def happens(rng: Random, what: str) -> bool:
    """Whether it happens this time."""
    return rng.random() < SHARES[what]


def one_of(rng: Random, *names: str) -> str:
    """One of several that shut each other out, by their shares."""
    return rng.choices(names, [SHARES[name] for name in names])[0]
