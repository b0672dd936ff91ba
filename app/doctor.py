"""What Lingbao finds on this machine, what is missing, and the cure."""

from __future__ import annotations

import os
import shutil
import sys
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ocr.recognition import store as models
from resources import ROOT
from review.errors import LingbaoError
from review.services.health import store_health
from review.services.office import data_home, open_office

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from review.services.health import StoreHealth

DISK_NEEDED = 2 * 1024**3
CHINA_OFFSET_HOURS = 8


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing examined: its name, whether it is there, what was seen, the cure, and whether work needs it."""

    name: str
    ok: bool
    state: str
    cure: str = ""
    needed: bool = True


def diagnose() -> tuple[Finding, ...]:
    """Examine everything; never raises. A data folder that is missing is made, an older database brought up to date."""
    return tuple(look() for look in EXAMINATIONS)


def _python() -> Finding:
    version = ".".join(map(str, sys.version_info[:3]))
    return Finding("Python", (3, 11) <= sys.version_info[:2] <= (3, 13), version, "请安装 Python 3.11 至 3.13")


def _weights() -> Finding:
    missing = models.verify()
    if not missing:
        return Finding("识别模型", ok=True, state=f"完整，在 {models.models_home()}")
    names = "、".join(file.path.name for file in missing[:3])
    return Finding(
        "识别模型",
        ok=False,
        state=f"缺 {len(missing)} 个文件（{names}）",
        cure="运行 python -m ocr.recognition.install",
    )


def _fonts() -> Finding:
    fonts = sorted(path.name for path in (ROOT / "fonts").glob("*.ttf"))
    return Finding("中文字体", bool(fonts), "、".join(fonts) or "没有", "请重新安装 lingbao，字体随软件提供")


def _scanner() -> Finding:
    tool = shutil.which("scanimage")
    cure = "需要直接扫描时安装 sane-utils；拖入文件不受影响"
    return Finding("扫描仪", tool is not None, tool or "没有 scanimage", cure, needed=False)


def _database() -> Finding:
    try:
        office = open_office()
        health = store_health(office)
    except LingbaoError as error:
        return Finding("数据库", ok=False, state=str(error), cure=error.advice)
    if health.ok:
        return Finding("数据库", ok=True, state=f"完好，留痕 {health.journal.rows} 行，在 {office.home}")
    return Finding(
        "数据库", ok=False, state=_damage(health), cure="请停止使用并从备份恢复（lingbao backup --restore），再查原因"
    )


def _damage(health: StoreHealth) -> str:
    """What is not as it was written, in words."""
    faults = (
        (not health.database, "数据库文件损坏"),
        (not health.journal.ok, f"留痕在第 {health.journal.broken_at} 行断开"),
        (bool(health.damaged), f"{len(health.damaged)} 个影像文件损坏"),
        (bool(health.missing), f"{len(health.missing)} 个影像文件缺失"),
    )
    return "，".join(words for broken, words in faults if broken)


def _disk() -> Finding:
    folder = _existing(data_home())
    free = shutil.disk_usage(folder).free
    cure = "请清理磁盘或用 LINGBAO_HOME 指到别处；已保存的数据不受影响"
    return Finding("磁盘", free >= DISK_NEEDED, f"{folder} 剩余 {free / 1024**3:.1f} GB", cure)


def _existing(folder: Path) -> Path:
    return folder if folder.exists() else _existing(folder.parent)


def _writable() -> Finding:
    folder = _existing(data_home())
    return Finding(
        "数据文件夹", os.access(folder, os.W_OK), f"{folder} 可写", "请给当前用户写权限，或改用 LINGBAO_HOME"
    )


def _time_zone() -> Finding:
    hours = -time.timezone / 3600
    cure = "时限和留痕按北京时间计算，不受影响；窗口里的时刻按本机时区显示，建议设为 Asia/Shanghai"
    return Finding("时区", hours == CHINA_OFFSET_HOURS, f"{time.tzname[0]} UTC{hours:+g}", cure, needed=False)


EXAMINATIONS: tuple[Callable[[], Finding], ...] = (
    _python,
    _weights,
    _fonts,
    _scanner,
    _writable,
    _database,
    _disk,
    _time_zone,
)
