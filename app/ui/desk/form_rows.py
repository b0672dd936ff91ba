"""One row of a form: what it is called, what it holds, where an edit of it goes. No widgets here."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from app.ui.widgets.badge import Tone


class Kind(StrEnum):
    """How a row is edited; a heading only parts the rows below it from those above."""

    HEADING = "heading"
    TEXT = "text"
    MONEY = "money"
    DATE = "date"
    LIST = "list"
    CHOICE = "choice"
    FLAGS = "flags"
    SWITCH = "switch"


@dataclass(frozen=True, slots=True)
class Remark:
    """A few words beside a value, their tone, and the whole story on hover."""

    text: str
    tone: Tone = Tone.PLAIN
    tip: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One row.

    ``target`` is the services' address an edit is sent to; ``value`` is in the form the services take (lists joined by
    line feeds, switches true or false); ``choices`` pairs such a value, or how a part of a list begins, with its words;
    ``hint`` stands in an empty field; ``asks`` is true where Enter confirms the value as read.
    """

    target: str
    caption: str
    value: str
    kind: Kind = Kind.TEXT
    choices: tuple[tuple[str, str], ...] = ()
    note: Remark | None = None
    hint: str = ""
    asks: bool = False
