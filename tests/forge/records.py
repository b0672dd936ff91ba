"""Papers of running text in the forms of forms/records.toml, from discharge records to prescriptions."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from tests.forge.facts import Fact, Facts, on_day, person_facts, told
from tests.forge.job import Job, Row
from tests.forge.paper import Paper
from tests.forge.press import press
from tests.forge.seal import seal
from tests.forge.stock import any_name, stock
from tests.forge.style import table

if TYPE_CHECKING:
    from random import Random

    from tests.forge.case import Case
    from tests.forge.style import Style

RECORDS = tuple(dict.fromkeys(str(form["kind"]) for form in table("records")["forms"]))


def record_facts(case: Case, style: Style, rng: Random) -> Facts:
    """Everything a paper of running text may say."""
    stay, drawn = case.stay, stock()
    before, during, after = case.story
    return person_facts(case, style, rng) | {
        "issue_date": on_day("issue_date", case.receipt.issued, style),
        "doctor": told("doctor", case.doctor),
        "diagnoses": Fact("", {"diagnoses": list(stay.diagnoses)}),
        "admitted_with": Fact("", {"admitted_with": [stay.diagnoses[0]]}),
        "story_before": Fact(before),
        "story_during": Fact(during),
        "story_after": Fact(after),
        "id_number": told("id_number", case.person.id_number),
        "phone": Fact(f"139{rng.randrange(10**7, 10**8)}"),
        "from_institution": told("from_institution", rng.choice(drawn["counties"]) + rng.choice(drawn["hospitals"])),
        "to_institution": told("to_institution", stay.hospital),
        "injury_date": on_day("injury_date", stay.admitted, style),
        "place": told("place", rng.choice(drawn["places"])),
        "cause": told("cause", rng.choice(drawn["causes"])),
        "third_party": told("third_party", rng.choice(("无", "无", "无", "有"))),
        "signer": Fact(rng.choice((case.person.name, any_name(rng)))),
        "outpatient": Fact(stay.number),
        "checker": Fact(case.receipt.clerks[0]),
    }


def _orders(case: Case, rng: Random) -> list[Row]:
    """A few drugs of the case with how to take them."""
    drugs = [c for c in case.charges if c.category in {"西药费", "中成药费"} and c.quantity == int(c.quantity) > 0]
    usages = stock()["usages"]
    return [{**charge.row, "usage": rng.choice(usages)} for charge in drugs[:5]]


def written_by_hand(style: Style, form: dict[str, Any]) -> Style:
    """The same form filled in with a pen."""
    pen = replace(style.value, face=form["face"], colour=tuple(style.pick("pen", form["inks"])))
    return replace(style, value=pen)


def record(case: Case, style: Style, kind: str, rng: Random) -> Paper:
    """One paper of a kind."""
    form = rng.choice([form for form in table("records")["forms"] if form["kind"] == kind])
    style = written_by_hand(style, form) if "face" in form else style
    facts = record_facts(case, style, rng)
    paper = Paper(kind, tuple(style.pick("size", form["sizes"])), style)
    paper.left, paper.right = paper.size[0] * 0.1, paper.size[0] * 0.9
    rows = _orders(case, rng) if kind == "prescription" else []
    bottom = press(paper, form["sections"], Job(facts, rows, {"hospital": case.stay.hospital}), paper.size[1] * 0.06)
    boxed = any(section["draw"] == "boxes" for section in form["sections"])
    paper.layout = form.get("layout", f"{kind} {'boxed' if boxed else 'prose'}")
    if form["seal"]:
        mark = seal(case.stay.hospital, form["seal"], pixels=paper.px(38), tilt=rng.uniform(-20, 20))
        paper.stamp(mark, (paper.at(rng.uniform(0.65, 0.9)), min(paper.size[1] - 20, bottom - rng.uniform(0, 14))))
    return paper
