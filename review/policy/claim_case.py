"""From a claim to its settlement case: classes from the matched entries, and a note for all that is still open."""

from __future__ import annotations

from dataclasses import dataclass, fields
from decimal import Decimal
from typing import TYPE_CHECKING

from review.catalogue.entry import OUTSIDE, PaymentClass
from review.claim.paper import LineVerdict
from review.errors import InputError
from review.identity import age_on
from review.money import fen, parse_money, thousands
from review.policy.case import Case
from review.validation import validated

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from review.catalogue.entry import Entry
    from review.claim.claim import Claim, YearToDate
    from review.claim.paper import Line
    from review.claim.people import GroupStatus

    Lookup = Callable[[str], Entry | None]

_QUANTITY = Decimal("0.0001")
_NAMED = 3


def case_of(claim: Claim, entry: Lookup, pack_id: str) -> Case:
    """The case a claim states now.

    Lines take their class from the catalogue entry in force; lines a person took out, and lines without entry, count
    as class C, the latter with a note; lines whose amount cannot be read are left out with a note.

    Raises:
        InputError: dates or amounts of the claim contradict themselves; the message names the key (Chinese).
    """
    charges = [_Charge(number, line, entry(line.entry_id)) for number, line in enumerate(claim.charge_lines, start=1)]
    tree: dict[str, object] = {
        "id": claim.number,
        "pack": pack_id,
        "insured": _insured(claim),
        "care": _care(claim),
        "year_to_date": _year(claim.year_to_date),
        "already_paid": fen(claim.already_paid),
        "lines": [charge.tree() for charge in charges if charge.amount is not None],
        "catalogue": sorted({charge.entry.edition_id for charge in charges if charge.entry}),
        "notes": [*_unmatched(charges), *(note for charge in charges for note in charge.notes())],
    }
    return validated(Case, tree, InputError, lambda _: f"报销单 {claim.number}")


def _insured(claim: Claim) -> dict[str, object]:
    insured, day = claim.insured, claim.care.admitted or claim.care.discharged
    age = age_on(insured.id_number, day) if day else None
    return {
        "scheme": insured.scheme,
        "retired": insured.retired,
        "age": age,
        "groups": [*insured.groups, *map(_status, insured.statuses)],
        "insured_years": insured.insured_years,
        "claim_free_years": insured.claim_free_years,
    }


def _status(status: GroupStatus) -> dict[str, object]:
    return {"group": status.group, "from": status.since, "until": status.until}


def _year(year: YearToDate) -> dict[str, object]:
    sums = {f.name: getattr(year, f.name) for f in fields(year) if f.name not in {"accounts", "typed"}}
    accounts = {one.name: fen(one.amount) for one in year.accounts}
    return {name: _exact(value) for name, value in sums.items()} | {"accounts": accounts}


def _care(claim: Claim) -> dict[str, object]:
    care = claim.care
    days = {"admitted": care.admitted, "discharged": care.discharged, "received": claim.received_on}
    stated = {name: day for name, day in days.items() if day is not None}
    return stated | {
        "kind": care.kind,
        "hospital_level": care.hospital_level,
        "designated": care.designated,
        "region": care.region,
        "filing": care.filing,
        "disease": care.disease,
        "package": care.package,
        "third_party": fen(care.third_party),
    }


def _unmatched(charges: list[_Charge]) -> Iterator[str]:
    found = [charge for charge in charges if charge.unmatched and charge.amount is not None]
    if found:
        named = "、".join(charge.called for charge in found[:_NAMED]) + ("等" if len(found) > _NAMED else "")
        amount = thousands(sum((charge.amount or 0 for charge in found), Decimal(0)))
        yield f"{named} {len(found)} 行还没有匹配目录，暂按丙类全自费计算，共 {amount} 元。"


def _exact(value: object) -> object:
    return fen(value) if isinstance(value, Decimal) else value


@dataclass(frozen=True, slots=True)
class _Charge:
    """A charge line with its place in the claim and the entry it was matched with."""

    number: int
    line: Line
    entry: Entry | None

    @property
    def amount(self) -> Decimal | None:
        return parse_money(self.line.text("amount"))

    @property
    def name(self) -> str:
        return self.line.text("name").strip() or f"第 {self.number} 行"

    @property
    def called(self) -> str:
        return f"第 {self.number} 行“{self.name}”"

    @property
    def unmatched(self) -> bool:
        """Whether nobody has said yet what the line is."""
        return self.line.verdict is LineVerdict.PAY and self.entry is None and self.line.entry_id != OUTSIDE

    @property
    def limit(self) -> Decimal | None:
        """The entry's price limit, where it is for the unit the line counts in."""
        return self.entry.price_limit if self.entry and self._same_unit() else None

    def tree(self) -> dict[str, object]:
        payment_class, why = self._class()
        quantity = parse_money(self.line.text("quantity"))
        limited = {
            "price_limit": self.limit,
            "quantity": quantity.quantize(_QUANTITY) if quantity else None,
        }
        return {
            "name": self.name,
            "amount": fen(self.amount or 0),
            "class": payment_class,
            "code": self.line.text("code"),
            "line_id": self.line.id,
            "why": why,
            "excluded": self.line.verdict is LineVerdict.EXCLUDE,
            **(limited if self.limit is not None and payment_class is not PaymentClass.C else {}),
        }

    def notes(self) -> Iterator[str]:
        """What is still open about the line (Chinese)."""
        named = self.called
        if self.amount is None:
            yield f"{named}金额“{self.line.text('amount')}”读不出来，未计入，请补录。"
        elif self.amount != fen(self.amount):
            yield f"{named}金额 {self.amount} 不足一分的部分已四舍五入。"
        if self.entry and self.entry.price_limit is not None and not self._same_unit():
            units = f"{self.line.text('unit')}、{self.entry.unit}"
            yield f"{named}的单位与限价单位不同（{units}），未比较限价，请核实。"

    def _class(self) -> tuple[PaymentClass, str]:
        if self.line.verdict is LineVerdict.EXCLUDE:
            return PaymentClass.C, self.line.verdict_reason or "经审核剔除"
        if self.entry is None:
            outside = self.line.entry_id == OUTSIDE
            return PaymentClass.C, "目录外" if outside else "未匹配目录"
        return self.entry.payment_class, f"{self.entry.payment_class.label}类：{self.entry.name}"

    def _same_unit(self) -> bool:
        units = {self.line.text("unit").strip(), self.entry.unit.strip() if self.entry else ""} - {""}
        return len(units) <= 1
