"""The child answers every request with a message, whatever the work does, and ends with its input."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

from ocr.errors import EngineError, PageRefusedError
from ocr.recognition.child import answer
from ocr.recognition.messages import error_of

if TYPE_CHECKING:
    from pathlib import Path


def started(kind: str, requests: bytes = b"", **env: str) -> tuple[int, list[dict[str, Any]]]:
    """Exit code and answers of a child that gets these requests and then the end of its input."""
    run = subprocess.run(
        [sys.executable, "-m", "ocr.recognition.child", kind],
        input=requests,
        capture_output=True,
        env={**os.environ, **env},
        check=False,
    )
    return run.returncode, [json.loads(text) for text in run.stdout.splitlines()]


def refuse(_: dict[str, str]) -> dict[str, Any]:
    raise PageRefusedError("坏了。", code="image-damaged", advice="重扫。")


def crash(_: dict[str, str]) -> dict[str, Any]:
    raise ZeroDivisionError


def test_the_outcome_of_the_work_is_the_answer() -> None:
    assert answer(lambda request: {"got": request["path"]}, {"path": "a"}) == {"got": "a"}


def test_a_refused_page_is_an_answer() -> None:
    error = error_of(answer(refuse, {}))
    assert isinstance(error, PageRefusedError)
    assert error.code == "image-damaged"


def test_whatever_a_page_does_to_the_engine_is_an_answer_without_its_words() -> None:
    error = error_of(answer(crash, {}))
    assert isinstance(error, EngineError)
    assert "ZeroDivisionError" in str(error)
    assert error.advice


def test_a_child_says_it_is_ready_and_ends_with_its_input() -> None:
    assert started("expand") == (0, [{"ready": "expand"}])


def test_a_child_answers_each_request_in_order(tmp_path: Path) -> None:
    requests = [json.dumps({"path": str(tmp_path / name), "into": str(tmp_path)}) + "\n" for name in ("a", "b")]
    code, (_, *answers) = started("expand", "".join(requests).encode())
    assert code == 0
    assert [found["failures"][0]["code"] for found in answers] == ["file-missing", "file-missing"]
    assert all(found["memory"] > 0 for found in answers)


def test_a_reading_child_without_weights_says_so_and_ends(tmp_path: Path) -> None:
    code, (said,) = started("read", LINGBAO_MODELS=str(tmp_path))
    assert code == 0
    assert said["error"] == "ModelsMissingError"


@pytest.mark.skipif(sys.platform == "win32", reason="memory is not bounded there")
def test_a_child_that_opens_files_may_not_take_all_memory() -> None:
    code = (
        "import resource\n"
        "from ocr.recognition.child import expanding\n"
        "expanding()\n"
        "print(resource.getrlimit(resource.RLIMIT_AS)[0])"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert int(run.stdout) <= 6 * 1024**3
