"""The sample claims that come with the software: pages, the typed header, and what really stands on the paper."""

from __future__ import annotations

import json
import tomllib
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from resources import ROOT
from review.claim.claim import Care, CareKind, Filing, HospitalLevel, Region
from review.claim.people import BankAccount, Group, Insured, Scheme

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

SAMPLES = ROOT / "samples"
NAMES = ("clean", "trouble")


@dataclass(frozen=True, slots=True)
class Sample:
    """One sample: its pages in order, the facts a clerk types, the truth by page, and what was planted.

    ``platform`` is what exports of the platform say of the person's year, by the name of the export.
    """

    name: str
    pages: tuple[Path, ...]
    insured: Insured
    care: Care
    platform: Mapping[str, Mapping[str, Any]]
    truth: Mapping[str, Mapping[str, Any]]
    planted: Mapping[str, Any]


def load_sample(name: str) -> Sample:
    """Read a sample from the shipped resources."""
    folder = SAMPLES / name
    facts = tomllib.loads((folder / "claim.toml").read_text(encoding="utf-8"))
    pages = tuple(folder / page for page in facts["pages"])
    return Sample(
        name=name,
        pages=pages,
        insured=_insured(facts["insured"]),
        care=_care(facts["care"]),
        platform=facts.get("platform", {}),
        truth={page.name: json.loads(page.with_suffix(".json").read_text(encoding="utf-8")) for page in pages},
        planted=facts.get("planted", {}),
    )


def _insured(facts: Mapping[str, Any]) -> Insured:
    return Insured(
        name=facts["name"],
        id_number=facts["id_number"],
        scheme=Scheme(facts["scheme"]),
        retired=facts["retired"],
        phone=facts["phone"],
        groups=tuple(Group(group) for group in facts.get("groups", ())),
        account=BankAccount(**facts["account"]),
    )


def _care(facts: Mapping[str, Any]) -> Care:
    return Care(
        kind=CareKind(facts["kind"]),
        hospital=facts["hospital"],
        hospital_level=HospitalLevel(facts["hospital_level"]),
        designated=facts["designated"],
        province=facts["province"],
        region=Region(facts["region"]),
        filing=Filing(facts["filing"]),
        admitted=_day(facts["admitted"]),
        discharged=_day(facts["discharged"]),
        diagnoses=tuple(facts["diagnoses"]),
    )


def _day(value: date | str) -> date:
    return value if isinstance(value, date) else date.fromisoformat(value)
