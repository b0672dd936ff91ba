"""What pages took is given back; where the C library cannot, nothing happens."""

from __future__ import annotations

import ctypes
import sys
from typing import TYPE_CHECKING

import psutil
import pytest

from ocr.recognition import release
from ocr.recognition.release import give_back

if TYPE_CHECKING:
    from collections.abc import Iterator

PIECE = 60_000
"""Bytes of an allocation too small for the system itself."""


@pytest.fixture(autouse=True)
def _fresh() -> Iterator[None]:
    release._trim.cache_clear()
    yield
    release._trim.cache_clear()


def held() -> int:
    return int(psutil.Process().memory_info().rss)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only this system's C library is asked")
def test_gaps_between_what_is_kept_go_back_to_the_system() -> None:
    pieces = [bytearray(b"x" * PIECE) for _ in range(4000)]
    kept = pieces[::200] + pieces[-1:]
    del pieces
    before = held()
    give_back()
    assert held() < before - 2000 * PIECE
    assert all(len(piece) == PIECE for piece in kept)


@pytest.mark.parametrize("system", ["win32", "darwin"])
def test_other_systems_are_left_alone(system: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", system)
    monkeypatch.setattr(ctypes, "CDLL", None)
    give_back()
    assert release._trim() is int


def test_a_library_without_the_call_is_no_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ctypes, "CDLL", lambda _: object())
    give_back()
    assert release._trim() is int
