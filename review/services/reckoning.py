"""Settled claims reckoned anew, person by person and year by year: what changes in one is carried to the next."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from functools import reduce
from typing import TYPE_CHECKING, Any

from review.claim.states import ClaimState
from review.errors import LingbaoError, NotFoundError
from review.policy.balance import Books, booked, moved_year, year_change
from review.policy.claim_case import case_of
from review.policy.settle import settle
from review.policy.year_words import ACCUMULATORS, account_title
from review.services.snapshot import thawed
from review.services.standing import stood_before
from review.store import adjustment_records, policy_records

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import date
    from decimal import Decimal

    from review.catalogue.editions import CatalogueSet
    from review.catalogue.entry import Entry
    from review.claim.adjustment import Adjustment
    from review.claim.claim import Claim
    from review.packs.pack_model import Pack
    from review.policy.settlement import Settlement
    from review.services.office import Office
    from review.services.pack_shelf import PackShelf
    from review.store.mapping import Folder
    from review.store.unit import Unit

PAID = frozenset({ClaimState.PAID, ClaimState.ARCHIVED})
"""States of claims whose money has left and was not claimed back as a whole."""
FIXED = PAID | {
    ClaimState.SECOND_REVIEW,
    ClaimState.BATCHED,
    ClaimState.SIGNED,
    ClaimState.PAYING,
    ClaimState.PAYMENT_FAILED,
}
"""States of claims whose settlement is fixed."""


@dataclass(frozen=True, slots=True)
class Terms:
    """By what claims are reckoned: the shelf of packs, and the editions; ``office`` knows what the year stood at."""

    office: Office
    shelf: PackShelf
    editions: CatalogueSet

    def pack(self, claim: Claim) -> Pack:
        """The pack of the claim's day of care. Raises PolicyError."""
        return self.shelf.on(claim.care.day)

    def entry(self, claim: Claim) -> Callable[[str], Entry | None]:
        """The look-up of entries as they stand for the claim's day of care."""
        day = claim.care.day
        return self.editions.entry if day is None else lambda entry_id: standing_entry(self.editions, entry_id, day)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reckoned:
    """A claim with a fixed settlement, and what it would be now.

    ``paid`` is what the funds paid by then, adjustments that were sent included; ``due`` what they should have; both
    with what that adds to the year. ``anew`` is None where ``problem`` says why it cannot be settled.
    """

    claim: Claim
    fixed: Settlement
    paid: Books
    due: Books
    anew: Settlement | None
    problem: str = ""

    @property
    def differs(self) -> bool:
        """Whether any fund would pay another sum, or the claim could not be settled at all."""
        return bool(self.problem) or self.due.funds != self.paid.funds


def grounds(found: Reckoned) -> tuple[str, ...]:
    """Why a claim settles otherwise than it was fixed (Chinese): terms, editions, sums of the year before it."""
    if found.anew is None:
        return (found.problem,) if found.problem else ()
    was, now = found.fixed, found.anew
    packs = [f"{one.pack.title or one.pack.id} {one.pack.version}" for one in (was, now)]
    editions = ["、".join(one.catalogue) or "无" for one in (was, now)]
    years = year_change(was.before, now.before)
    told = (
        (packs[0] != packs[1], f"政策包：原按{packs[0]}，现按{packs[1]}"),
        (editions[0] != editions[1], f"目录：原按{editions[0]}，现按{editions[1]}"),
        (bool(years), "此前的年度累计已更正：" + "、".join(map(_moved_sum, years, years.values()))),
    )
    return tuple(text for holds, text in told if holds)


def _moved_sum(name: str, amount: Decimal) -> str:
    return f"{ACCUMULATORS.get(name) or account_title(name)} {amount:+}"


def terms_of(office: Office) -> Terms:
    """What is in force now. Raises StoreError, PolicyError."""
    return Terms(office, office.policies.shelf(), office.catalogue)


def standing_entry(editions: CatalogueSet, entry_id: str, day: date) -> Entry | None:
    """The entry, or where its edition is not used for care of that day (withdrawn, corrected) its counterpart there.

    Several counterparts that would be paid differently, or none, leave the entry as it was chosen.
    """
    entry = editions.entry(entry_id)
    if entry is None or entry.edition_id in {edition.id for edition in editions.used(day)}:
        return entry
    found = editions.counterparts(entry, day)
    paid_alike = len({(one.payment_class, one.price_limit) for one in found}) == 1
    return found[0] if paid_alike else entry


def settled_years(unit: Unit, since: date | None = None) -> list[list[str]]:
    """Numbers of claims with a fixed settlement by person, scheme and year, in the order in which they were fixed.

    Only years with care on ``since`` or later, where that is given. A claim of nobody known stands alone.
    """
    found: defaultdict[tuple[Any, ...], list[str]] = defaultdict(list)
    for row in policy_records.settled_claims(unit, FIXED):
        known = row["year"] is not None
        whose = (row["insured_id_number"], row["insured_scheme"], row["year"]) if known else (row["number"],)
        if since is None or row["day"] is None or max(row["year"] or 0, row["day"].year) >= since.year:
            found[whose].append(row["number"])
    return list(found.values())


def reckon_one(unit: Unit, number: str, terms: Terms) -> Reckoned:
    """One claim with a fixed settlement, after what changed in the person's claims fixed before it.

    Raises:
        NotFoundError: there is no such claim, or its settlement is not fixed.
    """
    if unit.folder(number).claim.state not in FIXED:
        message = f"报销单 {number} 的结算还没有核定，没有可比较的金额。"
        raise NotFoundError(message, code="not-fixed", advice="请在初审通过后再查看。")
    numbers = policy_records.same_year(unit, number, FIXED)
    return next(one for one in reckon_year(unit, numbers, terms) if one.claim.number == number)


def reckon_year(unit: Unit, numbers: Sequence[str], terms: Terms) -> Iterator[Reckoned]:
    """Claims of one person, scheme and year in the order in which they were fixed."""
    sent = adjustment_records.of_claims(unit, numbers)
    carried = Books()
    for number in numbers:
        done = _reckoned(unit, unit.folder(number), sent.get(number, ()), carried, terms)
        carried = carried.plus(Books(year=done.due.minus(done.paid).year))
        yield done


def _reckoned(unit: Unit, folder: Folder, adjustments: Sequence[Adjustment], carried: Books, terms: Terms) -> Reckoned:
    claim, fixed = folder.claim, thawed(folder.settlement or {})
    paid = reduce(Books.plus, (Books(one.funds, one.year) for one in adjustments if one.counts), booked(fixed))
    try:
        stood = stood_before(terms.office, unit, claim)
        anew = _settled(replace(claim, year_to_date=moved_year(stood, carried.year)), terms)
    except LingbaoError as error:
        return Reckoned(claim=claim, fixed=fixed, paid=paid, due=paid, anew=None, problem=str(error))
    return Reckoned(claim=claim, fixed=fixed, paid=paid, due=booked(anew), anew=anew)


def _settled(claim: Claim, terms: Terms) -> Settlement:
    pack = terms.pack(claim)
    return settle(case_of(claim, terms.entry(claim), pack.id), pack)
