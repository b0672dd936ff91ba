"""The rule library of an office: shipped batches and its own, in use or withdrawn, and what each rule caught."""

from __future__ import annotations

from dataclasses import dataclass, replace
from threading import Lock
from typing import TYPE_CHECKING, Any

from review.catalogue.names import initials
from review.claim.claim import ZERO
from review.claim.moves import require_role
from review.errors import ConflictError, InputError, NotFoundError
from review.money import fen
from review.rules.book import RuleBook, merged, shipped_book
from review.rules.tables import read_rules_apart
from review.services.edition_changes import KEEPERS
from review.store import rule_records as records
from review.store.unit import Deed

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime
    from decimal import Decimal
    from pathlib import Path
    from threading import Event

    from review.claim.people import Actor
    from review.rules.proposal import RuleProposal
    from review.rules.rule import Rule, RuleBatch
    from review.services.office import Office
    from review.store.check_tables import RuleWithdrawalRow
    from review.store.store import Store

SUBJECT = "rules"
"""Subject of the journal's rows about the rule library."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BatchView:
    """A batch as it stands: why it is withdrawn (Chinese) or empty; when and by whom it was taken over or withdrawn."""

    batch: RuleBatch
    withdrawn: str = ""
    at: datetime | None = None
    by: str = ""


@dataclass(frozen=True, slots=True)
class RulesPage:
    """Some of the rules looked for, in the order of the batches, and how many there are altogether."""

    rules: tuple[Rule, ...]
    total: int


@dataclass(frozen=True, slots=True)
class Caught:
    """What a rule caught in a year: in how many claims, on how many lines, and what people took out for it (yuan)."""

    claims: int
    lines: int
    excluded: Decimal = ZERO


@dataclass(frozen=True, slots=True)
class CaughtClaim:
    """A claim of which a rule speaks: on how many lines, and what people took out for it (yuan)."""

    number: str
    name: str
    lines: int
    excluded: Decimal


class RuleLibrary:
    """The book in force: made anew whenever the database says that somebody, anywhere, changed the office's batches."""

    def __init__(self, store: Store) -> None:
        self._store, self._lock = store, Lock()
        self._held: tuple[int, RuleBook] = (-1, RuleBook())

    def book(self) -> RuleBook:
        """The rules in force now. Raises StoreError."""
        with self._store.read() as unit:
            if records.version(unit) != self._held[0]:
                with self._lock:
                    out = frozenset(records.withdrawals(unit))
                    self._held = records.version(unit), merged(shipped_book(), records.own(unit), out)
        return self._held[1]


def rule_batches(office: Office) -> tuple[BatchView, ...]:
    """All batches, shipped first, then the office's own as they came; withdrawn ones too."""
    with office.store.read() as unit:
        own, out = records.batches(unit), records.withdrawals(unit)
    views = [BatchView(batch=batch) for batch in shipped_book().batches]
    views += [BatchView(batch=records.batch_of(row), at=row.at, by=row.by) for row in own]
    return tuple(_out(view, out[view.batch.id]) if view.batch.id in out else view for view in views)


def rules(office: Office, text: str = "", batch: str = "", limit: int = 100, offset: int = 0) -> RulesPage:
    """Rules in force whose words all occur in name, contained article, remark, value or code; of one batch or all.

    A word may also be what a code or the pinyin initials of the name begin with. A batch that is withdrawn is listed
    with the rules it had.
    """
    words = text.upper().split()
    found = [rule for rule in _shelved(office, batch) if all(_mentions(rule, word) for word in words)]
    return RulesPage(tuple(found[offset : offset + limit]), len(found))


def _shelved(office: Office, batch: str) -> tuple[Rule, ...]:
    """The rules of a batch, in force or not; all in force where none is named."""
    held = tuple(rule for rule in office.rules.rules if batch in {"", rule.batch})
    if held or not batch:
        return held
    with office.store.read() as unit:
        every = merged(shipped_book(), records.own(unit), frozenset())
    return tuple(rule for rule in every.rules if rule.batch == batch)


def propose_rules(office: Office, path: Path, stop: Event | None = None) -> RuleProposal:  # noqa: ARG001 - as every service, asked of an office
    """A file of rules as it reads, with its faults; nothing is stored. Setting ``stop`` gives the reading up.

    Raises InputError where it is no table, or was given up (``cancelled``).
    """
    return read_rules_apart(path, stop)


def take_over_rules(office: Office, actor: Actor, proposal: RuleProposal) -> BatchView:
    """Make a file that was read a batch of the office; one that was withdrawn comes into use again.

    Raises:
        ForbiddenError: the actor is neither supervisor nor administrator.
        InputError: the file has faults that stop it, or no rule.
        ConflictError: the file is a batch in use already. Whatever is raised, nothing has changed.
    """
    require_role(actor, KEEPERS)
    if proposal.stopped or not proposal.rules:
        first = next((fault.said for fault in proposal.faults if fault.stops), "没有读出任何规则。")
        raise InputError(f"规则文件不能导入：{first}", code="faults", advice="请按清单改正文件后再导入。")
    with office.store.write() as unit:
        deed = Deed(office.clock(), actor.username)
        known = records.by_file(unit, proposal.sha256)
        if known and known.id not in records.withdrawals(unit):
            message = f"这份文件已导入为“{known.title}”（{known.at:%Y-%m-%d}），没有重复导入。"
            raise ConflictError(message, code="same-file", advice="如需重新导入，请先停用原批次。")
        if known:
            records.restore(unit, known.id)
        else:
            records.add(unit, proposal, deed)
        faults = [f"{fault.sheet} 第{fault.row}行：{fault.said}" for fault in proposal.faults]
        told = {**_told(proposal.batch), "file": proposal.file, "sha256": proposal.sha256, "faults": faults}
        unit.tell(deed.at, deed.by, "take_over_rules", SUBJECT, after=told)
    return BatchView(batch=proposal.batch, at=deed.at, by=deed.by)


def withdraw_rules(office: Office, actor: Actor, batch_id: str, reason: str) -> None:
    """Take a batch, shipped or own, out of use with the reason; it stays listed.

    Raises:
        ForbiddenError, InputError (no reason), NotFoundError, ConflictError (withdrawn before): nothing has changed.
    """
    view = _view(office, actor, batch_id, reason)
    if view.withdrawn:
        raise ConflictError(f"“{view.batch.title}”已停用，未作任何改动。", code="withdrawn", advice="请刷新后查看。")
    with office.store.write() as unit:
        deed = Deed(office.clock(), actor.username, reason.strip())
        records.withdraw(unit, batch_id, deed)
        unit.tell(deed.at, deed.by, "withdraw_rules", SUBJECT, before=_told(view.batch), reason=deed.reason)


def restore_rules(office: Office, actor: Actor, batch_id: str, reason: str) -> None:
    """Take a withdrawn batch into use again, with the reason. Raises as :func:`withdraw_rules`."""
    view = _view(office, actor, batch_id, reason)
    if not view.withdrawn:
        raise ConflictError(f"“{view.batch.title}”正在使用，未作任何改动。", code="in-use", advice="请刷新后查看。")
    with office.store.write() as unit:
        records.restore(unit, batch_id)
        unit.tell(
            office.clock(), actor.username, "restore_rules", SUBJECT, after=_told(view.batch), reason=reason.strip()
        )


def caught(office: Office, year: int) -> Mapping[str, Caught]:
    """What each rule caught in claims begun in that year, by the rule's id; rules that caught nothing are left out."""
    with office.store.read() as unit:
        rows = records.caught(unit, year)
    return {rule: Caught(claims, lines, fen(excluded)) for rule, claims, lines, excluded in rows}


def caught_claims(office: Office, rule: str, year: int) -> tuple[CaughtClaim, ...]:
    """The claims begun in that year on which a rule speaks, latest first."""
    with office.store.read() as unit:
        rows = records.caught_claims(unit, rule, year)
    return tuple(CaughtClaim(number, name, lines, fen(excluded)) for number, name, lines, excluded in rows)


def _view(office: Office, actor: Actor, batch_id: str, reason: str) -> BatchView:
    require_role(actor, KEEPERS)
    if not reason.strip():
        raise InputError("请填写理由，未作任何改动。", code="reason-missing")
    view = next((view for view in rule_batches(office) if view.batch.id == batch_id), None)
    if view is None:
        raise NotFoundError(f"没有规则批次 {batch_id}。", code="no-batch", advice="请刷新后再试。")
    return view


def _out(view: BatchView, row: RuleWithdrawalRow) -> BatchView:
    return replace(view, withdrawn=row.reason, at=row.at, by=row.by)


def _mentions(rule: Rule, word: str) -> bool:
    texts = (rule.name, rule.other_name, rule.value, rule.note)
    coded = any(code.startswith(word) for code in rule.codes)
    return coded or any(word in text.upper() for text in texts) or initials(rule.name).startswith(word)


def _told(batch: RuleBatch) -> dict[str, Any]:
    return {"batch": batch.id, "title": batch.title, "rows": batch.rows, "loaded": batch.loaded}
