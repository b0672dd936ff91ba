"""Sections and categories as a tree."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.ui.catalogue.section_tree import SectionTree
from review.services.catalogue import SectionCount

if TYPE_CHECKING:
    from PySide6.QtWidgets import QTreeWidgetItem
    from pytestqt.qtbot import QtBot

COUNTS = (
    SectionCount("西药", "抗感染药 > 抗菌药", 5),
    SectionCount("西药", "抗感染药 > 抗病毒药", 3),
    SectionCount("西药", "", 1),
    SectionCount("中成药", "内科用药", 4),
)


@pytest.fixture
def tree(qtbot: QtBot) -> SectionTree:
    made = SectionTree()
    qtbot.addWidget(made)
    made.show_sections(COUNTS)
    made.show()
    return made


def item(tree: SectionTree, *path: int) -> QTreeWidgetItem:
    found = tree.topLevelItem(path[0])
    for step in path[1:]:
        found = found.child(step) if found else None
    assert found is not None
    return found


def test_every_level_counts_what_lies_below_it(tree: SectionTree) -> None:
    assert item(tree, 0).text(0) == "全部  13"
    assert item(tree, 1).text(0) == "西药  9"
    assert item(tree, 1, 0).text(0) == "抗感染药  8"
    assert [item(tree, 1, 0, n).text(0) for n in (0, 1)] == ["抗菌药  5", "抗病毒药  3"]
    assert item(tree, 2).text(0) == "中成药  4"


def test_a_place_brings_its_section_and_whole_path(tree: SectionTree, qtbot: QtBot) -> None:
    with qtbot.waitSignal(tree.chosen) as chosen:
        tree.setCurrentItem(item(tree, 1, 0, 1))
    assert chosen.args == ["西药", "抗感染药 > 抗病毒药"]
    assert tree.place == ("西药", "抗感染药 > 抗病毒药")


def test_another_edition_begins_with_everything_and_tells_nobody(tree: SectionTree, qtbot: QtBot) -> None:
    tree.setCurrentItem(item(tree, 2))
    with qtbot.assertNotEmitted(tree.chosen, wait=20):
        tree.show_sections(COUNTS)
    assert tree.place == ("", "")


def test_an_edition_without_sections_shows_no_tree(tree: SectionTree) -> None:
    tree.show_sections((SectionCount("", "", 260),))
    assert tree.isHidden()


def test_categories_without_a_section_lie_at_the_top(tree: SectionTree) -> None:
    tree.show_sections((SectionCount("", "导管", 2), SectionCount("", "缝线", 1)))
    assert [item(tree, n).text(0) for n in range(3)] == ["全部  3", "导管  2", "缝线  1"]
