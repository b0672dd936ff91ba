"""Forges papers: `python -m tests.forge --seed 7 --count 100 --out DIR`, or `--samples` for the shipped samples."""

from __future__ import annotations

import argparse
from pathlib import Path

from tests.forge.forging import forge
from tests.forge.kinds import KINDS
from tests.forge.originals import forge_originals
from tests.forge.samples.bundle import write_plan
from tests.forge.samples.plan import read_plan

PLANS = Path(__file__).parent / "samples" / "plans"
SAMPLES = Path(__file__).parents[2] / "resources" / "samples"


def main() -> None:
    """Read the arguments and forge."""
    parser = argparse.ArgumentParser(prog="python -m tests.forge", description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=10, help="pages to forge")
    parser.add_argument("--out", type=Path, default=Path("build/forged"))
    parser.add_argument("--kinds", nargs="*", default=(), choices=tuple(KINDS))
    parser.add_argument("--layouts", nargs="*", default=(), help="only papers of these layouts, as truths name them")
    parser.add_argument("--originals", action="store_true", help="forge PDF, OFD and XML files instead of pictures")
    parser.add_argument("--samples", action="store_true", help="write resources/samples from the written plans")
    chosen = parser.parse_args()
    if chosen.samples:
        for plan in sorted(PLANS.glob("*.toml")):
            write_plan(read_plan(plan), SAMPLES / plan.stem)
    elif chosen.originals:
        forge_originals(chosen.seed, chosen.count, chosen.out)
    else:
        forge(chosen.seed, chosen.count, chosen.out, chosen.kinds, chosen.layouts)


if __name__ == "__main__":
    main()
