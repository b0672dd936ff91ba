"""Corrections as pure functions: a claim and an edit in, the corrected claim out.

Targets: ``value:<id>``, ``line:<id>:<key>``, ``document:<id>:<key>`` (also ``kind``, ``custody``, ``sealed``),
``insured.<field>``, ``insured.account.<field>``, ``care.<field>``, ``year_to_date.<field>``, ``already_paid``. Lists
are joined by line feeds, flags are true or false. A typed figure of the year is marked as such until it is emptied.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING, Any

from review.claim import typed
from review.claim.claim import Care, Claim, YearToDate
from review.claim.derive import follow_paper
from review.claim.paper import Document, Line, Standing, Value
from review.claim.people import BankAccount, Insured
from review.claim.standing import PRODUCT, weighed
from review.errors import NotFoundError

if TYPE_CHECKING:
    from collections.abc import Callable

_HELD = {"kind": "DocumentKind", "custody": "Custody", "sealed": "bool | None"}
"""What the clerk says of a paper as a whole, with the declared type."""

_OWNERS: dict[str, type] = {
    "": Claim,
    "insured": Insured,
    "insured.account": BankAccount,
    "care": Care,
    "year_to_date": YearToDate,
}


@dataclass(frozen=True, slots=True)
class Edit:
    """One correction: which value (see the module), and what a person typed for it."""

    target: str
    value: str


def edited(claim: Claim, edit: Edit) -> Claim:
    """The claim with one correction, the standing of related figures weighed anew. Raises NotFound- or InputError."""
    if ":" not in edit.target:
        return _with_field(claim, edit.target, edit.value)
    table, number, key = _split(claim, edit.target)
    if not key:
        raise NotFoundError(f"没有可修改的内容 {edit.target}。", code="no-target")
    if table == "document" and key in _HELD:
        said = typed.field(_HELD[key], edit.value)
        return follow_paper(claim, with_document(claim, number, lambda d: replace(d, **{key: said})))
    value = typed.cell(key, edit.value)
    if table == "line":
        return follow_paper(claim, with_line(claim, number, lambda line: _typed_line(line, key, value)))
    return follow_paper(claim, with_document(claim, number, lambda d: replace(d, values=_typed(d.values, key, value))))


def confirmed(claim: Claim, target: str) -> Claim:
    """The claim with one thing looked at and right as it is: a value, a row, a paper or a failed page."""
    table, number, key = _split(claim, target)
    if table == "page":
        pages = tuple(replace(p, failure="") if p.id == number else p for p in claim.pages)
        return replace(claim, pages=pages)
    if table == "line":
        return with_line(claim, number, lambda line: _confirmed_line(line, key))
    return with_document(claim, number, lambda document: _confirmed_document(document, key))


def with_line(claim: Claim, line_id: int, change: Callable[[Line], Line]) -> Claim:
    """The claim with one row changed. Raises NotFoundError."""
    owner = next((d for d in claim.documents if any(line.id == line_id for line in d.lines)), None)
    if owner is None:
        raise NotFoundError(f"没有明细 {line_id}。", code="no-target", advice="请刷新后再试。")
    lines = tuple(change(line) if line.id == line_id else line for line in owner.lines)
    return with_document(claim, owner.id, lambda document: replace(document, lines=lines))


def with_document(claim: Claim, document_id: int, change: Callable[[Document], Document]) -> Claim:
    """The claim with one paper changed. Raises NotFoundError."""
    if all(document.id != document_id for document in claim.documents):
        raise NotFoundError(f"没有材料 {document_id}。", code="no-target", advice="请刷新后再试。")
    documents = tuple(change(d) if d.id == document_id else d for d in claim.documents)
    return replace(claim, documents=documents)


def line_of(claim: Claim, target: str) -> int | None:
    """Id of the row a target is about, or None where it is about something else."""
    if not target.startswith(("line:", "value:")):
        return None
    table, number, _ = _split(claim, target)
    return number if table == "line" else None


def _split(claim: Claim, target: str) -> tuple[str, int, str]:
    """Table, number and key of a target; a value is told by the row or paper that holds it."""
    table, _, rest = target.partition(":")
    number, _, key = rest.partition(":")
    if table not in {"value", "line", "document", "page"} or not number.isdecimal():
        raise NotFoundError(f"没有可修改的内容 {target}。", code="no-target")
    return _home(claim, int(number)) if table == "value" else (table, int(number), key)


def _home(claim: Claim, value_id: int) -> tuple[str, int, str]:
    for document in claim.documents:
        owners: list[Document | Line] = [document, *document.lines]
        for owner in owners:
            for key, value in owner.values.items():
                if value.id == value_id:
                    return ("document" if isinstance(owner, Document) else "line", owner.id, key)
    raise NotFoundError(f"没有数值 {value_id}。", code="no-target", advice="请刷新后再试。")


def _typed(values: Any, key: str, value: str) -> dict[str, Value]:
    old = values.get(key) or Value(key=key, value="")
    return {**values, key: replace(old, value=value, standing=Standing.TYPED, reason="")}


def _typed_line(line: Line, key: str, value: str) -> Line:
    changed = replace(line, values=_typed(line.values, key, value))
    return weighed(changed) if key in PRODUCT else changed


def _sure(values: Any, key: str) -> dict[str, Value]:
    if key not in values:
        raise NotFoundError(f"没有数值 {key}。", code="no-target")
    return {**values, key: replace(values[key], standing=Standing.CONFIRMED)}


def _confirmed_line(line: Line, key: str) -> Line:
    return replace(line, values=_sure(line.values, key)) if key else replace(line, review="")


def _confirmed_document(document: Document, key: str) -> Document:
    return replace(document, values=_sure(document.values, key)) if key else replace(document, review_cleared=True)


def _with_field(claim: Claim, target: str, text: str) -> Claim:
    path, _, name = target.rpartition(".")
    declared = {f.name: str(f.type) for f in fields(_OWNERS[path]) if f.name != "typed"} if path in _OWNERS else {}
    if declared.get(name) not in typed.FIELDS or (not path and name != "already_paid"):
        raise NotFoundError(f"没有可修改的内容 {target}。", code="no-target")
    if path == "year_to_date":
        return replace(claim, year_to_date=_with_figure(claim.year_to_date, name, text))
    changed: Claim = _replaced(claim, target.split("."), typed.field(declared[name], text))
    return changed


def _with_figure(year: YearToDate, name: str, text: str) -> YearToDate:
    """The year with one field typed; an empty text gives the field back to what is known of the year."""
    declared = {f.name: f for f in fields(YearToDate)}
    said = text.strip()
    value = typed.field(str(declared[name].type), said) if said else declared[name].default
    stands = {*year.typed, name} if said else {*year.typed} - {name}
    changed: dict[str, Any] = {name: value, "typed": tuple(sorted(stands))}
    return replace(year, **changed)


def _replaced(thing: Any, path: list[str], value: Any) -> Any:
    name, *rest = path
    return replace(thing, **{name: _replaced(getattr(thing, name), rest, value) if rest else value})
