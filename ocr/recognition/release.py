"""Memory that pages took and that nothing needs any more, given back to the system after each of them.

Pages of ever other sizes leave gaps between what networks keep; without this a process grows for hundreds of pages.
"""

from __future__ import annotations

import ctypes
import sys
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


def give_back() -> None:
    """Give free memory back, where the C library offers to; a few milliseconds."""
    _trim()(0)


@cache
def _trim() -> Callable[[int], object]:
    """The C library's call; one that does nothing where there is none."""
    if not sys.platform.startswith("linux"):
        return int
    try:
        trim: Callable[[int], object] = ctypes.CDLL(None).malloc_trim
    except AttributeError:
        return int
    return trim
