"""The rooms in the order of the rail: where each is written, and whom it serves. Loaded when first entered."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from review.claim.states import Role

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import ModuleType

    from app.ui.shell.room import Room
    from app.ui.shell.session import Session
    from review.claim.people import Actor

_ALL = frozenset(Role)


@dataclass(frozen=True, slots=True)
class RoomEntry:
    """One place on the rail. ``roles`` is who has work there; services enforce what may be done.

    ``key`` goes with Ctrl: the rooms of each day have figures, the others a letter of their name.
    """

    id: str
    word: object
    icon: str
    key: str
    factory: str
    roles: frozenset[Role] = _ALL

    @property
    def title(self) -> str:
        """The room's name in the language in force."""
        return QCoreApplication.translate("rooms", str(self.word))

    def serves(self, actor: Actor) -> bool:
        """Whether the person has work in the room."""
        return bool(self.roles & actor.roles)

    def build(self, session: Session) -> Room:
        """Load the room's code and make it."""
        room: Room = getattr(self.load(), self.factory.partition(":")[2])(session)
        return room

    def load(self) -> ModuleType:
        """Load the room's code."""
        return import_module(self.factory.partition(":")[0])


def _roles(*names: str) -> frozenset[Role]:
    return frozenset(Role(name) for name in names)


ROOMS: tuple[RoomEntry, ...] = (
    RoomEntry(
        "capture", QT_TRANSLATE_NOOP("rooms", "受理"), "inbox", "1", "app.ui.capture.room:CaptureRoom", _roles("clerk")
    ),
    RoomEntry(
        "desk",
        QT_TRANSLATE_NOOP("rooms", "审核"),
        "scan-line",
        "2",
        "app.ui.desk.room:DeskRoom",
        _roles("clerk", "second_reviewer", "supervisor", "auditor"),
    ),
    RoomEntry("queue", QT_TRANSLATE_NOOP("rooms", "队列"), "list", "3", "app.ui.queue.room:QueueRoom"),
    RoomEntry(
        "signoff",
        QT_TRANSLATE_NOOP("rooms", "签批"),
        "check-check",
        "4",
        "app.ui.signoff.room:SignoffRoom",
        _roles("supervisor", "auditor"),
    ),
    RoomEntry(
        "payment",
        QT_TRANSLATE_NOOP("rooms", "拨付"),
        "japanese-yen",
        "5",
        "app.ui.payment.room:PaymentRoom",
        _roles("cashier", "clerk", "second_reviewer", "supervisor", "auditor"),
    ),
    RoomEntry(
        "archive",
        QT_TRANSLATE_NOOP("rooms", "归档"),
        "archive",
        "6",
        "app.ui.archive.room:ArchiveRoom",
        _roles("clerk", "cashier", "supervisor", "administrator", "auditor"),
    ),
    RoomEntry("catalogue", QT_TRANSLATE_NOOP("rooms", "目录"), "book-open", "7", "app.ui.catalogue.room:CatalogueRoom"),
    RoomEntry("rules", QT_TRANSLATE_NOOP("rooms", "规则"), "scale", "8", "app.ui.rules.room:RulesRoom"),
    RoomEntry("policies", QT_TRANSLATE_NOOP("rooms", "政策"), "landmark", "P", "app.ui.policies.room:PoliciesRoom"),
    RoomEntry(
        "accumulators",
        QT_TRANSLATE_NOOP("rooms", "累计"),
        "sigma",
        "L",
        "app.ui.accumulators.room:AccumulatorsRoom",
        _roles("clerk", "second_reviewer", "supervisor", "administrator", "auditor"),
    ),
    RoomEntry(
        "whatif",
        QT_TRANSLATE_NOOP("rooms", "测算"),
        "chart-column",
        "T",
        "app.ui.whatif.room:WhatifRoom",
        _roles("supervisor", "administrator", "auditor"),
    ),
    RoomEntry(
        "watch",
        QT_TRANSLATE_NOOP("rooms", "关注"),
        "eye",
        "9",
        "app.ui.watch.room:WatchRoom",
        _roles("supervisor", "administrator"),
    ),
    RoomEntry("settings", QT_TRANSLATE_NOOP("rooms", "设置"), "settings", ",", "app.ui.settings.room:SettingsRoom"),
)

FIRST_ROOM = {Role.SUPERVISOR: "signoff", Role.CASHIER: "payment", Role.ADMINISTRATOR: "settings"}
"""Where a person with one role begins; everyone else begins in the queue."""


def first_room(actor: Actor) -> str:
    """The room a person enters after signing in."""
    role = next(iter(actor.roles)) if len(actor.roles) == 1 else None
    return FIRST_ROOM.get(role, "queue") if role else "queue"


def load_services() -> None:
    """Load the code behind the rooms that holds no Qt, in any thread, while somebody types a password."""
    import_module("app.paperwork")
    import_module("app.intake")


def load_rooms() -> Iterator[None]:
    """Load the code of the rooms, one each step; on the UI thread, for it defines classes of Qt."""
    for entry in ROOMS:
        yield
        entry.load()
