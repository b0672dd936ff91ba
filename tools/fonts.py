"""Cuts the shipped Chinese fonts to GBK and the signs we print: `python tools/fonts.py PACKAGE.tgz`.

PACKAGE.tgz is the npm package named in resources/fonts/README.md, fetched by hand. The result is deterministic, so a
second run on the same package leaves the tree unchanged.
"""

from __future__ import annotations

import sys
import tarfile
from io import BytesIO
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

FONTS = Path(__file__).parents[1] / "resources" / "fonts"
MEMBERS = {
    "package/400Regular/NotoSansSC_400Regular.ttf": "NotoSansSC-Regular.ttf",
    "package/600SemiBold/NotoSansSC_600SemiBold.ttf": "NotoSansSC-SemiBold.ttf",
}
LICENCE = "package/LICENSE_FONT"
RANGES = (
    (0x20, 0x7F),  # ASCII
    (0xA0, 0x100),  # Latin-1: ² ³ µ × ÷ ¥
    (0x370, 0x3D0),  # Greek: drug and gene names
    (0x2010, 0x2060),  # dashes, quotation marks, ellipsis
    (0x2070, 0x20A0),  # superscripts and subscripts
    (0x2100, 0x2300),  # letter-like signs, Roman numerals, arrows, mathematical operators
    (0x2460, 0x2500),  # circled numbers
    (0x25A0, 0x2720),  # geometric shapes, check marks
    (0x3000, 0x3040),  # Chinese punctuation
    (0x9FA6, 0xA000),  # characters added for people's names and elements
    (0xFF01, 0xFFE7),  # full-width forms, ￥
    (0x20000, 0x32000),  # rare characters of people's names, where the font has them
)
BEYOND_GBK = (
    "㑇㑊㕮㘎㙍㙘㙦㛃㛚㛹㟃㠇㠓㤘㥄㧐㧑㧟㫰㬊㬎㬚㭎㭕㮾㰀㳇㳘㳚㴔㵐㶲㸆㸌㺄㻬㽏㿠䁖䂮䃅䃎䅟䌹䎃䎖䏝䏡䏲䐃䓖䓛䓨䓫"
    "䓬䗖䗛䗪䗴䜣䝙䢺䢼䣘䥽䦃䲟䲠䲢䴓䴔䴕䴖䴗䴘䴙䶮"
)
"""Characters of names and of the national drug list (䗪 䓬) that GBK does not have and the ranges leave out."""


def gbk() -> set[int]:
    """Every character GBK can write, as code points."""
    pairs = (bytes((high, low)) for high in range(0x81, 0xFF) for low in range(0x40, 0xFF))
    return {ord(text) for pair in pairs if len(text := pair.decode("gbk", "ignore")) == 1}


def wanted() -> set[int]:
    """The code points that stay in the font."""
    signs = {code for first, end in RANGES for code in range(first, end)}
    return gbk() | signs | {ord(sign) for sign in BEYOND_GBK}


def cut(source: bytes, target: Path) -> None:
    """Write the part of a TrueType font that is wanted, without layout tables and hints."""
    options = Options()
    options.layout_features = []
    options.hinting = False
    options.glyph_names = False
    options.notdef_outline = True
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14, 16, 17]
    options.name_languages = [0x409]
    options.drop_tables += ["BASE", "GPOS", "GSUB", "GDEF", "STAT", "vhea", "vmtx", "prep", "gasp"]
    font = TTFont(BytesIO(source), recalcTimestamp=False)
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=wanted())
    subsetter.subset(font)
    font.save(target)


def main(package: Path) -> None:
    """Unpack, cut and write the fonts and their licence."""
    with tarfile.open(package) as archive:
        for member, name in MEMBERS.items():
            content = archive.extractfile(member)
            if content is None:
                sys.exit(f"{member} is not a file")
            cut(content.read(), FONTS / name)
        licence = archive.extractfile(LICENCE)
        if licence is None:
            sys.exit(f"{LICENCE} is not a file")
        (FONTS / "OFL.txt").write_bytes(licence.read())


if __name__ == "__main__":
    main(Path(sys.argv[1]))
