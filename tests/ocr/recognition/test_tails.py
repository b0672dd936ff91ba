"""A detector that ends at the small size says what it said at the large one; other networks stay as they are."""

from __future__ import annotations

import sys
from importlib import import_module
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from ocr.recognition.tails import ended_small

if TYPE_CHECKING:
    from numpy.typing import NDArray

sys.modules.setdefault("openvino_telemetry", None)  # type: ignore[arg-type]  # it would report each import
openvino, ops = import_module("openvino"), import_module("openvino.opset13")
CHANNELS = 3


def drawn(*shape: int) -> NDArray[np.float32]:
    return np.random.default_rng(sum(shape)).normal(size=shape).astype(np.float32)


def grown(fed: Any, weights: NDArray[np.float32], step: int = 2) -> Any:
    larger = ops.convolution_backprop_data(fed, ops.constant(weights), [step, step])
    return ops.add(larger, ops.constant(drawn(1, weights.shape[1], 1, 1)))


def detector(*, side: int = 2, step: int = 2, maps: int = 1, end: str = "sigmoid") -> Any:
    """A network that does nothing but end as detectors do."""
    fed = ops.parameter([1, CHANNELS, -1, -1], np.float32)
    first = ops.relu(grown(fed, drawn(CHANNELS, CHANNELS, 2, 2)))
    last = getattr(ops, end)(grown(first, drawn(CHANNELS, maps, side, side), step))
    return openvino.Model([last], [fed])


def said(model: Any, fed: NDArray[np.float32]) -> NDArray[np.float32]:
    compiled = openvino.Core().compile_model(model, "CPU", {"INFERENCE_PRECISION_HINT": "f32"})
    return np.array(compiled([fed])[0])


def kinds(model: Any) -> list[str]:
    return [layer.get_type_name() for layer in model.get_ordered_ops()]


@pytest.mark.parametrize(("high", "wide"), [(1, 1), (5, 3), (16, 40)])
def test_every_point_keeps_its_value_and_its_place(high: int, wide: int) -> None:
    fed = drawn(1, CHANNELS, high, wide)
    large, small = said(detector(), fed), said(ended_small(detector()), fed)
    assert small.shape == large.shape == (1, 1, 4 * high, 4 * wide)
    assert np.ptp(large) > 0.1
    assert np.allclose(small, large, rtol=0, atol=1e-5)


def steps(model: Any) -> list[list[int]]:
    """By how much each enlarging layer enlarges."""
    return [
        list(layer.get_attributes()["strides"])
        for layer in model.get_ordered_ops()
        if layer.get_type_name() == "ConvolutionBackpropData"
    ]


def test_no_large_map_is_left_to_compute() -> None:
    assert steps(detector()) == [[2, 2], [2, 2]]
    assert steps(ended_small(detector())) == [[1, 1], [1, 1]]


@pytest.mark.parametrize("other", [{"side": 3}, {"step": 1}, {"maps": 2}, {"end": "relu"}])
def test_other_endings_stay_as_they_are(other: dict[str, Any]) -> None:
    assert kinds(ended_small(detector(**other))) == kinds(detector(**other))


def test_the_shortest_networks_do_no_harm() -> None:
    fed = ops.parameter([1, 4], np.float32)
    model = openvino.Model([ops.relu(fed)], [fed])
    assert kinds(ended_small(model)) == ["Parameter", "Relu", "Result"]
