"""Rooms with work of their own in the background: shown, waited for, closed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

    from app.ui.jobs import Jobs


class Working(Protocol):
    """A room that does long work in a door of its own."""

    heavy: Jobs


W = TypeVar("W", bound=Working)


def shown(room: W, qtbot: QtBot) -> Iterator[W]:
    """The room in its usual size, until the test is over."""
    qtbot.addWidget(room)
    room.resize(1290, 740)  # type: ignore[attr-defined]  # rooms are widgets
    room.show()  # type: ignore[attr-defined]  # as above
    yield room
    room.heavy.close()


def until_quiet(qtbot: QtBot, *doors: Jobs) -> Callable[[], None]:
    """Waits until nothing is under way, and whatever follows a pause is over too."""

    def quiet() -> bool:
        return all(door.pending == 0 for door in doors)

    def wait() -> None:
        qtbot.waitUntil(quiet, timeout=60_000)
        qtbot.wait(250)
        qtbot.waitUntil(quiet, timeout=60_000)

    return wait
