"""Forging by seed: so many pages of any kind, each with its truth beside it."""

from __future__ import annotations

from itertools import count as numbers
from random import Random
from typing import TYPE_CHECKING

from tests.forge.kinds import any_papers
from tests.forge.pages import write_page
from tests.forge.wearing import any_wear

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

PATIENCE = 10
"""How many drawings may be too long for the pages that are left, for each page wanted."""


def forge(seed: int, count: int, out: Path, kinds: Collection[str] = ()) -> None:
    """Write so many pages with their truth; the same seed gives the same pages. Pages of one paper lie in any order."""
    out.mkdir(parents=True, exist_ok=True)
    made = 0
    for number in numbers():
        if made >= count:
            return
        rng = Random(f"{seed}/{number}")  # noqa: S311 - a repeatable drawing, not a secret
        name, papers = any_papers(rng, kinds)
        if len(papers) > count - made and number < PATIENCE * count:
            continue
        for place, paper in enumerate(rng.sample(papers, len(papers)), start=1):
            write_page(paper, any_wear(rng, paper.dpi), out / f"{name}-{seed}-{number:03d}-{place}", rng)
        made += len(papers)
