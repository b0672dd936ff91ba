"""Texts that medical papers print, drawn from the templates and shares of texts.toml; the same seed writes the same."""

from __future__ import annotations

import re
from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from tests.forge.figures import in_words
from tools.soft_print.sources import TEXTS, table

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

    from tools.soft_print.sources import Words

_SLOT = re.compile(r"\{(\w+)\}")
_DAYS = ("{0:%Y-%m-%d}",) * 4 + (
    "{0:%Y}年{0:%m}月{0:%d}日",
    "{0.year}年{0.month}月{0.day}日",
    "{0.year}/{0.month}/{0.day}",
    "{0:%Y.%m.%d}",
    "{0:%Y%m%d}",
    "{0:%m-%d}",
)
_PLAIN = "0123456789ABCDEFGHJKLMNPQRSTUVWXYZ"
_SIGNS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz./-:*%()+"


class Writer:
    """Writes one text after the other."""

    def __init__(self, rng: Random, words: Words) -> None:
        """Keep where chance and words come from."""
        self._rng, self._words = rng, words
        templates = table(TEXTS)["templates"]
        self._templates = {name: (list(shares), list(shares.values())) for name, shares in templates.items()}

    def text(self, kind: str = "text") -> str:
        """A text of a kind: the name of a template, of something made, or of a list of words."""
        if kind in self._templates:
            template = self._rng.choices(*self._templates[kind])[0]
            return _SLOT.sub(lambda slot: self.text(slot[1]), template)
        return MADE[kind](self._rng) if kind in MADE else self._rng.choice(self._words[kind])


def amount(rng: Random, decimals: int = 2) -> Decimal:
    """An amount of money below 100,000 yuan, small ones as likely as large ones; one in twelve is nothing."""
    digits = 0 if rng.random() < 1 / 12 else round(10 ** rng.uniform(decimals - 1, decimals + 5))
    return Decimal(digits).scaleb(-decimals)


def in_capitals(rng: Random) -> str:
    """An amount in words, its unit and its end written one way or another."""
    text = in_words(amount(rng))
    if text.endswith("角") and rng.random() < 0.7:  # noqa: PLR2004 - a share
        text += "整"
    return text.replace("元", rng.choice("元元元圆")).replace("整", rng.choice("整正"))


def _count(rng: Random) -> str:
    """How often or how much."""
    whole = str(rng.choice((rng.randint(1, 30), rng.randint(1, 30), rng.randint(30, 900))))
    return rng.choice((whole, whole, whole, f"{whole}.00", f"{rng.uniform(0.1, 30):.2f}", f"{rng.uniform(0, 9):.1f}"))


def _date(rng: Random) -> str:
    return rng.choice(_DAYS).format(date(2012, 1, 1) + timedelta(days=rng.randrange(16 * 365)))


def _clock(rng: Random) -> str:
    hour, minute, second = (rng.randrange(below) for below in (24, 60, 60))
    return rng.choice((f"{hour:02}:{minute:02}", f"{hour:02}:{minute:02}:{second:02}"))


def _code(rng: Random) -> str:
    """Letters and digits without meaning."""
    return _row(rng, rng.choice(("0123456789abcdef", _PLAIN)), 6, 20)


def _row(rng: Random, signs: str, least: int, most: int) -> str:
    return "".join(rng.choices(signs, k=rng.randint(least, most)))


MADE: dict[str, Callable[[Random], str]] = {
    "sum": lambda rng: str(amount(rng)),
    "thousands": lambda rng: f"{amount(rng):,}",
    "price": lambda rng: str(amount(rng, rng.choice((2, 2, 2, 2, 4, 3, 1, 0)))),
    "words": in_capitals,
    "count": _count,
    "date": _date,
    "clock": _clock,
    "number": lambda rng: _row(rng, "0123456789", 6, 20),
    "code": _code,
    "signs": lambda rng: _row(rng, _SIGNS, 2, 12),
}
"""What is made up each time."""
