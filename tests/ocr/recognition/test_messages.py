from __future__ import annotations

import json
from pathlib import Path

import pytest

from ocr.capture.kept import CapturedPage
from ocr.errors import EngineError, ModelsMissingError, PageRefusedError, ReadingError
from ocr.pages import Look
from ocr.reading import Failure
from ocr.recognition.messages import (
    error_message,
    error_of,
    expanded_message,
    expanded_of,
    line,
    looks_message,
    looks_of,
)


@pytest.mark.parametrize("kind", [EngineError, ModelsMissingError, PageRefusedError])
def test_an_error_crosses_whole(kind: type[ReadingError]) -> None:
    error = error_of(json.loads(line(error_message(kind("坏了", code="x-1", advice="重试")))))
    assert type(error) is kind
    assert (str(error), error.code, error.advice) == ("坏了", "x-1", "重试")


def test_an_unknown_error_is_the_engines() -> None:
    assert isinstance(error_of({"error": "Strange", "message": "m", "code": "c", "advice": ""}), EngineError)


def test_an_expansion_crosses_whole() -> None:
    pages = (
        CapturedPage("扫描.pdf 1", Path("/pages/ab.png"), "ab", 10, 20),
        CapturedPage("原件.pdf 1", Path("/pages/cd.png"), "cd", 10, 20, Path("/pages/cd.layer.json")),
    )
    failures = (Failure("扫描.pdf 2", "image-damaged", "坏了", "重扫"),)
    assert expanded_of(json.loads(line(expanded_message(pages, failures)))) == (pages, failures)


def test_a_message_is_one_line_whatever_it_holds() -> None:
    sent = line({"text": "第一行\n第二行\u2028\r"})
    assert sent.count(b"\n") == 1
    assert sent.endswith(b"\n")


def test_second_looks_cross_whole() -> None:
    looks = (Look((1, 2, 3, 4), "14415.78", 0.98, 0.9, "binary"), Look((5, 6, 7, 8), "氯", 0.6, 0.6, "weights"))
    assert looks_of(json.loads(line(looks_message(looks)))) == looks
