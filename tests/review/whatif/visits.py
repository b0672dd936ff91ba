"""Made-up visits and people for replays, and two packs that differ in one figure."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from review.whatif.visit import Person, Visit
from tests.packs.shelf import loaded, small_tree

if TYPE_CHECKING:
    from pathlib import Path

    from review.packs.pack_model import Pack


def a_visit(number: str = "1", amount: str = "1000.00", **changes: Any) -> Visit:
    """A stay of one class A line in a tertiary hospital away from home; keywords change insured, care or the head."""
    insured = {"scheme": "resident", "age": 50, **changes.pop("insured", {})}
    care = {
        "kind": "inpatient",
        "hospital_level": "tertiary",
        "region": "other_province",
        "admitted": "2024-03-01",
        "discharged": "2024-03-08",
        **changes.pop("care", {}),
    }
    lines = [{"name": "治疗费", "amount": amount, "class": "A"}]
    tree = {"id": number, "insured": insured, "care": care, "lines": lines, **changes}
    return Visit(number, json.dumps(tree).encode())


def a_person(*visits: Visit, label: str = "某人") -> Person:
    """A person with these visits."""
    return Person(label, visits)


def a_pack(folder: Path, name: str = "a", **terms: Any) -> Pack:
    """A pack that pays everything in full but for the terms given."""
    place = folder / name
    place.mkdir(exist_ok=True)
    return loaded(small_tree({"ratio": "1", **terms}), place)
