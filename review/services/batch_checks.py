"""What makes a claim of a batch worth a closer look, and checks over the batch as a whole."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from review.claim.claim import ZERO
from review.store.batch_records import FUNDS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

LARGE = Decimal(20_000)
"""From this total in yuan on, offices ask for a letter of verification (policy §2.4, 无为)."""


@dataclass(frozen=True, slots=True)
class BatchCheck:
    """One check over a batch: title, whether it holds, and what was seen (Chinese)."""

    title: str
    ok: bool
    message: str


def risks(row: Mapping[str, Any]) -> tuple[str, ...]:
    """Reasons to look closer at one claim, most telling first."""
    reasons = (
        (row["total"] >= LARGE, f"总费用达 {LARGE} 元以上"),
        (row["decided"] > 0, f"{row['decided']} 条疑点由人工放行或剔除"),
        (row["clues"] > 0, f"{row['clues']} 条线索"),
        (row["account_holder"] != row["insured_name"], "收款人不是本人"),
    )
    return tuple(text for holds, text in reasons if holds)


def batch_checks(rows: Sequence[Mapping[str, Any]]) -> tuple[BatchCheck, ...]:
    """The checks over all claims of a batch that are to be signed."""
    faults = (
        ("每单两人审核", [row["number"] for row in rows if not _two_persons(row)]),
        ("应付金额等于各基金之和", [row["number"] for row in rows if _funds(row) != (row["payable"] or ZERO)]),
        ("同一账户只收一人的款", _shared(rows, "account_number", "insured_id_number")),
        ("同一人只有一单", _shared(rows, "insured_id_number", "number")),
        ("收款账户齐全", [row["number"] for row in rows if not (row["account_number"] and row["account_holder"])]),
    )
    return tuple(BatchCheck(title, not found, "、".join(found) or "没有发现问题") for title, found in faults)


def _two_persons(row: Mapping[str, Any]) -> bool:
    return bool(row["first_reviewer"]) and row["second_reviewer"] not in {"", row["first_reviewer"], row["entered_by"]}


def _funds(row: Mapping[str, Any]) -> Decimal:
    return sum((Decimal(row[name] or 0) for name in FUNDS), start=ZERO)


def _shared(rows: Sequence[Mapping[str, Any]], key: str, owner: str) -> list[str]:
    """Claims whose ``key`` also stands with another ``owner``."""
    owners: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        owners[row[key]].add(row[owner])
    return [row["number"] for row in rows if row[key] and len(owners[row[key]]) > 1]
