"""Field types that cases and packs share: quoted amounts and ratios, plain days, non-empty text."""

import re
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, StrictStr, StringConstraints


def quoted_only(value: object) -> object:
    """The value as it is, unless it is a bare number, which YAML may have bent already."""
    if isinstance(value, int | float):
        raise ValueError(f'数字要写成带引号的文字，例如 "100.00"，写的是 {value!r}')  # noqa: TRY004 - pydantic collects ValueError
    return value


def _quoted(decimals: int) -> Callable[[object], Decimal]:
    pattern = re.compile(rf"-?\d{{1,14}}(\.\d{{1,{decimals}}})?")

    def read(value: object) -> Decimal:
        text = str(quoted_only(value))
        if not pattern.fullmatch(text):
            raise ValueError(f"不是数字，或小数超过 {decimals} 位、整数超过 14 位：{text!r}")
        return Decimal(text)

    return read


def _not_negative(value: Decimal) -> Decimal:
    if value < 0:
        raise ValueError(f"不能小于 0，写的是 {value}")
    return value


def _share(value: Decimal) -> Decimal:
    if not 0 <= value <= 1:
        raise ValueError(f"比例应在 0 和 1 之间，写的是 {value}")
    return value


def _points(value: Decimal) -> Decimal:
    if not -1 <= value <= 1:
        raise ValueError(f"百分点应在 -1 和 1 之间，写的是 {value}")
    return value


def _day(value: object) -> date:
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    if isinstance(value, str) and re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
        try:
            return date.fromisoformat(value)
        except ValueError:
            pass
    raise ValueError(f"应为日期，例如 2025-03-01，写的是 {str(value)!r}")


def _each_once(value: tuple[str, ...]) -> tuple[str, ...]:
    twice = [one for one in dict.fromkeys(value) if value.count(one) > 1]
    if twice:
        raise ValueError(f"{'、'.join(twice)} 写了不止一次，只能写一次")
    return value


Signed = Annotated[Decimal, BeforeValidator(_quoted(2))]
"""Yuan to the fen, quoted; negative for refunds."""

Amount = Annotated[Decimal, BeforeValidator(_quoted(2)), AfterValidator(_not_negative)]
"""Yuan to the fen, quoted, not negative."""

Price = Annotated[Decimal, BeforeValidator(_quoted(6)), AfterValidator(_not_negative)]
"""Yuan a unit, quoted, up to six decimals as the national platform keeps them."""

Quantity = Annotated[Decimal, BeforeValidator(_quoted(4))]
"""Units, quoted, up to four decimals; negative for refunds."""

Ratio = Annotated[Decimal, BeforeValidator(_quoted(4)), AfterValidator(_share)]
"""A share between 0 and 1, quoted: ``"0.60"``."""

Points = Annotated[Decimal, BeforeValidator(_quoted(4)), AfterValidator(_points)]
"""What is added to a ratio, quoted, between -1 and 1: ``"0.03"`` for three points more, ``"-0.10"`` for ten less."""

Day = Annotated[date, BeforeValidator(_day)]
"""A calendar day."""

Text = Annotated[StrictStr, StringConstraints(min_length=1, strip_whitespace=True)]
"""Text that says something."""

Key = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$")]
"""A name within a pack, for instance of a layer or of a row: small letters, digits and underscores."""

Limit = Annotated[Amount | None, BeforeValidator(lambda value: None if value == "unlimited" else value)]
"""Yuan, or ``unlimited``."""

Keys = Annotated[tuple[Key, ...], AfterValidator(_each_once)]
"""Names within a pack, each once: a layer named twice would pay twice."""
