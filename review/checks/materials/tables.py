"""The tables of this room: which papers a claim needs, and until when it may be handed in."""

from __future__ import annotations

import tomllib
from datetime import date
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, Annotated, Any, Literal, Self, TypeVar

from pydantic import AfterValidator, Field, model_validator

from resources import ROOT
from review.checks.finding import Severity
from review.checks.materials.traits import When, Words
from review.claim.paper import DocumentKind  # noqa: TC001 - pydantic reads annotations at run time
from review.errors import InputError
from review.validation import Strict, validated

if TYPE_CHECKING:
    from pathlib import Path

MATERIALS = "materials.toml"
DEADLINES = "deadlines.toml"
_FOLDER = ROOT / "checks"
_LEAP_YEAR = 2000
_Named = Annotated[str, Field(min_length=1)]
_Table = TypeVar("_Table", bound=Strict)


class Form(StrEnum):
    """What the office keeps of a paper."""

    ORIGINAL = "original"
    COPY = "copy"


class Material(Strict):
    """A paper and when it is wanted.

    Attributes:
        code: stable identifier; its absence is the finding ``missing-<code>``.
        name: what it is called in messages (Chinese).
        kinds: kinds of paper that are it; none for a paper that is only looked at over the counter.
        substitutes: kinds that serve instead.
        when: the claims it is wanted for.
        missing: how hard its absence presses; None where the counter sees to it.
        form: what is kept of it; a print or copy of an electronic receipt is always as good.
        shown: whether the original is to be seen where a copy is kept.
        sealed: whether it bears the seal of who made it.
        later: whether it may be handed in later (容缺).
        holder: whose name it bears, where not the insured's.
        note: what else people must know (Chinese).
        source: the document the row rests on.
        off: an office wants it no more.
    """

    code: _Named
    name: _Named
    kinds: tuple[DocumentKind, ...] = ()
    substitutes: tuple[DocumentKind, ...] = ()
    when: When = When()
    missing: Severity | None = None
    form: Form = Form.COPY
    shown: bool = False
    sealed: bool = False
    later: bool = False
    holder: Literal["insured", "agent"] = "insured"
    note: str = ""
    source: _Named
    off: bool = False


class Materials(Strict):
    """All papers that may be wanted, with the words that diagnoses and injuries are told by."""

    basis: str = ""
    material: tuple[Material, ...] = ()
    trauma: Words = Words(words=())
    work: Words = Words(words=())

    @model_validator(mode="after")
    def _once(self) -> Self:
        _unique([row.code for row in self.material])
        return self


def _month_day(text: str) -> str:
    try:
        date.fromisoformat(f"{_LEAP_YEAR}-{text}")
    except ValueError:
        raise ValueError(f"应为“月-日”，例如 03-31，写的是“{text}”") from None
    return text


class Deadline(Strict):
    """Until when a claim may be handed in: a day of a later year, or so many days or months after the day of care.

    Attributes:
        until: month and day, such as ``03-31``, ``years`` years after the year of care.
        days, months: span after the day of discharge or visit; one of the three forms is given.
        late: what being late asks of a person.
        in_force: whether it is checked; one that is not is only listed.
    """

    code: _Named
    name: _Named
    when: When = When()
    until: Annotated[str, AfterValidator(_month_day)] = ""
    years: Annotated[int, Field(ge=0, le=10)] = 1
    days: Annotated[int, Field(ge=0, le=3660)] | None = None
    months: Annotated[int, Field(ge=0, le=120)] | None = None
    late: Severity = Severity.DECISION
    in_force: bool = True
    source: _Named

    @model_validator(mode="after")
    def _one_form(self) -> Self:
        if [bool(self.until), self.days is not None, self.months is not None].count(True) != 1:
            raise ValueError("until、days、months 要写且只写一种")
        return self


class Supplement(Strict):
    """How long a person has to hand in what is missing."""

    working_days: Annotated[int, Field(ge=1, le=250)]
    source: _Named


class Deadlines(Strict):
    """All deadlines of acceptance, and the span for a supplement; an office's own table may leave out either."""

    deadline: tuple[Deadline, ...] = ()
    supplement: Supplement = Supplement(working_days=15, source="按经验，未经证实")

    @model_validator(mode="after")
    def _once(self) -> Self:
        _unique([row.code for row in self.deadline])
        return self


def _unique(codes: list[str]) -> None:
    twice = sorted({code for code in codes if codes.count(code) > 1})
    if twice:
        raise ValueError(f"code 重复：{'、'.join(twice)}")


@cache
def shipped_materials() -> Materials:
    """The papers as the shipped table wants them."""
    return read_table(_FOLDER / MATERIALS, Materials)


@cache
def shipped_deadlines() -> Deadlines:
    """The deadlines of the shipped table."""
    return read_table(_FOLDER / DEADLINES, Deadlines)


def read_table(path: Path, model: type[_Table]) -> _Table:
    """A table people wrote.

    Raises:
        InputError: it cannot be read, or a row is wrong; file, row and reason are named, and nothing is taken.
    """
    try:
        tree: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, ValueError, RecursionError) as error:
        advice = "请检查文件是否存在、是否为 UTF-8 编码的 TOML；改正前各单的检查不能完成，也不会提交。"
        raise InputError(f"{path.name} 读不出来：{error}", advice=advice) from error
    return validated(model, tree, InputError, lambda _: path.name)


def over(shipped: Materials, own: Materials) -> Materials:
    """The shipped papers under an office's own: rows of one code are replaced whole, new ones follow."""
    rows = {row.code: row for row in (*shipped.material, *own.material)}
    told = {name: getattr(own, name) for name in own.model_fields_set if name != "material"}
    return shipped.model_copy(update={**told, "material": tuple(row for row in rows.values() if not row.off)})


def deadlines_over(shipped: Deadlines, own: Deadlines) -> Deadlines:
    """The shipped deadlines under an office's own, row by row."""
    rows = {row.code: row for row in (*shipped.deadline, *own.deadline)}
    span = own if "supplement" in own.model_fields_set else shipped
    return Deadlines(deadline=tuple(rows.values()), supplement=span.supplement)
