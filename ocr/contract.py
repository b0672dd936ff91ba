"""The JSON form of a reading, ``reading/1`` (docs/contracts/reading.md): plain dictionaries out and in.

Beyond the contract a cell may carry ``proof``, ``contradicted`` and ``others``, a document its ``layout`` and
``groups``, the reading ``failures``.
"""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from ocr.reading import Cell, Column, Document, DocumentKind, Failure, Group, Line, PageOf, Reading

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ocr.pages import Box

SCHEMA = "reading/1"
_OF_LINE = frozenset({"page", "review"})


def reading_to_json(reading: Reading) -> dict[str, Any]:
    """The reading as an object of ``reading/1``; :func:`reading_from_json` is its inverse."""
    failures = [{"file": f.file, "code": f.code, "message": f.message, "advice": f.advice} for f in reading.failures]
    return {
        "schema": SCHEMA,
        "seconds": reading.seconds,
        "documents": [_document_out(document) for document in reading.documents],
        **({"failures": failures} if failures else {}),
    }


def _document_out(document: Document) -> dict[str, Any]:
    return {
        "kind": document.kind.value,
        "pages": [
            {"file": p.file, "rotation": p.rotation, "skew": p.skew, "width": p.width, "height": p.height}
            for p in document.pages
        ],
        "review": list(document.review),
        "fields": {key: _cell_out(cell) for key, cell in document.fields.items()},
        "items": [_line_out(line) for line in document.items],
        **({"layout": [asdict(column) for column in document.layout]} if document.layout else {}),
        **({"groups": [asdict(group) for group in document.groups]} if document.groups else {}),
    }


def _line_out(line: Line) -> dict[str, Any]:
    return {"page": line.page, "review": line.review, **{key: _cell_out(cell) for key, cell in line.cells.items()}}


def _cell_out(cell: Cell) -> dict[str, Any]:
    return {
        "value": list(cell.value) if isinstance(cell.value, tuple) else cell.value,
        "text": cell.text,
        "confidence": round(cell.confidence, 4),
        "page": cell.page,
        "box": list(cell.box) if cell.box else None,
        "review": cell.review,
        **({"proof": cell.proof} if cell.proof else {}),
        **({"contradicted": True} if cell.contradicted else {}),
        **({"others": list(cell.others)} if cell.others else {}),
    }


def reading_from_json(obj: Mapping[str, Any]) -> Reading:
    """The reading an object of ``reading/1`` stands for.

    Raises:
        ValueError: another schema, or a kind the contract does not know.
        KeyError: a part the contract demands is missing.
    """
    if obj["schema"] != SCHEMA:
        raise ValueError(f"不认识的识别结果版本：{obj['schema']}")
    return Reading(
        documents=tuple(_document_in(document) for document in obj["documents"]),
        seconds=float(obj.get("seconds", 0.0)),
        failures=tuple(Failure(**failure) for failure in obj.get("failures", ())),
    )


def _document_in(obj: Mapping[str, Any]) -> Document:
    review = obj.get("review") or ()
    return Document(
        kind=DocumentKind(obj["kind"]),
        pages=tuple(PageOf(**page) for page in obj["pages"]),
        fields={key: _cell_in(cell) for key, cell in obj.get("fields", {}).items()},
        items=tuple(_line_in(line) for line in obj.get("items", ())),
        review=(review,) if isinstance(review, str) else tuple(review),
        layout=tuple(Column(**column) for column in obj.get("layout", ())),
        groups=tuple(Group(**group) for group in obj.get("groups", ())),
    )


def _line_in(obj: Mapping[str, Any]) -> Line:
    cells = {key: _cell_in(cell) for key, cell in obj.items() if key not in _OF_LINE}
    return Line(cells, obj.get("page", 0), obj.get("review"))


def _cell_in(obj: Mapping[str, Any]) -> Cell:
    value = obj["value"]
    return Cell(
        value=tuple(value) if isinstance(value, list) else value,
        text=obj.get("text", ""),
        confidence=float(obj.get("confidence", 0.0)),
        page=obj.get("page", 0),
        box=_box_in(obj.get("box")),
        review=obj.get("review"),
        proof=obj.get("proof"),
        contradicted=bool(obj.get("contradicted")),
        others=tuple(obj.get("others", ())),
    )


def _box_in(box: list[int] | None) -> Box | None:
    if box is None:
        return None
    x, y, width, height = box
    return x, y, width, height
