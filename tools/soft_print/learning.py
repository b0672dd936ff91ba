"""How a recogniser learns lines: by connectionist temporal classification (CTC), with steps that grow and fade."""

from __future__ import annotations

import math
import unicodedata
from contextlib import contextmanager
from typing import TYPE_CHECKING

from tools.soft_print.batches import laid_out
from tools.soft_print.needed import needed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tools.soft_print.alphabet import Alphabet
    from tools.soft_print.batches import Batch, Sample
    from tools.soft_print.network import Network
    from tools.soft_print.operators import Tensor

torch = needed("torch")

_WARM = 60
"""Steps until the full rate."""

_DECAY, _STEEPEST = 0.01, 1.0
"""How fast weights of two dimensions and more fade, and the longest step a batch may ask for."""

_MEMORY, _SOON = 0.999, 50
"""Share of the mean that a step leaves, and the steps after which that share is a half."""


class Learner:
    """Learns batch after batch."""

    def __init__(self, network: Network, rate: float) -> None:
        """Take the network's weights; ``rate`` is the highest rate of learning."""
        self._network, self._rate, self.steps = network, rate, 0
        self._weights = network.tuned()
        wide, thin = ([each for each in self._weights if (each.dim() > 1) is more] for more in (True, False))
        groups = [{"params": wide, "weight_decay": _DECAY}, {"params": thin, "weight_decay": 0.0}]
        self._optimiser = torch.optim.AdamW(groups, lr=rate, betas=(0.9, 0.98))
        self._mean = [weight.detach().clone() for weight in self._weights]

    def learn(self, batch: Batch, done: float) -> float:
        """One step; ``done`` is the share of the time that is over. Returns the loss before it."""
        for group in self._optimiser.param_groups:
            group["lr"] = rate_at(self._rate, self.steps, done)
        loss = self._loss(batch)
        self._optimiser.zero_grad()
        loss.backward()
        if torch.isfinite(torch.nn.utils.clip_grad_norm_(self._weights, _STEEPEST)):
            self._optimiser.step()
        self.steps += 1
        self._follow()
        return float(loss.detach())

    @contextmanager
    def settled(self) -> Iterator[None]:
        """The network with the mean of its weights over the last steps, which reads better than any one step's."""
        now = [weight.detach().clone() for weight in self._weights]
        self._set(self._mean)
        try:
            yield
        finally:
            self._set(now)

    def _loss(self, batch: Batch) -> Tensor:
        lines = torch.from_numpy(batch.lines).contiguous(memory_format=torch.channels_last)
        with torch.autocast("cpu", torch.bfloat16):
            told = self._network(lines)
        codes = torch.tensor([code for line in batch.codes for code in line])
        places = torch.full((len(batch.codes),), told.shape[1])
        lengths = torch.tensor([len(line) for line in batch.codes])
        by_place = told.float().permute(1, 0, 2)
        return torch.nn.functional.ctc_loss(by_place, codes, places, lengths, zero_infinity=True)

    def _follow(self) -> None:
        share = min(_MEMORY, self.steps / (self.steps + _SOON))
        with torch.no_grad():
            for mean, weight in zip(self._mean, self._weights, strict=True):
                mean.lerp_(weight, 1 - share)

    def _set(self, weights: Sequence[Tensor]) -> None:
        with torch.no_grad():
            for weight, wanted in zip(self._weights, weights, strict=True):
                weight.copy_(wanted)


def rate_at(highest: float, step: int, done: float) -> float:
    """The rate of learning: grows over the first steps, then fades as a cosine until the time is over."""
    return highest * min(1.0, (step + 1) / _WARM) * (0.5 + 0.5 * math.cos(math.pi * min(1.0, done)))


def read_right(network: Network, alphabet: Alphabet, lines: Sequence[Sample]) -> float:
    """The share of lines that are read as they were written, widths of signs and blanks aside."""
    with torch.no_grad():
        classes = [network(torch.from_numpy(laid_out([line], 32).lines))[0].argmax(-1).tolist() for line in lines]
    read = [alphabet.read(each) for each in classes]
    return sum(plain(text) == plain(line.text) for text, line in zip(read, lines, strict=True)) / len(lines)


def plain(text: str) -> str:
    """A text without blanks, wide signs narrow."""
    return "".join(unicodedata.normalize("NFKC", text).split())
