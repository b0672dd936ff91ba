"""What leaves the desk as a file: the settlement sheet as PDF, the claim as a workbook."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app import paperwork
from app.ui.widgets.saving import ask_where

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QFileDialog, QWidget

    from app.ui.shell.session import Session
    from review.services.office import Office

PDF, WORKBOOK = "pdf", "xlsx"

WRITERS: dict[str, tuple[str, Callable[[Office, str, Path], Path]]] = {
    PDF: ("PDF (*.pdf)", paperwork.settlement_sheet),
    WORKBOOK: ("Excel (*.xlsx)", paperwork.claim_workbook),
}


class Exports(QObject):
    """Asks where, writes in the background; ``remark`` says where the file lies."""

    remark = Signal(str)

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._window = session, parent

    def ask(self, number: str, kind: str) -> QFileDialog:
        """Ask where the file should go."""
        pattern, _ = WRITERS[kind]
        name = self.tr("结算单-{number}").format(number=number) + f".{kind}"
        preferences = self._session.preferences
        return ask_where(self._window, preferences, name, pattern, lambda out: self._write(number, kind, out))

    def _write(self, number: str, kind: str, out: Path) -> None:
        office, (_, write) = self._session.office, WRITERS[kind]
        saved = self.tr("已保存到 {path}").format(path=out)
        self._session.jobs.run(self, lambda: write(office, number, out), lambda _: self.remark.emit(saved))
