"""Sections of running text: sentences with facts in them, numbered lists, rules, the foot of a form."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from tests.forge.facts import Fact

if TYPE_CHECKING:
    from tests.forge.job import Job, Section
    from tests.forge.paper import Paper
    from tests.forge.sheet import Ink

Sign = tuple[str, str]
"""One sign of a text, and the name of the fact it belongs to, or nothing."""


def signs(text: str, job: Job) -> list[Sign]:
    """A text with {facts} in it, sign by sign."""
    made: list[Sign] = []
    for part in re.split(r"(\{\w+\})", text):
        name = part[1:-1] if part.startswith("{") else ""
        made += [(sign, name) for sign in (job.facts[name].text if name else part)]
    return made


def broken(paper: Paper, text: list[Sign], width: float, ink: Ink) -> list[list[Sign]]:
    """Signs in lines that fit a width in millimetres."""
    lines: list[list[Sign]] = [[]]
    used = 0.0
    for sign in text:
        step = paper.width(sign[0], ink)
        if used + step > width and lines[-1]:
            lines.append([])
            used = 0.0
        lines[-1].append(sign)
        used += step
    return lines


def _runs(line: list[Sign]) -> list[Sign]:
    """Neighbours that belong to the same fact, joined."""
    runs: list[Sign] = []
    for sign, name in line:
        if runs and runs[-1][1] == name:
            runs[-1] = (runs[-1][0] + sign, name)
        else:
            runs.append((sign, name))
    return runs


def prose(paper: Paper, section: Section, job: Job, y: float) -> float:
    """A paragraph with a label in front of it or over it; facts in it are remembered where they stand."""
    points = section.get("points", 10.0)
    ink, leading = paper.style.letters(points), points * 0.3528 * section.get("leading", 1.75)
    label = str(paper.style.pick(f"prose {section['texts'][0][:4]}", section.get("labels", [""])))
    text = signs(label + str(paper.style.pick(section["texts"][0], section["texts"])), job)
    indent = section.get("indent", 0.0)
    for n, line in enumerate(broken(paper, text, paper.breadth - indent, ink)):
        x = paper.left + (indent if n == 0 else 0.0)
        for run, name in _runs(line):
            fact = job.facts.get(name, Fact(run))
            x = paper.fill((x, y), replace(fact, text=run), points) if name else paper.label((x, y), run, points)
        y += leading
    return y + float(section.get("after", 1.5))


def listed(paper: Paper, section: Section, job: Job, y: float) -> float:
    """A list under or after its label: numbered lines, or all in one line."""
    points, name = section.get("points", 10.0), section["name"]
    values = [str(value) for value in job.facts[name].says[name]]  # type: ignore[attr-defined]
    paper.said.fields[name] = values
    end = paper.label((paper.left, y), paper.style.label(name) + "：", points)
    number = paper.style.pick("number", ["{}. ", "{}.", "{}、", "{}) "])
    texts = [number.format(k) + value if len(values) > 1 else value for k, value in enumerate(values, start=1)]
    if not paper.style.pick("beside", [True, False]):
        end, y = paper.left + 6, y + points * 0.62
    for text in texts:
        paper.mark((end + 1, y), text, paper.style.figures(points), [name])
        y += points * 0.62
    return y + float(section.get("after", 2.0))


def ruled(paper: Paper, section: Section, _job: Job, y: float) -> float:
    """A rule over the breadth."""
    paper.line((paper.left, y), (paper.right, y), paper.style.form.colour, section.get("weight", 0.3))
    return y + float(section.get("after", 5.0))


def foot(paper: Paper, section: Section, job: Job, y: float) -> float:
    """Lines at the right: the doctor, the hospital, the day."""
    for name in section["names"]:
        if name in job.facts:
            fact, label = job.facts[name], section.get("bare", {}).get(name)
            text = "" if label == "" else paper.style.label(name) + paper.style.colon
            wide = paper.width(text, paper.style.letters(10)) + paper.width(fact.text, paper.style.figures(10))
            end = paper.label((paper.right - wide - 4, y), text, 10)
            paper.fill((end, y), fact, 10)
            y += 7.0
    return y


def ordered(paper: Paper, section: Section, job: Job, y: float) -> float:
    """What a prescription orders: each drug with its specification, how many, and how to take it."""
    points = section.get("points", 10.0)
    for number, row in enumerate(job.rows):
        known = [key for key in ("name", "spec", "quantity", "unit") if row.get(key)]
        paper.said.items.append({key: row[key] for key in known})
        ink = paper.style.figures(points)
        name = paper.mark((paper.left + 4, y), row["name"], ink, [f"{number}.name"])
        if "spec" in known:
            paper.mark((name.right + 4, y), row["spec"], ink, [f"{number}.spec"])
        amount = paper.style.pick("how many", ["×{0}{1}", "{0}{1}", "× {0} {1}"]).format(row["quantity"], row["unit"])
        right = replace(ink, align="right")
        paper.mark((paper.right - 8, y), amount, right, [f"{number}.quantity", f"{number}.unit"])
        paper.label((paper.left + 10, y + 6), row["usage"], points - 1)
        y += 13.0
    return y
