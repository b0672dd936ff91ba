"""The columns of a pack's figures, of what a version changes, and of the settled claims it would pay otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.ui.charts.plot import signed
from app.ui.labels import label
from app.ui.policies.words import last_word, place_words, value_words
from app.ui.tables.columns import Chip, Column, chip
from app.ui.tables.words import state_chips, yuan
from app.ui.widgets.badge import Tone
from review.packs.series import Status

if TYPE_CHECKING:
    from app.ui.policies.figures import Figure
    from review.packs.pack_changes import Change
    from review.services.recalculating import Recalculated

translate = QCoreApplication.translate
_TONES = {Status.CONFIRMED: Tone.OK, Status.UNCONFIRMED: Tone.WARN, Status.ASSUMED: Tone.BAD}


def status_chip(status: str) -> tuple[Chip, ...]:
    """How far a figure can be trusted, by shape, word and colour; nothing where it does not say."""
    known = status in list(Status)
    return (chip(label(Status(status)), _TONES[Status(status)]),) if known else ()


def figure_title(figure: Figure) -> str:
    """A figure's own title, or the last of its keys."""
    return figure.title or last_word(figure.path)


def figure_columns() -> tuple[Column[Figure], ...]:
    """What, where it stands, what holds, since when, how sure, from which pack."""
    return (
        Column(id="title", title=translate("policies", "参数"), text=figure_title, width=150),
        Column(
            id="place",
            title=translate("policies", "所属"),
            text=lambda f: place_words(f.path),
            tint=lambda _: "mute",
            width=120,
            yields=3,
        ),
        Column(
            id="value",
            title=translate("policies", "当日取值"),
            text=lambda f: value_words(f.held.get("value")) if f.held else translate("policies", "当日没有规定"),
            tint=lambda f: "text" if f.held else "faint",
            width=220,
            stretch=True,
        ),
        Column(
            id="since", title=translate("policies", "自"), text=lambda f: f.word("since") or "—", width=92, yields=2
        ),
        Column(
            id="status",
            title=translate("policies", "核实"),
            text=lambda f: label(Status(f.word("status"))) if f.word("status") in list(Status) else "",
            chips=lambda f: status_chip(f.word("status")),
            width=96,
            yields=1,
        ),
        Column(
            id="origin",
            title=translate("policies", "来自"),
            text=lambda f: f.origin or translate("policies", "本单位"),
            tint=lambda f: "mute" if f.origin else "brand",
            width=72,
        ),
    )


def change_columns() -> tuple[Column[Change], ...]:
    """What differs: where, for which days, what was and what is, on which paper."""
    return (
        Column(
            id="title", title=translate("policies", "参数"), text=lambda c: c.title or place_words(c.path), width=190
        ),
        Column(
            id="place",
            title=translate("policies", "所属"),
            text=lambda c: place_words(c.path),
            tint=lambda _: "mute",
            width=130,
            yields=2,
        ),
        Column(id="days", title=translate("policies", "就诊日期"), text=days_words, width=110, yields=1),
        Column(id="before", title=translate("policies", "原来"), text=lambda c: value_words(c.before), width=140),
        Column(
            id="after",
            title=translate("policies", "改为"),
            text=lambda c: value_words(c.after),
            width=170,
            stretch=True,
        ),
        Column(
            id="paper",
            title=translate("policies", "依据"),
            text=lambda c: f"{c.document} {c.clause}".strip(),
            tint=lambda _: "mute",
            width=160,
            yields=3,
        ),
    )


def change_title(change: Change) -> str:
    """The figure's own title, or where it stands."""
    return change.title or place_words(change.path)


def days_words(change: Change) -> str:
    """For which days of care it differs."""
    if not change.since:
        return translate("policies", "不分日期")
    if change.until:
        return translate("policies", "{since} 至 {until}").format(since=change.since, until=change.until)
    return translate("policies", "{since} 起").format(since=change.since)


def recalculated_columns() -> tuple[Column[Recalculated], ...]:
    """Claim, person, state, day of care, what was paid, what would be, the difference."""
    return (
        Column(id="claim", title=translate("policies", "单号"), text=lambda r: r.claim, width=124),
        Column(
            id="person", title=translate("policies", "参保人"), text=lambda r: r.person or "—", width=80, stretch=True
        ),
        Column(
            id="state",
            title=translate("policies", "状态"),
            text=lambda r: label(r.state),
            chips=lambda r: state_chips(r.state),
            width=84,
        ),
        Column(id="day", title=translate("policies", "就诊"), text=lambda r: str(r.day or "—"), width=96, yields=1),
        Column(
            id="before",
            title=translate("policies", "原基金支付"),
            text=lambda r: yuan(r.before),
            order=lambda r: r.before,
            numeric=True,
            width=110,
        ),
        Column(
            id="after",
            title=translate("policies", "按新版"),
            text=lambda r: yuan(r.after),
            order=lambda r: r.after or 0,
            numeric=True,
            width=110,
        ),
        Column(
            id="difference",
            title=translate("policies", "相差"),
            text=lambda r: r.problem or signed(yuan(r.difference), r.difference),
            order=lambda r: r.difference,
            tint=lambda r: "bad" if r.difference < 0 or r.problem else "text",
            numeric=True,
            width=110,
        ),
    )
