"""One cell as text or number, or what is wrong with it: dates, lost digits, broken characters are never guessed at."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from review.sheets.sheet import Cell

EXACT = 10**15
"""From here on a spreadsheet no longer keeps every digit of a number."""
_SCIENTIFIC = re.compile(r"\d(?:\.\d+)?[Ee]\+?\d+")
_INVISIBLE = re.compile("[\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]|_x000[dD]_")
_BLANK = re.compile(r"[ \t\u00a0\u3000\u2000-\u200a]+")
_LINE = re.compile(r"\s*[\r\n\v\f]+\s*")
PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010fffd]")
"""Characters of a writer's own, which stand for rare signs and look otherwise elsewhere."""
_SHOWN = 200

DAMAGED = "文字里有损坏的字符（编码错误）；请在原文件里改正后重新导入。"
_DATED = "这一格存成了日期或时间，原来写的可能是别的内容；请把这一列设为文本并重新填写。"
_LOGICAL = "这一格是逻辑值（TRUE/FALSE）而不是文字；请改为文字。"


def shown(cell: Cell) -> str:
    """A cell as a person would see it, for the dialog and for faults."""
    if isinstance(cell, float):
        return number_text(cell)
    return cleaned(str(cell))[:_SHOWN]


def number_text(number: float) -> str:
    """A number with the fifteen digits a spreadsheet keeps, never in scientific notation."""
    return format(Decimal(f"{number:.15g}"), "f")


def cleaned(text: str) -> str:
    """Text without line breaks, doubled blanks and characters nobody sees."""
    text = text.strip()
    if text.isprintable() and "  " not in text and "_x000" not in text:
        return text
    joined = _LINE.sub(_joint, _INVISIBLE.sub("", text).strip())
    return _BLANK.sub(" ", joined).strip()


def _joint(broken: re.Match[str]) -> str:
    """A line break between Latin words is a blank; between Chinese ones it is nothing."""
    before, after = broken.string[broken.start() - 1], broken.string[broken.end()]
    return " " if before.isascii() and after.isascii() else ""


def text_of(cell: Cell) -> tuple[str, str]:
    """The text of a cell, and what is wrong with it (Chinese) or an empty string."""
    if isinstance(cell, str):
        text = cleaned(cell)
        return text, DAMAGED if _is_damaged(text) else ""
    if isinstance(cell, bool):
        return str(cell).upper(), _LOGICAL
    if isinstance(cell, (int, float)):
        return number_text(float(cell)), ""
    return str(cell), _DATED


def _is_damaged(text: str) -> bool:
    return "\ufffd" in text or "锟斤拷" in text or not (text.isprintable() or PRIVATE.sub("", text).isprintable())


def code_of(cell: Cell) -> tuple[str, str]:
    """A code or number in one way of writing, and what is wrong with how the cell keeps it."""
    text, fault = text_of(cell)
    code = text if text.isascii() else unicodedata.normalize("NFKC", text).strip()
    if fault:
        return code, fault
    if isinstance(cell, (int, float)):
        return code, _counted(float(cell))
    if _SCIENTIFIC.fullmatch(code):
        return code, "编码变成了科学记数法，后面的数字已经丢失；请从原始文件重新取得，并把这一列设为文本。"
    return code, ""


def _counted(number: float) -> str:
    if abs(number) >= EXACT:
        return "编码按数字存放，超过15位的数字已经丢失；请从原始文件重新取得，并把这一列设为文本。"
    if number != int(number):
        return "编号按小数存放，末尾的0可能已经丢失；请把这一列设为文本并重新填写。"
    return ""
