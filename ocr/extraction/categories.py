"""The fee categories (收费大类) that receipts print, and misread names put right."""

from __future__ import annotations

import re

from ocr.extraction.text import distance

_TELLING = 3
CATEGORIES = (
    "床位费", "诊察费", "检查费", "化验费", "检验费", "治疗费", "手术费", "护理费", "卫生材料费", "材料费",
    "西药费", "中药饮片", "中药饮片费", "中草药费", "中成药费", "一般诊疗费", "挂号费", "其他住院收费",
    "其他住院费用", "其他门急诊收费", "其他门诊收费", "其他费用", "其他费", "麻醉费", "输血费", "放射费", "输氧费",
    "诊疗费", "药事服务费", "监护费", "接生费", "救护车使用费", "院前急救服务费", "特殊材料费", "病理费", "介入费",
    "透析费", "理疗费", "康复费", "注射费", "急诊留观床位费",
)  # fmt: skip


def known_category(name: str) -> str:
    """The fee category a name of three or more characters is, or is one character away from; specks before it fall."""
    bare = name.rsplit(" ", maxsplit=1)[-1]
    if bare in CATEGORIES:
        return bare
    near = [c for c in CATEGORIES if len(c) >= _TELLING and distance(c, bare) == 1]
    same = [c for c in near if len(c) == len(bare)] or [c for c in near if len(bare) >= _TELLING and c.endswith(bare)]
    return same[0] if len(same) == 1 else ""


_RUN_IN = re.compile(rf"({'|'.join(sorted(CATEGORIES, key=len, reverse=True))})(?P<name>[^费()].+)")


def without_category(name: str) -> str:
    """A name into which the fee category of the column before it ran, without that; any other as it is."""
    match = _RUN_IN.fullmatch(name)
    return match["name"].strip() if match else name
