"""All conditions written anywhere in a model: what a pack looks at, and which words it knows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import BaseModel

from review.packs.when import When

if TYPE_CHECKING:
    from collections.abc import Iterator


def every_when(node: object) -> Iterator[When]:
    """The conditions inside a model, a mapping or a list of them."""
    if isinstance(node, When):
        yield node
    elif isinstance(node, BaseModel):
        for name in type(node).model_fields:
            yield from every_when(getattr(node, name))
    elif isinstance(node, dict):
        for one in node.values():
            yield from every_when(one)
    elif isinstance(node, tuple):
        for one in node:
            yield from every_when(one)
