"""Pictures of lines, and what is done to them."""

from __future__ import annotations

from itertools import islice
from pathlib import Path
from random import Random

import numpy as np
import pytest

from tools.soft_print.alphabet import Alphabet
from tools.soft_print.batches import Recipe, Sample, batches, fits, laid_out, samples
from tools.soft_print.chances import SHARES, happens, one_of
from tools.soft_print.clutter import cluttered, needled, shifted
from tools.soft_print.faces import Case, Face, case
from tools.soft_print.lines import Press, cut, shrunk
from tools.soft_print.setting import Frame, framed, laid
from tools.soft_print.wear import INKS, Worn, coloured, shaded, softened, squeezed

SHIPPED = Path(__file__).parents[3] / "resources" / "fonts"
FACE = Face(SHIPPED / "NotoSansSC-Regular.ttf", 0)
FACES = Case(((FACE, 1.0),), ((Face(SHIPPED / "NotoSansSC-SemiBold.ttf", 0), 1.0),))
TEXT = "金额：128.50"
PRESS = Press(FACES, lambda: "床位费", 0.5)


def chance(seed: int) -> Random:
    return Random(seed)  # noqa: S311 - a repeatable drawing


def pressed(seed: int, text: str = TEXT) -> np.ndarray:
    line = PRESS.line(text, chance(seed))
    assert line is not None
    return line


def worn(seed: int, *, soft: bool = True) -> Worn:
    return Worn(10.0, soft, chance(seed), np.random.default_rng(seed))


@pytest.mark.parametrize("seed", range(12))
def test_lines_are_pictures_48_pixels_high_with_print_on_them(seed: int) -> None:
    line = pressed(seed)
    assert line.dtype == np.uint8
    assert line.shape[0] == 48
    assert line.shape[2] == 3
    assert line.shape[1] > 2 * 48
    assert line.std() > 1


def test_the_same_seed_makes_the_same_line_and_another_does_not() -> None:
    assert np.array_equal(pressed(7), pressed(7))
    assert pressed(7).shape != pressed(8).shape or not np.array_equal(pressed(7), pressed(8))


def test_longer_texts_make_longer_lines() -> None:
    widths = [np.median([pressed(seed, text).shape[1] for seed in range(15)]) for text in ("费", "床位费", TEXT * 2)]
    assert widths == sorted(widths)
    assert widths[2] > 3 * widths[1]


@pytest.mark.parametrize("text", ["\U0001f6c1", "合计\U0010fffd"])
def test_a_text_no_face_has_the_signs_of_is_not_set(text: str) -> None:
    assert PRESS.line(text, chance(1)) is None


def test_a_text_of_blanks_is_not_set() -> None:
    assert PRESS.line("  ", chance(1)) is None


def test_the_value_of_a_caption_begins_behind_its_colon() -> None:
    whole, caption = laid(TEXT, FACES, chance(3)), laid("金额：", FACES, chance(3))
    assert whole is not None
    assert caption is not None
    assert caption.value == 0
    assert whole.left < caption.right < whole.value < whole.right


def test_soft_print_is_smaller_than_any_other() -> None:
    setting = laid(TEXT, FACES, chance(3))
    assert setting is not None
    ems = {soft: [framed(setting, chance(seed), soft=soft).em for seed in range(50)] for soft in (True, False)}
    assert 8 <= min(ems[True]) < max(ems[True]) <= 13 <= min(ems[False]) < max(ems[False]) <= 42


def test_a_frame_is_shrunk_to_its_size() -> None:
    frame = Frame(left=20, right=180, top=30, high=60, em=10, stretch=1.0)
    small, value = shrunk(np.ones((120, 200), np.float32), frame, 100, chance(2))
    assert small.shape == (60 // 4 + 12, 160 // 4 + 12)
    assert value == 6 + (100 - 20) / 4
    assert small[8:-8, 8:-8].min() > 0.9


@pytest.mark.parametrize("soft", [True, False])
@pytest.mark.parametrize("seed", range(10))
def test_wear_keeps_the_size_and_the_range(seed: int, *, soft: bool) -> None:
    ink = np.zeros((30, 90), np.float32)
    ink[10:20, 10:80:4] = 1
    softer = softened(ink, worn(seed, soft=soft))
    assert softer.shape == ink.shape
    assert 0 <= softer.min() <= softer.max() <= 1.001
    picture = shaded(coloured(softer, 40.0, worn(seed, soft=soft)), worn(seed, soft=soft))
    assert picture.shape == (30, 90, 3)
    assert picture.dtype == np.uint8


@pytest.mark.parametrize("seed", range(10))
def test_ink_is_darker_than_its_paper(seed: int) -> None:
    ink = np.zeros((20, 60), np.float32)
    ink[:, 30:] = 1
    levels = coloured(ink, 0.0, worn(seed))
    assert levels[:, 30:].mean() < levels[:, :30].mean()


def test_packing_keeps_size_and_nearly_all_levels() -> None:
    picture = np.full((40, 80, 3), 200, np.uint8)
    picture[10:30, 20:60] = 60
    unpacked = squeezed(picture, 90)
    assert unpacked.shape == picture.shape
    assert np.abs(unpacked.astype(int) - picture).mean() < 3


def test_a_cut_line_loses_its_margin_and_gets_its_height() -> None:
    assert cut(np.full((30 + 12, 100 + 12, 3), 220, np.uint8), chance(1)).shape == (48, 160, 3)
    assert cut(np.full((12, 12, 3), 220, np.uint8), chance(1)).shape == (48, 48, 3)


@pytest.mark.parametrize(("rows", "filled"), [(2, [3, 4]), (-1, [0, 1]), (0, [1, 2]), (9, []), (-9, [])])
def test_ink_moves_up_and_down_and_off_the_page(rows: int, filled: list[int]) -> None:
    ink = np.zeros((5, 3), np.float32)
    ink[1:3] = 1
    assert np.flatnonzero(shifted(ink, rows).any(axis=1)).tolist() == filled


def test_clutter_adds_ink_and_takes_none() -> None:
    setting = laid(TEXT, FACES, chance(3))
    assert setting is not None
    more = 0
    for seed in range(40):
        page = cluttered(setting.ink, framed(setting, chance(seed), soft=True), lambda: setting.ink, chance(seed))
        assert page.shape == setting.ink.shape
        assert np.all(page >= setting.ink)
        more += bool(np.any(page > setting.ink))
    assert 8 < more < 35


def test_needles_strike_dots_inside_the_ink() -> None:
    ink = np.zeros((60, 60), np.float32)
    ink[20:40] = 1
    dots = needled(ink, chance(1))
    assert not dots[:20].any()
    assert 0.2 < dots[20:40].mean() < 0.95


def test_faces_that_are_missing_are_named_with_their_package(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match=r"fonts-arphic-uming: uming.ttc.*fonts-liberation: LiberationSans"):
        case([tmp_path, SHIPPED])


def test_a_face_knows_its_signs() -> None:
    assert FACE.has("￥1,024.00元 龘")
    assert not FACE.has("元\U0001f6c1")


def test_shares_are_shares_and_inks_shut_each_other_out() -> None:
    assert all(0 < share < 1 for share in SHARES.values())
    assert sum(SHARES[ink] for ink in INKS) == pytest.approx(1)
    rng = chance(1)
    drawn = [one_of(rng, *INKS) for _ in range(1000)]
    assert 550 < drawn.count("plain") < 690
    assert 150 < sum(happens(rng, "rule") for _ in range(1000)) < 290


def lines_of(*widths: int) -> list[Sample]:
    return [Sample("1", [1], np.full((48, width, 3), 255, np.uint8)) for width in widths]


def test_a_batch_is_as_long_as_its_longest_line_and_grey_behind_the_others() -> None:
    batch = laid_out(lines_of(100, 130), 16)
    assert batch.lines.shape == (2, 3, 48, 160)
    assert batch.lines.dtype == np.float32
    assert batch.lines[0, :, :, :100].min() == 1
    assert not batch.lines[0, :, :, 100:].any()
    assert batch.codes == [[1], [1]]


def test_short_batches_have_the_least_length() -> None:
    assert laid_out(lines_of(20), 0).lines.shape[-1] == 96


@pytest.mark.parametrize(("codes", "width", "fit"), [(4, 64, True), (13, 64, False), (4, 500, False), (12, 64, True)])
def test_a_line_fits_that_is_not_too_long_nor_too_short_for_its_text(codes: int, width: int, *, fit: bool) -> None:
    assert fits([1] * codes, lines_of(width)[0].picture, 420) is fit


def drawable() -> bool:
    try:
        return bool(case())
    except FileNotFoundError:
        return False


@pytest.mark.skipif(not drawable(), reason="the typefaces of faces.toml are not on this machine")
def test_samples_are_in_the_alphabet_and_the_same_again() -> None:
    alphabet = Alphabet(("", *"0123456789.元￥¥-,年月日", " "))
    recipe = Recipe(alphabet, (), (Path("/usr/share/fonts"),), widest=300)
    first, again = (list(islice(samples(recipe, 5), 12)) for _ in range(2))
    assert [line.text for line in first] == [line.text for line in again]
    assert all(np.array_equal(one.picture, same.picture) for one, same in zip(first, again, strict=True))
    assert all("".join(line.text.split()) == alphabet.read(spread(line.codes)) for line in first)
    assert max(line.picture.shape[1] for line in first) <= 300


def spread(codes: list[int]) -> list[int]:
    """Classes with a blank between any two."""
    return [each for code in codes for each in (code, 0)]


@pytest.mark.skipif(not drawable(), reason="the typefaces of faces.toml are not on this machine")
def test_batches_hold_lines_of_like_length() -> None:
    recipe = Recipe(Alphabet(("", *"0123456789.", " ")), (), (Path("/usr/share/fonts"),))
    made = list(islice(batches(recipe, 6, size=4), 12))
    assert {len(batch.codes) for batch in made} == {4}
    ends = [[int(np.flatnonzero(line.any(axis=(0, 1)))[-1]) for line in batch.lines] for batch in made]
    spans = [max(batch) - min(batch) for batch in ends]
    assert np.median(spans) < (max(map(max, ends)) - min(map(min, ends))) / 3
