"""Strengths as they are compared: ``0.25g*24粒/盒`` and ``250mg`` are one, in whatever unit they are printed."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from review.catalogue.names import normalise

_UNITS: dict[str, tuple[str, int | str]] = {
    "KG": ("MG", 1_000_000),
    "G": ("MG", 1000),
    "MG": ("MG", 1),
    "UG": ("MG", "0.001"),
    "ΜG": ("MG", "0.001"),
}
_UNITS |= {"L": ("ML", 1000), "ML": ("ML", 1), "毫克": ("MG", 1), "克": ("MG", 1000), "毫升": ("ML", 1)}
_UNITS |= {"万单位": ("IU", 10_000), "万IU": ("IU", 10_000), "万U": ("IU", 10_000), "单位": ("IU", 1), "IU": ("IU", 1)}
_UNITS |= {"U": ("IU", 1)}
_MEASURED = re.compile(rf"(\d+(?:\.\d+)?)({'|'.join(sorted(_UNITS, key=len, reverse=True))})(?![A-Z])")
_BRACKETS = re.compile(r"\([^()]*\)")
_PACK = re.compile(r"[*X×/(].*$")
_MANY = re.compile(r"(?<=[0-9GLU])[*X×].*$")


@lru_cache(20_000)
def strength(spec: str) -> str:
    """The strength of a printed specification in milligrams, millilitres and units, without pack; empty for none."""
    text = _PACK.sub("", _MANY.sub("", normalise(spec.replace("*", "×").replace("＊", "×").upper())))
    return _MEASURED.sub(_in_base, text)


@lru_cache(20_000)
def amounts(spec: str) -> frozenset[str]:
    """Every weight, volume and number of units a printed specification names outside brackets, in any order."""
    text = _BRACKETS.sub("", normalise(spec.replace("*", "×").replace("＊", "×").upper()))
    return frozenset(map(_in_base, _MEASURED.finditer(text)))


def _in_base(found: re.Match[str]) -> str:
    unit, factor = _UNITS[found[2]]
    amount = (Decimal(found[1]) * Decimal(factor)).normalize()
    return f"{amount:f}{unit}"
