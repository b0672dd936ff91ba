"""The parts of an .xlsx package, counted and looked through before any parser sees them."""

from __future__ import annotations

import re
import struct
import zlib
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING
from xml.etree import ElementTree as ET
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from review.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LARGEST = 1_500_000_000
"""Bytes all parts may unfold to."""
_MOST_PARTS = 5_000
_STEEPEST = 400
_STEEP_FROM = 20_000_000
_SMALL = 4_000_000
_CHUNK = 1 << 20
_LOCAL = struct.Struct("<4s22xHH")
_DECLARED = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_DECLARED_LENGTH = 9
_XML = (".xml", ".rels")
_BOOK = "xl/workbook.xml"
_OTHERS = {
    "xl/workbook.bin": "这是二进制的 .xlsb 文件",
    "word/document.xml": "这是 Word 文档",
    "ppt/presentation.xml": "这是演示文稿",
    "content.xml": "这是 OpenDocument 表格",
    "OFD.xml": "这是 OFD 版式文件",
}


def unsafe(what: str) -> InputError:
    """The refusal of a file that is built to do harm, or is damaged so that it may."""
    return InputError(
        f"这个表格文件不能打开：{what}。没有读入任何内容。",
        code="catalogue-unsafe",
        advice="请用 Excel 或 WPS 打开原文件，另存为新的 .xlsx 后再导入；打不开时请向发布单位重新索取。",
    )


@dataclass(frozen=True, slots=True)
class Package:
    """An .xlsx file whose parts were all counted and hold no declarations of entities."""

    path: Path
    parts: tuple[ZipInfo, ...]
    sheets: tuple[tuple[str, str], ...]
    """Name of each sheet and of the part that holds it."""

    def chunks(self, part: str) -> Iterator[bytes]:
        """The bytes of a part, unfolded piece by piece; nothing where there is no such part."""
        with self.path.open("rb") as file:
            for info in self.parts:
                if info.filename == part:
                    yield from _unfolded(file, info)


def opened(path: Path) -> Package:
    """The package of an .xlsx file.

    Raises:
        InputError: no workbook, damaged, unfolding to absurd sizes, or declaring entities.
    """
    try:
        with ZipFile(path) as file:
            parts = tuple(file.infolist())
    except (BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise unsafe("压缩结构已损坏") from error
    _known(parts)
    _counted(path, parts)
    return Package(path, parts, _sheets(Package(path, parts, ())))


def _known(parts: tuple[ZipInfo, ...]) -> None:
    """Refuses what is no workbook, or has parts in unusual number or form."""
    names = {part.filename for part in parts}
    for mark, said in _OTHERS.items():
        if mark in names:
            advice = "请用 Excel 或 WPS 另存为 .xlsx 后再导入。"
            raise InputError(f"{said}，不能读入。", code="no-catalogue", advice=advice)
    if _BOOK not in names:
        advice = "请选择 .xlsx、.xls、.csv 表格；压缩包请先解压。"
        raise InputError("这个压缩文件里没有工作簿。", code="no-catalogue", advice=advice)
    if len(parts) > _MOST_PARTS or len(names) != len(parts):
        raise unsafe("文件内部的部件数目或名称不正常")
    if any(part.flag_bits & 1 or part.compress_type not in {ZIP_STORED, ZIP_DEFLATED} for part in parts):
        raise unsafe("文件内部使用了加密或少见的压缩方式")


def _counted(path: Path, parts: tuple[ZipInfo, ...]) -> None:
    """Unfolds every part once, refusing bombs and entities; sizes are counted, never believed."""
    whole = 0
    with path.open("rb") as file:
        for part in parts:
            size, tail = 0, b""
            for chunk in _unfolded(file, part):
                size += len(chunk)
                _checked(part, size, whole + size)
                if part.filename.endswith(_XML) and _DECLARED.search(tail + chunk):
                    raise unsafe("文件里含有实体声明")
                tail = chunk[-_DECLARED_LENGTH:]
            if size != part.file_size:
                raise unsafe("部件的实际大小与登记不符")
            whole += size


def _checked(part: ZipInfo, size: int, whole: int) -> None:
    if whole > LARGEST or (size > _STEEP_FROM and size > _STEEPEST * max(part.compress_size, 1)):
        raise unsafe("解压后的内容大得不正常")


def _unfolded(file: IO[bytes], part: ZipInfo) -> Iterator[bytes]:
    file.seek(part.header_offset)
    header = file.read(_LOCAL.size)
    if len(header) < _LOCAL.size or not header.startswith(b"PK\x03\x04"):
        raise unsafe("压缩结构已损坏")
    _, name, extra = _LOCAL.unpack(header)
    file.seek(name + extra, 1)
    unfold = zlib.decompressobj(-15) if part.compress_type == ZIP_DEFLATED else None
    left = part.compress_size
    while left > 0:
        packed = file.read(min(_CHUNK // 4, left))
        if not packed:
            raise unsafe("文件不完整")
        left -= len(packed)
        yield from _inflated(unfold, packed) if unfold else (packed,)


def _inflated(unfold: zlib._Decompress, packed: bytes) -> Iterator[bytes]:
    try:
        while packed:
            yield unfold.decompress(packed, _CHUNK)
            packed = unfold.unconsumed_tail
    except zlib.error as error:
        raise unsafe("压缩内容已损坏") from error


def _sheets(package: Package) -> tuple[tuple[str, str], ...]:
    """Name and part of each sheet, as the one workbook that parsers will open lists them."""
    offices = [found for found in _tree(package, "_rels/.rels") if found.get("Type", "").endswith("/officeDocument")]
    if [found.get("Target", "").removeprefix("/") for found in offices] != [_BOOK]:
        raise unsafe("文件内部的目录不正常")
    targets = {found.get("Id"): found.get("Target", "") for found in _tree(package, "xl/_rels/workbook.xml.rels")}
    listed = [sheet for sheet in _tree(package, _BOOK).iter() if sheet.tag.endswith("}sheet")]
    return tuple((sheet.get("name", ""), _absolute(targets.get(_relation(sheet), ""))) for sheet in listed)


def _relation(sheet: ET.Element) -> str:
    return next((value for key, value in sheet.items() if key.endswith("}id")), "")


def _absolute(target: str) -> str:
    return target.removeprefix("/") if target.startswith("/") else f"xl/{target.removeprefix('./')}"


def _tree(package: Package, part: str) -> ET.Element:
    text = b""
    for chunk in package.chunks(part):
        text += chunk
        if len(text) > _SMALL:
            raise unsafe("工作簿的表单清单大得不正常")
    try:
        return ET.fromstring(text)  # noqa: S314 - parts that declare entities were refused before
    except ET.ParseError as error:
        raise unsafe("工作簿的表单清单已损坏") from error
