"""Networks in whole numbers say what the official weights say, and only where their ranges were measured."""

from __future__ import annotations

import json
import sys
from importlib import import_module
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from ocr.imaging.crops import crop
from ocr.recognition.choice import chosen, load
from ocr.recognition.eights import MEASURED, adds_exactly, in_eight_bits, ranges_of, wide_layers
from ocr.recognition.manifest import manifest
from tests.ocr.drawing import LINES, printed_page

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

SMALL = "PP-OCRv6_small_rec/inference.onnx"


def openvino(part: str = "") -> Any:
    sys.modules.setdefault("openvino_telemetry", None)  # type: ignore[arg-type]
    return import_module("openvino" + part)


def mixing(weights: NDArray[np.float32], *, short: bool = False) -> Any:
    """A network of one layer named ``mix`` that mixes channels pixel by pixel."""
    ops = openvino(".opset13")
    fed = ops.parameter([1, weights.shape[1], 4, 4], np.float32)
    kept: Any = ops.constant(weights.astype(np.float16) if short else weights)
    layer = ops.convolution(fed, ops.convert(kept, "f32") if short else kept, [1, 1], [0, 0], [0, 0], [1, 1])
    layer.set_friendly_name("mix")
    return openvino().Model([layer], [fed])


def weights(out: int = 64, into: int = 64) -> NDArray[np.float32]:
    return np.random.default_rng(1).normal(size=(out, into, 1, 1)).astype(np.float32)


def said(model: Any, fed: NDArray[np.float32]) -> NDArray[np.float32]:
    compiled = openvino().Core().compile_model(model, "CPU", {"INFERENCE_PRECISION_HINT": "f32"})
    return np.asarray(compiled([fed])[0], np.float32)


@pytest.mark.parametrize("short", [False, True])
def test_whole_numbers_come_close(*, short: bool) -> None:
    fed = np.random.default_rng(2).uniform(-1, 3, (1, 64, 4, 4)).astype(np.float32)
    exact = said(mixing(weights(), short=short), fed)
    rounded = said(in_eight_bits(mixing(weights(), short=short), {"mix": (-1.0, 3.0)}), fed)
    assert not np.array_equal(rounded, exact)
    assert np.abs(rounded - exact).max() < 0.03 * np.abs(exact).max()


def test_nought_stays_nought() -> None:
    model = in_eight_bits(mixing(weights()), {"mix": (-0.17, 4.1)})
    assert np.abs(said(model, np.zeros((1, 64, 4, 4), np.float32))).max() == pytest.approx(0, abs=1e-6)


def test_layers_without_a_range_stay_as_they_are() -> None:
    model = in_eight_bits(mixing(weights()), {"another": (0.0, 1.0)})
    assert "FakeQuantize" not in {layer.get_type_name() for layer in model.get_ops()}


@pytest.mark.parametrize(("out", "into", "found"), [(64, 64, 1), (32, 64, 0), (64, 16, 0)])
def test_only_wide_layers_are_worth_it(out: int, into: int, found: int) -> None:
    assert len(list(wide_layers(mixing(weights(out, into))))) == found


def test_weights_that_nobody_measured_have_no_ranges(tmp_path: Path) -> None:
    other = tmp_path / "inference.onnx"
    other.write_bytes(b"other weights")
    assert ranges_of(other) == {}


class RoundingCore:
    """A processor that loses a share of every sum."""

    def __init__(self, share: float) -> None:
        self._share = share

    def compile_model(self, model: Any, *options: Any) -> Any:
        """What the model says, less the share."""
        compiled = openvino().Core().compile_model(model, *options)
        return lambda fed: [compiled(fed)[0] * (1 - self._share)]


@pytest.mark.parametrize("share", [0.5, 0.01, 0.0001])
def test_a_processor_that_rounds_or_overflows_computes_as_before(share: float) -> None:
    assert not adds_exactly(RoundingCore(share))


def test_the_trial_of_the_processor_comes_out_the_same_each_time() -> None:
    core = openvino().Core()
    assert adds_exactly(core) == adds_exactly(core)


def test_what_was_measured_belongs_to_the_weights_of_the_manifest() -> None:
    (digest,) = json.loads(MEASURED.read_text("utf-8"))
    assert digest in {file.sha256 for file in manifest().files if file.path == SMALL}


@pytest.mark.engine
def test_every_wide_layer_of_the_official_weights_was_measured() -> None:
    onnx = chosen({}).recognition / "inference.onnx"
    model = openvino().Core().read_model(str(onnx))
    ranges = ranges_of(onnx)
    assert {layer.friendly_name for layer in wide_layers(model)} == set(ranges)
    assert all(least <= 0 < most for least, most in ranges.values())


@pytest.mark.engine
def test_lines_read_alike_in_whole_numbers_and_in_full() -> None:
    pixels = printed_page()
    quads = load().find(pixels)
    crops = [crop(pixels, quad) for quad in quads]
    whole, full = (load(chosen({"LINGBAO_PRECISION": how})).recognise(crops) for how in ("", "f32"))
    assert [line.text for line in whole] == [line.text for line in full]
    assert len(whole) >= len(LINES)
    assert all(abs(a.confidence - b.confidence) < 0.1 for a, b in zip(whole, full, strict=True))
