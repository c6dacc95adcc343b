"""The original network in plain numpy at float32: what the shipped graph is measured against."""

import math

import numpy as np

from source import Source

_erf = np.vectorize(math.erf, otypes=[np.float32])


class Reference:
    """Full vocabulary, dequantised weights, one text at a time."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.words = source.matrix("emb.word", source.hidden)
        self.matrices: dict[str, np.ndarray] = {}

    def embed(self, ids: list[int]) -> np.ndarray:
        """L2-normalised mean of the last hidden states of `ids` (with <s> and </s>)."""
        source, hidden = self.source, self.source.hidden
        positions = source.floats("emb.pos").reshape(-1, hidden)[: len(ids)]
        x = self.words[ids] + positions + source.floats("emb.type")[:hidden]
        x = self._normalise(x, "emb.ln")
        for layer in range(source.layers):
            x = self._layer(x, f"l{layer}")
        mean = x.mean(axis=0)
        return mean / np.linalg.norm(mean)

    def _layer(self, x: np.ndarray, name: str) -> np.ndarray:
        heads = self.source.heads
        width = self.source.hidden // heads
        q, k, v = (
            self._linear(x, f"{name}.{part}").reshape(len(x), heads, width).swapaxes(0, 1)
            for part in "qkv"
        )
        scores = q @ k.swapaxes(1, 2) / math.sqrt(width)
        scores = np.exp(scores - scores.max(axis=-1, keepdims=True))
        attended = (scores / scores.sum(axis=-1, keepdims=True)) @ v
        attended = attended.swapaxes(0, 1).reshape(len(x), -1)
        x = self._normalise(x + self._linear(attended, f"{name}.ao"), f"{name}.aln")
        wide = self._linear(x, f"{name}.fi")
        wide = wide * 0.5 * (1 + _erf(wide / math.sqrt(2)))
        return self._normalise(x + self._linear(wide, f"{name}.fo"), f"{name}.oln")

    def _linear(self, x: np.ndarray, name: str) -> np.ndarray:
        if name not in self.matrices:
            self.matrices[name] = self.source.matrix(f"{name}.w", x.shape[1])
        return x @ self.matrices[name].T + self.source.floats(f"{name}.b")

    def _normalise(self, x: np.ndarray, name: str) -> np.ndarray:
        centred = x - x.mean(axis=-1, keepdims=True)
        variance = (centred**2).mean(axis=-1, keepdims=True)
        scaled = centred / np.sqrt(variance + self.source.eps)
        return scaled * self.source.floats(f"{name}.w") + self.source.floats(f"{name}.b")
