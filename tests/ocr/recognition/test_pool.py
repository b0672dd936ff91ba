"""The engine's process may die, hang or be closed at any moment: the page fails with a word, the next one works."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest
from PIL import Image

from ocr.errors import EngineError, ModelsMissingError
from ocr.recognition.lane import Lane, Terms
from ocr.recognition.pool import EnginePool

if TYPE_CHECKING:
    from collections.abc import Iterator
    from concurrent.futures import Future
    from pathlib import Path


@pytest.fixture
def lane() -> Iterator[Lane]:
    """A lane to the process that opens files; it needs no weights."""
    made = Lane("expand", Terms(), lambda *_: None)
    yield made
    made.close()


@pytest.fixture
def picture(tmp_path: Path) -> dict[str, str]:
    Image.new("RGB", (80, 60), "white").save(tmp_path / "a.png")
    (tmp_path / "into").mkdir()
    return {"path": str(tmp_path / "a.png"), "into": str(tmp_path / "into")}


def until_running(future: Future[Any]) -> None:
    """Wait until the process has the request; a lane gets to it within moments."""
    while not future.running():
        os.sched_yield()


def child_of(lane: Lane) -> int:
    assert lane.child_id is not None
    return lane.child_id


def test_the_rest_of_the_software_loads_no_pictures_or_networks() -> None:
    heavy = "{'cv2', 'numpy', 'paddle', 'paddleocr', 'onnxruntime'}"
    code = f"import sys, ocr.recognition.pool; sys.exit(bool({heavy} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.usefixtures("picture")
def test_files_are_expanded_in_another_process(tmp_path: Path) -> None:
    with EnginePool() as pool:
        pages, failures = pool.expand(tmp_path / "a.png", tmp_path / "into").result()
        gone = pool.expand(tmp_path / "gone.png", tmp_path / "into").result()
    assert [(page.name, page.width, page.height) for page in pages] == [("a.png", 80, 60)]
    assert failures == ()
    assert [failure.code for failure in gone[1]] == ["file-missing"]


def test_a_killed_process_is_replaced(lane: Lane, picture: dict[str, str]) -> None:
    lane.submit(picture).result()
    before = child_of(lane)
    os.kill(before, signal.SIGKILL)
    assert lane._child
    lane._child.wait()
    assert lane.submit(picture).result()["pages"]
    assert child_of(lane) != before


@pytest.mark.skipif(sys.platform == "win32", reason="stopping a process is a POSIX matter")
def test_a_process_killed_at_work_fails_that_page_only(lane: Lane, picture: dict[str, str]) -> None:
    lane.submit(picture).result()
    os.kill(child_of(lane), signal.SIGSTOP)
    stuck, waiting = lane.submit(picture), lane.submit(picture)
    until_running(stuck)
    os.kill(child_of(lane), signal.SIGKILL)
    error = stuck.exception()
    assert isinstance(error, EngineError)
    assert "其他页面不受影响" in str(error)
    assert waiting.result()["pages"]


def test_answers_come_in_the_order_of_the_requests_however_many_are_under_way(picture: dict[str, str]) -> None:
    lane = Lane("expand", Terms(at_once=3), lambda *_: None)
    gone = {**picture, "path": picture["path"] + ".gone"}
    asked = [picture, gone, picture, picture, gone, gone, picture]
    answers = [future.result() for future in [lane.submit(request) for request in asked]]
    assert [bool(answer["pages"]) for answer in answers] == [request is picture for request in asked]
    lane.close()


@pytest.mark.skipif(sys.platform == "win32", reason="stopping a process is a POSIX matter")
def test_of_several_requests_under_way_none_is_lost_when_the_process_dies(picture: dict[str, str]) -> None:
    lane = Lane("expand", Terms(at_once=2), lambda *_: None)
    lane.submit(picture).result()
    os.kill(child_of(lane), signal.SIGSTOP)
    both = [lane.submit(picture), lane.submit(picture)]
    for future in both:
        until_running(future)
    os.kill(child_of(lane), signal.SIGKILL)
    assert all(future.result()["pages"] for future in both)
    lane.close()


@pytest.mark.skipif(sys.platform == "win32", reason="stopping a process is a POSIX matter")
def test_only_the_request_that_kills_again_when_it_is_alone_is_lost(picture: dict[str, str]) -> None:
    deadly = iter([False, True, False])

    lanes: list[Lane] = []

    def tell(state: str, _: str) -> None:
        if state == "ready" and next(deadly):
            os.kill(child_of(lanes[0]), signal.SIGKILL)

    lane = Lane("expand", Terms(at_once=2), tell)
    lanes.append(lane)
    lane.submit(picture).result()
    os.kill(child_of(lane), signal.SIGSTOP)
    both = [lane.submit(picture), lane.submit(picture)]
    for future in both:
        until_running(future)
    os.kill(child_of(lane), signal.SIGKILL)
    assert isinstance(both[0].exception(), EngineError)
    assert both[1].result()["pages"]
    lane.close()


def test_a_tired_process_finishes_what_is_under_way(picture: dict[str, str]) -> None:
    lane = Lane("expand", Terms(requests=3, at_once=2), lambda *_: None)
    assert all(future.result()["pages"] for future in [lane.submit(picture) for _ in range(8)])
    lane.close()


@pytest.mark.skipif(sys.platform == "win32", reason="stopping a process is a POSIX matter")
def test_a_process_that_keeps_silent_is_ended(picture: dict[str, str]) -> None:
    lane = Lane("expand", Terms(patience=5.0), lambda *_: None)
    lane.submit({}).result()
    os.kill(child_of(lane), signal.SIGSTOP)
    assert isinstance(lane.submit(picture).exception(), EngineError)
    lane.close()


def test_a_process_is_replaced_after_its_share_of_requests(picture: dict[str, str]) -> None:
    lane = Lane("expand", Terms(requests=2), lambda *_: None)
    ids = set()
    for _ in range(2):
        lane.submit({}).result()
        ids.add(child_of(lane))
        assert all(lane.submit(picture).result()["pages"] for _ in range(2))
    lane.close()
    assert len(ids) == 2


def test_a_process_that_grew_is_replaced(picture: dict[str, str]) -> None:
    lane = Lane("expand", Terms(memory=1), lambda *_: None)
    assert lane.submit(picture).result()["memory"] > 1
    first = lane.child_id
    lane.submit({}).result()
    assert child_of(lane) != first
    lane.close()


def test_closing_leaves_no_process_and_refuses_what_comes_later(picture: dict[str, str]) -> None:
    lane = Lane("expand", Terms(), lambda *_: None)
    lane.submit(picture).result()
    child = child_of(lane)
    waiting = [lane.submit(picture) for _ in range(20)]
    lane.close()
    with pytest.raises(ProcessLookupError):
        os.kill(child, 0)
    assert isinstance(lane.submit(picture).exception(), EngineError)
    assert all(future.done() for future in waiting)
    lane.close()


def test_a_request_withdrawn_while_it_waits_is_not_done(lane: Lane, picture: dict[str, str]) -> None:
    first, second, third = (lane.submit(picture) for _ in range(3))
    withdrawn = third.cancel()
    assert first.result()["pages"]
    assert second.result()["pages"]
    assert third.cancelled() is withdrawn


@pytest.mark.skipif(sys.platform == "win32", reason="interrupts are sent otherwise there")
def test_an_interrupt_does_not_reach_the_process(lane: Lane, picture: dict[str, str]) -> None:
    lane.submit(picture).result()
    os.kill(child_of(lane), signal.SIGINT)
    before = child_of(lane)
    assert lane.submit(picture).result()["pages"]
    assert child_of(lane) == before


def test_without_weights_the_state_says_why(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LINGBAO_MODELS", str(tmp_path / "none"))
    heard: list[str] = []
    with EnginePool() as pool:
        pool.on_state(lambda state, _: heard.append(state))
        assert pool.state == ("cold", "")
        error = pool.read(tmp_path / "a.png", "a").exception()
        assert isinstance(error, ModelsMissingError)
        assert "install" in error.advice
        assert pool.state[0] == "failed"
        assert "模型" in pool.state[1]
    assert heard == ["warming", "failed", "cold"]
