"""The whole trace of a case, told from what was booked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from review.policy.balance import FUNDS
from review.policy.basic_told import elsewhere, tell_basic
from review.policy.layers_told import tell_layers
from review.policy.ledger import step
from review.policy.lines_told import tell_lines
from review.policy.words import STEPS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from review.policy.booking import Booked
    from review.policy.settlement import Settlement, Step


def tell(booked: Booked, done: Settlement) -> Iterator[Step]:
    """Every step, in the order of policy §1.9."""
    yield from tell_lines(booked.columns, booked.setting)
    yield from tell_basic(booked)
    yield from tell_layers(booked)
    yield from _totals(booked, done)


def _totals(booked: Booked, done: Settlement) -> Iterator[Step]:
    if booked.opened.person_first and done.already_paid:
        formula = "先抵个人负担，超过个人负担的部分由基金少付，最后一层先减"
        inputs = {STEPS["already_paid"]: booked.setting.case.already_paid}
        parameter = elsewhere(booked.setting, "先抵个人负担")
        yield step("already_paid", formula, inputs, done.already_paid, parameter)
    funds = {STEPS[name]: getattr(done, name) for name in FUNDS}
    yield step("fund_total", " + ".join(funds), funds, done.fund_total)
    parts = {STEPS[name]: getattr(done, name) for name in ("total", "already_paid", "fund_total")}
    yield step("personal", " − ".join(parts), parts, done.personal)
