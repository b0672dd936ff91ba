"""What is wrong or doubtful in a pack beyond its form: people left out, rows never used, figures turned round.

A fault must be mended before the pack settles anything; a warning is for somebody to look at.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

from review.errors import LingbaoError
from review.packs.lint_doubt import Doubt, Severity
from review.packs.lint_figures import figures_in_doubt
from review.packs.lint_line import line_in_doubt
from review.packs.lint_tables import rows_in_doubt
from review.packs.pack import SHELF, faults_of, files_of, line_of, pack_from, pack_tree
from review.packs.written import spelled

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_MEND = "请按提示改正；未改正前不会采用其中任何一项。"


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """One thing lint found: how bad, where (file and key, as far as known), what (Chinese), and what to do."""

    severity: Severity
    file: str
    path: str
    message: str
    cure: str


def lint(id_or_path: str | Path, shelf: Path = SHELF) -> tuple[Note, ...]:
    """Everything to be said of a pack, faults first. What cannot be read is a fault; nothing is raised."""
    try:
        tree, file, line = pack_tree(id_or_path, shelf), files_of(id_or_path, shelf), line_of(id_or_path, shelf)
    except LingbaoError as error:
        return (Note(severity="fault", file="", path="", message=str(error), cure=error.advice or _MEND),)
    doubts = sorted(
        (*line_in_doubt(line), *_named_otherwise(id_or_path, tree), *_doubts(tree)),
        key=lambda doubt: doubt.severity != "fault",
    )
    return tuple(
        Note(severity=one.severity, file=file(one.path), path=one.path, message=one.message, cure=one.cure)
        for one in doubts
    )


def lint_tree(tree: dict[str, Any]) -> tuple[Note, ...]:
    """The same for a whole tree that lies in no file, such as an office's own version."""
    found = sorted(_doubts(tree), key=lambda doubt: doubt.severity != "fault")
    return tuple(
        Note(severity=one.severity, file="", path=one.path, message=one.message, cure=one.cure) for one in found
    )


def _named_otherwise(id_or_path: str | Path, tree: dict[str, Any]) -> Iterator[Doubt]:
    named = Path(id_or_path).resolve().stem
    if tree.get("id") != named and not Path(id_or_path).is_file():
        message = f"id 是“{tree.get('id')}”，文件夹却叫“{named}”，下级用 inherits 会找不到它。"
        yield Doubt("warning", "id", message, "请让 id 与文件夹同名。")


def _doubts(tree: dict[str, Any]) -> Iterable[Doubt]:
    faults = [Doubt("fault", spelled(place), message, _MEND) for place, message in faults_of(tree)]
    if faults or tree.get("partial"):
        return faults
    pack = pack_from(tree)
    return chain(rows_in_doubt(pack), figures_in_doubt(pack))
