"""Whatever bytes and cells there are: a proposal with faults, or an InputError with advice, never anything else."""

from __future__ import annotations

import zipfile
from datetime import date, datetime, timedelta
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from review.catalogue.entry import EntryKind
from review.catalogue.importing.columns import FIELDS
from review.catalogue.importing.faults import Faults
from review.catalogue.importing.gathering import Gathered
from review.catalogue.importing.mapping import guess, signature
from review.catalogue.importing.prices import amount_of
from review.catalogue.importing.reading import headings_of, read_catalogue
from review.catalogue.importing.rows import Reader
from review.errors import InputError
from review.sheets.cells import PRIVATE, code_of, shown, text_of
from tests.workbooks import DRUG_HEADINGS, SERVICE_HEADINGS, a_book, product, raw_book, service, sheet_xml

FEW = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
CELLS = st.one_of(
    st.text(max_size=40),
    st.integers(-(10**20), 10**20),
    st.floats(allow_nan=False, allow_infinity=False),
    st.booleans(),
    st.dates(date(1901, 1, 1)),
    st.datetimes(datetime(1901, 1, 1)),  # noqa: DTZ001 - spreadsheets know no zones
    st.times(),
    st.timedeltas(timedelta(0), timedelta(9000)),
    st.just(""),
)
PRINTED = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=20)
KEPT = st.one_of(PRINTED, st.integers(-(10**12), 10**12), st.booleans(), st.just(""))


def read_or_refuse(content: bytes, name: str = "目录.xlsx") -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(content)
        refusals = []
        for read in (read_catalogue, headings_of):
            try:
                read(path)
            except InputError as error:
                refusals.append(error)
        assert all(error.advice for error in refusals)


def sound_book() -> bytes:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "a.xlsx"
        a_book(path, {"总表": [DRUG_HEADINGS, *(product(n) for n in range(1, 20))]})
        return path.read_bytes()


SOUND = sound_book()


def test_the_book_that_is_damaged_below_is_sound() -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "a.xlsx"
        path.write_bytes(SOUND)
        assert not read_catalogue(path).faults


@given(st.binary(max_size=400))
@FEW
def test_random_bytes(content: bytes) -> None:
    read_or_refuse(content)


@given(st.sampled_from([b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"\xff\xfe", b"\xef\xbb\xbf"]), st.binary())
@FEW
def test_random_bytes_behind_a_known_beginning(start: bytes, content: bytes) -> None:
    read_or_refuse(start + content * 20)


@given(st.integers(1, len(SOUND) - 1))
@FEW
def test_a_workbook_cut_anywhere(length: int) -> None:
    read_or_refuse(SOUND[:length])


@given(st.lists(st.tuples(st.integers(0, len(SOUND) - 1), st.integers(0, 255)), min_size=1, max_size=8))
@FEW
def test_a_workbook_with_changed_bytes(changes: list[tuple[int, int]]) -> None:
    content = bytearray(SOUND)
    for place, value in changes:
        content[place] = value
    read_or_refuse(bytes(content))


@given(st.sampled_from(zipfile.ZipFile(BytesIO(SOUND)).namelist()), st.binary(max_size=200))
@FEW
def test_a_workbook_with_one_part_of_random_bytes(part: str, content: bytes) -> None:
    kept = BytesIO()
    with zipfile.ZipFile(BytesIO(SOUND)) as sound, zipfile.ZipFile(kept, "w") as package:
        for name in sound.namelist():
            package.writestr(name, content if name == part else sound.read(name))
    read_or_refuse(kept.getvalue())


@given(st.text(st.sampled_from('<>/="rcvftsi x:A1Z9[]&;!-?'), max_size=300))
@FEW
def test_a_sheet_of_random_markup(markup: str) -> None:
    with TemporaryDirectory() as folder:
        read_or_refuse(raw_book(Path(folder) / "a.xlsx", sheet_xml(markup)).read_bytes())


@given(st.lists(st.lists(KEPT, max_size=17), max_size=8), st.sampled_from([DRUG_HEADINGS, SERVICE_HEADINGS]))
@FEW
def test_random_cells_under_known_headings(rows: list[list[Any]], headings: list[str]) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "a.xlsx"
        a_book(path, {"总表": [headings, *([_safe(c) for c in row] for row in rows)]})
        proposal = read_catalogue(path)
    assert len({entry.id for entry in proposal.entries}) == len(proposal.entries) == len(proposal.places)
    assert all(entry.name and len(entry.name) <= 300 for entry in proposal.entries)


def _safe(cell: Any) -> Any:
    """Text that begins with an equals sign would be a formula."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith("=") else cell


@given(st.text(max_size=400), st.sampled_from(["utf-8", "gb18030", "utf-16"]))
@FEW
def test_random_text_under_known_headings(text: str, encoding: str) -> None:
    whole = ",".join(SERVICE_HEADINGS) + "\n" + ",".join(map(str, service(1))) + "\n" + text
    read_or_refuse(whole.encode(encoding, errors="replace"), "目录.csv")


@given(CELLS)
def test_any_cell_is_text_or_a_fault(cell: Any) -> None:
    for read in (text_of, code_of):
        text, wrong = read(cell)
        assert wrong or (PRIVATE.sub("", text).isprintable() and text == text.strip())
    amount, wrong = amount_of(cell)
    assert wrong or amount is None or amount >= 0
    assert isinstance(shown(cell), str)


@given(st.lists(st.text(max_size=12), max_size=12))
def test_any_headings_give_a_guess_or_none(headings: list[str]) -> None:
    guessed = guess(headings)
    assert guessed is None or {heading for _, heading in guessed.mapping.columns} <= set(headings)
    assert len(signature(headings)) == 64


@given(st.sampled_from(EntryKind), st.lists(st.lists(CELLS, min_size=4, max_size=20), max_size=6))
def test_any_rows_give_entries_with_keys_of_their_own(kind: EntryKind, rows: list[list[Any]]) -> None:
    fields = [field.key for field in FIELDS if kind in field.kinds]
    faults = Faults()
    reader = Reader(kind, {key: n for n, key in enumerate(fields)}, {key: key for key in fields}, {}, faults)
    gathered = Gathered(faults)
    for number, cells in enumerate(rows, start=2):
        entry = reader.entry(number, cells, "")
        if entry:
            gathered.add(entry, number)
    assert len({entry.id for entry in gathered.entries}) == len(gathered.entries)
    assert len(gathered.entries) + len(faults.kept) >= len(rows)
