"""Booking a case: every tier in its order (policy §1.9), each on what the ones before it left. Nothing is told here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from review.claim.claim import ZERO
from review.policy.basic import basic_fund
from review.policy.closing import close, year_after
from review.policy.layers import burdens_of, pay_layers
from review.policy.lines import sort_lines
from review.policy.opening import open_up
from review.policy.settlement import LayerShare, Settlement

if TYPE_CHECKING:
    from review.policy.basic import Basic
    from review.policy.closing import Closed
    from review.policy.layers import LayerPaid
    from review.policy.lines import Sorted
    from review.policy.opening import Opened
    from review.policy.setting import Setting


@dataclass(frozen=True, slots=True)
class Booked:
    """What every tier did with a case; all sums follow from it, and so does the trace."""

    setting: Setting
    columns: Sorted
    opened: Opened
    basic: Basic
    layers: tuple[LayerPaid, ...]
    closed: Closed


def book(setting: Setting) -> Booked:
    """The case through all tiers.

    Raises:
        PolicyError: the pack has no rule for such a case, or refuses it.
    """
    columns = sort_lines(setting)
    opened = open_up(columns, setting)
    basic = basic_fund(opened, columns, setting)
    burdens = burdens_of(opened, basic)
    layers = pay_layers(columns, burdens, setting)
    return Booked(setting, columns, opened, basic, layers, close(opened, basic, layers, burdens))


def sums(booked: Booked) -> Settlement:
    """The settlement's sums, without its lines, trace and warnings."""
    columns, basic, closed, pack = booked.columns, booked.basic, booked.closed, booked.setting.pack
    layered = {"serious_illness": ZERO, "medical_aid": ZERO, "supplement": ZERO}
    for one in closed.layers:
        layered[one.layer.fund] += one.payment
    fund_total = sum(layered.values(), closed.basic)
    return Settlement(
        total=columns.total,
        self_paid=columns.self_paid,
        over_limit=columns.over_limit,
        advance_self_pay=columns.advance_self_pay,
        eligible=columns.eligible,
        advance_out_of_region=basic.before.advance,
        deductible=basic.before.deductible,
        basic_fund=closed.basic,
        copay=basic.taken - basic.fund,
        over_ceiling=basic.over,
        serious_illness_fund=layered["serious_illness"],
        medical_aid_fund=layered["medical_aid"],
        supplement_fund=layered["supplement"],
        fund_total=fund_total,
        personal=columns.total - booked.opened.already_paid - fund_total,
        already_paid=booked.opened.already_paid,
        third_party=columns.third_party,
        burdens=tuple(closed.burdens.items()),
        pack=pack.used,
        catalogue=booked.setting.case.catalogue,
        before=booked.setting.before,
        after=year_after(basic, closed, booked.setting),
        layers=tuple(map(_share, closed.layers)),
        day=booked.setting.day,
    )


def _share(one: LayerPaid) -> LayerShare:
    return LayerShare(
        id=one.id,
        title=one.layer.title,
        fund=f"{one.layer.fund}_fund",
        counted=one.counted,
        threshold=one.threshold,
        payment=one.payment,
        taken=tuple(one.taken.items()),
    )
