"""The engine as the rest of the software sees it: pages in, futures out, one engine in one process of its own.

Importing this module loads no cv2, numpy or paddle; they live in the child.
"""

from __future__ import annotations

import threading
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from ocr.pages import page_from_json, to_json
from ocr.recognition.follow import followed
from ocr.recognition.lane import Lane, Terms
from ocr.recognition.messages import expanded_of, looks_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from concurrent.futures import Future

    from ocr.pages import Box, Look, PageText
    from ocr.recognition.messages import Expanded

    StateHeard = Callable[[str, str], None]


class EnginePool:
    """One reading process and one for opening files, each started when first needed.

    Futures fail with EngineError when the process died on the page (the next call starts a new one), with
    ModelsMissingError when there are no weights, and with PageRefusedError when the page cannot be read. All methods
    may be called from any thread.
    """

    def __init__(self, terms: Terms | None = None) -> None:
        """``terms``: when the reading process is replaced."""
        self._heard: list[StateHeard] = []
        self._state = ("cold", "")
        self._lock = threading.Lock()
        self._reading = Lane("read", terms or Terms(at_once=2), self._tell)
        self._expanding = Lane("expand", Terms(requests=100, patience=600.0), lambda *_: None)

    @property
    def state(self) -> tuple[str, str]:
        """``cold``, ``warming``, ``ready`` or ``failed``, and the reason of a failure (Chinese)."""
        return self._state

    def on_state(self, callback: StateHeard) -> None:
        """Call ``callback(state, reason)`` at each change, on the pool's own thread."""
        with self._lock:
            self._heard.append(callback)

    def start(self) -> Future[dict[str, Any]]:
        """Begin to load the engine; returns at once. The future tells when it is ready, or why it is not."""
        return self._reading.submit({})

    def read(self, path: Path, file: str, layer: PageText | None = None) -> Future[PageText]:
        """The words of a page file; ``file`` is the name the result carries.

        ``layer``: the words an electronic original holds for this page; they stand, and are held against its picture.
        """
        kept = None if layer is None else to_json(layer)
        answer = self._reading.submit({"task": "read", "path": str(path), "file": file, "layer": kept})
        return followed(answer, lambda message: page_from_json(message["page"]))

    def look(self, path: Path, page: PageText, boxes: Sequence[Box]) -> Future[tuple[Look, ...]]:
        """Upright boxes of a page, read again in several variants."""
        asked = {"task": "look", "path": str(path), "page": to_json(page), "boxes": [list(box) for box in boxes]}
        return followed(self._reading.submit(asked), looks_of)

    def clean(self, path: Path, into: Path) -> Future[Path]:
        """The page file without its seals, in the same frame, as a new file in the folder ``into``."""
        answer = self._reading.submit({"task": "clean", "path": str(path), "into": str(into)})
        return followed(answer, lambda message: Path(message["path"]))

    def expand(self, path: Path, into: Path) -> Future[Expanded]:
        """Page files out of a file that may be hostile; see :func:`ocr.capture.files.expand`."""
        return followed(self._expanding.submit({"path": str(path), "into": str(into)}), expanded_of)

    def close(self) -> None:
        """End both processes at once; futures still waiting fail with EngineError. May be called twice."""
        self._reading.close()
        self._expanding.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _tell(self, state: str, reason: str) -> None:
        with self._lock:
            self._state = (state, reason)
            heard = tuple(self._heard)
        for callback in heard:
            callback(state, reason)
