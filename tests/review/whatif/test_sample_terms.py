"""A year to be generated is read strictly: every fault names its key."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from review.errors import InputError
from review.whatif.sample_terms import SHELF, sample_terms, shipped_samples

if TYPE_CHECKING:
    from pathlib import Path

SHIPPED = (SHELF / "xinfeng-2024.toml").read_text("utf-8")


def read(folder: Path, old: str, new: str) -> None:
    """The shipped year with one place changed, read from a file."""
    assert old in SHIPPED
    path = folder / "year.toml"
    path.write_text(SHIPPED.replace(old, new, 1), "utf-8")
    sample_terms(str(path))


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ('scheme = "resident"', 'scheme = "pensioner"', "schemes[0].scheme"),
        ("claims = 1412", "claims = 0", "schemes[0].claims"),
        ('published = "4561600.00"', "published = 4561600.0", "schemes[0].published"),
        ("stays = [74", "stays = [-1", "schemes[0].stays[0]"),
        ('names = ["destitute"]', 'names = ["rich"]', "schemes[0].groups[1].names[0]"),
        ('level = "tertiary"', 'level = "fourth"', "schemes[0].care[0].level"),
        ('filing = "none"', 'filing = "maybe"', "schemes[0].care[0].filing"),
        ("months = [9, 6", "months = [9", "months"),
        ('class = "A"', 'class = "D"', "lines[0].class"),
        ("insured_years = 12", "insured_years = 12\nsecret = 1", "secret"),
        ("year = 2024", 'year = "2024"', "year"),
    ],
)
def test_a_fault_names_its_key(tmp_path: Path, old: str, new: str, key: str) -> None:
    with pytest.raises(InputError) as told:
        read(tmp_path, old, new)
    assert f"year.toml：{key} " in str(told.value)


def test_a_year_need_not_be_published(tmp_path: Path) -> None:
    read(tmp_path, 'published = "4561600.00"\n', "")


@pytest.mark.parametrize("name", shipped_samples())
def test_every_shipped_year_says_where_it_is_from_and_shares_out_its_claims(name: str) -> None:
    terms = sample_terms(name)
    assert terms.source.startswith("[")
    assert terms.assumed.startswith("[C]")
    assert terms.claims == sum(scheme.claims for scheme in terms.schemes) > 0
    assert len({scheme.scheme for scheme in terms.schemes}) == len(terms.schemes)
