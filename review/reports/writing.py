"""Files come into being whole or not at all: written beside their place, then moved into it."""

from __future__ import annotations

import errno
import os
import tempfile
from pathlib import Path

from review.errors import StoreError

_REASONS = {
    errno.ENOSPC: ("磁盘空间不足", "请清理磁盘或换一个位置后重新导出"),
    errno.EDQUOT: ("磁盘配额已用完", "请清理磁盘或换一个位置后重新导出"),
    errno.EACCES: ("没有写入这个文件夹的权限", "请换一个可以写入的文件夹"),
    errno.EPERM: ("没有写入这个文件夹的权限", "请换一个可以写入的文件夹"),
    errno.EROFS: ("这个位置是只读的", "请换一个可以写入的文件夹"),
    errno.ENOENT: ("文件夹不存在", "请先建立文件夹，或换一个位置"),
    errno.ENOTDIR: ("文件夹不存在", "请先建立文件夹，或换一个位置"),
    errno.EISDIR: ("这个名称已是一个文件夹", "请换一个文件名"),
    errno.ENAMETOOLONG: ("文件名太长", "请换一个较短的文件名"),
}


def write_whole(out: Path, content: bytes) -> Path:
    """Put the content at ``out`` in one move; whatever stood there before stays until the new file is complete.

    Raises:
        StoreError: the disk is full, the folder is missing or may not be written; nothing was changed.
    """
    out = Path(out)
    try:
        _move_in(out, content)
    except OSError as failure:
        reason, advice = _REASONS.get(failure.errno or 0, ("写入失败", "请检查磁盘后重试"))
        message = f"文件“{out.name}”没有写成：{reason}。原有文件和报销单均未改动。"
        raise StoreError(message, code="report-not-written", advice=f"{advice}。") from failure
    return out


def _move_in(out: Path, content: bytes) -> None:
    """Write a temporary file in the same folder, flush it to the disk, and give it the wanted name."""
    handle, name = tempfile.mkstemp(prefix=".lingbao-", suffix=".part", dir=out.parent)
    partial = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        partial.replace(out)
    except BaseException:
        partial.unlink(missing_ok=True)
        raise
