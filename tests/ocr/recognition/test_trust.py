"""What quick weights read stands where it is sure and nothing can have been overlooked beside it."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import pytest

from ocr.recognition import trust
from ocr.recognition.decoding import NOTHING, Seen
from ocr.recognition.trust import Trust, trust_of

if TYPE_CHECKING:
    from pathlib import Path

MEASURED = Trust(amount=0.90, far=0.20, bare=(0.20, 0.10), broad=(0.30, 0.15))


def line(text: str, off: float = 0.06, spread: float = 0.99) -> Seen:
    return Seen(text, 0.99, spread, off=off)


@pytest.mark.parametrize(("spread", "stands"), [(0.96, False), (0.97, True), (1.0, True)])
def test_a_line_stands_by_its_weakest_character(spread: float, *, stands: bool) -> None:
    assert MEASURED.holds(line("治疗费", spread=spread)) is stands


@pytest.mark.parametrize("text", ["12.50", "-0.01", "¥1,234.00", "￥98765.43", "１２．５０"])
def test_a_whole_amount_stands_sooner(text: str) -> None:
    assert MEASURED.holds(line(text, spread=0.90))
    assert not MEASURED.holds(line(text, spread=0.89))


@pytest.mark.parametrize("text", ["1250", "12.5", "2025.0403", "12.50元", "12,50.00", "356091元", "5.0", ".50"])
def test_what_may_have_lost_a_sign_inside_is_no_whole_amount(text: str) -> None:
    assert not MEASURED.holds(line(text, spread=0.96))


@pytest.mark.parametrize(("off", "stands"), [(-0.02, False), (-0.01, True), (0.13, True), (0.14, False)])
@pytest.mark.parametrize("text", ["12.50", "1支", "A级"])
def test_before_a_figure_a_sign_may_have_been_overlooked(text: str, off: float, *, stands: bool) -> None:
    assert MEASURED.holds(line(text, off)) is stands


@pytest.mark.parametrize(("off", "stands"), [(-0.02, False), (-0.01, True), (0.20, True), (0.21, False)])
@pytest.mark.parametrize("text", ["治疗费", "年龄：", "号12", " 盒"])
def test_before_chinese_nothing_so_narrow_is_printed(text: str, off: float, *, stands: bool) -> None:
    assert MEASURED.holds(line(text, off)) is stands


@pytest.mark.parametrize("text", ["1", "-17", "28.00", "¥1,234.560", "2024-02-11", "治疗费", "支", "１２"])
def test_of_a_line_of_whole_form_nothing_inside_is_lost_unseen(text: str) -> None:
    assert MEASURED.is_whole(line(text))
    assert not MEASURED.is_whole(line(text, spread=0.89))


@pytest.mark.parametrize("text", ["300", "2024-04", "2025年222日", "9.00元", "10mg*5片", "1.2.3", "", "  "])
def test_a_point_or_a_figure_may_be_lost_inside_other_lines(text: str) -> None:
    assert not MEASURED.is_whole(line(text, spread=1.0))


@pytest.mark.parametrize(
    ("ink", "covered"),
    [((0.5, 1.0), True), ((0.31, 1.09), True), ((0.29, 1.0), False), ((0.5, 1.11), False), ((0.9, 0.95), True)],
)
def test_ink_before_or_behind_the_characters_may_be_an_overlooked_one(
    ink: tuple[float, float], *, covered: bool
) -> None:
    assert MEASURED.covers(Seen("28.00", 0.99, 0.99, ends=(0.5, 1.0)), ink) is covered


@pytest.mark.parametrize(("text", "covered"), [("支", True), ("1", False), ("支1", False), ("1支", False)])
def test_broad_characters_reach_further_than_where_they_are_seen(text: str, *, covered: bool) -> None:
    assert MEASURED.covers(Seen(text, 0.99, 0.99, ends=(0.5, 1.0)), (0.22, 1.14)) is covered


def test_without_ink_nothing_is_accounted_for() -> None:
    assert not MEASURED.covers(line("28.00"), None)


@pytest.mark.parametrize("seen", [NOTHING, line(""), line("  ")])
def test_nothing_seen_is_never_enough(seen: Seen) -> None:
    assert not MEASURED.holds(seen)


def test_weights_nobody_measured_are_trusted_less(tmp_path: Path) -> None:
    (tmp_path / "inference.onnx").write_bytes(b"other weights")
    assert trust_of(tmp_path) == Trust()
    assert not Trust().holds(line("治疗费", 0.15))
    assert not Trust().holds(line("12.50", spread=0.96))


def test_measured_weights_are_known_by_their_very_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "inference.onnx").write_bytes(b"weights")
    digest = hashlib.sha256(b"weights").hexdigest()
    told = (
        "longest = 4.0\nsure = 0.8\namount = 0.7\nnear = [0.0, 0.1]\nfar = 0.3\nbare = [0.2, 0.1]\nbroad = [0.4, 0.3]\n"
    )
    monkeypatch.setattr(trust, "MEASURED", tmp_path / "trust.toml")
    trust.MEASURED.write_text(f'[[weights]]\nsha256 = "{digest}"\n{told}', "utf-8")
    trust._measured.cache_clear()
    assert trust_of(tmp_path) == Trust(4.0, 0.8, 0.7, (0.0, 0.1), 0.3, (0.2, 0.1), (0.4, 0.3))
    trust._measured.cache_clear()


@pytest.mark.engine
def test_the_weights_that_are_shipped_were_measured() -> None:
    from ocr.recognition.choice import chosen  # noqa: PLC0415  asks for the model store

    assert trust_of(chosen({}).second) != Trust()
