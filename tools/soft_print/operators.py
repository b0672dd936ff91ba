"""What nodes of an ONNX recogniser reckon, in torch: by operator, from inputs and attributes, as the standard says."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tools.soft_print.needed import needed

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

torch = needed("torch")
layers = torch.nn.functional

Tensor = Any
Told = dict[str, Any]
"""Attributes of a node."""

_LOWEST = -1e30
"""What pads a picture whose highest values are wanted."""


def _divided(given: list[Tensor], _: Told) -> Tensor:
    whole = not any(each.is_floating_point() for each in given)
    return torch.div(*given, rounding_mode="trunc" if whole else None)


def _filtered(given: list[Tensor], told: Told) -> Tensor:
    picture, filters, *bias = given
    strides = told.get("strides", [1, 1])
    padded = _padded(picture, told, filters.shape[2:], 0.0)
    far, groups = told.get("dilations", [1, 1]), told.get("group", 1)
    return layers.conv2d(padded, filters, bias[0] if bias else None, strides, 0, far, groups)


def _scaled(given: list[Tensor], told: Told) -> Tensor:
    picture, scale, bias, mean, variance = given
    return layers.batch_norm(picture, mean, variance, scale, bias, eps=told.get("epsilon", 1e-5))


def _highest(given: list[Tensor], told: Told) -> Tensor:
    padded = _padded(given[0], told, told["kernel_shape"], _LOWEST)
    return layers.max_pool2d(padded, told["kernel_shape"], told.get("strides"), ceil_mode=bool(told.get("ceil_mode")))


def _average(given: list[Tensor], told: Told) -> Tensor:
    padding = told.get("pads", [0, 0])[:2]
    ceil, counted = (bool(told.get(name)) for name in ("ceil_mode", "count_include_pad"))
    return layers.avg_pool2d(given[0], told["kernel_shape"], told.get("strides"), padding, ceil, counted)


def _squeezed(given: list[Tensor], told: Told) -> Tensor:
    picture, axes = given[0], _axes(given, told)
    for axis in sorted((axis % picture.dim() for axis in axes), reverse=True):
        picture = picture.squeeze(axis)
    return picture


def _unsqueezed(given: list[Tensor], told: Told) -> Tensor:
    picture = given[0]
    for axis in sorted(_axes(given, told)):
        picture = picture.unsqueeze(axis)
    return picture


def _reshaped(given: list[Tensor], _: Told) -> Tensor:
    picture, shape = given[0], given[1].tolist()
    return picture.reshape([picture.shape[at] if length == 0 else length for at, length in enumerate(shape)])


def _sliced(given: list[Tensor], told: Told) -> Tensor:
    """A part along some axes, forward and without gaps, as recognisers take it."""
    picture, *rest = given
    starts, ends = (each.tolist() for each in rest[:2]) if rest else (told["starts"], told["ends"])
    axes = rest[2].tolist() if len(rest) > 2 else told.get("axes", range(len(starts)))  # noqa: PLR2004 - axes come third
    for first, end, axis in zip(starts, ends, axes, strict=True):
        picture = picture[(slice(None),) * (axis % picture.dim()) + (slice(first, end),)]
    return picture


def _axes(given: list[Tensor], told: Told) -> Sequence[int]:
    """Axes, which older graphs tell as an attribute and newer ones as an input."""
    axes: Sequence[int] = given[1].tolist() if len(given) > 1 else told["axes"]
    return axes


def _padded(picture: Tensor, told: Told, size: Sequence[int], value: float) -> Tensor:
    """The picture with the blank around that a filter or a pool of a size asks for."""
    top, left, bottom, right = told.get("pads", [0, 0, 0, 0])
    if told.get("auto_pad") == b"SAME_UPPER":
        steps = zip(picture.shape[2:], told.get("strides", [1, 1]), size, strict=True)
        down, along = (max((-(-length // stride) - 1) * stride + wide - length, 0) for length, stride, wide in steps)
        top, left, bottom, right = down // 2, along // 2, down - down // 2, along - along // 2
    return layers.pad(picture, (left, right, top, bottom), value=value) if top or left or bottom or right else picture


OPERATORS: dict[str, Callable[[list[Tensor], Told], Tensor]] = {
    "Add": lambda given, _: given[0] + given[1],
    "AveragePool": _average,
    "BatchNormalization": _scaled,
    "Concat": lambda given, told: torch.cat(given, told["axis"]),
    "Conv": _filtered,
    "Div": _divided,
    "Erf": lambda given, _: torch.erf(given[0]),
    "Gelu": lambda given, _: layers.gelu(given[0]),
    "HardSigmoid": lambda given, told: torch.clamp(told.get("alpha", 0.2) * given[0] + told.get("beta", 0.5), 0, 1),
    "Identity": lambda given, _: given[0],
    "LogSoftmax": lambda given, told: layers.log_softmax(given[0], told.get("axis", -1)),
    "MatMul": lambda given, _: given[0] @ given[1],
    "MaxPool": _highest,
    "Mul": lambda given, _: given[0] * given[1],
    "Pow": lambda given, _: given[0] ** given[1],
    "ReduceMean": lambda given, told: given[0].mean(dim=list(told["axes"]), keepdim=bool(told.get("keepdims", 1))),
    "Relu": lambda given, _: layers.relu(given[0]),
    "Reshape": _reshaped,
    "Shape": lambda given, _: torch.tensor(list(given[0].shape)),
    "Sigmoid": lambda given, _: torch.sigmoid(given[0]),
    "Slice": _sliced,
    "Softmax": lambda given, told: layers.softmax(given[0], told.get("axis", -1)),
    "Sqrt": lambda given, _: torch.sqrt(given[0]),
    "Squeeze": _squeezed,
    "Sub": lambda given, _: given[0] - given[1],
    "Transpose": lambda given, told: given[0].permute(*told["perm"]),
    "Unsqueeze": _unsqueezed,
}
"""``Gelu`` and the logarithm stand for what :mod:`tools.soft_print.network` finds in graphs."""
