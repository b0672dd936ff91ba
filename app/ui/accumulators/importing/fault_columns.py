"""The columns under which the faults of an export are listed, and what is odd beside what is known."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.ui.tables.columns import Column
from app.ui.tables.faults import placed_columns
from app.ui.tables.words import yuan
from app.ui.widgets.badge import Tone
from review.accumulators.words import caption

if TYPE_CHECKING:
    from review.accumulators.comparing import Comparison
    from review.accumulators.proposal import StandingFault

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Odd:
    """One thing an honest export would not do: whose, and what."""

    person: str
    words: str


def fault_columns() -> tuple[Column[StandingFault], ...]:
    """How grave, where, what stands there, what is wrong and what to do."""
    column: Column[StandingFault] = Column(
        id="column", title=translate("faults", "列"), text=lambda f: f.column, width=90, yields=2
    )
    return placed_columns(_gravity, column)


def odd_columns() -> tuple[Column[Odd], ...]:
    """Whose, and what."""
    return (
        Column(id="person", title=translate("accumulators", "参保人"), text=lambda o: o.person, width=220),
        Column(id="words", title=translate("accumulators", "疑点"), text=lambda o: o.words, width=420, stretch=True),
    )


def oddities(comparison: Comparison) -> tuple[Odd, ...]:
    """Sums without this office's claims, names that are not those of its claims, and sums that fall."""
    fell = translate("accumulators", "{figure}比上次导入少了：{was} → {now}；年度累计只会增加，请在平台核对")
    other = translate("accumulators", "文件里叫“{theirs}”，本单位报销单里叫“{ours}”；请核对是不是同一人")
    fallen = (
        Odd(f"{one.name} {one.person}", fell.format(figure=caption(one.figure), was=yuan(one.was), now=yuan(one.now)))
        for one in comparison.fallen
    )
    misnamed = (Odd(number, other.format(theirs=theirs, ours=ours)) for number, theirs, ours in comparison.misnamed)
    less = translate("accumulators", "“{figure}”比本单位此前结算的还少：看来不含本单位的，请去掉上面的勾重新读取")
    without = (
        Odd(f"{name} {number}", less.format(figure=caption(figure))) for number, name, figure in comparison.without_own
    )
    return (*without, *misnamed, *fallen)


def _gravity(fault: StandingFault) -> tuple[str, Tone]:
    if fault.stops:
        return translate("faults", "必须改正"), Tone.BAD
    if fault.left_out:
        return translate("faults", "没有读入"), Tone.WARN
    return translate("faults", "提醒"), Tone.PLAIN
