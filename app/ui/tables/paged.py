"""Long lists, fetched page by page as they come into sight; nothing waits for what is not seen."""

from __future__ import annotations

from collections import OrderedDict, deque
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, Generic

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QStyleOptionViewItem

from app.ui.tables.columns import R
from app.ui.tables.dress import ColumnsView
from app.ui.tables.model import ColumnsModel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.ui.jobs import Jobs
    from app.ui.shell.theme import Theme
    from app.ui.tables.columns import Column

PAGE = 100
_KEPT, _AHEAD, _MEASURED = 60, 4, 40
_NOWHERE = QModelIndex()
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Slice(Generic[R]):
    """Some rows of a list, and how many rows the list has."""

    rows: tuple[R, ...]
    total: int


Fetch = Callable[[int, int], Slice[R]]
"""Brings the rows from an offset on, at most so many; runs off the UI thread."""


class PagedModel(ColumnsModel[R]):
    """Knows how many rows there are and holds the pages last seen. ``missing`` names a page that is wanted."""

    missing = Signal(int)

    def __init__(self, columns: Sequence[Column[R]], parent: QObject | None = None) -> None:
        super().__init__(columns, parent)
        self._pages: OrderedDict[int, tuple[R, ...]] = OrderedDict()
        self._total = 0
        self._told = -1

    def show(self, first: Slice[R]) -> None:
        """Begin another list with its first page."""
        self.beginResetModel()
        self._pages = OrderedDict({0: first.rows})
        self._total, self._told = first.total, -1
        self.endResetModel()

    def put(self, page: int, rows: tuple[R, ...]) -> None:
        """Take in a page that was missing."""
        self._pages[page] = rows
        self._told = -1
        if len(self._pages) > _KEPT:
            self._pages.popitem(last=False)
        last = min((page + 1) * PAGE, self._total) - 1
        self.dataChanged.emit(self.index(page * PAGE, 0), self.index(last, len(self.columns) - 1))

    def forget(self) -> None:
        """A page could not be brought: ask again when it is looked at."""
        self._told = -1

    def row(self, place: int) -> R | None:
        """The row, or None while its page is on its way."""
        page, within = divmod(place, PAGE)
        rows = self._pages.get(page)
        if rows is None:
            if page != self._told:
                self._told = page
                self.missing.emit(page)
            return None
        return rows[within] if within < len(rows) else None

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """All rows of the list; none below another row."""
        return 0 if parent.isValid() else self._total


class PagedView(ColumnsView[R]):
    """Shows a paged list. ``opened`` carries the row, ``picked`` comes when another row is current."""

    opened = Signal(object)
    picked = Signal()

    def __init__(self, columns: Sequence[Column[R]], theme: Theme) -> None:
        super().__init__(columns, theme)
        self.pages: PagedModel[R] = PagedModel(columns, self)
        self.setModel(self.pages)
        self.fit()
        self.selectionModel().currentRowChanged.connect(lambda *_: self.picked.emit())
        self.pages.modelReset.connect(self.fit_once)
        self.pages.modelReset.connect(lambda: self.selectRow(0))
        self.pages.dataChanged.connect(self._tell_if_current)

    def sizeHintForColumn(self, column: int) -> int:
        """As wide as the first rows need; Qt would look at a thousand, and have ten pages fetched."""
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        rows = range(min(_MEASURED, self.pages.rowCount()))
        return max(
            (self.itemDelegate().sizeHint(option, self.pages.index(row, column)).width() for row in rows), default=0
        )

    def open(self) -> None:
        """Open the row in focus."""
        row = self.current
        if row is not None:
            self.opened.emit(row)

    def _tell_if_current(self, first: Index, last: Index) -> None:
        if first.row() <= self.currentIndex().row() <= last.row():
            self.picked.emit()


@dataclass(frozen=True, slots=True, eq=False)
class _Question:
    """One list that was asked for; told apart from others by being itself."""

    fetch: Fetch[Any]


class Pager(QObject):
    """Fetches for a view: a new list when asked, then the pages that come into sight, latest first.

    ``counted`` carries the length of a new list, ``failed`` what went wrong.
    """

    counted = Signal(int)
    failed = Signal(Exception)

    def __init__(self, jobs: Jobs, view: PagedView[R]) -> None:
        super().__init__(view)
        self._jobs, self._view = jobs, view
        self._question: _Question | None = None
        self._wanted: deque[int] = deque(maxlen=_AHEAD)
        self._under_way = False
        view.pages.missing.connect(self._want, Qt.ConnectionType.QueuedConnection)

    def ask(self, fetch: Fetch[R]) -> None:
        """Show another list as soon as its first page is here; what was asked before no longer matters."""
        self._question = question = _Question(fetch)
        self._wanted.clear()
        self._jobs.run(
            self, partial(fetch, 0, PAGE), partial(self._begin, question), partial(self._fail, question, page=0)
        )

    def again(self) -> None:
        """Ask the same once more."""
        if self._question is not None:
            self.ask(self._question.fetch)

    def _begin(self, question: _Question, first: Slice[Any]) -> None:
        if question is self._question:
            self._view.pages.show(first)
            self.counted.emit(first.total)

    def _want(self, page: int) -> None:
        if page not in self._wanted:
            self._wanted.append(page)
        self._next()

    def _next(self) -> None:
        if self._under_way or not self._wanted or self._question is None:
            return
        self._under_way = True
        question, page = self._question, self._wanted.pop()
        self._jobs.run(
            self,
            partial(question.fetch, page * PAGE, PAGE),
            partial(self._arrive, question, page),
            partial(self._fail, question, page=page),
        )

    def _arrive(self, question: _Question, page: int, came: Slice[Any]) -> None:
        self._under_way = False
        if question is self._question:
            self._view.pages.put(page, came.rows)
        self._next()

    def _fail(self, question: _Question, error: Exception, *, page: int) -> None:
        self._under_way = self._under_way and page == 0
        if question is self._question:
            self._view.pages.forget()
            self.failed.emit(error)
