"""The XML of an electronic receipt in the words of one of several systems, with its truth."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

from tests.forge.facts import receipt_facts
from tests.forge.invoices import KIND as INVOICE
from tests.forge.invoices import invoice_facts
from tests.forge.invoices import rows_of as invoice_rows
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


def _at(tree: ET.Element, path: str) -> ET.Element:
    """The element at a path, made where it is not there."""
    for name in path.split("/"):
        found = tree.find(name)
        tree = ET.SubElement(tree, name) if found is None else found
    return tree


def invoice_markup(rng: Random) -> tuple[bytes, dict[str, Any]]:
    """A VAT invoice as XML, and the truth of what it says."""
    words = rng.choice(table("xml")["invoices"])
    case, style = any_case(rng, visit=True, lines=(20, 30)), Style(seed=f"{rng.random()}")
    rows = invoice_rows(case, rng)
    facts = invoice_facts(case, style, rows, rng)
    said = {key: str(value) for fact in facts.values() for key, value in fact.says.items()}
    said["invoice_number"] = facts["invoice_number" if "invoice_code" in words["names"] else "long_number"].text
    fields = {key: said[key] for key in words["names"]}
    tree = ET.Element("EInvoice")
    for key, path in words["names"].items():
        text = words["day"].format(date.fromisoformat(fields[key])) if key in DAYS else fields[key]
        _at(tree, path).text = text
    parent, _, line = words["line"].rpartition("/")
    for row in rows:
        item = ET.SubElement(_at(tree, parent), line)
        for key, name in words["lines"].items():
            _below(item, name).text = (
                _share(row[key], percent=words["percent"]) if key == "tax_rate" else row.get(key, "")
            )
    items = [{key: row[key] for key in words["lines"] if row.get(key, "***") != "***"} for row in rows]
    return ET.tostring(tree, encoding="utf-8", xml_declaration=True), {
        "kind": INVOICE,
        "fields": fields,
        "items": items,
    }


def _share(rate: str, *, percent: bool) -> str:
    """A rate as systems write it: in per cent or as a share; words stay words."""
    return rate if percent or not rate.endswith("%") else f"{Decimal(rate[:-1]) / 100:f}"
