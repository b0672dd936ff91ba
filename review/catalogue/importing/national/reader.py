"""The national list from its PDF to a proposal: what it prints, what its notes add, and what does not add up."""

from __future__ import annotations

import re
from collections import Counter
from hashlib import file_digest
from typing import TYPE_CHECKING

from review.catalogue.entry import Entry, EntryKind, PaymentClass
from review.catalogue.importing.faults import KEPT
from review.catalogue.importing.national.document import NOTHING_KEPT, refused, sheets
from review.catalogue.importing.national.faults import faults_of
from review.catalogue.importing.national.gathering import gather
from review.catalogue.importing.national.lines import narrowed
from review.catalogue.importing.national.notes import read_notes
from review.catalogue.importing.national.rows import keyed, rows_of
from review.catalogue.importing.proposal import Head, Proposal
from review.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from review.catalogue.importing.national.drafts import Gathered
    from review.catalogue.importing.national.notes import Notes
    from review.catalogue.importing.national.rows import Row

FORM = "national-list"
REGION = "全国"
CLASSES = {"甲": PaymentClass.A, "乙": PaymentClass.B, "丙": PaymentClass.C}

_DATE = re.compile(r"(\d{4})年(\d{1,2})月(\d{1,2})日至")


def read_national(path: Path) -> Proposal:
    """The published list as a proposal; every page is read and let go before the next.

    Raises:
        InputError: the file is no readable PDF with words (``pdf-encrypted``, ``pdf-damaged``, ``pdf-scan`` ...), or
            holds no ruled list under a heading (``no-catalogue``).
    """
    gathered = gather(sheets(path))
    rows, notes = rows_of(gathered), read_notes(gathered.notes)
    if not gathered.drafts:
        message = f"“{path.name}”里没有找到药品目录的表格"
        advice = "目录的每一部分须有标题，表格须有“编号”和“药品名称”两栏并画有表格线；请换用医保局发布的目录原件。"
        raise InputError(message, code="no-catalogue", advice=advice + NOTHING_KEPT)
    faults = faults_of(rows, notes, gathered)
    return Proposal(
        file=path.name,
        sha256=_digest(path),
        form=FORM,
        head=Head(kind=EntryKind.DRUG, title=gathered.title.replace("(", "（").replace(")", "）"), region=REGION),
        entries=tuple(_entry(key, row, notes) for key, row in keyed(rows)),
        faults=faults[:KEPT],
        unkept=max(len(faults) - KEPT, 0),
        notes=tuple(_remarks(rows, notes, gathered)),
        printed=tuple(_printed(row) for row in rows),
    )


def _digest(path: Path) -> str:
    try:
        with path.open("rb") as source:
            return file_digest(source, "sha256").hexdigest()
    except OSError as error:
        raise refused("pdf-missing") from error


def _entry(key: str, row: Row, notes: Notes) -> Entry:
    limits = (text for text in notes.limits_of(row.section.name, row.digits) if text[:8] not in row.remark)
    implied = row.section.implied or PaymentClass.C
    return Entry(
        id=key,
        edition_id="",
        kind=EntryKind.DRUG,
        official_no=narrowed(row.number),
        name=narrowed("、".join(row.names)),
        dosage_form=row.form,
        payment_class=CLASSES.get(row.printed_class) or PaymentClass(implied),
        section=row.section.name,
        category=row.category.path,
        remark="".join((row.remark, *limits)),
        payment_standard=narrowed(row.standard),
        agreement=row.agreement,
        includes=narrowed("、".join(notes.members.get((row.section.name, row.digits), ()))),
    )


def _printed(row: Row) -> Mapping[str, str]:
    """What the row prints, by the names of the contract, where its entry says it otherwise or not at all."""
    return {
        "official_no": row.number,
        "name": "".join(row.names),
        "class": row.printed_class,
        "remark": row.remark,
        "payment_standard": row.standard,
        "category_code": row.category.code,
        "category_name": row.category.name,
        "pdf_page": str(row.page),
    }


def _remarks(rows: tuple[Row, ...], notes: Notes, gathered: Gathered) -> Iterator[str]:
    counts = Counter(row.section.name for row in rows)
    yield "各部分行数：" + "，".join(f"{section} {count}" for section, count in counts.items()) + "。"
    assumed = sum(not row.printed_class and row.section.implied == PaymentClass.A for row in rows)
    if assumed:
        yield f"{assumed} 味中药饮片没有分甲乙类，暂按甲类读入，待局方确认。"
    if not notes.present:
        yield "文件里没有凡例：各部分的品种数无从核对，凡例规定的分组和限定支付范围没有写入条目。"
    for page in dict.fromkeys(gathered.passed_over):
        yield f"第{page}页有一个表格不是目录条目（附表或说明），没有读入。"
    starts = [tuple(map(int, m)) for row in rows for m in _DATE.findall(row.agreement)]
    if starts:
        year, month, day = max(starts)
        yield f"目录没有写明施行日期；最近一批协议自 {year}-{month:02}-{day:02} 起，请按发文填写起止日期。"
