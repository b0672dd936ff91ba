"""Memory that pages took and that nothing needs any more, given back to the system.

Pages of ever other sizes leave gaps between what networks keep; without this a process grows for hundreds of pages.
"""

from __future__ import annotations

import ctypes
import sys
from functools import cache
from typing import Any

_LARGE_FROM = -3
"""glibc's ``M_MMAP_THRESHOLD``: pieces of so many bytes or more are taken from the system one by one."""
_LARGE = 1 << 20


def give_back_large() -> None:
    """From now on give each large piece back as soon as it is free, where the C library offers to.

    By itself it keeps pieces of the size of a page once one was freed: some 90 MiB more for pages of 300 dpi.
    """
    _call("mallopt")(_LARGE_FROM, _LARGE)


def give_back() -> None:
    """Give all free memory back, where the C library offers to; a few milliseconds."""
    _call("malloc_trim")(0)


@cache
def _call(name: str) -> Any:
    """A call of the C library; one that does nothing where there is none."""
    library = ctypes.CDLL(None) if sys.platform.startswith("linux") else None
    return getattr(library, name, _nothing)


def _nothing(*_: int) -> None:
    """What systems without the call do."""
