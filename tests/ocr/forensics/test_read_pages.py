"""A page that the engine reads comes with its signs of change and its likeness."""

from __future__ import annotations

from typing import TYPE_CHECKING

import cv2
import pytest

from ocr.pages import page_from_json, to_json
from ocr.recognition.engine import PageReader
from tests.ocr.forensics.sheets import middle_of, table

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.engine
def test_a_read_page_tells_of_pasted_paper_and_is_known_again(tmp_path: Path) -> None:
    sheet = table(skipped=3)
    sheet.shade((590, middle_of(3) - 19, 116, 38), 232)
    sheet.print("8118.75", 700, middle_of(3))
    cv2.imwrite(str(tmp_path / "a.jpg"), sheet.scanned().source, [cv2.IMWRITE_JPEG_QUALITY, 90])
    page = PageReader().read(tmp_path / "a.jpg", "a.jpg")
    (sign,) = page.anomalies
    assert sign.code == "patched-paper"
    assert abs(sign.box[1] - middle_of(3) + 18) < 12
    assert len(page.likeness) == 16
    assert page_from_json(to_json(page)) == page
