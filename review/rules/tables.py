"""The door of the rule library's files: a workbook or CSV to a proposal; what a table is, its own words say."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from review.errors import InputError
from review.rules.gathering import Drawn, Gathered
from review.rules.headings import head_of
from review.rules.printed import rows_of, subject_of
from review.rules.proposal import RuleFault, RuleProposal
from review.rules.rule import Rule, RuleBatch, RuleKind, Subject
from review.rules.values import UnreadableError, read_value
from review.rules.words import holds, meant
from review.sheets.apart import in_own_process
from review.sheets.door import LOCKED, SPLIT, Refusal, Trouble, digest_of
from review.sheets.reading import read_sheets

if TYPE_CHECKING:
    from pathlib import Path
    from threading import Event

    from review.rules.headings import Head
    from review.rules.printed import Row
    from review.sheets.sheet import Sheet

LARGEST = 50_000_000
"""Bytes a file of rules may have."""
MOST_ROWS = 500_000
_DIGITS = 8
_REFUSALS = {
    Trouble.UNREADABLE: Refusal("文件打不开：{name}", "rules-unreadable", LOCKED),
    Trouble.EMPTY: Refusal("这是一个空文件。", "no-rules", "请重新取得规则表后再读取。"),
    Trouble.PDF: Refusal(
        "这是 PDF 文件，不能作为规则表读入。",
        "no-rules",
        "请选择同一批次的 Excel 表格；只有 PDF 时请先转成表格并核对。",
    ),
    Trouble.TOO_LARGE: Refusal("文件超过 50 MB，不作为规则读入。", "rules-too-large", SPLIT),
}


def read_rules(path: Path, batch_id: str = "") -> RuleProposal:
    """The rules a file proposes, with every row that cannot be taken and its place; pure, nothing is stored.

    Args:
        path: a workbook (.xlsx, .xls) or CSV file; which it is, its bytes say.
        batch_id: id of the batch; by default kind, subject and the first digits of the file's hash.

    Raises:
        InputError: the file cannot be opened, is unsafe, too large, or no table.
    """
    digest = digest_of(path, LARGEST, _REFUSALS)
    found = Gathered()
    for number, sheet in enumerate(read_sheets(path)):
        _read_sheet(sheet, found, path.stem, prefix=f"{number}." if number else "")
    rules = found.joined()
    kind, subject = _mostly(rules)
    batch_id = batch_id or f"{kind}-{subject}-{digest[:_DIGITS]}"
    faults = tuple(sorted(found.faults, key=lambda fault: (fault.sheet, fault.row)))
    batch = RuleBatch(
        id=batch_id,
        title=path.stem,
        kind=kind,
        subject=subject,
        published=None,
        source=path.name,
        rows=found.rows,
        loaded=found.rows - sum(fault.left_out for fault in faults),
        shipped=False,
    )
    return RuleProposal(
        file=path.name,
        sha256=digest,
        batch=batch,
        rules=tuple(_with_batch(rule, batch_id) for rule in rules),
        faults=faults if rules else (*faults, _NOTHING),
    )


def read_rules_apart(path: Path, stop: Event | None = None) -> RuleProposal:
    """What :func:`read_rules` gives, read in a process that may die or be stopped by setting ``stop``.

    Raises:
        InputError: as read_rules; ``cancelled`` where stopped; ``catalogue-unsafe`` where it died or swelled.
    """
    return in_own_process(read_rules, (path,), stop)


_NOTHING = RuleFault(said="没有读出任何规则；请确认选对了文件，或改正所列各行后重新读取。", stops=True)


def _read_sheet(sheet: Sheet, found: Gathered, stem: str, prefix: str) -> None:
    head = head_of(sheet)
    if head is None:
        if sheet.count:
            said = "这张表没有认得的表头（至少要有名称和限定内容），没有读入。"
            found.faults.append(RuleFault(sheet=sheet.name, said=said))
        return
    for row in rows_of(sheet, head):
        found.rows += 1
        if found.rows > MOST_ROWS:
            raise InputError(
                "规则表的行数多得不正常，没有读入任何内容。", code="rules-too-large", advice="请分成几个文件。"
            )
        try:
            found.take(_drawn(sheet.name, row, head, (stem, prefix)))
        except UnreadableError as wrong:
            found.leave(sheet.name, row.number, row.text, str(wrong))


def _drawn(sheet: str, row: Row, head: Head, named: tuple[str, str]) -> Drawn:
    """What a row gives. Raises UnreadableError."""
    if row.wrong:
        raise UnreadableError(row.wrong)
    name, point = row.cells.get("name", ""), row.cells.get("point", "")
    if not (name or point):
        raise UnreadableError("没有名称；没有作为规则读入。")
    if head.lists_codes and not ("point" not in head.columns and _tells_itself(row.cells.get("kind", ""), head.titles)):
        codes = _codes(row, "code", None)
        if not codes:
            raise UnreadableError("没有编码；没有读入。")
        return Drawn(sheet, row.number, row.text, None, name, point, kind=_said_kind(row), codes=codes)
    if not name:
        raise UnreadableError("没有名称；没有作为规则读入。")
    number, count = row.cells.get("number", ""), row.cells.get("count", "")
    return Drawn(sheet, row.number, row.text, _rule(row, head, named), name, number, count)


@lru_cache(1000)
def _tells_itself(kind: str, titles: str) -> bool:
    """Whether a list of codes needs no other table: its kind says what is allowed, such as 限工伤保险."""
    found = meant("kinds", kind or titles)
    try:
        return bool(found and read_value(RuleKind(found[0]), {"kind": kind or titles}))
    except UnreadableError:
        return False


def _rule(row: Row, head: Head, named: tuple[str, str]) -> Rule:
    stem, prefix = named
    kind, subject = _kind(row, head, stem), _subject(row, head, stem)
    return Rule(
        id=f"{prefix}{row.number}",
        batch="",
        kind=kind,
        subject=subject,
        name=row.cells["name"],
        codes=_codes(row, "code", subject),
        other_name=row.cells.get("other_name", ""),
        other_codes=_codes(row, "other_code", subject),
        note=row.cells.get("note", ""),
        **read_value(kind, {**row.cells, "kind": row.cells.get("kind") or f"{head.titles} {stem}"}),
    )


def _kind(row: Row, head: Head, stem: str) -> RuleKind:
    """The kind of a rule: its own column, else what the columns are, else titles; the file's name only at last."""
    columns = head.columns.keys()
    own = _said_kind(row)
    if own:
        return own
    if head.pairs:
        return RuleKind.DUPLICATE
    if "limit" in columns and {"days", "unit"} & columns:
        return RuleKind.PERIOD if "days" in columns else RuleKind.FREQUENCY
    for text in (head.labels, head.titles, stem):
        if holds("judged", text):
            raise UnreadableError("这种规则只能由人判断，系统不据此提示；没有读入。")
        if found := meant("kinds", text):
            return RuleKind(found[0])
    raise UnreadableError("看不出是哪一种规则（没有认得的限定类型）；没有作为规则读入。")


def _said_kind(row: Row) -> RuleKind | None:
    """The kind a row's own column says. Raises UnreadableError where its word is unknown."""
    said = row.cells.get("kind", "")
    judged, found = holds("judged", said), meant("kinds", said)
    if said and (judged or not found):
        why = "只能由人判断，系统不据此提示" if judged else "不认识"
        raise UnreadableError(f"限定类型“{said[:30]}”{why}；没有作为规则读入。")
    return RuleKind(found[0]) if found else None


def _subject(row: Row, head: Head, stem: str) -> Subject:
    by_code = next(filter(None, map(subject_of, row.codes())), None)
    by_name = meant("subjects", stem)
    subject = head.subject or by_code or (Subject(by_name[0]) if by_name else None)
    if subject is None:
        raise UnreadableError("看不出是药品还是医疗服务项目；没有作为规则读入。")
    return subject


def _codes(row: Row, key: str, subject: Subject | None) -> tuple[str, ...]:
    """The codes of a cell. Raises UnreadableError where one has no form of the nation's, or is of the other subject."""
    codes = row.codes(key)
    for code in codes:
        seen = subject_of(code)
        if seen is None or (subject and seen is not subject):
            raise UnreadableError(f"编码“{code[:30]}”对不上任何{_called(subject)}编码的形式；没有读入。")
    return codes


def _called(subject: Subject | None) -> str:
    return {Subject.DRUG: "药品", Subject.SERVICE: "医疗服务项目", None: "国家医保"}[subject]


def _mostly(rules: tuple[Rule, ...]) -> tuple[RuleKind, Subject]:
    """What most rules of a file are; of a file without any, nothing is meant by it."""
    counted = Counter((rule.kind, rule.subject) for rule in rules)
    return counted.most_common(1)[0][0] if counted else (RuleKind.SEX, Subject.DRUG)


def _with_batch(rule: Rule, batch: str) -> Rule:
    return replace(rule, id=f"{batch}/{rule.id}", batch=batch)
