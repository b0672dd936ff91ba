"""The most memory a process has held, by the count that begins with the process itself.

``ru_maxrss`` is no such count: on Linux a child's begins with what the process that started it held.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path


def peak_memory(process: int | None = None) -> int:
    """The most bytes a process has held, this one by default; what it holds now where the system keeps no peak."""
    with suppress(OSError, StopIteration):
        status = Path("/proc", str(process or "self"), "status").read_text("utf-8").splitlines()
        return int(next(line for line in status if line.startswith("VmHWM")).split()[1]) * 1024
    import psutil  # noqa: PLC0415 - Linux, where the engine usually runs, does without

    now = psutil.Process(process).memory_info()
    return int(getattr(now, "peak_wset", now.rss))
