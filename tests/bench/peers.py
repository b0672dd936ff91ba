"""Other engines beside ours, each in a process of its own: ``python -m tests.bench.peers stock|rapid|model``.

A peer takes one page file a line on standard input and answers with the seconds it took, by the clock and of the
processors. ``stock`` is the PaddleOCR pipeline as it comes; ``rapid`` is RapidOCR on OpenVINO, which never enters our
environment: it is fetched into ``build/peers`` with the few pure packages it needs; ``model`` is the bare run time of
the networks over the boxes that our own reading feeds them. All use the weights of our model store.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ocr.recognition.runtimes import Floats, Run

    Predict = Callable[[str], float]

ROOT = Path(__file__).resolve().parents[2]
FETCHED = ROOT / "build" / "peers"
WANTED = ("rapidocr==3.10.0", "omegaconf", "antlr4-python3-runtime==4.9.3", "colorlog", "six")


class Peer:
    """An engine in a process; use as a context."""

    def __init__(self, name: str) -> None:
        """Start it and wait until it has loaded; raises OSError when it cannot."""
        self._child = subprocess.Popen(
            [sys.executable, "-m", "tests.bench.peers", name],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            cwd=ROOT,
        )
        self._answer()

    def read(self, file: Path) -> tuple[float, float]:
        """Seconds by the clock and of the processors that one page took."""
        assert self._child.stdin is not None, "its input is a pipe"
        self._child.stdin.write(f"{file}\n")
        self._child.stdin.flush()
        clock, processors = self._answer()
        return clock, processors

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._child.kill()
        self._child.wait()

    def _answer(self) -> Any:
        assert self._child.stdout is not None, "its output is a pipe"
        said = self._child.stdout.readline()
        if not said:
            message = f"the peer ended with code {self._child.wait()}"
            raise OSError(message)
        return json.loads(said)


def fetch() -> bool:
    """Put RapidOCR beside the project unless it is there; False when it cannot be had."""
    if (FETCHED / "rapidocr").is_dir():
        return True
    command = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--target", str(FETCHED), *WANTED]
    return subprocess.run(command, check=False, capture_output=True).returncode == 0


def stock() -> Predict:
    """PaddleOCR as it comes, on onnxruntime."""
    os.environ["PADDLE_PDX_DISABLE_MODEL_SOURCE_CHECK"] = "True"
    from paddleocr import PaddleOCR  # noqa: PLC0415  slow to import

    from ocr.recognition.store import model_folder  # noqa: PLC0415

    names = ("PP-OCRv6_small_det", "PP-OCRv6_small_rec", "PP-LCNet_x1_0_doc_ori")
    kinds = ("text_detection", "text_recognition", "doc_orientation_classify")
    weights = {f"{kind}_model_name": name for kind, name in zip(kinds, names, strict=True)}
    folders = {f"{kind}_model_dir": str(model_folder(name)) for kind, name in zip(kinds, names, strict=True)}
    uses = {"use_doc_orientation_classify": True, "use_doc_unwarping": False, "use_textline_orientation": False}
    pipeline = PaddleOCR(**weights, **folders, **uses, engine="onnxruntime")
    return clocked(pipeline.predict)


def rapid() -> Predict:
    """RapidOCR on OpenVINO, its own settings, without its classifier of lines."""
    sys.path.append(str(FETCHED))
    sys.modules.setdefault("openvino_telemetry", None)  # type: ignore[arg-type]
    rapidocr = import_module("rapidocr")
    from ocr.recognition.models import recognition_model  # noqa: PLC0415
    from ocr.recognition.store import model_folder  # noqa: PLC0415

    alphabet = Path(tempfile.mkdtemp()) / "alphabet.txt"
    characters = recognition_model(model_folder("PP-OCRv6_small_rec")).characters[1:-1]
    alphabet.write_text("\n".join(characters), encoding="utf-8")
    chosen = {
        "Global.use_cls": False,
        "Global.log_level": "critical",
        "Det.engine_type": rapidocr.EngineType.OPENVINO,
        "Rec.engine_type": rapidocr.EngineType.OPENVINO,
        "Det.model_path": str(model_folder("PP-OCRv6_small_det") / "inference.onnx"),
        "Rec.model_path": str(model_folder("PP-OCRv6_small_rec") / "inference.onnx"),
        "Rec.rec_keys_path": str(alphabet),
    }
    return clocked(rapidocr.RapidOCR(params=chosen))


def model() -> Predict:
    """The seconds our networks run for a page, its boxes as our reading makes them, one page at a time."""
    from ocr.recognition.choice import chosen  # noqa: PLC0415
    from ocr.recognition.engine import PageReader  # noqa: PLC0415
    from ocr.recognition.networks import OnnxNetworks  # noqa: PLC0415
    from ocr.recognition.runtimes import FEW_SHAPES, OpenVino  # noqa: PLC0415

    class Timed(OpenVino):
        """Sums up how long its networks run."""

        seconds = 0.0

        def load(self, onnx: Path, at_once: int, kernels: int = FEW_SHAPES) -> Run:
            """The network, timed."""
            run = super().load(onnx, at_once, kernels)

            def timed(batch: Floats) -> Floats:
                began = time.perf_counter()
                result = run(batch)
                self.seconds += time.perf_counter() - began
                return result

            return timed

    runtime = Timed()
    reader = PageReader(OnnxNetworks(chosen(), runtime))

    def predict(file: str) -> float:
        before = runtime.seconds
        reader.read(Path(file), "page")
        return runtime.seconds - before

    return predict


def clocked(work: Callable[[str], object]) -> Predict:
    """The seconds a piece of work takes by the clock."""

    def predict(file: str) -> float:
        began = time.perf_counter()
        work(file)
        return time.perf_counter() - began

    return predict


PEERS = {"stock": stock, "rapid": rapid, "model": model}


def main(argv: Sequence[str]) -> int:
    """Serve on the standard streams; what libraries print goes to standard error."""
    answers = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)
    predict = PEERS[argv[0]]()
    answers.write("true\n")
    answers.flush()
    for line in sys.stdin:
        before = time.process_time()
        clock = predict(line.rstrip("\n"))
        answers.write(json.dumps([clock, time.process_time() - before]) + "\n")
        answers.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
