"""What the sign-off room shows: a batch with its claims, and one claim at a glance. Loaded in the background."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.ui.labels import field_label, label
from app.ui.tables.people import full_names
from ocr.pages import page_from_json
from review.claim.paper import LineVerdict, Standing
from review.services import batches, queue, reading, settle

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from review.claim.claim import Claim
    from review.claim.paper import Document, Line, Value
    from review.services.assess import FindingView
    from review.services.batches import BatchClaim, BatchView
    from review.services.office import Office
    from review.services.queue import QueueRow


@dataclass(frozen=True, slots=True)
class SignRow:
    """One claim of the batch, with what the queue knows of it."""

    claim: BatchClaim
    queued: QueueRow
    first: str
    second: str


@dataclass(frozen=True, slots=True)
class Pile:
    """One batch on the supervisor's desk, and the numbers of all batches, latest first."""

    view: BatchView
    rows: tuple[SignRow, ...]
    numbers: tuple[str, ...]
    people: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Glance:
    """One claim in short: what people changed or decided, and its pages with the turn that sets them upright."""

    number: str
    name: str
    changes: tuple[str, ...]
    pages: tuple[tuple[Path, int], ...]


def load_pile(office: Office, number: str = "") -> Pile:
    """The batch of that number, or the open one."""
    view = batches.batch(office, number) if number else batches.open_batch(office)
    queued = {row.number: row for row in queue.queue(office)}
    people = full_names(office)
    rows = tuple(
        SignRow(
            claim,
            queued[claim.number],
            people.get(claim.first_reviewer, claim.first_reviewer),
            people.get(claim.second_reviewer, claim.second_reviewer),
        )
        for claim in view.claims
    )
    numbers = tuple(each.number for each in batches.batches(office))
    return Pile(view, rows, numbers, people)


def load_glance(office: Office, number: str) -> Glance:
    """What a supervisor wants to see of one claim before signing."""
    claim = queue.load_claim(office, number)
    people = full_names(office)
    turns = {seen.page_id: page_from_json(seen.text).rotation for seen in reading.page_texts(office, number)}
    decided = (_decided(view, people) for view in settle.findings(office, number) if view.decision)
    pages = tuple((office.pages.path(p.sha256), (turns.get(p.id, 0) + p.turn) % 360) for p in claim.pages)
    return Glance(number, claim.insured.name, (*decided, *_changes(claim)), pages)


def _decided(view: FindingView, people: Mapping[str, str]) -> str:
    decision = view.decision
    assert decision is not None, "only findings with an answer are told"
    who = people.get(decision.decided_by, decision.decided_by)
    return f"{view.finding.title} → {label(decision.verdict)}（{who}：{decision.reason}）"


def _changes(claim: Claim) -> Iterator[str]:
    for document in claim.documents:
        yield from _typed(label(document.kind), document)
        for line in document.lines:
            yield from _line(line)


def _line(line: Line) -> Iterator[str]:
    name = line.text("name")
    if line.removed:
        yield QCoreApplication.translate("signoff", "{name} 删除").format(name=name)
    elif line.verdict is LineVerdict.EXCLUDE:
        yield f"{name} → {label(line.verdict)}（{line.verdict_reason}）"
    yield from _typed(name, line)


def _typed(name: str, of: Document | Line) -> Iterator[str]:
    return (f"{name} {field_label(key)} {v.text} → {v.value}" for key, v in of.values.items() if _differs(v))


def _differs(value: Value) -> bool:
    return value.standing is Standing.TYPED and bool(value.text) and value.text != value.value
