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


def forge(seed: int, count: int, out: Path, kinds: Collection[str] = (), layouts: Collection[str] = ()) -> None:
    """Write so many pages with their truth; the same seed gives the same pages. ``layouts`` leaves out all others.

    Pages of one paper lie in any order; where the count is reached the rest of a pile is lost, as happens at desks.
    """
    out.mkdir(parents=True, exist_ok=True)
    made = 0
    for number in numbers():
        if made >= count:
            return
        rng = Random(f"{seed}/{number}")  # noqa: S311 - a repeatable drawing, not a secret
        name, papers = any_papers(rng, kinds)
        if layouts and papers[0].layout not in layouts:
            continue
        pile = rng.sample(papers, len(papers))[: count - made]
        for place, paper in enumerate(pile, start=1):
            write_page(paper, any_wear(rng, paper.dpi), out / f"{name}-{seed}-{number:03d}-{place}", rng)
        made += len(pile)
