"""The four columns of each line, and the year's accumulators, as tables."""

from __future__ import annotations

from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.ui.labels import sum_label
from app.ui.tables.columns import Chip, Column
from app.ui.widgets.badge import Tone
from review.claim.claim import ZERO
from review.money import thousands
from review.policy.waterfall import percent
from review.policy.year_words import year_sums

if TYPE_CHECKING:
    from decimal import Decimal

    from review.policy.settlement import LineShare, Settlement

CUTS = ("self_paid", "over_limit", "advance_self_pay")
_CLASSES = {"A": "甲", "B": "乙", "C": "丙"}
_TONES = {"A": Tone.OK, "B": Tone.WARN, "C": Tone.BAD}
_TINTS = {"self_paid": "bad", "over_limit": "bad", "advance_self_pay": "warn", "eligible": "text"}


@dataclass(frozen=True, slots=True)
class SharedLine:
    """A line of the settlement with its number, from 1."""

    number: int
    share: LineShare

    @property
    def cut(self) -> Decimal:
        """What the person bears of it before the ladder begins, yuan."""
        return sum((getattr(self.share, name) for name in CUTS), ZERO)


@dataclass(frozen=True, slots=True)
class YearSum:
    """An accumulator before and after this claim."""

    title: str
    before: str
    added: str
    after: str


def shared_lines(settlement: Settlement) -> tuple[SharedLine, ...]:
    """The lines, numbered as on the sheet."""
    return tuple(SharedLine(number, share) for number, share in enumerate(settlement.lines, start=1))


def line_columns() -> tuple[Column[SharedLine], ...]:
    """Number, name, class, amount, the four columns, and why."""
    translate = QCoreApplication.translate
    return (
        Column(
            id="number",
            title="#",
            text=lambda row: str(row.number),
            order=lambda row: row.number,
            numeric=True,
            width=44,
        ),
        Column(
            id="name",
            title=translate("explaining", "项目"),
            text=lambda row: row.share.name,
            tip=lambda row: "\n".join(words for words in (row.share.name, row.share.why) if words),
            width=150,
            stretch=True,
        ),
        Column(
            id="class",
            title=translate("explaining", "等级"),
            text=_class,
            order=lambda row: (row.share.payment_class, row.share.advance_ratio),
            chips=lambda row: (Chip(_class(row), _TONES.get(row.share.payment_class, Tone.PLAIN)),),
            width=80,
        ),
        _amount("amount", translate("explaining", "金额")),
        *(_amount(key, sum_label(key)) for key in (*CUTS, "eligible")),
        Column(id="why", title=translate("explaining", "原因"), text=lambda row: row.share.why, width=150, yields=1),
    )


def _class(row: SharedLine) -> str:
    """The class, with the share the person pays first where there is one."""
    share = row.share
    sign = _CLASSES.get(share.payment_class, share.payment_class)
    return f"{sign} {percent(share.advance_ratio)}" if share.advance_ratio and share.advance_self_pay else sign


def _amount(key: str, title: str) -> Column[SharedLine]:
    """A sum of money; nothing where it is none, so that the eye finds what is there."""

    def shown(row: SharedLine) -> str:
        amount = getattr(row.share, key)
        return thousands(amount) if amount or key == "amount" else ""

    return Column(
        id=key,
        title=title,
        text=shown,
        order=lambda row: getattr(row.share, key),
        tint=lambda _row: _TINTS.get(key, ""),
        numeric=True,
        width=96,
    )


def year_rows(settlement: Settlement) -> tuple[YearSum, ...]:
    """Stays and sums, before and after, and what this claim added."""
    before, after = settlement.before, settlement.after
    title = QCoreApplication.translate("explaining", "住院次数")
    stays = YearSum(title, str(before.stays), str(after.stays - before.stays), str(after.stays))
    sums = year_sums(settlement)
    return (stays, *(YearSum(name, *(thousands(sum_) for sum_ in (a, b - a, b))) for name, a, b in sums))


def year_columns() -> tuple[Column[YearSum], ...]:
    """Name, before, added, after."""
    translate = QCoreApplication.translate
    figures = (
        ("before", translate("explaining", "本次之前")),
        ("added", translate("explaining", "本次增加")),
        ("after", translate("explaining", "本次之后")),
    )
    title = translate("explaining", "年度累计")
    return (
        Column(id="title", title=title, text=lambda row: row.title, width=160, stretch=True),
        *(Column(id=key, title=words, text=attrgetter(key), numeric=True, width=120) for key, words in figures),
    )
