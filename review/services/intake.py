"""Taking paper in: a draft claim, its pages in order, what is typed without paper, and the receipt."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from review.calendar import add_working_days
from review.claim import typed
from review.claim.claim import Care, Claim
from review.claim.derive import follow_paper
from review.claim.moves import refuse_own, require_role
from review.claim.paper import Document, DocumentKind, Page, ReadState, Standing, Value
from review.claim.people import Insured
from review.claim.states import ClaimState, Role
from review.errors import ConflictError, InputError, LingbaoError, NotFoundError
from review.services.office import Work
from review.services.settings import promise
from review.store import page_queue
from review.store.mapping import Folder

if TYPE_CHECKING:
    from collections.abc import Container, Mapping, Sequence
    from pathlib import Path

    from review.claim.people import Actor
    from review.services.office import Office

PILE = frozenset({ClaimState.DRAFT, ClaimState.RECEIVED, ClaimState.SUPPLEMENT})
"""States in which pages may come, go or change places; later the pile is what was read."""

_QUARTER = 90


@dataclass(frozen=True, slots=True)
class PageFile:
    """One page image to take in: the name people know it by, where it lies, its size in pixels as filed.

    ``layer`` holds the words of an electronic original (JSON of the ocr room); empty for a scan.
    """

    name: str
    path: Path
    width: int
    height: int
    layer: str = ""


@dataclass(frozen=True, slots=True)
class Refused:
    """A page that was not taken in, and why (Chinese)."""

    name: str
    message: str
    advice: str = ""


@dataclass(frozen=True, slots=True)
class PagesAdded:
    """What came of adding pages: the claim as it stands, ids of the pages taken in, and those refused."""

    claim: Claim
    added: tuple[int, ...]
    refused: tuple[Refused, ...]


def open_claim(office: Office, actor: Actor, insured: Insured = Insured(), care: Care = Care()) -> Claim:  # noqa: B008 - frozen values
    """A new draft claim entered by the actor, numbered by the day. Raises ForbiddenError."""
    require_role(actor, frozenset({Role.CLERK}))
    with office.store.write() as unit:
        claim = Claim(
            number=unit.day_number(office.today),
            version=0,
            state=ClaimState.DRAFT,
            insured=insured,
            care=care,
            entered_by=actor.username,
            created_at=office.clock(),
        )
        refuse_own(claim, actor)
        work = Work(office, unit, actor, {}, Folder(claim=claim))
        work.keep("open_claim")
    return work.claim


def add_pages(office: Office, actor: Actor, number: str, files: Sequence[PageFile]) -> PagesAdded:
    """Take pages in, each safe in the page store before it is listed; a bad one is refused, the others go on.

    The same page twice in one claim is refused. Raises Forbidden-, Conflict-, NotFound- or StoreError.
    """
    kept, refused = _kept(office, files)
    with office.edit(actor, "add_pages", number) as work:
        _require_pile(work.claim)
        before = {page.id for page in work.claim.pages}
        known = {page.sha256 for page in work.claim.pages}
        for file, sha256 in kept:
            if sha256 in known:
                refused.append(Refused(file.name, "这一页已在本报销单中,没有重复收入。", "无需处理。"))
            else:
                known.add(sha256)
                work.claim = replace(work.claim, pages=(*work.claim.pages, _page(work.claim, file, sha256)))
        work.keep("add_pages")
        _keep_layers(work, before, {sha256: file for file, sha256 in kept})
    added = tuple(page.id for page in work.claim.pages if page.id not in before)
    return PagesAdded(work.claim, added, tuple(refused))


def turn_page(office: Office, actor: Actor, number: str, page_id: int, degrees: int) -> Claim:
    """Set the clerk's own rotation of a page: 0, 90, 180 or 270 degrees clockwise."""
    if degrees % _QUARTER:
        raise InputError("页面只能按 90 度旋转。", code="bad-turn")
    with office.edit(actor, "turn_page", number) as work:
        page = replace(_find(work.claim, page_id), turn=degrees % 360)
        work.claim = _with_pages(work.claim, [page if p.id == page_id else p for p in work.claim.pages])
    return work.claim


def move_page(office: Office, actor: Actor, number: str, page_id: int, position: int) -> Claim:
    """Put a page at a position of the pile, counted from 0; the others close up."""
    with office.edit(actor, "move_page", number) as work:
        page = _find(work.claim, page_id)
        others = [p for p in work.claim.pages if p.id != page_id]
        place = min(max(position, 0), len(others))
        work.claim = _with_pages(work.claim, [*others[:place], page, *others[place:]])
    return work.claim


def replace_page(office: Office, actor: Actor, number: str, page_id: int, file: PageFile) -> Claim:
    """Put a better image in a page's place, to be read anew; the old image stays in the page store."""
    sha256 = office.pages.keep(file.path)
    with office.edit(actor, "replace_page", number) as work:
        _require_pile(work.claim)
        old = _find(work.claim, page_id)
        if any(page.sha256 == sha256 for page in work.claim.pages):
            raise ConflictError("这一页已在本报销单中,没有替换。", code="page-twice")
        before = {page.id for page in work.claim.pages}
        new = replace(_page(work.claim, file, sha256), position=old.position)
        work.claim = _with_pages(work.claim, [new if page.id == page_id else page for page in work.claim.pages])
        work.keep("replace_page")
        _keep_layers(work, before, {sha256: file})
    return work.claim


def remove_page(office: Office, actor: Actor, number: str, page_id: int) -> Claim:
    """Take a page out of the pile; its image and its row stay in the store, and undo brings it back."""
    with office.edit(actor, "remove_page", number) as work:
        _find(work.claim, page_id)
        if any(page_id in document.page_ids for document in work.claim.documents):
            raise ConflictError("这一页已识别为材料,不能移除。", code="page-used", advice="请在审核时剔除相应内容。")
        work.claim = _with_pages(work.claim, [page for page in work.claim.pages if page.id != page_id])
    return work.claim


def retry_page(office: Office, actor: Actor, number: str, page_id: int) -> Claim:
    """Let a page that could not be read be tried anew. Raises ConflictError where it did not fail."""
    with office.edit(actor, "retry_page", number) as work:
        _require_pile(work.claim)
        page = _find(work.claim, page_id)
        if page.read_state is not ReadState.FAILED:
            raise ConflictError("这一页没有识别失败,无需重试。", code="not-failed")
        page_queue.forgive(work.unit, page_id)
        waiting = replace(page, read_state=ReadState.WAITING, failure="")
        work.claim = _with_pages(work.claim, [waiting if p.id == page_id else p for p in work.claim.pages])
    return work.claim


def add_document(office: Office, actor: Actor, number: str, kind: DocumentKind, cells: Mapping[str, str]) -> Claim:
    """Add a paper that is typed, without an image; cells by keys of the reading contract."""
    values = {
        key: Value(key=key, value=typed.cell(key, text), standing=Standing.TYPED) for key, text in cells.items() if text
    }
    with office.edit(actor, "add_document", number) as work:
        document = Document(position=len(work.claim.documents), kind=kind, page_ids=(), values=values)
        work.claim = follow_paper(work.claim, replace(work.claim, documents=(*work.claim.documents, document)))
    return work.claim


def receive(office: Office, actor: Actor, number: str) -> Claim:
    """Receive the claim: the office's clock starts. Raises ConflictError for an empty claim."""
    with office.move(actor, "receive", number) as work:
        if not work.claim.pages and not work.claim.documents:
            raise ConflictError("报销单还没有任何影像或材料,不能受理。", code="empty-claim", advice="请先收入影像。")
        due = add_working_days(office.today, promise(work.unit), office.overrides)
        work.claim = replace(work.claim, received_on=office.today, due_on=due)
    return work.claim


def _kept(office: Office, files: Sequence[PageFile]) -> tuple[list[tuple[PageFile, str]], list[Refused]]:
    kept: list[tuple[PageFile, str]] = []
    refused: list[Refused] = []
    for file in files:
        try:
            kept.append((file, office.pages.keep(file.path)))
        except LingbaoError as error:
            refused.append(Refused(file.name, str(error), error.advice))
    return kept, refused


def _keep_layers(work: Work, before: Container[int], files: Mapping[str, PageFile]) -> None:
    """Keep the words of electronic originals beside the pages that are new since ``before``."""
    added = (page for page in work.claim.pages if page.id not in before)
    layers = {page.id: files[page.sha256].layer for page in added}
    page_queue.keep_layers(work.unit, {page_id: layer for page_id, layer in layers.items() if layer})


def _require_pile(claim: Claim) -> None:
    if claim.state not in PILE:
        raise ConflictError(
            "已进入审核的报销单不能增减影像,未作任何改动。", code="not-pile", advice="需要补充材料时,请转为待补正。"
        )


def _page(claim: Claim, file: PageFile, sha256: str) -> Page:
    return Page(
        id=0,
        position=len(claim.pages),
        sha256=sha256,
        file_name=file.name,
        width=file.width,
        height=file.height,
        read_state=ReadState.WAITING,
    )


def _find(claim: Claim, page_id: int) -> Page:
    found = next((page for page in claim.pages if page.id == page_id), None)
    if found is None:
        raise NotFoundError("报销单中没有这一页。", code="no-page", advice="请刷新后再试。")
    return found


def _with_pages(claim: Claim, pages: Sequence[Page]) -> Claim:
    ordered = tuple(replace(page, position=position) for position, page in enumerate(pages))
    return replace(claim, pages=ordered)
