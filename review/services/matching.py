"""The one door through which a printed line comes to its entry: the editions of the day, and what people chose."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from review.catalogue.entry import Printed
from review.catalogue.memory import Scene, hospital_key, remembered, signature
from review.claim.paper import Standing
from review.errors import NotFoundError
from review.store import choice_records

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from review.catalogue.entry import Match
    from review.claim.claim import Claim
    from review.claim.paper import Document, Line, Value
    from review.services.office import Office

BY_PEOPLE = "clerk"
"""``matched_by`` of a line whose entry a clerk chose; no software changes it."""


def match_line(office: Office, printed: Printed, day: date, hospital: str) -> Match:
    """What the editions of the day of care and the memory of choices hold for a printed line. Raises StoreError."""
    return match_lines(office, ((printed, hospital),), day)[0]


def match_lines(office: Office, asked: Sequence[tuple[Printed, str]], day: date) -> tuple[Match, ...]:
    """As :func:`match_line`, for several lines with the hospital of each."""
    editions, words = office.catalogue, [signature(printed) for printed, _ in asked]
    with office.store.read() as unit:
        choices = choice_records.live(unit, words)
    return tuple(
        remembered(
            editions.match(printed, day),
            printed,
            choices.get(same, ()),
            Scene(hospital_key(hospital), day, editions),
        )
        for same, (printed, hospital) in zip(words, asked, strict=True)
    )


def match_document(office: Office, document: Document, day: date, hospital: str) -> Document:
    """The paper with every line matched anew, but for those whose entry a clerk chose.

    ``hospital`` is where the paper itself names none.
    """
    where = document.text("institution") or hospital
    open_ = [line for line in document.lines if line.matched_by != BY_PEOPLE]
    matches = match_lines(office, [(printed(line), where) for line in open_], day)
    found = {id(line): matched(line, match) for line, match in zip(open_, matches, strict=True)}
    return replace(document, lines=tuple(found.get(id(line), line) for line in document.lines))


def follow_words(office: Office, before: Claim, after: Claim) -> Claim:
    """The claim after a change, with the lines matched anew whose words it changed or that it added.

    What a clerk chose stays.
    """
    known = {line.id: printed(line) for document in before.documents for line in document.lines}
    day = after.care.day or office.today

    def followed(document: Document, line: Line) -> Line:
        if line.matched_by == BY_PEOPLE or printed(line) == known.get(line.id):
            return line
        return matched(line, match_line(office, printed(line), day, hospital_of(after, document)))

    documents = (replace(d, lines=tuple(followed(d, line) for line in d.lines)) for d in after.documents)
    return replace(after, documents=tuple(documents))


def matched(line: Line, match: Match) -> Line:
    """The line with what matching gave: an entry with the way it was found and why; without one, none of before."""
    if not match.entry_id:
        return replace(line, entry_id="", matched_by="", match_note="", choice_id=0) if line.matched_by else line
    if match.taken:
        note, choice = match.taken.said, match.taken.choice_id
        return replace(line, entry_id=match.entry_id, matched_by="memory", match_note=note, choice_id=choice)
    if match.read_as:
        line = replace(line, values={**line.values, "name": _read_as(line.values["name"], match.read_as)})
    alike = match.read_as or (line.matched_by == "lookalike" and not _is_typed(line))
    way, note = "lookalike" if alike else "automatic", "；".join(match.candidates[0].reasons)
    return replace(line, entry_id=match.entry_id, matched_by=way, match_note=note, choice_id=0)


def hospital_of(claim: Claim, document: Document) -> str:
    """Whose words a paper bears: the institution it names, else the claim's hospital."""
    return document.text("institution") or claim.care.hospital


def line_in(claim: Claim, line_id: int) -> tuple[Document, Line]:
    """The line of that id with its paper. Raises NotFoundError."""
    for document in claim.documents:
        for line in document.lines:
            if line.id == line_id:
                return document, line
    raise NotFoundError(f"没有明细 {line_id}。", code="no-target", advice="请刷新后再试。")


def printed(line: Line) -> Printed:
    """The words of a line that matching looks at."""
    name = line.values.get("name")
    others = name.others if name and not _is_typed(line) else ()
    return Printed(line.text("name"), line.text("spec"), line.text("unit"), line.text("code"), others)


def _is_typed(line: Line) -> bool:
    return "name" in line.values and line.values["name"].standing is Standing.TYPED


def _read_as(name: Value, text: str) -> Value:
    """The name in the reading that the catalogue knows; what was read stays beside it."""
    others = (name.value, *(other for other in name.others if other != text))
    return replace(name, value=text, others=others, reason=f"识别为“{name.value}”，目录中没有，按形近字认定")
