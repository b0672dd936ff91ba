"""Joins parts into one PDF/A-2b file: colour intent, metadata, bookmarks, nothing the reader's machine must add."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING

import pikepdf
from PIL import ImageCms

from review.reports.words import china

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

CREATOR = "Lingbao"


@dataclass(frozen=True, slots=True)
class Part:
    """One PDF to be joined, with its bookmark and those of its pages (title, page index within the part)."""

    content: bytes
    title: str
    marks: tuple[tuple[str, int], ...] = field(default=())


@dataclass(frozen=True, slots=True)
class About:
    """What the file is: title, subject, and when it was made (none: no date is written)."""

    title: str
    subject: str = ""
    made_at: datetime | None = None


def join(parts: Sequence[Part], about: About) -> bytes:
    """One PDF/A-2b file of all parts in order; the same input gives the same bytes."""
    with pikepdf.new() as whole:
        with whole.open_outline() as outline:
            for part in parts:
                outline.root.append(_append(whole, part))
        for page in whole.pages:
            if "/Trans" in page.obj:
                del page.obj["/Trans"]
        _declare(whole, about)
        buffer = BytesIO()
        whole.save(
            buffer, min_version="1.7", deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate
        )
    return buffer.getvalue()


def _append(whole: pikepdf.Pdf, part: Part) -> pikepdf.OutlineItem:
    """Add the part's pages; gives its bookmark."""
    first = len(whole.pages)
    with pikepdf.open(BytesIO(part.content)) as piece:
        whole.pages.extend(piece.pages)
    item = pikepdf.OutlineItem(part.title, first, "Fit")
    item.children.extend(pikepdf.OutlineItem(title, first + index, "Fit") for title, index in part.marks)
    return item


@cache
def _srgb() -> bytes:
    """An sRGB profile whose date is fixed, so that files can be compared."""
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    profile[24:36] = b"\x07\xe9\x00\x01\x00\x01\x00\x00\x00\x00\x00\x00"
    profile[84:100] = bytes(16)
    return bytes(profile)


def _declare(whole: pikepdf.Pdf, about: About) -> None:
    """State conformance, colour intent and metadata."""
    profile = whole.make_stream(_srgb(), N=3)
    intent = pikepdf.Dictionary(
        Type=pikepdf.Name.OutputIntent,
        S=pikepdf.Name.GTS_PDFA1,
        OutputConditionIdentifier="sRGB",
        Info="sRGB IEC61966-2.1",
        DestOutputProfile=profile,
    )
    whole.Root.OutputIntents = pikepdf.Array([whole.make_indirect(intent)])
    whole.Root.Lang = "zh-CN"
    whole.Root.ViewerPreferences = pikepdf.Dictionary(DisplayDocTitle=True)
    with whole.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as meta:
        meta["pdfaid:part"] = "2"
        meta["pdfaid:conformance"] = "B"
        meta["dc:title"] = about.title
        meta["dc:description"] = about.subject
        meta["xmp:CreatorTool"] = CREATOR
        if about.made_at:
            meta["xmp:CreateDate"] = china(about.made_at).isoformat(timespec="seconds")
