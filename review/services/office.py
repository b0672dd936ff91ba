"""The office: where everything lies, what the clock says, and the two ways in which a claim is changed."""

from __future__ import annotations

import os
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta, timezone
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import platformdirs

from review.calendar import load_overrides
from review.claim.moves import check_edit, moved
from review.errors import ConflictError
from review.services.library import Library
from review.services.pack_shelf import PolicyLibrary
from review.services.rulebooks import RuleLibrary
from review.services.standing import follow
from review.services.summary import summarise
from review.store import projections
from review.store.engine import plain_failures
from review.store.mapping import folder_of
from review.store.pages import PageStore
from review.store.store import Store, open_store

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from datetime import date

    from review.catalogue.editions import CatalogueSet
    from review.claim.claim import Claim
    from review.claim.people import Actor
    from review.rules.book import RuleBook
    from review.store.mapping import Folder, Rows
    from review.store.unit import Unit

CHINA = timezone(timedelta(hours=8))
DATABASE = "lingbao.sqlite3"
CALENDAR = "working_days.csv"
COMPILED = "cache/catalogues"
"""Folder of compiled look-ups; it may be emptied at any time."""


def _now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True)
class Office:
    """One office: its data folder, database, page store, clock (aware times) and policy pack. Safe in any thread."""

    home: Path
    store: Store
    pages: PageStore
    clock: Callable[[], datetime] = _now
    pack_id: str = "ganzhou"

    @cached_property
    def library(self) -> Library:
        """Shipped and own editions, kept as long as they stay as they are."""
        return Library(self.store, self.home / COMPILED)

    @property
    def catalogue(self) -> CatalogueSet:
        """The catalogue editions as they stand now; asks the database whether they have changed, so keep it for a job.

        Raises:
            StoreError, PolicyError: the database fails; an edition cannot be read.
        """
        return self.library.editions()

    @cached_property
    def rule_library(self) -> RuleLibrary:
        """Shipped and own rules, kept as long as they stay as they are."""
        return RuleLibrary(self.store)

    @property
    def rules(self) -> RuleBook:
        """The rule library in force now; asks the database, as the catalogue does. Raises StoreError."""
        return self.rule_library.book()

    @cached_property
    def policies(self) -> PolicyLibrary:
        """The shipped pack and the office's own versions of it, kept as long as they stay as they are."""
        return PolicyLibrary(self.store, self.pack_id)

    @property
    def overrides(self) -> Mapping[date, bool] | None:
        """Corrections to the working-day calendar: the shipped ones, and over them the office's own table, if any."""
        table = self.home / CALENDAR
        return {**load_overrides(), **load_overrides(table)} if table.exists() else None

    @property
    def today(self) -> date:
        """The calendar day at the office (Beijing time)."""
        return self.clock().astimezone(CHINA).date()

    @contextmanager
    def edit(self, actor: Actor, action: str, number: str, *, version: int | None = None) -> Iterator[Work]:
        """Change an editable claim by a clerk; the difference becomes one journal row of that action.

        Raises:
            ForbiddenError, ConflictError, NotFoundError: then nothing has changed.
        """
        with self.store.write() as unit:
            work = opened(self, unit, actor, number, version=version)
            check_edit(work.claim, actor)
            yield work
            work.keep(action)

    @contextmanager
    def move(
        self, actor: Actor, name: str, number: str, *, reason: str = "", version: int | None = None
    ) -> Iterator[Work]:
        """Take a claim one step of the table of moves; the block may look at it before and change it along.

        Raises:
            ForbiddenError, ConflictError, InputError, NotFoundError: then nothing has changed.
        """
        with self.store.write() as unit:
            work = opened(self, unit, actor, number, version=version)
            work.move(name, reason)
            yield work
            work.keep(name, reason)


@dataclass
class Work:
    """One claim in the hands of one actor within a unit; ``folder`` is replaced as the work goes on."""

    office: Office
    unit: Unit
    actor: Actor
    rows: Rows
    folder: Folder

    @property
    def claim(self) -> Claim:
        """The claim as it stands in this work."""
        return self.folder.claim

    @claim.setter
    def claim(self, claim: Claim) -> None:
        self.folder = replace(self.folder, claim=claim)

    def move(self, name: str, reason: str = "") -> None:
        """Take one step of the table of moves."""
        self.claim = moved(self.claim, self.actor, name, reason)

    def keep(self, action: str, reason: str = "", *, instead: Mapping[str, Any] | None = None) -> None:
        """Write the difference with its journal row and the queue's summary; nothing where nothing differs.

        ``instead`` enters the journal in place of the rows of paper, where these are many and come from the software.
        """
        was = self.rows["claim", self.claim.number]["state"] if self.rows else None
        saved = self.unit.save(self.rows, self.folder)
        if saved is None:
            return
        self.folder, self.rows = saved.folder, saved.rows
        before, after = saved.before, saved.after
        if instead is not None:
            before, after = {"claim": before["claim"]}, {"claim": after["claim"], **instead}
        projections.keep(self.unit, was, self.claim)
        summarise(self.office, self.unit, self.folder)
        now, person = self.office.clock(), self.actor.username
        self.unit.tell(now, person, action, self.claim.number, before=before, after=after, reason=reason.strip())
        follow(self)

    def other(self, number: str) -> Work:
        """Another claim taken up by the same actor within the same unit. Raises NotFoundError."""
        return opened(self.office, self.unit, self.actor, number)


def opened(office: Office, unit: Unit, actor: Actor, number: str, *, version: int | None = None) -> Work:
    """A claim taken up for work. Raises NotFoundError, or ConflictError for a version that is no longer the latest."""
    rows = unit.rows(number)
    folder = folder_of(rows)
    if version is not None and version != folder.claim.version:
        raise ConflictError(
            f"报销单 {number} 刚刚被别人改动,这次的改动没有写入。", code="stale", advice="请刷新后再试。"
        )
    return Work(office, unit, actor, rows, folder)


def data_home() -> Path:
    """The data folder: LINGBAO_HOME, or the user's own place for data."""
    chosen = os.environ.get("LINGBAO_HOME")
    return Path(chosen) if chosen else Path(platformdirs.user_data_dir("lingbao", appauthor=False))


def open_office(
    home: Path | None = None,
    *,
    database_url: str | None = None,
    clock: Callable[[], datetime] = _now,
    pack_id: str = "ganzhou",
) -> Office:
    """Open the office in a data folder, creating or upgrading its database (by default SQLite in that folder).

    Raises:
        StoreError: the database belongs to a newer version, is damaged or cannot be reached; it was not changed.
    """
    home = (home or data_home()).absolute()
    with plain_failures():
        home.mkdir(mode=0o700, parents=True, exist_ok=True)
    store = open_store(database_url or f"sqlite:///{home / DATABASE}")
    return Office(home=home, store=store, pages=PageStore(home / "pages"), clock=clock, pack_id=pack_id)
