"""The packs that can be compared: those shipped, the office's own versions, and files."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QComboBox, QFileDialog

from app.ui.labels import label
from app.ui.shell.preferences import LAST_FOLDER
from review.packs.pack import pack_tree, shipped_packs
from review.packs.series import Status
from review.services import policies
from review.services.replaying import OWN

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from app.ui.shell.preferences import Preferences
    from review.packs.pack_edits import Tree
    from review.packs.versions import PolicyVersion
    from review.services.office import Office

translate = QCoreApplication.translate
_FILE = "\0file"


@dataclass(frozen=True, slots=True)
class PackChoice:
    """A pack by the name a replay knows it by, in words, and what more is to be said of it."""

    name: str
    words: str
    tip: str = ""


def pack_choices(office: Office) -> tuple[PackChoice, ...]:
    """The office's pack first, its own versions from the newest on, then every other shipped pack. Reads files."""
    trees = map(pack_tree, shipped_packs())
    own = [_of_version(one) for one in reversed(policies.versions(office))]
    whole = sorted((tree for tree in trees if not tree.get("partial")), key=lambda tree: tree["id"] != office.pack_id)
    settled = [_of_pack(tree) for tree in whole]
    return (*settled[:1], *own, *settled[1:])


def _of_pack(tree: Tree) -> PackChoice:
    words, status = f"{tree['title']} {tree['version']}", label(Status(tree["status"]))
    return PackChoice(tree["id"], words, f"{tree['id']} · {status}")


def _of_version(version: PolicyVersion) -> PackChoice:
    words = translate("whatif", "本单位 {label} {title}").format(label=version.label, title=version.title)
    return PackChoice(f"{OWN}{version.id}", words, label(version.state))


class PackBox(QComboBox):
    """One pack of those offered; the last row asks for a file. ``picked`` comes when another one is chosen."""

    picked = Signal()

    def __init__(self, preferences: Preferences) -> None:
        super().__init__()
        self._preferences = preferences
        self._before = 0
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(12)
        self.activated.connect(self._activated)

    @property
    def name(self) -> str:
        """The pack's name for a replay; empty while none is offered."""
        return str(self.currentData() or "")

    def offer(self, choices: Sequence[PackChoice], first: int) -> None:
        """Offer these; what was chosen stays, else the one at ``first``."""
        kept, files = self.name, list(self._files())
        self.clear()
        for choice in (*choices, *files):
            self._put(self.count(), choice)
        self.addItem(self.tr("打开政策包文件…"), _FILE)
        found = self.findData(kept) if kept else -1
        self.choose(found if found >= 0 else min(first, self.count() - 2))

    def open(self, path: str) -> None:
        """Offer a file or folder, and choose it."""
        place = self.count() - 1
        self._put(place, PackChoice(path, Path(path).name, path))
        self.choose(place)
        self.picked.emit()

    def choose(self, place: int) -> None:
        """Choose the row at a place."""
        self._before = max(place, 0)
        self.setCurrentIndex(self._before)
        self.setToolTip(self.currentText())

    def _files(self) -> Iterator[PackChoice]:
        """Files that were opened before."""
        for place in range(self.count() - 1):
            name = str(self.itemData(place))
            if Path(name).is_absolute():
                yield PackChoice(name, self.itemText(place), name)

    def _put(self, place: int, choice: PackChoice) -> None:
        self.insertItem(place, choice.words, choice.name)
        self.setItemData(place, choice.tip or choice.words, 3)

    def _activated(self, place: int) -> None:
        if self.itemData(place) == _FILE:
            self.setCurrentIndex(self._before)
            self._ask()
        else:
            self.choose(place)
            self.picked.emit()

    def _ask(self) -> QFileDialog:
        """Ask for one file with all keys, or any file of a pack's folder."""
        kinds = self.tr("政策包 (*.yaml *.yml)")
        dialog = QFileDialog(self, self.tr("打开政策包文件"), self._preferences.get(LAST_FOLDER), kinds)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda path: self.open(pack_path(path)))
        dialog.open()
        return dialog


def pack_path(file: str) -> str:
    """The file itself where it holds a whole pack, else the folder it belongs to."""
    beside = [one for one in Path(file).parent.glob("*.yaml") if one.name != Path(file).name]
    return str(Path(file).parent if beside else Path(file))
