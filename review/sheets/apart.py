"""Reading in a process of its own, for files nobody has proved: a parser that dies or swells takes nothing with it."""

from __future__ import annotations

import multiprocessing
from typing import TYPE_CHECKING, Any, TypeVar

import psutil

from review.errors import InputError, LingbaoError

if TYPE_CHECKING:
    from collections.abc import Callable
    from multiprocessing.connection import Connection
    from multiprocessing.context import SpawnProcess
    from threading import Event

MEMORY = 2_500_000_000
"""Bytes the reading process may hold; 300,000 rows take about a quarter."""
_GLANCE = 0.1
_Result = TypeVar("_Result")


def in_own_process(
    read: Callable[..., _Result], told: tuple[Any, ...], stop: Event | None = None, memory: int = MEMORY
) -> _Result:
    """What ``read(*told)`` gives, read in a process that may die or be stopped; ``read`` is a function of a module.

    Raises:
        InputError: as ``read``; ``cancelled`` where stopped; ``catalogue-unsafe`` where it died or swelled.
    """
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    child = context.Process(target=_read, args=(theirs, read, told), daemon=True)
    child.start()
    theirs.close()
    try:
        result = _awaited(ours, child, stop, memory)
    except EOFError as error:
        raise _died("读取时解析程序意外退出") from error
    finally:
        child.kill()
        child.join()
        ours.close()
    if isinstance(result, LingbaoError):
        raise result
    return result  # type: ignore[no-any-return]


def _awaited(ours: Connection, child: SpawnProcess, stop: Event | None, memory: int) -> Any:
    watched = psutil.Process(child.pid)
    while True:
        if stop is not None and stop.is_set():
            raise InputError("已停止读入，没有保存任何内容。", code="cancelled", advice="需要时可重新导入。")
        if _held(watched) > memory:
            raise _died("读取时占用的内存超过上限")
        if ours.poll(_GLANCE):
            return ours.recv()


def _held(watched: psutil.Process) -> int:
    try:
        return int(watched.memory_info().rss)
    except psutil.Error:
        return 0


def _died(what: str) -> InputError:
    advice = "请用 Excel 或 WPS 打开原文件，另存为新的 .xlsx 后再导入；仍不行时请把文件分成几个。"
    return InputError(f"{what}，已停止，没有读入任何内容。", code="catalogue-unsafe", advice=advice)


def _read(theirs: Connection, read: Callable[..., Any], told: tuple[Any, ...]) -> None:
    """What the process does: read, and send what came of it."""
    try:
        result = read(*told)
    except LingbaoError as error:
        result = error
    theirs.send(result)
    theirs.close()
