"""A tuned network written as an official folder: what it says stays, its weights take half the room."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import onnxruntime
import pytest
import yaml

from ocr.recognition.models import recognition_model
from tools.soft_print.alphabet import Alphabet
from tools.soft_print.export import description, export

if TYPE_CHECKING:
    from pathlib import Path

OFFICIAL = {
    "Global": {"model_name": "PP-OCRv6_small_rec"},
    "Hpi": {"backend_configs": {}},
    "PreProcess": {"transform_ops": [{"DecodeImage": None}, {"RecResizeImg": {"image_shape": [3, 48, 320]}}]},
    "PostProcess": {"name": "CTCLabelDecode", "character_dict": ["1", "y", "元", "~", "'", "🛁"]},
}
KEEP = [0, 1, 2, 3, 4, 5, 7]


@pytest.fixture
def official(tmp_path: Path) -> Path:
    """An official folder; its network is not looked at when one tuned from it is written."""
    folder = tmp_path / "official"
    folder.mkdir()
    (folder / "inference.onnx").write_bytes(b"")
    (folder / "inference.yml").write_text(yaml.safe_dump(OFFICIAL, allow_unicode=True), "utf-8")
    return folder


def tuned(largest: float = 1.0) -> Any:
    """A network of one layer that tells seven classes, with the shapes of one that told eight."""
    onnx = pytest.importorskip("onnx")
    rng = np.random.default_rng(4)
    tensors = {"w": rng.uniform(-1, 1, (5, 7)) * largest, "b": rng.uniform(-1, 1, 7)}
    weights = [onnx.numpy_helper.from_array(values.astype(np.float32), name) for name, values in tensors.items()]
    nodes = [onnx.helper.make_node("MatMul", ["x", "w"], ["xw"]), onnx.helper.make_node("Add", ["xw", "b"], ["y"])]
    x, y, xw = (
        onnx.helper.make_tensor_value_info(*told)
        for told in (("x", 1, ["n", 5]), ("y", 1, ["n", 8]), ("xw", 1, ["n", 8]))
    )
    graph = onnx.helper.make_graph(nodes, "g", [x], [y], weights, value_info=[xw])
    return onnx.helper.make_model(graph, opset_imports=[onnx.helper.make_opsetid("", 11)], ir_version=6)


def test_the_folder_is_read_as_an_official_one_with_the_kept_characters(tmp_path: Path, official: Path) -> None:
    export(tuned(), KEEP, official, tmp_path / "out")
    model = recognition_model(tmp_path / "out")
    assert model.characters == ("", "1", "y", "元", "~", "'", " ")
    assert model.height == 48


def test_the_network_says_what_it_said_before(tmp_path: Path, official: Path) -> None:
    graph = tuned()
    export(graph, KEEP, official, tmp_path / "out")
    rows = {"x": np.random.default_rng(5).uniform(-1, 1, (9, 5)).astype(np.float32)}
    before = onnxruntime.InferenceSession(graph.SerializeToString()).run(None, rows)[0]
    after = onnxruntime.InferenceSession(tmp_path / "out" / "inference.onnx").run(None, rows)[0]
    assert before.shape == after.shape == (9, 7)
    np.testing.assert_allclose(before, after, atol=2e-3)


def test_matrices_take_half_the_room_and_single_rows_stay_exact(tmp_path: Path, official: Path) -> None:
    graph = tuned()
    export(graph, KEEP, official, tmp_path / "out")
    onnx = pytest.importorskip("onnx")
    made = onnx.load(tmp_path / "out" / "inference.onnx")
    kinds = {tensor.name: onnx.numpy_helper.to_array(tensor).dtype for tensor in made.graph.initializer}
    assert kinds == {"w.half": np.float16, "b": np.float32}
    assert [(entry.domain, entry.version) for entry in made.opset_import] == [("", 11)]


def test_shapes_of_the_classes_before_are_gone(tmp_path: Path, official: Path) -> None:
    graph = tuned()
    export(graph, KEEP, official, tmp_path / "out")
    made = pytest.importorskip("onnx").load(tmp_path / "out" / "inference.onnx")
    assert not made.graph.value_info
    assert made.graph.output[0].type.tensor_type.shape.dim[-1].dim_value == 7
    assert graph.graph.output[0].type.tensor_type.shape.dim[-1].dim_value == 8


def test_weights_beyond_16_bits_are_refused(tmp_path: Path, official: Path) -> None:
    with pytest.raises(ValueError, match="16-bit"):
        export(tuned(largest=1e6), KEEP, official, tmp_path / "out")


def test_classes_of_another_tuning_are_refused(tmp_path: Path, official: Path) -> None:
    with pytest.raises(ValueError, match="no layer of 3 classes"):
        export(tuned(), [0, 2, 7], official, tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_the_description_keeps_what_a_reader_asks_for(official: Path) -> None:
    told = yaml.safe_load(description(official, Alphabet(("", "1", "~", "y", " "))))
    assert told == {
        **{part: OFFICIAL[part] for part in ("Global", "PreProcess")},
        "PostProcess": {"name": "CTCLabelDecode", "character_dict": ["1", "~", "y"]},
    }
