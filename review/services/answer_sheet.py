"""The list of receipts to look up, read back after people have filled in what the site answered (CSV)."""

from __future__ import annotations

import csv
from datetime import date
from io import StringIO
from typing import TYPE_CHECKING

from review.claim.verification import Answer, Verification
from review.errors import InputError
from review.services.verifying import answers, record_answer

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from review.claim.people import Actor
    from review.services.office import Office

ANSWERS: Mapping[str, Answer] = {
    "相符": Answer.GENUINE,
    "不符": Answer.DIFFERS,
    "查无此票": Answer.UNKNOWN,
    "已冲红": Answer.REVERSED,
    "未能查验": Answer.UNAVAILABLE,
    **{answer.value: answer for answer in Answer},
}
"""What may stand in the column 查验结果."""
HEADS = ("报销单号", "材料编号", "查验结果", "查验日期", "查验次数", "说明")
_LARGEST, _DIGITS = 4_000_000, 9
"""Bytes of a list, digits of a number in it."""
_ADVICE = "请在导出的查验清单上填写，不要改动列名；改正后重新登记，已登记的不会重复。"


def record_answers(office: Office, actor: Actor, path: Path) -> tuple[Verification, ...]:
    """Record every answer of a filled-in list that is not known yet; rows without an answer are left open.

    Raises:
        InputError: the file or a row is wrong; file and row are named, and nothing of it was recorded.
        ForbiddenError, ConflictError, NotFoundError: as ``record_answer``; rows before it are recorded.
    """
    told = list(_answers(office, path))
    known = {(number, _said(had)) for number in {number for number, _ in told} for had in answers(office, number)}
    fresh = [(number, answer) for number, answer in told if (number, _said(answer)) not in known]
    return tuple(record_answer(office, actor, number, answer) for number, answer in fresh)


def _said(answer: Verification) -> tuple[object, ...]:
    """What a person wrote of an answer: two that are alike in it are one."""
    return answer.document_id, answer.answer, answer.checked_on, answer.times, answer.note


def _answers(office: Office, path: Path) -> Iterator[tuple[str, Verification]]:
    for line, row in _rows(path):
        said = row["查验结果"]
        if not said:
            continue
        if said not in ANSWERS:
            raise _fault(path, line, f"查验结果“{said}”不在 {'、'.join(list(ANSWERS)[:5])} 之中")
        yield (
            row["报销单号"],
            Verification(
                document_id=_number(path, line, row["材料编号"]),
                invoice_code="",
                invoice_number="",
                total="",
                answer=ANSWERS[said],
                checked_on=_day(path, line, row["查验日期"]) if row["查验日期"] else office.today,
                times=_number(path, line, row["查验次数"]) if row["查验次数"] else None,
                note=row["说明"],
            ),
        )


def _rows(path: Path) -> Iterator[tuple[int, dict[str, str]]]:
    """Each row with its line number; blanks around and the apostrophe before text are taken off."""
    try:
        text = _text(path)
        reader = csv.DictReader(StringIO(text, newline=""), strict=True)
        heads = reader.fieldnames or ()
        lacking = [head for head in HEADS if head not in heads]
        if lacking:
            raise InputError(f"{path.name} 缺少列：{'、'.join(lacking)}；没有登记。", advice=_ADVICE)
        for row in reader:
            yield reader.line_num, {head: (row[head] or "").strip().removeprefix("'").strip() for head in HEADS}
    except (OSError, ValueError, csv.Error) as error:
        raise InputError(f"{path.name} 读不出来：{error}；没有登记。", advice=_ADVICE) from error


def _text(path: Path) -> str:
    """The file's text: UTF-8, else GB 18030 as Chinese spreadsheets save it."""
    if path.stat().st_size > _LARGEST:
        raise ValueError("文件太大")
    content = path.read_bytes()
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("gb18030")


def _number(path: Path, line: int, text: str) -> int:
    if not (text.isascii() and text.isdecimal()) or len(text) > _DIGITS:
        raise _fault(path, line, f"“{text}”不是整数")
    return int(text)


def _day(path: Path, line: int, text: str) -> date:
    try:
        return date.fromisoformat(text.replace("/", "-"))
    except ValueError:
        raise _fault(path, line, f"“{text}”不是日期（应如 2026-03-18）") from None


def _fault(path: Path, line: int, what: str) -> InputError:
    return InputError(f"{path.name} 第 {line} 行：{what}；没有登记。", advice=_ADVICE)
