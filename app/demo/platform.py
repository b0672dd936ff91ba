"""What the bureau's platform knows of the samples' year: exports as an office gets them, taken over by the clerk."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

from review.claim.states import Role
from review.services import accumulating

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from app.demo.sample import Sample
    from review.claim.people import Actor
    from review.services.accumulating import TakenOver
    from review.services.office import Office

HEADINGS = ("身份证号", "姓名", "险种", "年度", "截止日期", "住院次数", "起付线累计", "统筹支付累计")
_SCHEMES = {"resident": "居民医保", "employee": "职工医保"}


def export(folder: Path, name: str, samples: tuple[Sample, ...]) -> Path:
    """The platform's file of that name (``before`` or ``late``) about the samples' people, written as CSV."""
    path = folder / f"年度累计-{name}.csv"
    folder.mkdir(exist_ok=True)
    with path.open("w", encoding="utf-8-sig", newline="") as target:
        writer = csv.writer(target)
        writer.writerow(HEADINGS)
        writer.writerows(_row(sample, sample.platform[name]) for sample in samples if name in sample.platform)
    return path


def _row(sample: Sample, figures: Mapping[str, object]) -> tuple[object, ...]:
    insured, year = sample.insured, sample.care.discharged or sample.care.admitted
    sums = (figures["stays"], figures["deductible"], figures["basic_fund"])
    whose = (f"{insured.id_number}", insured.name, _SCHEMES[insured.scheme], year.year if year else "")
    return (*whose, figures["as_of"], *sums)


def take_over(office: Office, people: dict[Role, Actor], path: Path) -> TakenOver | None:
    """Have the clerk take a file over; None where that was done before."""
    proposal = accumulating.propose_standings(office, path)
    if path.name in {batch.file for batch in accumulating.standing_batches(office)}:
        return None
    return accumulating.take_over_standings(office, people[Role.CLERK], proposal)
