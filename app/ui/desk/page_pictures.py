"""Pictures of pages for the viewer, as filed or without their seals; the last few are kept."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from typing import TYPE_CHECKING

from app.ui.widgets.page_view_picture import Picture, load_picture

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtCore import QObject

    from app.ui.shell.session import Session
    from review.claim.paper import Page

KEPT = 4
CLEANED = "cleaned"

Shown = Callable[[Picture], None]
Failed = Callable[[Exception], None]


class PagePictures:
    """Loads in the lane for drawing, so that saving never waits for a large scan; seals go in the engine's process."""

    def __init__(self, session: Session, owner: QObject) -> None:
        self._session, self._owner = session, owner
        self._kept: OrderedDict[tuple[str, bool], Picture] = OrderedDict()

    @property
    def can_clean(self) -> bool:
        """Whether there is an engine to take seals out."""
        return self._session.engine is not None

    def forget(self) -> None:
        """Another claim came: let the pictures go."""
        self._kept.clear()

    def fetch(self, page: Page, shown: Shown, failed: Failed, *, clean: bool = False) -> None:
        """Bring the picture of a page, now or a moment later; ``clean`` without its seals."""
        key, path = (page.sha256, clean), self._session.office.pages.path(page.sha256)
        kept = self._kept.get(key)
        if kept is not None:
            self._kept.move_to_end(key)
            shown(kept)
        elif clean and self._session.engine is not None:
            folder = self._session.office.home / CLEANED

            def made(file: Path) -> None:
                self._load(lambda: _taken(file), key, shown, failed)

            self._session.engine.clean(path, folder, made, failed)
        else:
            self._load(lambda: load_picture(path), key, shown, failed)

    def _load(self, load: Callable[[], Picture], key: tuple[str, bool], shown: Shown, failed: Failed) -> None:
        def keep(picture: Picture) -> None:
            self._kept[key] = picture
            while len(self._kept) > KEPT:
                self._kept.popitem(last=False)
            shown(picture)

        self._session.jobs.draw(self._owner, load, keep, failed)


def _taken(path: Path) -> Picture:
    """The picture of a file that was made for viewing only; the file goes."""
    try:
        return load_picture(path)
    finally:
        path.unlink(missing_ok=True)
