"""What went wrong, in words: what failed, what is safe, what to do; with the detail somebody else can be sent."""

from __future__ import annotations

import platform
import traceback
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, qVersion

from ocr.errors import ReadingError
from review.errors import LingbaoError


@dataclass(frozen=True, slots=True)
class Problem:
    """A failure as people are told it."""

    what: str
    safe: str
    advice: str
    detail: str


def problem(error: BaseException) -> Problem:
    """A failure in words; one nobody foresaw gets a general cure and its trace as detail."""
    if isinstance(error, (LingbaoError, ReadingError)):
        return Problem(str(error), _safe(), error.advice, f"{error.code}\n{_trace(error)}")
    translate = QCoreApplication.translate
    what = translate("problems", "这一步没有完成：出现了没有预料到的错误。")
    advice = translate("problems", "请重试一次；仍不行就点“复制详情”，连同刚才的操作一起发给系统管理员。")
    return Problem(what, _safe(), advice, f"{type(error).__name__}: {error}\n{_trace(error)}")


def _safe() -> str:
    return QCoreApplication.translate("problems", "此前保存的影像、改动和留痕都在，没有丢失。")


def _trace(error: BaseException) -> str:
    trace = "".join(traceback.format_exception(type(error), error, error.__traceback__))
    return f"{trace}\nPython {platform.python_version()}, Qt {qVersion()}, {platform.platform()}"
