"""A pack among those it inherits from: regions that lie within each other, and days everybody has reviewed."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

from review.packs.lint_doubt import Doubt

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Tree = dict[str, Any]


def line_in_doubt(line: Sequence[Tree]) -> Iterator[Doubt]:
    """Doubts about a pack and those above it, from the pack itself upwards."""
    for lower, upper in pairwise(line):
        yield from _region(lower, upper)
        yield from _days(lower, upper)


def _region(lower: Tree, upper: Tree) -> Iterator[Doubt]:
    within, region = str(upper.get("region", "")).rstrip("0"), str(lower.get("region", ""))
    if not region.startswith(within):
        message = f"地区 {region} 不在上级“{upper.get('title', '')}”的地区 {upper.get('region', '')} 之内。"
        yield Doubt("fault", "region", message, "请按国家、省、市、县的次序继承，并核对行政区划代码。")


def _days(lower: Tree, upper: Tree) -> Iterator[Doubt]:
    first, last = str(upper.get("effective_from", "")), str(upper.get("reviewed_until", ""))
    if str(lower.get("effective_from", "")) < first or str(lower.get("reviewed_until", "")) > last:
        message = f"上级“{upper.get('title', '')}”只核对过 {first} 至 {last}，本政策包的期间超出了它。"
        yield Doubt("warning", "effective_from", message, "请核对继承来的数在这些日子是否适用，不适用的在本级写明。")
