"""Forges claims: `python -m tests.forge --seed 7 --count 5 --out DIR`, or `--samples` for the shipped samples."""

from __future__ import annotations

import argparse
from pathlib import Path
from random import Random

from tests.forge.bundle import write_plan, write_random
from tests.forge.looks import any_look
from tests.forge.plan import read_plan
from tests.forge.stock import any_case

PLANS = Path(__file__).with_name("plans")
SAMPLES = Path(__file__).parents[2] / "resources" / "samples"


def forge(seed: int, count: int, out: Path) -> None:
    """Write claims by chance; the same seed gives the same claims."""
    out.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        rng = Random(f"{seed}/{number}")  # noqa: S311 - a repeatable drawing, not a secret
        write_random(any_case(rng), any_look(rng), rng, out / f"bundle-{seed}-{number:03d}")


def main() -> None:
    """Read the arguments and forge."""
    parser = argparse.ArgumentParser(prog="python -m tests.forge", description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=1)
    parser.add_argument("--out", type=Path, default=Path("build/forged"))
    parser.add_argument("--samples", action="store_true", help="write resources/samples from the written plans")
    chosen = parser.parse_args()
    if not chosen.samples:
        forge(chosen.seed, chosen.count, chosen.out)
        return
    for plan in sorted(PLANS.glob("*.toml")):
        write_plan(read_plan(plan), SAMPLES / plan.stem)


if __name__ == "__main__":
    main()
