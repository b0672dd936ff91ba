"""Lists of diagnoses: numbered or not, beside or under their heading, in one of two columns, with codes or without."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ocr.extraction.cells import union
from ocr.extraction.diagnosis_text import split_diagnoses
from ocr.extraction.grid import beside
from ocr.extraction.layout import Piece, text_lines
from ocr.extraction.runs import run_of
from ocr.reading import Cell

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ocr.extraction.layout import Sheet

_HEADING = re.compile(
    r"^(?P<name>(?:(?!辅助|影像|病理|鉴别|术前|经|予|明确|其[他它]|次要|补充|合并|中医)[\u4e00-\u9fff]{2,6}?)?诊断"
    r"(?!证明|书|专用|为|明确|依据|标准)|疾病名称)"
    r"(?:名称|意见|结果)?(?:\(.{0,10}?\))?:?(?P<rest>.*)"
)
_MORE = re.compile(
    r"^(?:出院)?(?:其[他它]|次要|合并|补充|并发|中医)(?:症)?诊断(?:名称)?(?:\(.{0,10}?\))?:?(?P<rest>.*)"
)
_RANKS = ("出院", "最后", "最终", "确定", "主要", "临床", "诊断", "西医", "医师", "疾病", "病情", "门诊", "初步")
_STOP = re.compile(
    r"^(出院(医嘱|情况|时情况|日期|带药|时间|去向|注意)|医嘱|入院(情况|诊断|日期|时情况)|诊疗经过|治疗(经过|结果|情况)|住院(经过|天数)|手术|"
    r"病理|医师|医生|主治|签[名字]|健康|注意|随访|随诊|复查|日期|处理|处置|建议|备注|意见|特此|证明|Rp|R[:.]|用药|检查|既往|过敏|主诉|"
    r"转出|转入|转院|转诊|转往|拟转|疾病编码|以下空白|.{2,4}日期|.{2,7}:)"
)
_SEAL = re.compile(r"专用章|盖章|公章|医院$")
_BESIDE_LIST = re.compile(r"疾病编码|ICD-?10?(编码)?|诊断名称|入院病情|出院情况|编码|[有无]|治愈|好转|未愈")
_ADMITTED = "只读到入院诊断，请核对"
_FAR = 0.5
_NEXT_LINE = 3.0


@dataclass(frozen=True, slots=True)
class Head:
    """A heading of diagnoses: its piece, how telling it is (less is more), and what stands in its piece after it."""

    piece: Piece
    rank: int
    rest: tuple[Piece, ...]


def read_diagnoses(sheet: Sheet, *, at: int = 0) -> Cell | None:
    """The diagnoses under the most telling heading of a page as one list; None where none are listed."""
    heads = sorted(
        (head for piece in sheet.pieces if (head := _head(piece, _HEADING))), key=lambda h: (h.rank, h.piece.y)
    )
    for head in heads:
        pieces = tuple(p for p in _listed(sheet, head) if not _BESIDE_LIST.fullmatch(p.text.replace(" ", "")))
        text = " ".join(p.text for p in pieces)
        names = split_diagnoses(text)
        if names:
            box = sheet.page.filed_box(union([p.box for p in pieces]))
            review = _ADMITTED if head.rank == len(_RANKS) and head.piece.text.startswith("入院") else None
            return Cell(names, text, min(p.confidence for p in pieces), at, box, review)
    return None


def _head(piece: Piece, form: re.Pattern[str]) -> Head | None:
    run = run_of(((piece,),))
    match = form.match(run.text)
    if not match:
        return None
    name = match.groupdict().get("name") or ""
    rank = next((i for i, start in enumerate(_RANKS) if name.startswith(start)), len(_RANKS))
    rest = tuple(p for p in run.group(match, "rest") if p.text.strip(" :"))
    return Head(piece, rank, rest)


def _listed(sheet: Sheet, head: Head) -> Iterator[Piece]:
    """What stands after a heading: on its line, in its ruled cell, or below it down to the next heading."""
    ruled = () if head.rest else beside(sheet, head.piece)
    if ruled:
        yield from ruled
        return
    yield from head.rest
    lines = [line for line in text_lines(sheet.pieces) if line[-1].y > head.piece.y - 0.5 * head.piece.height]
    left, right = _column(lines, head.piece)
    last = head.piece
    for line in lines:
        inside = [p for p in line if left <= p.left < right and p is not head.piece]
        own = head.piece in line
        if inside and not own and _ends(inside, last, sheet):
            return
        yield from _shown([p for p in inside if not own or p.left > head.piece.x])
        last = inside[0] if inside else last


def _shown(line: Sequence[Piece]) -> Iterator[Piece]:
    """The pieces of a line of the list up to another heading; a heading of further diagnoses gives only its rest."""
    for piece in line:
        more = _head(piece, _MORE)
        if more:
            yield from more.rest
        elif _STOP.match(piece.text.replace(" ", "")):
            return
        else:
            yield piece


def _ends(line: Sequence[Piece], last: Piece, sheet: Sheet) -> bool:
    """Whether a line stands after the list: another heading, far below, a signature far to the right, or a seal."""
    text = line[0].text.replace(" ", "")
    if _MORE.match(text):
        return False
    left, right = min(p.left for p in sheet.pieces), max(p.right for p in sheet.pieces)
    aside = line[0].left - left > _FAR * (right - left) and line[0].left > last.right
    far = line[0].y - last.y > _NEXT_LINE * max(last.height, line[0].height)
    return bool(aside or far or _STOP.match(text) or _HEADING.match(text) or _SEAL.search(text))


def _column(lines: Sequence[Sequence[Piece]], head: Piece) -> tuple[float, float]:
    """Left and right bounds of the list: one of two columns where another heading of diagnoses stands beside."""
    line = next((line for line in lines if head in line), ())
    others = [p for p in line if p is not head and (_head(p, _HEADING) or _head(p, _MORE))]
    right = min((p.left - 0.5 * p.height for p in others if p.left > head.right), default=float("inf"))
    left = head.left - 2 * head.height if any(p.right < head.left for p in others) else float("-inf")
    return left, right
