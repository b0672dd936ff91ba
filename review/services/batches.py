"""Batches: what a supervisor sees, takes out, sends back, and signs with the password."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import groupby
from typing import TYPE_CHECKING, Any

from review.claim.claim import ZERO
from review.claim.decisions import BatchState
from review.claim.moves import check_move, require_role
from review.claim.states import MOVES, ClaimState
from review.errors import ConflictError, InputError
from review.identity import masked
from review.services.batch_checks import BatchCheck, batch_checks, risks
from review.services.office import opened
from review.services.review import CHANGED
from review.services.settle import differs
from review.services.users import check_password
from review.store import batch_records, queries

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from review.claim.claim import Claim
    from review.claim.people import Actor
    from review.services.office import Office
    from review.store.schema import BatchRow
    from review.store.unit import Unit


@dataclass(frozen=True, slots=True, kw_only=True)
class BatchClaim:
    """One claim as the signer sees it; yuan. ``risks`` are reasons (Chinese) to look closer, most telling first."""

    number: str
    state: ClaimState
    name: str
    id_masked: str
    hospital: str
    total: Decimal
    payable: Decimal
    funds: Mapping[str, Decimal]
    risks: tuple[str, ...]
    entered_by: str
    first_reviewer: str
    second_reviewer: str
    excluded: bool
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BatchView:
    """One batch: its claims, riskiest first; sums in yuan over those not taken out; ``funds`` by settlement names.

    Once signed, ``total`` and ``payable`` stay what was signed.

    An empty ``number`` stands for an open batch nothing has joined yet.
    """

    number: str
    state: BatchState
    claims: tuple[BatchClaim, ...] = ()
    total: Decimal = ZERO
    payable: Decimal = ZERO
    funds: Mapping[str, Decimal]
    checks: tuple[BatchCheck, ...] = ()
    signed_by: str = ""
    signed_at: datetime | None = None

    @property
    def included(self) -> tuple[BatchClaim, ...]:
        """The claims that are signed with the batch."""
        return tuple(claim for claim in self.claims if not claim.excluded)


def open_batch(office: Office) -> BatchView:
    """The batch that waits for a signature."""
    with office.store.read() as unit:
        row = batch_records.open_batch(unit)
        return _view(unit, row) if row else BatchView(number="", state=BatchState.OPEN, funds=_sums(()))


def batch(office: Office, number: str) -> BatchView:
    """One batch by its number. Raises NotFoundError."""
    with office.store.read() as unit:
        return _view(unit, batch_records.batch(unit, number))


def batches(office: Office) -> tuple[BatchView, ...]:
    """All batches, latest first."""
    with office.store.read() as unit:
        rows = queries.batches(unit)
        claims = groupby(sorted(batch_records.claims(unit, *(r.number for r in rows)), key=_batch), key=_batch)
        listed = {number: list(members) for number, members in claims}
    return tuple(_shown(row, listed.get(row.number, [])) for row in rows)


def exclude(office: Office, actor: Actor, number: str, reason: str) -> Claim:
    """Take a claim out of this signing, with the reason; it waits for the next batch."""
    if not reason.strip():
        raise InputError("请填写理由,未作任何改动。", code="reason-missing")
    return _place(office, actor, number, "exclude", reason)


def include(office: Office, actor: Actor, number: str) -> Claim:
    """Take a claim that was taken out into this signing again."""
    return _place(office, actor, number, "include", "")


def return_from_batch(office: Office, actor: Actor, number: str, reason: str) -> Claim:
    """Send a claim back to the first review, with the reason."""
    with office.move(actor, "return_from_batch", number, reason=reason) as work:
        batch_records.leave(work.unit, work.claim.batch, number)
        work.claim = replace(work.claim, payable=None, batch="")
    return work.claim


def sign(office: Office, actor: Actor, batch_number: str, password: str) -> BatchView:
    """Sign all claims of the open batch that were not taken out, all or none; the password is asked again.

    Raises:
        ForbiddenError: wrong password or role, or the signer had a part in one of the claims.
        ConflictError: nothing to sign, or a claim no longer settles as approved; it has gone back to the first review.
    """
    require_role(actor, MOVES["sign"].roles)
    check_password(office, actor.username, password)
    _send_back_changed(office, actor, batch_number)
    with office.store.write() as unit:
        view = _view(unit, batch_records.batch(unit, batch_number))
        if view.state is not BatchState.OPEN or not view.included:
            raise ConflictError(f"批次 {batch_number} 没有可签批的报销单。", code="nothing-to-sign")
        for claim in view.included:
            work = opened(office, unit, actor, claim.number)
            work.move("sign")
            work.keep("sign")
        _close(office, actor, unit, view)
        return _view(unit, batch_records.batch(unit, batch_number))


def _place(office: Office, actor: Actor, number: str, action: str, reason: str) -> Claim:
    move = MOVES["return_from_batch"]
    with office.store.write() as unit:
        work = opened(office, unit, actor, number)
        check_move(work.claim, actor, move)
        batch_records.place(unit, work.claim.batch, number, excluded=action == "exclude", reason=reason.strip())
        told = {"after": {"batch": work.claim.batch}, "reason": reason.strip()}
        unit.tell(office.clock(), actor.username, action, number, **told)
    return work.claim


def _send_back_changed(office: Office, actor: Actor, batch_number: str) -> None:
    with office.store.read() as unit:
        included = _view(unit, batch_records.batch(unit, batch_number)).included
        folders = [unit.folder(claim.number) for claim in included if claim.state is ClaimState.BATCHED]
    changed = [folder.claim.number for folder in folders if differs(office, folder)]
    for number in changed:
        return_from_batch(office, actor, number, CHANGED)
    if changed:
        raise ConflictError(
            f"报销单 {'、'.join(changed)} 的{CHANGED}本批次尚未签批。",
            code="settlement-changed",
            advice="请核对后重新签批其余报销单。",
        )


def _close(office: Office, actor: Actor, unit: Unit, view: BatchView) -> None:
    now = office.clock()
    signed = {"state": BatchState.SIGNED, "signed_by": actor.username, "signed_at": now}
    batch_records.change(unit, view.number, total=view.total, payable=view.payable, **signed)
    claims = [claim.number for claim in view.included]
    after = {"claims": claims, "total": str(view.total), "payable": str(view.payable)}
    unit.tell(now, actor.username, "sign_batch", view.number, after=after)
    for claim in view.claims:
        if claim.excluded:
            work = opened(office, unit, actor, claim.number)
            work.claim = replace(work.claim, batch=batch_records.join_open(unit, claim.number, office.today))
            work.keep("carry_over", claim.reason)


def _view(unit: Unit, row: BatchRow) -> BatchView:
    return _shown(row, batch_records.claims(unit, row.number))


def _batch(row: Mapping[str, Any]) -> str:
    return str(row["batch"])


def _shown(row: BatchRow, rows: Sequence[Mapping[str, Any]]) -> BatchView:
    claims = sorted((_claim(r) for r in rows), key=lambda claim: (-len(claim.risks), -claim.payable, claim.number))
    included = [claim for claim in claims if not claim.excluded]
    is_open = row.state is BatchState.OPEN
    return BatchView(
        number=row.number,
        state=row.state,
        claims=tuple(claims),
        total=sum((claim.total for claim in included), start=ZERO) if is_open else row.total,
        payable=sum((claim.payable for claim in included), start=ZERO) if is_open else row.payable,
        funds=_sums(included),
        checks=batch_checks([r for r in rows if not r["excluded"]]),
        signed_by=row.signed_by,
        signed_at=row.signed_at,
    )


def _claim(row: Mapping[str, Any]) -> BatchClaim:
    return BatchClaim(
        number=row["number"],
        state=row["state"],
        name=row["insured_name"],
        id_masked=masked(row["insured_id_number"]),
        hospital=row["care_hospital"],
        total=row["total"],
        payable=row["payable"] or ZERO,
        funds={name: Decimal(row[name] or 0) for name in batch_records.FUNDS},
        risks=risks(row),
        entered_by=row["entered_by"],
        first_reviewer=row["first_reviewer"],
        second_reviewer=row["second_reviewer"],
        excluded=row["excluded"],
        reason=row["reason"],
    )


def _sums(claims: Sequence[BatchClaim]) -> dict[str, Decimal]:
    return {name: sum((claim.funds[name] for claim in claims), start=ZERO) for name in batch_records.FUNDS}
