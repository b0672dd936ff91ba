"""`lingbao user`, `backup`, `journal`, `doctor`, `bench`, `demo`: keeping house."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from typing import Annotated

import typer

from app.cli.base import Json, User, acting, app, err, office, out, secret
from app.demo.run import run_demo
from app.doctor import diagnose
from app.language import examples, t
from app.plain import print_json
from review.claim.states import Role
from review.errors import InputError
from review.services import archive, users
from review.services import backup as backups
from review.services.users import NewUser

user_app = typer.Typer(no_args_is_help=True, help=t("用户", "users"))
app.add_typer(user_app, name="user")


@user_app.command("list", help=t("列出用户", "list users"))
def list_users(*, as_json: Json = False) -> None:
    """Users with their roles."""
    rows = users.list_users(office())
    if as_json:
        print_json({"users": rows})
        return
    for row in rows:
        out.print(f"{row.username}  {row.full_name}  {'、'.join(sorted(role.value for role in row.roles))}")


@user_app.command(
    "add",
    help=t("新增用户（第一个用户应是管理员）", "add a user (the first one should be an administrator)"),
    epilog=examples("lingbao user add li --full-name 李敏 --role clerk -u admin"),
)
def add_user(
    username: str,
    user: User = "",
    *,
    full_name: Annotated[str, typer.Option()] = "",
    role: Annotated[list[Role] | None, typer.Option(help=t("角色，可多次", "role, may be repeated"))] = None,
    id_number: Annotated[str, typer.Option(help=t("公民身份号码，用于回避本人报销", "citizen number"))] = "",
) -> None:
    """Add a user; the new password comes from LINGBAO_NEW_PASSWORD or is asked."""
    place = office()
    actor = acting(place, user) if users.has_users(place) else None
    password = secret(t("新用户口令", "New password"), "LINGBAO_NEW_PASSWORD")
    roles = frozenset(role or ())
    new = NewUser(username=username, full_name=full_name, password=password, roles=roles, id_number=id_number)
    users.create_user(place, actor, new)
    out.print(f"✓ {username}")


@user_app.command("password", help=t("更改自己的口令", "change one's own password"))
def password(user: User = "") -> None:
    """Change the acting user's password."""
    place = office()
    old = secret(t("原口令", "Old password"))
    actor = users.sign_in(place, user, old)
    users.change_password(place, actor, old, secret(t("新口令", "New password"), "LINGBAO_NEW_PASSWORD"))
    out.print("✓")


@user_app.command("disable", help=t("停用用户", "disable a user"))
def disable(username: str, user: User = "") -> None:
    """Disable a user; what they did stays."""
    place = office()
    users.disable_user(place, acting(place, user), username)
    out.print(f"✓ {username}")


@app.command(
    help=t("备份与恢复", "back up and restore"),
    epilog=examples(
        "lingbao backup D:/backup/2026-03-18.lingbao -u admin", "lingbao backup old.lingbao --restore new-home"
    ),
)
def backup(
    target: Path,
    user: User = "",
    *,
    restore: Annotated[
        Path | None, typer.Option(help=t("恢复到这个空文件夹", "restore into this empty folder"))
    ] = None,
    as_json: Json = False,
) -> None:
    """Write a backup with a manifest of hashes, or restore one into an empty folder."""
    if restore:
        backups.restore(target, restore)
        report = backups.verify(target)
    else:
        place = office()
        report = backups.backup(place, acting(place, user), target)
    if as_json:
        print_json(report)
    else:
        out.print(f"{'✓' if report.ok else '■'} {target} → {restore}" if restore else f"✓ {target}")


@app.command(
    help=t("留痕：查看并校验", "the journal: look and verify"),
    epilog=examples("lingbao journal", "lingbao journal 20260318-0042 --json"),
)
def journal(
    subject: Annotated[str, typer.Argument(help=t("单号，可省", "claim number, optional"))] = "",
    *,
    as_json: Json = False,
) -> None:
    """Rows of the journal; the chain is verified each time, exit 1 where it is broken."""
    place = office()
    rows, state = archive.history(place, subject), archive.verify_journal(place)
    if as_json:
        print_json({"rows": rows, "check": state})
    else:
        for row in rows:
            out.print(
                f"{row.sequence:5} {row.at:%Y-%m-%d %H:%M:%S} {row.actor:10} {row.action:18} {row.subject} {row.reason}"
            )
        ok = t(f"✓ {state.rows} 行留痕完整", f"✓ {state.rows} rows, chain intact")
        out.print(
            ok
            if state.ok
            else t(f"[red]■ 留痕在第 {state.broken_at} 行断开[/]", f"[red]■ broken at {state.broken_at}[/]")
        )
    if not state.ok:
        raise typer.Exit(1)


@app.command(
    help=t("检查运行环境：有什么，缺什么，怎么补", "what is present, what is missing, and the cure"),
    epilog=examples("lingbao doctor", "lingbao doctor --json"),
)
def doctor(*, as_json: Json = False) -> None:
    """Examine weights, fonts, scanner, database, disk, time zone; exit 1 where something needed is missing."""
    findings = diagnose()
    if as_json:
        print_json({"ok": all(f.ok or not f.needed for f in findings), "findings": findings})
    else:
        for f in findings:
            sign = "[green]✓[/]" if f.ok else "[red]✗[/]" if f.needed else "[yellow]○[/]"
            out.print(f"{sign} {f.name}：{f.state}", *([f"    {f.cure}"] if f.cure and not f.ok else []), sep="\n")
    if any(f.needed and not f.ok for f in findings):
        raise typer.Exit(1)


@app.command(
    help=t("基准测试（在源码目录中）", "benchmarks (in a source checkout)"),
    epilog=examples("lingbao bench read", "lingbao bench match --errors", "lingbao bench settle"),
    context_settings={"allow_extra_args": True, "ignore_unknown_options": True},
)
def bench(name: str, context: typer.Context) -> None:
    """Run tests/bench/bench_<name>.py of the checkout; its figures belong in docs/benchmarks.md."""
    path = Path(__file__).resolve().parents[2] / "tests" / "bench" / f"bench_{name}.py"
    if not path.exists():
        message = t(f"没有名为 {name} 的基准", f"no benchmark is called {name}")
        raise InputError(
            message, advice=t("基准随源码提供，在 tests/bench", "benchmarks come with the source, in tests/bench")
        )
    spec = importlib.util.spec_from_file_location(path.stem, path)
    if spec is None or spec.loader is None:
        raise InputError(str(path))
    module = importlib.util.module_from_spec(spec)
    sys.modules[path.stem] = module
    spec.loader.exec_module(module)
    raise typer.Exit(module.run(context.args))


@app.command(
    help=t("演示：两份样例从纸面到拨付归档", "demo: two sample claims from paper to paid and archived"),
    epilog=examples("lingbao demo --home build/demo"),
)
def demo(
    home: Annotated[Path, typer.Option(help=t("演示数据所在文件夹", "folder of the demo's own data"))] = Path(
        "build/demo"
    ),
) -> None:
    """Walk the sample claims through every room with different users; goes on where it was interrupted."""
    err.print(t(f"演示数据在 {home}，与正式数据无关", f"demo data lies in {home}, apart from real data"))
    run_demo(home, out)
