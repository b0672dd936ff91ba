"""One page from its file to words with places: straightened, cut into boxes, read."""

from __future__ import annotations

from dataclasses import replace
from time import perf_counter
from typing import TYPE_CHECKING

import cv2
import numpy as np

from ocr.errors import EngineError
from ocr.forensics.likeness import likeness
from ocr.forensics.signs import signs
from ocr.imaging.bleed import of_this_side
from ocr.imaging.codes import read_codes
from ocr.imaging.columns import cut_at_rules, line_height, standing_free
from ocr.imaging.contrast import enhanced, is_faint
from ocr.imaging.crops import level_box
from ocr.imaging.decode import decode, opened
from ocr.imaging.quality import judged
from ocr.imaging.rules import find_rules, ink_of
from ocr.imaging.sheet import flattened
from ocr.imaging.stamp import stamps, without_stamps
from ocr.imaging.view import moved_points
from ocr.pages import Code, PageText, Word
from ocr.recognition.choice import load
from ocr.recognition.curl import laid_flat
from ocr.recognition.looking import look, quad_of
from ocr.recognition.originals import held_against_picture
from ocr.recognition.seals import read_lines, sealed
from ocr.recognition.upright import found, upright

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from ocr.imaging.view import Quad, View
    from ocr.pages import Box, Look, Rule
    from ocr.recognition.decoding import Seen
    from ocr.recognition.networks import Networks
    from ocr.recognition.upright import Upright


class PageReader:
    """Reads pages in the process it lives in; loading it takes a second or two and proves the weights."""

    def __init__(self, networks: Networks | None = None) -> None:
        """Load the networks, unless given."""
        self._networks = networks or load()

    def read(self, path: Path, file: str, layer: PageText | None = None) -> PageText:
        """The words of a page image.

        Args:
            path: the page file; raw pixels, EXIF orientation not applied.
            file: the name the result carries.
            layer: the words an electronic original holds for this page, in the picture's pixels.

        Raises:
            PageRefusedError: the file is no readable image.
        """
        began = perf_counter()
        filed = opened(path)
        page = self._recognised(filed) if layer is None else self._held(filed, layer)
        return replace(page, file=file, likeness=likeness(page), seconds=round(perf_counter() - began, 3))

    def look(self, path: Path, page: PageText, boxes: Sequence[Box]) -> tuple[Look, ...]:
        """Upright boxes of a page read again in several variants; see :func:`ocr.recognition.looking.look`.

        Raises:
            PageRefusedError: the file is no readable image any more.
        """
        return look(self._networks, opened(path), page, boxes)

    def _recognised(self, filed: View) -> PageText:
        clean, places = sealed(filed)
        page = self._readable(upright(self._networks, flattened(clean)))
        quads, rules = _cells(page)
        seen, looks = read_lines(self._networks, replace(page, quads=quads), filed, places)
        width, height = filed.filed_size
        text = PageText(
            file="",
            width=width,
            height=height,
            rotation=page.rotation,
            skew=page.skew,
            to_filed=page.view.affine,
            vanishing=page.view.vanishing,
            upright_size=page.view.size,
            words=_words(quads, seen),
            rules=rules,
            looks=looks,
            codes=_codes(page.view),
        )
        own = replace(text, words=of_this_side(page.view, text.words))
        flat = laid_flat(replace(own, flaws=judged(page.view, own)), quads)
        return replace(flat, anomalies=signs(filed, flat, places))

    def _readable(self, page: Upright) -> Upright:
        """Faint print made stronger, and looked for again."""
        if not is_faint(page.view, page.quads):
            return page
        strong = replace(page.view, source=enhanced(page.view.source))
        return replace(page, view=strong, quads=found(self._networks, strong))

    def _held(self, filed: View, layer: PageText) -> PageText:
        """An original's words held against its picture."""
        width, height = filed.filed_size
        whole = replace(layer, width=width, height=height, codes=_codes(filed))
        return held_against_picture(self._networks, filed, whole)


def clean(path: Path, into: Path) -> Path:
    """The page file without its seals, in the same frame: ``<stem>.clean.jpg`` in the folder ``into``.

    Raises:
        PageRefusedError: the file is no readable image.
        EngineError: the copy cannot be written.
    """
    pixels = decode(path)
    target = into / f"{path.stem}.clean.jpg"
    _, content = cv2.imencode(".jpg", without_stamps(pixels, stamps(pixels)))
    try:
        into.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content.tobytes())
    except OSError as error:
        said = f"净化图写不下：{error.strerror or error}。原图不受影响。"
        raise EngineError(said, code="disk", advice="请检查磁盘空间后重试。") from error
    return target


def _cells(page: Upright) -> tuple[tuple[Quad, ...], tuple[Rule, ...]]:
    """The text boxes, none across a printed rule, and the rules."""
    height = line_height(page.quads)
    ink = ink_of(page.view.grey, height)
    rules = standing_free(find_rules(ink, height), page.quads)
    return cut_at_rules(page.quads, rules, ink), rules


def _codes(view: View) -> tuple[Code, ...]:
    """The codes on the page, their places in the frame."""
    back = np.asarray(np.linalg.inv(view.to_source), np.float64)
    return tuple(
        replace(code, box=level_box(_ordered(moved_points(quad_of(code.box), back))))
        for code in read_codes(view.source)
    )


def _ordered(corners: Quad) -> Quad:
    """The corners of the level rectangle around some points, clockwise from its top left."""
    (left, top), (right, bottom) = corners.min(axis=0), corners.max(axis=0)
    return np.array([[left, top], [right, top], [right, bottom], [left, bottom]])


def _words(quads: tuple[Quad, ...], seen: Sequence[Seen]) -> tuple[Word, ...]:
    return tuple(
        Word(line.text, round(line.confidence, 4), level_box(quad), round(line.spread, 4), line.rivals)
        for quad, line in zip(quads, seen, strict=True)
        if line.text.strip()
    )
