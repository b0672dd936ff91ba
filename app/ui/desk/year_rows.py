"""The rows of the year so far: what it stood at before the claim, what a clerk typed of it, and what is known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.ui.desk.form_rows import Kind, Remark, Row
from app.ui.tables.words import yuan
from app.ui.widgets.badge import Tone
from review.accumulators.words import caption, figure_names

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from review.accumulators.taking import AtOdds
    from review.claim.claim import Claim

translate = QCoreApplication.translate
STAYS, ACCOUNTS, SOURCE = "stays", "accounts", "source"


def year_rows(claim: Claim, at_odds: Iterable[AtOdds] = ()) -> tuple[Row, ...]:
    """What the year's accumulators stood at before this claim, and where the figures come from.

    ``at_odds`` are the typed figures that differ from what is known.
    """
    year, odds = claim.year_to_date, {one.name: one for one in at_odds}
    captions = {
        STAYS: translate("facts", "本年住院次数"),
        "deductible": translate("facts", "已付起付线"),
        "basic_fund": translate("facts", "统筹已付"),
        "serious_illness_base": translate("facts", "大病合规额"),
        "serious_illness_fund": translate("facts", "大病已付"),
        "medical_aid_base": translate("facts", "救助合规额"),
        "medical_aid_fund": translate("facts", "救助已付"),
    }
    kinds = {STAYS: Kind.TEXT}
    sums = (
        Row(
            f"year_to_date.{name}",
            words,
            str(getattr(year, name)),
            kinds.get(name, Kind.MONEY),
            note=_remark(name, claim, odds),
        )
        for name, words in captions.items()
    )
    return (*sums, _accounts(claim, odds), _source(claim))


def _accounts(claim: Claim, odds: Mapping[str, AtOdds]) -> Row:
    """The sums beside the contract's, one a line by the name a pack gives them; their titles beside."""
    accounts = claim.year_to_date.accounts
    told = "；".join(f"{caption(one.name)} {yuan(one.amount)}" for one in accounts)
    typed = ACCOUNTS in claim.year_to_date.typed
    beside = [odds[name] for name in sorted(odds) if "." in name]
    known = "；".join(f"{caption(one.name)} {yuan(one.known)}" for one in beside)
    note = Remark(translate("facts", "✎ 录入"), Tone.INFO, told) if typed else Remark("○", Tone.PLAIN, told)
    if beside:
        note = Remark(translate("facts", "▲ 与已知不同"), Tone.WARN, translate("facts", "已知：{0}").format(known))
    return Row(
        f"year_to_date.{ACCOUNTS}",
        translate("facts", "其他累计"),
        "\n".join(one.spelled() for one in accounts),
        Kind.LIST,
        tuple((name, caption(name)) for name in _names(claim)),
        hint=translate("facts", "如：{0}=120.00").format(caption("outpatient.fund")),
        note=note if told or beside else None,
    )


def _names(claim: Claim) -> Iterator[str]:
    """Accounts that can be typed by their captions: those the claim has, and those exports are known to hold."""
    held = {one.name for one in claim.year_to_date.accounts}
    yield from sorted(held | {name for name in figure_names() if "." in name})


def _remark(name: str, claim: Claim, odds: Mapping[str, AtOdds]) -> Remark | None:
    """Who a figure is by: nothing where it follows what is known."""
    if name not in claim.year_to_date.typed:
        return None
    if name not in odds:
        return Remark(translate("facts", "✎ 录入"), Tone.INFO, translate("facts", "经办人录入；已知的累计与此不相矛盾"))
    known = odds[name].known
    shown = f"{known:.0f}" if name == STAYS else yuan(known)
    tip = translate("facts", "平台导入和本单位已核定的累计是 {0}；清空本格即改用它").format(shown)
    return Remark(translate("facts", "▲ 已知 {0}").format(shown), Tone.WARN, tip)


def _source(claim: Claim) -> Row:
    source = claim.year_to_date.source
    tip = translate("facts", "年度累计没有注明来源")
    return Row(
        f"year_to_date.{SOURCE}",
        translate("facts", "数据来源"),
        source,
        hint=translate("facts", "如：省平台查询"),
        note=Remark("○", Tone.PLAIN, source) if source else Remark(translate("facts", "▲ 未注明"), Tone.WARN, tip),
    )
