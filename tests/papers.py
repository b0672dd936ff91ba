"""Made-up pages of recognised words for tests of extraction: text is set on a grid, as a printer would."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ocr.pages import PageText, Rule, Word

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

EM, HEIGHT, PITCH = 24, 30, 44
"""Width of a Chinese character, height of a box, distance of lines; pixels."""

Cell = tuple[int, str]


def a_word(text: str, x: int, y: int, *, confidence: float = 0.999, spread: float | None = None) -> Word:
    """A word whose box has the width of its characters."""
    width = round(sum(EM if ord(c) > 255 else EM / 2 for c in text))
    return Word(text, confidence, (x, y, max(width, 8), HEIGHT), confidence if spread is None else spread)


def a_text(words: Iterable[Word], *, file: str = "a.jpg", rules: Sequence[Rule] = ()) -> PageText:
    """A page of A4 at 150 dpi with the words given."""
    return PageText(file, 1240, 1754, upright_size=(1240, 1754), words=tuple(words), rules=tuple(rules))


def set_lines(lines: Sequence[Sequence[Cell]], *, top: int = 100) -> list[Word]:
    """Words of lines one pitch apart; each cell is its left edge and its text."""
    return [a_word(text, x, top + i * PITCH) for i, line in enumerate(lines) for x, text in line]


def a_statement_page(
    rows: Sequence[Sequence[str]], *, foot: Sequence[Cell] = (), page: str = "第1页/共1页"
) -> PageText:
    """A cost statement: name, spec, unit, price, quantity, amount."""
    columns = (60, 420, 620, 740, 880, 1020)
    head: list[list[Cell]] = [
        [(380, "安远县中心医院住院费用清单")],
        [(60, "姓名：赵小满"), (420, "住院号：60018812"), (800, page)],
        [(60, "科室：骨科"), (420, "入院日期：2025-03-01"), (800, "出院日期：2025-03-11")],
        list(zip(columns, ("项目名称", "规格", "单位", "单价", "数量", "金额"), strict=True)),
    ]
    body = [[(x, text) for x, text in zip(columns, row, strict=True) if text] for row in rows]
    return a_text(set_lines([*head, *body, list(foot)]))


def a_receipt_page(lines: Sequence[tuple[str, str]], total: str, words: str, paid: Sequence[str]) -> PageText:
    """An inpatient receipt with one group of columns; ``paid`` are fund, other, account, cash, own pay, own expense."""
    labels = ("医保统筹基金支付", "其他支付", "个人账户支付", "个人现金支付", "个人自付", "个人自费")
    set_out: list[list[Cell]] = [
        [(380, "江西省医疗住院收费票据（电子）")],
        [(60, "票据代码：36060125"), (800, "票据号码：0012345678")],
        [(60, "交款人：赵小满"), (800, "校验码：a1b2c3")],
        [(800, "开票日期：2025年03月11日")],
        [(60, "项目名称"), (420, "数量/单位"), (700, "金额（元）"), (1000, "备注")],
        *([(60, name), (700, amount)] for name, amount in lines),
        [(60, f"金额合计（大写）：{words}"), (700, f"（小写）：{total}")],
        [(60, "住院号：60018812"), (420, "住院科别：骨科"), (700, "住院时间：2025-03-01至2025-03-11")],
        *(
            [(60 + 380 * (i % 3), f"{label}：{value}")]
            for i, (label, value) in enumerate(zip(labels, paid, strict=True))
        ),
        [(60, "收款单位（章）：安远县中心医院"), (700, "收款人：钱多")],
    ]
    return a_text(set_lines(set_out))
