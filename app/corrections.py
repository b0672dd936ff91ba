"""Corrections kept at the desk leave as crops with labels, in the form in which recognition networks are trained."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ocr.capture.cutting import cut_out
from ocr.errors import PageRefusedError
from ocr.pages import page_from_json
from review.errors import InputError
from review.services.learning import corrections, tell_export
from review.services.reading import page_texts

if TYPE_CHECKING:
    from collections.abc import Iterable

    from review.claim.people import Actor
    from review.services.learning import Correction
    from review.services.office import Office

LABELS = "rec_gt.txt"
"""One line a crop, its path and its text with a tab between, as PaddleOCR's recognition training reads them."""


@dataclass(frozen=True, slots=True)
class Exported:
    """What an export wrote, and what it left out: values with no label of their own, and places with no picture."""

    crops: int
    unlabelled: int
    unreadable: int


def export_corrections(office: Office, actor: Actor, folder: Path) -> Exported:
    """Write crops and labels to a new folder, whole or not at all.

    Raises:
        InputError: the folder is there already, or cannot be written; nothing was written.
        ForbiddenError: the person may not take corrections out of the house.
    """
    if folder.exists():
        message = f"{folder} 已经存在，没有写入任何内容"
        raise InputError(message, code="folder-exists", advice="请换一个新文件夹")
    kept = corrections(office, actor)
    labelled = [row for row in kept if row.label]
    turns = _turns(office, {row.claim for row in labelled})
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=folder.parent, prefix=".export-") as partial:
            written = _write(labelled, turns, Path(partial) / "set")
            (Path(partial) / "set").rename(folder)
    except OSError as error:
        message = f"没有写成：{error.strerror or error}；没有留下半份文件"
        raise InputError(message, code="not-written", advice="请检查磁盘空间和文件夹权限") from error
    tell_export(office, actor, written)
    return Exported(written, len(kept) - len(labelled), len(labelled) - written)


def _turns(office: Office, claims: Iterable[str]) -> dict[int, int]:
    """How each page must be turned to stand upright, degrees clockwise."""
    seen = (row for claim in claims for row in page_texts(office, claim))
    return {row.page_id: page_from_json(row.text).rotation for row in seen}


def _write(rows: Iterable[Correction], turns: dict[int, int], folder: Path) -> int:
    (folder / "crops").mkdir(parents=True)
    labels = []
    for number, row in enumerate(rows, 1):
        crop = f"crops/{number:06}.png"
        try:
            cut_out(row.path, row.box, turns.get(row.page_id, 0), folder / crop)
        except PageRefusedError:
            continue
        labels.append(f"{crop}\t{row.label}\n")
    (folder / LABELS).write_text("".join(labels), encoding="utf-8")
    return len(labels)
