"""Writes a tuned network as an official PaddleOCR folder with 16-bit weights.

Usage: python -m tools.soft_print.export CHECKPOINT.onnx KEEP.json OUT --weights FOLDER
KEEP.json lists the classes kept of FOLDER, the official one the network was tuned from. Needs onnx.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import yaml

from ocr.recognition.models import recognition_model
from tools.soft_print.alphabet import Alphabet
from tools.soft_print.needed import needed

if TYPE_CHECKING:
    from collections.abc import Sequence

DESCRIBED = ("Global", "PreProcess", "PostProcess")
"""Parts of the description that a reader of lines asks for."""


def export(graph: Any, keep: Sequence[int], weights: Path, out: Path) -> None:
    """Write the folder: the graph, an ONNX model with the kept classes alone, and its description.

    Weights of two dimensions and more are stored as 16-bit floats, each with a cast to 32 bits that runtimes fold when
    they load; reckoning is in 32 bits as before. Scales and biases of one dimension are few and stay exact.

    Raises:
        ModelsMissingError: ``weights`` is no folder of an official recogniser.
        ValueError: classes kept are not those of the graph.
    """
    onnx = needed("onnx")
    alphabet = Alphabet(recognition_model(weights).characters).only(keep)
    made = onnx.ModelProto()
    made.CopyFrom(graph)
    _halve(made.graph)
    _counted(made.graph, len(alphabet.characters))
    onnx.checker.check_model(made)
    out.mkdir(parents=True, exist_ok=True)
    onnx.save(made, out / "inference.onnx")
    (out / "inference.yml").write_text(description(weights, alphabet), "utf-8")


def description(weights: Path, alphabet: Alphabet) -> str:
    """The official description with the alphabet in the place of its own, as YAML."""
    told = yaml.safe_load((weights / "inference.yml").read_text("utf-8"))
    told["PostProcess"]["character_dict"] = list(alphabet.characters[1:-1])
    return yaml.safe_dump({part: told[part] for part in DESCRIBED}, allow_unicode=True, sort_keys=False)


def _halve(graph: Any) -> None:
    """Large weights as 16-bit floats, cast back under their own names before anything else is reckoned."""
    onnx = needed("onnx")
    casts = []
    for tensor in graph.initializer:
        full = onnx.numpy_helper.to_array(tensor)
        if full.dtype != np.float32 or full.ndim < 2:  # noqa: PLR2004 - matrices and filters
            continue
        name = tensor.name
        casts.append(onnx.helper.make_node("Cast", [f"{name}.half"], [name], to=onnx.TensorProto.FLOAT))
        tensor.CopyFrom(onnx.numpy_helper.from_array(_half(name, full), f"{name}.half"))
    nodes = [*casts, *graph.node]
    del graph.node[:]
    graph.node.extend(nodes)


def _half(name: str, full: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
    """The weights rounded; raises ValueError where one is beyond 65,504, the highest 16-bit float."""
    if not np.all(np.abs(full) <= np.finfo(np.float16).max):
        raise ValueError(f"{name} holds weights that no 16-bit float holds: the network was not tuned well")
    return full.astype(np.float16)


def _counted(graph: Any, classes: int) -> None:
    """The number of classes where the graph tells shapes; those between its layers are left for runtimes to find."""
    onnx = needed("onnx")
    ends = {tuple(onnx.numpy_helper.to_array(tensor).shape)[-1:] for tensor in graph.initializer}
    if (classes,) not in ends:
        raise ValueError(f"the network has no layer of {classes} classes: it was tuned with others kept")
    del graph.value_info[:]
    graph.output[0].type.tensor_type.shape.dim[-1].dim_value = classes


def main() -> None:
    """Read the arguments and write the folder."""
    parser = argparse.ArgumentParser(prog="python -m tools.soft_print.export", description=__doc__)
    parser.add_argument("checkpoint", type=Path, help="tuned network, ONNX")
    parser.add_argument("keep", type=Path, help="JSON list of the classes kept")
    parser.add_argument("out", type=Path, help="folder to write")
    parser.add_argument("--weights", type=Path, required=True, help="official folder it was tuned from")
    chosen = parser.parse_args()
    graph = needed("onnx").load(chosen.checkpoint)
    export(graph, json.loads(chosen.keep.read_text("utf-8")), chosen.weights, chosen.out)
    print(f"{chosen.out}: {sum(file.stat().st_size for file in chosen.out.iterdir()) / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
