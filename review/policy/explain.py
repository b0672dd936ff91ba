"""The settlement told in Chinese, line by line, so that a person can redo it with a pocket calculator."""

from __future__ import annotations

from typing import TYPE_CHECKING

from review.money import thousands
from review.policy.words import STATUSES, step_title

if TYPE_CHECKING:
    from collections.abc import Iterator

    from review.policy.settlement import Settlement, Step

_SHOWN = 6


def explain(settlement: Settlement) -> tuple[str, ...]:
    """Readable lines: the pack, each step with its figures and source, then what to mind."""
    pack = settlement.pack
    head = f"政策包：{pack.title or pack.id}（{pack.id} {pack.version}，{STATUSES[pack.status]}）"
    steps = (line for number, step in enumerate(settlement.trace, start=1) for line in _told(number, step))
    return (head, *steps, *(f"注意：{warning}" for warning in settlement.warnings))


def _told(number: int, step: Step) -> Iterator[str]:
    yield f"{number}. {step_title(step.step)} {thousands(step.result)} 元 = {step.formula}"
    if step.inputs:
        shown = list(step.inputs.items())[:_SHOWN]
        more = f"；……共 {len(step.inputs)} 项" if len(step.inputs) > len(shown) else ""
        yield "   " + "；".join(f"{name} {value}" for name, value in shown) + more
    if step.parameter:
        used = step.parameter
        basis = f"{used.document} {used.clause}"
        yield f"   依据：{used.name} {used.value}，{used.since} 起，{basis}（{STATUSES[used.status]}）"
