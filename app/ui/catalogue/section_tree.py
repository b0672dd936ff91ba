"""Sections and categories of an edition as a tree, with how many entries lie under each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem

if TYPE_CHECKING:
    from collections.abc import Sequence

    from review.services.catalogue import SectionCount

_PLACE = Qt.ItemDataRole.UserRole
_STEP = " > "
Place = tuple[str, str]


class SectionTree(QTreeWidget):
    """``chosen`` carries section and category; both are empty for everything."""

    chosen = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self.setHeaderHidden(True)
        self.setColumnCount(1)
        self.setIndentation(14)
        self.setUniformRowHeights(True)
        self.setAccessibleName(self.tr("章节和分类"))
        self.currentItemChanged.connect(lambda *_: self.chosen.emit(*self.place))

    @property
    def place(self) -> Place:
        """Section and category chosen."""
        item = self.currentItem()
        return item.data(0, _PLACE) if item else ("", "")

    def show_sections(self, counted: Sequence[SectionCount]) -> None:
        """Show the sections of another edition; everything is chosen."""
        blocked = self.blockSignals(True)  # noqa: FBT003  Qt's own signature
        self.clear()
        sums = _sums(counted)
        nodes = {("", ""): _node(self.invisibleRootItem(), self.tr("全部"), ("", ""), sums.get(("", ""), 0))}
        for place in sums:
            if place not in nodes:
                parent = nodes[_parent(place)] if _parent(place) != ("", "") else self.invisibleRootItem()
                nodes[place] = _node(parent, _name(place), place, sums[place])
        self.setCurrentItem(nodes["", ""])
        self.blockSignals(blocked)
        self.setVisible(len(nodes) > 1)


def _sums(counted: Sequence[SectionCount]) -> dict[Place, int]:
    """Entries under every place of the tree, parents before their children."""
    found: dict[Place, int] = {("", ""): 0}
    for row in counted:
        for place in _way(row.section, row.category):
            found[place] = found.get(place, 0) + row.count
    return found


def _way(section: str, category: str) -> list[Place]:
    """From everything down to a category; a category without section lies at the top."""
    steps = category.split(_STEP) if category else []
    paths = [_STEP.join(steps[: n + 1]) for n in range(len(steps))]
    return list(dict.fromkeys([("", ""), (section, ""), *((section, path) for path in paths)]))


def _parent(place: Place) -> Place:
    section, category = place
    above = category.rpartition(_STEP)[0]
    return (section, above) if category else ("", "")


def _name(place: Place) -> str:
    section, category = place
    return category.rpartition(_STEP)[2] or section


def _node(parent: QTreeWidgetItem, name: str, place: Place, count: int) -> QTreeWidgetItem:
    item = QTreeWidgetItem(parent, [f"{name}  {count:,}"])
    item.setData(0, _PLACE, place)
    item.setToolTip(0, name)
    return item
