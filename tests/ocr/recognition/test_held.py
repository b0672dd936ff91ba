"""The peak of a process is its own, whatever started it."""

from __future__ import annotations

import os
import subprocess
import sys

from ocr.recognition.held import peak_memory

MIB = 1024**2


def test_what_is_held_shows_and_stays_after_it_is_given_back() -> None:
    taken = bytearray(os.urandom(64 * MIB))
    assert peak_memory() > len(taken)
    del taken
    assert peak_memory() > 64 * MIB


def test_a_process_can_be_asked_about_by_its_number() -> None:
    assert abs(peak_memory(os.getpid()) - peak_memory()) < MIB


def test_a_small_child_of_a_big_process_is_small() -> None:
    held = bytearray(os.urandom(256 * MIB))
    words = "from ocr.recognition.held import peak_memory; print(peak_memory())"
    told = subprocess.run([sys.executable, "-c", words], capture_output=True, text=True, check=True)
    assert int(told.stdout) < len(held)
