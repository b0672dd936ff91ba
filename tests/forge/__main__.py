"""Forges papers: `python -m tests.forge --seed 7 --count 100 --out DIR`, or `--samples` for the shipped samples."""

from __future__ import annotations

import argparse
from itertools import count as numbers
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from tests.forge.bundle import write_plan
from tests.forge.kinds import KINDS, any_papers
from tests.forge.originals import forge_originals
from tests.forge.pages import write_page
from tests.forge.plan import read_plan
from tests.forge.wearing import any_wear

if TYPE_CHECKING:
    from collections.abc import Collection

PLANS = Path(__file__).with_name("plans")
SAMPLES = Path(__file__).parents[2] / "resources" / "samples"


def forge(seed: int, count: int, out: Path, kinds: Collection[str] = ()) -> None:
    """Write so many pages with their truth; the same seed gives the same pages. Pages of one paper lie in any order."""
    out.mkdir(parents=True, exist_ok=True)
    made = 0
    for number in numbers():
        if made >= count:
            return
        rng = Random(f"{seed}/{number}")  # noqa: S311 - a repeatable drawing, not a secret
        name, papers = any_papers(rng, kinds)
        if len(papers) > count - made and number < 10 * count:
            continue
        for place, paper in enumerate(rng.sample(papers, len(papers)), start=1):
            write_page(paper, any_wear(rng, paper.dpi), out / f"{name}-{seed}-{number:03d}-{place}", rng)
        made += len(papers)


def main() -> None:
    """Read the arguments and forge."""
    parser = argparse.ArgumentParser(prog="python -m tests.forge", description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=10, help="pages to forge")
    parser.add_argument("--out", type=Path, default=Path("build/forged"))
    parser.add_argument("--kinds", nargs="*", default=(), choices=tuple(KINDS))
    parser.add_argument("--originals", action="store_true", help="forge PDF, OFD and XML files instead of pictures")
    parser.add_argument("--samples", action="store_true", help="write resources/samples from the written plans")
    chosen = parser.parse_args()
    if chosen.samples:
        for plan in sorted(PLANS.glob("*.toml")):
            write_plan(read_plan(plan), SAMPLES / plan.stem)
    elif chosen.originals:
        forge_originals(chosen.seed, chosen.count, chosen.out)
    else:
        forge(chosen.seed, chosen.count, chosen.out, chosen.kinds)


if __name__ == "__main__":
    main()
