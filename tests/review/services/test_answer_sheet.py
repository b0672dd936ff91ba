"""The list comes back filled in: answers are recorded once, and a wrong row is told before any is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app import paperwork
from review.claim.verification import Answer
from review.errors import ForbiddenError, InputError, NotFoundError
from review.services.answer_sheet import record_answers
from review.services.verifying import answers, to_verify
from tests.offices import CLERK, SECOND, in_review

if TYPE_CHECKING:
    from pathlib import Path

    from review.claim.verification import Verification
    from review.services.office import Office

HEADS = "报销单号,材料编号,查验结果,查验日期,查验次数,说明\r\n"


@pytest.fixture
def listed(office: Office) -> tuple[str, int]:
    number = in_review(office).number
    (receipt,) = to_verify(office, number)
    return number, receipt.document_id


def a_list(folder: Path, *rows: str, encoding: str = "utf-8-sig") -> Path:
    path = folder / "清单.csv"
    path.write_bytes((HEADS + "\r\n".join(rows)).encode(encoding))
    return path


def said(answer: Verification) -> tuple[Answer, str, int | None, str]:
    return answer.answer, str(answer.checked_on), answer.times, answer.note


def test_the_printed_list_is_read_back(office: Office, listed: tuple[str, int], tmp_path: Path) -> None:
    path = paperwork.verification_list(office, "", tmp_path / "a.csv")
    text = path.read_text("utf-8-sig").replace('"10000.00","","","",""', '"10000.00","相符","2025-04-01","2",""')
    path.write_text(text, "utf-8-sig")
    (kept,) = record_answers(office, CLERK, path)
    assert said(kept) == (Answer.GENUINE, "2025-04-01", 2, "")
    assert answers(office, listed[0]) == (kept,)
    assert to_verify(office) == ()


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-8", "gb18030"])
def test_spreadsheets_may_save_it_their_way(
    office: Office, listed: tuple[str, int], tmp_path: Path, encoding: str
) -> None:
    number, receipt = listed
    path = a_list(tmp_path, f"'{number},{receipt},不符,2025/04/01,,平台金额为900.00元", encoding=encoding)
    (kept,) = record_answers(office, CLERK, path)
    assert said(kept) == (Answer.DIFFERS, "2025-04-01", None, "平台金额为900.00元")


def test_rows_without_an_answer_stay_open(office: Office, listed: tuple[str, int], tmp_path: Path) -> None:
    assert record_answers(office, CLERK, a_list(tmp_path, f"{listed[0]},{listed[1]},,,,")) == ()
    assert len(to_verify(office)) == 1


def test_the_same_list_twice_records_once(office: Office, listed: tuple[str, int], tmp_path: Path) -> None:
    path = a_list(tmp_path, f"{listed[0]},{listed[1]},已冲红,2025-04-01,1,")
    assert len(record_answers(office, CLERK, path)) == 1
    assert record_answers(office, CLERK, path) == ()
    assert len(answers(office, listed[0])) == 1


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ("{0},{1},真的,2025-04-01,1,", "查验结果“真的”"),
        ("{0},x,相符,2025-04-01,1,", "“x”不是整数"),
        ("{0},{1},相符,2025-02-30,1,", "“2025-02-30”不是日期"),
        ("{0},{1},相符,2025-04-01,-1,", "“-1”不是整数"),
        ("{0},{1},相符,2025-04-01," + "9" * 30 + ",", "不是整数"),
    ],
)
def test_a_wrong_row_is_told_and_nothing_is_recorded(
    office: Office, listed: tuple[str, int], tmp_path: Path, row: str, why: str
) -> None:
    good = f"{listed[0]},{listed[1]},相符,2025-04-01,1,"
    with pytest.raises(InputError, match="第 3 行") as fault:
        record_answers(office, CLERK, a_list(tmp_path, good, row.format(*listed)))
    assert why in str(fault.value)
    assert answers(office, listed[0]) == ()


@pytest.mark.parametrize("content", [b"", b"a,b\r\n1,2\r\n", b"\xff\xfe\x00\x80", b'"' * 5])
def test_a_file_that_is_no_list_is_told(office: Office, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "清单.csv"
    path.write_bytes(content)
    with pytest.raises(InputError, match=r"清单\.csv"):
        record_answers(office, CLERK, path)


def test_a_list_that_is_not_there_is_told(office: Office, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="读不出来"):
        record_answers(office, CLERK, tmp_path / "gone.csv")


def test_claims_and_receipts_must_be_known(office: Office, listed: tuple[str, int], tmp_path: Path) -> None:
    with pytest.raises(NotFoundError):
        record_answers(office, CLERK, a_list(tmp_path, f"{listed[0]},999999,相符,2025-04-01,1,"))


def test_only_a_clerk_records(office: Office, listed: tuple[str, int], tmp_path: Path) -> None:
    with pytest.raises(ForbiddenError):
        record_answers(office, SECOND, a_list(tmp_path, f"{listed[0]},{listed[1]},相符,2025-04-01,1,"))
