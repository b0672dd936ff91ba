"""What is taken as a page and what is refused, with the words in which it is refused."""

from __future__ import annotations

from ocr.errors import PageRefusedError

MAX_BYTES = 256 * 1024**2
MAX_SIDE = 20_000
MAX_PIXELS = 120_000_000
MIN_SIDE = 32
MAX_PAGES = 400

REASONS: dict[str, tuple[str, str]] = {
    "file-missing": ("找不到这个文件", "请检查文件是否已移走或改名"),
    "file-not-regular": ("这不是一个普通文件", "请选择影像、PDF、OFD 或 XML 文件"),
    "file-unreadable": ("没有权限读取这个文件", "请检查文件权限后重试"),
    "file-empty": ("文件是空的", "请重新扫描或重新复制这一页"),
    "file-too-large": ("文件超过 256 MB", "请用 200 至 300 dpi 重新扫描"),
    "file-changed": ("文件在读取过程中发生了变化", "请等扫描或复制完成后再次添加"),
    "unknown-format": ("不是能识别的影像或电子文件", "支持 JPEG、PNG、TIFF、BMP、WebP、GIF、PDF、OFD、电子票据 XML"),
    "image-truncated": ("影像不完整或已损坏", "请重新扫描或重新复制这一页"),
    "image-too-large": ("影像的像素过多", "请用 200 至 300 dpi 重新扫描"),
    "image-too-small": ("影像太小，看不清文字", "请用 200 至 300 dpi 重新扫描"),
    "pdf-encrypted": ("PDF 有打开口令", "请先去掉口令再添加"),
    "pdf-damaged": ("PDF 已损坏或无法解析", "请重新导出 PDF，或扫描纸质材料"),
    "too-many-pages": (f"文件超过 {MAX_PAGES} 页", "请拆分后分别添加"),
    "ofd-other": ("这个压缩包不是 OFD 版式文件", "请先解压，再选择其中的影像、PDF、OFD 或电子票据 XML"),
    "ofd-damaged": ("OFD 文件已损坏或无法解析", "请重新下载 OFD，或改用它的 PDF、打印件"),
    "ofd-incomplete": ("OFD 文件缺少必要的部分", "请重新下载 OFD，或改用它的 PDF、打印件"),
    "ofd-encrypted": ("OFD 文件有打开口令", "请先去掉口令再添加"),
    "ofd-bomb": ("OFD 文件展开后过大", "请核对文件来源，改用它的 PDF、打印件"),
    "xml-damaged": ("XML 文件已损坏或不是规范的 XML", "请重新下载电子票据，或改用它的 PDF、OFD"),
    "xml-other": ("这个 XML 不是能识别的电子票据或电子发票", "请改用这张票据的 PDF、OFD 或打印件"),
    "xml-contradicts": ("XML 中同一项写有不同的值", "请核对文件来源，改用这张票据的 PDF、OFD 或打印件"),
    "pdf-empty": ("文件中没有页面", "请重新导出这个文件"),
    "disk-full": ("磁盘已满，这一页没有存下来", "请清理磁盘后再次添加；已存的页不受影响"),
    "not-written": ("这一页没能写入数据文件夹", "请检查数据文件夹的权限；已存的页不受影响"),
}


def refused(code: str) -> PageRefusedError:
    """The error for a reason of the table above."""
    message, advice = REASONS[code]
    return PageRefusedError(message, code=code, advice=advice)


def check_size(width: int, height: int) -> None:
    """Raise PageRefusedError for a page of too many or too few pixels; called before anything is decoded."""
    if max(width, height) > MAX_SIDE or width * height > MAX_PIXELS:
        raise refused("image-too-large")
    if min(width, height) < MIN_SIDE:
        raise refused("image-too-small")
