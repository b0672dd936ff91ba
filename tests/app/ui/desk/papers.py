"""Paper with known places: pages drawn for the test, documents as reading would give them, a claim that lies ready."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QImage, QPainter

from ocr.pages import PageText, to_json
from review.claim.claim import Care, HospitalLevel, Region
from review.claim.paper import Anomaly, Document, DocumentKind, Flaw, Line, Place, Standing, Value
from review.claim.people import BankAccount, Insured
from review.services import desk, intake, reading
from review.services.intake import PageFile
from tests.offices import CLERK

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from review.claim.claim import Claim
    from review.services.office import Office

WIDTH, HEIGHT = 1240, 1754
COLUMNS = {"name": (80, 360), "spec": (440, 200), "quantity": (640, 90), "unit": (730, 90), "unit_price": (820, 130),
           "amount": (950, 170)}  # fmt: skip
ID_NUMBER = "360799198501010011"
ROWS = (
    ("盐酸二甲双胍片", "0.5g*48片", "14", "盒", "3.36", "47.04"),
    ("肌肉注射", "", "1", "次", "2.50", "2.50"),
    ("阿莫西林胶囊", "0.25g*24粒", "28", "盒", "4.48", "125.44"),
    ("注射用美罗培南", "0.5g", "2", "支", "32.90", "65.80"),
    ("氯化钠注射液", "0.9% 250ml", "3", "袋", "3.20", "9.60"),
    ("院内特制洗剂", "100ml", "4", "瓶", "15.07", "60.28"),
    ("心电监护", "", "55", "小时", "3.00", "165.00"),
)
CARD_NUMBER = "6222020000000000000"
BLURRED = Flaw("blurred", "这一处模糊，请重新拍摄", ((180, 1200, 700, 300),))
TOTAL, WORDS = "475.66", "肆佰柒拾伍元陆角陆分"


@dataclass
class Paper:
    """A page being drawn, with the place of everything on it."""

    image: QImage = field(default_factory=lambda: QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32))

    def __post_init__(self) -> None:
        self.image.fill(Qt.GlobalColor.white)

    def put(self, key: str, text: str, box: tuple[int, int, int, int], shown: str = "") -> Value:
        """Draw a value and say where it stands; its page is told later."""
        painter = QPainter(self.image)
        font = QFont(painter.font())
        font.setPixelSize(24)
        painter.setFont(font)
        painter.drawText(QRect(*box), Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown or text)
        painter.end()
        return Value(key=key, value=text, text=text, confidence=0.98, place=Place(0, box))


def receipt(page: Paper) -> Document:
    """An inpatient receipt."""
    cells = {
        "invoice_code": "36060125", "invoice_number": "0012345678", "issue_date": "2025-03-12", "payer": "张小满",
        "total_amount": TOTAL, "total_in_words": WORDS, "institution": "样例省人民医院", "admission_date": "2025-03-01",
        "discharge_date": "2025-03-12", "cash_paid": TOTAL, "pooled_fund_paid": "0.00",
    }  # fmt: skip
    values = {k: page.put(k, v, (300, 120 + 60 * n, 420, 40)) for n, (k, v) in enumerate(cells.items())}
    values["total_amount"] = replace(values["total_amount"], standing=Standing.PROVEN, reason="大写与小写相符")
    values["invoice_number"] = replace(
        values["invoice_number"], standing=Standing.DOUBTFUL, confidence=0.61, reason="第 3 位识别把握不大"
    )
    return Document(position=0, kind=DocumentKind.INPATIENT_RECEIPT, page_ids=(), values=values)


def statement(page: Paper) -> Document:
    """A cost statement: one doubtful quantity, one product that breaks, one line in no catalogue."""
    lines = tuple(_line(page, place, row) for place, row in enumerate(ROWS))
    values = {"total_amount": page.put("total_amount", TOTAL, (950, 900, 170, 36))}
    return Document(position=1, kind=DocumentKind.EXPENSE_STATEMENT, page_ids=(), values=values, lines=lines)


def _line(page: Paper, place: int, row: tuple[str, ...]) -> Line:
    top = 300 + 44 * place
    cells = {
        k: page.put(k, text, (x, top, w, 40)) for (k, (x, w)), text in zip(COLUMNS.items(), row, strict=True) if text
    }
    proof = {k: replace(v, standing=Standing.PROVEN, reason="单价×数量=金额") for k, v in cells.items()}
    if place == 3:
        proof["quantity"] = replace(
            cells["quantity"], standing=Standing.DOUBTFUL, confidence=0.61, reason="把握不大，请核对"
        )
    if place == 6:
        proof["amount"] = replace(cells["amount"], standing=Standing.CONTRADICTED, reason="与票据分项不符")
    return Line(position=place, values=proof)


def discharge(page: Paper) -> Document:
    """A discharge record."""
    cells = {"patient": "张小满", "hospital_number": "60183723", "diagnoses": "社区获得性肺炎\n2型糖尿病"}
    values = {k: page.put(k, v, (300, 200 + 80 * n, 560, 40)) for n, (k, v) in enumerate(cells.items())}
    return Document(position=2, kind=DocumentKind.DISCHARGE_RECORD, page_ids=(), values=values)


def page_files(folder: Path, pages: dict[str, Paper]) -> list[PageFile]:
    """The drawn pages as files."""
    folder.mkdir(parents=True, exist_ok=True)
    files = []
    for name, page in pages.items():
        path = folder / f"{name}.png"
        page.image.save(str(path), quality=100)
        files.append(PageFile(path.name, path, WIDTH, HEIGHT))
    return files


def insured() -> Insured:
    """张小满, with an account of his own."""
    account = BankAccount(holder="张小满", number="6228480402564890018", bank="赣县农商银行")
    return Insured(name="张小满", id_number=ID_NUMBER, account=account, phone="13900000000")


def care() -> Care:
    """A tertiary hospital of another province."""
    return Care(hospital_level=HospitalLevel.TERTIARY, province="福建", region=Region.OTHER_PROVINCE)


def open_draft(office: Office) -> Claim:
    """A draft with three pages."""
    claim = intake.open_claim(office, CLERK, insured(), care())
    pages = {"票据": Paper(), "清单": Paper(), "出院记录": Paper()}
    for page, make in zip(pages.values(), (receipt, statement, discharge), strict=True):
        make(page)
    return intake.add_pages(office, CLERK, claim.number, page_files(office.home / claim.number, pages)).claim


def cards(page: Paper) -> tuple[Document, Document]:
    """An identity card and a bank card copied onto one sheet; the bank's name may be read in several ways."""
    person = {"name": "张小满", "id_number": ID_NUMBER, "sex": "男"}
    account = {"holder": "张小满", "card_number": CARD_NUMBER, "bank": "样例农商银行"}
    face = {k: page.put(k, v, (200, 200 + 70 * n, 500, 44)) for n, (k, v) in enumerate(person.items())}
    card = {k: page.put(k, v, (300, 900 + 70 * n, 560, 44)) for n, (k, v) in enumerate(account.items())}
    card["bank"] = replace(card["bank"], others=("样例农商银行", "样列农商银行", "样例农商很行"))
    return (
        Document(position=0, kind=DocumentKind.ID_CARD, page_ids=(), values=face),
        Document(position=1, kind=DocumentKind.BANK_CARD, page_ids=(), values=card),
    )


def claim_with_cards(office: Office, *signs: Anomaly) -> Claim:
    """A claim in review of somebody whose name alone is known, with both cards on one flawed scan."""
    claim = intake.open_claim(office, CLERK, Insured(name="张小满"), care())
    page = Paper()
    made = cards(page)
    files = page_files(office.home / claim.number, {"证件": page})
    claim = intake.add_pages(office, CLERK, claim.number, files).claim
    intake.receive(office, CLERK, claim.number)
    see_pages(office, BLURRED, signs=signs)
    laid = [placed(document, claim.pages[0].id) for document in made]
    reading.record_reading(office, claim.number, laid)
    return desk.begin_review(office, CLERK, claim.number)


def see_pages(office: Office, *flaws: Flaw, signs: Sequence[Anomaly] = ()) -> None:
    while (job := reading.take_page(office)) is not None:
        reading.record_page(office, job.page_id, page_text(str(job.page_id)), reading.PageSigns(flaws, anomalies=signs))


def read_claim(office: Office) -> Claim:
    """A claim that was received and read, waiting for the first review."""
    claim = open_draft(office)
    intake.receive(office, CLERK, claim.number)
    see_pages(office)
    made = (receipt(Paper()), statement(Paper()), discharge(Paper()))
    laid = [placed(document, page.id) for document, page in zip(made, claim.pages, strict=True)]
    return reading.record_reading(office, claim.number, laid)


def reviewed_claim(office: Office) -> Claim:
    """A claim in its first review."""
    claim = read_claim(office)
    return desk.begin_review(office, CLERK, claim.number)


def page_text(file: str) -> str:

    return to_json(PageText(file=file, width=WIDTH, height=HEIGHT, upright_size=(WIDTH, HEIGHT)))


def placed(document: Document, page_id: int) -> Document:
    def move(values: dict[str, Value]) -> dict[str, Value]:
        return {k: replace(v, place=Place(page_id, v.place.box)) if v.place else v for k, v in values.items()}

    lines = tuple(replace(line, values=move(dict(line.values))) for line in document.lines)
    return replace(document, page_ids=(page_id,), values=move(dict(document.values)), lines=lines)
