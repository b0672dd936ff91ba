"""From what a person hands in - files, a pasted picture, a scan - to page files the services take."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from app.intake import page_file
from app.ui.jobs import Jobs
from app.ui.shell.engine import COLD, FAILED
from ocr.capture.files import expand
from ocr.capture.sources import SUFFIXES, FilesSource, SaneSource, scanners
from review.services.intake import Refused

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtCore import QObject
    from PySide6.QtGui import QImage

    from app.ui.shell.session import Session
    from ocr.capture.files import CapturedPage
    from ocr.capture.sources import Scanner
    from ocr.reading import Failure
    from review.services.intake import PageFile

    Failed = Callable[[Exception], None]

INCOMING = "incoming"
PATTERN = " ".join(f"*{suffix}" for suffix in sorted(SUFFIXES))
"""Files a file dialog offers."""


@dataclass(frozen=True, slots=True)
class Expanded:
    """Page files ready to be taken in, and what could not be read."""

    pages: tuple[PageFile, ...]
    refused: tuple[Refused, ...]


class Intake:
    """Works in the engine's process while it lives, else in the lane for pictures; never on the UI thread."""

    def __init__(self, session: Session, owner: QObject) -> None:
        self._session = session
        self._owner = owner
        self._scans = Jobs(owner)

    def expand(self, paths: Sequence[str], done: Callable[[Expanded], None]) -> None:
        """Turn files, and the files of folders, into pages; ``done`` comes on the UI thread."""
        chosen = FilesSource(tuple(Path(path) for path in paths))
        self._session.jobs.draw(self._owner, lambda: chosen.take(self._folder()), lambda files: self._read(files, done))

    def _read(self, files: Sequence[Path], done: Callable[[Expanded], None]) -> None:
        engine, folder = self._session.engine, self._folder()
        if engine is not None and engine.current not in {COLD, FAILED}:
            engine.expand(
                files, folder, lambda *found: self._session.jobs.draw(self._owner, lambda: _told(*found), done)
            )
        else:
            self._session.jobs.draw(self._owner, lambda: _expanded(files, folder), done)

    def keep_picture(self, image: QImage, done: Callable[[list[str]], None]) -> None:
        """Write a pasted picture to a file; ``done`` brings its path."""
        self._session.jobs.draw(self._owner, lambda: [_written(image, self._folder())], done)

    def scan(self, scanner: Scanner, *, feeder: bool, done: Callable[[list[str]], None], failed: Failed) -> None:
        """Scan on a thread of its own, for it takes as long as the paper does; ``done`` brings paths."""
        folder = self._folder()
        self._scans.run(self._owner, lambda: _scanned(scanner, folder, feeder=feeder), done, failed)

    def find_scanners(self, done: Callable[[tuple[Scanner, ...]], None]) -> None:
        """Ask SANE, which may take a while."""
        self._scans.run(self._owner, scanners, done, lambda _error: done(()))

    def _folder(self) -> Path:
        folder = self._session.office.home / INCOMING
        folder.mkdir(parents=True, exist_ok=True)
        return folder


def _scanned(scanner: Scanner, folder: Path, *, feeder: bool) -> list[str]:
    own = Path(tempfile.mkdtemp(dir=folder, prefix="scan-"))
    return [str(path) for path in SaneSource(scanner.device, feeder=feeder).take(own)]


def _expanded(files: Sequence[Path], folder: Path) -> Expanded:
    results = [expand(file, folder) for file in files]
    return _told([page for pages, _ in results for page in pages], [f for _, failed in results for f in failed])


def _told(pages: Sequence[CapturedPage], failures: Sequence[Failure]) -> Expanded:
    return Expanded(tuple(map(page_file, pages)), tuple(Refused(f.file, f.message, f.advice) for f in failures))


def _written(image: QImage, folder: Path) -> str:
    with tempfile.NamedTemporaryFile(dir=folder, prefix="paste-", suffix=".png", delete=False) as file:
        path = Path(file.name)
    if not image.save(str(path)):
        path.unlink()
        raise OSError(path.name)
    return str(path)
