"""Frozen values to plain JSON and back to the screen: one way for every command."""

from __future__ import annotations

import dataclasses
import json
import sys
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from enum import Enum
from pathlib import Path

Plain = dict[str, "Plain"] | list["Plain"] | str | int | float | bool | None


def plain(value: object) -> Plain:  # noqa: PLR0911 - one return a kind of value reads best
    """JSON-ready form: dataclasses to objects, money and dates to text, enums to their values."""
    if isinstance(value, Enum):
        return plain(value.value)
    if value is None or isinstance(value, str | bool | int | float):
        return value
    if isinstance(value, Decimal | Path):
        return str(value)
    if isinstance(value, date):
        return value.isoformat()
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {f.name: plain(getattr(value, f.name)) for f in dataclasses.fields(value)}
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, tuple | list | set | frozenset):
        return [plain(item) for item in value]
    raise TypeError(type(value).__name__)


def print_json(value: object) -> None:
    """Write one JSON document to standard output, UTF-8, sorted as given."""
    sys.stdout.write(json.dumps(plain(value), ensure_ascii=False, indent=1) + "\n")
