"""Cost statements of one or more pages: any columns, groups, days, running totals, refunds."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING

from tests.forge.case import CATEGORIES, RATIOS
from tests.forge.facts import Fact, Facts, person_facts
from tests.forge.figures import fen, in_words
from tests.forge.job import Job, Row
from tests.forge.ledger import Again, Band, Entry, Ledger, Sum, any_ledger, heads, height, put, rule
from tests.forge.paper import Paper
from tests.forge.press import pairs
from tests.forge.seal import seal
from tests.forge.style import Style, table

if TYPE_CHECKING:
    from random import Random

    from tests.forge.case import Case, Charge


GRADES = tuple(RATIOS)


@dataclass(frozen=True, kw_only=True)
class Plan:
    """How a hospital lays a statement out.

    ``above`` puts the sums of groups over them (None is chance), ``headed`` repeats the headings on each page;
    ``grades`` and ``ratios`` are how the classes and their shares are written, in the order of ``GRADES``.
    """

    ledger: Ledger
    size: tuple[float, float]
    group: str
    sums: bool
    page_sum: bool
    running: bool
    blocks: int
    repeat: bool
    words: bool
    title: str
    facts: Facts
    name: str = ""
    above: bool | None = None
    headed: bool = True
    grades: tuple[str, ...] = GRADES
    ratios: tuple[str, ...] = ()


KIND = "expense_statement"


def any_plan(case: Case, style: Style, rng: Random) -> Plan:
    """A plan by chance."""
    drawn = table("statements")
    group = rng.choice(("", "", "category", "category", "day"))
    title = rng.choice(drawn["daily"] if group == "day" else drawn["titles"]).format(hospital=case.stay.hospital)
    ledger = any_ledger(style, rng)
    return Plan(
        ledger=ledger,
        blocks=2 if len(ledger.columns) <= 5 and rng.random() < 0.3 else 1,
        size=tuple(rng.choice(drawn["sizes"])),
        group=group,
        sums=rng.random() < 0.6,
        page_sum=rng.random() < 0.6,
        running=rng.random() < 0.25,
        repeat=rng.random() < 0.85,
        words=rng.random() < 0.6,
        title=title,
        facts=person_facts(case, style, rng),
    )


def _row(charge: Charge, number: int, plan: Plan, style: Style) -> Row:
    share, grade = Decimal(RATIOS[charge.grade]), GRADES.index(charge.grade)
    own = fen(charge.amount * share)
    extra = {
        "row": f"{number}",
        "insurance_class": plan.grades[grade],
        "_own": f"{own}",
        "_inside": f"{charge.amount - own}",
        "_part": f"{own if share < 1 else fen(Decimal(0))}",
        "_outside": f"{own if share == 1 else fen(Decimal(0))}",
        "_category": charge.category,
        "_maker": style.pick(charge.name, table("statements")["makers"]),
        "_place": style.pick("place", ["本科", "药房"]),
    }
    ratio = style.pick("ratios", ["{0}", "{1}%", "{1}%"]).format(charge.row["self_pay_ratio"], _percent(charge))
    return {**charge.row, **extra, "self_pay_ratio": plan.ratios[grade] if plan.ratios else ratio}


def _percent(charge: Charge) -> str:
    return f"{Decimal(RATIOS[charge.grade]) * 100:.0f}"


def _grouped(case: Case, plan: Plan) -> list[tuple[str, list[Charge]]]:
    """The lines under their headings; one group without a name where the paper has none."""
    charges = list(case.charges)
    if plan.group == "category":
        return [(name, found) for name in CATEGORIES if (found := [c for c in charges if c.category == name])]
    if plan.group == "day":
        days = sorted({c.day for c in charges})
        return [(day.isoformat(), [c for c in charges if c.day == day]) for day in days]
    return [
        ("", sorted(charges, key=lambda c: c.day) if any(x.key == "date" for x in plan.ledger.columns) else charges)
    ]


def entries(case: Case, plan: Plan, style: Style) -> list[Entry]:
    """Everything the table holds, from top to bottom."""
    drawn, made, number = table("statements"), list[Entry](), 0
    above = style.pick("sums above", [False, False, True]) if plan.above is None else plan.above
    for name, charges in _grouped(case, plan):
        amount = sum((c.amount for c in charges), Decimal("0.00"))
        if name:
            title = style.pick("band", drawn["bands"]).format(name)
            made.append(Sum(title, f"{amount}") if plan.sums and above else Band(title))
            made += [Again()] if style.pick("headings again", [False] * 4 + [True]) and number else []
        for charge in charges:
            number += 1
            made.append(_row(charge, number, plan, style))
        if name and plan.sums and not above:
            made.append(Sum(style.pick("group sum", drawn["group_sums"]).format(name), f"{amount}"))
    return made


def _begun(plan: Plan, style: Style, *, first: bool) -> tuple[Paper, float]:
    """A new page with its title; gives back the height where the head's facts go."""
    paper = Paper(KIND, plan.size, style)
    paper.layout = f"statement {plan.name or ('daily' if plan.group == 'day' else plan.group or 'plain')}"
    paper.layout += ", two blocks" if plan.blocks > 1 else ""
    if first or plan.repeat:
        ink = style.letters(14, "centre")
        room = paper.breadth / paper.width(plan.title, ink)
        line = paper.text((paper.size[0] / 2, 13), plan.title, replace(ink, size=14 * min(1.0, room)))
        paper.said.fields.update(plan.facts["institution"].says)
        paper.said.marks["institution"].append(paper.box(line))
    return paper, 19.0 if first or plan.repeat else 9.0


def _head_rows(style: Style) -> list[list[str]]:
    return list(style.pick("head", table("statements")["heads"]))


def shared_out(case: Case, plan: Plan, style: Style) -> list[list[list[Entry]]]:
    """The entries of each block of each page: as many as it has room for."""
    paper = Paper(KIND, plan.size, style)
    paper.right = paper.left + paper.breadth / plan.blocks
    room = paper.size[1] - 19 - 5.6 * len(_head_rows(style)) - plan.ledger.head_height - 42
    blocks = _filled(paper, plan.ledger, entries(case, plan, style), room)
    return [blocks[k : k + plan.blocks] for k in range(0, len(blocks), plan.blocks)]


def _filled(paper: Paper, ledger: Ledger, all_: list[Entry], room: float) -> list[list[Entry]]:
    """Entries shared out over blocks of a height."""
    blocks: list[list[Entry]] = [[]]
    used = 0.0
    for entry in all_:
        tall = height(paper, ledger, entry)
        if used + tall > room and blocks[-1]:
            blocks.append([])
            used = 0.0
        blocks[-1].append(entry)
        used += tall
    return blocks


def _amount(page: list[list[Entry]]) -> Decimal:
    rows = [entry for block in page for entry in block if isinstance(entry, dict)]
    return sum((Decimal(row["amount"]) for row in rows), Decimal("0.00"))


def _closing(paper: Paper, case: Case, y: float, plan: Plan) -> float:
    """The grand total, in words where the hospital writes them."""
    amount, words = paper.style.pick("grand", table("statements")["totals"])
    end = paper.label((paper.left + 1, y + 3.5), amount, 9)
    end = paper.fill((end, y + 3.5), Fact(paper.style.money(case.total), {"total_amount": f"{case.total}"}), 9)
    if plan.words:
        end = paper.label((max(paper.at(0.35), end + 4), y + 3.5), words, 9)
        text = in_words(abs(case.total))
        paper.fill((end, y + 3.5), Fact(text, {"total_in_words": text}), 9)
    return y + 7


def _sums(paper: Paper, so_far: Decimal, here: Decimal, plan: Plan, y: float) -> float:
    drawn, style = table("statements"), paper.style
    parts = [(style.pick("page sum", drawn["page_sums"]), here)] if plan.page_sum else []
    parts += [(style.pick("running", drawn["running"]), so_far)] if plan.running else []
    for label, amount in parts:
        paper.text((paper.right - 1, y + 3.4), f"{label}{amount}", style.letters(8.5, "right"))
        y += 5.2
    return y


def statement(case: Case, style: Style, rng: Random) -> list[Paper]:
    """The pages of a statement in their order."""
    return drawn_pages(case, any_plan(case, style, rng), style, rng)


def drawn_pages(case: Case, plan: Plan, style: Style, rng: Random) -> list[Paper]:
    """The pages of a statement laid out by a plan."""
    shared = shared_out(case, plan, style)
    made, so_far = list[Paper](), Decimal("0.00")
    for number, page in enumerate(shared, start=1):
        says: dict[str, object] = {"page": f"{number}", "pages": f"{len(shared)}"}
        paper, y = _begun(plan, style, first=number == 1)
        text = style.pick("page", table("statements")["pages"]).format(number, len(shared))
        y = _head(paper, plan, Fact(text, says), y)
        y = _body(paper, replace(plan, headed=plan.headed or number == 1), page, y)
        so_far += _amount(page)
        y = _sums(paper, so_far, _amount(page), plan, y)
        y = _closing(paper, case, y, plan) if number == len(shared) else y
        _sealed(paper, case, rng, y)
        made.append(paper)
    return made


def _head(paper: Paper, plan: Plan, page: Fact, y: float) -> float:
    """The facts of person and stay, with the number of the page at their end."""
    y = pairs(paper, {"draw": "pairs", "rows": _head_rows(paper.style), "points": 8.5}, Job(plan.facts, []), y)
    paper.mark((paper.right, y - 4.3), page.text, paper.style.figures(8.0, "right"), page.says)
    paper.said.fields.update(page.says)
    return y


def _body(paper: Paper, plan: Plan, page: list[list[Entry]], y: float) -> float:
    """The blocks of the table side by side; gives back the lowest edge."""
    left, right, bottom = paper.left, paper.right, y
    step = paper.breadth / plan.blocks
    for number, block in enumerate(page):
        paper.left, paper.right = left + step * number, left + step * (number + 1) - (1 if plan.blocks > 1 else 0)
        ys = [y, heads(paper, plan.ledger, y) if plan.headed else y]
        for entry in block:
            ys.append(put(paper, plan.ledger, entry, ys[-1]))
        rule(paper, plan.ledger, ys)
        bottom = max(bottom, ys[-1])
    paper.left, paper.right = left, right
    return bottom


def _sealed(paper: Paper, case: Case, rng: Random, y: float) -> None:
    if rng.random() < 0.3:
        return
    mark = seal(
        case.stay.hospital, rng.choice(table("statements")["purposes"]), pixels=paper.px(38), tilt=rng.uniform(-20, 20)
    )
    middle = y + rng.uniform(14, 24) if rng.random() < 0.6 else y - rng.uniform(0, 40)
    paper.stamp(mark, (paper.at(rng.uniform(0.2, 0.85)), min(paper.size[1] - 22, middle)))
