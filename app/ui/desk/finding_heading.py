"""The heading over the findings of one group, whose press folds them away, and the foot under a long one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPushButton

from app.ui.labels import label

if TYPE_CHECKING:
    from app.ui.desk.finding_sieve import Section


class FindingRest(QPushButton):
    """Says how many findings of a section are not shown yet."""

    def __init__(self, count: int) -> None:
        super().__init__(self.tr("还有 {0} 条，全部显示").format(count))
        self.setProperty("kind", "section")


class FindingHeading(QPushButton):
    """Says what the group is, how many findings it has and how many of them are open."""

    def __init__(self, section: Section, *, folded: bool) -> None:
        arrow = "▸" if folded else "▾"
        count = len(section.views)
        numbers = f"{section.open} / {count}" if section.open else str(count)
        super().__init__(f"{arrow} {label(section.group)}　{numbers}")
        self.setProperty("kind", "section")
        self.setToolTip(self.tr("待处理 {0} 条，共 {1} 条；按下收起或展开").format(section.open, count))
