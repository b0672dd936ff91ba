"""Weights and runtime are chosen by the environment; what cannot be is refused with a word."""

from __future__ import annotations

from pathlib import Path

import pytest

from ocr.errors import EngineError, ModelsMissingError
from ocr.recognition.choice import ENGINES, chosen, load
from ocr.recognition.store import model_folder


def test_without_a_choice_the_stores_weights_run_on_openvino() -> None:
    choice = chosen({})
    assert choice.engine == "openvino"
    assert choice.detection == model_folder("PP-OCRv6_small_det")
    assert choice.second == model_folder("PP-OCRv6_tiny_rec")


def test_each_folder_is_chosen_by_itself() -> None:
    choice = chosen({"LINGBAO_RECOGNITION": "/weights/medium", "LINGBAO_PRECISION": "f32"})
    assert choice.recognition == Path("/weights/medium")
    assert choice.detection == model_folder("PP-OCRv6_small_det")
    assert choice.precision == "f32"


@pytest.mark.parametrize("engine", ENGINES)
def test_each_engine_can_be_chosen(engine: str) -> None:
    assert chosen({"LINGBAO_ENGINE": engine}).engine == engine


def test_an_engine_nobody_knows_is_refused_with_those_there_are() -> None:
    with pytest.raises(EngineError, match="abacus") as refused:
        chosen({"LINGBAO_ENGINE": "abacus"})
    assert "onnxruntime" in refused.value.advice


@pytest.mark.engine
def test_a_folder_without_a_model_is_named(tmp_path: Path) -> None:
    with pytest.raises(ModelsMissingError, match=tmp_path.name):
        load(chosen({"LINGBAO_RECOGNITION": str(tmp_path)}))


@pytest.mark.engine
@pytest.mark.parametrize("engine", ["openvino", "onnxruntime"])
def test_weights_that_are_none_fail_with_a_word(tmp_path: Path, engine: str) -> None:
    described = (model_folder("PP-OCRv6_small_det") / "inference.yml").read_bytes()
    (tmp_path / "inference.yml").write_bytes(described)
    (tmp_path / "inference.onnx").write_bytes(b"no weights")
    with pytest.raises(EngineError, match=engine):
        load(chosen({"LINGBAO_ENGINE": engine, "LINGBAO_DETECTION": str(tmp_path)}))
