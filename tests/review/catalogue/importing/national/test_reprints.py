"""Whatever a list holds and however it is set, what is read is what was printed."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from review.catalogue.importing.national.reader import read_national
from tests.lists import Look, Part, published, western

CHARACTERS = "样例拉唑肝素头孢克洛曲马多胶囊片注射用复方缓释控释甲乙丙丁戊己庚辛壬癸"
names = st.text(CHARACTERS, min_size=2, max_size=40).filter(lambda name: name not in {"甲", "乙", "丙"})
limits = st.one_of(
    st.just(""), st.text(CHARACTERS + "，；：。", min_size=3, max_size=160).map(lambda text: f"限{text}")
)
forms = st.sampled_from(["", "口服常释剂型", "注射剂", "缓释控释剂型", "吸入粉雾剂"])
rows = st.lists(st.tuples(st.sampled_from("甲乙"), names, forms, limits), min_size=1, max_size=30)
looks = st.builds(
    Look,
    page=st.sampled_from([(842.0, 595.0), (595.0, 842.0), (1000.0, 700.0)]),
    repeat=st.booleans(),
    mark=st.sampled_from(["", "样本"]),
    frame=st.booleans(),
    foot=st.sampled_from(["", "第 {} 页"]),
)
Kept = list[tuple[str, str, str, str, str]]


def read_back(part: Part, look: Look) -> tuple[Kept, int]:
    with TemporaryDirectory() as folder:
        proposal = read_national(published(Path(folder) / "list.pdf", [part], look=look))
    told = zip(proposal.entries, proposal.printed, strict=True)
    kept = [(row["class"], row["official_no"], row["name"], e.dosage_form, row["remark"]) for e, row in told]
    return kept, len(proposal.faults)


@settings(max_examples=25)
@given(rows=rows, look=looks)
def test_rows_are_read_as_they_were_printed(rows: list[tuple[str, str, str, str]], look: Look) -> None:
    printed = [(row[0], str(number), *row[1:]) for number, row in enumerate(rows, start=1)]
    assert read_back(western(*printed), look) == (printed, 0)


@settings(max_examples=15)
@given(counts=st.lists(st.integers(1, 5), min_size=1, max_size=8), look=looks)
def test_stars_belong_to_their_numbers(counts: list[int], look: Look) -> None:
    numbers = [(n, times) for n, count in enumerate(counts, start=1) for times in range(count)]
    printed = [("乙", f"★({n})" if times else str(n), f"样例{n}号", "注射剂", "") for n, times in numbers]
    assert read_back(western(*printed), look) == (printed, 0)


@settings(max_examples=15)
@given(depths=st.lists(st.integers(0, 3), min_size=1, max_size=12), look=looks)
def test_categories_stand_under_those_their_codes_begin_with(depths: list[int], look: Look) -> None:
    printed: list[tuple[str, ...]] = []
    paths: list[str] = []
    stack: list[tuple[str, str]] = []
    for number, depth in enumerate(depths, start=1):
        stack = stack[: min(depth, len(stack))]
        code = (stack[-1][0] if stack else "X") + chr(ord("A") + number)
        stack.append((code, f"样例{number}类"))
        printed += [(code, f"样例{number}类"), ("甲", str(number), f"样例{number}号", "", "")]
        paths.append(" > ".join(name for _, name in stack))
    with TemporaryDirectory() as folder:
        proposal = read_national(published(Path(folder) / "list.pdf", [western(*printed)], look=look))
    assert [entry.category for entry in proposal.entries] == paths
