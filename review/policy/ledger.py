"""Writing a step of the trace: amounts shown to the fen, slices of cost as cost times ratio."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from review.money import fen
from review.policy.settlement import Step

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from review.packs.bands import Slice
    from review.packs.stated import Parameter

    Inputs = Mapping[str, Decimal | str]


class Basis(NamedTuple):
    """What a step rests on: the pack's figure, further figures, and the title of a step of the pack's own."""

    parameter: Parameter | None = None
    title: str = ""
    more: tuple[Parameter, ...] = ()


def step(key: str, formula: str, inputs: Inputs, result: Decimal, basis: Basis | Parameter | None = None) -> Step:
    """A step of the trace; amounts among the inputs are shown to the fen."""
    shown = {name: str(fen(value)) if isinstance(value, Decimal) else value for name, value in inputs.items()}
    parameter, title, more = basis if isinstance(basis, Basis) else Basis(basis)
    return Step(step=key, formula=formula, inputs=shown, parameter=parameter, result=result, title=title, more=more)


def slices_told(slices: Iterable[Slice]) -> dict[str, str]:
    """The slices as inputs of a step: cost times ratio, numbered from the lowest."""
    return {f"第 {number} 段": f"{one.cost} × {one.ratio}" for number, one in enumerate(slices, start=1)}
