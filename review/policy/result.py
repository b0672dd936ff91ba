"""The settlement as JSON-ready values, keys as in docs/contracts/case.md."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, get_args

from review.money import fen
from review.policy.case import SumKey
from review.policy.words import step_title

if TYPE_CHECKING:
    from review.claim.claim import YearToDate
    from review.packs.stated import Parameter
    from review.policy.settlement import LayerShare, Settlement, Step

SUMS: tuple[str, ...] = get_args(SumKey)
"""The contract's sums, in its order."""


def to_json(settlement: Settlement) -> dict[str, object]:
    """The settlement with the contract's keys; money as text with two decimals."""
    pack = settlement.pack
    return {
        **{name: str(fen(getattr(settlement, name))) for name in SUMS},
        "pack": {"id": pack.id, "version": pack.version, "status": str(pack.status)},
        "day": settlement.day and settlement.day.isoformat(),
        "third_party": str(fen(settlement.third_party)),
        "layers": [_layer(one) for one in settlement.layers],
        "burdens": {name: str(fen(amount)) for name, amount in settlement.burdens if amount},
        "catalogue": list(settlement.catalogue),
        "warnings": list(settlement.warnings),
        "accumulators": {"before": _year(settlement.before), "after": _year(settlement.after)},
        "trace": [_step(step) for step in settlement.trace],
    }


def _year(year: YearToDate) -> dict[str, object]:
    amounts = {field.name: str(fen(getattr(year, field.name))) for field in fields(year) if field.name not in _PLAIN}
    accounts = {one.name: str(fen(one.amount)) for one in year.accounts}
    return {"stays": year.stays, **amounts, **({"accounts": accounts} if accounts else {})}


_PLAIN = frozenset({"stays", "source", "accounts", "typed"})


def _layer(one: LayerShare) -> dict[str, object]:
    sums = {name: str(fen(getattr(one, name))) for name in ("counted", "threshold", "payment")}
    return {"id": one.id, "title": one.title, "fund": one.fund, **sums}


def _parameter(used: Parameter) -> dict[str, str]:
    return {
        "name": used.name,
        "value": used.value,
        "from": used.since,
        "document": used.document,
        "clause": used.clause,
    }


def _step(step: Step) -> dict[str, object]:
    further = {"further": [_parameter(one) for one in step.more]} if step.more else {}
    return {
        "step": step.step,
        "title": step_title(step),
        "formula": step.formula,
        "inputs": dict(step.inputs),
        "parameter": step.parameter and _parameter(step.parameter),
        **further,
        "result": str(fen(step.result)),
    }
