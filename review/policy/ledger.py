"""Writing into the settlement: each tier books sums and steps, and gets a new value back."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from review.money import fen
from review.policy.settlement import Settlement, Step

if TYPE_CHECKING:
    from collections.abc import Mapping

    from review.policy.settlement import Parameter

    Inputs = Mapping[str, Decimal | str]


def step(  # noqa: PLR0917 - the six words of a step, always said in this order
    key: str,
    formula: str,
    inputs: Inputs,
    result: Decimal,
    parameter: Parameter | None = None,
    title: str = "",
) -> Step:
    """A step of the trace; amounts among the inputs are shown to the fen."""
    shown = {name: str(fen(value)) if isinstance(value, Decimal) else value for name, value in inputs.items()}
    return Step(step=key, formula=formula, inputs=shown, parameter=parameter, result=result, title=title)


def traced(so_far: Settlement, *steps: Step) -> Settlement:
    """The settlement with the steps added to its trace."""
    return replace(so_far, trace=(*so_far.trace, *steps))
