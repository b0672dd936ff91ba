"""One account to which many grown persons are paid."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from review.identity import age_on
from review.watch.terms import watch_terms
from review.watch.watched import Colour, Watched, WatchedKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from review.watch.facts import ClaimFacts, OfficeFacts

BASIS = "报销款付至参保人本人账户，代领须有委托（办理告知书所列材料“银行账户”）；人数界限按经验"


def shared_accounts(facts: OfficeFacts) -> Iterator[Watched]:
    """Accounts of more grown persons than a family usually has; children, and persons without number, do not count."""
    terms = watch_terms().accounts
    by_account: defaultdict[str, list[ClaimFacts]] = defaultdict(list)
    for claim in facts.claims:
        if claim.account:
            by_account[claim.account].append(claim)
    for account, claims in by_account.items():
        persons = {claim.id_number: claim.name for claim in claims}
        if len(persons) < terms.yellow_persons:
            continue
        grown = {id_: name for id_, name in persons.items() if (age_on(id_, facts.today) or 0) >= terms.grown}
        if len(grown) >= terms.yellow_persons:
            names = "、".join(list(grown.values())[: terms.red_persons])
            yield Watched(
                kind=WatchedKind.ACCOUNT,
                key=account,
                name=f"账户 {account}",
                colour=Colour.RED if len(grown) >= terms.red_persons else Colour.YELLOW,
                reasons=(f"一个账户收{len(grown)}名成年人的报销款，共{len(claims)}单（{names}）。",),
                basis=(BASIS,),
                figures=(("persons", str(len(grown))), ("claims", str(len(claims)))),
                claims=tuple(claim.number for claim in claims),
            )
