"""The claim as rows and back: pure functions, exact inverses. A row is found again by (table word, key)."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, TypeVar

from review.claim.claim import Care, Claim, YearToDate
from review.claim.decisions import FindingDecision
from review.claim.paper import Document, Line, Page, Place, Value
from review.claim.people import BankAccount, Insured

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

Key = tuple[str, Any]
Row = dict[str, Any]
Rows = dict[Key, Row]

T = TypeVar("T", Page, Document, Line, Value)
B = TypeVar("B")

_TREES = ("insured", "care", "year_to_date", "pages", "documents")


@dataclass(frozen=True, slots=True, kw_only=True)
class Folder:
    """Everything kept under one claim number: the claim, the answers to findings, the approved settlement (JSON)."""

    claim: Claim
    decisions: tuple[FindingDecision, ...] = ()
    settlement: Mapping[str, Any] | None = None


def rows_of(folder: Folder | None) -> Rows:
    """All rows of a folder; none for None."""
    if folder is None:
        return {}
    claim = folder.claim
    rows: Rows = {("claim", claim.number): _claim_row(claim) | {"settlement": folder.settlement}}
    rows |= {("page", page.id): _flat(page) | {"claim": claim.number} for page in claim.pages}
    for document in claim.documents:
        rows |= _document_rows(document, claim.number)
    for decision in folder.decisions:
        rows["decision", decision.fingerprint] = _flat(decision) | {"claim": claim.number}
    return rows


def folder_of(rows: Rows) -> Folder:
    """The folder whose rows these are."""
    tables: dict[str, list[Row]] = defaultdict(list)
    for (table, _), row in rows.items():
        tables[table].append(row)
    (head,) = tables["claim"]
    pages = tuple(_built(Page, row) for row in sorted(tables["page"], key=_order))
    claim = replace(_claim(head), pages=pages, documents=_documents(tables))
    decisions = sorted(tables["decision"], key=lambda row: (row["decided_at"], row["fingerprint"]))
    return Folder(
        claim=claim,
        decisions=tuple(_built(FindingDecision, row) for row in decisions),
        settlement=head["settlement"],
    )


def numbered(folder: Folder, take: Callable[[int], Iterator[int]]) -> Folder:
    """The folder with an id for each page, document, line and value that has none; ``take`` gives that many."""
    claim = folder.claim
    missing = sum(1 for thing in _things(claim) if not thing.id)
    if not missing:
        return folder
    ids = take(missing)
    pages = tuple(_with_id(page, ids) for page in claim.pages)
    documents = tuple(_numbered_document(document, ids) for document in claim.documents)
    return replace(folder, claim=replace(claim, pages=pages, documents=documents))


def _things(claim: Claim) -> Iterator[Page | Document | Line | Value]:
    yield from claim.pages
    for document in claim.documents:
        yield document
        yield from document.values.values()
        for line in document.lines:
            yield line
            yield from line.values.values()


def _with_id(thing: T, ids: Iterator[int]) -> T:
    return thing if thing.id else replace(thing, id=next(ids))


def _numbered_document(document: Document, ids: Iterator[int]) -> Document:
    document = _with_id(document, ids)
    values = {key: _with_id(value, ids) for key, value in document.values.items()}
    lines = []
    for line in document.lines:
        named = _with_id(line, ids)
        lines.append(replace(named, values={key: _with_id(value, ids) for key, value in named.values.items()}))
    return replace(document, values=values, lines=tuple(lines))


def _order(row: Row) -> tuple[int, int]:
    return row["position"], row["id"]


def _names(kind: Any) -> Iterable[str]:
    names: Iterable[str] = kind.__dataclass_fields__
    return names


def _flat(thing: Any, prefix: str = "") -> Row:
    return {prefix + name: getattr(thing, name) for name in _names(type(thing))}


def _built(kind: type[B], row: Row, prefix: str = "") -> B:
    return kind(**{name: row[prefix + name] for name in _names(kind) if prefix + name in row})


def _claim_row(claim: Claim) -> Row:
    row = {name: value for name, value in _flat(claim).items() if name not in _TREES}
    insured = _flat(claim.insured, "insured_")
    account = _flat(insured.pop("insured_account"), "account_")
    return row | insured | account | _flat(claim.care, "care_") | _flat(claim.year_to_date, "year_")


def _claim(row: Row) -> Claim:
    insured = replace(_built(Insured, row, "insured_"), account=_built(BankAccount, row, "account_"))
    heads = {name: row[name] for name in _names(Claim) if name not in _TREES}
    care, year = _built(Care, row, "care_"), _built(YearToDate, row, "year_")
    return Claim(**heads, insured=insured, care=care, year_to_date=year)


def _document_rows(document: Document, number: str) -> Rows:
    rows: Rows = {}
    row = {name: value for name, value in _flat(document).items() if name not in {"values", "lines"}}
    rows["document", document.id] = row | {"claim": number}
    owner = {"claim": number, "document_id": document.id}
    rows |= _value_rows(document.values.values(), owner | {"line_id": None})
    for line in document.lines:
        row = {name: value for name, value in _flat(line).items() if name != "values"}
        rows["line", line.id] = row | owner
        rows |= _value_rows(line.values.values(), owner | {"line_id": line.id})
    return rows


def _value_rows(values: Iterable[Value], owner: Row) -> Rows:
    return {("value", value.id): _value_row(value) | owner for value in values}


def _value_row(value: Value) -> Row:
    row = _flat(value)
    place = row.pop("place")
    row["page_id"], row["box"] = (place.page_id, tuple(place.box)) if place else (None, None)
    return row


def _value(row: Row) -> Value:
    place = None if row["page_id"] is None else Place(row["page_id"], row["box"])
    return _built(Value, {**row, "place": place})


def _documents(tables: Mapping[str, list[Row]]) -> tuple[Document, ...]:
    values: dict[tuple[int, int | None], dict[str, Value]] = defaultdict(dict)
    for row in sorted(tables.get("value", ()), key=lambda row: row["id"]):
        values[row["document_id"], row["line_id"]][row["key"]] = _value(row)
    lines: dict[int, list[Line]] = defaultdict(list)
    for row in sorted(tables.get("line", ()), key=_order):
        cells = values[row["document_id"], row["id"]]
        lines[row["document_id"]].append(_built(Line, row | {"values": cells}))
    return tuple(
        _built(Document, row | {"values": values[row["id"], None], "lines": tuple(lines[row["id"]])})
        for row in sorted(tables.get("document", ()), key=_order)
    )
