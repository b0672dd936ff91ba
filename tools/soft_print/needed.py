"""Libraries that tuning needs and the project does without."""

from __future__ import annotations

from importlib import import_module
from typing import Any

HOW = """{name} is missing. Tuning has an environment of its own, apart from the project's:
  python -m venv build/tuning
  build/tuning/bin/pip install torch --index-url https://download.pytorch.org/whl/cpu
  build/tuning/bin/pip install onnx opencv-python-headless pillow numpy pyyaml
  build/tuning/bin/python -m tools.soft_print.tune --help"""


def needed(name: str) -> Any:
    """The library, or the end of the run with a word on how to get it."""
    try:
        return import_module(name)
    except ImportError as error:
        raise SystemExit(HOW.format(name=name)) from error
