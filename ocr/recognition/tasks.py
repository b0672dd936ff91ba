"""What the reading process can be asked for: each task takes a request and gives its answer, both as they are sent."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from ocr.pages import page_from_json, to_json
from ocr.recognition.engine import PageReader, clean
from ocr.recognition.messages import looks_message

if TYPE_CHECKING:
    from collections.abc import Callable

    Message = dict[str, Any]


class ReadingTasks:
    """The tasks over one loaded engine: ``read``, ``look`` and ``clean``."""

    def __init__(self, reader: PageReader | None = None) -> None:
        """Load the engine, unless given."""
        self._reader = reader or PageReader()
        self._tasks: dict[str, Callable[[Message], Message]] = {
            "read": self._read,
            "look": self._look,
            "clean": self._clean,
        }

    def __call__(self, request: Message) -> Message:
        """Do what the request's ``task`` says."""
        return self._tasks[request["task"]](request)

    def _read(self, request: Message) -> Message:
        layer = page_from_json(request["layer"]) if request["layer"] else None
        return {"page": to_json(self._reader.read(Path(request["path"]), request["file"], layer))}

    def _look(self, request: Message) -> Message:
        boxes = [(x, y, width, height) for x, y, width, height in request["boxes"]]
        return looks_message(self._reader.look(Path(request["path"]), page_from_json(request["page"]), boxes))

    def _clean(self, request: Message) -> Message:
        return {"path": str(clean(Path(request["path"]), Path(request["into"])))}
