"""Memory that pages took and that nothing needs any more, given back to the system.

Pages of ever other sizes leave gaps between what networks keep; without this a process grows for hundreds of pages.
"""

from __future__ import annotations

import ctypes
import sys
from functools import cache
from itertools import count
from typing import Any

_LARGE_FROM, _LARGE = -3, 8 << 20
"""glibc's ``M_MMAP_THRESHOLD``: pieces of so many bytes or more are taken from the system one by one, and given back.

Each page of memory taken anew costs the system a few microseconds; from 1 MiB on it was 0.1 s a page of paper."""

_TOP_FROM, _TOP = -1, 64 << 20
"""glibc's ``M_TRIM_THRESHOLD``: so many free bytes at the end of the heap are kept for the next page."""

_EVERY = 8
"""Answers after which all free memory is given back: after each one, the next had to take it anew."""

_answers = count(1)


def give_back_large() -> None:
    """From now on give each large piece back as soon as it is free, where the C library offers to.

    By itself it keeps pieces of the size of a page once one was freed: some 90 MiB more for pages of 300 dpi.
    """
    for name, size in ((_LARGE_FROM, _LARGE), (_TOP_FROM, _TOP)):
        _call("mallopt")(name, size)


def give_back() -> None:
    """An answer was given: after every few of them give all free memory back, where the C library offers to."""
    if next(_answers) % _EVERY == 0:
        _call("malloc_trim")(0)


@cache
def _call(name: str) -> Any:
    """A call of the C library; one that does nothing where there is none."""
    library = ctypes.CDLL(None) if sys.platform.startswith("linux") else None
    return getattr(library, name, _nothing)


def _nothing(*_: int) -> None:
    """What systems without the call do."""
