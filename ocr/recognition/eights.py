"""Networks in whole numbers: products of eight bits in place of short floats.

The ranges of what flows through a network were measured once over forged lines (``python -m tests.bench.ranges``) and
lie beside the manifest, under the hash of the very weights they belong to; other weights run as they are. The change is
made in memory each time a network is loaded, so that the store holds the official files alone.

Processors that would add such products with overflow, or drop a bit of each weight to avoid it, compute as before: with
seven bits a third of the rare characters of names were lost.
"""

from __future__ import annotations

import hashlib
import json
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any

import numpy as np

from ocr.recognition.manifest import FOLDER

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from numpy.typing import NDArray

    Ranges = Mapping[str, tuple[float, float]]

MEASURED = FOLDER / "ranges.json"
"""By SHA-256 of a network's file: the least and the greatest number fed to each of its layers, by the layer's name."""

_LEVELS, _WEIGHT_LEVELS = 256, 255

_WIDE, _DEEP = 64, 32
"""Channels given and taken from which a layer is worth it."""

_MANY = 1024
"""Classes from which naming them is worth it."""


def ranges_of(onnx: Path) -> Ranges:
    """The ranges measured for a network; empty for weights that nobody measured."""
    with onnx.open("rb") as stream:
        return _measured().get(hashlib.file_digest(stream, "sha256").hexdigest(), {})


def adds_exactly(core: Any) -> bool:
    """Whether this processor adds products of eight bits without rounding or overflow: tried on one layer of them."""
    ops, drawn = import_module("openvino.opset13"), np.random.default_rng(8)
    weights = drawn.integers(-127, 128, (_WIDE, _WIDE, 1, 1)).astype(np.float32)
    fed = drawn.integers(0, 256, (1, _WIDE, 2, 2)).astype(np.float32)
    weights[0], weights[:, 0], fed[..., 0, 0] = 127, 127, 255
    given = ops.parameter(fed.shape, np.float32)
    layer = ops.convolution(given, ops.constant(weights), [1, 1], [0, 0], [0, 0], [1, 1])
    model = in_eight_bits(import_module("openvino").Model([layer], [given]), {layer.friendly_name: (0.0, 255.0)})
    said = core.compile_model(model, "CPU", {"INFERENCE_PRECISION_HINT": "f32"})([fed])[0]
    return bool(np.allclose(said, np.einsum("oc,nchw->nohw", weights[:, :, 0, 0], fed), rtol=0, atol=1))


def in_eight_bits(model: Any, ranges: Ranges) -> Any:
    """An OpenVINO model whose layers with a measured range compute in whole numbers; changed in place."""
    for layer in wide_layers(model):
        if layer.friendly_name in ranges:
            _feed(layer, 0, _ends(*ranges[layer.friendly_name]), _LEVELS)
            _feed(layer, 1, _reach(layer), _WEIGHT_LEVELS)
    model.validate_nodes_and_infer_types()
    return model


def wide_layers(model: Any) -> Iterator[Any]:
    """The layers in which a recogniser spends its time: those that mix channels, and the one that tells classes."""
    kinds = {"Convolution": _mixes, "MatMul": _tells_classes}
    return (layer for layer in model.get_ordered_ops() if kinds.get(layer.get_type_name(), _never)(layer))


def _mixes(layer: Any) -> bool:
    """Whether a layer mixes many channels pixel by pixel.

    Those that weigh the channels of a whole line are left out: they are no work, and their numbers want all digits.
    """
    given, taken, *window = layer.input_value(1).get_partial_shape().to_shape()
    whole_line = all(side == 1 for side in layer.output(0).get_partial_shape()[2:])
    return bool(window == [1, 1] and given >= _WIDE and taken >= _DEEP and not whole_line)


def _tells_classes(layer: Any) -> bool:
    """Whether a layer multiplies with the weights of an alphabet."""
    fixed = _source(layer.input_value(1)).get_type_name() == "Constant"
    return bool(fixed and layer.output(0).get_partial_shape()[-1].get_min_length() >= _MANY)


def _never(_: Any) -> bool:
    return False


@cache
def _measured() -> dict[str, Ranges]:
    measured: dict[str, Ranges] = json.loads(MEASURED.read_text("utf-8"))
    return measured


def _ends(least: float, most: float) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """The ends of a range, moved so that nought is exactly on a level."""
    least, most = min(least, 0.0), max(most, 0.0)
    step = (most - least) / (_LEVELS - 1)
    below = round(-least / step)
    low, high = -below * step, (_LEVELS - 1 - below) * step
    return np.array(low, np.float32), np.array(high, np.float32)


def _reach(layer: Any) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """The ends of the levels of each output channel's weights."""
    weights = np.asarray(_source(layer.input_value(1)).data, np.float32)
    others = (0,) if weights.ndim == 2 else (1, 2, 3)  # noqa: PLR2004  a matrix gives its channels last
    most = np.abs(weights).max(axis=others, keepdims=True).clip(1e-8)
    return -most, most


def _source(weights: Any) -> Any:
    """The constant behind weights that are kept in short."""
    node = weights.get_node()
    while node.get_type_name() == "Convert":
        node = node.input_value(0).get_node()
    return node


def _feed(layer: Any, port: int, ends: tuple[NDArray[np.float32], NDArray[np.float32]], levels: int) -> None:
    """Round what a layer is fed to so many levels between the ends."""
    ops = import_module("openvino.opset13")
    low, high = (ops.constant(end) for end in ends)
    rounded = ops.fake_quantize(layer.input_value(port), low, high, low, high, levels)
    layer.input(port).replace_source_output(rounded.output(0))
