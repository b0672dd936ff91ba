"""Where networks run: OpenVINO, or onnxruntime; each takes an ONNX file and gives a function of arrays.

Nothing here reaches for a network or keeps a cache: both compile the weights in under half a second.
"""

from __future__ import annotations

import os
import sys
import threading
from importlib import import_module
from typing import TYPE_CHECKING, Any, Protocol

import numpy as np
from numpy.typing import NDArray

from ocr.recognition.eights import adds_exactly, in_eight_bits, ranges_of
from ocr.recognition.tails import ended_small

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

Floats = NDArray[np.float32]

if TYPE_CHECKING:
    Run = Callable[[Floats], Floats]

FEW_SHAPES, MANY_SHAPES = 64, 384
"""Kernels, one for each layer and shape of input, that are kept prepared: of a network for whole pages, whose shapes
seldom come again, and of one for lines. With few for lines a third of the time went into preparing them anew."""


class Runtime(Protocol):
    """A way to run ONNX networks on this machine's cores.

    One run takes one core: cores are kept busy by runs side by side, which wastes less than sharing out each run.
    """

    def load(self, onnx: Path, at_once: int, kernels: int = FEW_SHAPES) -> Run:
        """The network of a file as a function of its one input: pictures, n x height x width x 3.

        ``at_once``: runs side by side, each takes memory; ``kernels``: how many stay prepared, if the runtime does so.

        Safe for threads; what it gives may be overwritten by the same thread's next run. What it raises is the
        runtime's own.
        """


def threads() -> int:
    """How many threads the engine may use: the cores this process may run on, at most 8."""
    return min(8, len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1)


class OpenVino:
    """The default: fastest on office processors, and takes their short floats where they have them."""

    def __init__(self, precision: str = "") -> None:
        """``precision``: ``f32`` or ``bf16``; empty: eight bits where they are measured, else as OpenVINO likes."""
        sys.modules.setdefault("openvino_telemetry", None)  # type: ignore[arg-type]  # it would report each import
        self._core: Any = import_module("openvino").Core()
        self._options: dict[str, Any] = {"INFERENCE_PRECISION_HINT": precision} if precision else {}
        self._whole = not precision and adds_exactly(self._core)

    def load(self, onnx: Path, at_once: int, kernels: int = FEW_SHAPES) -> Run:
        """See :class:`Runtime`."""
        streams = {"NUM_STREAMS": at_once, "INFERENCE_NUM_THREADS": at_once}
        kept = {"CPU_RUNTIME_CACHE_CAPACITY": kernels}
        model = _fed_by_pixel(ended_small(self._core.read_model(str(onnx))))
        if self._whole and (ranges := ranges_of(onnx)):
            in_eight_bits(model, ranges)
        compiled = self._core.compile_model(model, "CPU", {**self._options, **streams, **kept})
        own = threading.local()

        def run(batch: Floats) -> Floats:
            if not hasattr(own, "request"):
                own.request = compiled.create_infer_request()
            return np.asarray(own.request.infer([batch], share_inputs=True, share_outputs=True)[0], np.float32)

        return run


class OnnxRuntime:
    """The second choice: the same networks without OpenVINO."""

    def load(self, onnx: Path, at_once: int, kernels: int = FEW_SHAPES) -> Run:  # noqa: ARG002  it needs neither
        """See :class:`Runtime`."""
        import onnxruntime  # noqa: PLC0415  only loaded when it was chosen

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads, options.inter_op_num_threads = 1, 1
        options.enable_cpu_mem_arena = False
        session = onnxruntime.InferenceSession(str(onnx), options, providers=["CPUExecutionProvider"])
        name = session.get_inputs()[0].name

        def run(batch: Floats) -> Floats:
            planes = np.ascontiguousarray(batch.transpose(0, 3, 1, 2))
            return np.asarray(session.run(None, {name: planes})[0], np.float32)

        return run


def _fed_by_pixel(model: Any) -> Any:
    """An OpenVINO model of planes of channels that takes them pixel by pixel, as pictures and its own layers do."""
    openvino = import_module("openvino")
    steps = openvino.preprocess.PrePostProcessor(model)
    steps.input().tensor().set_layout(openvino.Layout("NHWC"))
    steps.input().model().set_layout(openvino.Layout("NCHW"))
    return steps.build()
