"""Small pictures of pages, decoded off the UI thread; a page that cannot be shown has none."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from app.ui.widgets.page_view_picture import PictureError, load_thumbnail

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from PySide6.QtGui import QImage

SIDE = 320

Key = tuple[str, int]
"""Content hash of a page and its turn."""


def small_pictures(wanted: Mapping[Key, Path]) -> dict[Key, QImage]:
    """Pictures by key; slow, so never called on the UI thread."""
    found: dict[Key, QImage] = {}
    for key, path in wanted.items():
        with suppress(PictureError):  # the page itself tells, when it is looked at
            found[key] = load_thumbnail(path, SIDE, key[1])
    return found
