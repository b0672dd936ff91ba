"""The objects of an OFD page drawn one over the other: text, paths, pictures and groups of them."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ocr.capture.glyphs import Glyph, width_of
from ocr.capture.images import bounded_image
from ocr.capture.limits import refused
from ocr.capture.markup import Node
from ocr.capture.ofd_values import UNMOVED, box, ink, matrix, moved, number, numbers, outlines, steps
from ocr.errors import PageRefusedError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PIL import Image

    from ocr.capture.canvas import Canvas
    from ocr.capture.ofd_values import Ink, Matrix, Point
    from ocr.capture.package import Package

MOST_OBJECTS = 30_000
MOST_PICTURES = 300
MOST_CHARACTERS = 60_000
"""Characters of one page: no paper holds more."""
MOST_DRAWN = 200_000_000
"""Pixels of all pictures of a page as they are drawn; what is beyond is only marked."""
_DEEPEST = 12
_HAIR = 0.353
"""Width of a line that gives none, millimetres, by the standard."""

_SEEN, _COVERS = 0.06, 0.9
"""Opacity from which something is seen at all, and from which a filled area hides what is below."""

_WIDE = 1.5
"""A step of so many usual advances still is the width of a character; a larger one sets characters apart."""

_GROUPS = frozenset({"Layer", "PageBlock", "Content", "Appearance"})


@dataclass(frozen=True, slots=True)
class Resources:
    """What pages share: paths of pictures, groups of composite objects and styles of drawing, by their numbers."""

    pictures: Mapping[str, str]
    groups: Mapping[str, Node]
    styles: Mapping[str, Node]


@dataclass(frozen=True, slots=True)
class Frame:
    """Where and how objects stand.

    Attributes:
        x, y: the corner they are counted from, millimetres.
        matrix: of the groups around them.
        style: number of the style they are drawn in where they name none.
        depth: how many groups are around them.
    """

    x: float = 0.0
    y: float = 0.0
    matrix: Matrix = UNMOVED
    style: str = ""
    depth: int = 0


class Painter:
    """Draws objects onto a canvas. ``scale`` is pixels a millimetre."""

    def __init__(self, canvas: Canvas, scale: float, package: Package, resources: Resources) -> None:
        self._canvas, self._scale = canvas, scale
        self._package, self._resources = package, resources
        self._objects = self._pictures = self._characters = self._drawn = 0
        self._seen: dict[str, Image.Image | None] = {}
        self._draw = {
            "TextObject": self._text,
            "PathObject": self._path,
            "ImageObject": self._picture,
            "CompositeObject": self._composite,
            "CompositeGraphicUnit": self._composite,
        }

    def paint(self, node: Node, frame: Frame) -> None:
        """Draw a node and what it holds."""
        if frame.depth > _DEEPEST or self._objects > MOST_OBJECTS or node.attributes.get("Visible") == "false":
            return
        for child in node.children:
            draw = self._draw.get(child.name)
            if draw:
                self._objects += 1
                draw(self._styled(child, frame), _inner(child, frame))
            elif child.name in _GROUPS:
                style = child.attributes.get("DrawParam", frame.style)
                self.paint(child, replace(frame, style=style, depth=frame.depth + 1))

    def _styled(self, node: Node, frame: Frame) -> Node:
        """An object with what its style says and it does not."""
        style = self._resources.styles.get(node.attributes.get("DrawParam", frame.style))
        if style is None:
            return node
        added = [child for child in style.children if node.child(child.name) is None]
        return Node(node.name, {**style.attributes, **node.attributes}, [*node.children, *added], node.text)

    def _pixel(self, point: Point, frame: Frame) -> Point:
        """A point of an object, its own matrix being that of the frame, in pixels."""
        x, y = moved(frame.matrix, point)
        return (x + frame.x) * self._scale, (y + frame.y) * self._scale

    def _text(self, node: Node, frame: Frame) -> None:
        hollow = node.attributes.get("Fill") == "false" and node.attributes.get("Stroke") != "true"
        if hollow or _opacity(node, "FillColor") < _SEEN:
            return
        size, colour = number(node.attributes.get("Size", "")), _colour(node, "FillColor")
        run = self._objects
        for code in (child for child in node.children if child.name == "TextCode"):
            self._line(code, frame, (size, number(node.attributes.get("HScale", "1"), 1.0)), (colour, run))

    def _line(self, code: Node, frame: Frame, size: tuple[float, float], look: tuple[Ink, int]) -> None:
        """The characters of a text code, each on its place."""
        text, (points, narrow) = code.text.strip() if "\n" in code.text else code.text, size
        self._characters += len(text)
        if self._characters > MOST_CHARACTERS:
            raise refused("ofd-bomb")
        across = steps(code.attributes.get("DeltaX", ""), len(text))
        down = steps(code.attributes.get("DeltaY", ""), len(text))
        x, y = number(code.attributes.get("X", "")), number(code.attributes.get("Y", ""))
        a, b, c, d, _, _ = frame.matrix
        em, wide = points * math.hypot(c, d) * self._scale, points * math.hypot(a, b) * narrow * self._scale
        tilt = -math.degrees(math.atan2(b, a))
        for at, char in enumerate(text):
            usual = points * narrow * width_of(char)
            step = (across[at] if across else 0.0 if down else usual) if at + 1 < len(text) else usual
            left, base = self._pixel((x, y), frame)
            right, _ = self._pixel(
                (x + (step if 0 < step < _WIDE * (usual if char.isascii() else points * narrow) else usual), y), frame
            )
            glyph = Glyph(char, left, right, base, em, look[1])
            self._canvas.character(glyph, look[0], drawn=min(em, wide), tilt=tilt)
            x, y = x + step, y + (down[at] if at < len(down) else 0.0)

    def _path(self, node: Node, frame: Frame) -> None:
        lines = [
            [self._pixel(point, frame) for point in line]
            for part in node.children
            if part.name == "AbbreviatedData"
            for line in outlines(part.text)
        ]
        if node.attributes.get("Fill") == "true" and _opacity(node, "FillColor") >= _COVERS:
            for line in lines:
                self._canvas.area(line, _colour(node, "FillColor"))
        if node.attributes.get("Stroke") != "false" and _opacity(node, "StrokeColor") >= _SEEN:
            width = number(node.attributes.get("LineWidth", ""), _HAIR) * self._scale
            for line in lines:
                self._canvas.stroke(line, width, _colour(node, "StrokeColor"))

    def _picture(self, node: Node, frame: Frame) -> None:
        place = box(node.attributes.get("Boundary", ""))
        self._pictures += 1
        if place is None or self._pictures > MOST_PICTURES:
            return
        corners = [self._pixel(point, frame) for point in ((0.0, 0.0), (1.0, 1.0))]
        if "CTM" not in node.attributes:
            corners = [self._pixel(point, frame) for point in ((0.0, 0.0), (place[2], place[3]))]
        xs, ys = sorted(corner[0] for corner in corners), sorted(corner[1] for corner in corners)
        image = self._opened(node.attributes.get("ResourceID", ""))
        target = (xs[0], ys[0], xs[1], ys[1])
        self._drawn += round((xs[1] - xs[0]) * (ys[1] - ys[0]))
        if image is None or self._drawn > MOST_DRAWN:
            self._canvas.crossed(target)
        else:
            self._canvas.picture(image, target)

    def _opened(self, number_: str) -> Image.Image | None:
        """A picture by its number, None where it is not there or of a kind we cannot read; one is kept open."""
        if number_ not in self._seen:
            self._seen.clear()
            try:
                self._seen[number_] = bounded_image(self._package.part(self._resources.pictures.get(number_, "")))
            except PageRefusedError as error:
                if error.code == "ofd-bomb":
                    raise
                self._seen[number_] = None
        return self._seen[number_]

    def _composite(self, node: Node, frame: Frame) -> None:
        group = self._resources.groups.get(node.attributes.get("ResourceID", ""), node)
        self.paint(group, replace(frame, depth=frame.depth + 1))


def _inner(node: Node, frame: Frame) -> Frame:
    """The frame of an object: its boundary's corner, moved by the groups around it, and its own matrix on theirs."""
    corner = numbers(node.attributes.get("Boundary", ""))[:2]
    x, y = moved(frame.matrix, (corner[0], corner[1])) if len(corner) == 2 else (0.0, 0.0)  # noqa: PLR2004 - x and y
    own, (a, b, c, d, _, _) = matrix(node.attributes.get("CTM", "")), frame.matrix
    turned = (a, b, c, d, 0.0, 0.0)
    e, f = moved(turned, (own[4], own[5]))
    first, second = moved(turned, (own[0], own[1])), moved(turned, (own[2], own[3]))
    return replace(frame, x=frame.x + x, y=frame.y + y, matrix=(*first, *second, e, f))


def _opacity(node: Node, name: str) -> float:
    """Of an object and of its colour together, 0 to 1."""
    child = node.child(name)
    own = number(node.attributes.get("Alpha", "255"), 255)
    return own * (number(child.attributes.get("Alpha", "255"), 255) if child else 255) / 255**2


def _colour(node: Node, name: str) -> Ink:
    """A colour as it looks on white paper."""
    child, opacity = node.child(name), min(1.0, max(0.0, _opacity(node, name)))
    red, green, blue = (
        round(255 - (255 - part) * opacity) for part in ink(child.attributes.get("Value", "") if child else "")
    )
    return red, green, blue
