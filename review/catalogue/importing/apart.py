"""Reading catalogue files in a process of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from review.catalogue.importing.reading import headings_of, read_catalogue
from review.sheets.apart import in_own_process

if TYPE_CHECKING:
    from pathlib import Path
    from threading import Event

    from review.catalogue.importing.headings import SheetLook
    from review.catalogue.importing.mapping import Mapping
    from review.catalogue.importing.proposal import Proposal


def read_apart(path: Path, mapping: Mapping | None = None, stop: Event | None = None) -> Proposal:
    """What :func:`read_catalogue` gives, read in a process that may die or be stopped by setting ``stop``.

    Raises:
        InputError: as read_catalogue; ``cancelled`` where stopped; ``catalogue-unsafe`` where it died or swelled.
    """
    return in_own_process(read_catalogue, (path, mapping), stop)


def looks_apart(path: Path, stop: Event | None = None) -> tuple[SheetLook, ...]:
    """What :func:`headings_of` gives, read in the same way.

    Raises:
        InputError: as :func:`read_apart`.
    """
    return in_own_process(headings_of, (path,), stop)
