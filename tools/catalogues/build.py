"""Make resources/catalogues/*/entries.csv from the published list and the demo price lists.

Usage: python tools/catalogues/build.py ../shared/data resources/catalogues
Each edition's edition.toml is written by hand; this only rewrites the rows, in the order of their source.
"""

from __future__ import annotations

import csv
import json
import re
import sys
import unicodedata
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Row = dict[str, str]

COLUMNS = (
    "key",
    "official_no",
    "name",
    "dosage_form",
    "payment_class",
    "section",
    "category",
    "remark",
    "payment_standard",
    "price_limit",
    "unit",
)

# Letter of the key, and class where the list prints none (see `assumed` in edition.toml).
SECTIONS = {
    "西药部分": ("X", ""),
    "中成药部分": ("Z", ""),
    "谈判-西药": ("XT", ""),
    "谈判-中成药": ("ZT", ""),
    "竞价药品": ("J", ""),
    "基金予以支付的中药饮片": ("P", "A"),
    "不得纳入基金支付范围的中药饮片": ("N", "C"),
}
CLASSES = {"甲": "A", "乙": "B"}
# Rows that print two names without a mark between them, where no repeated beginning shows it.
ORDINARY = Path(__file__).with_name("ordinary_supplies.txt")
RUN_TOGETHER = {"双黄连注射液注射用双黄连(冻干)": "双黄连注射液、注射用双黄连(冻干)"}
# Clauses 14 and 15 of the list's notes limit whole groups without printing it in their rows.
GROUP_LIMITS = {
    "胃肠外营养液": (
        "需经营养风险筛查，明确具有营养风险，且不能经饮食或使用“肠内营养剂”补充足够营养的住院患者方予支付。"
    ),
    "肠内营养剂": "需经营养风险筛查，明确具有营养风险，且应为不能经饮食补充足够营养的患者方予支付。",
}
KANGXI = range(0x2E80, 0x2FE0)
NOT_PAYABLE = "不得纳入基金支付范围的中药饮片，包括药材及炮制后的饮片。"


def published(path: Path) -> Iterator[Row]:
    """Rows of the national list; a number printed several times (★) gets a suffix in the key."""
    seen: Counter[str] = Counter()
    for row in _table(path):
        letter, assumed = SECTIONS[row["section"]]
        number = row["official_no"].strip("★()")
        key = f"{letter}{number}"
        seen[key] += 1
        yield {
            "key": key if seen[key] == 1 else f"{key}.{seen[key]}",
            "official_no": row["official_no"],
            "name": _parted(_plain(row["name"])),
            "dosage_form": _plain(row["dosage_form"]),
            "payment_class": assumed or CLASSES[row["class"]],
            "section": row["section"],
            "category": row["category_path"],
            "remark": NOT_PAYABLE if letter == "N" else _limit(row),
            "payment_standard": row["payment_standard"].replace("\n", ""),
        }


def _limit(row: Row) -> str:
    """The limit as printed, and that of the group where clause 14 or 15 sets one and the row does not repeat it."""
    printed = _plain(row["remark"])
    group = GROUP_LIMITS.get(row["category_name"], "") if row["section"] == "西药部分" else ""
    return printed if "营养风险筛查" in printed else f"{printed}{group}"


def _plain(text: str) -> str:
    """Repair what PDF extraction leaves behind: compatibility radicals (儿 in another block), full-width brackets."""
    mended = "".join(unicodedata.normalize("NFKC", c) if ord(c) in KANGXI else c for c in text)
    return mended.replace("（", "(").replace("）", ")").replace("\n", "").strip()


def _parted(name: str) -> str:
    """Put 、 between names that a row prints one below the other: 曲马多曲马多Ⅱ holds two."""
    if name in RUN_TOGETHER or "、" in name or "/" in re.sub(r"\(.*?\)|中/长链", "", name):
        return RUN_TOGETHER.get(name, name)
    outside = re.sub(r"\[.*?\]|\([^()]*\)", lambda m: "#" * len(m[0]), name)
    for length in (4, 3, 2):
        starts = [m.start() for m in re.finditer(re.escape(name[:length]), outside)]
        if len(name) > length and len(starts) > 1:
            return "、".join(name[a:b] for a, b in zip(starts, [*starts[1:], len(name)], strict=True))
    return RUN_TOGETHER.get(name, name)


def priced(path: Path, prefix: str) -> Iterator[Row]:
    """Rows of one price list of services; ``prefix`` is that of its columns."""
    for row in _table(path):
        if not row[f"{prefix}Name"].strip():
            continue
        yield {
            "key": row[f"{prefix}Number"].strip() or f"id{row['id']}",
            "official_no": row["countryNumber"].partition("-")[0].strip(),
            "name": row[f"{prefix}Name"].strip(),
            "payment_class": "A",
            "unit": row[f"{prefix}Unit"].strip(),
        }


def supplies(detail: Path, lists: Iterable[Path], ordinary: Path) -> Iterator[Row]:
    """Supplies named by one statement, by the price lists' columns of what is charged apart, and ordinary ones."""
    printed = (row["item_NAME"] for row in json.loads(detail.read_text(encoding="utf-8")) if row["spe"])
    found = {name for name in printed if name.startswith("一次性")}
    for path in lists:
        for row in _table(path):
            found.update(_named(row.get("treatmentExclude") or row.get("serviceExclude") or ""))
    found.update(ordinary.read_text(encoding="utf-8").split())
    for number, name in enumerate(sorted(found), start=1):
        yield {"key": f"{number:04d}", "official_no": "", "name": name, "payment_class": "A"}


def _named(excluded: str) -> Iterator[str]:
    """Names in a list such as ``导管、导丝；支架``; phrases that are no names are left out."""
    for name in re.split(r"[、,，;；。/\s]+", excluded):
        if re.fullmatch(r"(?!各种|特殊|其他|相应)[\u4e00-\u9fffA-Z-]{2,14}", name) and re.search(
            r"(管|丝|架|针|器|包|套|膜|片|板|钉|网|线|袋|夹|导线|电极|敷料|球囊|瓣膜|关节|假体|补片|晶体|胶)$",
            name,
        ):
            yield name


def _table(path: Path) -> list[Row]:
    with path.open(encoding="utf-8-sig", newline="") as source:
        return list(csv.DictReader(source))


def _write(rows: Iterable[Row], target: Path) -> int:
    kept = list(rows)
    clashes = [key for key, times in Counter(row["key"] for row in kept).items() if times > 1]
    if clashes:
        sys.exit(f"{target}: keys are not unique: {clashes[:5]}")
    with target.open("w", encoding="utf-8", newline="") as sink:
        writer = csv.DictWriter(sink, COLUMNS, restval="", lineterminator="\n")
        writer.writeheader()
        writer.writerows(kept)
    return len(kept)


def main() -> None:
    """Write the three entries.csv and print how many rows each has."""
    source, target = Path(sys.argv[1]), Path(sys.argv[2])
    prices = source / "prices"
    treatments, services = prices / "diagnosis_treatment.csv", prices / "medical_service.csv"
    both = [*priced(services, "service"), *priced(treatments, "treatment")]
    for edition, rows in (
        ("nrdl-2024", published(source / "catalogue" / "nrdl_2024.csv")),
        ("services-demo", iter({row["key"]: row for row in both}.values())),
        ("supplies-demo", supplies(prices / "inpatient_invoice_detail.json", (treatments, services), ORDINARY)),
    ):
        print(edition, _write(rows, target / edition / "entries.csv"))


if __name__ == "__main__":
    main()
