"""Which weights are used and what runs them: the environment chooses, the model store is the default.

``LINGBAO_ENGINE``: ``openvino`` (default), ``onnxruntime`` or ``paddleocr`` (that library's own predictors).
``LINGBAO_DETECTION``, ``LINGBAO_RECOGNITION``, ``LINGBAO_ORIENTATION``, ``LINGBAO_SECOND``: an official PaddleOCR model
folder each; the last one reads short lines first and is asked for second opinions. ``LINGBAO_SOFT_PRINT``: a folder of
the same form, asked about print that is small and soft; ours lies in the resources (ADR 19). ``LINGBAO_PRECISION``:
``f32`` or ``bf16`` for all layers, OpenVINO only; else whole numbers where they were measured (see ``eights``).
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ocr.errors import EngineError, ReadingError
from ocr.recognition.manifest import FOLDER
from ocr.recognition.store import model_folder, require

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ocr.recognition.networks import Networks

ENGINES = ("openvino", "onnxruntime", "paddleocr")

_STOCK = {
    "DETECTION": "PP-OCRv6_small_det",
    "RECOGNITION": "PP-OCRv6_small_rec",
    "ORIENTATION": "PP-LCNet_x1_0_doc_ori",
    "SECOND": "PP-OCRv6_tiny_rec",
}


SOFT_PRINT = FOLDER / "soft_print"
"""Weights of our own tuning, for print that is small and soft."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What runs the networks, their folders, and the precision asked for (empty: the runtime's own)."""

    engine: str
    detection: Path
    recognition: Path
    orientation: Path
    second: Path
    soft_print: Path = SOFT_PRINT
    precision: str = ""


def chosen(environ: Mapping[str, str] = os.environ) -> Choice:
    """The choice of an environment; raises :class:`EngineError` when it names an engine that is not known."""
    engine = environ.get("LINGBAO_ENGINE", "") or ENGINES[0]
    if engine not in ENGINES:
        raise EngineError(
            f"识别引擎 {engine} 不存在，未启动识别。", advice=f"LINGBAO_ENGINE 请设为 {'、'.join(ENGINES)} 之一。"
        )
    folders = {
        name.lower(): Path(environ.get(f"LINGBAO_{name}", "") or model_folder(stock)) for name, stock in _STOCK.items()
    }
    soft_print = Path(environ.get("LINGBAO_SOFT_PRINT", "") or SOFT_PRINT)
    return Choice(engine, **folders, soft_print=soft_print, precision=environ.get("LINGBAO_PRECISION", ""))


def load(choice: Choice | None = None) -> Networks:
    """The networks chosen, ready to be used.

    Raises:
        ModelsMissingError: the model store is unsound, or a folder holds no such model.
        EngineError: the engine is not known, or cannot run the weights.
    """
    require()
    wanted = choice or chosen()
    try:
        return _loaded(wanted)
    except ReadingError:
        raise
    except Exception as error:  # each runtime has errors of its own, without a common kind
        said = f"识别引擎 {wanted.engine} 无法加载模型（{type(error).__name__}）。已保存的影像和数据不受影响。"
        raise EngineError(said, code="engine-start", advice="请检查模型文件夹，或换用另一引擎。") from error


def _loaded(choice: Choice) -> Networks:
    """Only what was chosen is imported."""
    if choice.engine == "paddleocr":
        from ocr.recognition.paddle import PaddleNetworks  # noqa: PLC0415

        return PaddleNetworks(choice)
    from ocr.recognition.networks import OnnxNetworks  # noqa: PLC0415
    from ocr.recognition.runtimes import OnnxRuntime, OpenVino  # noqa: PLC0415

    return OnnxNetworks(choice, OpenVino(choice.precision) if choice.engine == "openvino" else OnnxRuntime())
