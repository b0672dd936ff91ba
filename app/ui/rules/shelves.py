"""The batches of the library as the list on the left shows them, all of them together first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.ui.labels import label
from app.ui.tables.columns import Chip, chip
from app.ui.tables.stacked import Stacked, StackedList
from app.ui.widgets.badge import Tone

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.ui.shell.theme import Theme
    from review.rules.rule import RuleBatch
    from review.services.rulebooks import BatchView

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Shelf:
    """One batch, or with None all that are in use; ``count`` is how many rules of it are in force."""

    view: BatchView | None
    count: int

    @property
    def id(self) -> str:
        """The batch's id; empty for all."""
        return self.view.batch.id if self.view else ""


def shelves(views: Sequence[BatchView], counts: dict[str, int]) -> tuple[Shelf, ...]:
    """All rules first, then batch by batch; ``counts`` are the rules in force by batch."""
    return Shelf(None, sum(counts.values())), *(Shelf(view, counts.get(view.batch.id, 0)) for view in views)


class ShelvesList(StackedList[Shelf]):
    """``picked`` comes with a shelf when another one is current."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, lambda shelf: shelf.id, stacked)
        self.setAccessibleName(self.tr("规则批次"))


def stacked(shelf: Shelf) -> Stacked:
    """Title; what it limits and since when; rows loaded; whether it is shipped, own or withdrawn."""
    if shelf.view is None:
        count = translate("rules", "{n} 条规则在用").format(n=f"{shelf.count:,}")
        about = translate("rules", "随软件提供的和自行导入的")
        return Stacked(translate("rules", "全部规则"), (count, about), ())
    batch = shelf.view.batch
    return Stacked(batch.title, (about_words(batch), loaded_words(shelf)), _chips(shelf.view), tip_words(shelf))


def about_words(batch: RuleBatch) -> str:
    """What a batch is about, what it limits, and the day it was published."""
    return " · ".join(filter(None, (label(batch.subject), label(batch.kind), str(batch.published or ""))))


def loaded_words(shelf: Shelf) -> str:
    """How many rules are in force, and how many rows of the table were taken in."""
    assert shelf.view is not None, "a batch was loaded"
    batch = shelf.view.batch
    rows = f"{batch.loaded:,}" if batch.loaded == batch.rows else f"{batch.loaded:,}/{batch.rows:,}"
    return translate("rules", "{n} 条规则 · 表内 {rows} 行").format(n=f"{shelf.count:,}", rows=rows)


def tip_words(shelf: Shelf) -> str:
    """The title in full, the source, who took it over or out of use and why."""
    assert shelf.view is not None, "a batch has a source"
    view = shelf.view
    return "\n".join(filter(None, (view.batch.title, view.batch.source, change_words(view))))


def change_words(view: BatchView) -> str:
    """Who took a batch over, or out of use and why; empty where nobody touched it."""
    if view.at is None:
        return ""
    day = f"{view.at.astimezone():%Y-%m-%d}"
    if view.withdrawn:
        words = translate("rules", "{who} 于 {day} 停用：{why}")
        return words.format(who=view.by, day=day, why=view.withdrawn)
    return translate("rules", "{who} 于 {day} 导入").format(who=view.by, day=day)


def _chips(view: BatchView) -> tuple[Chip, ...]:
    use = chip(translate("rules", "已停用"), Tone.BAD) if view.withdrawn else chip(translate("rules", "在用"), Tone.OK)
    origin = translate("rules", "随软件") if view.batch.shipped else translate("rules", "自行导入")
    return use, Chip(origin, Tone.PLAIN if view.batch.shipped else Tone.INFO)
