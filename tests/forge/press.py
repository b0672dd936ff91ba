"""Sections of forms: each is drawn from a table of forms/*.toml at a height and gives back the height reached."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.forge.facts import Fact
from tests.forge.fees import fees, printed
from tests.forge.prose import foot, listed, ordered, prose, ruled

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.forge.job import Job, Section
    from tests.forge.paper import Paper


def _size(paper: Paper, parts: list[tuple[float, str, Fact]], points: float) -> float:
    """Letters as large as given, smaller where a pair would run into its neighbour."""
    while parts and points > 5.5:
        places = [x for x, *_ in parts[1:]] + [paper.right]
        ends = [
            x + paper.width(label, paper.style.letters(points)) + paper.width(fact.text, paper.style.figures(points))
            for x, label, fact in parts
        ]
        if all(end + 1.2 <= place for end, place in zip(ends, places, strict=True)):
            break
        points *= 0.93
    return points


def pairs(paper: Paper, section: Section, job: Job, y: float) -> float:
    """Rows of labels with their values after them."""
    points, pitch = section.get("points", 9.0), section.get("pitch", 5.6)
    for row in section["rows"]:
        shares = section.get("at") or [k / len(row) for k in range(len(row))]
        known = [(paper.at(x), name) for x, name in zip(shares, row, strict=False) if name in job.facts]
        parts = [(x, paper.style.label(name) + paper.style.colon, job.facts[name]) for x, name in known]
        size = _size(paper, parts, points)
        for x, label, fact in parts:
            end = paper.label((x, y + pitch / 2), label, size)
            paper.fill((end if paper.style.colon.strip() else end + 0.8, y + pitch / 2), fact, size)
        y += pitch if parts else 0
    return y + float(section.get("after", 1.5))


def some(paper: Paper, section: Section, job: Job, y: float) -> float:
    """The block of other facts: those that the case knows, so many in a row, in a frame or not."""
    top, count = y, section["columns"]
    if heading := section.get("heading"):
        paper.label((paper.left + 1, y + 3), heading, 8.5)
        y += 5.2
    names = [name for name in section["names"] if name in job.facts]
    names = [n for n in names if n not in section.get("seldom", []) or paper.style.pick(f"has {n}", [True, False])]
    rows = [names[k : k + count] for k in range(0, len(names), count)]
    at = [0.008 + k / count for k in range(count)]
    y = pairs(paper, {**section, "rows": rows, "at": at, "after": 1.0}, job, y)
    if paper.style.rules != "none" and section.get("framed", True):
        paper.frame((paper.left, paper.right), (top, y), paper.style.form.colour)
    return y


def boxes(paper: Paper, section: Section, job: Job, y: float) -> float:
    """Rows of ruled boxes, label and value each in a box of its own."""
    height, points, colour = float(section.get("pitch", 7.0)), section.get("points", 9.0), paper.style.form.colour
    for row in section["rows"]:
        names = [name for name in row if name in job.facts]
        step = paper.breadth / max(1, len(names))
        for k, name in enumerate(names):
            x, split = paper.left + step * k, paper.left + step * (k + section.get("split", 0.38))
            paper.frame((x, split, x + step), (y, y + height), colour)
            label, fact = paper.style.label(name), job.facts[name]
            room = (split - x - 1) / max(1.0, paper.width(label, paper.style.letters(points)))
            paper.label(((x + split) / 2, y + height / 2), label, points * min(1.0, room), "centre")
            room = (x + step - split - 2) / max(1.0, paper.width(fact.text, paper.style.figures(points)))
            paper.fill((split + 1, y + height / 2), fact, points * min(1.0, room))
        y += height if names else 0
    return y


def title(paper: Paper, section: Section, job: Job, y: float) -> float:
    """The title in the middle, with the names of place and hospital where the title has them."""
    text = str(paper.style.pick("title", section["of"][paper.said.kind])).format(**job.names)
    points = section.get("points", 15.0)
    room = paper.breadth / paper.width(text, paper.style.letters(points))
    line = paper.text((paper.size[0] / 2, y + 4), text, paper.style.letters(points * min(1.0, room), "centre"))
    hospital = job.facts.get("institution")
    if hospital and hospital.text in text:
        paper.said.fields.update(hospital.says)
        paper.said.marks["institution"].append(paper.box(line))
    return y + float(section.get("after", 10.0))


def total(paper: Paper, section: Section, job: Job, y: float) -> float:
    """The total in words and in figures."""
    words, sign = paper.style.pick("total", section["labels"])
    height = float(section.get("pitch", 6.8))
    if paper.style.rules != "none":
        paper.frame((paper.left, paper.right), (y, y + height), paper.style.form.colour)
    end = paper.label((paper.left + 1.2, y + height / 2), words, 9)
    end = paper.fill((end, y + height / 2), job.facts["total_in_words"], 9)
    end = paper.label((max(paper.at(section.get("split", 0.6)), end + 3), y + height / 2), sign, 9)
    amount = job.facts["total_amount"]
    plain = Fact(str(amount.says["total_amount"]), amount.says) if sign.endswith(("¥", "￥")) else amount
    paper.fill((end, y + height / 2), plain, 9)
    return y + height


def gap(_paper: Paper, section: Section, _job: Job, y: float) -> float:
    """White space."""
    return y + float(section["height"])


def beside(paper: Paper, section: Section, job: Job, y: float) -> float:
    """Columns of sections side by side; gives back the lowest height reached."""
    left, right, gutter = paper.left, paper.right, float(section["gutter"])
    wide = (paper.breadth - gutter * (len(section["columns"]) - 1)) / len(section["columns"])
    ends = [y]
    for number, sections in enumerate(section["columns"]):
        paper.left = left + (wide + gutter) * number
        paper.right = paper.left + wide
        ends.append(press(paper, sections, job, y))
    paper.left, paper.right = left, right
    return max(ends)


SECTIONS: dict[str, Callable[[Paper, Section, Job, float], float]] = {
    "pairs": pairs,
    "some": some,
    "boxes": boxes,
    "title": title,
    "total": total,
    "gap": gap,
    "fees": fees,
    "printed": printed,
    "prose": prose,
    "listed": listed,
    "ruled": ruled,
    "foot": foot,
    "ordered": ordered,
    "beside": beside,
}


def press(paper: Paper, sections: list[Section], job: Job, y: float) -> float:
    """Draw one section after another."""
    for section in sections:
        y = SECTIONS[section["draw"]](paper, section, job, y)
    return y
