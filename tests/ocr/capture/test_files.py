"""Whatever is handed in becomes sane page files or a refusal that says why; nothing half-written is left."""

from __future__ import annotations

import hashlib
import io
import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageDraw

from ocr.capture.files import CapturedPage, expand
from ocr.capture.limits import MAX_PAGES, REASONS

if TYPE_CHECKING:
    from ocr.reading import Failure


def drawn(mode: str = "RGB", size: tuple[int, int] = (200, 300)) -> Image.Image:
    image = Image.new("RGB", size, "white")
    ImageDraw.Draw(image).text((20, 40), "112.50", fill="black")
    return image.convert(mode)


def saved(path: Path, image: Image.Image, **options: object) -> Path:
    image.save(path, **options)  # type: ignore[arg-type]
    return path


def taken(path: Path, into: Path) -> CapturedPage:
    pages, failures = expand(path, into)
    assert failures == ()
    [page] = pages
    return page


def refused(path: Path, into: Path) -> Failure:
    pages, failures = expand(path, into)
    assert pages == ()
    assert list(into.glob("*")) == [] or into == path.parent
    [failure] = failures
    assert (failure.message, failure.advice) == REASONS[failure.code]
    return failure


@pytest.fixture
def into(tmp_path: Path) -> Path:
    folder = tmp_path / "into"
    folder.mkdir()
    return folder


@pytest.mark.parametrize(("name", "mode"), [("a.jpg", "RGB"), ("a.jpeg", "L"), ("a.png", "RGB"), ("a.png", "1")])
def test_a_plain_page_is_kept_byte_for_byte(tmp_path: Path, into: Path, name: str, mode: str) -> None:
    path = saved(tmp_path / name, drawn(mode))
    page = taken(path, into)
    assert page.path.read_bytes() == path.read_bytes()
    assert page.sha256 == hashlib.sha256(path.read_bytes()).hexdigest() == page.path.stem
    assert (page.name, page.width, page.height) == (name, 200, 300)


@pytest.mark.parametrize("name", ["a.tif", "a.bmp", "a.webp", "a.gif"])
def test_other_formats_become_png(tmp_path: Path, into: Path, name: str) -> None:
    page = taken(saved(tmp_path / name, drawn()), into)
    assert page.path.suffix == ".png"
    assert Image.open(page.path).size == (200, 300)


@pytest.mark.parametrize(("name", "mode"), [("a.png", "RGBA"), ("a.png", "LA"), ("a.png", "P"), ("a.jpg", "CMYK")])
def test_odd_modes_become_colour_on_white(tmp_path: Path, into: Path, name: str, mode: str) -> None:
    page = taken(saved(tmp_path / name, drawn(mode)), into)
    image = Image.open(page.path).convert("RGB")
    assert image.mode == "RGB"
    corner = image.getpixel((5, 5))
    assert isinstance(corner, tuple)
    assert min(corner) > 240


def test_clear_ink_on_a_transparent_page_is_seen_on_white(tmp_path: Path, into: Path) -> None:
    image = Image.new("RGBA", (100, 100), (0, 0, 0, 0))
    image.paste((0, 0, 0, 255), (40, 40, 60, 60))
    page = Image.open(taken(saved(tmp_path / "a.png", image), into).path)
    assert (page.getpixel((5, 5)), page.getpixel((50, 50))) == ((255, 255, 255), (0, 0, 0))


def test_sixteen_bits_are_scaled_to_eight(tmp_path: Path, into: Path) -> None:
    deep = Image.new("I;16", (100, 100), 65535)
    deep.paste(0, (40, 40, 60, 60))
    page = Image.open(taken(saved(tmp_path / "a.png", deep), into).path)
    assert (page.mode, page.getpixel((5, 5)), page.getpixel((50, 50))) == ("L", 255, 0)


def test_a_phone_photo_keeps_its_raw_pixels(tmp_path: Path, into: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    page = taken(saved(tmp_path / "a.jpg", drawn(), exif=exif), into)
    assert (page.width, page.height) == (200, 300)


def test_each_frame_of_a_tiff_is_a_page(tmp_path: Path, into: Path) -> None:
    frames = [drawn("1", (200, 300 + n)) for n in range(3)]
    path = saved(tmp_path / "fax.tif", frames[0], save_all=True, append_images=frames[1:])
    pages, failures = expand(path, into)
    assert [(page.name, page.height) for page in pages] == [("fax.tif#1", 300), ("fax.tif#2", 301), ("fax.tif#3", 302)]
    assert failures == ()


def test_a_tiff_of_too_many_frames_is_refused_whole(tmp_path: Path, into: Path) -> None:
    frame = Image.new("1", (40, 40))
    path = saved(tmp_path / "long.tif", frame, save_all=True, append_images=[frame] * MAX_PAGES)
    assert refused(path, into).code == "too-many-pages"


def test_the_folder_is_made_where_it_is_not_there(tmp_path: Path) -> None:
    page = taken(saved(tmp_path / "a.png", drawn()), tmp_path / "new" / "folder")
    assert page.path.exists()


def scanned_pdf(path: Path, pages: int = 2) -> Path:
    images = [drawn("L", (850, 1100)) for _ in range(pages)]
    return saved(path, images[0], save_all=True, append_images=images[1:], resolution=100)


def test_a_scanned_pdf_is_drawn_at_the_scans_own_resolution(tmp_path: Path, into: Path) -> None:
    pages, failures = expand(scanned_pdf(tmp_path / "scan.pdf"), into)
    assert [page.name for page in pages] == ["scan.pdf#1", "scan.pdf#2"]
    assert [(page.width, page.height) for page in pages] == [(850, 1100)] * 2
    assert failures == ()


def test_a_page_of_endless_paper_is_drawn_within_bounds(tmp_path: Path, into: Path) -> None:
    pdf = pikepdf.new()
    pdf.add_blank_page(page_size=(14400, 14400))
    pdf.save(tmp_path / "wall.pdf")
    page = taken(tmp_path / "wall.pdf", into)
    assert page.width * page.height <= 120_000_000


def test_a_pdf_with_a_password_says_so(tmp_path: Path, into: Path) -> None:
    pdf = pikepdf.new()
    pdf.add_blank_page()
    pdf.save(tmp_path / "closed.pdf", encryption=pikepdf.Encryption(owner="o", user="u"))
    assert refused(tmp_path / "closed.pdf", into).code == "pdf-encrypted"


def test_a_pdf_of_too_many_pages_is_refused(tmp_path: Path, into: Path) -> None:
    pdf = pikepdf.new()
    for _ in range(MAX_PAGES + 1):
        pdf.add_blank_page()
    pdf.save(tmp_path / "long.pdf")
    assert refused(tmp_path / "long.pdf", into).code == "too-many-pages"


def test_a_torn_pdf_is_refused(tmp_path: Path, into: Path) -> None:
    whole = scanned_pdf(tmp_path / "whole.pdf").read_bytes()
    (tmp_path / "torn.pdf").write_bytes(whole[:200])
    assert refused(tmp_path / "torn.pdf", into).code == "pdf-damaged"


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "file-empty"),
        ("这是一封信，不是影像".encode(), "unknown-format"),
        (b"\xff\xd8\xff\xe0" + b"\x00" * 40, "unknown-format"),
        (b"\x89PNG\r\n\x1a\n" + b"\x00" * 60, "unknown-format"),
    ],
)
def test_what_is_no_image_is_refused(tmp_path: Path, into: Path, content: bytes, code: str) -> None:
    (tmp_path / "a.jpg").write_bytes(content)
    assert refused(tmp_path / "a.jpg", into).code == code


@pytest.mark.parametrize("name", ["a.jpg", "a.png", "a.bmp"])
def test_a_truncated_image_is_refused(tmp_path: Path, into: Path, name: str) -> None:
    noise = Image.frombytes("RGB", (300, 300), os.urandom(270_000))
    whole = saved(tmp_path / f"whole-{name}", noise).read_bytes()
    (tmp_path / name).write_bytes(whole[: len(whole) // 2])
    assert refused(tmp_path / name, into).code == "image-truncated"


@pytest.mark.parametrize("size", [(60_000, 40), (15_000, 15_000)])
def test_a_page_of_too_many_pixels_is_refused_before_it_is_decoded(
    tmp_path: Path, into: Path, size: tuple[int, int]
) -> None:
    path = saved(tmp_path / "bomb.png", Image.new("1", size))
    assert refused(path, into).code == "image-too-large"


def test_a_page_of_a_few_pixels_is_refused(tmp_path: Path, into: Path) -> None:
    assert refused(saved(tmp_path / "dot.png", drawn(size=(10, 10))), into).code == "image-too-small"


def test_folders_pipes_and_missing_files_are_refused(tmp_path: Path, into: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert refused(tmp_path / "pipe", into).code == "file-not-regular"
    assert refused(tmp_path / "nothing.jpg", into).code == "file-missing"


@given(
    at=st.integers(0, 2000),
    wrong=st.binary(min_size=1, max_size=20),
    kind=st.sampled_from(["PNG", "JPEG", "TIFF", "GIF"]),
)
def test_no_damage_to_a_file_gets_past_as_an_exception(at: int, wrong: bytes, kind: str) -> None:
    buffer = io.BytesIO()
    drawn("L", (64, 64)).save(buffer, kind)
    content = bytearray(buffer.getvalue())
    content[at % len(content) : at % len(content) + len(wrong)] = wrong
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.bin"
        path.write_bytes(content)
        pages, failures = expand(path, Path(folder))
    assert len(pages) + len(failures) >= 1


class Growing(type(Path())):  # type: ignore[misc]
    """A file to which a scanner still writes: each read finds more."""

    def read_bytes(self) -> bytes:
        content: bytes = super().read_bytes()
        self.write_bytes(content + b"more")
        return content


def test_a_file_that_changes_while_it_is_read_is_refused(tmp_path: Path, into: Path) -> None:
    path = Growing(saved(tmp_path / "a.jpg", drawn()))
    assert refused(path, into).code == "file-changed"


FULL_DISK = """
import resource, signal, sys
from pathlib import Path
from ocr.capture.files import expand
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
pages, failures = expand(Path(sys.argv[1]), Path(sys.argv[2]))
print(len(pages), [failure.code for failure in failures])
"""


def test_a_full_disk_is_told_and_leaves_nothing_behind(tmp_path: Path, into: Path) -> None:
    assert resource.RLIMIT_FSIZE
    noise = io.BytesIO()
    Image.frombytes("RGB", (100, 100), os.urandom(30_000)).save(noise, "PNG")
    (tmp_path / "a.png").write_bytes(noise.getvalue())
    command = [sys.executable, "-c", FULL_DISK, str(tmp_path / "a.png"), str(into)]
    told = subprocess.run(command, capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "0 ['disk-full']"
    assert list(into.iterdir()) == []
