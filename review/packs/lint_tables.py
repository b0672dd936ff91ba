"""Tables tried out on everybody: a row nobody ever comes to, and people for whom no row was written."""

from __future__ import annotations

from dataclasses import dataclass, fields
from itertools import product
from typing import TYPE_CHECKING, Any

from review.claim.claim import CareKind, Filing, HospitalLevel, Region
from review.claim.people import Group, Scheme
from review.packs.facts import Facts
from review.packs.lint_doubt import Doubt
from review.packs.series import every_series
from review.packs.when import Span, Table, When
from review.packs.words import KINDS, LEVELS, SCHEMES

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Sequence

    from review.packs.lint_doubt import Severity
    from review.packs.pack_model import Pack

_WHOLE = ("general.class_b_advance", "out_of_region.advance", ".deductible", ".ratio", ".ceiling")
"""Figures that must hold for everybody: their tables may leave nobody out."""

_REGIONS = {Region.SAME_CITY: "本市", Region.SAME_PROVINCE: "省内", Region.OTHER_PROVINCE: "省外"}
_FILINGS = {Filing.NONE: "未备案", Filing.LONG_TERM: "长期居住", Filing.REFERRAL: "转诊", Filing.EMERGENCY: "急诊"}
_ALWAYS = {"level": HospitalLevel.TERTIARY, "region": Region.SAME_CITY, "filing": Filing.NONE}
_OTHER = "（其他）"
_UNWRITTEN = {"disease": "未写明病种", "package": "未写明病种付费", "age": "年龄不详"}


@dataclass(frozen=True, slots=True)
class Stage:
    """For whom a table is asked at all: the schemes and kinds of care its place in the pack is for."""

    schemes: tuple[Scheme, ...]
    kinds: tuple[CareKind, ...]

    def people(self, conditions: Sequence[When]) -> Iterator[Facts]:
        """One case for each way in which the conditions can tell cases apart."""
        sides = {"scheme": self.schemes, "kind": self.kinds, **_sides(conditions)}
        for chosen in product(*sides.values()):
            yield Facts(**(_ALWAYS | dict(zip(sides, chosen, strict=True))))


def rows_in_doubt(pack: Pack) -> Iterator[Doubt]:
    """Rows that are never used, and people whom a table that must hold for everybody leaves out."""
    for path, series in every_series(pack):
        tables = ((number, one.value) for number, one in enumerate(series.values))
        for number, table in ((number, table) for number, table in tables if isinstance(table, Table)):
            place = f"{path}.values[{number}]"
            yield from _table(place, table, stage_of(path, pack), whole=path.endswith(_WHOLE))
    for key, layer in pack.layers.items():
        if layer.choose == "first":
            stage = Stage(layer.schemes or tuple(Scheme), tuple(pack.basic))
            conditions = {f"layers.{key}.rows.{row}": terms.when for row, terms in layer.rows.items()}
            yield from _unused(conditions, stage)


def stage_of(path: str, pack: Pack) -> Stage:
    """The stage of the table at a path: of ``basic.<kind>.<scheme>`` that kind, and the kinds settled like it."""
    top, *rest = path.split(".")
    if top == "basic" and len(rest) > 1:
        kind = CareKind(rest[0])
        alike = (other for other, terms in pack.basic.items() if terms.like is kind)
        return Stage((Scheme(rest[1]),), (kind, *alike))
    return Stage(tuple(Scheme), tuple(pack.basic))


def _table(place: str, table: Table[Any], stage: Stage, *, whole: bool) -> Iterator[Doubt]:
    yield from _unused({f"{place}.value[{n}]": row.when for n, row in enumerate(table.rows)}, stage)
    conditions = [row.when for row in table.rows]
    left_out = [facts for facts in stage.people(conditions) if table.of(facts) is None] if whole else []
    if left_out:
        named, severity = _named(left_out[0], conditions, stage), _severity(left_out, _sides(conditions))
        more = f"等 {len(left_out)} 种情形" if len(left_out) > 1 else ""
        message = f"没有适用于{named}{more}的规定，遇到时不会结算。"
        yield Doubt(severity, place, message, "请补上这一行；确实不支付的写明 0，确实不收录的可以保留。")


def _severity(left_out: Iterable[Facts], asked: Container[str]) -> Severity:
    """A fault, unless only those are left out of whom something is not known, or whose disease is not on the list."""
    known = any(
        ("age" not in asked or one.age is not None)
        and ("disease" not in asked or one.disease not in {"", _OTHER})
        and ("package" not in asked or bool(one.package))
        for one in left_out
    )
    return "fault" if known else "warning"


def _unused(conditions: dict[str, When], stage: Stage) -> Iterator[Doubt]:
    everybody = list(stage.people(list(conditions.values())))
    used = {next((place for place, when in conditions.items() if when.holds(facts)), "") for facts in everybody}
    for place, when in conditions.items():
        if place not in used:
            before = "被前面的行挡住" if any(when.holds(facts) for facts in everybody) else "条件与所在的位置不符"
            message = f"这一行永远用不到：{before}。"
            yield Doubt("warning", place, message, "请把更具体的行移到前面，改正条件，或删去这一行。")


def _sides(conditions: Sequence[When]) -> dict[str, tuple[Any, ...]]:
    """The facts the conditions look at, each with enough values to tell rows apart."""
    full: dict[str, tuple[Any, ...]] = {
        "level": tuple(one for one in HospitalLevel if one is not HospitalLevel.NONE),
        "region": tuple(Region),
        "filing": tuple(Filing),
        "retired": (False, True),
        "designated": (True, False),
        "groups": ((), *((group,) for group in _named_words("groups", conditions, Group))),
        "disease": ("", *_named_words("diseases", conditions, str), _OTHER),
        "package": ("", *_named_words("packages", conditions, str)),
        "age": (None, *_edges("age", conditions)),
        "stay": _edges("stays", conditions) or (1,),
        "insured_years": _edges("insured_years", conditions),
    }
    asked = {name for when in conditions for name, _ in when.parts} | {"groups" for when in conditions if when.groups}
    return {name: full[name] for name in full if name in asked}


def _named_words(part: str, conditions: Sequence[When], kind: Any) -> tuple[Any, ...]:
    return tuple(dict.fromkeys(kind(word) for when in conditions for word in getattr(when, part)))


def _edges(part: str, conditions: Sequence[When]) -> tuple[int, ...]:
    spans = [span for when in conditions if isinstance(span := getattr(when, part), Span)]
    low = 1 if part == "stays" else 0
    edges = {low, *(span.at_least for span in spans), *(span.below for span in spans if span.below is not None)}
    return tuple(sorted(edge for edge in edges if edge >= low))


def _named(facts: Facts, conditions: Sequence[When], stage: Stage) -> str:
    """The case in words, as far as the table tells cases apart."""
    asked = _sides(conditions)
    words = [SCHEMES[facts.scheme] if len(stage.schemes) > 1 else "", KINDS[facts.kind] if len(stage.kinds) > 1 else ""]
    told = {
        "level": LEVELS[facts.level],
        "region": _REGIONS[facts.region],
        "filing": _FILINGS[facts.filing],
        "retired": "退休" if facts.retired else "在职",
        "age": f"{facts.age} 岁",
        "disease": f"病种{facts.disease}",
        "package": f"病种付费{facts.package}",
    }
    plain = {field.name: getattr(facts, field.name) for field in fields(facts)}
    words += [_UNWRITTEN[name] if name in _UNWRITTEN and not plain[name] else told.get(name, "") for name in asked]
    return "、".join(word for word in words if word) or "所有人"
