"""How a stay ended (转归): as labelled, ticked or numbered on a discharge record, or as its sentences say.

Only what is said once and without doubt counts; a printed choice that nobody made says nothing.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ocr.extraction.labels import Form
from ocr.extraction.layout import text_lines
from ocr.extraction.patterns import pattern, pattern_cells
from ocr.extraction.runs import flowing_run, matched_cell, sheet_run

if TYPE_CHECKING:
    from ocr.extraction.layout import Sheet
    from ocr.extraction.runs import Run
    from ocr.reading import Cell

_WORD = r"(?<![未无不])(?:治愈|好转|未愈|死亡|转院|非医嘱离院|医嘱离院|医嘱转院|自动出院|稳定|无效)"
_LABEL = re.compile(r"(?:转归|治疗结果|治疗效果|出院疗效|离院方式|出院情况)(?:情况|代码)?:?\n?(?P<rest>[^\n。;]{1,60})")
_CHOSEN = re.compile(rf"[☑√✓✔■回図区](?P<v>{_WORD})")
_CHOSEN_BEHIND = re.compile(rf"(?P<v>{_WORD})[√✓✔]")
_BOXED = re.compile(rf"[□☐○☑■]|[口回図区√✓✔](?={_WORD})")
"""Boxes, also as they are misread."""
_CODE = re.compile(r"(?P<number>\d)(?=\D|1[.、])(?![.、])")
_ALONE = re.compile(rf"(?P<v>{_WORD})")
_SAID = (
    pattern(
        "outcome", Form.TEXT, r"(?<![未无不])(?P<v>治愈|好转)出院(?!医嘱|诊断|情况|日期|时间|带药|小结|记录|指导|科)"
    ),
    pattern("outcome", Form.TEXT, r"(?<![若如要])(?P<v>自动出院)"),
    pattern("outcome", Form.TEXT, r"(?:抢救无效|宣[告布])[^。;,]{0,8}?(?P<v>死亡)"),
    pattern("outcome", Form.TEXT, r"(?P<v>死亡)(?:时间|日期):?(?:19|20)\d\d"),
)


def read_outcome(sheet: Sheet, *, at: int = 0) -> Cell | None:
    """The outcome of a discharge record as a cell, or None where nothing sure is said."""
    run = sheet_run(sheet)
    for label in _LABEL.finditer(run.text):
        if chosen := _chosen(run, label):
            return matched_cell(sheet, run, chosen, at)
    return pattern_cells(sheet, _SAID, at=at, run=flowing_run(text_lines(sheet.pieces))).get("outcome")


def _chosen(run: Run, label: re.Match[str]) -> re.Match[str] | None:
    """The one choice that was ticked, that a number in front names, or that stands alone.

    Where the first word has nothing before it, ticks stand behind what they choose.
    """
    start, end = label.span("rest")
    boxed = _BOXED.search(run.text, start, end)
    behind = _ALONE.match(run.text, start, end)
    ticked = list((_CHOSEN_BEHIND if behind else _CHOSEN).finditer(run.text, start, end))
    if ticked or boxed:
        return ticked[0] if len({match["v"] for match in ticked}) == 1 else None
    if code := _CODE.match(run.text, start, end):
        return re.compile(rf"{code['number']}[.、](?P<v>{_WORD})").search(run.text, start, end)
    words = list(_ALONE.finditer(run.text, start, end))
    return words[0] if len({match["v"] for match in words}) == 1 else None
