"""Supplements and recoveries (补支、追回) after a payment: drafted, audited by another person, sent, and done.

An adjustment may be changed until it is audited, deleted until it is sent, and counts from then on: in what was paid,
fund by fund, and in the sums of the person's year. Where the whole payment is claimed back, exactly nothing of the
claim is left in either.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from review.claim.adjustment import UNSENT, WHOLE, Adjustment, AdjustmentKind, AdjustmentState
from review.claim.claim import ZERO
from review.claim.moves import refuse_own, require_role
from review.claim.people import BankAccount
from review.claim.states import Role
from review.money import fen
from review.policy.balance import Books, movement
from review.services import adjustment_rules as rules
from review.services.reckoning import grounds, reckon_one, terms_of
from review.services.snapshot import frozen, thawed
from review.store import adjustment_records as records

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from decimal import Decimal

    from review.claim.people import Actor
    from review.policy.settlement import Settlement
    from review.services.office import Office
    from review.store.unit import Unit

DRAFTERS = frozenset({Role.CLERK, Role.SECOND_REVIEWER})
"""Who may draft, change and delete an adjustment."""
AUDITORS = frozenset({Role.SECOND_REVIEWER, Role.SUPERVISOR})
"""Who may audit one drafted by others."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Allowance:
    """What may be paid on top of a paid claim, or claimed back; yuan.

    Attributes:
        claim: its number.
        fixed: what was approved and paid at first.
        now: what each fund has paid by now, adjustments that were sent included, and what that added to the year.
        due: the same by what is in force now, after what changed in the person's earlier claims.
        grounds: why the two differ (Chinese).
        settlement: the claim as it settles now; None where ``problem`` says why it cannot: then nothing is paid on top.
        pending: the adjustment that is drafted, audited or sent and not done, if any: there is one at most.
    """

    claim: str
    fixed: Decimal
    now: Books
    due: Books
    grounds: tuple[str, ...]
    settlement: Settlement | None
    pending: Adjustment | None
    problem: str = ""

    @property
    def paid(self) -> Decimal:
        """What the funds have paid by now."""
        return self.now.total

    @property
    def anew(self) -> Decimal:
        """What they should have paid by what is in force now."""
        return self.due.total

    @property
    def difference(self) -> Decimal:
        """What the funds should pay more, or with a minus less."""
        return self.anew - self.paid

    @property
    def funds(self) -> Mapping[str, Decimal]:
        """The difference by fund, with sign; the funds that do not differ are left out."""
        return self.due.minus(self.now).funds

    def most(self, kind: AdjustmentKind) -> Decimal:
        """The most that can be paid on top, or claimed back."""
        return max(self.difference if kind is AdjustmentKind.SUPPLEMENT else self.paid, ZERO)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What a person wants to adjust: which way, how much (yuan; of a reversal or a transfer nobody chooses), and why.

    ``account`` is where a supplement goes, if not to the claim's own account.
    """

    kind: AdjustmentKind
    amount: Decimal = ZERO
    reason: str
    account: BankAccount = BankAccount()


def allowance(office: Office, number: str) -> Allowance:
    """What may be adjusted of a paid claim. Raises NotFoundError; ConflictError where it is not paid."""
    with office.store.read() as unit:
        return _allowance(office, unit, number)


def adjustments(office: Office, claim: str = "", states: Collection[AdjustmentState] = ()) -> tuple[Adjustment, ...]:
    """Adjustments in the order of their drafting: of a claim or all, in some states or any; deleted ones too."""
    with office.store.read() as unit:
        found = records.of_claims(unit, (claim,)).get(claim, ()) if claim else records.listed(unit, states)
    return tuple(one for one in found if not states or one.state in states)


def adjustment(office: Office, number: str) -> Adjustment:
    """One adjustment. Raises NotFoundError."""
    with office.store.read() as unit:
        return records.adjustment(unit, number)


def rests_on(office: Office, number: str) -> Settlement | None:
    """The settlement an adjustment was drafted on; None where the claim could not be settled. Raises NotFoundError."""
    with office.store.read() as unit:
        records.adjustment(unit, number)
        kept = records.settlement(unit, number)
    return thawed(kept) if kept else None


def draft_adjustment(office: Office, actor: Actor, claim: str, wish: Wish) -> Adjustment:
    """Draft a supplement or a recovery of a paid claim; each fund's share is worked out.

    Raises:
        ForbiddenError: wrong role, or the actor's own claim.
        InputError: no reason, no amount, or more than may be adjusted.
        ConflictError: the claim is not paid, or another adjustment of it is not done yet.
    """
    require_role(actor, DRAFTERS)
    with office.store.write() as unit:
        refuse_own(unit.folder(claim).claim, actor)
        allowed = _allowance(office, unit, claim)
        rules.require_none_pending(allowed.pending)
        drafted = Adjustment(
            number=records.new_number(unit, office.today),
            version=1,
            claim=claim,
            kind=wish.kind,
            state=AdjustmentState.DRAFT,
            authors=(actor.username,),
            drafted_at=office.clock(),
            **_worked_out(allowed, wish),
        )
        records.add(unit, drafted, _kept(allowed))
        rules.tell(office, unit, actor, "draft_adjustment", drafted)
    return drafted


def change_adjustment(
    office: Office, actor: Actor, number: str, wish: Wish, *, version: int | None = None
) -> Adjustment:
    """Change an adjustment nobody has audited yet; it is worked out anew.

    Raises:
        ForbiddenError, InputError: as :func:`draft_adjustment`.
        ConflictError: it is audited and locked, or no longer at the ``version`` that was seen.
    """
    require_role(actor, DRAFTERS)
    with office.store.write() as unit:
        found = _taken_up(unit, actor, number)
        rules.require_state(found, AdjustmentState.DRAFT)
        rules.require_seen(found, version)
        allowed = _allowance(office, unit, found.claim)
        authors = tuple(dict.fromkeys((*found.authors, actor.username)))
        wanted = replace(found, kind=wish.kind, authors=authors, **_worked_out(allowed, wish))
        changed = records.keep(unit, wanted, _kept(allowed))
        rules.tell(office, unit, actor, "change_adjustment", changed, was=str(found.amount))
    return changed


def audit_adjustment(office: Office, actor: Actor, number: str, *, version: int | None = None) -> Adjustment:
    """Agree to an adjustment that others drafted; from now on it is locked.

    Raises:
        ForbiddenError: wrong role, one of the drafters, or the actor's own claim.
        ConflictError: it is no draft, was changed, or the claim would no longer be adjusted as it was drafted.
    """
    require_role(actor, AUDITORS)
    with office.store.write() as unit:
        found = _taken_up(unit, actor, number)
        rules.require_state(found, AdjustmentState.DRAFT)
        rules.require_seen(found, version)
        rules.require_others(actor, found)
        allowed = _allowance(office, unit, found.claim)
        rules.require_unmoved(found, _worked_out(allowed, Wish(**_wished(found))))
        audited = replace(found, state=AdjustmentState.AUDITED, audited_by=actor.username, audited_at=office.clock())
        audited = records.keep(unit, audited)
        rules.tell(office, unit, actor, "audit_adjustment", audited)
    return audited


def delete_adjustment(office: Office, actor: Actor, number: str, reason: str) -> Adjustment:
    """Delete an adjustment that was not sent, with the reason; it stays listed.

    Raises:
        ForbiddenError, InputError (no reason), ConflictError (it was sent): nothing has changed.
    """
    require_role(actor, DRAFTERS | AUDITORS)
    rules.require_reason(reason)
    with office.store.write() as unit:
        found = _taken_up(unit, actor, number)
        rules.require_state(found, *UNSENT)
        deleted = records.keep(unit, replace(found, state=AdjustmentState.DELETED, remark=reason.strip()))
        rules.tell(office, unit, actor, "delete_adjustment", deleted, reason=reason)
    return deleted


def _allowance(office: Office, unit: Unit, number: str) -> Allowance:
    rules.require_paid(unit.folder(number).claim)
    found = reckon_one(unit, number, terms_of(office))
    return Allowance(
        claim=number,
        fixed=found.fixed.fund_total,
        now=found.paid,
        due=found.due,
        grounds=grounds(found),
        settlement=found.anew,
        pending=records.pending(unit, number),
        problem=found.problem,
    )


def _taken_up(unit: Unit, actor: Actor, number: str) -> Adjustment:
    """An adjustment of somebody else's claim. Raises NotFoundError, ForbiddenError."""
    found = records.adjustment(unit, number)
    refuse_own(unit.folder(found.claim).claim, actor)
    return found


def _worked_out(allowed: Allowance, wish: Wish) -> dict[str, Any]:
    """What an adjustment of that wish is made of. Raises InputError."""
    rules.require_reason(wish.reason)
    amount, change = _chosen(allowed, wish) if wish.kind not in WHOLE else _whole(allowed, wish.kind)
    return {
        "amount": fen(amount),
        "funds": change.funds,
        "year": change.year,
        "paid": allowed.paid,
        "anew": allowed.anew,
        "grounds": allowed.grounds,
        "reason": wish.reason.strip(),
        "account": wish.account,
    }


def _chosen(allowed: Allowance, wish: Wish) -> tuple[Decimal, Books]:
    rules.require_amount(wish.kind, wish.amount, allowed.most(wish.kind))
    signed = wish.amount if wish.kind is AdjustmentKind.SUPPLEMENT else -wish.amount
    return wish.amount, movement(allowed.now, allowed.due, signed)


def _whole(allowed: Allowance, kind: AdjustmentKind) -> tuple[Decimal, Books]:
    if kind is AdjustmentKind.REVERSAL:
        return allowed.paid, Books().minus(allowed.now)
    rules.require_shift(allowed.difference, allowed.funds)
    return ZERO, allowed.due.minus(allowed.now)


def _wished(found: Adjustment) -> dict[str, Any]:
    return {name: getattr(found, name) for name in ("kind", "amount", "reason", "account")}


def _kept(allowed: Allowance) -> dict[str, Any] | None:
    return frozen(allowed.settlement) if allowed.settlement else None
