"""XML from strangers: names without their prefixes, no document type, no entities, bounded size and depth."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from xml.parsers import expat

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_BYTES = 32 * 1024**2
MAX_DEPTH = 64
MAX_NODES = 400_000

_DECLARED = re.compile(rb"""^\s*<\?xml[^>]*?encoding\s*=\s*["']([A-Za-z0-9_\-]+)["']""")
_CHINESE = frozenset({"gbk", "gb2312", "gb18030", "cp936"})


class MarkupError(ValueError):
    """The text is no XML we read."""


@dataclass(slots=True)
class Node:
    """One element.

    Attributes:
        name: without its prefix.
        attributes: by names without prefixes.
        children: the elements inside it.
        text: its own text; blanks around it are kept only where no element is inside.
    """

    name: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list[Node] = field(default_factory=list)
    text: str = ""

    def child(self, name: str) -> Node | None:
        """The first child of a name, or None."""
        return next((node for node in self.children if node.name == name), None)

    def every(self, name: str) -> Iterator[Node]:
        """All descendants of a name, in the order of the text."""
        return (node for node in self.walk() if node.name == name)

    def walk(self) -> Iterator[Node]:
        """The node and all below it, in the order of the text."""
        yield self
        for node in self.children:
            yield from node.walk()

    def at(self, name: str, default: str = "") -> str:
        """An attribute, or the text of a child of that name, as both are in use; without blanks around."""
        node = self.child(name)
        return self.attributes.get(name, "").strip() or (node.text.strip() if node else "") or default


def parse_markup(content: bytes) -> Node:
    """The root element. Raises MarkupError."""
    if len(content) > MAX_BYTES:
        raise MarkupError("too large")
    content, encoding = _decodable(content)
    builder = _Builder()
    parser = expat.ParserCreate(encoding)
    parser.buffer_text = True
    parser.StartElementHandler = builder.start
    parser.EndElementHandler = builder.end
    parser.CharacterDataHandler = builder.characters
    parser.StartDoctypeDeclHandler = builder.refuse
    try:
        parser.Parse(content, True)  # noqa: FBT003 - the library takes it by place: this is all there is
    except (expat.ExpatError, LookupError, ValueError) as error:
        raise MarkupError("not well formed, or in no known encoding") from error
    return builder.top.children[0]


def _decodable(content: bytes) -> tuple[bytes, str | None]:
    """The text in a form the parser knows: Chinese encodings are turned into UTF-8."""
    declared = _DECLARED.match(content)
    if declared and declared[1].decode("ascii").lower() in _CHINESE:
        try:
            return content.decode("gb18030").encode(), "utf-8"
        except UnicodeDecodeError as error:
            raise MarkupError("not in its own encoding") from error
    return content, None


class _Builder:
    """Builds the tree and stops where it grows beyond all sense."""

    def __init__(self) -> None:
        self.top = Node("")
        self._open = [self.top]
        self._count = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self._count += 1
        if len(self._open) > MAX_DEPTH or self._count > MAX_NODES:
            raise MarkupError("too deep or too long")
        node = Node(_bare(name), {_bare(key): value for key, value in attributes.items()})
        self._open[-1].children.append(node)
        self._open.append(node)

    def end(self, _name: str) -> None:
        node = self._open.pop()
        node.text = node.text.strip() if node.children else node.text

    def characters(self, text: str) -> None:
        self._open[-1].text += text

    def refuse(self, *_declaration: object) -> None:
        raise MarkupError("a document type")


def _bare(name: str) -> str:
    return name.rpartition(":")[2]
