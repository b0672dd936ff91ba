"""One row of the rule library as a value, and the batch it came with."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date


class RuleKind(StrEnum):
    """What a rule limits; the words of its tables beside it."""

    SEX = "sex"  # 限定性别对象
    AGE = "age"  # 限定年龄对象
    SCHEME = "scheme"  # 限定保险类型
    PLACE = "place"  # 限定就医方式
    LEVEL = "level"  # 限定机构等级
    COURSE = "course"  # 限定支付疗程
    FREQUENCY = "frequency"  # 限定频次
    PERIOD = "period"  # 周期超频次
    DUPLICATE = "duplicate"  # 重复收费
    SECONDARY = "secondary"  # 限定主次操作


class Subject(StrEnum):
    """What a rule is about."""

    DRUG = "drug"
    SERVICE = "service"


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleBatch:
    """One published table.

    Attributes:
        id: stable, such as ``1-drug-age``.
        title: as published (Chinese).
        published: the day it came out, or None where no source tells.
        source: where the file is from.
        rows: rows of its tables, headings left out.
        loaded: of these, how many became rules or codes of rules.
        shipped: whether it came with the software.
    """

    id: str
    title: str
    kind: RuleKind
    subject: Subject
    published: date | None
    source: str
    rows: int
    loaded: int
    shipped: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One rule.

    Attributes:
        id: stable within the library: batch, a stroke, and the number of its row.
        batch: id of its batch.
        name: the article as the library prints it; codes: the national codes it lists for it.
        value: what is allowed: 男/女, 儿童/婴幼儿/新生儿, 工伤/生育, 住院, 二级/三级, or the group of operations
            (secondary); empty where figures say it.
        limit: how many (frequency, period) or how many days (course), else None.
        unit: unit of ``limit`` as printed (日, 小时, 次 ...).
        days: length of the period in days (period, frequency), else None.
        other_name, other_codes: the article that is contained (duplicate).
        span: ``day`` or ``visit`` within which both may not stand (duplicate), else empty.
        note: the library's own remark (Chinese), such as the published payment limit.
    """

    id: str
    batch: str
    kind: RuleKind
    subject: Subject
    name: str
    codes: tuple[str, ...] = ()
    value: str = ""
    limit: int | None = None
    unit: str = ""
    days: int | None = None
    other_name: str = ""
    other_codes: tuple[str, ...] = ()
    span: str = ""
    note: str = ""
