"""The network as torch runs it says what the graph says, and learns."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import onnxruntime
import pytest

from ocr.recognition.models import recognition_model
from ocr.recognition.store import model_folder

pytest.importorskip("torch")
onnx = pytest.importorskip("onnx")

import torch  # type: ignore[import-not-found,unused-ignore]  # noqa: E402 - only where it is

from tools.soft_print.alphabet import Alphabet  # noqa: E402
from tools.soft_print.batches import Batch, Sample, laid_out  # noqa: E402
from tools.soft_print.export import export  # noqa: E402
from tools.soft_print.learning import Learner, plain, rate_at, read_right  # noqa: E402
from tools.soft_print.network import Network, Node, spelt  # noqa: E402

if TYPE_CHECKING:
    from pathlib import Path

OFFICIAL = ("PP-OCRv6_small_rec", "PP-OCRv6_tiny_rec")
KEEP = [0, 2, 4]


def lines(width: int, seed: int = 3) -> np.ndarray[Any, np.dtype[np.float32]]:
    return np.random.default_rng(seed).uniform(-1, 1, (2, 3, 48, width)).astype(np.float32)


def told(graph: Path | bytes, given: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
    session = onnxruntime.InferenceSession(graph)
    return np.asarray(session.run(None, {session.get_inputs()[0].name: given})[0])


def test_a_small_graph_says_the_same_in_torch(reader: Path) -> None:
    given = lines(96)
    with torch.no_grad():
        said = Network(reader)(torch.from_numpy(given)).exp().numpy()
    np.testing.assert_allclose(said, told(reader, given), atol=1e-5)


@pytest.mark.engine
@pytest.mark.parametrize("name", OFFICIAL)
@pytest.mark.parametrize("width", [96, 168])
def test_official_weights_say_the_same_in_torch(name: str, width: int) -> None:
    path, given = model_folder(name) / "inference.onnx", lines(width)
    with torch.no_grad():
        said = Network(path)(torch.from_numpy(given)).exp().numpy()
    np.testing.assert_allclose(said, told(path, given), atol=1e-4)


@pytest.mark.engine
def test_official_weights_with_fewer_classes_are_written_and_read(tmp_path: Path) -> None:
    folder, given = model_folder(OFFICIAL[1]), lines(96)
    characters = recognition_model(folder).characters
    keep = [*range(0, len(characters) - 1, 3), len(characters) - 1]
    network = Network(folder / "inference.onnx")
    network.keep(keep)
    with torch.no_grad():
        said = network(torch.from_numpy(given)).exp().numpy()
    export(network.model(), keep, folder, tmp_path / "out")
    assert said.shape[-1] == len(keep) == len(recognition_model(tmp_path / "out").characters)
    np.testing.assert_allclose(told(tmp_path / "out" / "inference.onnx", given), said, atol=0.02)


def test_kept_classes_say_what_they_said_among_themselves(reader: Path) -> None:
    network, given = Network(reader), lines(96)
    network.keep(KEEP)
    whole = told(reader, given)[..., KEEP]
    said = network(torch.from_numpy(given)).exp().detach().numpy()
    np.testing.assert_allclose(said, whole / whole.sum(axis=-1, keepdims=True), atol=1e-5)
    assert network.classes == 3


def test_weights_of_now_are_written_back(reader: Path) -> None:
    network, given = Network(reader), lines(96)
    network.keep(KEEP)
    with torch.no_grad():
        for weight in network.tuned():
            weight.mul_(1.5)
        said = network(torch.from_numpy(given)).exp().numpy()
    np.testing.assert_allclose(told(network.model().SerializeToString(), given), said, atol=1e-5)


def test_learning_a_line_makes_it_read_and_the_mean_follows(reader: Path) -> None:
    network, alphabet = Network(reader), Alphabet(("", *"1203456789.", " "))
    picture = np.asarray((lines(96)[0].transpose(1, 2, 0) + 1) * 127, np.uint8)
    line = Sample("120", [1, 2, 3], picture)
    learner, batch = Learner(network, 0.02), laid_out([line], 32)
    losses = [learner.learn(batch, 0.0) for _ in range(150)]
    assert losses[-1] < losses[0] / 10
    assert learner.steps == 150
    with learner.settled():
        assert read_right(network, alphabet, [line, Sample("21", [2, 1], picture)]) == 0.5


def test_a_settled_network_is_given_back_as_it_was(reader: Path) -> None:
    network = Network(reader)
    learner = Learner(network, 0.02)
    learner.learn(Batch(lines(96), [[1], [2]]), 0.0)
    before = [weight.detach().clone() for weight in network.tuned()]
    with learner.settled():
        assert not all(map(torch.equal, network.tuned(), before))
    assert all(map(torch.equal, network.tuned(), before))


def test_the_rate_grows_then_fades() -> None:
    rates = [rate_at(1e-3, step, step / 1000) for step in (0, 30, 100, 500, 1000)]
    assert rates[0] < rates[1] < rates[2] > rates[3] > rates[4]
    assert rates[3] == pytest.approx(5e-4)
    assert rates[4] == pytest.approx(0)


def test_wide_signs_and_blanks_do_not_count() -> None:
    assert plain("合计： ￥1,200.00") == plain("合计:¥1,200.00")


def test_a_spelt_out_gelu_becomes_one_node_and_the_last_softmax_its_logarithm() -> None:
    nodes = [
        Node("Softmax", ("i",), "x", {}),
        Node("Div", ("x", "root"), "d", {}),
        Node("Erf", ("d",), "e", {}),
        Node("Add", ("e", "one"), "p", {}),
        Node("Mul", ("x", "p"), "m", {}),
        Node("Mul", ("m", "half"), "g", {}),
        Node("Softmax", ("g",), "y", {}),
    ]
    made = [(node.operator, node.takes, node.gives) for node in spelt(nodes)]
    assert made == [("Softmax", ("i",), "x"), ("Gelu", ("x",), "g"), ("LogSoftmax", ("g",), "y")]


def test_a_division_that_begins_no_gelu_stays() -> None:
    nodes = [Node("Div", ("x", "root"), "d", {}), Node("Relu", ("d",), "e", {}), Node("Softmax", ("e",), "y", {})]
    assert [node.operator for node in spelt(nodes)] == ["Div", "Relu", "LogSoftmax"]
