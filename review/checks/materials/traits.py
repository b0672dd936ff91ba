"""What a claim is like, in the words that the tables of this room name in their conditions."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Annotated

from pydantic import AfterValidator

from review.checks.paperwork import STAYS, kept
from review.checks.receipts.verified import is_electronic
from review.checks.stay.people import same_name
from review.claim.claim import CareKind, Filing
from review.claim.paper import DocumentKind
from review.claim.people import Scheme
from review.validation import Strict

if TYPE_CHECKING:
    from collections.abc import Iterable

    from review.claim.claim import Claim
    from review.claim.paper import Document

NAMED = {"care": CareKind, "filing": Filing, "scheme": Scheme}
"""What stands before the colon of a trait such as ``care:emergency``."""
PLAIN = frozenset(
    {
        "stay",  # care in bed
        "receipt",  # a receipt is there
        "unitemised",  # the receipts do not list every article themselves
        "electronic",  # all receipts are electronic ones
        "trauma",  # a diagnosis reads like an injury
        "third-party",  # the injury statement names somebody liable
        "agent",  # somebody hands the papers in for the insured
        "account-of-other",  # the money goes to somebody else
    }
)
TRAITS = PLAIN | {f"{word}:{value}" for word, values in NAMED.items() for value in values}


def _known(word: str) -> str:
    if word not in TRAITS:
        raise ValueError(f"没有“{word}”这种情形，可用的有：{'、'.join(sorted(TRAITS))}")
    return word


Traits = frozenset[Annotated[str, AfterValidator(_known)]]


class When(Strict):
    """When a row applies: at least one of ``any`` (where given), all of ``all``, none of ``none``."""

    any: Traits = frozenset()
    all: Traits = frozenset()
    none: Traits = frozenset()

    def holds(self, traits: frozenset[str]) -> bool:
        """Whether a claim of these traits is meant."""
        return (not self.any or bool(self.any & traits)) and self.all <= traits and not self.none & traits


class Words(Strict):
    """Words that tell something, and words beside which they do not."""

    words: tuple[str, ...]
    besides: tuple[str, ...] = ()

    def tell(self, text: str) -> bool:
        """Whether the text bears one of the words and none of those beside which they tell nothing."""
        return any(word in text for word in self.words) and not any(word in text for word in self.besides)


def traits(claim: Claim, trauma: Words) -> frozenset[str]:
    """Everything the conditions may ask of a claim."""
    insured, care = claim.insured, claim.care
    plain = {
        "stay": care.kind in STAYS,
        "receipt": bool(claim.receipts),
        "unitemised": not _itemised(claim.receipts),
        "electronic": bool(claim.receipts) and all(is_electronic(claim, paper) for paper in claim.receipts),
        "trauma": any(trauma.tell(diagnosis) for diagnosis in care.diagnoses),
        "third-party": any(paper.text("third_party") == "有" for paper in injury_statements(claim)),
        "agent": bool(insured.agent.strip()),
        "account-of-other": bool(insured.account.holder) and not same_name(insured.account.holder, insured.name),
    }
    named = (f"care:{care.kind}", f"filing:{care.filing}", f"scheme:{insured.scheme}")
    return frozenset(chain(named, (word for word, holds in plain.items() if holds)))


def injury_statements(claim: Claim) -> Iterable[Document]:
    """What was handed in about how an injury came."""
    return (paper for paper in claim.documents if paper.kind is DocumentKind.INJURY_STATEMENT)


def _itemised(receipts: Iterable[Document]) -> bool:
    """Whether the receipts themselves list every article, as open outpatient receipts do."""
    lines = [line for paper in receipts for line in kept(paper)]
    return bool(lines) and all(line.text("quantity") for line in lines)
