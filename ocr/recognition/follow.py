"""A future that follows another: the same outcome, translated."""

from __future__ import annotations

from concurrent.futures import Future
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")
S = TypeVar("S")


def followed(source: Future[S], translate: Callable[[S], T]) -> Future[T]:
    """The future of ``translate`` applied to the source's result; errors, also of the translation, pass on.

    Cancelling the result cancels the source while it still waits.
    """
    result: Future[T] = Future()

    def settle(done: Future[S]) -> None:
        if done.cancelled() or not result.set_running_or_notify_cancel():
            result.cancel()
            return
        error = done.exception()
        if error is not None:
            result.set_exception(error)
            return
        try:
            result.set_result(translate(done.result()))
        except (KeyError, TypeError, ValueError) as fault:
            result.set_exception(fault)

    def withdraw(follower: Future[T]) -> None:
        if follower.cancelled():
            source.cancel()

    result.add_done_callback(withdraw)
    source.add_done_callback(settle)
    return result
