"""An ONNX recogniser that torch can tune: its nodes run one by one, its weights are tensors and are written back."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import numpy as np

from tools.soft_print.needed import needed
from tools.soft_print.operators import OPERATORS

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from tools.soft_print.operators import Tensor, Told

torch, onnx = needed("torch"), needed("onnx")

_GELU = ("Erf", "Add", "Mul", "Mul")
"""What follows the division where a graph spells a GELU out: half the input times one and the error function."""


@dataclass(frozen=True, slots=True)
class Node:
    """One step: its operator, the names of what it takes and gives, and its attributes."""

    operator: str
    takes: tuple[str, ...]
    gives: str
    told: Told


class Network:
    """A recogniser: lines in, logarithms of the probabilities of classes out."""

    def __init__(self, path: Path) -> None:
        """Read the graph.

        Args:
            path: an ONNX recogniser of PaddleOCR, 32-bit floats.
        """
        self._model = onnx.load(path)
        graph = self._model.graph
        self._input, self._output = graph.input[0].name, graph.output[0].name
        self._nodes = spelt([_node(each) for each in graph.node if each.op_type != "Constant"])
        self._stored = {each.name for each in graph.initializer}
        self._weights = {
            each.name: torch.from_numpy(np.array(onnx.numpy_helper.to_array(each))) for each in graph.initializer
        }
        self._weights |= {each.output[0]: _constant(each) for each in graph.node if each.op_type == "Constant"}
        for tensor in self.tuned():
            tensor.requires_grad_()

    def __call__(self, lines: Tensor) -> Tensor:
        """Logarithms of probabilities, line by place by class, of levels between -1 and 1, line by channel by pixel."""
        known = {**self._weights, self._input: lines}
        for node in self._nodes:
            known[node.gives] = OPERATORS[node.operator]([known[name] for name in node.takes], node.told)
        return known[self._output]

    @property
    def classes(self) -> int:
        """How many classes the network tells."""
        return int(self._model.graph.output[0].type.tensor_type.shape.dim[-1].dim_value)

    def tuned(self) -> list[Tensor]:
        """The weights that tuning changes: all but what layers have seen on the whole (means and variances)."""
        seen = {name for node in self._nodes if node.operator == "BatchNormalization" for name in node.takes[3:]}
        return [self._weights[name] for name in sorted(self._stored - seen) if _tunable(self._weights[name])]

    def keep(self, classes: Sequence[int]) -> None:
        """Only these classes from now on, in this order."""
        of_all = self.classes
        for name in self._stored:
            tensor = self._weights[name]
            if _tunable(tensor) and tensor.shape[-1] == of_all:
                self._weights[name] = tensor.detach()[..., list(classes)].clone().requires_grad_()
        self._model.graph.output[0].type.tensor_type.shape.dim[-1].dim_value = len(classes)

    def model(self) -> Any:
        """The ONNX model with the weights of now."""
        made = onnx.ModelProto()
        made.CopyFrom(self._model)
        for stored in made.graph.initializer:
            stored.CopyFrom(onnx.numpy_helper.from_array(self._weights[stored.name].detach().numpy(), stored.name))
        return made


def spelt(nodes: Sequence[Node]) -> list[Node]:
    """The nodes with each spelt-out GELU as one, and the last softmax as its logarithm, which tuning needs."""
    after = defaultdict(list)
    for node in nodes:
        for name in node.takes:
            after[name].append(node)
    gelus = [found for node in nodes if node.operator == "Div" and (found := _gelu(node, after))]
    inside = {node.gives for found in gelus for node in found[:-1]}
    whole = {found[-1].gives: replace(found[-1], operator="Gelu", takes=found[0].takes[:1]) for found in gelus}
    made = [whole.get(node.gives, node) for node in nodes if node.gives not in inside]
    last = max(at for at, node in enumerate(made) if node.operator == "Softmax")
    made[last] = replace(made[last], operator="LogSoftmax")
    return made


def _gelu(first: Node, after: dict[str, list[Node]]) -> list[Node]:
    """The nodes of a GELU from its division on; none where it is another one."""
    found = [first]
    for operator in _GELU:
        users = after[found[-1].gives]
        if len(users) != 1 or users[0].operator != operator:
            return []
        found.append(users[0])
    return found if first.takes[0] in found[3].takes else []


def _node(told: Any) -> Node:
    attributes = {each.name: onnx.helper.get_attribute_value(each) for each in told.attribute}
    return Node(told.op_type, tuple(told.input), told.output[0], attributes)


def _constant(told: Any) -> Tensor:
    return torch.from_numpy(np.array(onnx.numpy_helper.to_array(onnx.helper.get_attribute_value(told.attribute[0]))))


def _tunable(tensor: Tensor) -> bool:
    return bool(tensor.is_floating_point() and tensor.numel() > 1)
