"""What leaves the desk as a file: settlement sheet, workbook, notice, list of receipts to be looked up."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QObject, Signal

from app import paperwork
from app.ui.widgets.saving import ask_where

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QFileDialog, QWidget

    from app.ui.shell.session import Session
    from review.services.office import Office

PDF, INSURED, WORKBOOK, NOTICE = "pdf", "insured", "xlsx", "notice"
VERIFICATIONS, VERIFICATIONS_CSV = "verifications", "verifications-csv"
ALL_VERIFICATIONS, ALL_VERIFICATIONS_CSV = "all-verifications", "all-verifications-csv"


@dataclass(frozen=True, slots=True)
class Writer:
    """A file that leaves the desk: what it is called, the filters of its dialog, and who writes it."""

    word: object
    suffix: str
    pattern: str
    write: Callable[[Office, str, Path], Path]

    def name(self, number: str) -> str:
        """The file name proposed for a claim."""
        return f"{QCoreApplication.translate('exports', str(self.word))}-{number}.{self.suffix}"


def _all_open(office: Office, _number: str, out: Path) -> Path:
    """The receipts of every claim at work that nobody has looked up yet."""
    return paperwork.verification_list(office, "", out)


_ALL_OPEN = QT_TRANSLATE_NOOP("exports", "全部待查验清单")
_SETTLEMENT = QT_TRANSLATE_NOOP("exports", "结算单")
_VERIFICATIONS = QT_TRANSLATE_NOOP("exports", "查验清单")
WRITERS: dict[str, Writer] = {
    PDF: Writer(_SETTLEMENT, "pdf", "PDF (*.pdf)", paperwork.settlement_sheet),
    INSURED: Writer(QT_TRANSLATE_NOOP("exports", "参保人说明"), "pdf", "PDF (*.pdf)", paperwork.insured_sheet),
    WORKBOOK: Writer(_SETTLEMENT, "xlsx", "Excel (*.xlsx)", paperwork.claim_workbook),
    NOTICE: Writer(QT_TRANSLATE_NOOP("exports", "一次性告知书"), "pdf", "PDF (*.pdf)", paperwork.notice_sheet),
    VERIFICATIONS: Writer(_VERIFICATIONS, "pdf", "PDF (*.pdf)", paperwork.verification_list),
    VERIFICATIONS_CSV: Writer(_VERIFICATIONS, "csv", "CSV (*.csv)", paperwork.verification_list),
    ALL_VERIFICATIONS: Writer(_ALL_OPEN, "pdf", "PDF (*.pdf)", _all_open),
    ALL_VERIFICATIONS_CSV: Writer(_ALL_OPEN, "csv", "CSV (*.csv)", _all_open),
}


class Exports(QObject):
    """Asks where, writes in the background; ``remark`` says where the file lies."""

    remark = Signal(str)

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._window = session, parent

    def ask(self, number: str, kind: str) -> QFileDialog:
        """Ask where the file should go."""
        writer, preferences = WRITERS[kind], self._session.preferences
        return ask_where(
            self._window, preferences, writer.name(number), writer.pattern, lambda out: self._write(number, kind, out)
        )

    def _write(self, number: str, kind: str, out: Path) -> None:
        office, write = self._session.office, WRITERS[kind].write
        saved = self.tr("已保存到 {path}").format(path=out)
        self._session.jobs.run(self, lambda: write(office, number, out), lambda _: self.remark.emit(saved))
