"""The packs and versions as the list on the left shows them: what is in force first, drafts, then other packs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.ui.labels import label
from app.ui.tables.columns import Chip, chip
from app.ui.tables.stacked import Stacked, StackedList
from app.ui.widgets.badge import Tone
from review.packs.pack import origins, pack_tree, shipped_packs
from review.packs.pack_lint import lint
from review.packs.series import Status
from review.packs.versions import PolicyVersion, VersionState
from review.services import policies

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.ui.shell.theme import Theme
    from review.packs.pack_edits import Tree
    from review.packs.pack_lint import Note
    from review.services.office import Office

translate = QCoreApplication.translate
_TONES = {
    VersionState.DRAFT: Tone.INFO,
    VersionState.PROPOSED: Tone.WARN,
    VersionState.APPROVED: Tone.OK,
    VersionState.WITHDRAWN: Tone.BAD,
}


@dataclass(frozen=True, slots=True)
class Shelf:
    """A version of the office, or with None a shipped pack; ``pack`` is the pack's id, ``own`` whether the office's."""

    pack: str
    version: PolicyVersion | None
    title: str
    about: str
    status: str
    own: bool

    @property
    def id(self) -> str:
        """What tells it from the others."""
        return f"{self.pack}:{self.version.id if self.version else 0}"


@dataclass(frozen=True, slots=True)
class Opened:
    """A pack with what is needed to say where its figures come from, and what is wrong or doubtful in it.

    ``faults`` is what keeps a draft back.
    """

    shelf: Shelf
    tree: Tree
    shipped: Tree
    origins: Mapping[str, str]
    notes: tuple[Note, ...] = ()
    faults: str = ""


def shelves(office: Office) -> tuple[Shelf, ...]:
    """The office's versions from the newest on, the shipped pack they rest on, then all other shipped packs."""
    versions = (_of_version(one) for one in reversed(policies.versions(office)))
    shipped = sorted((_of_pack(name, office) for name in shipped_packs()), key=lambda one: (not one.own, one.pack))
    return (*versions, *shipped)


def opened(office: Office, shelf: Shelf) -> Opened:
    """Everything of one shelf. Raises PolicyError, StoreError."""
    shipped, whence = pack_tree(shelf.pack), origins(shelf.pack)
    if shelf.version is None:
        return Opened(shelf, shipped, shipped, whence, lint(shelf.pack))
    tree, notes = policies.version_tree(office, shelf.version.id), policies.notes(office, shelf.version.id)
    draft = shelf.version.state is VersionState.DRAFT
    faults = policies.faults(office, shelf.version.id) if draft else ""
    return Opened(shelf, tree, shipped, whence, notes, faults)


class ShelvesList(StackedList[Shelf]):
    """``picked`` comes with a shelf when another one is current."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, lambda shelf: shelf.id, stacked, lines=3)
        self.setAccessibleName(self.tr("政策包和版本"))


def stacked(shelf: Shelf) -> Stacked:
    """Title; version and days; state, and whether it is shipped."""
    if shelf.version is not None:
        chips: tuple[Chip, ...] = (chip(label(shelf.version.state), _TONES[shelf.version.state]),)
    else:
        partial = Chip(translate("policies", "只供继承"), Tone.PLAIN)
        own = Chip(translate("policies", "随软件"), Tone.PLAIN)
        tone = Tone.OK if shelf.status == Status.CONFIRMED else Tone.WARN
        chips = (own, chip(label(Status(shelf.status)), tone)) if shelf.status else (partial,)
    return Stacked(shelf.title, (shelf.about,), chips, shelf.title)


def _of_version(version: PolicyVersion) -> Shelf:
    since = translate("policies", "{day} 起").format(day=version.in_force_from) if version.in_force_from else ""
    about = translate("policies", " · ").join(filter(None, (version.label, since)))
    return Shelf(version.pack, version, version.title, about, "", own=True)


def _of_pack(name: str, office: Office) -> Shelf:
    tree = pack_tree(name)
    words = translate("policies", "{version} · 核对到 {day}")
    about = words.format(version=tree["version"], day=tree["reviewed_until"])
    status = "" if tree.get("partial") else tree["status"]
    return Shelf(name, None, tree["title"], about, status, own=name == office.pack_id)
