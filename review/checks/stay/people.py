"""Who paid, who was ill, who is insured and who gets the money: one person, or a reason why not."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from typing import TYPE_CHECKING

from review.checks.finding import CheckContext, Finding, Severity
from review.checks.paperwork import call, decimal, place
from review.checks.receipts.marks import in_doubt
from review.identity import sex

if TYPE_CHECKING:
    from collections.abc import Iterator

    from review.claim.claim import Claim
    from review.claim.paper import Document

_BASIS = "交款人、患者、参保人、收款人应为同一人"
_ROLES = {"payer": "交款人", "patient": "患者姓名", "buyer": "购买方"}
_MOTHERS = re.compile(r"[一-鿿]{2,}之?(?:长|次|大|小|双)?(?:子|女|婴|儿|男婴|女婴|宝宝?|毛毛)[一二三甲乙丙A-Ca-c1-3]?")
"""How hospitals call a newborn without a name of its own: 张秀英之子, 张秀英之女一 (按经验)."""
_NOBODY = "个人"
"""What an invoice may bear instead of the buyer's name."""


def people(claim: Claim, context: CheckContext) -> Iterator[Finding]:
    """Names, sex and age on the papers that do not fit the insured person, and an account of somebody else.

    What is in doubt on a paper waits.
    """
    for document in claim.documents:
        found = (*_names(claim, document, context.patient_age), *_sex(claim, document), *_age(context, document))
        yield from (finding for finding in found if not any(in_doubt(document, key) for key in finding.values))
    yield from _holder(claim)


def same_name(one: str, other: str) -> bool:
    """Whether two names are the same; a masked character (*) stands for any, middle dots and blanks do not count."""
    plain, masked = sorted((_plain(one), _plain(other)), key=lambda name: "*" in name)
    pattern = "".join("." if c == "*" else re.escape(c) for c in masked)
    return re.fullmatch(pattern, plain) is not None


def _plain(name: str) -> str:
    return re.sub(r"[\s·•.]", "", unicodedata.normalize("NFKC", name).replace("＊", "*"))


def _names(claim: Claim, document: Document, age: int | None) -> Iterator[Finding]:
    insured = claim.insured.name
    for key, role in _ROLES.items():
        name = document.text(key)
        plain = name.removeprefix(_NOBODY).strip("()（）")
        if not plain or not insured or same_name(plain, insured):
            continue
        if age == 0 and _MOTHERS.fullmatch(_plain(plain)):
            yield _newborn(document, key, insured)
        else:
            yield _finding(
                document,
                f"{key}-name",
                f"{role}与参保人不符",
                f"{call(document)}{role}为“{name}”，参保人为“{insured}”。",
                key,
            )


def _newborn(document: Document, key: str, insured: str) -> Finding:
    name = document.text(key)
    message = f"{call(document)}{_ROLES[key]}为“{name}”，参保人为“{insured}”，未满1岁：像是以母亲姓名登记的新生儿。"
    finding = _finding(document, "newborn-name", "以母亲姓名登记的新生儿", message, key)
    advice = "请对照出生医学证明或户口簿核对母子关系；相符的不影响支付，不符的不予受理。"
    return replace(finding, severity=Severity.CLUE, advice=advice)


def _sex(claim: Claim, document: Document) -> Iterator[Finding]:
    printed, known = document.text("sex"), sex(claim.insured.id_number)
    if printed in {"男", "女"} and known and printed != known:
        message = f"{call(document)}性别为“{printed}”，身份证号码显示为“{known}”。"
        yield _finding(document, "sex", "性别与身份证不符", message, "sex")


def _age(context: CheckContext, document: Document) -> Iterator[Finding]:
    printed = decimal(document.text("age").removesuffix("岁"))
    known = context.patient_age
    if printed is not None and known is not None and abs(printed - known) > 1:
        message = f"{call(document)}年龄为{printed}岁，按身份证号码计算为{known}岁。"
        yield _finding(document, "age", "年龄与身份证不符", message, "age")


def _finding(document: Document, code: str, title: str, message: str, key: str) -> Finding:
    return Finding(
        code=code,
        severity=Severity.DECISION,
        subject=f"document:{document.id}",
        title=title,
        message=message,
        advice="请对照原件和身份证核对；识别有误的请更正，确非本人的不予受理，情况特殊的请说明理由。",
        basis=_BASIS,
        values={key: document.text(key)},
        place=place((document.values.get(key),)),
    )


def _holder(claim: Claim) -> Iterator[Finding]:
    holder, insured = claim.insured.account.holder, claim.insured.name
    if holder and insured and not same_name(holder, insured):
        yield Finding(
            code="account-holder",
            severity=Severity.DECISION,
            subject="claim",
            title="收款人不是参保人",
            message=f"收款户名为“{holder}”，参保人为“{insured}”。",
            advice="请核对收款账户；由亲属代领的，请核实关系证明或委托书后说明理由。",
            basis=_BASIS,
            values={"holder": holder, "insured": insured},
        )
