"""The imports as the list on the left shows them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.ui.tables.columns import Chip, chip
from app.ui.tables.stacked import Stacked, StackedList
from app.ui.widgets.badge import Tone

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.ui.shell.theme import Theme
    from review.services.accumulating import StandingBatch

translate = QCoreApplication.translate


class BatchesList(StackedList["StandingBatch"]):
    """``picked`` comes with a batch when another one is current."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, lambda batch: batch.number, stacked)
        self.setAccessibleName(self.tr("累计导入批次"))


def named(batch: StandingBatch, names: Mapping[str, str]) -> StandingBatch:
    """The batch with full names in place of usernames."""
    by, withdrawn_by = (names.get(who, who) for who in (batch.by, batch.withdrawn_by))
    return replace(batch, by=by, withdrawn_by=withdrawn_by)


def stacked(batch: StandingBatch) -> Stacked:
    """Number and day, the file, how many people, whether it is in use."""
    title = translate("accumulators", "批次 {n} · 截至 {day}").format(n=batch.number, day=batch.as_of)
    people = translate("accumulators", "{n} 人").format(n=f"{batch.people:,}")
    if batch.left_out:
        people += translate("accumulators", " · {n} 行没有采用").format(n=f"{batch.left_out:,}")
    return Stacked(title, (batch.file, people), _chips(batch), tip_words(batch))


def tip_words(batch: StandingBatch) -> str:
    """Who took it over when, and who took it out of use and why."""
    words = translate("accumulators", "{who} 于 {at:%Y-%m-%d %H:%M} 导入")
    told = [batch.file, words.format(who=batch.by, at=batch.at.astimezone())]
    if batch.withdrawn and batch.withdrawn_at is not None:
        words = translate("accumulators", "{who} 于 {at:%Y-%m-%d} 停用：{why}")
        told.append(words.format(who=batch.withdrawn_by, at=batch.withdrawn_at.astimezone(), why=batch.reason))
    return "\n".join(told)


def _chips(batch: StandingBatch) -> tuple[Chip, ...]:
    if batch.withdrawn:
        return (chip(translate("accumulators", "已停用"), Tone.BAD),)
    own = translate("accumulators", "含本单位已结算") if batch.includes_own else translate("accumulators", "不含本单位")
    return chip(translate("accumulators", "在用"), Tone.OK), Chip(own, Tone.PLAIN)
