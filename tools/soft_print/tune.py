"""Tunes an official PaddleOCR recogniser for print that is small and soft, and writes it as a folder of the same form.

Usage: python -m tools.soft_print.tune --weights FOLDER --out FOLDER [--minutes N] [--faces DIR ...] [--names FILE ...]

Lines are drawn with words of this project (texts.toml, sources.py) and of any lists given with --names: a name a line,
or FILE.csv:COLUMN. No page of anybody is looked at. The weights in resources/models/soft_print were tuned from
PP-OCRv6_small_rec with names of drugs, services and diagnoses of public price lists and catalogues besides.

Needs torch and onnx in an environment of its own, and the typefaces of faces.toml, which a Debian system has in
fonts-noto-cjk, fonts-noto-cjk-extra, fonts-arphic-uming, fonts-arphic-ukai, fonts-wqy-zenhei, fonts-wqy-microhei,
fonts-liberation and fonts-dejavu-core. The same seed draws the same lines; how many of them are learnt in the time
depends on the machine (two cores: about 40 steps of 32 lines a minute; 6 GB of memory). Where it does other work
besides, OMP_WAIT_POLICY=PASSIVE keeps torch from turning in circles.
"""

from __future__ import annotations

import argparse
import time
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import chain, islice
from multiprocessing import Process, Queue
from pathlib import Path
from signal import SIGTERM, default_int_handler, signal
from typing import TYPE_CHECKING

import cv2

from ocr.recognition.models import recognition_model
from tools.soft_print.alphabet import Alphabet
from tools.soft_print.batches import Recipe, batches, samples
from tools.soft_print.export import export
from tools.soft_print.faces import SYSTEM, case
from tools.soft_print.learning import Learner, read_right
from tools.soft_print.network import Network
from tools.soft_print.sources import names_in, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from tools.soft_print.batches import Batch

_WAITING = 6
"""Batches drawn ahead."""

_TOLD, _WRITTEN = 50, 360
"""Steps between words of progress; seconds between folders written."""

_CHECKED, _CHECK_SEED = 120, 77
"""Lines of each kind that reading is measured on, and the seed they are drawn with."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What is tuned into what, for how long, how fast, and the seed of the lines."""

    weights: Path
    out: Path
    minutes: float
    rate: float
    seed: int


class Tuning:
    """A network that learns, measured and written from time to time."""

    def __init__(self, plan: Plan, recipe: Recipe, keep: Sequence[int]) -> None:
        """Read the official network, keep the classes wanted, draw the lines that reading is measured on."""
        self._plan, self._alphabet, self._keep = plan, recipe.alphabet, keep
        self._checks = {
            name: list(islice(samples(replace(recipe, soft=soft), _CHECK_SEED), _CHECKED))
            for name, soft in (("soft", 1.0), ("clear", 0.0))
        }
        self._network = Network(plan.weights / "inference.onnx")
        self._network.keep(keep)
        self._learner = Learner(self._network, plan.rate)

    def run(self, lines: Iterable[Batch]) -> None:
        """Learn until the time is over, counted from the first batch; the folder is written every few minutes."""
        self.write()
        began = written = 0.0
        for batch in lines:
            now = time.monotonic()
            began, written = began or now, written or now
            done = (now - began) / 60 / self._plan.minutes
            if done >= 1:
                break
            loss = self._learner.learn(batch, done)
            if self._learner.steps % _TOLD == 0:
                print(f"{(now - began) / 60:.1f} min, step {self._learner.steps}, loss {loss:.3f}", flush=True)
            if now - written > _WRITTEN:
                self.write()
                written = now
        self.write()

    def write(self) -> None:
        """Say how many lines are read right, and write the folder."""
        with self._learner.settled():
            shares = {name: read_right(self._network, self._alphabet, lines) for name, lines in self._checks.items()}
            export(self._network.model(), self._keep, self._plan.weights, self._plan.out)
        print(f"    read right: {shares}; {self._plan.out} written after step {self._learner.steps}", flush=True)


@contextmanager
def drawn_ahead(recipe: Recipe, seed: int) -> Iterator[Iterator[Batch]]:
    """Batches without end, drawn by a process of their own."""
    waiting: Queue[Batch] = Queue(_WAITING)
    drawing = Process(target=_draw, args=(recipe, seed, waiting), daemon=True)
    drawing.start()
    try:
        yield iter(waiting.get, None)
    finally:
        drawing.terminate()
        drawing.join()


def _draw(recipe: Recipe, seed: int, waiting: Queue[Batch]) -> None:
    cv2.setNumThreads(1)
    for batch in batches(recipe, seed):
        waiting.put(batch)


def main() -> None:
    """Read the arguments and tune."""
    about, *more = __doc__.split("\n\n")
    form = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(
        "python -m tools.soft_print.tune", None, about, "\n\n".join(more), formatter_class=form
    )
    parser.add_argument("--weights", type=Path, required=True, help="official folder: inference.onnx, inference.yml")
    parser.add_argument("--out", type=Path, required=True, help="folder to write")
    parser.add_argument("--minutes", type=float, default=80)
    parser.add_argument("--faces", type=Path, nargs="+", default=(SYSTEM,), help="folders of typefaces")
    parser.add_argument("--names", nargs="+", default=(), help="further names: FILE, a name a line, or FILE.csv:COLUMN")
    parser.add_argument("--soft", type=float, default=0.75, help="share of lines in small soft print")
    parser.add_argument("--rate", type=float, default=2e-4, help="highest rate of learning")
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    case(chosen.faces)
    names = tuple(chain.from_iterable(map(names_in, chosen.names)))
    official = Alphabet(recognition_model(chosen.weights).characters)
    keep = official.kept(chain(names, *words(names).values()))
    recipe = Recipe(official.only(keep), names, tuple(chosen.faces), chosen.soft)
    plan = Plan(chosen.weights, chosen.out, chosen.minutes, chosen.rate, chosen.seed)
    with drawn_ahead(recipe, plan.seed) as lines:
        signal(SIGTERM, default_int_handler)  # so that the process that draws ends with this one
        Tuning(plan, recipe, keep).run(lines)


if __name__ == "__main__":
    main()
