"""Make resources/rules/*.csv and batches.toml from the published tables of the national rule library (两库).

Usage: python -m tools.rules.build FOLDER [--account]
With --account nothing is written: every row of every table is counted as loaded, or listed with why not.
"""

from __future__ import annotations

import argparse
import json
import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from review.rules.rule import RuleKind, Subject
from review.rules.shelf import write_rules
from review.rules.tables import read_rules
from review.rules.words import RULES

if TYPE_CHECKING:
    from review.rules.proposal import RuleProposal
    from review.rules.rule import Rule, RuleBatch

SOURCE = "国家医疗保障局公布的医保基金智能监管规则库、知识库（两库）"
PUBLISHED = {
    1: "2025-05-23 https://www.nhsa.gov.cn/art/2025/5/23/art_109_16625.html",
    2: "2025-07-22 https://www.nhsa.gov.cn/art/2025/7/22/art_109_17342.html",
    3: "2025-07-30 https://www.nhsa.gov.cn/art/2025/7/30/art_109_17438.html",
    4: "2025-08-08 https://www.nhsa.gov.cn/art/2025/8/8/art_109_17527.html",
    5: "2025-08-14 https://www.nhsa.gov.cn/art/2025/8/14/art_109_17567.html",
    6: "2025-08-26 https://www.nhsa.gov.cn/art/2025/8/26/art_109_17691.html",
    7: "2025-12-12 https://www.nhsa.gov.cn/art/2025/12/12/art_109_19013.html",
    8: "2026-01-06 https://www.nhsa.gov.cn/art/2026/1/6/art_109_19250.html",
}
"""Day and address of each batch's announcement; the tables do not state them."""
_BATCH = re.compile(r"第([一二三四五六七八九十]+)批\s*(?:-(\d+))?")
_NUMERALS = "一二三四五六七八九十"


def _numbered(path: Path) -> tuple[int, str]:
    """Number of the batch and of its part; a file without one comes last."""
    found = _BATCH.search(path.name)
    return (_NUMERALS.index(found[1]) + 1, found[2] or "") if found else (len(_NUMERALS) + 1, path.stem)


def read(path: Path) -> RuleProposal:
    """A table under the id it keeps for ever: number of the batch, subject and kind."""
    proposal = read_rules(path)
    number, part = _numbered(path)
    batch = proposal.batch
    return read_rules(path, "-".join(filter(None, (str(number), part, batch.subject, batch.kind))))


def _kept(rule: Rule) -> Rule:
    """The rule without what its maker says of a drug: only the library's own remarks are kept."""
    makers = rule.subject is Subject.DRUG and rule.kind in {RuleKind.SEX, RuleKind.AGE}
    return replace(rule, note="") if makers and rule.note else rule


def write(folder: Path, proposals: list[RuleProposal]) -> None:
    """Write one CSV a batch, and batches.toml."""
    for proposal in proposals:
        write_rules(folder / f"{proposal.batch.id}.csv", map(_kept, proposal.rules))
    head = f"# Made by tools/rules/build.py. {SOURCE}.\n"
    texts = [_listed(_announced(proposal.batch)) for proposal in proposals]
    (folder / "batches.toml").write_text(head + "".join(texts), encoding="utf-8")


def _announced(batch: RuleBatch) -> RuleBatch:
    """The batch with the day and the address of its announcement, where they are known."""
    on, _, address = PUBLISHED.get(int(batch.id.partition("-")[0]), "").partition(" ")
    if not on:
        return replace(batch, source=SOURCE)
    return replace(batch, published=date.fromisoformat(on), source=f"{SOURCE}，{address}")


def _listed(batch: RuleBatch) -> str:
    said = {
        "id": batch.id,
        "title": re.sub(r"\s+", "", batch.title),
        "kind": batch.kind,
        "subject": batch.subject,
        "source": batch.source,
        **({"published": str(batch.published)} if batch.published else {}),
        "rows": batch.rows,
        "loaded": batch.loaded,
    }
    return "\n[[batch]]\n" + "".join(
        f"{key} = {json.dumps(value, ensure_ascii=False)}\n" for key, value in said.items()
    )


def account(proposals: list[RuleProposal]) -> str:
    """Rows, loaded rows, rules and codes of each table, and every row left out with why."""
    lines = ["| batch | rows | loaded | rules | codes | left out |", "|---|---|---|---|---|---|"]
    lines += map(_counted, proposals)
    rows, loaded = (sum(getattr(p.batch, key) for p in proposals) for key in ("rows", "loaded"))
    lines.append(f"| all | {rows} | {loaded} | {sum(len(p.rules) for p in proposals)} | | {rows - loaded} |")
    lines += (f"{p.batch.id} {f.sheet} row {f.row}: {f.found}: {f.said}" for p in proposals for f in p.faults)
    return "\n".join(lines)


def _counted(proposal: RuleProposal) -> str:
    batch, codes = proposal.batch, sum(len(r.codes) + len(r.other_codes) for r in proposal.rules)
    left = batch.rows - batch.loaded
    return f"| {batch.id} | {batch.rows} | {batch.loaded} | {len(proposal.rules)} | {codes} | {left} |"


def main() -> None:
    """Write the library, or account for it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--account", action="store_true")
    parser.add_argument("--to", type=Path, default=RULES)
    told = parser.parse_args()
    proposals = [read(path) for path in sorted(told.folder.glob("*.xlsx"), key=_numbered)]
    proposals.sort(key=lambda proposal: proposal.batch.id)
    print(account(proposals))
    if not told.account:
        write(told.to, proposals)


if __name__ == "__main__":
    main()
