"""Identity, bank and social-security cards against what was typed: whose they are, and which number they bear."""

from __future__ import annotations

from typing import TYPE_CHECKING

from review.checks.finding import CheckContext, Finding, Severity
from review.checks.paperwork import call, place
from review.checks.stay.people import same_name
from review.claim.paper import DocumentKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from review.claim.claim import Claim
    from review.claim.paper import Document

_NAMES = {
    DocumentKind.ID_CARD: ("name", "姓名"),
    DocumentKind.INSURANCE_CARD: ("name", "姓名"),
    DocumentKind.BANK_CARD: ("holder", "户名"),
}
_NUMBERS = {
    DocumentKind.ID_CARD: ("id_number", "身份证号码"),
    DocumentKind.INSURANCE_CARD: ("id_number", "身份证号码"),
    DocumentKind.BANK_CARD: ("card_number", "收款账号"),
}


def cards(claim: Claim, context: CheckContext) -> Iterator[Finding]:  # noqa: ARG001 - every check has this shape
    """Cards of somebody else, and cards whose number is not the one that was typed.

    The agent's identity card belongs to the papers, and so does that of a payee who is not the insured.
    """
    for card in claim.documents:
        if card.kind in _NAMES and not _of_another_part(claim, card):
            yield from _name(claim, card)
            yield from _number(claim, card)


def _of_another_part(claim: Claim, card: Document) -> bool:
    """Whether the card names the agent or the payee, and is no bank card."""
    shown, insured = card.text("name"), claim.insured
    if card.kind is DocumentKind.BANK_CARD or not shown or same_name(shown, insured.name):
        return False
    return any(same_name(shown, known) for known in (insured.agent, insured.account.holder) if known)


def _name(claim: Claim, card: Document) -> Iterator[Finding]:
    key, called = _NAMES[card.kind]
    shown = card.text(key)
    known = claim.insured.account.holder if card.kind is DocumentKind.BANK_CARD else claim.insured.name
    if shown and known and not same_name(shown, known):
        expected = "本单填写的收款户名" if card.kind is DocumentKind.BANK_CARD else "参保人"
        yield _finding(
            card,
            key,
            f"{called}与证件不符",
            f"{call(card)}{called}为“{shown}”，{expected}为“{known}”。",
            Severity.DECISION,
        )


def _number(claim: Claim, card: Document) -> Iterator[Finding]:
    key, called = _NUMBERS[card.kind]
    shown = _plain(card.text(key))
    known = claim.insured.account.number if card.kind is DocumentKind.BANK_CARD else claim.insured.id_number
    if not shown or not known or shown == _plain(known):
        return
    asks = card.values[key].standing.asks
    ends = f"尾号{shown[-4:]}，本单填写的尾号{_plain(known)[-4:]}"
    yield _finding(
        card,
        key,
        f"{called}与证件不符",
        f"{call(card)}上的{called}与本单填写的不同（{ends}）。",
        Severity.BLOCKS if asks else Severity.DECISION,
    )


def _plain(number: str) -> str:
    return "".join(c for c in number.upper() if c.isalnum())


def _finding(card: Document, key: str, title: str, message: str, severity: Severity) -> Finding:
    return Finding(
        code=f"{card.kind.value.replace('_', '-')}-{key.replace('_', '-')}",
        severity=severity,
        subject=f"document:{card.id}",
        title=title,
        message=message,
        advice="请对照证件原件逐位核对；填写有误的更正，证件不属本人的请要求补正或说明理由。",
        basis="证件应属参保人或其收款人",
        values={key: card.text(key)},
        place=place((card.values.get(key),)),
    )
