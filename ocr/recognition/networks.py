"""The three networks: which way up, where text is, what it says. PaddleOCR 3.7 on onnxruntime, local folders only."""

from __future__ import annotations

import math
import os
from typing import TYPE_CHECKING, Any, Protocol

import cv2
import numpy as np

from ocr.recognition.decoding import LineDecoder, Seen
from ocr.recognition.store import model_folder, models_home, require

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ocr.imaging.view import Pixels, Quad

_AREA = 1280 * 905
"""Detection looks at a page shrunk to this many pixels: on A4 the same boxes as at full size, in a third."""

_BATCH = 8


class Networks(Protocol):
    """What reading a page needs; the weights behind it may change."""

    def turn(self, pixels: Pixels) -> int:
        """Degrees clockwise that would set the page upright, by its looks alone: 0, 90, 180 or 270."""

    def find(self, pixels: Pixels) -> tuple[Quad, ...]:
        """The text boxes."""

    def recognise(self, crops: Sequence[Pixels]) -> tuple[Seen, ...]:
        """What each cut-out text box says."""


def threads() -> int:
    """How many threads the engine may use: the cores this process may run on, at most 8."""
    return min(8, len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1)


def long_side(pixels: Pixels) -> int:
    """The longer side at which a page has the area that detection looks at, whatever its shape."""
    short, long = sorted(pixels.shape[:2])
    return round(math.sqrt(_AREA * long / short))


class PaddleNetworks:
    """PP-OCRv6 small detection and recognition with the page orientation classifier; not safe for threads."""

    def __init__(self) -> None:
        """Prove the weights and load them (about 2 s, plus 5-10 s for the first import of PaddleOCR)."""
        require()
        os.environ["PADDLE_PDX_DISABLE_MODEL_SOURCE_CHECK"] = "True"
        os.environ.setdefault("PADDLE_PDX_CACHE_HOME", str(models_home() / "cache"))
        from paddleocr import DocImgOrientationClassification, TextDetection, TextRecognition  # noqa: PLC0415  slow

        cv2.setNumThreads(threads())
        self._turn = _load(DocImgOrientationClassification, "PP-LCNet_x1_0_doc_ori")
        self._find = _load(TextDetection, "PP-OCRv6_small_det")
        self._recognise = _load(TextRecognition, "PP-OCRv6_small_rec")
        reader = self._recognise.paddlex_predictor
        reader.post_op = LineDecoder(reader.post_op.character)

    def turn(self, pixels: Pixels) -> int:
        """The classifier's label is how far the page lies turned clockwise."""
        return (360 - int(self._turn.predict(pixels)[0]["label_names"][0])) % 360

    def find(self, pixels: Pixels) -> tuple[Quad, ...]:
        """Boxes of the detector, corners clockwise from the top left."""
        found = self._find.predict(pixels, limit_side_len=long_side(pixels), limit_type="max")[0]["dt_polys"]
        return tuple(np.asarray(quad, np.float64) for quad in found)

    def recognise(self, crops: Sequence[Pixels]) -> tuple[Seen, ...]:
        """Boxes of like shape go together, so that little padding is computed."""
        if not crops:
            return ()
        order = sorted(range(len(crops)), key=lambda index: crops[index].shape[1] / crops[index].shape[0])
        read = self._recognise.predict([crops[index] for index in order], batch_size=_BATCH)
        seen = dict(zip(order, (line["rec_text"] for line in read), strict=True))
        return tuple(seen[index] for index in range(len(crops)))


def _load(kind: Any, name: str) -> Any:
    options = {"intra_op_num_threads": threads(), "inter_op_num_threads": 1}
    folder = str(model_folder(name))
    return kind(model_name=name, model_dir=folder, device="cpu", engine="onnxruntime", engine_config=options)
