"""What flows through the recogniser, measured: ``python -m tests.bench.ranges [--seed S] [--count N]``.

Lines of forged pages go through the official weights in full precision; the least and the greatest number that each
wide layer is fed are written beside the manifest, where ``ocr.recognition.eights`` takes them from.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from ocr.imaging.decode import opened
from ocr.imaging.sheet import flattened
from ocr.recognition.choice import chosen, load
from ocr.recognition.eights import MEASURED, wide_layers
from ocr.recognition.lines import LineReader
from ocr.recognition.models import recognition_model
from ocr.recognition.upright import cut_out, upright
from tests.bench.bench_read import say
from tests.forge.forging import forge

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ocr.imaging.view import Pixels
    from ocr.recognition.networks import Networks
    from ocr.recognition.runtimes import Floats

_LINES = 500


class Gauge:
    """Stands in the place of a network and keeps the ranges of what its layers are fed."""

    def __init__(self, onnx: Path) -> None:
        """Compile the network with what its wide layers are fed as its outputs."""
        core: Any = import_module("openvino").Core()
        model = core.read_model(str(onnx))
        layers = list(wide_layers(model))
        fed = [import_module("openvino.opset13").result(layer.input_value(0)) for layer in layers]
        inner = import_module("openvino").Model(fed, model.get_parameters())
        self._run = core.compile_model(inner, "CPU", {"INFERENCE_PRECISION_HINT": "f32"})
        self._names = [layer.friendly_name for layer in layers]
        self.ranges: dict[str, tuple[float, float]] = dict.fromkeys(self._names, (0.0, 0.0))

    def __call__(self, batch: Floats) -> Floats:
        """Widen the ranges; what the lines say is not asked."""
        for name, fed in zip(self._names, self._run([batch.transpose(0, 3, 1, 2)]).values(), strict=True):
            least, most = self.ranges[name]
            self.ranges[name] = (min(least, float(fed.min())), max(most, float(fed.max())))
        return np.ones((len(batch), 1, 2), np.float32)


def main(argv: Sequence[str]) -> int:
    """Measure and write."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.ranges", description=__doc__)
    parser.add_argument("--seed", type=int, default=77)
    parser.add_argument("--count", type=int, default=40, help="pages to forge")
    asked = parser.parse_args(argv)
    with tempfile.TemporaryDirectory() as folder:
        forge(asked.seed, asked.count, Path(folder))
        networks = load(chosen({"LINGBAO_PRECISION": "f32"}))
        lines = [line for file in sorted(Path(folder).glob("*.jpg")) for line in _lines(networks, file)]
    random.Random(asked.seed).shuffle(lines)  # noqa: S311  a repeatable drawing, not a secret
    folder_of_weights = chosen({}).recognition
    model = recognition_model(folder_of_weights)
    gauge = Gauge(model.onnx)
    with ThreadPoolExecutor(1) as workers:
        LineReader(model, gauge, workers, 16).read(lines[:_LINES])
    digest = hashlib.sha256(model.onnx.read_bytes()).hexdigest()
    ranges = {name: [round(end, 3) for end in ends] for name, ends in gauge.ranges.items()}
    MEASURED.write_text(json.dumps({digest: ranges}) + "\n", "utf-8")
    say(f"{len(ranges)} layers of {folder_of_weights.name} over {min(_LINES, len(lines))} lines")
    return 0


def _lines(networks: Networks, file: Path) -> Iterator[Pixels]:
    page = upright(networks, flattened(opened(file)))
    yield from cut_out(page.view, page.quads)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
