"""How detectors end, computed at a quarter of the size: the same sums, without maps of millions of numbers in between.

A detector enlarges its last map twice, each point to two by two (a transposed convolution), with a bound at nought in
between. Every point of the large map depends on one point of the small one alone, so that the sums can be made there,
as sixteen channels, and only the outcome is spread over the large map.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

_ENDING = ("Sigmoid", "Add", "ConvolutionBackpropData", "Relu", "Add", "ConvolutionBackpropData")
"""The kinds of layers that such an ending has, the last one first."""

_SIDE = 2
"""How much each of the two layers enlarges."""

_PARTS = _SIDE**2
"""Points that one becomes in a line, or in the first layer."""


def ended_small(model: Any) -> Any:
    """An OpenVINO model that ends as detectors do, changed to end at the small size; any other one as it is."""
    layers = _ending(model)
    if layers is None:
        return model
    last, outer, second, _, inner, first = layers
    ops = import_module("openvino.opset13")
    middle = ops.relu(
        _mixed(first.input_value(0), _beside(_constant(first)), np.tile(_constant(inner).ravel(), _PARTS))
    )
    small = ops.sigmoid(_mixed(middle, _spread(_constant(second)), np.repeat(_constant(outer).ravel(), _PARTS**2)))
    last.output(0).replace(ops.depth_to_space(small, "blocks_first", _PARTS).output(0))
    model.validate_nodes_and_infer_types()
    return model


def _ending(model: Any) -> list[Any] | None:
    """The last layers, the very last one first; None where they are of other kinds or shapes."""
    found = [model.output(0).get_node().input_value(0).get_node()]
    for kind in _ENDING:
        if found[-1].get_type_name() != kind:
            return None
        found.append(found[-1].input_value(0).get_node())
    whole = _doubles(found[2]) and _doubles(found[5]) and _constant(found[2]).shape[1] == 1
    return found[:-1] if whole else None


def _doubles(layer: Any) -> bool:
    """Whether a layer makes two by two points of each one, from that one alone."""
    told = layer.get_attributes()
    window = tuple(layer.input_value(1).get_partial_shape().to_shape())[2:]
    plain = not any((*told["pads_begin"], *told["pads_end"], *told["output_padding"]))
    return plain and window == tuple(told["strides"]) == (_SIDE, _SIDE) and layer.get_input_size() == 2  # noqa: PLR2004


def _constant(layer: Any) -> Floats:
    return np.asarray(layer.input_value(1).get_node().data, np.float32)


def _beside(weights: Floats) -> Floats:
    """Weights of the first layer (given, taken, down, across): what they give each of four points, as channels."""
    return weights.transpose(2, 3, 1, 0).reshape(-1, len(weights))


def _spread(weights: Floats) -> Floats:
    """Weights of the second layer, for each of those four points by itself; rows are the 16 points, line by line."""
    points = np.zeros((_SIDE, _SIDE, _SIDE, _SIDE, _SIDE, _SIDE, len(weights)), np.float32)
    for down, across in np.ndindex(_SIDE, _SIDE):
        points[down, :, across, :, down, across] = weights[:, 0].transpose(1, 2, 0)
    return points.reshape(_PARTS**2, -1)


def _mixed(fed: Any, weights: Floats, bias: Floats) -> Any:
    """A layer that mixes the channels of each point, of the kind it was: a runtime leaves all digits to such layers."""
    ops = import_module("openvino.opset13")
    mixed = ops.convolution_backprop_data(fed, ops.constant(weights.T[:, :, None, None].copy()), [1, 1])
    return ops.add(mixed, ops.constant(bias[None, :, None, None]))
