"""Forged piles as claims: the words read by the engine, or taken as they were printed; the signs of their pictures."""

from __future__ import annotations

from dataclasses import dataclass, replace
from random import Random
from time import process_time
from typing import TYPE_CHECKING

from app.intake import drafts
from app.looking import documents_of, read_pile
from ocr.forensics.likeness import likeness
from ocr.forensics.signs import signs
from ocr.imaging.decode import opened
from ocr.imaging.stamp import over_print, stamps
from review.claim.paper import Anomaly
from tests.bench.bench_read import recognise
from tests.builders import a_care, a_claim, a_page, an_insured
from tests.forge.fraud import any_pile, any_scan, any_target, changed_page, scanned
from tests.forge.known import known_words, with_fraud

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from ocr.pages import PageText
    from ocr.reading import Document
    from ocr.recognition.pool import EnginePool
    from review.claim.claim import Claim
    from tests.forge.case import Case
    from tests.forge.fraud import Fraud, Page


@dataclass(frozen=True)
class Seen:
    """A pile after reading: its claim, seconds of CPU its signs took (0 with an engine), the fraud and its page."""

    claim: Claim
    seconds: float
    fraud: Fraud | None = None
    page: int = 0


def honest(seed: str, folder: Path, pool: EnginePool | None) -> Seen:
    """A pile as people hand it in."""
    rng = Random(seed)  # noqa: S311 - a repeatable drawing, not a secret
    case, papers = any_pile(rng)
    return _seen([scanned(paper, any_scan(paper, rng, flat=False), rng) for paper in papers], case, folder, pool, {})


def forged(seed: str, folder: Path, pool: EnginePool | None) -> Seen:
    """A pile on one page of which a figure was changed."""
    rng = Random(seed)  # noqa: S311 - as above
    case, papers = any_pile(rng)
    target = any_target(papers, rng)
    pages = [scanned(paper, any_scan(paper, rng, flat=False), rng) for paper in papers]
    pages[target.page], fraud = changed_page(target, papers[target.page], rng)
    frauds = {target.page + 1: fraud}
    return replace(_seen(pages, case, folder, pool, frauds), fraud=fraud, page=target.page + 1)


def _seen(
    pages: Sequence[Page], case: Case, folder: Path, pool: EnginePool | None, frauds: Mapping[int, Fraud]
) -> Seen:
    """The claim that a pile becomes; pages and papers are numbered from one."""
    files = {f"{number}.jpg": folder / f"{number}.jpg" for number in range(1, len(pages) + 1)}
    for file, page in zip(files.values(), pages, strict=True):
        file.write_bytes(page.content)
    if pool is None:
        numbered = enumerate(zip(files.values(), pages, strict=True), start=1)
        told = [_as_printed(file, page, frauds.get(number)) for number, (file, page) in numbered]
        texts, seconds = [text for text, _ in told], sum(spent for _, spent in told)
        return Seen(_claim(texts, documents_of(texts), case), seconds)
    texts, _ = recognise(pool, list(files.values()))
    return Seen(_claim(texts, read_pile(pool, texts, files).documents, case), 0.0)


def _as_printed(file: Path, page: Page, fraud: Fraud | None) -> tuple[PageText, float]:
    """A page with the words it shows and the signs of its picture, and the seconds these took."""
    view = opened(file)
    printed = known_words(file.name, page.paper, page.moves, view.filed_size)
    text = with_fraud(printed, fraud) if fraud else printed
    places = over_print(view.source, stamps(view.source))
    began = process_time()
    told = replace(text, anomalies=signs(view, text, places), likeness=likeness(text))
    return told, process_time() - began


def _claim(texts: Sequence[PageText], documents: Sequence[Document], case: Case) -> Claim:
    ids = {text.file: int(text.file.removesuffix(".jpg")) for text in texts}
    papers = (replace(paper, id=number) for number, paper in enumerate(drafts(documents, ids), start=1))
    return a_claim(
        *papers,
        insured=an_insured(name=case.person.name, id_number=case.person.id_number),
        care=a_care(hospital=case.stay.hospital, admitted=case.stay.admitted, discharged=case.stay.discharged),
        pages=tuple(
            a_page(
                id=ids[text.file],
                position=ids[text.file] - 1,
                width=text.width,
                height=text.height,
                likeness=text.likeness,
                anomalies=tuple(Anomaly(sign.code, sign.said, sign.box, sign.score) for sign in text.anomalies),
            )
            for text in texts
        ),
    )
