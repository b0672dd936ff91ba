"""`lingbao whatif`: a generated year, or the office's settled claims, under two packs."""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Annotated

import typer
from rich.box import SIMPLE
from rich.table import Table

from app.cli.base import Json, app, err, office, out
from app.language import examples, t
from app.plain import print_json
from review.claim.people import Scheme
from review.errors import InputError
from review.money import thousands
from review.reports.whatif_book import comparison_xlsx
from review.services.replaying import OWN, Asked, FromClaims, FromSample, PastFilter, replay, shipped_samples
from review.whatif.comparison import Axis
from review.whatif.watch import Watch
from review.whatif.words import AXES, FUNDS, SIDES, cautions, said, stretch

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from review.services.office import Office
    from review.whatif.comparison import Change, Comparison, Row

SAMPLE, CLAIMS = "sample:", "claims"
_GLANCE = 0.2
_SHOWN = 5
_WIDE, _WIDTH = 100, 110
"""Columns of letters from which on the cost is shown, and that a table may take at most."""

Pack = Annotated[
    list[str],
    typer.Option("--pack", "-p", help=t(f"政策包：id、路径或 {OWN}编号；写两次", f"pack: id, path or {OWN}N; twice")),
]
Source = Annotated[
    str,
    typer.Option(
        "--from",
        help=t("sample:名称 或 claims（本单位已结算的）", "sample:NAME, or claims (the office's settled ones)"),
    ),
]
Day = Annotated[datetime | None, typer.Option(formats=["%Y-%m-%d"], help=t("就诊日期", "day of care"))]


@app.command(
    help=t("两套政策参数对比重算", "claims replayed under two packs"),
    epilog=examples(
        "lingbao whatif --from sample:xinfeng-2024 --pack ganzhou --pack ./draft --json",
        "lingbao whatif --from sample:xinfeng-2024 --claims 100000 -p ganzhou -p office:3 -o 对比.xlsx",
        "lingbao whatif --from claims --since 2025-01-01 -p ganzhou -p office:3",
    ),
)
def whatif(
    *,
    pack: Pack,
    source: Source = "sample:xinfeng-2024",
    claims: Annotated[
        int, typer.Option(min=0, help=t("样本人次，0 为自带的数", "claims of the sample, 0: its own"))
    ] = 0,
    seed: Annotated[int | None, typer.Option(min=0, help=t("样本种子", "seed of the sample"))] = None,
    since: Day = None,
    until: Day = None,
    scheme: Annotated[list[Scheme] | None, typer.Option(help=t("险种，可多次", "scheme, may be repeated"))] = None,
    output: Annotated[Path | None, typer.Option("--output", "-o", help="*.xlsx")] = None,
    as_json: Json = False,
) -> None:
    """Replay claims under pack A and pack B; nothing is stored."""
    a, b = _two(pack)
    chosen = PastFilter(schemes=tuple(scheme or ()), since=_day(since), until=_day(until))
    wanted = _source(source, FromSample("", claims, seed), chosen)
    comparison = _replayed(Asked(wanted, a, b))
    if output:
        comparison_xlsx(comparison, output)
    if as_json:
        print_json(comparison)
        return
    _show(comparison)
    if output:
        out.print(f"✓ {output}", markup=False)


def _two(packs: Sequence[str]) -> tuple[str, str]:
    if len(packs) != 2:  # noqa: PLR2004 - the command compares two
        raise InputError(t("请用 --pack 写两个政策包，先 A 后 B。", "name two packs with --pack, A first"))
    return packs[0], packs[1]


def _source(named: str, sample: FromSample, chosen: PastFilter) -> FromSample | FromClaims:
    if named == CLAIMS:
        return FromClaims(chosen)
    if named.startswith(SAMPLE):
        return FromSample(named.removeprefix(SAMPLE), sample.claims, sample.seed)
    known = "、".join(f"{SAMPLE}{name}" for name in shipped_samples())
    advice = t(f"可写 {known} 或 {CLAIMS}。", f"one of {known}, {CLAIMS}")
    raise InputError(t(f"不认识的来源：{named}", f"no such source: {named}"), advice=advice)


def _day(moment: datetime | None) -> date | None:
    return moment.date() if moment else None


def _replayed(asked: Asked) -> Comparison:
    """The comparison, with its progress on a terminal."""
    needs_office = isinstance(asked.source, FromClaims) or OWN in {asked.a[: len(OWN)], asked.b[: len(OWN)]}
    place: Office | None = office() if needs_office else None
    watch = Watch()
    if sys.stderr.isatty():
        Thread(target=_tell, args=(watch,), daemon=True).start()
    return replay(place, asked, watch)


def _tell(watch: Watch) -> None:
    with err.status("") as status:
        while not watch.finished.wait(_GLANCE):
            status.update(f"{watch.done} / {watch.of or '?'}")


def _show(comparison: Comparison) -> None:
    whole = comparison.whole
    out.print(comparison.title, markup=False, soft_wrap=True)
    for side, pack in (("A", comparison.a), ("B", comparison.b)):
        out.print(f"{side}  {pack.title} {pack.version}（{pack.id}）", markup=False, soft_wrap=True)
    money = [(t(FUNDS[fund], fund.value), a, b) for fund, a, b in comparison.funds()]
    money += [(t("基金合计", "all funds"), whole.a.funds, whole.b.funds)]
    money += [(t("个人负担", "persons"), whole.a.personal, whole.b.personal)]
    table = _table(t("谁支付（元）", "who pays (yuan)"), ("", "A", "B", "B−A"))
    for name, a, b in money:
        table.add_row(name, thousands(a), thousands(b), thousands(b - a))
    _print(table)
    _print(_layers(comparison))
    for axis in Axis:
        _print(_by(axis, comparison.by(axis)))
    _show_changes(comparison)
    for sentence in cautions(comparison):
        out.print(f"▲ {sentence}", markup=False, soft_wrap=True)
    for one in comparison.refused:
        out.print(
            f"▲ {t(SIDES[one.side], one.side.value)} × {one.claims}（{one.first}）：{one.reason}",
            markup=False,
            soft_wrap=True,
        )


def _by(axis: Axis, rows: Sequence[Row]) -> Table:
    """Rows of an axis; a narrow terminal leaves the cost out rather than cutting figures."""
    wide = out.width >= _WIDE
    cost = (t("总费用", "cost"),) if wide else ()
    heads = ("", t("人次", "claims"), *cost, t("基金 A", "funds A"), t("基金 B", "funds B"), "B−A")
    table = _table(t(AXES[axis], axis.value), heads)
    for row in rows:
        money = (*((row.total,) if wide else ()), row.a.funds, row.b.funds, row.difference)
        table.add_row(t(said(axis, row.key), row.key), str(row.claims), *map(thousands, money))
    return table


def _layers(comparison: Comparison) -> Table:
    heads = (t("保障", "layer"), t("有支付的人次", "claims paid"), t("支付", "paid"))
    table = _table(t("基本医保以外", "beyond the basic fund"), ("", *heads))
    for side, layers in (("A", comparison.layers_a), ("B", comparison.layers_b)):
        for one in layers:
            table.add_row(side, one.title, str(one.claims), thousands(one.payment))
    return table


def _show_changes(comparison: Comparison) -> None:
    told = (
        (t("基金多付", "paid more"), comparison.winners),
        (t("基金少付", "paid less"), comparison.losers),
    )
    for word, swing in told:
        counted = t(f"{swing.people} 人，共 {thousands(swing.amount)} 元", f"{swing.people}: {thousands(swing.amount)}")
        out.print(f"{word} {counted}", *map(_line, swing.largest[:_SHOWN]), sep="\n", markup=False)
    out.print(t(f"不变 {comparison.unchanged} 人", f"unchanged {comparison.unchanged}"))
    spread = "  ".join(f"{stretch(one)}: {one.count}" for one in comparison.differences if one.count)
    out.print(spread, markup=False, soft_wrap=True)


def _line(change: Change) -> str:
    return f"  {change.person}  {thousands(change.difference)}  {' '.join(change.claims[:_SHOWN])}"


def _table(title: str, heads: Sequence[str]) -> Table:
    table = Table(title=title, box=SIMPLE, pad_edge=False)
    for number, head in enumerate(heads):
        table.add_column(head, justify="right" if number else "left", no_wrap=True)
    return table


def _print(table: Table) -> None:
    """Show a table whole: figures are never cut, whatever the width of the terminal."""
    out.print(table, width=max(out.width, _WIDTH), crop=False)
