"""The demo's clerk: looks at each doubtful value on the paper, chooses entries, answers findings, with reasons."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Any

from review.catalogue.entry import OUTSIDE
from review.claim.decisions import FindingVerdict
from review.services import desk, queue, settle
from review.services.desk import Answer, Edit

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from app.demo.sample import Sample
    from review.claim.claim import Claim
    from review.claim.paper import Document, Line, Value
    from review.claim.people import Actor
    from review.services.office import Office

LIKE_ENOUGH = 0.75
LIST_KEYS = frozenset({"diagnoses"})


@dataclass(frozen=True, slots=True)
class Looked:
    """What the clerk did: values confirmed as read, values corrected, entries chosen."""

    confirmed: int = 0
    corrected: int = 0
    chosen: int = 0


@dataclass(frozen=True, slots=True)
class Desk:
    """Where the clerk sits: the office, who it is, the claim's number, the sample with the paper's truth."""

    office: Office
    actor: Actor
    number: str
    sample: Sample

    @property
    def claim(self) -> Claim:
        """The claim as it stands."""
        return queue.load_claim(self.office, self.number)


def look(place: Desk) -> Looked:
    """Look at everything that asks; afterwards nothing asks any more but findings."""
    corrections = dict(_corrections(place))
    if corrections:
        edits = [Edit(target, value) for target, value in corrections.items()]
        desk.correct(place.office, place.actor, place.number, edits, version=place.claim.version)
    targets = list(_asking(place.claim))
    if targets:
        desk.confirm(place.office, place.actor, place.number, targets)
    return Looked(len(targets), len(corrections), _choose(place))


def _asking(claim: Claim) -> Iterable[str]:
    for document in claim.documents:
        if document.review and not document.review_cleared:
            yield f"document:{document.id}"
        for line in document.lines:
            if line.review:
                yield f"line:{line.id}"
        yield from (f"value:{value.id}" for value in _values(document) if value.standing.asks)


def _values(document: Document) -> Iterable[Value]:
    yield from document.values.values()
    for line in document.lines:
        yield from line.values.values()


def _corrections(place: Desk) -> Iterable[tuple[str, str]]:
    """Values that ask and differ from the paper, with what the paper says."""
    for document in place.claim.documents:
        truths = _truths(place, document)
        fields = {key: value for truth in truths for key, value in truth["fields"].items()}
        for value in document.values.values():
            yield from _correction(value, fields.get(value.key))
        rows = [row for truth in truths for row in truth["items"]]
        for line in document.lines:
            row = _row(line, rows)
            for value in line.values.values():
                yield from _correction(value, row.get(value.key))


def _correction(value: Value, paper: Any) -> Iterable[tuple[str, str]]:
    printed = "\n".join(paper) if isinstance(paper, list) else paper
    if value.standing.asks and printed is not None and printed != value.value:
        yield f"value:{value.id}", printed


def _truths(place: Desk, document: Document) -> list[Mapping[str, Any]]:
    names = {page.id: page.file_name for page in place.claim.pages}
    return [place.sample.truth[names[page_id]] for page_id in document.page_ids]


def _row(line: Line, rows: list[Mapping[str, Any]]) -> Mapping[str, Any]:
    """The paper's row that the line was read from, by likeness of all its cells; empty where none is like it."""
    printed = " ".join(value.value for value in line.values.values())

    def likeness(row: Mapping[str, Any]) -> float:
        return SequenceMatcher(None, printed, " ".join(map(str, row.values()))).ratio()

    best = max(rows, key=likeness, default={})
    return best if best and likeness(best) >= LIKE_ENOUGH else {}


def _choose(place: Desk) -> int:
    """Choose the first candidate whose name stands in the printed name (or the other way round), else 目录外."""
    claim, chosen = place.claim, 0
    for line in claim.charge_lines:
        if line.entry_id:
            continue
        candidates = desk.candidates(place.office, place.number, line.id)
        name = line.text("name")
        fitting = [c.entry.id for c in candidates if c.entry.name in name or name in c.entry.name]
        desk.choose_entry(place.office, place.actor, place.number, line.id, fitting[0] if fitting else OUTSIDE)
        chosen += 1
    return chosen


ANSWERS: dict[str, tuple[FindingVerdict, str]] = {
    "drug-limit": (FindingVerdict.EXCLUDE, "参保人年龄不符合限定支付范围，该药按全自费计算"),
    "rule-age": (FindingVerdict.EXCLUDE, "参保人年龄不符合限定支付范围，该药按全自费计算"),
    "line-product": (FindingVerdict.EXCLUDE, "数量×单价与金额相差十倍，医院书面更正前该行不予支付"),
    "late": (FindingVerdict.ALLOW, "首次申报在时限之内，补正材料后再次提交，按首次申报日认定"),
    "figure-grown": (FindingVerdict.EXCLUDE, "金额像添了一位数字，医院书面更正前该行不予支付"),
    "duplicate-receipt": (FindingVerdict.ALLOW, "前次申报不予支付且未付款，材料补齐后再次申报"),
}
OTHERWISE = (FindingVerdict.ALLOW, "已对照原件核对，情况属实")


def answer_findings(place: Desk) -> int:
    """Answer every open finding that wants a decision; how many were answered."""
    open_ones = [v.finding for v in settle.findings(place.office, place.number) if v.decision is None]
    wanting = [finding for finding in open_ones if finding.severity == "decision"]
    for finding in wanting:
        verdict, reason = ANSWERS.get(finding.code, OTHERWISE)
        answer = Answer(code=finding.code, subject=finding.subject, verdict=verdict, reason=reason)
        desk.decide(place.office, place.actor, place.number, answer)
    return len(wanting)
