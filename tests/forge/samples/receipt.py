"""National electronic receipts, inpatient and outpatient, with the truth about what is printed on them."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from PIL import Image
from reportlab.graphics.barcode.qrencoder import QRCode, QRErrorCorrectLevel

from tests.forge.figures import in_words
from tests.forge.seal import seal
from tests.forge.sheet import Ink, Sheet

if TYPE_CHECKING:
    from random import Random

    from tests.forge.case import Case
    from tests.forge.samples.looks import Look

SIZE = (211.0, 142.0)
LEFT, RIGHT = 11.0, 200.0
SHARES = (0.0, 0.17, 0.29, 0.42, 0.5, 0.67, 0.79, 0.92, 1.0)
HEADS = ("项目名称", "数量/单位", "金额（元）", "备注")
Truth = dict[str, object]
Row = dict[str, str]


def _code(sheet: Sheet, text: str) -> None:
    """A QR code at the upper left corner."""
    code: Any = QRCode(None, QRErrorCorrectLevel.M)
    code.addData(text)
    code.make()
    side = code.getModuleCount()
    flat = bytes(0 if code.isDark(y, x) else 255 for y in range(side) for x in range(side))
    picture = Image.frombytes("L", (side, side), flat).resize((sheet.px(19), sheet.px(19)), Image.Resampling.NEAREST)
    sheet.image.paste(picture, (sheet.px(12), sheet.px(6)))


def _head(sheet: Sheet, case: Case, look: Look, title: str) -> float:
    """Title and numbers; gives back the height reached."""
    form, value = Ink(9, colour=look.colour), Ink(9)
    sheet.text((SIZE[0] / 2, 14), title, Ink(16.5, colour=look.colour, align="centre"))
    receipt = case.receipt
    rows = (
        ((34, 25), "票据代码：", receipt.code),
        ((152, 25), "票据号码：", receipt.number),
        ((34, 30.5), "交款人统一社会信用代码：", case.person.id_number[:6] + "********" + case.person.id_number[-4:]),
        ((152, 30.5), "校验码：", receipt.check_code),
        ((12, 36), "交款人：", case.person.name),
        ((152, 36), "开票日期：", look.day(receipt.issued)),
    )
    for (x, y), label, text in rows:
        sheet.text((x, y), label, form)
        sheet.text((x + sheet.width(label, form), y), text, value)
    return 40.5


def _table(sheet: Sheet, rows: list[Row], look: Look, top: float) -> float:
    """Two blocks of four columns side by side; gives back the lower edge."""
    xs = [LEFT + (RIGHT - LEFT) * share for share in SHARES]
    height = 6.4
    count = max(4, (len(rows) + 1) // 2)
    ys = [top + height * k for k in range(count + 2)]
    if look.rules == "none":
        sheet.frame((LEFT, RIGHT), (ys[0], ys[1], ys[-1]), look.colour)
    else:
        sheet.frame(xs, ys, look.colour)
    for block in (0, 4):
        for k, head in enumerate(HEADS):
            middle = (xs[block + k] + xs[block + k + 1]) / 2
            sheet.text((middle, top + height / 2), head, Ink(9, colour=look.colour, align="centre"))
    for place, row in enumerate(rows):
        block, y = (0, 4)[place % 2], ys[1 + place // 2] + height / 2
        label = row["name"] + (f" {row['spec']}" if row.get("spec") else "")
        size = 9.0 if sheet.width(label, Ink(9)) < xs[block + 1] - xs[block] - 2 else 6.6
        sheet.text((xs[block] + 1.2, y), label, Ink(size))
        if "quantity" in row:
            amount_of = f"{row['quantity']}/{row['unit']}"
            sheet.text((xs[block + 2] - 1.2, y), amount_of, Ink(8.5, align="right"))
        sheet.text((xs[block + 3] - 1.2, y), row["amount"], Ink(9, align="right"))
    return ys[-1]


def _total(sheet: Sheet, amount: Decimal, look: Look, top: float) -> float:
    form, y = Ink(9, colour=look.colour), top + 3.4
    sheet.frame((LEFT, RIGHT), (top, top + 6.8), look.colour)
    label = "金额合计（大写）："
    sheet.text((LEFT + 1.2, y), label, form)
    sheet.text((LEFT + 1.2 + sheet.width(label, form), y), in_words(amount), Ink(9))
    sheet.text((130, y), "（小写）：", form)
    sheet.text((130 + sheet.width("（小写）：", form), y), f"{amount}", Ink(9))
    return top + 6.8


def _others(sheet: Sheet, pairs: list[tuple[str, str]], look: Look, top: float) -> float:
    """The block of other facts in three columns."""
    form = Ink(8.5, colour=look.colour)
    sheet.text((LEFT + 1.2, top + 4), "其他信息", form)
    for place, (label, text) in enumerate(pairs):
        x, y = LEFT + 1.2 + 63 * (place % 3), top + 9 + 5 * (place // 3)
        sheet.text((x, y), f"{label}：", form)
        sheet.text((x + sheet.width(f"{label}：", form), y), text, Ink(8.5))
    bottom = top + 12 + 5 * ((len(pairs) + 2) // 3)
    sheet.frame((LEFT, RIGHT), (top, bottom), look.colour)
    return bottom


def _foot(sheet: Sheet, case: Case, look: Look, top: float) -> None:
    form = Ink(9, colour=look.colour)
    parts = (
        (LEFT, "收款单位（章）：", case.stay.hospital),
        (108, "复核人：", case.receipt.clerks[0]),
        (168, "收款人：", case.receipt.clerks[1]),
    )
    for x, label, text in parts:
        sheet.text((x, top + 5), label, form)
        sheet.text((x + sheet.width(label, form), top + 5), text, Ink(9))


def _money(case: Case) -> dict[str, str]:
    """How the receipt says it was paid."""
    zero, receipt = Decimal("0.00"), case.receipt
    expense = sum((c.amount for c in case.charges if c.grade == "丙"), zero)
    if receipt.insurance_type == "自费":
        expense = case.total
    cash = case.total - receipt.pooled
    return {
        "pooled_fund_paid": f"{receipt.pooled}",
        "other_paid": "0.00",
        "account_paid": "0.00",
        "cash_paid": f"{cash}",
        "self_pay": f"{max(zero, cash - expense)}",
        "self_expense": f"{min(cash, expense)}",
    }


def _fields(case: Case, money: dict[str, str]) -> dict[str, str]:
    receipt, stay = case.receipt, case.stay
    return {
        "invoice_code": receipt.code,
        "invoice_number": receipt.number,
        "check_code": receipt.check_code,
        "payer": case.person.name,
        "issue_date": receipt.issued.isoformat(),
        "total_amount": f"{case.total}",
        "total_in_words": in_words(case.total),
        "institution": stay.hospital,
        **money,
        "sex": case.person.sex,
        "insurance_type": receipt.insurance_type,
        "institution_type": stay.hospital_type,
    }


MONEY_LABELS = {
    "pooled_fund_paid": "医保统筹基金支付",
    "other_paid": "其他支付",
    "account_paid": "个人账户支付",
    "cash_paid": "个人现金支付",
    "self_pay": "个人自付",
    "self_expense": "个人自费",
}


def _draw(case: Case, look: Look, rng: Random, rows: list[Row], pairs: list[tuple[str, str]]) -> Sheet:
    sheet = Sheet(SIZE, look.dpi)
    visit = case.stay.admitted == case.stay.discharged
    title = f"{case.stay.province}医疗{'门诊' if visit else '住院'}收费票据（电子）"
    _code(sheet, f"01,{case.receipt.code},{case.receipt.number},{case.receipt.check_code},{case.total}")
    top = _head(sheet, case, look, title)
    top = _table(sheet, rows, look, top)
    top = _total(sheet, case.total, look, top)
    top = _others(sheet, pairs, look, top)
    _foot(sheet, case, look, top)
    mark = seal(case.stay.hospital, "收费专用章", pixels=sheet.px(34), tilt=rng.uniform(-18, 18))
    sheet.stamp(mark, (rng.uniform(48, 85), min(SIZE[1] - 19, top + rng.uniform(9, 16))))
    return sheet


def inpatient(case: Case, look: Look, rng: Random) -> tuple[Sheet, Truth]:
    """An inpatient receipt with the sums of the categories."""
    stay, money = case.stay, _money(case)
    rows = [{"name": name, "amount": f"{amount}"} for name, amount in case.sums]
    pairs = [
        ("业务流水号", f"{rng.randrange(10**11, 10**12)}"),
        ("住院号", stay.number),
        ("住院科别", stay.department),
        ("住院时间", f"{stay.admitted}至{stay.discharged}"),
        ("医疗机构类型", stay.hospital_type),
        ("性别", case.person.sex),
        ("医保类型", case.receipt.insurance_type),
        ("医保编号", ""),
        *((MONEY_LABELS[key], amount) for key, amount in money.items()),
    ]
    fields = _fields(case, money) | {
        "hospital_number": stay.number,
        "department": stay.department,
        "admission_date": stay.admitted.isoformat(),
        "discharge_date": stay.discharged.isoformat(),
    }
    sheet = _draw(case, look, rng, rows, pairs)
    return sheet, {"kind": "inpatient_receipt", "fields": fields, "items": rows}


def outpatient(case: Case, look: Look, rng: Random) -> tuple[Sheet, Truth]:
    """An outpatient receipt with its lines."""
    stay, money = case.stay, _money(case)
    rows = [
        {"name": c.name, "spec": c.spec, "unit": c.unit, "quantity": f"{c.quantity}", "amount": f"{c.amount}"}
        for c in case.charges
    ]
    pairs = [
        ("业务流水号", f"{rng.randrange(10**11, 10**12)}"),
        ("门诊号", stay.number),
        ("就诊日期", f"{stay.admitted}"),
        ("医疗机构类型", stay.hospital_type),
        ("性别", case.person.sex),
        ("医保类型", case.receipt.insurance_type),
        *((MONEY_LABELS[key], amount) for key, amount in money.items()),
    ]
    fields = _fields(case, money) | {"outpatient_number": stay.number, "visit_date": stay.admitted.isoformat()}
    sheet = _draw(case, look, rng, rows, pairs)
    return sheet, {"kind": "outpatient_receipt", "fields": fields, "items": rows}
