"""What crosses between the caller and the engine's process: one JSON object a line, no pickles, no pixels."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ocr.capture.kept import CapturedPage
from ocr.errors import EngineError, ModelsMissingError, PageRefusedError, ReadingError
from ocr.pages import look_from
from ocr.reading import Failure

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ocr.pages import Look

Expanded = tuple[tuple[CapturedPage, ...], tuple[Failure, ...]]

_KINDS = {kind.__name__: kind for kind in (EngineError, ModelsMissingError, PageRefusedError)}


def line(message: Mapping[str, Any]) -> bytes:
    """A message as it is sent."""
    return json.dumps(message, ensure_ascii=True).encode("ascii") + b"\n"


def error_message(error: ReadingError) -> dict[str, Any]:
    """An error as a message."""
    return {"error": type(error).__name__, "message": str(error), "code": error.code, "advice": error.advice}


def error_of(message: Mapping[str, Any]) -> ReadingError:
    """The error a message tells of."""
    kind = _KINDS.get(message["error"], EngineError)
    return kind(message["message"], code=message["code"], advice=message["advice"])


def expanded_message(pages: Sequence[CapturedPage], failures: Sequence[Failure]) -> dict[str, Any]:
    """The outcome of an expansion as a message."""
    return {
        "pages": [_sent(page) for page in pages],
        "failures": [asdict(failure) for failure in failures],
    }


def expanded_of(message: Mapping[str, Any]) -> Expanded:
    """The outcome a message tells of."""
    pages = tuple(_received(page) for page in message["pages"])
    return pages, tuple(Failure(**failure) for failure in message["failures"])


def looks_message(looks: Sequence[Look]) -> dict[str, Any]:
    """Second looks as a message."""
    return {"looks": [asdict(look) for look in looks]}


def looks_of(message: Mapping[str, Any]) -> tuple[Look, ...]:
    """The second looks a message tells of."""
    return tuple(look_from(look) for look in message["looks"])


def _sent(page: CapturedPage) -> dict[str, Any]:
    return {**asdict(page), "path": str(page.path), "layer": str(page.layer) if page.layer else None}


def _received(page: Mapping[str, Any]) -> CapturedPage:
    layer = Path(page["layer"]) if page["layer"] else None
    return CapturedPage(**{**page, "path": Path(page["path"]), "layer": layer})
