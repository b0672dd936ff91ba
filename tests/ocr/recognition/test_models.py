"""A model folder is read as its makers describe it, or refused with a word."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ocr.errors import ModelsMissingError
from ocr.recognition.models import detection_model, recognition_model, turn_model

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

DETECTOR = """
PostProcess: {name: DBPostProcess, thresh: 0.2, box_thresh: 0.45, unclip_ratio: 1.4, max_candidates: 3000}
PreProcess:
  transform_ops:
  - DecodeImage: {img_mode: BGR}
  - NormalizeImage: {mean: [0.5, 0.5, 0.5], std: [0.5, 0.25, 0.5], scale: 1./255.}
"""
READER = """
PostProcess: {name: CTCLabelDecode, character_dict: ['0', 'a', 氯]}
PreProcess:
  transform_ops:
  - KeepKeys: null
  - RecResizeImg: {image_shape: [3, 48, 320]}
"""
TURNER = """
PostProcess: {Topk: {topk: 4, label_list: ['0', '90', '180', '270']}}
PreProcess:
  transform_ops:
  - ResizeImage: {resize_short: 256}
  - CropImage: {size: 224}
  - NormalizeImage: {mean: [0, 0, 0], std: [1, 1, 1], scale: 0.00392156862745098}
"""


def folder_of(home: Path, described: str) -> Path:
    (home / "inference.yml").write_text(described, "utf-8")
    (home / "inference.onnx").write_bytes(b"weights")
    return home


def test_a_detector_says_how_it_is_fed_and_cut(tmp_path: Path) -> None:
    model = detection_model(folder_of(tmp_path, DETECTOR))
    assert (model.threshold, model.sure, model.unclip, model.most) == (0.2, 0.45, 1.4, 3000)
    assert model.tint.gain == pytest.approx((2 / 255, 4 / 255, 2 / 255))
    assert model.tint.shift == pytest.approx((-1, -2, -1))


def test_a_recognisers_alphabet_has_the_blank_first_and_the_space_last(tmp_path: Path) -> None:
    model = recognition_model(folder_of(tmp_path, READER))
    assert model.characters == ("", "0", "a", "氯", " ")
    assert model.height == 48


def test_a_classifier_says_which_turn_its_classes_mean(tmp_path: Path) -> None:
    model = turn_model(folder_of(tmp_path, TURNER))
    assert (model.short, model.side, model.degrees) == (256, 224, (0, 90, 180, 270))


@pytest.mark.parametrize("read", [detection_model, recognition_model, turn_model])
@pytest.mark.parametrize(
    "described", ["", "- a list", "PostProcess: {}", "a: [", "PostProcess: {thresh: many}", "\x00"]
)
def test_a_folder_that_is_something_else_is_refused(
    tmp_path: Path, described: str, read: Callable[[Path], object]
) -> None:
    with pytest.raises(ModelsMissingError, match="官方模型") as refused:
        read(folder_of(tmp_path, described))
    assert "inference.yml" in refused.value.advice


def test_a_description_without_its_network_is_refused(tmp_path: Path) -> None:
    (folder_of(tmp_path, READER) / "inference.onnx").unlink()
    with pytest.raises(ModelsMissingError):
        recognition_model(tmp_path)
