"""The terminal draws a settlement as a waterfall, in the language of the run."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from rich.console import Console

from app.show import print_settlement
from review.packs.stated import PackUsed
from review.policy.settlement import Settlement
from tests.review.policy.ladders import a_layer, a_settlement

if TYPE_CHECKING:
    import pytest


def shown(settlement: Settlement) -> str:
    out = io.StringIO()
    print_settlement(Console(file=out, width=120, color_system=None), settlement)
    return out.getvalue()


def test_falls_stand_with_amount_bar_and_arithmetic() -> None:
    told = shown(a_settlement())
    [line] = [line for line in told.splitlines() if "统筹基金支付" in line]
    assert "12,600.00" in line
    assert "█" * 10 in line
    assert "21,000.00 × 60%" in line


def test_layers_keep_the_names_their_pack_gives_them() -> None:
    assert "2579 补充支付" in shown(a_settlement(layers=(a_layer("extra", "2579 补充", 300),)))


def test_a_refund_and_a_settlement_of_nothing_are_drawn() -> None:
    refund = shown(a_settlement(total=-500, eligible=-500, personal=-500, basic_fund=0, fund_total=0))
    assert "-500.00" in refund
    assert "0.00" in shown(Settlement(pack=PackUsed(id="x", version="1", status="confirmed")))


def test_markup_in_warnings_is_printed_as_it_is() -> None:
    assert "[bold]x[/]" in shown(a_settlement(warnings=("[bold]x[/] 不合理",)))


def test_english_words_where_the_run_speaks_english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LINGBAO_LANG", "en")
    told = shown(a_settlement())
    assert "basic fund" in told
    assert "co-payment" in told
