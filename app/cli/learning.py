"""`lingbao corrections`: what clerks corrected, for fine-tuning, as far as the office agreed to keep it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from app.cli.base import Json, User, acting, app, office, out
from app.corrections import export_corrections
from app.language import examples, t
from app.plain import print_json
from review.services import learning

corrections_app = typer.Typer(
    no_args_is_help=True, help=t("审核时的更正，用于训练识别模型", "corrections, for training")
)
app.add_typer(corrections_app, name="corrections")


@corrections_app.command(
    "export",
    help=t("把更正导出为小图和标注", "export corrections as crops with labels"),
    epilog=examples("lingbao corrections export D:/corrections-2026"),
)
def export(folder: Annotated[Path, typer.Argument()], user: User = "", *, as_json: Json = False) -> None:
    """Write crops/*.png and rec_gt.txt into a new folder; they show what the paper shows, so keep them as safe."""
    place = office()
    done = export_corrections(place, acting(place, user), folder)
    if as_json:
        print_json(done)
        return
    out.print(t(f"✓ {folder}：{done.crops} 张小图", f"✓ {folder}: {done.crops} crops"))
    if done.unlabelled or done.unreadable:
        left = t(
            f"  未导出：{done.unlabelled} 项没有对应的文字，{done.unreadable} 项影像读不到",
            f"  left out: {done.unlabelled} without a text of their own, {done.unreadable} without a picture",
        )
        out.print(left)


@corrections_app.command("forget", help=t("删除已保存的全部更正", "forget all corrections kept"))
def forget(user: User = "") -> None:
    """Forget what was kept; claims and their journal stay."""
    place = office()
    count = learning.forget_corrections(place, acting(place, user))
    out.print(f"✓ {count}")
