"""What every command shares: the application, its options, who is acting, and how failures are told."""

from __future__ import annotations

import json
import os
import sys
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console

from app.language import t
from ocr.errors import ReadingError
from review.errors import InputError, LingbaoError
from review.services import users
from review.services.office import Office, open_office

if TYPE_CHECKING:
    from review.claim.people import Actor

app = typer.Typer(
    name="lingbao",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode="rich",
    help=t("灵报：异地就医零星报销，从纸面到拨付", "Lingbao: out-of-region medical claims, from paper to payment"),
    epilog=t(
        "退出码：0 成功，1 失败，2 输入有误，3 找不到，4 无权限，5 冲突，6 有未决疑点，7 存储，8 政策，9 识别",
        "Exit codes: 0 done, 1 failed, 2 bad input, 3 not found, 4 forbidden, 5 conflict, 6 open findings, "
        "7 store, 8 policy, 9 reading",
    ),
)


@app.callback()
def _words() -> None:
    """Keep the name of a command a word of its own, even where only one command is loaded."""


Json = Annotated[bool, typer.Option("--json", help=t("输出 JSON", "write JSON"))]
User = Annotated[
    str,
    typer.Option(
        "--user",
        "-u",
        envvar="LINGBAO_USER",
        help=t(
            "操作人；口令取自 LINGBAO_PASSWORD 或询问", "who acts; the password comes from LINGBAO_PASSWORD or is asked"
        ),
    ),
]
Number = Annotated[str, typer.Argument(metavar="NUMBER", help=t("报销单号", "claim number"))]
Reason = Annotated[str, typer.Option("--reason", "-r", help=t("理由", "why"))]

READING_EXIT = 9
out = Console(highlight=False, soft_wrap=False)
err = Console(stderr=True, highlight=False)


def office() -> Office:
    """The office of this run: LINGBAO_HOME or the user's data folder."""
    return open_office()


def acting(place: Office, username: str) -> Actor:
    """Sign the user in for this one command."""
    if not username:
        message = t("没有说明由谁操作", "nobody is named to act")
        raise InputError(message, advice=t("用 --user 或 LINGBAO_USER 指明", "use --user or LINGBAO_USER"))
    return users.sign_in(place, username, secret(t("口令", "Password")))


def secret(prompt: str, variable: str = "LINGBAO_PASSWORD") -> str:
    """A password from the environment, or asked without echo."""
    known = os.environ.get(variable)
    return known if known is not None else str(typer.prompt(prompt, hide_input=True, err=True))


def tell_failure(error: LingbaoError | ReadingError) -> int:
    """Say what failed, what is safe and what to do next; the exit code of the failure."""
    if "--json" in sys.argv:
        body = {"error": {"code": error.code, "message": str(error), "advice": error.advice}}
        sys.stdout.write(json.dumps(body, ensure_ascii=False) + "\n")
    else:
        err.print(f"[bold red]✗[/] {error}", f"  {error.advice}" if error.advice else "", sep="\n")
    return error.exit_code if isinstance(error, LingbaoError) else READING_EXIT


def run() -> None:
    """Run the command line; every failure people can act on becomes a message and an exit code."""
    try:
        app()
    except (LingbaoError, ReadingError) as error:
        sys.exit(tell_failure(error))
    except KeyboardInterrupt:
        err.print(t("已中断；已完成的步骤都已保存", "interrupted; every finished step is saved"))
        sys.exit(130)
