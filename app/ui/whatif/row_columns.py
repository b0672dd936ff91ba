"""The columns under which a comparison is listed: by key, by fund, by stretch, by person, and what was refused."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from app.ui.charts.plot import signed
from app.ui.tables.columns import Column
from app.ui.tables.words import yuan
from app.ui.whatif.words import key_word, side_word
from review.whatif.comparison import Axis
from review.whatif.keys import place

if TYPE_CHECKING:
    from collections.abc import Callable
    from decimal import Decimal

    from review.whatif.comparison import Change, Refusal, Row

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the overview, yuan under A and B; ``whole`` for the sums."""

    key: str
    word: str
    a: Decimal
    b: Decimal
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Stretch:
    """One stretch of a distribution: how many under A (None: there is one count only) and under B."""

    key: str
    word: str
    a: int | None
    b: int


def change_words(amount: Decimal) -> str:
    """A difference in yuan with its sign."""
    return signed(yuan(amount), amount)


def percent(share: Decimal | None) -> str:
    """A share as percent; a dash where nothing was charged."""
    return "—" if share is None else f"{share * 100:.2f}%"


def money(id_: str, title: str, of: Callable[[Any], Decimal], **more: Any) -> Column[Any]:
    """A column of yuan."""
    return Column(id=id_, title=title, text=lambda row: yuan(of(row)), order=of, numeric=True, **{"width": 112, **more})


def change(id_: str, title: str, of: Callable[[Any], Decimal], **more: Any) -> Column[Any]:
    """A column of differences in yuan: what is paid less stands out."""
    return Column(
        id=id_,
        title=title,
        text=lambda row: change_words(of(row)),
        order=of,
        tint=lambda row: "bad" if of(row) < 0 else "text" if of(row) else "faint",
        numeric=True,
        **{"width": 112, **more},
    )


def count(id_: str, title: str, of: Callable[[Any], int | None], **more: Any) -> Column[Any]:
    """A column of counts; a dash where none applies."""
    return Column(
        id=id_,
        title=title,
        text=lambda row: "—" if of(row) is None else f"{of(row):,}",
        order=lambda row: of(row) or 0,
        numeric=True,
        **{"width": 64, **more},
    )


def line_columns() -> tuple[Column[Line], ...]:
    """Item, A, B, difference."""
    return (
        Column(id="word", title=translate("whatif", "项目"), text=lambda r: r.word, width=160, stretch=True),
        money("a", translate("whatif", "方案 A"), lambda r: r.a, width=150),
        money("b", translate("whatif", "方案 B"), lambda r: r.b, width=150),
        change("more", translate("whatif", "差额 B−A"), lambda r: r.b - r.a, width=150),
    )


def row_columns(axis: Axis, title: str) -> tuple[Column[Row], ...]:
    """Key, how many, what it cost, funds and person under both, shares, for how many it is more or less."""
    return (
        Column(
            id="key",
            title=title,
            text=lambda r: key_word(axis, r.key),
            order=lambda r: place(axis, r.key),
            width=110,
            stretch=True,
        ),
        count("claims", translate("whatif", "人次"), lambda r: r.claims),
        count("people", translate("whatif", "人数"), lambda r: r.people, yields=5),
        money("total", translate("whatif", "总费用"), lambda r: r.total, yields=3),
        money("funds_a", translate("whatif", "基金 A"), lambda r: r.a.funds),
        money("funds_b", translate("whatif", "基金 B"), lambda r: r.b.funds),
        change("more", translate("whatif", "差额 B−A"), lambda r: r.difference),
        *_shares(),
        money("personal_a", translate("whatif", "个人 A"), lambda r: r.a.personal, yields=6),
        money("personal_b", translate("whatif", "个人 B"), lambda r: r.b.personal, yields=6),
        Column(
            id="swung",
            title=translate("whatif", "多付 / 少付人次"),
            text=lambda r: f"{r.gained:,} / {r.lost:,}",
            order=lambda r: r.gained,
            numeric=True,
            width=116,
            yields=4,
        ),
    )


def _shares() -> tuple[Column[Row], ...]:
    return (
        Column(
            id="share_a",
            title=translate("whatif", "报销比 A"),
            text=lambda r: percent(r.share(r.a)),
            order=lambda r: r.share(r.a) or 0,
            numeric=True,
            width=76,
            yields=2,
        ),
        Column(
            id="share_b",
            title=translate("whatif", "报销比 B"),
            text=lambda r: percent(r.share(r.b)),
            order=lambda r: r.share(r.b) or 0,
            numeric=True,
            width=76,
            yields=2,
        ),
    )


def stretch_columns() -> tuple[Column[Stretch], ...]:
    """From where to where, how many under A, how many under B."""
    return (
        Column(
            id="word", title=translate("whatif", "区间"), text=lambda r: r.word, order=_any, width=200, stretch=True
        ),
        count("a", translate("whatif", "方案 A"), lambda r: r.a, width=110),
        count("b", translate("whatif", "方案 B"), lambda r: r.b, width=110),
    )


def _any(row: Stretch) -> int:
    """Stretches keep their order when sorted by their words."""
    return int(row.key)


def person_columns() -> tuple[Column[Change], ...]:
    """Who, what care cost, what funds and person pay under both."""
    return (
        Column(id="person", title=translate("whatif", "人员"), text=lambda r: r.person, width=150, stretch=True),
        Column(
            id="scheme",
            title=translate("whatif", "险种"),
            text=lambda r: key_word(Axis.SCHEME, r.scheme),
            width=76,
            yields=3,
        ),
        Column(
            id="group",
            title=translate("whatif", "人员类别"),
            text=lambda r: key_word(Axis.GROUP, r.group),
            width=96,
            yields=2,
        ),
        count("claims", translate("whatif", "人次"), lambda r: len(r.claims), width=48, yields=4),
        money("total", translate("whatif", "总费用"), lambda r: r.total, width=100, yields=1),
        money("funds_a", translate("whatif", "基金 A"), lambda r: r.a.funds, width=100),
        money("funds_b", translate("whatif", "基金 B"), lambda r: r.b.funds, width=100),
        change("more", translate("whatif", "差额 B−A"), lambda r: r.difference, width=104),
        money("personal_a", translate("whatif", "个人 A"), lambda r: r.a.personal, width=100, yields=5),
        money("personal_b", translate("whatif", "个人 B"), lambda r: r.b.personal, width=100, yields=5),
    )


def refusal_columns() -> tuple[Column[Refusal], ...]:
    """Which pack would not settle, why, how many, one of them."""
    return (
        Column(id="side", title=translate("whatif", "哪个方案"), text=lambda r: side_word(r.side), width=150),
        Column(id="reason", title=translate("whatif", "原因"), text=lambda r: r.reason, width=420, stretch=True),
        count("claims", translate("whatif", "人次"), lambda r: r.claims),
        Column(id="first", title=translate("whatif", "其中一单"), text=lambda r: r.first, width=130),
    )
