"""A recogniser small enough to be tuned in a test."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
import yaml

if TYPE_CHECKING:
    from pathlib import Path

CHARACTERS = [*"1203456789."]
CLASSES = len(CHARACTERS) + 2


@pytest.fixture
def reader(tmp_path: Path) -> Path:
    """The network of an official folder: a filter and a layer tell one of 13 classes every eight pixels."""
    onnx = pytest.importorskip("onnx")
    rng = np.random.default_rng(8)
    values = {"f": rng.normal(size=(7, 3, 48, 8)) / 30, "w": rng.normal(size=(7, CLASSES)), "b": np.zeros(CLASSES)}
    weights = [onnx.numpy_helper.from_array(each.astype(np.float32), name) for name, each in values.items()]
    make = onnx.helper.make_node
    nodes = [
        make("Conv", ["x", "f"], ["c"], strides=[1, 8]),
        make("Squeeze", ["c"], ["s"], axes=[2]),
        make("Transpose", ["s"], ["t"], perm=[0, 2, 1]),
        make("MatMul", ["t", "w"], ["m"]),
        make("Add", ["m", "b"], ["a"]),
        make("Softmax", ["a"], ["y"], axis=2),
    ]
    x = onnx.helper.make_tensor_value_info("x", 1, ["n", 3, 48, "w"])
    y = onnx.helper.make_tensor_value_info("y", 1, ["n", "p", CLASSES])
    graph = onnx.helper.make_graph(nodes, "g", [x], [y], weights)
    folder = tmp_path / "official"
    folder.mkdir()
    made = onnx.helper.make_model(graph, opset_imports=[onnx.helper.make_opsetid("", 11)], ir_version=6)
    onnx.save(made, folder / "inference.onnx")
    told = {
        "Global": {"model_name": "small"},
        "PreProcess": {"transform_ops": [{"RecResizeImg": {"image_shape": [3, 48, 320]}}]},
        "PostProcess": {"name": "CTCLabelDecode", "character_dict": CHARACTERS},
    }
    (folder / "inference.yml").write_text(yaml.safe_dump(told), "utf-8")
    return folder / "inference.onnx"
