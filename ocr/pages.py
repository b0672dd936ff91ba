"""What the recogniser saw on one page: words with places, nothing understood yet.

Two frames are used. *Filed*: pixels of the page as it was stored, x right, y down. *Upright*: the same page after
orientation and deskew, in which text lines run left to right and table rules are level. Extraction works upright;
everything that leaves this room points into the filed frame.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import Any

Box = tuple[int, int, int, int]
"""x, y, width, height in pixels."""

Affine = tuple[float, float, float, float, float, float]
"""a, b, c, d, e, f with x' = a*x + b*y + c and y' = d*x + e*y + f."""

Rival = tuple[int, str, float]
"""Index of a character in a text, another character the recogniser thought of there, its probability."""

Bend = tuple[float, ...]
"""How paper that does not lie flat bends: one factor for each of ``BEND_TERMS``, pixels; empty for flat paper."""

BEND_TERMS = tuple((p, q) for p in (1, 2, 3, 4) for q in (0, 1))
"""Powers of the place across and down (-1 to 1 over the upright frame) that make up a bend."""

IDENTITY: Affine = (1.0, 0.0, 0.0, 0.0, 1.0, 0.0)


SOFT_PRINT = "soft-print"
"""How a look was come by that was read by the weights for print that is small and soft."""

DIM = 0.97
"""Words surer than this stand as they were read; dimmer ones may be read by the weights for soft print."""

UNCLEAR = "unclear"
"""The code of the flaw of such a page."""


@dataclass(frozen=True, slots=True)
class Word:
    """One text box of the recogniser.

    Attributes:
        text: the characters as recognised.
        confidence: mean character probability, 0 to 1.
        box: place in the upright frame.
        spread: smallest character probability where the engine gives it, else equal to confidence.
        rivals: the recogniser's runner-up characters as (index into text, character, probability); only likely ones.
    """

    text: str
    confidence: float
    box: Box
    spread: float = 1.0
    rivals: tuple[Rival, ...] = ()


@dataclass(frozen=True, slots=True)
class Look:
    """A second reading of a place that was in doubt.

    Attributes:
        box: place in the upright frame that was asked for.
        text: the characters as recognised this time.
        confidence, spread: as of a :class:`Word`.
        how: which variant of the picture or of the weights was read, such as ``scale``, ``binary``, ``unstamped``.
        rivals: as of a :class:`Word`.
    """

    box: Box
    text: str
    confidence: float
    spread: float
    how: str
    rivals: tuple[Rival, ...] = ()


@dataclass(frozen=True, slots=True)
class Code:
    """A machine-readable code on the page: its symbology (``QRCode``, ``Code128``, ...), content, upright place."""

    symbology: str
    text: str
    box: Box


@dataclass(frozen=True, slots=True)
class Flaw:
    """Why a page should be captured again, and where.

    Attributes:
        code: stable English name such as ``blurred``, ``cut-off``, ``too-dark``, ``too-small``, ``no-text``.
        said: one Chinese sentence for the clerk.
        boxes: places in the filed frame; empty for the page as a whole.
    """

    code: str
    said: str
    boxes: tuple[Box, ...] = ()


@dataclass(frozen=True, slots=True)
class Anomaly:
    """A sign that the picture of a page was changed after it was printed: never a proof.

    Attributes:
        code: what was measured, such as ``quiet-paper``; see :mod:`ocr.forensics`.
        said: one Chinese sentence with the measured figures.
        box: where, in the filed frame.
        score: 0 to 1, how seldom honest pages show as much.
    """

    code: str
    said: str
    box: Box
    score: float


@dataclass(frozen=True, slots=True)
class Rule:
    """A printed table rule in the upright frame, from (x0, y0) to (x1, y1); horizontal or vertical within 1 degree."""

    x0: int
    y0: int
    x1: int
    y1: int

    @property
    def horizontal(self) -> bool:
        """Whether the rule runs along the text lines."""
        return abs(self.x1 - self.x0) >= abs(self.y1 - self.y0)


@dataclass(frozen=True, slots=True)
class PageText:
    """One page after recognition; plain values only, so that it crosses processes and is kept as JSON.

    Attributes:
        file: name or content hash of the page, as the caller knows it.
        width, height: size of the page as filed, pixels.
        rotation: clockwise turn in degrees (0, 90, 180, 270) that makes the filed page upright.
        skew: remaining tilt in degrees that was removed, positive clockwise.
        to_filed: maps upright coordinates to filed ones, together with ``vanishing`` and ``bend``.
        vanishing: g, h of a photographed sheet, (0, 0) for a flat scan: filed coordinates are to_filed(x, y) divided by
            g*x + h*y + 1.
        upright_size: width and height of the upright frame, pixels.
        words: text boxes in the upright frame, in no particular order.
        rules: printed table rules in the upright frame.
        seconds: time taken to read the page.
        flaws: why the page should be looked at or captured again, and where; empty for a good page.
        looks: second readings of places that were in doubt.
        codes: QR and bar codes found on the page.
        origin: where the words come from: ``scan`` (recognised), or an electronic original: ``pdf``, ``ofd``, ``xml``.
        bend: of paper that did not lie flat: how much lower (:func:`lift`) an upright point lies before ``to_filed``.
        anomalies: signs that the picture was changed.
        likeness: 16 hexadecimal digits by which a paper is known again (:mod:`ocr.forensics.likeness`), or empty.
    """

    file: str
    width: int
    height: int
    rotation: int = 0
    skew: float = 0.0
    to_filed: Affine = IDENTITY
    upright_size: tuple[int, int] = (0, 0)
    words: tuple[Word, ...] = ()
    rules: tuple[Rule, ...] = ()
    seconds: float = 0.0
    vanishing: tuple[float, float] = (0.0, 0.0)
    flaws: tuple[Flaw, ...] = ()
    looks: tuple[Look, ...] = ()
    codes: tuple[Code, ...] = ()
    origin: str = "scan"
    bend: Bend = ()
    anomalies: tuple[Anomaly, ...] = ()
    likeness: str = ""

    @property
    def quality(self) -> tuple[str, ...]:
        """The flaws as sentences."""
        return tuple(flaw.said for flaw in self.flaws)

    def filed_point(self, x: float, y: float) -> tuple[float, float]:
        """Where an upright point lies on the page as filed; may fall outside the page."""
        if self.bend:
            y += float(lift(self.bend, self.upright_size, x, y))
        a, b, c, d, e, f = self.to_filed
        g, h = self.vanishing
        depth = g * x + h * y + 1.0
        return (a * x + b * y + c) / depth, (d * x + e * y + f) / depth

    def filed_box(self, box: Box) -> Box:
        """The bounding box in the filed frame of an upright box, clipped to the page."""
        x, y, w, h = box
        corners = [self.filed_point(px, py) for px in (x, x + w) for py in (y, y + h)]
        xs, ys = [px for px, _ in corners], [py for _, py in corners]
        left, top = max(0, round(min(xs))), max(0, round(min(ys)))
        right, bottom = min(self.width, round(max(xs))), min(self.height, round(max(ys)))
        return left, top, max(0, right - left), max(0, bottom - top)


def lift(bend: Bend, size: tuple[int, int], x: Any, y: Any) -> Any:
    """How much lower than flat paper bent paper shows a point (or arrays of points), pixels of the upright frame."""
    across, down = 2 * x / size[0] - 1, 2 * y / size[1] - 1
    return sum(factor * across**p * down**q for factor, (p, q) in zip(bend, BEND_TERMS, strict=True))


def to_json(page: PageText) -> str:
    """The page as one JSON object; :func:`page_from_json` is its exact inverse."""
    return json.dumps(asdict(page), ensure_ascii=False, separators=(",", ":"))


def page_from_json(text: str) -> PageText:
    """A page from its JSON, also as earlier versions wrote it.

    Raises:
        ValueError, KeyError, TypeError: the text is no such object.
    """
    kept = json.loads(text)
    a, b, c, d, e, f = kept["to_filed"]
    width, height = kept["upright_size"]
    g, h = kept["vanishing"]
    earlier = tuple(Flaw("unknown", said) for said in kept.pop("quality", ()))
    return PageText(
        **{
            **kept,
            "to_filed": (a, b, c, d, e, f),
            "upright_size": (width, height),
            "words": tuple(_word(word) for word in kept["words"]),
            "rules": tuple(Rule(**rule) for rule in kept["rules"]),
            "vanishing": (g, h),
            "bend": tuple(kept.get("bend", ())),
            "flaws": tuple(_flaw(flaw) for flaw in kept.get("flaws", ())) or earlier,
            "looks": tuple(look_from(look) for look in kept.get("looks", ())),
            "codes": tuple(Code(**{**code, "box": _box(code["box"])}) for code in kept.get("codes", ())),
            "anomalies": tuple(Anomaly(**{**sign, "box": _box(sign["box"])}) for sign in kept.get("anomalies", ())),
        }
    )


def look_from(kept: dict[str, Any]) -> Look:
    """A second reading from its JSON."""
    return Look(**{**kept, "box": _box(kept["box"]), "rivals": _rivals(kept)})


def _word(kept: dict[str, Any]) -> Word:
    return Word(kept["text"], kept["confidence"], _box(kept["box"]), kept["spread"], _rivals(kept))


def _rivals(kept: dict[str, Any]) -> tuple[Rival, ...]:
    return tuple((index, character, share) for index, character, share in kept.get("rivals", ()))


def _flaw(kept: dict[str, Any]) -> Flaw:
    return Flaw(kept["code"], kept["said"], tuple(_box(box) for box in kept["boxes"]))


def _box(kept: list[int]) -> Box:
    x, y, width, height = kept
    return x, y, width, height
