"""The third engine: the predictors of the PaddleOCR library, for whoever wants exactly those."""

from __future__ import annotations

import os
from functools import cached_property
from typing import TYPE_CHECKING, Any

import cv2
import numpy as np
import yaml

from ocr.imaging.contrast import levelled
from ocr.recognition.decoding import Seen, decode_line
from ocr.recognition.phrases import decode_soft, settled
from ocr.recognition.runtimes import threads
from ocr.recognition.store import models_home

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from ocr.imaging.view import Pixels, Quad
    from ocr.recognition.choice import Choice
    from ocr.recognition.decoding import Decode

_BATCH = 8


class LineDecoder:
    """Stands in the place of PaddleX's decoder, which keeps no more than the mean probability."""

    def __init__(self, characters: Sequence[str], decode: Decode = decode_line) -> None:
        """Keep the alphabet, blank first."""
        self._characters, self._decode = characters, decode

    def __call__(self, predictions: Sequence[Any], **_: object) -> tuple[list[Seen], list[float]]:
        """Lines and their confidences, in the order of the batch."""
        seen = [self._decode(line, self._characters) for line in np.asarray(predictions[0])]
        return seen, [line.confidence for line in seen]


class PaddleNetworks:
    """PaddleOCR 3.7 on onnxruntime, local folders only; implements ``Networks``; the import takes 5 to 10 s."""

    def __init__(self, choice: Choice) -> None:
        """Load detection and recognition."""
        os.environ["PADDLE_PDX_DISABLE_MODEL_SOURCE_CHECK"] = "True"
        os.environ.setdefault("PADDLE_PDX_CACHE_HOME", str(models_home() / "cache"))
        cv2.setNumThreads(threads())
        self._choice = choice
        self._find = _loaded("TextDetection", choice.detection)
        self._recognise = _reader(choice.recognition)

    def turn(self, pixels: Pixels) -> int:
        """See ``Networks``; the classifier's label is how far the page lies turned clockwise."""
        return (360 - int(self._turning.predict(pixels)[0]["label_names"][0])) % 360

    def find(self, pixels: Pixels) -> tuple[Quad, ...]:
        """See ``Networks``."""
        found = self._find.predict(pixels, limit_side_len=max(pixels.shape), limit_type="max")[0]["dt_polys"]
        return tuple(np.asarray(quad, np.float64) for quad in found)

    def recognise(self, crops: Sequence[Pixels]) -> tuple[Seen, ...]:
        """See ``Networks``."""
        return _read(self._recognise, crops)

    def reconsider(self, crops: Sequence[Pixels]) -> tuple[Seen, ...]:
        """See ``Networks``."""
        return _read(self._second, crops)

    def read_soft(self, crops: Sequence[Pixels]) -> tuple[Seen, ...]:
        """See ``Networks``."""
        return settled(_read(self._soft, [levelled(crop) for crop in crops]))

    @cached_property
    def _turning(self) -> Any:
        return _loaded("DocImgOrientationClassification", self._choice.orientation)

    @cached_property
    def _second(self) -> Any:
        return _reader(self._choice.second)

    @cached_property
    def _soft(self) -> Any:
        return _reader(self._choice.soft_print, decode_soft)


def _read(reader: Any, crops: Sequence[Pixels]) -> tuple[Seen, ...]:
    """Boxes of like shape go together, so that little padding is computed."""
    order = sorted(range(len(crops)), key=lambda index: crops[index].shape[1] / crops[index].shape[0])
    read = reader.predict([crops[index] for index in order], batch_size=_BATCH) if crops else ()
    seen = dict(zip(order, (line["rec_text"] for line in read), strict=True))
    return tuple(seen[index] for index in range(len(crops)))


def _reader(folder: Path, decode: Decode = decode_line) -> Any:
    reader = _loaded("TextRecognition", folder)
    reader.paddlex_predictor.post_op = LineDecoder(reader.paddlex_predictor.post_op.character, decode)
    return reader


def _loaded(kind: str, folder: Path) -> Any:
    """One of the library's predictors over a folder; it must be told the name written there."""
    import paddleocr  # noqa: PLC0415  slow, and only loaded when it was chosen

    options = {"intra_op_num_threads": threads(), "inter_op_num_threads": 1}
    name = yaml.safe_load((folder / "inference.yml").read_text("utf-8").partition("PreProcess")[0])["Global"]
    return getattr(paddleocr, kind)(
        model_name=name["model_name"], model_dir=str(folder), device="cpu", engine="onnxruntime", engine_config=options
    )
