"""`lingbao watch`: the watch list of the office, and what a supervisor found of a line of it."""

from __future__ import annotations

from typing import Annotated

import typer

from app.cli.base import Json, User, acting, app, office, out
from app.language import examples, t
from app.plain import print_json
from review.errors import InputError
from review.identity import masked
from review.services import watching
from review.watch.watched import Colour, Watched, WatchedKind

COLOURS = {
    Colour.RED: t("[red]■ 红[/]", "[red]■ red[/]"),
    Colour.YELLOW: t("[yellow]▲ 黄[/]", "[yellow]▲ yellow[/]"),
    Colour.GREEN: t("[green]✓ 绿[/]", "[green]✓ green[/]"),
}
KINDS = {
    WatchedKind.ACCOUNT: t("账户", "account"),
    WatchedKind.INSURED: t("参保人", "insured"),
    WatchedKind.HOSPITAL: t("医院", "hospital"),
    WatchedKind.CLERK: t("经办人", "clerk"),
}


@app.command(
    help=t("红黄绿名单：需要负责人核查的账户、人员、医院", "the watch list: accounts, people, hospitals to look into"),
    epilog=examples(
        "lingbao watch", "lingbao watch --json", "lingbao watch account 6222… --note 村集体代办，已核实委托书 -u zhao"
    ),
)
def watch(
    kind: Annotated[str, typer.Argument(metavar="KIND", help="account | insured | hospital | clerk")] = "",
    key: Annotated[str, typer.Argument(metavar="KEY", help=t("账号、身份证号等", "its account, number or name"))] = "",
    user: User = "",
    *,
    note: Annotated[str, typer.Option("--note", help=t("核查情况", "what was found"))] = "",
    as_json: Json = False,
) -> None:
    """List what is watched; with kind, key and note, say what was found of one line."""
    place = office()
    if kind or key:
        watching.answer_watched(place, acting(place, user), _kind(kind), key, note)
    listed = tuple(one for one in watching.watch_list(place) if key in {"", one.key})
    if as_json:
        print_json({"watched": listed})
        return
    for one in listed:
        _print(one)
    if not listed:
        out.print(t("名单为空", "nothing is watched"))


def _kind(word: str) -> WatchedKind:
    try:
        return WatchedKind(word)
    except ValueError:
        known = "、".join(kind.value for kind in WatchedKind)
        message = t(f"没有“{word}”这一类", f"no kind is called {word}")
        raise InputError(message, advice=t(f"可用：{known}", f"known: {known}")) from None


def _print(one: Watched) -> None:
    key = masked(one.key) if one.kind is WatchedKind.INSURED else one.key
    out.print(f"{COLOURS[one.colour]} {KINDS[one.kind]} {one.name}{f'  {key}' if key not in one.name else ''}")
    for reason, basis in zip(one.reasons, one.basis, strict=True):
        out.print(f"    {reason}  [dim]{basis}[/]")
    if one.answer:
        out.print(f"    {one.answer}")
