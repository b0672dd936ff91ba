"""What pages took is given back; where the C library cannot, nothing happens."""

from __future__ import annotations

import ctypes
import subprocess
import sys
from types import SimpleNamespace
from typing import TYPE_CHECKING

import psutil
import pytest

from ocr.recognition import release
from ocr.recognition.release import give_back, give_back_large

if TYPE_CHECKING:
    from collections.abc import Iterator

PIECE = 60_000
"""Bytes of an allocation too small for the system itself."""


@pytest.fixture(autouse=True)
def _fresh() -> Iterator[None]:
    release._call.cache_clear()
    yield
    release._call.cache_clear()


def held() -> int:
    return int(psutil.Process().memory_info().rss)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only this system's C library is asked")
def test_gaps_between_what_is_kept_go_back_to_the_system() -> None:
    pieces = [bytearray(b"x" * PIECE) for _ in range(4000)]
    kept = pieces[::200] + pieces[-1:]
    del pieces
    before = held()
    for _ in range(release._EVERY):
        give_back()
    assert held() < before - 2000 * PIECE
    assert all(len(piece) == PIECE for piece in kept)


TAKE = """
import psutil, sys
from ocr.recognition.release import give_back_large
if sys.argv[1] == "large":
    give_back_large()
large = [bytearray(b"x" * 24_000_000) for _ in range(2)]
del large
first = [bytearray(b"x" * 24_000_000) for _ in range(8)]
small = [bytearray(60_000) for _ in range(400)]
del first
print(psutil.Process().memory_info().rss)
"""
"""Pages taken and freed, with small pieces kept that were taken after them."""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only this system's C library is asked")
def test_large_pieces_go_back_at_once() -> None:
    kept, returned = (
        int(subprocess.run([sys.executable, "-c", TAKE, how], check=True, capture_output=True).stdout)
        for how in ("usual", "large")
    )
    assert returned < kept - 100_000_000


def test_memory_goes_back_after_every_few_answers_not_after_each(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(ctypes, "CDLL", lambda _: SimpleNamespace(malloc_trim=lambda _: asked.append("malloc_trim")))
    for _ in range(3 * release._EVERY):
        give_back()
    assert asked == ["malloc_trim"] * 3


@pytest.mark.parametrize("system", ["win32", "darwin"])
def test_other_systems_are_left_alone(system: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", system)
    monkeypatch.setattr(ctypes, "CDLL", None)
    for _ in range(release._EVERY):
        give_back()
    give_back_large()
    assert release._call("malloc_trim") is release._nothing


def test_a_library_without_the_call_is_no_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ctypes, "CDLL", lambda _: object())
    give_back()
    give_back_large()
    assert release._call("malloc_trim") is release._nothing
