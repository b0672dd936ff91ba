"""Roles, the states of a claim, and the one table of moves between them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What a user may do. A user can hold several; four-eyes rules still compare the persons."""

    CLERK = "clerk"
    SECOND_REVIEWER = "second_reviewer"
    SUPERVISOR = "supervisor"
    CASHIER = "cashier"
    ADMINISTRATOR = "administrator"
    AUDITOR = "auditor"


class ClaimState(StrEnum):
    """Where a claim stands. ``read`` waits for a clerk, ``batched`` for a supervisor, ``signed`` for the cashier."""

    DRAFT = "draft"
    RECEIVED = "received"
    READ = "read"
    FIRST_REVIEW = "first_review"
    SECOND_REVIEW = "second_review"
    BATCHED = "batched"
    SIGNED = "signed"
    PAYING = "paying"
    PAID = "paid"
    ARCHIVED = "archived"
    SUPPLEMENT = "supplement"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"
    PAYMENT_FAILED = "payment_failed"
    RECOVERED = "recovered"


class Stage(StrEnum):
    """The parts people play in one claim; each names the person kept on the claim."""

    ENTERED = "entered_by"
    FIRST = "first_reviewer"
    SECOND = "second_reviewer"
    SIGNED = "signed_by"
    PAID = "paid_by"


@dataclass(frozen=True, slots=True)
class Move:
    """One allowed step.

    Attributes:
        name: stable identifier, also the journal's action.
        sources: states the step starts from.
        target: state it ends in.
        roles: roles that may take it; empty for steps the software takes itself.
        differs_from: parts whose person may not be the one who takes this step.
        becomes: the part the person plays from now on, if any.
        needs_reason: whether a typed reason is required.
        forgets: parts that are cleared because the work has to be done again.
    """

    name: str
    sources: frozenset[ClaimState]
    target: ClaimState
    roles: frozenset[Role] = frozenset()
    differs_from: frozenset[Stage] = frozenset()
    becomes: Stage | None = None
    needs_reason: bool = False
    forgets: frozenset[Stage] = frozenset()


_ANYBODY_BEFORE = frozenset({Stage.ENTERED, Stage.FIRST, Stage.SECOND})


def _states(*names: str) -> frozenset[ClaimState]:
    return frozenset(ClaimState(name) for name in names)


def _roles(*names: str) -> frozenset[Role]:
    return frozenset(Role(name) for name in names)


TRANSITIONS: tuple[Move, ...] = (
    Move("receive", _states("draft"), ClaimState.RECEIVED, _roles("clerk")),
    Move("finish_reading", _states("received"), ClaimState.READ),
    Move("begin_review", _states("read"), ClaimState.FIRST_REVIEW, _roles("clerk"), becomes=Stage.FIRST),
    Move("approve_first", _states("first_review"), ClaimState.SECOND_REVIEW, _roles("clerk"), becomes=Stage.FIRST),
    Move(
        "approve_second",
        _states("second_review"),
        ClaimState.BATCHED,
        _roles("second_reviewer"),
        differs_from=frozenset({Stage.ENTERED, Stage.FIRST}),
        becomes=Stage.SECOND,
    ),
    Move(
        "return_to_first",
        _states("second_review"),
        ClaimState.FIRST_REVIEW,
        _roles("second_reviewer"),
        needs_reason=True,
    ),
    Move(
        "return_from_batch",
        _states("batched"),
        ClaimState.FIRST_REVIEW,
        _roles("supervisor"),
        needs_reason=True,
        forgets=frozenset({Stage.SECOND}),
    ),
    Move(
        "sign",
        _states("batched"),
        ClaimState.SIGNED,
        _roles("supervisor"),
        differs_from=_ANYBODY_BEFORE,
        becomes=Stage.SIGNED,
    ),
    Move(
        "begin_payment",
        _states("signed", "payment_failed"),
        ClaimState.PAYING,
        _roles("cashier"),
        differs_from=_ANYBODY_BEFORE | {Stage.SIGNED},
        becomes=Stage.PAID,
    ),
    Move("confirm_payment", _states("paying"), ClaimState.PAID, _roles("cashier")),
    Move("fail_payment", _states("paying"), ClaimState.PAYMENT_FAILED, _roles("cashier"), needs_reason=True),
    Move(
        "return_from_payment",
        _states("payment_failed"),
        ClaimState.FIRST_REVIEW,
        _roles("cashier"),
        needs_reason=True,
        forgets=frozenset({Stage.SECOND, Stage.SIGNED, Stage.PAID}),
    ),
    Move("archive", _states("paid"), ClaimState.ARCHIVED, _roles("clerk", "cashier")),
    Move("request_supplement", _states("first_review"), ClaimState.SUPPLEMENT, _roles("clerk"), needs_reason=True),
    Move("resume", _states("supplement"), ClaimState.RECEIVED, _roles("clerk")),
    Move(
        "reject",
        _states("first_review", "second_review"),
        ClaimState.REJECTED,
        _roles("clerk", "second_reviewer"),
        needs_reason=True,
    ),
    Move(
        "withdraw",
        _states("draft", "received", "read", "first_review", "supplement"),
        ClaimState.WITHDRAWN,
        _roles("clerk"),
        needs_reason=True,
    ),
    Move("recover", _states("paid", "archived"), ClaimState.RECOVERED, _roles("cashier"), needs_reason=True),
)

MOVES = {move.name: move for move in TRANSITIONS}

EDITABLE = _states("draft", "received", "read", "first_review", "supplement")
"""States in which figures of a claim may change; any later change must first return it to the first review."""
