"""How lines of the watch list are put in words: their colour as a pill with its shape, their figures."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from app.ui.labels import label
from app.ui.tables.columns import Chip, chip
from app.ui.widgets.badge import Tone
from app.ui.widgets.fact_sheet import Fact
from review.watch.watched import Colour

if TYPE_CHECKING:
    from collections.abc import Mapping

    from review.watch.watched import Watched

translate = QCoreApplication.translate
TONES = {Colour.RED: Tone.BAD, Colour.YELLOW: Tone.WARN, Colour.GREEN: Tone.OK}
_FIGURES: Mapping[str, object] = {
    "persons": QT_TRANSLATE_NOOP("watch", "成年人数"),
    "claims": QT_TRANSLATE_NOOP("watch", "报销单数"),
    "high": QT_TRANSLATE_NOOP("watch", "大额单数"),
    "total": QT_TRANSLATE_NOOP("watch", "大额合计(元)"),
    "others": QT_TRANSLATE_NOOP("watch", "其他同级医院"),
    "answered": QT_TRANSLATE_NOOP("watch", "答复疑点数"),
    "answered_passed": QT_TRANSLATE_NOOP("watch", "其中放行"),
    "answered_colleagues": QT_TRANSLATE_NOOP("watch", "同事放行占比"),
    "reviewed": QT_TRANSLATE_NOOP("watch", "初审单数"),
    "reviewed_passed": QT_TRANSLATE_NOOP("watch", "其中有放行"),
    "reviewed_colleagues": QT_TRANSLATE_NOOP("watch", "同事有放行占比"),
}


def colour_chip(watched: Watched) -> Chip:
    """The colour by shape, word and colour."""
    return chip(label(watched.colour), TONES[watched.colour])


def named(watched: Watched, names: Mapping[str, str]) -> Watched:
    """The line with the full name of whoever answered in place of the username its answer begins with."""
    who, gap, rest = watched.answer.partition(" ")
    return replace(watched, answer=f"{names[who]}{gap}{rest}") if who in names else watched


def figure_facts(watched: Watched) -> tuple[Fact, ...]:
    """The measured figures under their captions; one nobody has a word for stands under its key."""
    return tuple(Fact(translate("watch", str(_FIGURES.get(key, key))), words) for key, words in watched.figures)
