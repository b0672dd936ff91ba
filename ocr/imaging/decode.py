"""A page file into pixels, exactly as filed: no EXIF turn, no scaling, and never more pixels than bounded."""

from __future__ import annotations

from typing import TYPE_CHECKING

import cv2
import numpy as np

from ocr.errors import PageRefusedError

if TYPE_CHECKING:
    from pathlib import Path

    from ocr.imaging.view import Pixels

_AS_FILED = cv2.IMREAD_COLOR | cv2.IMREAD_IGNORE_ORIENTATION
_ADVICE = "请重新扫描或拍摄这一页。"


def decode(path: Path) -> Pixels:
    """The page's raw pixels.

    The file has passed ``ocr.capture.files.expand`` and is bounded; what is still wrong with it is refused here.

    Raises:
        PageRefusedError: the file is gone, or its pixels cannot be read.
    """
    try:
        content = np.frombuffer(path.read_bytes(), np.uint8)
    except OSError as error:
        raise PageRefusedError(f"影像文件读不到：{path.name}。", code="image-unreadable", advice=_ADVICE) from error
    try:
        pixels = cv2.imdecode(content, _AS_FILED) if content.size else None
    except cv2.error:
        pixels = None
    if pixels is None:
        raise PageRefusedError(f"影像已损坏，无法解码：{path.name}。", code="image-damaged", advice=_ADVICE)
    return np.asarray(pixels, np.uint8)
