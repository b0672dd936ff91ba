"""An official PaddleOCR model folder: ``inference.onnx`` beside ``inference.yml``, which says how to feed it."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import yaml

from ocr.errors import ModelsMissingError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The alphabet has 18,000 lines; the loader in C takes 0.2 s for it, the other one 2 s."""


@dataclass(frozen=True, slots=True)
class Tint:
    """How a pixel's three levels, 0 to 255, become the network's numbers: level * gain + shift, by channel."""

    gain: tuple[float, ...]
    shift: tuple[float, ...]


CENTRED = Tint((2 / 255,) * 3, (-1.0,) * 3)
"""Levels between -1 and 1: what recognisers are fed."""


@dataclass(frozen=True, slots=True)
class DetectionModel:
    """Finds text: its network, and how its map of probabilities is cut into boxes.

    Attributes:
        onnx: the network.
        tint: how its picture is made.
        threshold: probability from which a pixel belongs to text.
        sure: mean probability from which a patch of such pixels is a text box.
        unclip: how much a box grows, as a share of area by circumference; text is drawn smaller than it is.
        most: boxes looked at on one page.
    """

    onnx: Path
    tint: Tint
    threshold: float
    sure: float
    unclip: float
    most: int


@dataclass(frozen=True, slots=True)
class RecognitionModel:
    """Reads a line: its network, what each of its classes stands for (the blank first), and its line height."""

    onnx: Path
    characters: tuple[str, ...]
    height: int


@dataclass(frozen=True, slots=True)
class TurnModel:
    """Tells how far a page lies turned clockwise: its network, and the degrees its classes stand for."""

    onnx: Path
    tint: Tint
    short: int
    side: int
    degrees: tuple[int, ...]


def detection_model(folder: Path) -> DetectionModel:
    """The detector of a folder; raises :class:`ModelsMissingError` when it holds none."""
    described = _described(folder)
    with _complaint(folder):
        cut = described["PostProcess"]
        tint = _tint(_steps(described)["NormalizeImage"])
        numbers = (float(cut["thresh"]), float(cut["box_thresh"]), float(cut["unclip_ratio"]))
        return DetectionModel(folder / "inference.onnx", tint, *numbers, int(cut["max_candidates"]))


def recognition_model(folder: Path) -> RecognitionModel:
    """The recogniser of a folder; raises :class:`ModelsMissingError` when it holds none."""
    described = _described(folder)
    with _complaint(folder):
        characters = ("", *map(str, described["PostProcess"]["character_dict"]), " ")
        height = int(_steps(described)["RecResizeImg"]["image_shape"][1])
        return RecognitionModel(folder / "inference.onnx", characters, height)


def turn_model(folder: Path) -> TurnModel:
    """The page orientation classifier of a folder; raises :class:`ModelsMissingError` when it holds none."""
    described = _described(folder)
    with _complaint(folder):
        steps = _steps(described)
        degrees = tuple(int(label) for label in described["PostProcess"]["Topk"]["label_list"])
        sides = (int(steps["ResizeImage"]["resize_short"]), int(steps["CropImage"]["size"]))
        return TurnModel(folder / "inference.onnx", _tint(steps["NormalizeImage"]), *sides, degrees)


@contextmanager
def _complaint(folder: Path) -> Iterator[None]:
    """Turns what is missing in a description into a word about its folder."""
    try:
        yield
    except (KeyError, TypeError, ValueError, IndexError) as error:
        raise _refusal(folder) from error


def _refusal(folder: Path) -> ModelsMissingError:
    return ModelsMissingError(
        f"模型文件夹不是所需的官方模型：{folder}。已保存的影像和数据不受影响。",
        advice="请使用含 inference.onnx 和 inference.yml 的 PaddleOCR 官方模型文件夹，或取消这项设置。",
    )


def _described(folder: Path) -> dict[str, Any]:
    """The folder's description; its network must lie beside it."""
    try:
        text = (folder / "inference.yml").read_text("utf-8")
        described = yaml.load(text, _LOADER)  # noqa: S506  both loaders are safe ones
    except (OSError, ValueError, yaml.YAMLError) as error:
        raise _refusal(folder) from error
    if not isinstance(described, dict) or not (folder / "inference.onnx").is_file():
        raise _refusal(folder)
    return described


def _steps(described: dict[str, Any]) -> dict[str, Any]:
    """The steps of preparation by name."""
    return {name: given or {} for step in described["PreProcess"]["transform_ops"] for name, given in step.items()}


def _tint(step: dict[str, Any]) -> Tint:
    """Mean and deviation folded into one factor and one shift; the scale may be written as ``1./255.``."""
    over, _, under = str(step["scale"]).partition("/")
    scale = float(over) / float(under or 1)
    gain = tuple(scale / float(deviation) for deviation in step["std"])
    shift = tuple(-float(mean) / float(deviation) for mean, deviation in zip(step["mean"], step["std"], strict=True))
    return Tint(gain, shift)
