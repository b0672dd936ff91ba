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

MEASURED = Trust(amount=0.90, far=0.20)


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
    told = "longest = 4.0\nsure = 0.8\namount = 0.7\nnear = [0.0, 0.1]\nfar = 0.3\n"
    monkeypatch.setattr(trust, "MEASURED", tmp_path / "trust.toml")
    trust.MEASURED.write_text(f'[[weights]]\nsha256 = "{digest}"\n{told}', "utf-8")
    trust._measured.cache_clear()
    assert trust_of(tmp_path) == Trust(4.0, 0.8, 0.7, (0.0, 0.1), 0.3)
    trust._measured.cache_clear()


@pytest.mark.engine
def test_the_weights_that_are_shipped_were_measured() -> None:
    from ocr.recognition.choice import chosen  # noqa: PLC0415  asks for the model store

    assert trust_of(chosen({}).second) != Trust()
