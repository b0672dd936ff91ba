"""OFD files (GB/T 33190): each page drawn with the project's font, its text kept as a layer.

Embedded fonts are not used: what is shown is what the file's text says, which is also what machines read from it.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING

from ocr.capture.canvas import Canvas
from ocr.capture.images import keep_png
from ocr.capture.kept import keep_layer
from ocr.capture.layer import layer_of
from ocr.capture.limits import MAX_PAGES, MAX_PIXELS, MAX_SIDE, refused
from ocr.capture.ofd_content import Frame, Painter, Resources
from ocr.capture.ofd_values import box, number
from ocr.capture.package import Package, located
from ocr.errors import PageRefusedError
from ocr.reading import Failure

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from ocr.capture.kept import CapturedPage
    from ocr.capture.markup import Node

ENTRY = "OFD.xml"
MILLIMETRES_PER_INCH = 25.4
DRAWN_DPI, MOST_DPI = 200, 400
PRINT_SIZE = 22
"""Pixels of a character that is well recognised."""

A4 = (0.0, 0.0, 210.0, 297.0)


@dataclass(frozen=True, slots=True)
class Book:
    """An opened document.

    Attributes:
        package: its parts.
        pages: paths of its pages, in order.
        templates: paths of its templates by their numbers.
        notes: paths of the annotations by the path of their page.
        resources: pictures, groups and styles.
        area: what pages measure that say nothing else: x, y, width, height in millimetres.
    """

    package: Package
    pages: tuple[str, ...]
    templates: dict[str, str]
    notes: dict[str, tuple[str, ...]]
    resources: Resources
    area: tuple[float, float, float, float]


def pages(name: str, content: bytes, into: Path) -> Iterator[CapturedPage | Failure]:
    """One page for each page of the file; a page that cannot be drawn is a failure and the others go on."""
    try:
        book = _opened(content)
    except PageRefusedError as error:
        yield Failure(name, error.code, str(error), error.advice)
        return
    for number_, path in enumerate(book.pages, 1):
        title = name if len(book.pages) == 1 else f"{name}#{number_}"
        try:
            yield _drawn(title, book, path, into)
        except PageRefusedError as error:
            yield Failure(title, error.code, str(error), error.advice)


def _opened(content: bytes) -> Book:
    package = Package(content)
    if not package.has(ENTRY):
        raise refused("ofd-other")
    root = next(package.markup(ENTRY).every("DocRoot"), None)
    if root is None:
        raise refused("ofd-incomplete")
    base = located(ENTRY, root.text)
    document = package.markup(base)
    numbered = [
        (page.at("ID"), located(base, page.at("BaseLoc")))
        for listed in document.every("Pages")
        for page in listed.every("Page")
    ]
    if not numbered or len(numbered) > MAX_PAGES:
        raise refused("too-many-pages" if numbered else "pdf-empty")
    templates = {page.at("ID"): located(base, page.at("BaseLoc")) for page in document.every("TemplatePage")}
    notes = _notes(package, base, document)
    paths = tuple(path for _, path in numbered)
    by_path = {path: notes.get(number_, ()) for number_, path in numbered}
    area = next((found for node in document.every("PhysicalBox") if (found := box(node.text))), A4)
    return Book(package, paths, templates, by_path, _resources(package, base, document), area)


def _resources(package: Package, base: str, document: Node) -> Resources:
    """Pictures, groups and styles of the document's resource files; a file that is missing gives none."""
    pictures: dict[str, str] = {}
    groups: dict[str, Node] = {}
    styles: dict[str, Node] = {}
    for node in (*document.every("PublicRes"), *document.every("DocumentRes")):
        path = located(base, node.text)
        if not package.has(path):
            continue
        resource = package.markup(path)
        folder = f"{located(path, resource.at('BaseLoc'))}/" if resource.at("BaseLoc") else path
        for media in resource.every("MultiMedia"):
            pictures[media.at("ID")] = located(folder, media.at("MediaFile"))
        groups |= {group.at("ID"): group for group in resource.every("CompositeGraphicUnit")}
        styles |= {style.at("ID"): style for style in resource.every("DrawParam")}
    return Resources(pictures, groups, styles)


def _notes(package: Package, base: str, document: Node) -> dict[str, tuple[str, ...]]:
    """Paths of the annotations by the number of their page."""
    node = document.child("Annotations")
    path = located(base, node.text) if node else ""
    if not package.has(path):
        return {}
    found: dict[str, tuple[str, ...]] = {}
    for page in package.markup(path).every("Page"):
        number_ = page.at("PageID")
        found[number_] = (*found.get(number_, ()), located(path, page.at("FileLoc")))
    return found


def _drawn(name: str, book: Book, path: str, into: Path) -> CapturedPage:
    page = book.package.markup(path)
    below, above = _templates(book, page)
    layers = [*below, page, *above, *_annotations(book, path)]
    area = next((found for node in page.every("PhysicalBox") if (found := box(node.text))), book.area)
    scale = _scale(area, layers)
    canvas = Canvas(round(area[2] * scale), round(area[3] * scale))
    painter = Painter(canvas, scale, book.package, book.resources)
    for layer in layers:
        painter.paint(layer, Frame(-area[0], -area[1]))
    return keep_layer(keep_png(name, canvas.image, into), layer_of(canvas.image, canvas.glyphs, "ofd"))


def _templates(book: Book, page: Node) -> tuple[list[Node], list[Node]]:
    """The templates a page stands on, and those that stand on it."""
    below: list[Node] = []
    above: list[Node] = []
    for used in page.every("Template"):
        path = book.templates.get(used.at("TemplateID"))
        if path is None:
            raise refused("ofd-incomplete")
        (above if used.at("ZOrder") == "Foreground" else below).append(book.package.markup(path))
    return below, above


def _annotations(book: Book, path: str) -> Iterator[Node]:
    """What is put on a page afterwards, each piece of it in its own place."""
    for note in book.notes.get(path, ()):
        if book.package.has(note):
            for look in book.package.markup(note).every("Annot"):
                look.children = [_placed(child) for child in look.children if child.name == "Appearance"]
                yield look


def _placed(appearance: Node) -> Node:
    """An appearance as a group, so that its boundary moves what it holds."""
    appearance.name = "CompositeObject"
    return appearance


def _scale(area: tuple[float, float, float, float], layers: list[Node]) -> float:
    """Pixels a millimetre: small print is drawn larger, no page beyond its limits."""
    sizes = [size for layer in layers for text in layer.every("TextObject") if (size := number(text.at("Size"))) > 0]
    usual = median(sizes) if sizes else MILLIMETRES_PER_INCH
    wanted = min(max(DRAWN_DPI / MILLIMETRES_PER_INCH, PRINT_SIZE / usual), MOST_DPI / MILLIMETRES_PER_INCH)
    side, whole = max(area[2], area[3], 1.0), max(area[2] * area[3], 1.0)
    return min(wanted, (MAX_SIDE - 1) / side, math.sqrt(MAX_PIXELS / whole) * 0.999)
