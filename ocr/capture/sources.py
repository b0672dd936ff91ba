"""Where pages come from: chosen files, a folder, a scanner through SANE. Each gives files for :func:`expand`."""

from __future__ import annotations

import os
import shutil
import subprocess
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from ocr.errors import ReadingError

if TYPE_CHECKING:
    from pathlib import Path

SUFFIXES = frozenset({".jpg", ".jpeg", ".png", ".tif", ".tiff", ".bmp", ".webp", ".gif", ".pdf", ".ofd", ".xml"})
NO_SCANNER = "no-scanner"
SCAN_FAILED = "scan-failed"
PATIENCE = 600
"""Seconds a scan of a full feeder may take."""


class Source(Protocol):
    """Something that puts page files into a folder of the caller and names them in order."""

    def take(self, into: Path) -> tuple[Path, ...]:
        """The files in order; ``into`` may be used for new ones. Raises ReadingError."""


@dataclass(frozen=True, slots=True)
class FilesSource:
    """Files and folders somebody chose, in their order; the page files of a folder come by name."""

    paths: tuple[Path, ...]

    def take(self, into: Path) -> tuple[Path, ...]:  # noqa: ARG002 - files are read where they lie
        """The files named and those of the folders named."""
        return tuple(file for path in self.paths for file in _files(path))


def _files(path: Path) -> list[Path]:
    if not path.is_dir():
        return [path]
    return sorted(file for file in path.iterdir() if file.suffix.lower() in SUFFIXES)


@dataclass(frozen=True, slots=True)
class Scanner:
    """A scanner as SANE names it: ``device`` for the machine, ``label`` for people."""

    device: str
    label: str


def scanners() -> tuple[Scanner, ...]:
    """The scanners SANE finds; none where SANE is not installed."""
    tool = shutil.which("scanimage")
    if tool is None:
        return ()
    listed = _run([tool, "-f", "%d\t%v %m%n"])
    rows = [line.partition("\t") for line in listed.stdout.splitlines() if "\t" in line]
    return tuple(Scanner(device, label.strip()) for device, _, label in rows)


@dataclass(frozen=True, slots=True)
class SaneSource:
    """One scan: ``feeder`` takes all sheets of the document feeder, else one page from the glass.

    ``options`` are further words for scanimage, such as ``("--mode", "Color")``.
    """

    device: str
    dpi: int = 200
    feeder: bool = False
    options: tuple[str, ...] = ()

    def take(self, into: Path) -> tuple[Path, ...]:
        """Scan into PNG files. Raises ReadingError with the scanner's own words where nothing came."""
        tool = shutil.which("scanimage")
        if tool is None:
            raise ReadingError(
                "这台电脑没有安装扫描程序", code=NO_SCANNER, advice="安装 sane-utils，或把影像文件拖进来"
            )
        before = set(into.glob("scan-*.png"))
        asked = [
            tool,
            "-d",
            self.device,
            "--format=png",
            f"--resolution={self.dpi}",
            *self.options,
            *self._target(into),
        ]
        finished = _run(asked)
        made = tuple(sorted(set(into.glob("scan-*.png")) - before))
        if not made or (finished.returncode and not self.feeder):
            words = finished.stderr.strip().splitlines()[-1:] or [f"退出码 {finished.returncode}"]
            raise ReadingError(
                f"扫描没有完成：{words[0]}", code=SCAN_FAILED, advice="检查扫描仪和纸张后再扫一次；已有的页不受影响"
            )
        return made

    def _target(self, into: Path) -> list[str]:
        first = len(list(into.glob("scan-*.png"))) + 1
        if self.feeder:
            feeder = ["--source", "Automatic Document Feeder"]
            return [*feeder, f"--batch={into}/scan-%04d.png", f"--batch-start={first}"]
        return [f"--output-file={into}/scan-{first:04d}.png"]


def _run(command: list[str]) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "LC_ALL": "C.UTF-8"}
    try:
        return subprocess.run(  # noqa: S603 - our own words, no shell
            command, capture_output=True, text=True, check=False, env=environment, timeout=PATIENCE
        )
    except subprocess.TimeoutExpired as error:
        message = f"扫描仪 {PATIENCE // 60} 分钟没有回应"
        raise ReadingError(message, code=SCAN_FAILED, advice="检查扫描仪后再扫一次；已有的页不受影响") from error
