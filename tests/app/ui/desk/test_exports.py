"""The settlement leaves the desk as a file where the person says."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QFileDialog

from app.ui.explaining.window import ExplainWindow

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from app.ui.desk.room import DeskRoom


def chosen(room: DeskRoom, target: Path) -> None:
    """Say in the open dialog where the file goes."""
    [dialog] = room.findChildren(QFileDialog)
    dialog.fileSelected.emit(str(target))


MAGIC = {"a.pdf": b"%PDF-", "insured.pdf": b"%PDF-", "a.xlsx": b"PK"}


@pytest.mark.parametrize("name", MAGIC)
def test_the_menu_writes_the_file_that_was_asked_for(
    room: DeskRoom, settle: Callable[[], None], tmp_path: Path, name: str
) -> None:
    told: list[str] = []
    place = list(MAGIC).index(name)
    room.remark.connect(told.append)
    room.bench.figures.settlement.save.menu().actions()[place].trigger()
    chosen(room, tmp_path / name)
    settle()
    assert (tmp_path / name).read_bytes().startswith(MAGIC[name])
    assert told == [f"已保存到 {tmp_path / name}"]


def test_a_folder_that_cannot_be_written_is_told(room: DeskRoom, settle: Callable[[], None], tmp_path: Path) -> None:
    troubles: list[Exception] = []
    room.session.jobs.trouble.connect(troubles.append)
    room.bench.figures.settlement.save.menu().actions()[0].trigger()
    chosen(room, tmp_path / "nowhere" / "a.pdf")
    settle()
    assert len(troubles) == 1
    assert not (tmp_path / "nowhere").exists()


def test_the_settlement_is_explained_by_key_and_its_window_writes_files(
    room: DeskRoom, settle: Callable[[], None], tmp_path: Path
) -> None:
    room.bench.figures.settlement.ladder.pick("deductible")
    room.bench.figures.settlement.why.click()
    [window] = room.findChildren(ExplainWindow)
    assert window.ladder.current == "deductible"
    assert window.steps.cards["deductible"].property("current")
    window.wanted.emit("insured")
    chosen(room, tmp_path / "for-him.pdf")
    settle()
    assert (tmp_path / "for-him.pdf").read_bytes().startswith(b"%PDF-")
