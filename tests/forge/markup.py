"""The XML of an electronic receipt in the words of one of several systems, with its truth."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

from tests.forge.facts import receipt_facts
from tests.forge.paper import Said
from tests.forge.receipts import INPATIENT, ONE_SIDED, OUTPATIENT, rows_of
from tests.forge.stock import any_case
from tests.forge.style import Style, table

if TYPE_CHECKING:
    from random import Random

DAYS = frozenset({"issue_date", "admission_date", "discharge_date", "visit_date"})
TITLES = {INPATIENT: "医疗住院收费票据（电子）", OUTPATIENT: "医疗门诊收费票据（电子）"}


def _said(kind: str, rng: Random) -> Said:
    """What the receipt says."""
    case = any_case(rng, visit=kind == OUTPATIENT)
    facts = receipt_facts(case, Style(seed=f"{rng.random()}"), rng)
    said = Said(kind, items=rows_of(case, kind))
    for name, fact in facts.items():
        said.fields.update(fact.says if name not in ONE_SIDED[kind] else {})
    return said


def _below(parent: ET.Element, path: str) -> ET.Element:
    for name in path.split("/"):
        parent = ET.SubElement(parent, name)
    return parent


def any_markup(rng: Random) -> tuple[bytes, dict[str, Any]]:
    """A receipt as XML, and the truth of what it says."""
    words = rng.choice(table("xml")["words"])
    kind = rng.choice((INPATIENT, OUTPATIENT))
    said, (root, main, lines, line) = _said(kind, rng), words["root"]
    tree = ET.Element(root)
    head = _below(tree, main)
    _below(head, words["names"]["title"]).text = TITLES[kind]
    said.fields = {key: value for key, value in said.fields.items() if key in words["names"]}
    for key, value in said.fields.items():
        text = words["day"].format(date.fromisoformat(str(value))) if key in DAYS else str(value)
        _below(head, words["names"][key]).text = text
    said.items = [{key: row[key] for key in words["lines"] if row.get(key)} for row in said.items]
    body = _below(tree, lines)
    for row in said.items:
        item = _below(body, line)
        for key, value in row.items():
            _below(item, words["lines"][key]).text = value
    return ET.tostring(tree, encoding="utf-8", xml_declaration=True), said.truth
