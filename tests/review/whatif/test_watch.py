"""The watch: counted and stopped from any thread."""

from __future__ import annotations

from threading import Thread

import pytest

from review.whatif.watch import StoppedError, Watch


def test_a_new_watch_lets_go_on_and_has_counted_nothing() -> None:
    watch = Watch()
    watch.go_on()
    assert (watch.done, watch.of, watch.finished.is_set()) == (0, 0, False)


def test_a_wish_from_another_thread_stops_with_plain_words() -> None:
    watch = Watch()
    thread = Thread(target=watch.stop)
    thread.start()
    thread.join()
    with pytest.raises(StoppedError, match="没有保存或改动") as told:
        watch.go_on()
    assert told.value.advice


def test_stopping_twice_is_stopping() -> None:
    watch = Watch()
    watch.stop()
    watch.stop()
    with pytest.raises(StoppedError):
        watch.go_on()
