"""Packs and cases from the few words a test is about: plain values become dated figures, numbers become lines."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from review.packs.pack_model import Pack
from review.policy.case import Case
from review.policy.settle import settle

if TYPE_CHECKING:
    from collections.abc import Mapping

    from review.policy.settlement import Settlement

Tree = dict[str, Any]

BASIC: Tree = {"deductible": "0", "ratio": "0.60", "ceiling": "unlimited"}
GENERAL: Tree = {
    "rounding": {"mode": "half_up", "where": "per_line"},
    "class_b_advance": "0.10",
    "unknown_level_as": "tertiary",
    "undesignated_emergency_counts": True,
    "year_by": "discharged",
}
LAYER: Tree = {"fund": "supplement", "base": ["deductible", "copay", "over_ceiling"]}
_PLAIN = frozenset({"account", "deductible_per", "ratio_over", "counts_stay", "like"})


def figure(value: object, title: str = "测试参数", status: str = "confirmed") -> Tree:
    """A dated figure that always holds."""
    dated = {"since": "2000-01-01", "document": "测发〔2020〕1号", "clause": "第一条", "source": "[C] made up"}
    return {"title": title, "values": [{**dated, "value": value, "status": status}]}


def terms(stated: Mapping[str, Any]) -> Tree:
    """The basic fund's terms; ``points`` and ``caps`` hold plain values too."""
    made: Tree = {}
    for key, value in {**BASIC, **stated}.items():
        if key == "points":
            made[key] = {name: figure(one, name) for name, one in value.items()}
        elif key == "caps":
            made[key] = {name: {"title": name} | cap | {"amount": figure(cap["amount"])} for name, cap in value.items()}
        else:
            made[key] = value if key in _PLAIN else figure(value, key)
    return made


def layer(key: str, stated: Mapping[str, Any]) -> Tree:
    """A layer whose rows' terms are plain values; without rows its own ``terms`` hold for everybody."""
    whole = {"title": key, "account": key, **LAYER, **stated}
    rows = whole.pop("rows", None) or {"everyone": {"terms": whole["terms"]}}
    whole.pop("terms", None)
    dated = {name: figure(whole[name]) for name in ("base", "income_base") if name in whole}
    return whole | dated | {"rows": {name: row | {"terms": figure(row["terms"])} for name, row in rows.items()}}


def tree_of(**stated: Any) -> Tree:
    """A pack's tree: ``basic`` for stays of both schemes, ``kinds`` for other care, ``layers`` in their order."""
    basic, general = terms(stated.get("basic", {})), {**GENERAL, **stated.get("general", {})}
    kinds = {
        kind: one if "like" in one else dict.fromkeys(("resident", "employee"), terms(one))
        for kind, one in stated.get("kinds", {}).items()
    }
    layers, items = stated.get("layers", {}), stated.get("items", {})
    return {
        "id": "world",
        "title": "测试",
        "region": "000000",
        "version": "1",
        "effective_from": "2000-01-01",
        "reviewed_until": "2099-12-31",
        "status": "confirmed",
        "general": {key: figure(value) for key, value in general.items()},
        "out_of_region": {
            "advance": figure(stated.get("away", "0")),
            "order": figure(stated.get("order", "advance_first")),
        },
        "items": {key: {"title": key} | one | {"terms": figure(one["terms"])} for key, one in items.items()},
        "basic": {"inpatient": dict.fromkeys(("resident", "employee"), basic), **kinds},
        "layers": {key: layer(key, one) for key, one in layers.items()},
        "order": figure(list(layers)),
    }


def world(**stated: Any) -> Pack:
    """The pack of such a tree."""
    return Pack.model_validate(tree_of(**stated))


def a_line(amount: int | str, payment_class: str = "A", **more: Any) -> Tree:
    """A line of a case."""
    return {"name": "项目", "amount": str(amount), "class": payment_class, **more}


def a_case(*lines: Any, **stated: Any) -> Case:
    """A resident's stay in a secondary hospital of the city, eleven days in March 2025; numbers are class A lines."""
    care = {
        "kind": "inpatient",
        "hospital_level": "secondary",
        "region": "same_city",
        "admitted": "2025-03-01",
        "discharged": "2025-03-12",
    }
    made = [line if isinstance(line, dict) else a_line(line) for line in lines]
    return Case.model_validate(
        {
            "insured": {"scheme": "resident", "age": 54} | stated.pop("insured", {}),
            "care": care | stated.pop("care", {}),
            "year_to_date": stated.pop("year", {}),
            "lines": made,
            **stated,
        }
    )


def settled(pack: Pack, *lines: Any, **stated: Any) -> Any:
    """The settlement of such a case by the pack."""
    return settle(a_case(*lines, **stated), pack)


def steps(done: Settlement) -> dict[str, Any]:
    """The steps of a settlement by name."""
    return {step.step: step for step in done.trace}


def warned(done: Settlement, words: str) -> bool:
    """Whether a warning holds the words."""
    return any(words in warning for warning in done.warnings)
