"""Packs for tests: the shipped one with single figures changed, and small ones from a few terms of a published page."""

from __future__ import annotations

from copy import deepcopy
from functools import cache
from typing import TYPE_CHECKING, Any

import yaml

from review.packs.pack import load_pack, pack_tree

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from review.packs.pack_model import Pack

Tree = dict[str, Any]

PLAIN: Mapping[str, Any] = {
    "rounding": {"mode": "half_up", "where": "per_line"},
    "class_b_advance": "0.10",
    "deductible": "0",
    "ratio": "0",
    "ceiling": "99999999",
    "away": "0",
    "order": "advance_first",
    "least": None,
    "items": {},
    "serious_illness": None,
    "medical_aid": None,
}
"""Terms of a pack that pays nothing; a test states what differs."""


class _Spelled(yaml.SafeDumper):
    """Writes everything out, since packs may not refer to themselves."""

    def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002 - PyYAML's signature
        return True


def ganzhou_tree() -> Tree:
    """The shipped pack as one tree, what it inherits included, free to be changed."""
    return deepcopy(_shipped())


@cache
def _shipped() -> Tree:
    return {key: value for key, value in pack_tree("ganzhou").items() if key != "inherits"}


def changed(tree: Tree, changes: Mapping[str, object]) -> Tree:
    """The tree with all values of some series replaced, each named by its path (``out_of_region.order``)."""
    copy = deepcopy(tree)
    for path, value in changes.items():
        series: Any = copy
        for key in path.split("."):
            series = series[key]
        for dated in series["values"]:
            dated["value"] = value
    return copy


def written(tree: Tree, folder: Path) -> Path:
    """The tree as a pack in one file."""
    path = folder / "pack.yaml"
    path.write_text(yaml.dump(tree, Dumper=_Spelled, allow_unicode=True, sort_keys=False), encoding="utf-8")
    return path


def loaded(tree: Tree, folder: Path) -> Pack:
    """The pack of the tree, by way of a file and the loader."""
    return load_pack(written(tree, folder))


def small_tree(terms: Mapping[str, Any], source: str = "[C] made up for a test") -> Tree:
    """A whole pack, alike for residents and employees, from the few terms that differ from ``PLAIN``."""
    stated = {**PLAIN, **terms}
    basic = {
        "deductible": _series(_levels(stated["deductible"]), source),
        "ratio": _series(_levels(stated["ratio"]), source),
        "ceiling": _series(stated["ceiling"], source),
    } | ({"least": _series(stated["least"], source)} if stated["least"] else {})
    items = {name: {**item, "terms": _series(item["terms"], source)} for name, item in stated["items"].items()}
    layers = {name: _layer(name, stated[name], source) for name in ("serious_illness", "medical_aid") if stated[name]}
    return {
        "id": "small",
        "title": "测试政策包",
        "region": "000000",
        "version": "1",
        "effective_from": "2000-01-01",
        "reviewed_until": "2099-12-31",
        "status": "confirmed",
        "general": _general(stated, source),
        "out_of_region": {"advance": _series(_away(stated["away"]), source), "order": _series(stated["order"], source)},
        "basic": {"inpatient": {"resident": basic, "employee": basic}},
        "items": items,
        "layers": layers,
        "order": _series(list(layers), source),
    }


def _general(stated: Mapping[str, Any], source: str) -> Tree:
    values = {
        "rounding": stated["rounding"],
        "class_b_advance": stated["class_b_advance"],
        "unknown_level_as": "tertiary",
        "undesignated_emergency_counts": True,
        "year_by": "discharged",
    }
    return {name: _series(value, source) for name, value in values.items()}


def _series(value: object, source: str) -> Tree:
    provenance = {"document": "公开算例", "clause": "算例", "source": source, "status": "confirmed"}
    return {"title": "测试参数", "values": [{"since": "2000-01-01", "value": value, **provenance}]}


def _levels(value: object) -> object:
    whole = isinstance(value, list) or (isinstance(value, dict) and "primary" in value)
    return value if whole else dict.fromkeys(("primary", "secondary", "tertiary"), value)


def _away(share: str | Tree) -> Tree:
    filings = share if isinstance(share, dict) else dict.fromkeys(("none", "long_term", "referral", "emergency"), share)
    return {"same_city": "0", "same_province": "0", "other_province": filings}


def _layer(name: str, layer: Mapping[str, Any], source: str) -> Tree:
    terms = {"threshold": layer["threshold"], "ratio": layer["ratio"], "ceiling": layer.get("ceiling", "unlimited")}
    base = layer.get("base", ["deductible", "copay", "over_ceiling"])
    row = {"when": {"groups": layer.get("groups", [])}, "terms": _series(terms, source)}
    return {"title": "测试层", "fund": name, "account": name, "base": _series(base, source), "rows": {"all": row}}
