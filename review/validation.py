"""Checking a tree of plain values against a model, and saying in Chinese which key is wrong and why."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from pydantic_core import ErrorDetails

    from review.errors import LingbaoError

Shape = TypeVar("Shape", bound=BaseModel)

_SHOWN = 8

_COMPLAINTS: Mapping[str, str] = {
    "missing": "缺少这一项",
    "extra_forbidden": "不认识这个键",
    "bool_type": "应为 true 或 false",
    "int_type": "应为整数",
    "string_type": "应为文字",
    "string_too_short": "不能为空",
    "string_pattern_mismatch": "写法不对",
    "greater_than_equal": "不能小于 0",
    "too_short": "至少要有一项",
    "model_type": "应为“键: 值”",
    "model_attributes_type": "应为“键: 值”",
    "dict_type": "应为“键: 值”",
    "tuple_type": "应为列表",
}


class Strict(BaseModel):
    """Base of all models people write by hand: frozen, and unknown keys are errors."""

    model_config = ConfigDict(extra="forbid", frozen=True)


def validated(
    model: type[Shape], tree: Mapping[str, object], failure: type[LingbaoError], where: Callable[[str], str]
) -> Shape:
    """The model made from the tree; ``where`` gives the file's name for a top-level key.

    Raises:
        LingbaoError: of the class ``failure``; the message lists file, key and what is wrong, one line each.
    """
    try:
        return model.model_validate(tree)
    except ValidationError as error:
        found = error.errors(include_url=False)
        lines = [_line(one, where) for one in found[:_SHOWN]]
        more = [f"……另有 {len(found) - _SHOWN} 处"] if len(found) > _SHOWN else []
        advice = "请按提示逐项改正后重试；未改正前不会采用其中任何一项。"
        raise failure("\n".join([*lines, *more]), advice=advice) from error


def _line(one: ErrorDetails, where: Callable[[str], str]) -> str:
    location = one["loc"]
    key = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in location).lstrip(".")
    file = where(str(location[0]) if location else "")
    return f"{file}：{key or '整体'} {complaint(one)}"


def complaint(one: ErrorDetails) -> str:
    """What is wrong, as a Chinese phrase."""
    context = one.get("ctx", {})
    if one["type"] in {"enum", "literal_error"}:
        return f"只能是 {context['expected'].replace(' or ', '、')}，写的是 {one['input']!r}"
    if one["type"] == "value_error":
        return str(context["error"])
    return _COMPLAINTS.get(one["type"], one["msg"])
