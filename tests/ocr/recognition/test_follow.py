from __future__ import annotations

from concurrent.futures import CancelledError, Future

import pytest

from ocr.recognition.follow import followed


def test_the_result_is_translated() -> None:
    source: Future[str] = Future()
    result = followed(source, int)
    source.set_result("12")
    assert result.result() == 12


def test_an_error_passes_on() -> None:
    source: Future[str] = Future()
    result = followed(source, int)
    source.set_exception(OSError("gone"))
    with pytest.raises(OSError, match="gone"):
        result.result()


def test_a_translation_that_fails_is_the_error() -> None:
    source: Future[str] = Future()
    result = followed(source, int)
    source.set_result("no number")
    assert isinstance(result.exception(), ValueError)


def test_cancelling_reaches_back_while_it_waits() -> None:
    source: Future[str] = Future()
    assert followed(source, int).cancel()
    assert source.cancelled()


def test_a_cancelled_source_cancels() -> None:
    source: Future[str] = Future()
    result = followed(source, int)
    source.cancel()
    source.set_running_or_notify_cancel()
    with pytest.raises(CancelledError):
        result.result()


def test_an_answer_after_cancelling_is_dropped() -> None:
    source: Future[str] = Future()
    source.set_running_or_notify_cancel()
    result = followed(source, int)
    assert result.cancel()
    source.set_result("1")
    assert result.cancelled()
