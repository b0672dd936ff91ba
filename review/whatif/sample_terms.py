"""What a generated year is made of: shares and distributions, as a TOML file states them (resources/whatif)."""

import tomllib
from pathlib import Path
from typing import Annotated

from pydantic import Field, StrictInt

from resources import ROOT
from review.catalogue.entry import PaymentClass
from review.claim.claim import CareKind, Filing, HospitalLevel, Region
from review.claim.people import Group, Scheme
from review.errors import InputError, NotFoundError
from review.packs.fields import Amount, Text
from review.validation import Strict, validated

SHELF = ROOT / "whatif"

Weight = Annotated[StrictInt, Field(ge=0)]
Count = Annotated[StrictInt, Field(ge=1)]


class Ages(Strict):
    """A band of ages in full years, the upper end left out."""

    first: Weight = Field(alias="from")
    below: Count
    weight: Weight


class Groups(Strict):
    """Groups that people belong to together; none for most."""

    names: tuple[Group, ...] = ()
    weight: Weight


class CareMix(Strict):
    """Care of one sort, with the median of what it costs in yuan and sigma of the logarithm of the cost.

    ``disease`` is a word of the packs' lists, empty for most.
    """

    level: HospitalLevel
    region: Region
    filing: Filing = Filing.NONE
    kind: CareKind = CareKind.INPATIENT
    disease: str = ""
    weight: Weight
    median: Amount
    sigma: Amount


class Part(Strict):
    """A sum by fee category on a bill, with its usual share of the bill."""

    name: Text
    payment_class: PaymentClass = Field(alias="class")
    weight: Count


class SchemeTerms(Strict):
    """The people of one scheme: how many claims, the payment published for them if any was, and who they are.

    ``scale`` multiplies all costs; it brings the sum near the published one. ``stays`` weighs people by how many claims
    of theirs there are in the year, from one on.
    """

    scheme: Scheme
    claims: Count
    published: Amount | None = None
    scale: Amount
    stays: Annotated[tuple[Weight, ...], Field(min_length=1)]
    retired_from: Count
    ages: Annotated[tuple[Ages, ...], Field(min_length=1)]
    groups: Annotated[tuple[Groups, ...], Field(min_length=1)]
    care: Annotated[tuple[CareMix, ...], Field(min_length=1)]


class Days(Strict):
    """How long a stay is: a day for so many yuan, at most so many days."""

    yuan_a_day: Amount
    most: Count


class SampleTerms(Strict):
    """A year to be generated. ``source`` says what is published, ``assumed`` what is not.

    ``months`` weighs the months of discharge; ``share_sigma`` says how much bills differ in their shares:
    sigma of the logarithm of each.
    """

    title: Text
    year: Count
    seed: Weight
    source: Text
    assumed: Text
    months: Annotated[tuple[Weight, ...], Field(min_length=12, max_length=12)]
    days: Days
    insured_years: Count
    share_sigma: Amount
    schemes: Annotated[tuple[SchemeTerms, ...], Field(min_length=1)]
    lines: Annotated[tuple[Part, ...], Field(min_length=1)]

    @property
    def claims(self) -> int:
        """How many claims the year has."""
        return sum(one.claims for one in self.schemes)


def shipped_samples() -> tuple[str, ...]:
    """Names of the years that can be generated."""
    return tuple(sorted(path.stem for path in SHELF.glob("*.toml")))


def sample_terms(name: str) -> SampleTerms:
    """The year of that name, or in the TOML file at that path.

    Raises:
        NotFoundError: there is none.
        InputError: the file is no TOML, or a key is wrong; the message names it (Chinese).
    """
    path = SHELF / f"{name}.toml" if name in shipped_samples() else Path(name)
    try:
        tree = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        known = "、".join(shipped_samples())
        raise NotFoundError(f"找不到样本：{name}", code="no-sample", advice=f"可用的样本：{known}。") from error
    except ValueError as error:
        advice = "请对照 resources/whatif 里的样本改正后重试。"
        raise InputError(f"{path.name} 不是有效的 TOML 文件。", code="sample-unreadable", advice=advice) from error
    return validated(SampleTerms, tree, InputError, lambda _: path.name)
