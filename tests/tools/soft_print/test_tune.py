"""The whole way: from an official folder to a tuned one."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import numpy as np
import onnxruntime
import pytest

from ocr.recognition.models import recognition_model
from tools.soft_print.faces import case

pytest.importorskip("torch")
pytest.importorskip("onnx")

from tools.soft_print import batches, tune

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(autouse=True)
def _faces_and_few_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    """The typefaces are needed; fewer lines are drawn than in earnest."""
    try:
        case()
    except FileNotFoundError as error:
        pytest.skip(str(error))
    monkeypatch.setattr(tune, "_CHECKED", 5)
    monkeypatch.setattr(batches, "_AHEAD", 1)


def tuned(monkeypatch: pytest.MonkeyPatch, reader: Path, out: Path, *more: str) -> None:
    given = ["tune", "--weights", str(reader.parent), "--out", str(out), "--minutes", "0.01", "--rate", "1", *more]
    monkeypatch.setattr(sys, "argv", given)
    tune.main()


def test_an_official_folder_becomes_a_tuned_one_of_the_same_form(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], reader: Path, tmp_path: Path
) -> None:
    tuned(monkeypatch, reader, tmp_path / "out", "--seed", "3")
    model = recognition_model(tmp_path / "out")
    assert model.characters == recognition_model(reader.parent).characters
    given = {"x": np.zeros((1, 3, 48, 160), np.float32)}
    before, after = (onnxruntime.InferenceSession(each).run(None, given)[0] for each in (reader, model.onnx))
    assert before.shape == after.shape == (1, 20, 13)
    assert np.abs(before - after).max() > 1e-3
    told = capsys.readouterr().out.splitlines()
    assert "written after step 0" in told[0]
    assert int(told[-1].rpartition(" ")[2]) > 0


def test_a_column_that_is_not_there_is_told_before_anything_is_drawn(
    monkeypatch: pytest.MonkeyPatch, reader: Path, tmp_path: Path
) -> None:
    (tmp_path / "names.csv").write_text("name\n布洛芬\n", "utf-8")
    with pytest.raises(ValueError, match="no column drug"):
        tuned(monkeypatch, reader, tmp_path / "out", "--names", f"{tmp_path / 'names.csv'}:drug")
    assert not (tmp_path / "out").exists()
