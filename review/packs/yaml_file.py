"""Reading YAML or TOML that people wrote: one plain tree, no doubled keys, no references, and errors that say where."""

from __future__ import annotations

import re
import tomllib
from datetime import date, time
from typing import TYPE_CHECKING, Any

import yaml

from review.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Hashable
    from pathlib import Path

LARGEST = 4_000_000
"""Bytes a case or pack file may have at most."""

DEEPEST = 40
"""Levels of keys a file may have at most."""

_USUAL_CAUSES = "请检查：冒号后要有空格，含冒号的文字要加引号，缩进要对齐，日期要存在"
_TOML_CAUSES = "请检查：文字和金额要加引号，等号两边是键和值，同一个键只写一次，日期要存在"
_ADVICE = "请对照 docs/contracts/case.md 或已有政策包改正后重试；已有数据未改动。"

Tree = dict[str, Any]
_LINE = re.compile(r"line (\d+)")


class _PlainLoader(yaml.SafeLoader):
    """The safe loader, stricter: a key stands once, nothing refers to anything else, and days stay text."""

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        if self.check_event(yaml.AliasEvent):
            raise yaml.YAMLError("不允许使用 YAML 引用（*名称）")
        return super().compose_node(parent, index)

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:  # noqa: FBT001, FBT002 - PyYAML's signature
        seen: set[str] = set()
        for key, _ in node.value:
            if key.value in seen:
                raise yaml.MarkedYAMLError(problem=f"键“{key.value}”重复出现", problem_mark=key.start_mark)
            seen.add(key.value)
        return super().construct_mapping(node, deep)


def _as_text(loader: _PlainLoader, node: yaml.Node) -> str:
    return str(loader.construct_scalar(node)) if isinstance(node, yaml.ScalarNode) else ""


_PlainLoader.add_constructor("tag:yaml.org,2002:timestamp", _as_text)


def read_yaml(path: Path) -> Tree:
    """The mapping at the top of a YAML file, or of a TOML file where the name says so: plain values, days as text.

    Raises:
        InputError: the file is missing, too large, no UTF-8, not what its name says, or holds no mapping; the message
            names file and line.
    """
    try:
        if path.stat().st_size > LARGEST:
            raise InputError(f"文件太大：{path.name}", advice="参数或案例文件不应超过 4 MB，请检查是否选错文件。")
        tree = _parsed(path)
    except OSError as error:
        raise InputError(f"文件读不出来：{path}", advice="请检查路径是否正确、文件是否存在。") from error
    except yaml.MarkedYAMLError as error:
        line = f"第 {error.problem_mark.line + 1} 行" if error.problem_mark else ""
        raise InputError(f"{path.name} {line}格式不对：{_problem(error, path)}", advice=_ADVICE) from error
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        at = _LINE.search(str(error))
        where, said = f"第 {at[1]} 行" if at else "", _problem(error, path)
        raise InputError(f"{path.name} {where}不是有效的 {_form(path)} 文件：{said}", advice=_ADVICE) from error
    if not isinstance(tree, dict):
        raise InputError(f"{path.name} 的最外层应为“键: 值”。", advice=_ADVICE)
    return tree


def typed_value(text: str) -> Any:
    """A value as a person types it on one line, written as in a pack, but numbers need no quotes.

    Raises:
        InputError: it cannot be read.
    """
    try:
        value = yaml.load(text, yaml.BaseLoader)  # noqa: S506 - text, lists and mappings of text, nothing else
    except (yaml.YAMLError, RecursionError) as error:
        message = f"这个值读不出来：{text}"
        raise InputError(message, advice="写法同政策包，例如 0.65，或 {primary: 0.9, tertiary: 0.6}。") from error
    return _flags(value)


def _flags(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _flags(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_flags(one) for one in value]
    return {"true": True, "false": False}.get(value, value)


def _parsed(path: Path) -> Any:
    text = path.read_text(encoding="utf-8-sig")
    if _form(path) == "TOML":
        return _plain(tomllib.loads(text))
    return _plain(yaml.load(text, _PlainLoader))  # noqa: S506 - a SafeLoader, made stricter


def _form(path: Path) -> str:
    return "TOML" if path.suffix.lower() == ".toml" else "YAML"


def _plain(node: Any, depth: int = 0) -> Any:
    """The same with days as text. Raises ValueError for keys that are no text, and for trees without end."""
    if depth > DEEPEST:
        raise ValueError(f"层次太深，最多 {DEEPEST} 层")
    if isinstance(node, dict):
        strange = next((key for key in node if not isinstance(key, str)), None)
        if strange is not None:
            raise ValueError(f"键要写成文字，写的是 {strange!r}，请加引号")
        return {key: _plain(one, depth + 1) for key, one in node.items()}
    if isinstance(node, list):
        return [_plain(one, depth + 1) for one in node]
    return node.isoformat() if isinstance(node, date | time) else node


def _problem(error: Exception, path: Path) -> str:
    """Our own complaint, or the usual causes where the parser speaks English."""
    said = str(error.problem if isinstance(error, yaml.MarkedYAMLError) else error)
    usual = _TOML_CAUSES if _form(path) == "TOML" else _USUAL_CAUSES
    return usual if said.isascii() else said
